"""Exporting guides from the list as files."""

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.http import FileResponse, HttpResponse

from guides.editing.exporting import FORMATS, export_archive, export_guide


@admin.action(description="Export the selected guides as text", permissions=("view",))
def export_text(roles, request, queryset):
    return _export(request, queryset, "txt")


@admin.action(description="Export the selected guides as JSON", permissions=("view",))
def export_json(roles, request, queryset):
    return _export(request, queryset, "json")


def _export(request, queryset, suffix):
    """One guide as a file, or several as an archive; empty drafts are left out."""
    roles = queryset.exclude(latest_sha256=None).with_parts()
    count = roles.count()
    if not count:
        messages.warning(request, "The selected roles have no guide yet.")
        return None
    LogEntry.objects.log_actions(request.user.pk, roles.prefetch_related(None), CHANGE, f"Exported as {suffix}.")
    if count == 1:
        role = roles.get()
        response = HttpResponse(export_guide(role, suffix), content_type=FORMATS[suffix][0])
        response["Content-Disposition"] = f'attachment; filename="{role.slug}.{suffix}"'
        return response
    archive = export_archive(roles.iterator(chunk_size=50), suffix)
    return FileResponse(archive, as_attachment=True, filename=f"guides-{suffix}.zip")
