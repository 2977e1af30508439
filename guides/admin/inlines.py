"""The parts of a role as inlines of its form, in the order of the page."""

from django.contrib import admin
from django.db.models import URLField

from guides import models
from guides.admin.forms import MarkdownWidget, ShortTextarea
from guides.admin.keys import KeyedFields, key_of
from guides.admin.part_forms import (
    TITLE_FIELDS,
    CareerStepForm,
    PartForm,
    PartFormSet,
    PayFormSet,
    RelatedRoleForm,
    RelatedRoleFormSet,
    SalaryLevelForm,
)
from guides.models.fields import BodyField, LineField

MOST_EMPTY_ROWS = 10


class PartInline(KeyedFields, admin.StackedInline):
    """The rows of one part: each folded under its own words, with tools to move and delete it.

    `description` says what the part is for. Without JavaScript `?rows=3` asks for empty rows.
    """

    template = "admin/guides/role/parts.html"
    form = PartForm
    formset = PartFormSet
    fk_name = "role"
    description = ""
    title_fields = TITLE_FIELDS
    ordering = ("position",)
    formfield_overrides = {LineField: {"widget": ShortTextarea}, BodyField: {"widget": ShortTextarea}}

    def get_extra(self, request, obj=None, **kwargs):
        return min(key_of(request.GET.get("rows")) or 0, MOST_EMPTY_ROWS)


class MarkdownInline(PartInline):
    """Parts whose text is long enough for the Markdown editor."""

    formfield_overrides = {BodyField: {"widget": MarkdownWidget}}


class SourceInline(PartInline):
    model = models.Source
    description = "Where the figures are from, so that a reader can look them up, and how old they are."
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    fields = ("place", "covers", "name", "url", "as_of")


class IndustryInline(PartInline):
    model = models.RoleIndustry
    description = "The industries that employ most people in the role, the largest first."
    fields = ("place", "industry")
    autocomplete_fields = ("industry",)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("industry")


class SectionInline(MarkdownInline):
    model = models.Section
    description = (
        "The guide in words. The page puts each section where its kind belongs; kind “Other” stands where you put it."
    )
    fields = ("place", "kind", "heading", "body")


class ResponsibilityInline(PartInline):
    model = models.Responsibility
    description = "What a day is made of: one task a row, the most important first."
    fields = ("place", "text")


class EducationRequirementInline(PartInline):
    model = models.EducationRequirement
    description = "Degrees, certificates and licences, one a row."
    fields = ("place", "text", "importance")


class SkillInline(PartInline):
    model = models.RoleSkill
    description = "Skills connect the guide with others: use the name that other guides use."
    fields = ("place", "kind", "name", "detail", "importance")


class StepInline(PartInline):
    model = models.Step
    description = "The way into the work, one step a row, in order."
    fields = ("place", "text")


class SalaryLevelInline(PartInline):
    model = models.SalaryLevel
    description = "Pay by level, from the first to the last, in the currency of the key facts."
    form = SalaryLevelForm
    formset = PayFormSet
    fields = ("place", "title", "median", "average")


class CareerStepInline(MarkdownInline):
    model = models.CareerStep
    description = "The rungs of the ladder, from the first to the last."
    form = CareerStepForm
    fields = ("place", "title", "experience", "description", "focus_areas")
    formfield_overrides = PartInline.formfield_overrides


class SpecializationInline(PartInline):
    model = models.Specialization
    description = "Directions that people in the role grow into."
    fields = ("place", "name", "description")


class ProConInline(PartInline):
    model = models.ProCon
    description = "What speaks for the work and what against it, with equal weight."
    fields = ("place", "kind", "text")


class FAQInline(MarkdownInline):
    model = models.FAQ
    description = "What readers ask, each answered in a few sentences."
    fields = ("place", "question", "answer")


class ResourceInline(PartInline):
    model = models.Resource
    description = "The tools that the page offers to its reader."
    fields = ("place", "kind", "title", "blurb")


class RelatedRoleInline(PartInline):
    model = models.RelatedRole
    description = "Where a reader goes whom this role does not fit."
    form = RelatedRoleForm
    formset = RelatedRoleFormSet
    fields = ("place", "target", "blurb")
    autocomplete_fields = ("target",)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("target")


INLINES = (
    IndustryInline,
    SourceInline,
    SectionInline,
    ResponsibilityInline,
    EducationRequirementInline,
    SkillInline,
    StepInline,
    SalaryLevelInline,
    CareerStepInline,
    SpecializationInline,
    ProConInline,
    FAQInline,
    ResourceInline,
    RelatedRoleInline,
)
