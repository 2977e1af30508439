"""Answers when the site fails: what was sent comes back to be sent again, and nothing here needs the database."""

import sys

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from careerguide.failures import cause_of, sentence
from guides.admin.resubmit import has_words_to_keep, posted_fields, resubmit

RETRY_AFTER = 60  # seconds


class UnfinishedError(Exception):
    """A failure (its cause) that leaves a part of a request done; the message is a sentence about that part."""


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer for an exception that no view handled: 503 if the database or the disk cannot be used, else 500."""
    error = sys.exc_info()[1]
    is_partly_done = isinstance(error, UnfinishedError)
    cause = cause_of(error.__cause__ if is_partly_done else error)
    status = 503 if cause else 500
    if _is_form_of_editor(request):
        saved = error if is_partly_done else "Nothing was saved."
        why = f"{sentence(cause or 'something went wrong on our side')} {saved} Wait a minute, then send it again."
        response = resubmit(request, why, status=status)
    else:
        page = render_to_string(f"{status}.html", {"fields": _fields_of_tool(request)})
        response = HttpResponse(page, status=status)
    if cause:
        response["Retry-After"] = str(RETRY_AFTER)
    return response


def _is_form_of_editor(request: HttpRequest) -> bool:
    """Return whether a request is a form of the admin, sent from one of our own pages."""
    is_ours = request.method == "POST" and getattr(request, "csrf_processing_done", False)
    return is_ours and has_words_to_keep(request)


def _fields_of_tool(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of a form at a public address: it stores nothing, so any page may send it."""
    view = request.resolver_match and request.resolver_match.func
    return list(posted_fields(request)) if request.method == "POST" and getattr(view, "is_public", False) else []
