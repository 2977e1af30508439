"""Checks for missing or weak parts of a resume; each finding gives a reason."""

import re
from collections.abc import Callable, Iterator

from django.template.defaultfilters import pluralize

from guides.document.shape import GuideDocument
from guides.toolkit.findings import Finding
from guides.toolkit.outline import Outline
from guides.toolkit.placeholders import placeholders_in
from guides.toolkit.resume.keywords import build_keywords, contains
from guides.toolkit.resume.person import Person
from guides.toolkit.writers import write_plain

MOST_WORDS = 900  # two pages
Check = Callable[[GuideDocument, Person, Outline], Iterator[Finding]]


def check_resume(document: GuideDocument, person: Person, page: Outline) -> list[Finding]:
    return [finding for check in CHECKS for finding in check(document, person, page)]


def _placeholders(document: GuideDocument, person: Person, page: Outline) -> Iterator[Finding]:
    if found := placeholders_in(page):
        yield Finding("fix", f"Still to be filled in: {', '.join(found)}.", "Gaps stand in square brackets.")


def _experience(document: GuideDocument, person: Person, page: Outline) -> Iterator[Finding]:
    if not (person.jobs or person.projects):
        yield Finding("note", "Nothing about what you have done.", "School, training and voluntary work count as well.")
    points = [point for job in person.jobs for point in job.highlights]
    figures = sum(bool(re.search(r"\d", point)) for point in points)
    if points and not figures:
        yield Finding("note", "No point about a job has a figure.", "A figure shows the size of what you did.")
    elif points:
        number = f"{figures} of {len(points)} point{pluralize(points)}"
        yield Finding("good", f"{number} about jobs {pluralize(figures, 'has,have')} a figure.")


def _must_haves(document: GuideDocument, person: Person, page: Outline) -> Iterator[Finding]:
    text = write_plain(page)
    required = [keyword for keyword in build_keywords(document) if keyword.importance == "essential"]
    missing = [keyword.name for keyword in required if not contains(text, keyword)]
    if missing:
        why = "The guide marks them as essential. Add what is true of you, and the occasion that shows it."
        yield Finding("note", f"Not named: {', '.join(missing)}.", why)
    elif required:
        yield Finding("good", "Everything that the guide marks as essential is named.")


def _length(document: GuideDocument, person: Person, page: Outline) -> Iterator[Finding]:
    words = len(write_plain(page).split())
    if words > MOST_WORDS:
        yield Finding("note", f"{words} words are more than two pages.", "What is old or far from this work can go.")


CHECKS: tuple[Check, ...] = (_placeholders, _experience, _must_haves, _length)
