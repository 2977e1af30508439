"""The aging report: guides a release behind, then the oldest figures, with a button to mark them as checked."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.urls import reverse

from guides.admin.keys import key_of
from guides.admin.pages import REFUSALS, RolePage, for_each
from guides.admin.role_list import mark_role_checked
from guides.editing.aging import by_age

GUIDES_ON_A_PAGE = 50


class AgingPage(RolePage):
    """Guides by age of figures."""

    def routes(self):
        yield "aging/", "aging", self.aging_view

    def aging_view(self, request):
        if not self.roles.has_view_or_change_permission(request):
            raise PermissionDenied(REFUSALS["view_or_change"])
        guides = by_age().select_related("owner", "checked_by").defer("summary")
        page = Paginator(guides, GUIDES_ON_A_PAGE).get_page(request.GET.get("page"))
        if request.method == "POST":
            self.check_one(request, guides)
            return HttpResponseRedirect(f"{reverse('admin:guides_role_aging')}?page={page.number}")
        may_change = self.roles.has_change_permission(request)
        return self.render(request, None, "aging", "Guides by age of figures", page=page, may_change=may_change)

    def check_one(self, request, guides) -> None:
        if not self.roles.has_change_permission(request):
            raise PermissionDenied(REFUSALS["change"])
        for_each(self.roles, request, guides.filter(pk=key_of(request.POST.get("checked"))), mark_role_checked)
