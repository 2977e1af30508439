"""A guide's form that cannot be taken now, such as after its login has ended: what was typed is there to be sent again.

The answer carries every field of the form, and a button that sends them to the same address. No script is needed, and
nothing is stored.
"""

from collections.abc import Iterator

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.views.csrf import csrf_failure as refuse_forged

FORMS = {f"admin:guides_role_{name}" for name in ("add", "change", "resolve", "conflicts")}
LOGIN_OVER = "Your login has ended, so nothing was saved yet. Log in again in another window, then send it."
LOGIN_CHANGED = "The form is older than your login, so nothing was saved yet. Send it again."


class ResubmitForms:
    """Middleware: who is not logged in any more gets a guide's form back instead of an empty page to log in."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        is_form = request.method == "POST" and request.resolver_match.view_name in FORMS
        return resubmit(request, LOGIN_OVER, must_log_in=True) if is_form and not _is_let_in(request.user) else None


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form of this site with the token of an earlier login comes back; one of another site is refused."""
    own = f"{request.scheme}://{request.get_host()}"
    if request.headers.get("Origin") == own and _name_of(request) in FORMS:
        return resubmit(request, LOGIN_CHANGED)
    return refuse_forged(request, reason)


def resubmit(request: HttpRequest, why: str, *, must_log_in: bool = False) -> HttpResponse:
    """The posted form as hidden fields, with the reason why it was not taken."""
    context = {"title": "Not saved yet", "why": why, "must_log_in": must_log_in, "fields": list(_fields(request))}
    return render(request, "admin/resubmit.html", {**admin.site.each_context(request), **context}, status=403)


def _fields(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, values in request.POST.lists():
        if name != "csrfmiddlewaretoken":
            yield from ((name, value) for value in values)


def _is_let_in(user) -> bool:
    return user.is_active and user.is_staff and (not settings.TWO_FACTOR or user.is_verified())


def _name_of(request: HttpRequest) -> str:
    try:
        return resolve(request.path_info).view_name
    except Resolver404:
        return ""
