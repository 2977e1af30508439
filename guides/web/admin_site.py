"""The admin site: its name, and limited tries wherever it asks for a password.

It is not in `guides.admin`, which registers its classes with this site.
"""

from functools import partial

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from guides.web.accounts import LoginForm, PasswordChangeForm


class GuidesAdminSite(admin.AdminSite):
    site_header = site_title = settings.SITE_NAME
    index_title = "Career guides"
    login_form = LoginForm

    def password_change(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """Change the user's own password, with the site's form: Django's view has no setting for it."""
        request.current_app = self.name
        view = PasswordChangeView.as_view(
            form_class=partial(PasswordChangeForm, request),
            success_url=reverse("admin:password_change_done", current_app=self.name),
            extra_context={**self.each_context(request), **(extra_context or {})},
        )
        return view(request)
