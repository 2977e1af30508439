"""Checks for what a reader of a resume would fix; each finding gives a reason and the field."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import ceil

from django.template.defaultfilters import pluralize

from guides.document.skill_names import core_words
from guides.toolkit.ad_match.words import form_of_name
from guides.toolkit.findings import Finding
from guides.toolkit.resume.dates import date_in_words, is_backwards, is_ongoing, months_of
from guides.toolkit.resume.history import gaps_between_jobs, months_of_work
from guides.toolkit.resume.person import Person
from guides.toolkit.resume.sections import ResumePage

# A page as close as the PDF file is set, measured on samples: 89 lines fit on one page and 105 do not.
LETTERS_A_LINE, LINES_A_PAGE = 95, 92
LONGEST_POINT = 2 * LETTERS_A_LINE
MONTHS_FOR_TWO_PAGES = 120
FEWEST_ALIKE = 4
MOST_NAMED = 5
WITH_POINTS = {"jobs": "position", "volunteering": "position", "projects": "name"}
DATED = {"jobs": "Job", "volunteering": "Volunteer role", "projects": "Project", "studies": "School"}
_STATES = ("fix", "note", "good")
_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|twenty|thirty|forty|fifty|hundreds?"
    r"|thousands?|millions?|half|twice|doubled?|halved?|tripled?)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"(?<![\w.-])(?:I(?=['’]| (?!(?:and|or|to|at|in|for|of|with)\b)[a-z])|[Mm]y(?=\s)|[Mm]yself\b)"
)
_BARE_DUTY = re.compile(
    r"(?:was |am |were )?(?:responsib(?:le for|ilit(?:y|ies))|duties|tasks? (?:were|included?)|in charge of|tasked with"
    r"|assigned to|helped (?:out )?with|worked on|involved in|participated in)\b",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Point:
    """A point, and the id of the field that holds it."""

    words: str
    target: str


@dataclass(frozen=True)
class Resume:
    """What the checks look at: a person, their page, and the day; `rows` are the numbers of the form's rows of each
    part, where empty rows were left out; `example` the words that are still those of an example."""

    person: Person
    page: ResumePage
    today: date
    rows: Mapping[str, Sequence[int]] = field(default_factory=dict)
    example: Sequence[str] = ()
    pages: int | None = None

    def target(self, part: str, place: int, name: str) -> str:
        """Return the id of a field of an entry, by the place of the entry among those of the person."""
        numbers = self.rows.get(part, ())
        return f"id_{part}-{numbers[place] if place < len(numbers) else place}-{name}"

    @cached_property
    def points(self) -> list[Point]:
        return [
            Point(words, self.target(part, place, "highlights"))
            for part in WITH_POINTS
            for place, entry in enumerate(getattr(self.person, part))
            for words in entry.highlights
        ]

    @cached_property
    def length(self) -> int:
        """The number of pages: as printed, or estimated from the letters."""
        return self.pages or ceil(_printed_lines(self.page) / LINES_A_PAGE)


Check = Callable[[Resume], Iterator[Finding]]


def check_resume(
    person: Person,
    page: ResumePage,
    today: date,
    *,
    rows: Mapping[str, Sequence[int]] | None = None,
    example: Sequence[str] = (),
    pages: int | None = None,
) -> list[Finding]:
    """Return what to fix, then what to consider, then what is good.

    `rows` are the numbers of the filled rows of each part of the form (see `rows_with_words`), `example` words that are
    still those of an example, `pages` the pages of the printed resume, which are estimated otherwise.
    """
    resume = Resume(person, page, today, rows or {}, example, pages)
    found = [finding for check in CHECKS for finding in check(resume)]
    return sorted(found, key=lambda finding: _STATES.index(finding.state))


def _person(resume: Resume) -> Iterator[Finding]:
    person = resume.person
    if not person.name:
        yield Finding("fix", "Your name is missing.", target="id_name")
    if not (person.email or person.phone):
        yield Finding("fix", "Nobody can reach you.", "Add an email address or a phone number.", target="id_email")


def _example(resume: Resume) -> Iterator[Finding]:
    if resume.example:
        why = "Replace these words with your own, or delete them."
        yield Finding("fix", f"Still from the example: {_listed(resume.example)}.", why)


def _what_you_did(resume: Resume) -> Iterator[Finding]:
    person = resume.person
    if not (person.jobs or person.volunteering or person.projects):
        why = "Part-time jobs, school projects and volunteer work count."
        yield Finding("fix", "Nothing shows what you have done.", why, target="id_jobs-0-position")
    for part, name in WITH_POINTS.items():
        for place, entry in enumerate(getattr(person, part)):
            if part == "jobs" and not (entry.highlights or entry.summary):
                title = getattr(entry, name) or entry.employer or f"job {place + 1}"
                target = resume.target(part, place, "highlights")
                yield Finding(
                    "note", f"Nothing says what you did as {title}.", "Two to five points are usual.", None, target
                )


def _education(resume: Resume) -> Iterator[Finding]:
    if not resume.person.studies:
        why = "Many employers look for it. School, training and courses count, finished or not."
        yield Finding("note", "No education is listed.", why, target="id_studies-0-degree")


def _dates(resume: Resume) -> Iterator[Finding]:
    now = resume.today.year * 12 + resume.today.month - 1
    for part, one in DATED.items():
        for place, entry in enumerate(getattr(resume.person, part)):
            where = f"{one} {place + 1}"
            start, end = resume.target(part, place, "start"), resume.target(part, place, "end")
            begins = months_of(entry.start)
            for words, target in ((entry.start, start), (entry.end, end)):
                if words and not months_of(words) and not is_ongoing(words):
                    why = "It is shown as you typed it. Write it like “March 2021” or “2021”."
                    yield Finding("fix", f"{where}: “{_short(words)}” is not a date.", why, target=target)
            if is_backwards(entry.start, entry.end):
                ends, starts = date_in_words(entry.end), date_in_words(entry.start)
                yield Finding("fix", f"{where} ends in {ends}, before it starts in {starts}.", target=end)
            if begins and begins[0] > now and part != "studies":
                why = "Check the year. If you have signed but not started, leave it out for now."
                yield Finding("fix", f"{where}: {date_in_words(entry.start)} is in the future.", why, target=start)
            if part == "jobs" and not entry.start and not entry.end:
                why = "Readers want to see when and for how long. Years alone are fine."
                yield Finding("note", f"{where} has no dates.", why, target=start)


def _gaps(resume: Resume) -> Iterator[Finding]:
    gaps = gaps_between_jobs(resume.person, resume.today)
    for gap in gaps[:MOST_NAMED]:
        why = "A reader may ask. If you studied, cared for family or volunteered, you can say so in one line."
        target = resume.target("jobs", gap.next_job, "start")
        yield Finding("note", f"No job from {gap.words}.", why, target=target)
    dated = [job for job in resume.person.jobs if months_of(job.start)]
    if len(dated) > 1 and len(dated) == len(resume.person.jobs) and not gaps:
        yield Finding("good", "Your dates leave no gap of more than six months.")


def _figures(resume: Resume) -> Iterator[Finding]:
    figures = sum(bool(_FIGURE.search(point.words)) for point in resume.points)
    number = len(resume.points)
    if number and not figures:
        why = "How many customers, orders, people or dollars? A figure shows the size of what you did."
        yield Finding("note", "None of your points has a figure.", why, target=resume.points[0].target)
    elif figures == number > 0:
        yield Finding("good", "Every point has a figure.")
    elif number:
        yield Finding(
            "good", f"{figures} of {number} point{pluralize(number)} {pluralize(figures, 'has,have')} a figure."
        )


def _first_person(resume: Resume) -> Iterator[Finding]:
    found = [point for point in resume.points if _FIRST_PERSON.search(point.words)]
    if found:
        what = f"{_counted(found)} “I” or “my”: “{_short(found[0].words)}”"
        yield Finding("note", what, "Start with the verb instead: “Trained six servers”.", target=found[0].target)


def _long_points(resume: Resume) -> Iterator[Finding]:
    found = [point for point in resume.points if len(point.words) > LONGEST_POINT]
    if found:
        are = pluralize(found, "is,are")
        what = f"{len(found)} point{pluralize(found)} {are} longer than two lines: “{_short(found[0].words)}”"
        yield Finding(
            "note", what, "Cut each to what you did and what came of it, or make it two points.", None, found[0].target
        )


def _bare_duties(resume: Resume) -> Iterator[Finding]:
    found = [point for point in resume.points if _BARE_DUTY.match(point.words)]
    if found:
        verb = "names" if len(found) == 1 else "name"
        what = f"{len(found)} point{pluralize(found)} {verb} a duty, not what you did: “{_short(found[0].words)}”"
        why = "Start with what you did, and say what came of it."
        yield Finding("note", what, why, target=found[0].target)


def _alike(resume: Resume) -> Iterator[Finding]:
    words = [match[0].casefold() for point in resume.points if (match := _FIRST_WORD.match(point.words))]
    word, number = Counter(words).most_common(1)[0] if words else ("", 0)
    if number >= FEWEST_ALIKE and number * 2 > len(words):
        first = next(point for point in resume.points if point.words.casefold().startswith(word))
        what = f"{number} of {len(words)} points start with “{word.capitalize()}”."
        yield Finding("note", what, "A different verb for each shows more of what you can do.", target=first.target)


def _skills(resume: Resume) -> Iterator[Finding]:
    names = [skill.partition(":")[0] for skill in resume.person.skills]
    forms = [form_of_name(" ".join(core_words(name))) for name in names]
    seen = Counter(forms)
    if repeated := [name for name, form in zip(names, forms, strict=True) if seen[form] > 1]:
        what = f"Skills listed more than once: {_listed(repeated)}."
        yield Finding("note", what, "Once is enough; use the words of the job ad.", target="id_skills")
    elif not resume.person.skills:
        yield Finding("note", "No skills are listed.", "Many recruiters search for them by name.", target="id_skills")


def _length(resume: Resume) -> Iterator[Finding]:
    months = months_of_work(resume.person, resume.today) or 0
    most = 2 if months >= MONTHS_FOR_TWO_PAGES else 1
    if resume.length > 2:
        why = "Two pages are enough for most people. Shorten jobs that are old or far from this one."
        yield Finding("note", "Your resume is longer than two pages.", why)
    elif resume.length > most:
        why = "With less than ten years of work, one page is usual. Keep what fits this job best."
        yield Finding("note", "Your resume is longer than one page.", why)
    elif resume.points:
        yield Finding("good", f"It fits on {'one page' if resume.length <= 1 else 'two pages'}.")


CHECKS: tuple[Check, ...] = (
    _person,
    _example,
    _what_you_did,
    _dates,
    _education,
    _figures,
    _gaps,
    _bare_duties,
    _first_person,
    _length,
    _long_points,
    _alike,
    _skills,
)


def _printed_lines(page: ResumePage) -> int:
    """Estimate the printed lines of a resume."""
    lines = 4
    for section in page.sections:
        lines += 2 + sum(map(_lines, (*section.paragraphs, *section.points)))
        for entry in section.entries:
            lines += 1 + sum(map(_lines, (*entry.paragraphs, *entry.points))) + bool(entry.dates or entry.place)
    return lines


def _lines(words: str) -> int:
    return sum(max(1, ceil(len(line) / LETTERS_A_LINE)) for line in words.split("\n"))


def _counted(points: Sequence[Point]) -> str:
    return f"{len(points)} point{pluralize(points)} {pluralize(points, 'uses,use')}"


def _listed(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMED
    shown = ", ".join(f"“{_short(name)}”" for name in names[:MOST_NAMED])
    return f"{shown} and {more} more" if more > 0 else shown


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"
