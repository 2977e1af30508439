"""Deleting rows that nothing uses: Delete is offered where it works, and elsewhere the form says why it is not."""

from functools import reduce
from operator import or_

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import UserAdmin
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet

from guides.models import Revision, Role, Upload

MOST_NAMED = 10
# What an account has done, by model and column.
WORK = ((LogEntry, "user"), (Revision, "created_by"), (Role, "owner"), (Upload, "owner"))


class DeletesUnused(admin.ModelAdmin):
    """Rows that can be deleted while nothing uses them; `kept_because` says why the others cannot."""

    change_form_template = "admin/guides/change_form.html"
    kept_because = ""

    def used(self, queryset: QuerySet) -> QuerySet:
        """Those of the rows that are in use."""
        raise NotImplementedError

    def may_delete(self, request) -> bool:
        """Whether a user may delete rows that are not in use."""
        return super().has_delete_permission(request)

    def why_kept(self, request, obj) -> str:
        """Why Delete is not offered to a user who may delete other rows; else empty."""
        if obj is None or not self.may_delete(request) or not self.used(self.model.objects.filter(pk=obj.pk)).exists():
            return ""
        return self.kept_because

    def has_delete_permission(self, request, obj=None):
        return self.may_delete(request) and not self.why_kept(request, obj)

    def delete_view(self, request, object_id, extra_context=None):
        if why := self.why_kept(request, self.get_object(request, unquote(object_id))):
            raise PermissionDenied(why)
        return super().delete_view(request, object_id, extra_context)

    @admin.action(description="Delete the selected %(verbose_name_plural)s", permissions=("delete",))
    def delete_selected(self, request, queryset):
        """Delete the unused rows, after Django's confirmation, and name those that stay."""
        used = {row.pk: str(row) for row in self.used(queryset)}
        if used:
            names = [f"“{name}”" for name in used.values()][:MOST_NAMED]
            more = f" and {len(used) - MOST_NAMED} more" if len(used) > MOST_NAMED else ""
            messages.warning(request, f"Not deleted: {', '.join(names)}{more}. {self.kept_because}")
        unused = queryset.exclude(pk__in=used)
        return delete_selected(self, request, unused) if unused.exists() else None

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["why_kept"] = self.why_kept(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)


admin.site.unregister(get_user_model())


@admin.register(get_user_model())
class AccountAdmin(DeletesUnused, UserAdmin):
    """Accounts. Those that have worked on guides stay, because the history names them."""

    actions = ("delete_selected",)
    kept_because = (
        "The history of the site names this account, so it can't be deleted. To end its access, untick Active."
    )

    def used(self, queryset):
        has_done = (Exists(model.objects.filter(**{column: OuterRef("pk")})) for model, column in WORK)
        return queryset.filter(reduce(or_, has_done))
