"""The admin site: its name, limited tries wherever it asks for a password, and forms saved whole or not at all.

It is not in `guides.admin`, which registers its classes with this site.
"""

from functools import partial, wraps

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import PasswordChangeView
from django.db import DEFAULT_DB_ALIAS, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from guides.editing.files import files_and_rows
from guides.web.accounts import LoginForm, PasswordChangeForm


class GuidesAdminSite(admin.AdminSite):
    site_header = site_title = settings.SITE_NAME
    index_title = "Career guides"
    login_form = LoginForm

    def admin_view(self, view, cacheable=False):
        """Answer each POST in one transaction, unless a view is marked with `transaction.non_atomic_requests`."""
        return super().admin_view(_whole(view), cacheable)

    @transaction.non_atomic_requests  # a wrong password counts
    def password_change(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """Change the user's own password, with the site's form: Django's view has no setting for it."""
        request.current_app = self.name
        view = PasswordChangeView.as_view(
            form_class=partial(PasswordChangeForm, request),
            success_url=reverse("admin:password_change_done", current_app=self.name),
            extra_context={**self.each_context(request), **(extra_context or {})},
        )
        return view(request)


def _whole(view):
    @wraps(view)
    def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method != "POST" or DEFAULT_DB_ALIAS in getattr(view, "_non_atomic_requests", ()):
            return view(request, *args, **kwargs)
        with files_and_rows():
            return view(request, *args, **kwargs)

    return wrapped
