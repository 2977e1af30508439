"""The suggestions panel next to the form of a role, with links to the fields."""

from collections.abc import Iterable
from dataclasses import dataclass

from guides.admin.part_forms import in_words
from guides.admin.places import Place, Places
from guides.admin.submission import Submission
from guides.document import FieldError, GuideDocument
from guides.editing.checking import check_one
from guides.editing.checks import TOPICS, Suggestion
from guides.editing.checks.clear import grade_of
from guides.models import Revision, Role
from guides.rendering.passages import passages

CHECK_BUTTON = "_check"


@dataclass(frozen=True, slots=True)
class Topic:
    """The suggestions of one topic, each with its place in the form."""

    heading: str
    suggestions: list[tuple[Suggestion, Place]]


@dataclass(frozen=True, slots=True)
class Panel:
    """The panel. `state` is what was checked: the `saved` guide, the `typed` form, or `nothing`."""

    state: str
    topics: list[Topic]
    grade: float | None = None

    @property
    def total(self) -> int:
        return sum(len(topic.suggestions) for topic in self.topics)


def form_context(role: Role | None, form, formsets, submission: Submission | None, about: str = "") -> dict:
    """Context for the form's template: the panel, and every error with its place.

    `form` and `formsets` are those on the page, of the whole guide or `about` one of its lists. Errors in the document
    become errors of their fields.
    """
    is_typed = submission is not None and submission.is_readable
    places = Places(form, formsets, typed=submission is not None)
    elsewhere = put_errors(submission.errors, places) if submission else []
    return {
        "panel": panel(
            form.latest,
            submission.document if is_typed else None,
            places if is_typed else Places(form, formsets, typed=False),
            about,
        ),
        "errors_by_place": [*elsewhere, *places.errors()],
        "check_failed": submission is not None and CHECK_BUTTON in form.data and not is_typed,
    }


def panel(latest: Revision | None, typed: GuideDocument | None, places: Places, about: str) -> Panel:
    """The panel for the typed document, or else for the latest revision."""
    document = typed or (latest.guide if latest else None)
    if document is None:
        return Panel("nothing", [])
    found = check_one(document, latest.role_id if latest else None)
    suggestions = [suggestion for suggestion in found if suggestion.path.startswith(about)]
    grade = None if about else grade_of(passages(document))
    return Panel("typed" if typed else "saved", list(by_topic(suggestions, places)), grade)


def by_topic(suggestions: list[Suggestion], places: Places) -> Iterable[Topic]:
    for topic, heading in TOPICS.items():
        found = [(suggestion, places.find(suggestion.path)) for suggestion in suggestions if suggestion.topic == topic]
        if found:
            yield Topic(heading, found)


def put_errors(errors: Iterable[FieldError], places: Places) -> list[tuple[Place, str]]:
    """Add errors to their fields, except to fields that could not be read; return those that belong to no field."""
    elsewhere = []
    found = [(places.find(error.path), in_words(error)) for error in errors]
    unread = {(place.form, place.field) for place, _ in found if place.form and place.field in place.form.errors}
    for place, words in found:
        if place.form is None:
            elsewhere.append((place, words))
        elif (place.form, place.field) not in unread:
            place.form.add_error(place.field, words)
    return elsewhere
