"""The aging report: which figures are oldest, and one click to say that they are true still."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.urls import path, reverse

from guides.admin.keys import key_of
from guides.admin.pages import RolePages
from guides.editing.aging import by_age

GUIDES_ON_A_PAGE = 50


class Aging(RolePages):
    """The aging report's part of the admin of roles."""

    def get_urls(self):
        return [
            path("aging/", self.admin_site.admin_view(self.aging_view), name="guides_role_aging"),
            *super().get_urls(),
        ]

    def aging_view(self, request):
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        guides = by_age().select_related("owner", "checked_by").defer("summary")
        page = Paginator(guides, GUIDES_ON_A_PAGE).get_page(request.GET.get("page"))
        if request.method == "POST":
            self.check_one(request, guides)
            return HttpResponseRedirect(f"{reverse('admin:guides_role_aging')}?page={page.number}")
        may_change = self.has_change_permission(request)
        return self.page(request, None, "aging", "Guides by the age of their figures", page=page, may_change=may_change)

    def check_one(self, request, guides) -> None:
        if not self.has_change_permission(request):
            raise PermissionDenied
        self.each(request, guides.filter(pk=key_of(request.POST.get("checked"))), self.mark_role_checked)
