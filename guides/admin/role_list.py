"""The list of roles: columns, filters and bulk actions."""

from functools import partial

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Exists, F, OuterRef, Q

from guides.admin.bulk_publication import BulkPublicationPages
from guides.admin.exports import export_json, export_text
from guides.admin.pages import for_each, render_page
from guides.editing import aging
from guides.editing.aging import YEAR, figures_behind, older_than
from guides.editing.linking import WITHOUT_MAIN_OCCUPATION, link_occupation, suggestions_for
from guides.editing.revisions import set_category
from guides.editing.states import state_of
from guides.models import FAQ, CareerStep, Conflict, Role, RoleSkill, SalaryLevel, Source
from guides.models.role import OFFICIAL


class StateFilter(admin.SimpleListFilter):
    """Filters by state; deleted guides are listed only on request."""

    title = "state"
    parameter_name = "state"
    is_newest_live = Q(live_sha256=F("latest_sha256"))
    conditions = {
        "live": ("Live", is_newest_live),
        "changed": ("Live, with unpublished changes", Q(live_sha256__isnull=False) & ~is_newest_live),
        "draft": ("Not published", Q(live_sha256=None, latest_sha256__isnull=False)),
        "preparation": ("Empty draft", Q(latest_sha256=None)),
        "review": ("In review", Q(in_review=True)),
        "scheduled": ("Scheduled change", Q(scheduled_from__isnull=False) | Q(live_until__isnull=False)),
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
        return (
            ("behind", "A release behind"),
            ("undated", "Undated"),
            ("1", "Older than a year"),
            ("2", "Older than two years"),
        )

    def queryset(self, request, queryset):
        guides = queryset.exclude(latest_sha256=None)
        if self.value() == "behind":
            return guides.filter(pk__in=figures_behind().values("role"))
        if self.value() == "undated":
            return guides.filter(figures_as_of="")
        return older_than(guides, int(self.value()) * YEAR) if self.value() in ("1", "2") else queryset


class MissingFilter(admin.SimpleListFilter):
    """Filters for guides that lack something readers look for."""

    title = "missing parts"
    parameter_name = "missing"
    conditions = {
        "summary": Q(summary=""),
        "median pay": Q(median_salary=None),
        "growth": Q(growth_percent=None),
        "openings": Q(annual_openings=None),
        "category": Q(category=""),
        "official occupation": WITHOUT_MAIN_OCCUPATION,
    }
    rows = {
        "source": Source,
        "pay by level": SalaryLevel,
        "career path": CareerStep,
        "skills": RoleSkill,
        "questions": FAQ,
    }

    def lookups(self, request, model_admin):
        return [(name, f"No {name}") for name in (*self.conditions, *self.rows)]

    def queryset(self, request, queryset):
        guides, wanted = queryset.exclude(latest_sha256=None), self.value()
        if wanted in self.conditions:
            return guides.filter(self.conditions[wanted])
        if wanted in self.rows:
            return guides.filter(~Exists(self.rows[wanted].objects.filter(role=OuterRef("pk"))))
        return queryset


class ConflictFilter(admin.SimpleListFilter):
    title = "conflicts with a text"
    parameter_name = "conflicts"

    def lookups(self, request, model_admin):
        return (("open", "Open"),)

    def queryset(self, request, queryset):
        if self.value() != "open":
            return queryset
        return queryset.filter(pk__in=Conflict.objects.open().values("role"))


@admin.display(description="State", ordering="live_sha256")
def state(role):
    return state_of(role)


@admin.display(description="Median pay", ordering="median_salary")
def median(role):
    return "" if role.median_salary is None else f"{role.median_salary:,} {role.currency}"


@admin.display(description="Growth", ordering="growth_percent")
def growth(role):
    return "" if role.growth_percent is None else f"{role.growth_percent}%"


@admin.display(description="Figures as of", ordering="figures_as_of")
def figures_as_of(role):
    if role.latest_sha256 is None:
        return ""
    return "official releases" if role.figures_as_of == OFFICIAL else role.figures_as_of[:10] or "no date"


@admin.action(description="Publish the selected guides", permissions=("publish",))
def publish_selected(roles, request, queryset):
    """Ask what to publish."""
    return roles.pages[BulkPublicationPages].ask_to_publish(request, queryset)


@admin.action(description="Unpublish the selected guides", permissions=("publish",))
def unpublish_selected(roles, request, queryset):
    """Ask what to unpublish."""
    return roles.pages[BulkPublicationPages].ask_to_unpublish(request, queryset)


@admin.action(description="Mark the figures of the selected guides as checked", permissions=("change",))
def mark_checked(roles, request, queryset):
    for_each(roles, request, queryset, mark_role_checked)


@admin.action(description="Assign a category to the selected guides", permissions=("change",))
def assign_category(roles, request, queryset):
    """Ask for the category, then assign it."""
    error = ""
    if "category" in request.POST:
        try:
            category = Role._meta.get_field("category").clean(request.POST["category"], None)
        except ValidationError as invalid:
            error = " ".join(invalid.messages)
        else:
            for_each(roles, request, queryset, partial(set_role_category, category=category))
            return None
    known = Role.objects.present().exclude(category="").order_by("category").values_list("category", flat=True)
    context = {"roles": queryset, "known": known.distinct(), "error": error}
    return render_page(roles, request, None, "category", "Assign a category", **context)


@admin.action(description="Link the selected guides to official occupations", permissions=("change",))
def link_occupations(roles, request, queryset):
    """Suggest occupations for the guides without a main one, then link the chosen ones."""
    unlinked = queryset.filter(WITHOUT_MAIN_OCCUPATION)
    if not unlinked:
        messages.info(request, "The selected guides already have a main occupation.")
        return None
    if "link" in request.POST:
        chosen = {role.pk: request.POST.get(f"occupation_{role.pk}", "") for role in unlinked}
        to_link = queryset.filter(pk__in=[pk for pk, code in chosen.items() if code])
        for_each(roles, request, to_link, partial(link_role, codes=chosen))
        return None
    title = "Link guides to official occupations"
    return render_page(roles, request, None, "linking", title, rows=suggestions_for(unlinked))


def link_role(roles, request, role, *, codes: dict[int, str]) -> str:
    refuse_deleted(roles, request, role)
    code = codes[role.pk]
    if not link_occupation(role, code, by=request.user):
        return f"“{role}” already has the occupation {code}."
    roles.log_change(request, role, f"Linked to the occupation {code}.")
    return f"“{role}” is now linked to {code}."


def mark_role_checked(roles, request, role) -> str:
    refuse_deleted(roles, request, role)
    aging.mark_checked(role, by=request.user)
    roles.log_change(request, role, "Marked its figures as checked.")
    return f"“{role}” is marked as checked."


def set_role_category(roles, request, role, *, category: str) -> str:
    refuse_deleted(roles, request, role)
    if not set_category(role, category, by=request.user):
        return f"“{role}” is already in that category."
    roles.log_change(request, role, f"Category: {category or 'none'}.")
    return f"“{role}” is now in {category or 'no category'}."


def refuse_deleted(roles, request, role) -> None:
    """Raise ValueError if a role is deleted and cannot be changed."""
    if not roles.has_change_permission(request, role):
        raise ValueError(f"“{role}” is deleted.")


LIST_DISPLAY = ("title", state, "category", median, growth, figures_as_of, "owner")
LIST_FILTER = (
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
ACTIONS = (
    publish_selected,
    unpublish_selected,
    link_occupations,
    assign_category,
    mark_checked,
    export_text,
    export_json,
)
