"""What is sent to the lists of the admin: keys of rows, and filters that may be any words."""

import logging
from traceback import walk_tb

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import ERROR_FLAG, ChangeList
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from guides.admin.keys import key_of

logger = logging.getLogger(__name__)

ERRORS = (ValueError, OverflowError, IndexError, DatabaseError)


class ListInput:
    """Middleware for lists: actions ignore invalid keys, and filters that fail are dropped with a message.

    Django does the latter only for filters that fail before the query.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> None:
        if request.method == "POST" and request.resolver_match.view_name.endswith("_changelist"):
            request.POST = request.POST.copy()
            keys = [key for key in request.POST.getlist(ACTION_CHECKBOX_NAME) if key_of(key) is not None]
            request.POST.setlist(ACTION_CHECKBOX_NAME, keys)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        modules = (frame.f_globals["__name__"] for frame, _ in walk_tb(exception.__traceback__))
        if ERROR_FLAG in request.GET or not isinstance(exception, ERRORS) or ChangeList.__module__ not in modules:
            return None
        logger.warning("The filters of a list failed: %s", request.resolver_match.view_name, exc_info=exception)
        messages.error(request, "The list cannot be filtered or searched like this, so it is shown without filters.")
        return redirect(f"{request.path}?{ERROR_FLAG}=1")
