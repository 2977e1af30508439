"""A person's details for a resume, all optional, with a place for every part of JSON Resume 1.0.0.

Dates are as `dates.read_when` returns them: an ISO year, month or day (`2021`, `2021-03`, `2021-03-01`), a season with
its year (`Summer 2019`), or, where they cannot be read, the words as they were typed. A school or project that goes on
has the end `Present`.
`rest` keeps what a file says beyond the schema, as JSON; it is written back to the file and shown nowhere else.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A job; without an end date it is the current one."""

    position: str = ""
    employer: str = ""
    place: str = ""
    start: str = ""
    end: str = ""
    about: str = ""  # what the employer does
    summary: str = ""
    highlights: tuple[str, ...] = ()
    url: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteering:
    """Unpaid work; without an end date it goes on."""

    position: str = ""
    organization: str = ""
    start: str = ""
    end: str = ""
    summary: str = ""
    highlights: tuple[str, ...] = ()
    url: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project. `kind` is such as “talk”, `entity` the client; `roles` and `keywords` are lists in one line."""

    name: str = ""
    description: str = ""
    highlights: tuple[str, ...] = ()
    roles: str = ""
    entity: str = ""
    kind: str = ""
    keywords: str = ""
    start: str = ""
    end: str = ""
    url: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """A school; `score` is such as a GPA."""

    degree: str = ""
    area: str = ""
    school: str = ""
    start: str = ""
    end: str = ""
    score: str = ""
    courses: tuple[str, ...] = ()
    url: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    name: str = ""
    issuer: str = ""
    date: str = ""
    url: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    title: str = ""
    awarder: str = ""
    date: str = ""
    summary: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    name: str = ""
    publisher: str = ""
    date: str = ""
    summary: str = ""
    url: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A person who speaks for the applicant, and their words."""

    name: str = ""
    words: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A profile on a network such as LinkedIn."""

    network: str = ""
    username: str = ""
    url: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person; `headline` is the title they apply for, `place` their town, `region` their state.

    `skills`, `languages` and `interests` are lines, optionally with details after a colon: `CRM: Zendesk, HubSpot`.
    `order` names the sections of the resume in their order, each once; a section that is not named follows in the usual
    order.
    """

    name: str = ""
    headline: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    street: str = ""
    place: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    profiles: tuple[Profile, ...] = ()
    summary: str = ""
    jobs: tuple[Job, ...] = ()
    volunteering: tuple[Volunteering, ...] = ()
    projects: tuple[Project, ...] = ()
    studies: tuple[Study, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    awards: tuple[Award, ...] = ()
    publications: tuple[Publication, ...] = ()
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    order: tuple[str, ...] = ()
    rest: str = ""
