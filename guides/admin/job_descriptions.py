"""Versions of job descriptions: read-only, except that publishers can remove and restore them."""

from django.contrib import admin, messages
from django.db.models import F
from django.template.defaultfilters import pluralize

from guides.admin.pages import ReadOnly
from guides.editing.job_descriptions import set_removed, set_restored
from guides.models import JobDescription


@admin.register(JobDescription)
class JobDescriptionAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("role", "number", "drawn_at", "rules", "sha256", "removed_at", "removed_by", "withdrawn_at")
    list_filter = ("removed_at", "drawn_at")
    search_fields = ("role__title", "sha256")
    list_select_related = ("role", "removed_by")
    ordering = ("-drawn_at", "-pk")
    actions = ("remove_selected", "restore_selected")

    @admin.action(description="Remove the selected versions from the site", permissions=("publish",))
    def remove_selected(self, request, queryset):
        self.log(request, queryset.filter(removed_at=None), "Removed from the site.")
        number = set_removed(queryset, by=request.user)
        addresses = pluralize(number, "Its address now says,Their addresses now say")
        messages.success(request, f"{number} version{pluralize(number)} removed. {addresses} so.")

    @admin.action(description="Restore the selected versions", permissions=("publish",))
    def restore_selected(self, request, queryset):
        self.log(request, queryset.exclude(removed_at=None), "Restored to the site.")
        number = set_restored(queryset)
        messages.success(request, f"{number} version{pluralize(number)} restored.")
        if withdrawn := queryset.exclude(withdrawn_at=None).count():
            stay = pluralize(withdrawn, "stays,stay")
            messages.warning(request, f"{withdrawn} of the selected {stay} withdrawn with the revision of the guide.")

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(withdrawn_at=F("revision__withdrawal__withdrawn_at"))

    @admin.display(description="Revision withdrawn", ordering="withdrawn_at")
    def withdrawn_at(self, version):
        return version.withdrawn_at

    def log(self, request, versions, message):
        for version in versions:
            self.log_change(request, version, message)

    def has_publish_permission(self, request):
        return request.user.has_perm("guides.publish_role")
