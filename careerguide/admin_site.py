"""The admin site, in which every form is saved whole or not at all.

It is outside of `guides.admin`, because importing that package registers its pages at this site.
"""

from functools import wraps

from django.contrib.admin import AdminSite
from django.db import DEFAULT_DB_ALIAS

from guides.editing.files import files_and_rows


class EditorsSite(AdminSite):
    """The admin site. A view with steps that stand alone is marked with `transaction.non_atomic_requests`."""

    def admin_view(self, view, cacheable=False):
        return super().admin_view(_whole(view), cacheable)


def _whole(view):
    """A view that answers each POST in one transaction."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        if request.method != "POST" or DEFAULT_DB_ALIAS in getattr(view, "_non_atomic_requests", ()):
            return view(request, *args, **kwargs)
        with files_and_rows():
            return view(request, *args, **kwargs)

    return wrapped
