"""Login: the forms that ask for a password, and the second factor required by the setting TWO_FACTOR."""

from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm, AdminPasswordChangeForm
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from guides.web.throttling import PASSWORD, throttled


class LoginForm(AdminAuthenticationForm):
    def clean(self) -> dict:
        if self.errors:  # a field is missing, so there is no try
            return super().clean()
        with throttled(self.request, PASSWORD, self.cleaned_data["username"]):
            return super().clean()


class PasswordChangeForm(AdminPasswordChangeForm):
    def __init__(self, request: HttpRequest, user: AbstractBaseUser, *args, **kwargs) -> None:
        self.request = request
        super().__init__(user, *args, **kwargs)

    def clean_old_password(self) -> str:
        with throttled(self.request, PASSWORD, self.user.get_username()):
            return super().clean_old_password()


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
