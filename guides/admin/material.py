"""Material for applicants and recruiters: each list has a page of its own, linked from the form of the role."""

from dataclasses import dataclass

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.http import Http404, HttpResponse
from django.urls import reverse

from guides import models
from guides.admin.forms import EditForm, ShortTextarea
from guides.admin.guide_form import GuideForm
from guides.admin.inlines import PartInline, RolePermissions, inline_for
from guides.admin.pages import RolePage, redirect_to
from guides.admin.part_forms import PartForm
from guides.admin.row_fields import document_fields
from guides.document.labels import label_of
from guides.document.material import (
    CAREER_CHANGE,
    EXPERIENCED,
    FIRST_JOB,
    MATERIAL,
    MOST_MUST_HAVES,
    SHORT_EMAIL,
    tidy_bullets,
    tidy_jobs,
)
from guides.models import Revision, Role
from guides.models.fields import BodyField, LineField

TIDY = {"bullets": tidy_bullets, "jobs": tidy_jobs}
EVERY_LEVEL = "Every level"
ONE_ON_EACH_LINE = "One on each line."


class MaterialForm(PartForm):
    """A row of material. Its lists may be typed with any bullets or without."""

    class Meta(PartForm.Meta):
        widgets = {
            "lasting_id": forms.HiddenInput,
            "sample": AdminTextareaWidget({"rows": 10}),
            "experience": AdminTextareaWidget({"rows": 12}),
            "body": AdminTextareaWidget({"rows": 18}),
        }
        help_texts = {
            "question": "As an interviewer would ask it, or for the kind “Ask back” the applicant.",
            "looks_for": "What a good answer shows. Markdown.",
            "plan": "How to build the answer. Markdown.",
            "sample": "An answer in the words of an applicant, 60 to 180 words long. Markdown.",
            "situation": f"The title of a level, {FIRST_JOB} or {CAREER_CHANGE}; for a letter also {EXPERIENCED} or "
            f"{SHORT_EMAIL}.",
            "person": "An invented name.",
            "profile": "Markdown",
            "experience": "A line for each job: Title; Employer; Place; Dates. Below it, the points, each after “- ”.",
            "skills": "Separated by semicolons.",
            "education": "Markdown",
            "notes": "Why it is written this way. Markdown.",
            "body": "The letter from greeting to name. Markdown.",
            "level": "The title of a level. Leave it empty for every level; that job ad comes first.",
            "summary": "Markdown",
            "duties": ONE_ON_EACH_LINE,
            "must_haves": f"{ONE_ON_EACH_LINE} At most {MOST_MUST_HAVES}.",
            "nice_to_haves": ONE_ON_EACH_LINE,
            "meaning": "In one sentence.",
        }

    def words_of(self, name):
        is_stored = self.instance.pk or self.is_bound
        return super().words_of(name) or (EVERY_LEVEL if name == "level" and is_stored else "")

    def clean(self):
        fields = super().clean()
        for name, field in document_fields(type(self.instance)):
            if field.kind.layout and fields.get(name):
                fields[name] = TIDY[field.kind.layout](fields[name])
        return fields


class MaterialInline(RolePermissions, PartInline):
    """A list of material."""

    form = MaterialForm
    formfield_overrides = {
        LineField: {"widget": ShortTextarea},
        BodyField: {"widget": AdminTextareaWidget({"rows": 5})},
    }


DESCRIPTIONS = {
    models.InterviewQuestion: (
        "What applicants are asked, in the order of an interview: what a good answer shows, how to build it, a sample."
    ),
    models.SampleResume: (
        "Resumes of invented people, one for a first job and one for each level that readers apply for."
    ),
    models.SampleLetter: "Cover letters of invented people, for the same situations as the resumes.",
    models.JobAd: (
        "The text of a job ad. The first one is for every level. Add one for a level with only what differs there."
    ),
    models.GlossaryTerm: "Words that people in this job use, and what they mean.",
}
INLINES = [inline_for(model, MaterialInline, description=words) for model, words in DESCRIPTIONS.items()]


class MaterialAdmin(GuideForm):
    """The form of one list of material; `roles` is the RoleAdmin."""

    form = EditForm
    change_form_template = "admin/guides/role/material.html"
    fieldsets = (("This change", {"fields": ("comment",), "classes": ("below-parts",)}),)

    def __init__(self, roles: admin.ModelAdmin, inline: type[MaterialInline]) -> None:
        super().__init__(roles.model, roles.admin_site)
        self.roles, self.inlines, self.about = roles, (inline,), inline.model.rows_of
        self.edits = (self.about,)

    @property
    def pages(self):
        return self.roles.pages

    def context(self, role):
        return {**super().context(role), "title": f"{label_of(self.about)} of {role}", "subtitle": None}

    def response_post_save_change(self, request, obj):
        return redirect_to("change", obj, "#material")


class MaterialPages(RolePage):
    """A page for each list of material."""

    def __init__(self, roles: admin.ModelAdmin) -> None:
        super().__init__(roles)
        self.forms = {inline.model.rows_of: MaterialAdmin(roles, inline) for inline in INLINES}

    def routes(self):
        yield "<int:pk>/material/<slug:part>/", "material", self.material_view

    def material_view(self, request, pk, part) -> HttpResponse:
        if part not in self.forms:
            raise Http404
        self.role_to("view_or_change", request, pk)
        return self.forms[part].changeform_view(request, str(pk))


@dataclass(frozen=True, slots=True)
class MaterialLink:
    """The page of a list of material, and its number of rows."""

    label: str
    url: str
    count: int


def material_links(role: Role, latest: Revision | None) -> list[MaterialLink]:
    """A link to each list of a role, whose latest revision is given."""
    return [
        MaterialLink(
            label_of(part),
            reverse("admin:guides_role_material", args=(role.pk, part)),
            len(getattr(latest.guide, part)) if latest else 0,
        )
        for part in MATERIAL
    ]
