"""Deleting a role marks it and bringing it back takes the mark away; Django's own delete is not used."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse

from guides.admin.keys import key_of
from guides.admin.pages import RolePage
from guides.admin.resubmit import resubmit
from guides.editing.deletion import DeletionError, delete_role, live_at_deletion, restore_role


class DeletionPages(RolePage):
    """Deleting a role and restoring it."""

    def routes(self):
        yield "<int:pk>/restore/", "restore", self.restore_view

    def delete_view(self, request, object_id):
        """Say what will happen, then do it. What is live leaves the site, which only a publisher may decide."""
        role = self.role_to("delete", request, key_of(unquote(object_id)))
        is_live = role.live_sha256 is not None
        if is_live and not self.roles.has_publish_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return self.render(request, role, "delete", f"Delete {role}", is_live=is_live)
        try:
            delete_role(role, by=request.user, may_unpublish=self.roles.has_publish_permission(request))
        except DeletionError as error:
            messages.error(request, str(error))
            return self.redirect_to("publication", role)
        self.roles.log_deletions(request, [role])
        messages.success(request, f"“{role}” is deleted. It can be brought back from the list of deleted guides.")
        return HttpResponseRedirect(reverse("admin:guides_role_changelist"))

    def restore_view(self, request, pk):
        """Bring a role back, with what was live where a publisher does it."""
        role = self.role_to("view_or_change", request, pk)
        if not request.user.has_perm("guides.delete_role"):
            raise PermissionDenied
        may_publish = self.roles.has_publish_permission(request)
        if request.method != "POST":
            was_live = role.deleted_at and live_at_deletion(role)
            context = {"was_live": was_live, "may_publish": may_publish}
            return self.render(request, role, "restore", f"Bring {role} back", **context)
        try:
            is_live = restore_role(role, by=request.user, and_publish=may_publish and "publish" in request.POST)
        except DeletionError as error:
            messages.error(request, str(error))
        else:
            self.log(request, role, "Brought back, live again." if is_live else "Brought back.")
            messages.success(request, f"“{role}” is back{', and live' if is_live else ''}.")
        return self.redirect_to("change", role)


def resubmit_later(request, role):
    """The answer to a form about a role that somebody else deleted: what was typed, to be sent again."""
    who = role.deleted_by or "somebody"
    why = f"“{role}” was deleted by {who} while you were writing, so nothing was saved."
    return resubmit(request, f"{why} Restore it in another window, then send this again.")
