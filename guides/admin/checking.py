"""The panel beside the form of a role: what the checks say of the guide, with links to the fields."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import admin

from guides.admin.places import Place, Places
from guides.document import Finding, GuideDocument, validate
from guides.editing.checking import check_one
from guides.editing.checks import TOPICS, Remark
from guides.editing.checks.clear import grade_of
from guides.models import Revision, Role
from guides.rendering.passages import passages

CHECK_BUTTON = "_check"


class NotSaved(Exception):
    """The form was put together and taken back: to be checked alone, or because its parts make no guide."""

    def __init__(self, document: GuideDocument, findings: list[Finding]) -> None:
        super().__init__(findings)
        self.document, self.findings = document, findings


@dataclass(frozen=True, slots=True)
class Topic:
    """Remarks of one topic, each with its place in the form."""

    heading: str
    remarks: list[tuple[Remark, Place]]


@dataclass(frozen=True, slots=True)
class Panel:
    """What stands beside the form. `state` is whose remarks these are: of what is `saved`, `typed`, or of `nothing`."""

    state: str
    topics: list[Topic]
    grade: float | None = None

    @property
    def total(self) -> int:
        return sum(len(topic.remarks) for topic in self.topics)


class Checks(admin.ModelAdmin):
    """The checks' part of the admin of roles."""

    def refuse_to_save(self, request, document: GuideDocument) -> None:
        """Raise NotSaved, within the transaction that wrote the rows, where they are not to stay."""
        findings = validate(document)
        if findings or CHECK_BUTTON in request.POST:
            raise NotSaved(document, findings)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """The form; what is not to be saved is taken back and shown in the same form again."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except NotSaved as unsaved:
            request.unsaved = unsaved
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        unsaved = getattr(request, "unsaved", None)
        form.has_findings = bool(unsaved and unsaved.findings)
        form.is_checked_only = CHECK_BUTTON in request.POST and unsaved is not None
        return form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        unsaved = getattr(request, "unsaved", None)
        places = Places(context["adminform"].form, formsets, typed=unsaved is not None)
        context["panel"] = panel(obj, unsaved, places)
        told = [tell(finding, places) for finding in unsaved.findings] if unsaved else []
        context["mistakes"] = [*((place, words) for place, words in told if place.form is None), *places.mistakes()]
        context["check_failed"] = CHECK_BUTTON in request.POST and unsaved is None
        return super().render_change_form(request, context, add, change, form_url, obj)


def panel(role: Role | None, unsaved: NotSaved | None, places: Places) -> Panel:
    """The remarks on what was typed, where it could be put together, else on the newest revision."""
    revision = Revision.objects.filter(role=role).order_by("-number").first() if role else None
    document = unsaved.document if unsaved else revision.guide if revision else None
    if document is None:
        return Panel("nothing", [])
    remarks = check_one(document, role.pk if role else None)
    return Panel("typed" if unsaved else "saved", list(by_topic(remarks, places)), grade_of(passages(document)))


def by_topic(remarks: list[Remark], places: Places) -> Iterable[Topic]:
    for topic, heading in TOPICS.items():
        found = [(remark, places.find(remark.path)) for remark in remarks if remark.topic == topic]
        if found:
            yield Topic(heading, found)


def tell(finding: Finding, places: Places) -> tuple[Place, str]:
    """Put a broken rule of the whole guide as an error at its field; the place and the words."""
    place = places.find(finding.path)
    words = f"Expected {finding.expected}, found {finding.found}."
    if place.form is not None:
        place.form.add_error(place.field, words)
    return place, words
