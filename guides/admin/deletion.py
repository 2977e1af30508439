"""Deleting a role marks it and bringing it back takes the mark away; Django's own delete is not used."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import path, reverse

from guides.admin.held import hold
from guides.admin.keys import key_of
from guides.admin.pages import RolePages
from guides.editing.deletion import DeletionError, delete_role, live_at_deletion, restore_role
from guides.models import Role


class Deletion(RolePages):
    """The part of the admin of roles that deletes and brings back."""

    def get_urls(self):
        restore = self.admin_site.admin_view(self.restore_view)
        return [path("<int:pk>/restore/", restore, name="guides_role_restore"), *super().get_urls()]

    def get_actions(self, request):
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def has_change_permission(self, request, obj=None):
        """A deleted role is looked at, and changed once it is back."""
        return super().has_change_permission(request, obj) and not (obj and obj.deleted_at)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.deleted_at)

    def is_gone(self, request, role: Role) -> bool:
        """Whether somebody who may change guides cannot change this one, because it is deleted."""
        return bool(role.deleted_at) and self.has_change_permission(request)

    def hold_until_back(self, request, role: Role):
        """What was typed about a role that somebody else deleted meanwhile."""
        who = role.deleted_by or "somebody"
        why = f"“{role}” was deleted by {who} while you were writing, so nothing was saved."
        return hold(request, f"{why} Bring it back in another window, then send it again.")

    def delete_view(self, request, object_id, extra_context=None):
        """Say what will happen, then do it. What is live leaves the site, which only a publisher may decide."""
        role = self.role_to("delete", request, key_of(unquote(object_id)))
        is_live = role.live_sha256 is not None
        if is_live and not self.has_publish_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return self.page(request, role, "delete", f"Delete {role}", is_live=is_live)
        try:
            delete_role(role, by=request.user, may_unpublish=self.has_publish_permission(request))
        except DeletionError as error:
            messages.error(request, str(error))
            return self.redirect_to("publication", role)
        self.log_deletions(request, [role])
        messages.success(request, f"“{role}” is deleted. It can be brought back from the list of deleted guides.")
        return HttpResponseRedirect(reverse("admin:guides_role_changelist"))

    def restore_view(self, request, pk):
        """Bring a role back, with what was live where a publisher does it."""
        role = self.role_to("view_or_change", request, pk)
        if not request.user.has_perm("guides.delete_role"):
            raise PermissionDenied
        may_publish = self.has_publish_permission(request)
        if request.method != "POST":
            was_live = role.deleted_at and live_at_deletion(role)
            context = {"was_live": was_live, "may_publish": may_publish}
            return self.page(request, role, "restore", f"Bring {role} back", **context)
        try:
            is_live = restore_role(role, by=request.user, and_publish=may_publish and "publish" in request.POST)
        except DeletionError as error:
            messages.error(request, str(error))
        else:
            self.log_change(request, role, "Brought back, live again." if is_live else "Brought back.")
            messages.success(request, f"“{role}” is back{', and live' if is_live else ''}.")
        return self.redirect_to("change", role)
