"""The panel beside the form of a role: what the checks say of the guide, with links to the fields."""

from collections.abc import Iterable
from dataclasses import dataclass

from guides.admin.places import Place, Places
from guides.admin.submission import Submission
from guides.document import Finding, GuideDocument
from guides.editing.checking import check_one
from guides.editing.checks import TOPICS, Remark
from guides.editing.checks.clear import grade_of
from guides.models import Revision, Role
from guides.rendering.passages import passages

CHECK_BUTTON = "_check"


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


def form_context(role: Role | None, form, formsets, submission: Submission | None) -> dict:
    """What the template of the form needs: the panel, and every error with its place.

    `form` and `formsets` are those on the page; rules that the fields of a submission break together become errors of
    the fields concerned.
    """
    is_typed = submission is not None and submission.is_readable
    places = Places(form, formsets, typed=is_typed)
    broken = [put_error(finding, places) for finding in submission.findings] if submission else []
    return {
        "panel": panel(role, submission.document if is_typed else None, places),
        "errors_by_place": [*((place, words) for place, words in broken if place.form is None), *places.errors()],
        "check_failed": submission is not None and CHECK_BUTTON in form.data and not is_typed,
    }


def panel(role: Role | None, typed: GuideDocument | None, places: Places) -> Panel:
    """What the checks say of the typed document, else of the newest revision."""
    revision = Revision.objects.filter(role=role).order_by("-number").first() if role and typed is None else None
    document = typed or (revision.guide if revision else None)
    if document is None:
        return Panel("nothing", [])
    remarks = check_one(document, role.pk if role else None)
    return Panel("typed" if typed else "saved", list(by_topic(remarks, places)), grade_of(passages(document)))


def by_topic(remarks: list[Remark], places: Places) -> Iterable[Topic]:
    for topic, heading in TOPICS.items():
        found = [(remark, places.find(remark.path)) for remark in remarks if remark.topic == topic]
        if found:
            yield Topic(heading, found)


def put_error(finding: Finding, places: Places) -> tuple[Place, str]:
    """Add a broken rule of the whole guide as an error at its field; returns the place and the words."""
    place = places.find(finding.path)
    words = f"Expected {finding.expected}, found {finding.found}."
    if place.form is not None:
        place.form.add_error(place.field, words)
    return place, words
