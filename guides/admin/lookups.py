"""Filters in the address of a list that no database can apply, such as a year of twenty digits."""

import logging
from traceback import walk_tb

from django.contrib import messages
from django.contrib.admin.views.main import ERROR_FLAG, ChangeList
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

logger = logging.getLogger(__name__)

ERRORS = (ValueError, OverflowError, IndexError, DatabaseError)


class RefuseOddFilters:
    """Middleware that shows a list without its filters and search if they fail.

    Django does the same for filters that fail before the query.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        modules = (frame.f_globals["__name__"] for frame, _ in walk_tb(exception.__traceback__))
        if ERROR_FLAG in request.GET or not isinstance(exception, ERRORS) or ChangeList.__module__ not in modules:
            return None
        logger.warning("The filters of a list failed: %s", request.resolver_match.view_name, exc_info=exception)
        messages.error(request, "The list cannot be filtered or searched like this, so it is shown without filters.")
        return redirect(f"{request.path}?{ERROR_FLAG}=1")
