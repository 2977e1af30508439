"""A person's details; everything may be missing. Dates are ISO with the given precision."""

from collections.abc import Iterator
from dataclasses import dataclass

from guides.toolkit.fields import MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A job; without an end, it is current."""

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
    """`headline` is the title applied for; skills are names, or `name: word, word`; languages `language: how well`."""

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
    """Format a period in words; empty if neither date is known."""
    if start and end:
        return f"{date_in_words(start)} – {date_in_words(end)}"
    if start:
        return f"since {date_in_words(start)}"
    return f"until {date_in_words(end)}" if end else ""


def is_backwards(start: str, end: str) -> bool:
    """Tell whether the end is before the start, at the precision of both dates."""
    said = min(len(start), len(end))
    return end[:said] < start[:said]
