"""Login: the client of an attempt, and the second factor required by the setting TWO_FACTOR."""

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

LONGEST_NAME = 255  # characters, in the tables of django-axes


def client_address(request: HttpRequest) -> str:
    """Return the address that failed logins are counted for: the last entry of the proxy's header, or the peer's."""
    entries = request.headers.get(settings.CLIENT_ADDRESS, "") if settings.CLIENT_ADDRESS else ""
    return entries.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def client_name(request: HttpRequest, credentials: dict[str, str] | None = None) -> str:
    """Return the username that failed logins are counted for, cut to the size of its column."""
    name = (credentials or {}).get("username") or request.POST.get("username", "")
    return name[:LONGEST_NAME]


def is_let_in(user) -> bool:
    """Return whether a user has logged in to the admin, with a second factor if it is required."""
    return user.is_active and user.is_staff and (not settings.TWO_FACTOR or user.is_verified())


class SecondFactor:
    """Middleware: with TWO_FACTOR, redirects users without a verified one-time code from editor pages to its form.

    Public pages do not depend on the user.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        if not settings.TWO_FACTOR or not _is_for_editors(request):
            return None
        if not request.user.is_authenticated or request.user.is_verified():
            return None
        return redirect_to_login(request.get_full_path(), reverse("second_factor"))


def _is_for_editors(request: HttpRequest) -> bool:
    """Return whether a request is for the admin, except login and logout, or for the services of its forms."""
    match = request.resolver_match
    if match.route.startswith("editor/"):
        return True
    return "admin" in match.app_names and match.url_name not in ("login", "logout", "jsi18n")
