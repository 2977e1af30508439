"""Limits of what a request may send, checked before any of its body is parsed or stored.

`guides/urls.py` marks the addresses that take forms; all others there answer 405. Editors may send more to their own
addresses: whole guides, texts and pictures.
"""

from collections.abc import Callable
from functools import wraps
from io import BytesIO

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render

from guides.document.numbers import whole_number
from guides.web.accounts import is_let_in

KILOBYTE = 1024
FORM_BYTES, LOGIN_BYTES = 256 * KILOBYTE, 16 * KILOBYTE
GUIDE_FORM_BYTES = 1024 * KILOBYTE  # the form of a guide whose editor's login ended, so that it can be sent again
MOST_FIELDS = 1000  # from readers; Django's own limit is for the form of a guide
READ_ONLY = ("GET", "HEAD")
TOO_MANY = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
UNREADABLE = (MultiPartParserError, UnreadablePostError, ValueError)


def takes_forms(view: Callable[..., HttpResponse], most_bytes: int = FORM_BYTES) -> Callable[..., HttpResponse]:
    """Return a marked copy of a view that takes forms of at most `most_bytes`."""

    @wraps(view)
    def marked(*args, **kwargs) -> HttpResponse:
        return view(*args, **kwargs)

    marked.most_bytes = most_bytes
    return marked


class LimitBodies:
    """Middleware that refuses methods that an address does not take, and forms that are too large or unreadable."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        most_bytes, most_fields = _limits(request, view)
        if not most_bytes and request.method not in READ_ONLY:
            return HttpResponseNotAllowed(READ_ONLY)
        limits = f"This page takes at most {size_in_words(most_bytes)} and {most_fields:,} fields."
        try:
            if request.method == "POST" and _is_longer(request, most_bytes):
                return _refuse(request, 413, limits)
            if _count_fields(request) > most_fields:
                return _refuse(request, 413, limits)
        except TOO_MANY:
            return _refuse(request, 413, limits)
        except UNREADABLE:
            return _refuse(request, 400, "The request could not be read.")
        return None


def _limits(request: HttpRequest, view: Callable[..., HttpResponse]) -> tuple[int, int]:
    """Return the most bytes and the most fields that may be sent to a view.

    Who sends it is looked up only for long bodies: a form that fits comes back if the database cannot be reached.
    """
    route = request.resolver_match.route
    is_for_editors = route.startswith(("admin/", "editor/"))
    most_bytes = getattr(view, "most_bytes", GUIDE_FORM_BYTES if route.startswith("admin/") else 0)
    is_long = request.method == "POST" and (_stated_length(request) or 0) > most_bytes
    if is_long and is_for_editors and is_let_in(request.user):
        most_bytes = settings.DATA_UPLOAD_MAX_MEMORY_SIZE + FORM_BYTES  # files, and the form around them
    return most_bytes, settings.DATA_UPLOAD_MAX_NUMBER_FIELDS if is_for_editors else MOST_FIELDS


def _stated_length(request: HttpRequest) -> int | None:
    return whole_number(request.META.get("CONTENT_LENGTH") or "0")


def _is_longer(request: HttpRequest, most_bytes: int) -> bool:
    """Return whether a body is longer than this. A chunked one states no length, so it is read, at most this far.

    Django takes a body without a length for an empty one. Raises UnreadablePostError for a malformed chunk.
    """
    if request.META.get("CONTENT_LENGTH"):
        length = _stated_length(request)
        return length is None or length > most_bytes
    if not request.META.get("wsgi.input_terminated"):
        return False
    try:
        body = request.META["wsgi.input"].read(most_bytes + 1)
    except Exception as error:  # each server raises its own
        raise UnreadablePostError from error
    request.META["CONTENT_LENGTH"] = str(len(body))
    request._stream = BytesIO(body)
    return len(body) > most_bytes


def _count_fields(request: HttpRequest) -> int:
    return sum(len(values) for part in (request.GET, request.POST, request.FILES) for _, values in part.lists())


def size_in_words(size: int) -> str:
    megabytes = size // KILOBYTE**2
    return f"{megabytes} MB" if megabytes else f"{size // KILOBYTE} KB"


def _refuse(request: HttpRequest, status: int, reason: str) -> HttpResponse:
    context = {"reason": reason, "for_editors": request.resolver_match.route.startswith("admin/")}
    response = render(request, f"{status}.html", context, status=status)
    response.failure = reason
    return response
