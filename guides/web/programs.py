"""Errors for programs: addresses that answer with data report failures as data, whatever refused the request.

A preview inserts what it gets into a page, so its failures are a paragraph.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html

# What a program is told, by status; for any other status, its standard name.
MESSAGES = {
    HTTPStatus.BAD_REQUEST: "The request could not be read.",
    HTTPStatus.FORBIDDEN: "Your account may not do this.",
    HTTPStatus.NOT_FOUND: "There is nothing at this address.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address does not accept the method of the request.",
    HTTPStatus.GONE: "The guide at this address was withdrawn.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "The request is too large.",
    HTTPStatus.TOO_MANY_REQUESTS: "There were too many requests. Wait before you try again.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Something went wrong on our side.",
    HTTPStatus.NOT_IMPLEMENTED: "Only JSON is supported.",
    HTTPStatus.SERVICE_UNAVAILABLE: "The site is not available right now. Try again in a minute.",
}


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no answer."""

    status: int
    error: str


def for_programs(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Mark a view that programs and scripts call, so that its errors are JSON."""
    view.is_for_programs = True
    return view


def for_previews(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Mark a view whose answers a script inserts into a page, so that its errors are a paragraph."""
    view.is_for_previews = True
    return view


class ErrorsForPrograms:
    """Middleware that replaces error pages at addresses for programs and previews."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_page = "json" not in response.get("Content-Type", "")
        if response.status_code < 400 or not is_page:
            return response
        if _is_marked(request, "is_for_previews"):
            _replace(response, format_html('<p class="errornote" role="alert">{}</p>', _words(response)), "text/html")
        elif _is_for_programs(request):
            failure = Failure(response.status_code, _words(response))
            _replace(response, json.dumps(asdict(failure)), "application/json")
            if _is_marked(request, "is_public"):
                response["Access-Control-Allow-Origin"] = "*"
        return response


def _is_for_programs(request: HttpRequest) -> bool:
    is_data = request.path.endswith(".json") or request.GET.get("as") == "data"
    return is_data or _is_marked(request, "is_for_programs")


def _is_marked(request: HttpRequest, mark: str) -> bool:
    return getattr(getattr(request.resolver_match, "func", None), mark, False)


def _words(response: HttpResponse) -> str:
    """Why there is no answer: a response that knows more than its status has it as `failure`."""
    return getattr(response, "failure", "") or MESSAGES.get(response.status_code, f"{response.reason_phrase}.")


def _replace(response: HttpResponse, content: str, content_type: str) -> None:
    """Replace the body of an error, and keep its headers, such as Allow and Retry-After."""
    response.content = content
    response["Content-Type"] = content_type
    response["Content-Length"] = str(len(response.content))
