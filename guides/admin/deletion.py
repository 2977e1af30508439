"""Deleting marks a role and restoring removes the mark; Django's own delete is not used."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse

from guides.admin.keys import key_of
from guides.admin.pages import RolePage
from guides.admin.publication_forms import DeleteForm
from guides.admin.refusals import ONLY_PUBLISHERS, no_permission
from guides.admin.resubmit import resubmit
from guides.editing.deletion import DeletionError, delete_role, live_at_deletion, restore_role, why_not_deleted
from guides.editing.withdrawals import remains_of


class DeletionPages(RolePage):
    """Pages to delete and restore a role."""

    def routes(self):
        yield "<int:pk>/restore/", "restore", self.restore_view

    def delete_view(self, request, object_id):
        """Ask for confirmation, then delete. Only publishers may delete a live guide, because this unpublishes it."""
        role = self.role_to("delete", request, key_of(unquote(object_id)))
        is_live, may_publish = role.live_sha256 is not None, self.roles.has_publish_permission(request)
        and_withdraw = "withdraw" in request.POST
        if (is_live or and_withdraw) and not may_publish:
            raise PermissionDenied(ONLY_PUBLISHERS)
        try:
            if refusal := why_not_deleted(role, may_unpublish=may_publish):
                raise DeletionError(refusal)
            if request.method != "POST":
                remains, form = remains_of([role]), DeleteForm(role)
                if not (remains and may_publish):
                    del form.fields["withdraw"]
                context = {"is_live": is_live, "may_publish": may_publish, "remains": remains, "form": form}
                return self.render(request, role, "delete", f"Delete {role}", **context)
            delete_role(role, by=request.user, may_unpublish=may_publish, and_withdraw=and_withdraw)
        except DeletionError as error:
            messages.error(request, str(error))
            return self.redirect_to("publication", role)
        if and_withdraw:
            self.log(request, role, "Withdrew what stayed public.")
        self.roles.log_deletions(request, [role])
        messages.success(request, f"“{role}” is deleted. You can restore it from the list of deleted guides.")
        return HttpResponseRedirect(reverse("admin:guides_role_changelist"))

    def restore_view(self, request, pk):
        """Restore a role; publishers can also publish what was live."""
        role = self.role_to("view_or_change", request, pk)
        if not request.user.has_perm("guides.delete_role"):
            raise PermissionDenied(no_permission("restore", "guides"))
        may_publish = self.roles.has_publish_permission(request)
        if request.method != "POST":
            was_live = role.deleted_at and live_at_deletion(role)
            context = {"was_live": was_live, "may_publish": may_publish}
            return self.render(request, role, "restore", f"Restore {role}", **context)
        try:
            is_live = restore_role(role, by=request.user, and_publish=may_publish and "publish" in request.POST)
        except DeletionError as error:
            messages.error(request, str(error))
        else:
            self.log(request, role, "Restored and published." if is_live else "Restored.")
            messages.success(request, f"“{role}” is restored{' and live' if is_live else ''}.")
        return self.redirect_to("change", role)


def resubmit_later(request, role):
    """Offer to resubmit the form of a role that somebody else deleted."""
    who = role.deleted_by or "somebody"
    why = f"“{role}” was deleted by {who} while you were writing, so nothing was saved."
    return resubmit(request, f"{why} Restore it in another window, then send this form again.")
