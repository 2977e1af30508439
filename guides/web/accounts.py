"""Who is let in: where a login comes from, and the second factor where the setting TWO_FACTOR asks for one."""

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

LONGEST_NAME = 255  # characters, in the tables of django-axes


def client_address(request: HttpRequest) -> str:
    """Whose wrong logins are counted: the last entry of the header that the proxy writes, or who connects."""
    entries = request.headers.get(settings.CLIENT_ADDRESS, "") if settings.CLIENT_ADDRESS else ""
    return entries.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def client_name(request: HttpRequest, credentials: dict[str, str] | None = None) -> str:
    """The name that wrong logins are counted for, no longer than there is room for."""
    name = (credentials or {}).get("username") or request.POST.get("username", "")
    return name[:LONGEST_NAME]


class SecondFactor:
    """Middleware: with TWO_FACTOR, whoever is logged in and has not given a number yet gets no page of editors but the
    one that asks for it. Public pages do not look at who reads them."""

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
    """Pages of the admin, but for those that lead in and out, and what its forms ask for."""
    match = request.resolver_match
    if match.route.startswith("editor/"):
        return True
    return "admin" in match.app_names and match.url_name not in ("login", "logout", "jsi18n")
