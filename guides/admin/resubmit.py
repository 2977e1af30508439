"""Resubmitting a form that cannot be accepted now, such as after the login expired: nothing typed is lost.

The response contains every field of the form and a button to send them to the same address. It needs no script and
stores nothing.
"""

from collections.abc import Iterator

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.views.csrf import csrf_failure as refuse_forged

FORMS = {f"admin:guides_role_{name}" for name in ("add", "change", "resolve", "conflicts")}
LOGIN_OVER = "Your login expired, so nothing was saved yet. Log in again in another window, then send this form again."
LOGIN_CHANGED = "This form is older than your login, so nothing was saved yet. Send it again."


class ResubmitForms:
    """Middleware that returns a guide's form to users whose login expired, instead of an empty login page."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        is_form = request.method == "POST" and request.resolver_match.view_name in FORMS
        return resubmit(request, LOGIN_OVER, must_log_in=True) if is_form and not _is_let_in(request.user) else None


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Offer to resubmit a form of this site with the token of an earlier login; refuse forms of other sites."""
    own = f"{request.scheme}://{request.get_host()}"
    if request.headers.get("Origin") == own and _name_of(request) in FORMS:
        return resubmit(request, LOGIN_CHANGED)
    return refuse_forged(request, reason)


def resubmit(request: HttpRequest, why: str, *, must_log_in: bool = False, status: int = 403) -> HttpResponse:
    """The posted form as hidden fields, with the reason why it was not accepted; rendered without the database."""
    context = {
        "site_title": admin.site.site_title,
        "site_header": admin.site.site_header,
        "csrf_token": get_token(request),
        "title": "Not saved yet",
        "why": why,
        "must_log_in": must_log_in,
        "fields": list(fields_of(request)),
    }
    return HttpResponse(render_to_string("admin/resubmit.html", context), status=status)


def fields_of(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """The names and values of a posted form, without its token and without passwords."""
    for name, values in request.POST.lists():
        if name != "csrfmiddlewaretoken" and "password" not in name:
            yield from ((name, value) for value in values)


def _is_let_in(user) -> bool:
    return user.is_active and user.is_staff and (not settings.TWO_FACTOR or user.is_verified())


def _name_of(request: HttpRequest) -> str:
    try:
        return resolve(request.path_info).view_name
    except Resolver404:
        return ""
