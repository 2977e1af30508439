"""The parts of a role as inlines of its form, in page order."""

from django.contrib import admin
from django.db.models import URLField

from guides import models
from guides.admin.forms import MarkdownWidget, ShortTextarea
from guides.admin.keys import KeyedFields, key_of
from guides.admin.part_forms import (
    CareerStepForm,
    OccupationLinkForm,
    OtherPayForm,
    PartForm,
    RelatedRoleForm,
    SalaryLevelForm,
    SourceForm,
)
from guides.admin.part_formsets import CurrencyFormSet, OccupationFormSet, PartFormSet, PayFormSet, RelatedRoleFormSet
from guides.admin.row_fields import form_fields, title_fields
from guides.document.shape import LISTS
from guides.models.fields import BodyField, LineField

MOST_EMPTY_ROWS = 10


class PartInline(KeyedFields, admin.StackedInline):
    """The rows of one part, each folded under its title, with tools to move and delete it.

    `description` explains the part to editors. Without JavaScript, `?rows=3` adds empty rows.
    """

    template = "admin/guides/role/parts.html"
    form = PartForm
    formset = PartFormSet
    fk_name = "role"
    description = ""
    ordering = ("position",)
    formfield_overrides = {LineField: {"widget": ShortTextarea}, BodyField: {"widget": ShortTextarea}}

    def get_fields(self, request, obj=None):
        return ("place", *form_fields(self.model))

    @property
    def title_fields(self):
        return title_fields(self.model)

    def get_extra(self, request, obj=None, **kwargs):
        return min(key_of(request.GET.get("rows")) or 0, MOST_EMPTY_ROWS)


class MarkdownInline(PartInline):
    """Parts with text for the Markdown editor."""

    formfield_overrides = {BodyField: {"widget": MarkdownWidget}}


class LicenseInline(PartInline):
    model = models.License
    description = "Licenses and certificates that the work requires by law or in practice. Leave it empty if none."
    formfield_overrides = {URLField: {"assume_scheme": "https"}}


class SourceInline(PartInline):
    model = models.Source
    description = "Where the figures come from and how old they are."
    form = SourceForm
    formfield_overrides = {URLField: {"assume_scheme": "https"}}


class OccupationInline(PartInline):
    model = models.OccupationLink
    form = OccupationLinkForm
    formset = OccupationFormSet
    description = (
        "Official occupations that the guide covers, the main one first; with a level, the occupation of that level. "
        "Official figures on the page are those of the main one."
    )


class ProvenanceInline(PartInline):
    model = models.Provenance
    description = (
        "Where a figure of the key facts or of a level comes from. Figures that aren't listed here are shown as the "
        "guide's text has them."
    )
    formfield_overrides = {**PartInline.formfield_overrides, URLField: {"assume_scheme": "https"}}


class IndustryInline(PartInline):
    model = models.RoleIndustry
    description = "The industries that employ the most people in this role, largest first."
    autocomplete_fields = ("industry",)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("industry")


class SectionInline(MarkdownInline):
    model = models.Section
    description = (
        "The text of the guide. Sections appear in the place of their kind, “Other” sections where you put them."
    )


class ResponsibilityInline(PartInline):
    model = models.Responsibility
    description = "What people do on a typical day: one task in each row, most important first."


class EducationRequirementInline(PartInline):
    model = models.EducationRequirement
    description = "Degrees, certificates and licenses, one in each row."


class SkillInline(PartInline):
    model = models.RoleSkill
    description = "Skills link guides to each other. Use the same names as other guides."


class StepInline(PartInline):
    model = models.Step
    description = "How to get into the job, one step in each row, in order."


class SalaryLevelInline(PartInline):
    model = models.SalaryLevel
    description = "Pay by level, from the lowest to the highest, in the currency of the key facts."
    form = SalaryLevelForm
    formset = PayFormSet


class OtherPayInline(PartInline):
    model = models.OtherPay
    description = (
        "Pay by the hour, day, week or month, with cents, or without an upper limit. Readers see it as you write it; "
        "lists, charts and comparisons leave it out."
    )
    form = OtherPayForm
    formset = CurrencyFormSet


class CareerStepInline(MarkdownInline):
    model = models.CareerStep
    description = "The levels of the career path, from the lowest to the highest."
    form = CareerStepForm
    formfield_overrides = PartInline.formfield_overrides


class SpecializationInline(PartInline):
    model = models.Specialization
    description = "Areas in which people in this role can specialize."


class ProConInline(PartInline):
    model = models.ProCon
    description = "Reasons for and against the job, balanced."


class FAQInline(MarkdownInline):
    model = models.FAQ
    description = "Questions that readers ask, each answered in a few sentences."


class ResourceInline(PartInline):
    model = models.Resource
    description = "The tools that the page offers to readers."


class RelatedRoleInline(PartInline):
    model = models.RelatedRole
    description = "Where readers can go if this role isn't for them."
    form = RelatedRoleForm
    formset = RelatedRoleFormSet
    autocomplete_fields = ("target",)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("target")


class RolePermissions:
    """An inline that users can view or change if they can view or change roles."""

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("guides.view_role") or self.has_change_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm("guides.change_role")

    has_add_permission = has_delete_permission = has_change_permission


class PlainInline(RolePermissions, PartInline):
    """A list without its own inline. Its dataclass describes it."""

    @property
    def description(self):
        field = LISTS[self.model.rows_of]
        return field.type.__doc__ if field.is_part else ""


def inline_for(model: type[models.RolePart], base: type[PartInline], **attributes: str) -> type[PartInline]:
    """The inline of a model that differs from `base` in its attributes alone."""
    return type(f"{model.__name__}Inline", (base,), {"model": model, **attributes})


INLINES = (
    IndustryInline,
    OccupationInline,
    LicenseInline,
    SourceInline,
    ProvenanceInline,
    SectionInline,
    ResponsibilityInline,
    EducationRequirementInline,
    SkillInline,
    StepInline,
    SalaryLevelInline,
    OtherPayInline,
    CareerStepInline,
    SpecializationInline,
    ProConInline,
    FAQInline,
    ResourceInline,
    RelatedRoleInline,
    *(inline_for(model, PlainInline) for model in models.PLAIN_PARTS),
)
