"""What the editors' pages share: of one role finding it, who may, and the frame around the page; of others who may."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from guides.admin.keys import KeyedActions, KeyedFields
from guides.models import Role


class ReadOnly:
    """Rows that the site writes: to look at, for everybody."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class RolePages(KeyedActions, KeyedFields):
    """Pages beside the form of a role."""

    def has_publish_permission(self, request, obj=None):
        return request.user.has_perm("guides.publish_role")

    def role_to(self, action: str, request, pk: int | None) -> Role:
        """The role that somebody wants to view, change, publish or delete; raises Http404 or PermissionDenied."""
        role = get_object_or_404(Role.objects.with_state(), pk=pk)
        if not getattr(self, f"has_{action}_permission")(request, role):
            raise PermissionDenied
        return role

    def page(self, request, role: Role | None, template: str, title: str, *, status=200, **context):
        frame = {**self.admin_site.each_context(request), "opts": self.opts, "original": role, "title": title}
        return render(request, f"admin/guides/role/{template}.html", {**frame, **context}, status=status)

    def redirect_to(self, name: str, role: Role):
        return HttpResponseRedirect(reverse(f"admin:guides_role_{name}", args=(role.pk,)))
