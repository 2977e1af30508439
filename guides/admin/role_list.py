"""The list of roles: their state, the filters, and what is done with many at once."""

from django.contrib import admin
from django.db.models import F, Q

from guides.states import state_of

from .decisions import ConflictFilter
from .pages import RolePages


class StateFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return (
            ("live", "Live"),
            ("changed", "Live, with unpublished changes"),
            ("draft", "Not published"),
            ("preparation", "In preparation"),
        )

    def queryset(self, request, queryset):
        conditions = {
            "live": Q(live_sha256=F("latest_sha256")),
            "changed": Q(live_sha256__isnull=False) & ~Q(live_sha256=F("latest_sha256")),
            "draft": Q(live_sha256=None, latest_sha256__isnull=False),
            "preparation": Q(latest_sha256=None),
        }
        return queryset.filter(conditions[self.value()]) if self.value() in conditions else queryset


class RoleList(RolePages):
    """The list's part of the admin of roles."""

    list_display = ("title", "state", "category", "median", "growth", "owner")
    list_filter = (StateFilter, ConflictFilter, "category", "education_level", "remote_work", "currency", "owner")
    list_select_related = ("owner",)
    search_fields = ("title", "slug", "summary", "category")
    actions = ("publish_selected", "unpublish_selected", "export_text", "export_json")

    def get_queryset(self, request):
        return super().get_queryset(request).with_state()

    @admin.display(description="State", ordering="live_sha256")
    def state(self, role):
        return state_of(role)

    @admin.display(description="Median pay", ordering="median_salary")
    def median(self, role):
        return "" if role.median_salary is None else f"{role.median_salary:,} {role.currency}"

    @admin.display(description="Growth", ordering="growth_percent")
    def growth(self, role):
        return "" if role.growth_percent is None else f"{role.growth_percent}%"

    @admin.action(description="Publish the selected guides", permissions=("publish",))
    def publish_selected(self, request, queryset):
        self.each(request, queryset, self.publish_role)

    @admin.action(description="Unpublish the selected guides", permissions=("publish",))
    def unpublish_selected(self, request, queryset):
        self.each(request, queryset, self.unpublish_role)

    def each(self, request, queryset, act) -> None:
        """Do something with every role by itself, and say of each what came of it."""
        for role in queryset:
            self.tell(request, act, role)
