"""Errors for programs: addresses that answer with data also report failures as data, whatever refused the request."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

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


class ErrorsForPrograms:
    """Middleware that turns error pages into JSON at addresses for programs."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_page = "json" not in response.get("Content-Type", "")
        if response.status_code >= 400 and is_page and _is_for_programs(request):
            _replace_page(request, response)
        return response


def _is_for_programs(request: HttpRequest) -> bool:
    match = request.resolver_match
    is_marked = match is not None and getattr(match.func, "is_for_programs", False)
    return is_marked or request.path.endswith((".json", ".csv")) or request.GET.get("as") == "data"


def _replace_page(request: HttpRequest, response: HttpResponse) -> None:
    """Replace the body of an error, and keep its headers, such as Allow and Retry-After.

    A response that knows more than its status has it as `failure`.
    """
    status = response.status_code
    words = getattr(response, "failure", "") or MESSAGES.get(status, f"{response.reason_phrase}.")
    failure = Failure(status, words)
    response.content = json.dumps(asdict(failure))
    response["Content-Type"] = "application/json"
    response["Content-Length"] = str(len(response.content))
    if getattr(getattr(request.resolver_match, "func", None), "is_public", False):
        response["Access-Control-Allow-Origin"] = "*"
