"""The parts of a role as inlines of its form, in the order of the page."""

from django.contrib import admin
from django.db.models import URLField

from guides import models
from guides.models.fields import BodyField, LineField

from .forms import (
    CareerStepForm,
    MarkdownWidget,
    PartForm,
    PartFormSet,
    PayFormSet,
    RelatedRoleForm,
    RelatedRoleFormSet,
    RoleSkillForm,
    ShortTextarea,
)


class PartInline(admin.TabularInline):
    form = PartForm
    formset = PartFormSet
    fk_name = "role"
    extra = 0
    ordering = ("position",)
    classes = ("collapse",)
    formfield_overrides = {LineField: {"widget": ShortTextarea}, BodyField: {"widget": ShortTextarea}}


class MarkdownInline(PartInline, admin.StackedInline):
    """Parts whose text is long enough for the Markdown editor."""

    template = "admin/edit_inline/stacked.html"
    formfield_overrides = {BodyField: {"widget": MarkdownWidget}}


class SourceInline(PartInline):
    model = models.Source
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    fields = ("place", "covers", "name", "url", "as_of")


class IndustryInline(PartInline):
    model = models.RoleIndustry
    fields = ("place", "industry")
    autocomplete_fields = ("industry",)


class SectionInline(MarkdownInline):
    model = models.Section
    fields = ("place", "kind", "heading", "body")


class ResponsibilityInline(PartInline):
    model = models.Responsibility
    fields = ("place", "text")


class EducationRequirementInline(PartInline):
    model = models.EducationRequirement
    fields = ("place", "text", "importance")


class SkillInline(PartInline):
    model = models.RoleSkill
    form = RoleSkillForm
    fields = ("place", "kind", "name", "detail", "importance")


class StepInline(PartInline):
    model = models.Step
    fields = ("place", "text")


class SalaryLevelInline(PartInline):
    model = models.SalaryLevel
    formset = PayFormSet
    fields = ("place", "title", "median", "average")


class CareerStepInline(MarkdownInline):
    model = models.CareerStep
    form = CareerStepForm
    fields = ("place", "title", "experience", "description", "focus_areas")
    formfield_overrides = PartInline.formfield_overrides


class SpecializationInline(PartInline):
    model = models.Specialization
    fields = ("place", "name", "description")


class ProConInline(PartInline):
    model = models.ProCon
    fields = ("place", "kind", "text")


class FAQInline(MarkdownInline):
    model = models.FAQ
    fields = ("place", "question", "answer")


class ResourceInline(PartInline):
    model = models.Resource
    fields = ("place", "kind", "title", "blurb")


class RelatedRoleInline(PartInline):
    model = models.RelatedRole
    form = RelatedRoleForm
    formset = RelatedRoleFormSet
    fields = ("place", "target", "blurb")
    autocomplete_fields = ("target",)


INLINES = (
    SourceInline,
    IndustryInline,
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
