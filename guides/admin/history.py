"""The history of roles: revisions to look at."""

from django.contrib import admin

from guides.models import Revision


@admin.register(Revision)
class RevisionAdmin(admin.ModelAdmin):
    """The history, to look at."""

    list_display = ("role", "number", "kind", "created_at", "created_by", "comment")
    list_filter = ("kind", "created_at")
    search_fields = ("role__title", "comment")
    list_select_related = ("role", "created_by")
    ordering = ("-created_at", "-pk")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
