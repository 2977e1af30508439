"""The list of roles: their state, the filters, and what is done with many at once."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import Exists, F, OuterRef, Q

from guides.admin.pages import RolePages
from guides.admin.text_conflicts import ConflictFilter
from guides.editing.aging import YEAR, mark_checked, older_than
from guides.editing.publishing import PublishError
from guides.editing.revisions import set_category
from guides.editing.states import state_of
from guides.models import FAQ, CareerStep, Role, RoleSkill, SalaryLevel, Source


class StateFilter(admin.SimpleListFilter):
    """Deleted guides are in the list only where somebody asks for them."""

    title = "state"
    parameter_name = "state"
    is_newest_live = Q(live_sha256=F("latest_sha256"))
    conditions = {
        "live": ("Live", is_newest_live),
        "changed": ("Live, with unpublished changes", Q(live_sha256__isnull=False) & ~is_newest_live),
        "draft": ("Not published", Q(live_sha256=None, latest_sha256__isnull=False)),
        "preparation": ("In preparation", Q(latest_sha256=None)),
        "review": ("In review", Q(in_review=True)),
        "scheduled": ("With an hour ahead", Q(scheduled_from__isnull=False) | Q(live_until__isnull=False)),
        "deleted": ("Deleted", Q(deleted_at__isnull=False)),
    }

    def lookups(self, request, model_admin):
        return [(name, label) for name, (label, _) in self.conditions.items()]

    def queryset(self, request, queryset):
        if self.value() != "deleted":
            queryset = queryset.present()
        return queryset.filter(self.conditions[self.value()][1]) if self.value() in self.conditions else queryset


class AgeFilter(admin.SimpleListFilter):
    title = "age of the figures"
    parameter_name = "age"

    def lookups(self, request, model_admin):
        return (("undated", "Of no known date"), ("1", "Older than a year"), ("2", "Older than two years"))

    def queryset(self, request, queryset):
        guides = queryset.exclude(latest_sha256=None)
        if self.value() == "undated":
            return guides.filter(figures_as_of="")
        return older_than(guides, int(self.value()) * YEAR) if self.value() in ("1", "2") else queryset


class MissingFilter(admin.SimpleListFilter):
    """Guides that lack something readers look for."""

    title = "missing parts"
    parameter_name = "missing"
    columns = {
        "summary": Q(summary=""),
        "median pay": Q(median_salary=None),
        "growth": Q(growth_percent=None),
        "openings": Q(annual_openings=None),
        "category": Q(category=""),
    }
    rows = {
        "source": Source,
        "pay by level": SalaryLevel,
        "career path": CareerStep,
        "skills": RoleSkill,
        "questions": FAQ,
    }

    def lookups(self, request, model_admin):
        return [(name, f"No {name}") for name in (*self.columns, *self.rows)]

    def queryset(self, request, queryset):
        guides, wanted = queryset.exclude(latest_sha256=None), self.value()
        if wanted in self.columns:
            return guides.filter(self.columns[wanted])
        if wanted in self.rows:
            return guides.filter(~Exists(self.rows[wanted].objects.filter(role=OuterRef("pk"))))
        return queryset


class RoleList(RolePages):
    """The list's part of the admin of roles."""

    list_display = ("title", "state", "category", "median", "growth", "figures_as_of", "owner")
    list_filter = (
        StateFilter,
        AgeFilter,
        MissingFilter,
        ConflictFilter,
        ("owner", admin.RelatedOnlyFieldListFilter),
        "category",
        "education_level",
        "remote_work",
        "currency",
    )
    list_select_related = ("owner",)
    search_fields = ("title", "slug", "summary", "category")
    actions = (
        "publish_selected",
        "unpublish_selected",
        "assign_category",
        "mark_checked",
        "export_text",
        "export_json",
    )

    def get_queryset(self, request):
        return super().get_queryset(request).with_state().with_age()

    def get_search_results(self, request, queryset, search_term):
        """Deleted guides cannot be chosen as related ones."""
        if request.resolver_match.url_name == "autocomplete":
            queryset = queryset.present()
        return super().get_search_results(request, queryset, search_term)

    @admin.display(description="State", ordering="live_sha256")
    def state(self, role):
        return state_of(role)

    @admin.display(description="Median pay", ordering="median_salary")
    def median(self, role):
        return "" if role.median_salary is None else f"{role.median_salary:,} {role.currency}"

    @admin.display(description="Growth", ordering="growth_percent")
    def growth(self, role):
        return "" if role.growth_percent is None else f"{role.growth_percent}%"

    @admin.display(description="Figures as of", ordering="figures_as_of")
    def figures_as_of(self, role):
        return "" if role.latest_sha256 is None else role.figures_as_of[:10] or "no date"

    @admin.action(description="Publish the selected guides", permissions=("publish",))
    def publish_selected(self, request, queryset):
        self.each(request, queryset, self.publish_role)

    @admin.action(description="Unpublish the selected guides", permissions=("publish",))
    def unpublish_selected(self, request, queryset):
        self.each(request, queryset, self.unpublish_role)

    @admin.action(description="Mark the figures of the selected guides as checked", permissions=("change",))
    def mark_checked(self, request, queryset):
        self.each(request, queryset, self.mark_role_checked)

    @admin.action(description="Assign a category to the selected guides", permissions=("change",))
    def assign_category(self, request, queryset):
        """Ask for the category, then assign it."""
        mistake = ""
        if "category" in request.POST:
            try:
                category = Role._meta.get_field("category").clean(request.POST["category"], None)
            except ValidationError as error:
                mistake = " ".join(error.messages)
            else:
                self.each(request, queryset, lambda request, role: self.categorize(request, role, category))
                return None
        known = Role.objects.present().exclude(category="").order_by("category").values_list("category", flat=True)
        context = {"roles": queryset, "known": known.distinct(), "mistake": mistake}
        return self.page(request, None, "category", "Assign a category", **context)

    def each(self, request, queryset, act) -> None:
        """Do something with every role by itself, and say of each what came of it; one that fails stops no other."""
        done, failed = [], []
        for role in queryset:
            try:
                done.append(act(request, role))
            except (PublishError, ValueError) as error:
                failed.append(str(error))
            except IntegrityError:
                failed.append(f"“{role}” was changed by somebody else at the same time; try again.")
        for say, lines in ((messages.success, done), (messages.error, failed)):
            if lines:
                say(request, " ".join(lines))

    def mark_role_checked(self, request, role) -> str:
        if not self.has_change_permission(request, role):
            raise PublishError(f"“{role}” is deleted.")
        mark_checked(role, by=request.user)
        self.log_change(request, role, "Marked its figures as checked.")
        return f"“{role}” is checked."

    def categorize(self, request, role, category) -> str:
        if not self.has_change_permission(request, role):
            raise PublishError(f"“{role}” is deleted.")
        if not set_category(role, category, by=request.user):
            return f"“{role}” is in that category already."
        self.log_change(request, role, f"Category: {category or 'none'}.")
        return f"“{role}” is in {category or 'no category'}."
