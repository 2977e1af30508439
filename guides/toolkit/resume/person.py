"""A person's details, all optional. Dates are ISO dates of any precision: 2021, 2021-03, 2021-03-01."""

from collections.abc import Iterator
from dataclasses import dataclass

from guides.toolkit.fields import MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A job; without an end date it is the current one."""

    position: str = ""
    employer: str = ""
    place: str = ""
    start: str = ""
    end: str = ""
    highlights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    degree: str = ""
    area: str = ""
    school: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    name: str = ""
    issuer: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    name: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person; `headline` is the title they apply for. `skills` and `languages` are lines, optionally with details
    after a colon."""

    name: str = ""
    headline: str = ""
    email: str = ""
    phone: str = ""
    place: str = ""
    url: str = ""
    summary: str = ""
    jobs: tuple[Job, ...] = ()
    projects: tuple[Project, ...] = ()
    studies: tuple[Study, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


def date_in_words(date: str) -> str:
    """Format 2021-03 as March 2021."""
    year, *rest = date.split("-")
    return " ".join([*_day_and_month(rest), year])


def _day_and_month(rest: list[str]) -> Iterator[str]:
    if len(rest) == 2:
        yield str(int(rest[1]))
    if rest:
        yield MONTHS[int(rest[0]) - 1]


def period(start: str, end: str) -> str:
    """Format a period in words; empty without dates."""
    if start and end:
        return f"{date_in_words(start)} – {date_in_words(end)}"
    if start:
        return f"since {date_in_words(start)}"
    return f"until {date_in_words(end)}" if end else ""


def is_backwards(start: str, end: str) -> bool:
    """Return whether the end is before the start, at the lower precision of the two."""
    length = min(len(start), len(end))
    return end[:length] < start[:length]
