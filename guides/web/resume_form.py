"""The form of the resume builder as its page shows it: sections in the order of the resume, empty ones last."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.forms import BoundField

from guides.toolkit.resume.form import ResumeForm
from guides.toolkit.resume.person import Person
from guides.toolkit.resume.sections import SECTIONS, USUAL_ORDER, ResumePage, build_resume
from guides.toolkit.row_actions import REMOVED, move_section
from guides.toolkit.rows import Rows

PROFILES = "profiles"
OPEN = 6  # sections of a resume whose fields are shown before they have words


@dataclass(frozen=True, slots=True)
class FormSection:
    """A section of the form: one field, or rows; `has_words` if the resume has it, `is_open` if the form shows it."""

    name: str
    title: str
    field: BoundField | None
    rows: Rows | None
    has_words: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class Removed:
    """A row that was removed: its part, its first words, and the hidden fields that carry all of them."""

    part: str
    words: str
    fields: tuple[tuple[str, str], ...]


def section_names(person: Person) -> tuple[str, ...]:
    """Return all sections in the order of a person's resume."""
    return tuple(dict.fromkeys([*person.order, *USUAL_ORDER]))


def form_sections(form: ResumeForm, person: Person, page: ResumePage, used: Collection[str] = ()) -> list[FormSection]:
    """Return the sections of the form; those that come late in the order are open with words, or if they are `used`.

    The profiles come first: they stand below the name, so they are no section of the resume.
    """
    rows = {part.part.name: part for part in form.rows}
    fields = {field.name: field for fixed in form.fixed for field in fixed}
    shown = {section.name for section in page.sections}
    profiles = rows[PROFILES]
    has_profiles = bool(person.profiles) or PROFILES in used
    first = FormSection(PROFILES, profiles.part.legend, None, profiles, has_words=False, is_open=has_profiles)
    return [
        first,
        *(
            FormSection(
                name=name,
                title=SECTIONS[name](Person()).title,
                field=fields.get(name),
                rows=rows.get(name),
                has_words=name in shown,
                is_open=place < OPEN or name in shown or name in used,
            )
            for place, name in enumerate(section_names(person))
        ),
    ]


def in_order(data: Mapping[str, str]) -> dict[str, str]:
    """Return posted data without an order of sections that was made for another situation."""
    is_current = data.get("ordered-for", "") == data.get("situation", "")
    return dict(data) if is_current else {**data, "order": ""}


def with_moved_section(data: Mapping[str, str], do: str) -> dict[str, str] | None:
    """Return posted data with the section moved that a button names; None if `do` is no such button."""
    if "-section-" not in do:
        return None
    person = ResumeForm(dict(data)).person()
    shown = {section.name for section in build_resume(person).sections}
    order = move_section(section_names(person), do, shown)
    return {**data, "order": ",".join(order)} if order else None


def removed_row(data: Mapping[str, str]) -> Removed | None:
    """Return the removed row that posted data carries, to offer it again."""
    fields = tuple((name, value) for name, value in data.items() if name.startswith(REMOVED))
    part = data.get(f"{REMOVED}part", "")
    typed = [value.strip() for name, value in fields if name.startswith(f"{REMOVED}field-") and value.strip()]
    return Removed(part, ", ".join(typed[:2]), fields) if typed else None
