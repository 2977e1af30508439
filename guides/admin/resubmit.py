"""Resubmitting a form that cannot be accepted now, such as after the login expired: nothing typed is lost.

The response contains every field of the form and a button to send them to the same address. It needs no script and no
query, and stores nothing. Browsers cannot send a file again, so the page asks for it; passwords are never repeated.
"""

import re
from collections.abc import Iterator

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string

from guides.admin.refusals import is_in_admin, refuse_form
from guides.web.accounts import is_let_in

# Pages that log people in and out, and forms of nothing but passwords.
NOT_KEPT = {"login", "logout", "password_change", "auth_user_password_change"}
PASSWORD = re.compile(r"(old_|new_)?password\d?")
LOGIN_OVER = "Your login expired, so nothing was saved yet. Log in again in another window, then send this form again."
LOGIN_CHANGED = "This form is older than your login, so nothing was saved yet. Send it again."
NOT_AN_EDITOR = (
    "Your account can't use the admin, so nothing was saved yet. Log in as an editor in another window, then send this "
    "form again."
)
# What the services of the Markdown editor answer; their messages appear beside the text.
SERVICES = {"markdownx_markdownify", "markdownx_upload"}
SERVICE_OVER = "Your login expired. Log in again in another window, then continue here. Nothing you typed is lost."
SERVICE_CHANGED = "Your login has changed. Save the guide, then try again. Nothing you typed is lost."


class ResubmitForms:
    """Middleware that returns a form of the admin to users whose login expired, instead of an empty login page."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        return None if request.method != "POST" or is_let_in(request.user) else _keep(request)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Offer to resubmit a form of this site with the token of an earlier login; refuse forms of other sites."""
    is_own = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    return (_keep(request) if is_own else None) or refuse_form(request, reason)


def _keep(request: HttpRequest) -> HttpResponse | None:
    """The answer to a form that came too late for its login; None for one that has nothing to keep."""
    is_logged_in = is_let_in(request.user)
    if request.resolver_match.view_name in SERVICES:
        return _answer_service(SERVICE_CHANGED if is_logged_in else SERVICE_OVER)
    if not has_words_to_keep(request):
        return None
    over = NOT_AN_EDITOR if request.user.is_authenticated and not request.user.is_staff else LOGIN_OVER
    return resubmit(request, LOGIN_CHANGED if is_logged_in else over, must_log_in=not is_logged_in)


def has_words_to_keep(request: HttpRequest) -> bool:
    """Whether a request is for the admin, and its form is more than passwords."""
    return is_in_admin(request) and request.resolver_match.url_name not in NOT_KEPT


def _answer_service(why: str) -> HttpResponse:
    response = HttpResponse(status=403)
    response.failure = why
    return response


def resubmit(request: HttpRequest, why: str, *, must_log_in: bool = False, status: int = 403) -> HttpResponse:
    """The posted form as hidden fields, with the reason why it was not accepted; rendered without the database."""
    context = {
        "csrf_token": get_token(request),
        "site_header": admin.site.site_header,
        "site_title": admin.site.site_title,
        "title": "Not saved yet",
        "why": why,
        "must_log_in": must_log_in,
        "fields": list(posted_fields(request)),
        "files": [(name, files, len(files) > 1) for name, files in request.FILES.lists()],
        "has_password": any(map(_is_password, request.POST)),
    }
    return HttpResponse(render_to_string("admin/resubmit.html", context), status=status)


def posted_fields(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """The names and values of a posted form, without its token and its passwords."""
    for name, values in request.POST.lists():
        if name != "csrfmiddlewaretoken" and not _is_password(name):
            yield from ((name, value) for value in values)


def _is_password(name: str) -> bool:
    return PASSWORD.fullmatch(name) is not None
