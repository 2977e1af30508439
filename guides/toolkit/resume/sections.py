"""A resume in its sections, as every file format and the page show it: built from a person's details alone.

Nothing is invented and nothing is left out: each detail of a person stands in one section.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from guides.toolkit.outline import Block, Heading, Items, Link, Links, Outline, Paragraph, outline
from guides.toolkit.resume.dates import date_in_words, period
from guides.toolkit.resume.person import (
    Award,
    Certificate,
    Job,
    Person,
    Profile,
    Project,
    Publication,
    Reference,
    Study,
    Volunteering,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A job, school or other entry: `title` (`Shift Lead, Corner Bakery`), the place and the dates beside it, then
    paragraphs, points and a link."""

    title: str = ""
    place: str = ""
    dates: str = ""
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    link: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section: its name in `Person.order`, its title, and paragraphs, entries or points."""

    name: str
    title: str
    paragraphs: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    points: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.paragraphs or self.entries or self.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumePage:
    """A resume: name, the job applied for, how to reach the person, and the sections with content in their order.

    `note` says that the person is invented; it is empty for a real one.
    """

    name: str
    headline: str = ""
    contact: tuple[Link, ...] = ()
    note: str = ""
    sections: tuple[Section, ...] = ()


# The order of the sections by the situation of the applicant; the first is the usual one.
ORDERS = {
    "experience": (
        *("summary", "jobs", "skills", "studies", "certificates", "projects", "volunteering"),
        *("awards", "publications", "languages", "interests", "references"),
    ),
    "first-job": (
        *("summary", "studies", "projects", "volunteering", "jobs", "skills", "certificates"),
        *("awards", "languages", "interests", "publications", "references"),
    ),
    "career-change": (
        *("summary", "skills", "jobs", "projects", "certificates", "studies", "volunteering"),
        *("awards", "publications", "languages", "interests", "references"),
    ),
}
USUAL_ORDER = ORDERS["experience"]
_GPA = re.compile(r"[0-4]\.\d{1,2}(?: ?/ ?4(?:\.0+)?)?", re.ASCII)


def build_resume(person: Person, note: str = "") -> ResumePage:
    """Build the resume of a person, in the order of their sections; `note` says that a person is invented."""
    sections = {name: build(person) for name, build in SECTIONS.items()}
    order = dict.fromkeys([*(name for name in person.order if name in sections), *USUAL_ORDER])
    return ResumePage(
        name=person.name,
        headline=person.headline,
        contact=tuple(_contact(person)),
        note=note,
        sections=tuple(sections[name] for name in order if not sections[name].is_empty),
    )


def _contact(person: Person) -> Iterator[Link]:
    town = _joined((person.place, _joined((person.region, person.postcode), " ")))
    if address := _joined((person.street, town, person.country)):
        yield Link(address)
    if person.phone:
        yield Link(person.phone)
    if person.email:
        yield Link(person.email, f"mailto:{person.email}")
    if person.url:
        yield _web(person.url)
    yield from map(_profile, person.profiles)


def _profile(profile: Profile) -> Link:
    shown = _web(profile.url) if profile.url else Link("")
    names = [name for name in (profile.network, profile.username) if name.casefold() not in shown.words.casefold()]
    return Link(_joined((*names, shown.words), " "), shown.address)


def _web(address: str) -> Link:
    """Show an address without what everybody leaves out when they write it."""
    return Link(address.removeprefix("https://").removeprefix("http://").removesuffix("/"), address)


def _job(job: Job) -> Entry:
    return Entry(
        title=_joined((job.position, job.employer)),
        place=job.place,
        dates=period(job.start, job.end),
        paragraphs=_given(job.about, job.summary),
        points=job.highlights,
        link=_link(job.url),
    )


def _volunteering(work: Volunteering) -> Entry:
    return Entry(
        title=_joined((work.position, work.organization)),
        dates=period(work.start, work.end),
        paragraphs=_given(work.summary),
        points=work.highlights,
        link=_link(work.url),
    )


def _project(project: Project) -> Entry:
    kind = project.kind[:1].upper() + project.kind[1:]
    return Entry(
        title=_joined((project.name, project.roles, project.entity)),
        place=kind,
        dates=period(project.start, project.end) if project.end else date_in_words(project.start),
        paragraphs=_given(project.description, project.keywords),
        points=project.highlights,
        link=_link(project.url),
    )


def _study(study: Study) -> Entry:
    return Entry(
        title=_joined((_joined((study.degree, study.area)), study.school)),
        place=f"GPA {study.score}" if _GPA.fullmatch(study.score) else study.score,
        dates=period(study.start, study.end) if study.end else date_in_words(study.start),
        points=study.courses,
        link=_link(study.url),
    )


def _certificate(certificate: Certificate) -> Entry:
    title = _joined((certificate.name, certificate.issuer))
    return Entry(title=title, dates=date_in_words(certificate.date), link=_link(certificate.url))


def _award(award: Award) -> Entry:
    title = _joined((award.title, award.awarder))
    return Entry(title=title, dates=date_in_words(award.date), paragraphs=_given(award.summary))


def _publication(publication: Publication) -> Entry:
    return Entry(
        title=_joined((publication.name, publication.publisher)),
        dates=date_in_words(publication.date),
        paragraphs=_given(publication.summary),
        link=_link(publication.url),
    )


def _reference(reference: Reference) -> Entry:
    return Entry(title=reference.name, paragraphs=_given(reference.words))


def _entries(name: str, title: str, build: Callable[..., Entry]) -> Callable[[Person], Section]:
    return lambda person: Section(name=name, title=title, entries=tuple(map(build, getattr(person, name))))


def _points(name: str, title: str) -> Callable[[Person], Section]:
    return lambda person: Section(name=name, title=title, points=getattr(person, name))


SECTIONS: dict[str, Callable[[Person], Section]] = {
    "summary": lambda person: Section(name="summary", title="Profile", paragraphs=_given(person.summary)),
    "jobs": _entries("jobs", "Experience", _job),
    "volunteering": _entries("volunteering", "Volunteer work", _volunteering),
    "projects": _entries("projects", "Projects", _project),
    "studies": _entries("studies", "Education", _study),
    "certificates": _entries("certificates", "Certificates", _certificate),
    "awards": _entries("awards", "Awards", _award),
    "publications": _entries("publications", "Publications", _publication),
    "skills": _points("skills", "Skills"),
    "languages": _points("languages", "Languages"),
    "interests": _points("interests", "Interests"),
    "references": _entries("references", "References", _reference),
}


def _given(*texts: str) -> tuple[str, ...]:
    """Return each line of the texts as a paragraph."""
    return tuple(line for text in texts for line in text.split("\n") if line)


def _joined(parts: Iterable[str], between: str = ", ") -> str:
    return between.join(filter(None, parts))


def _link(address: str) -> Link | None:
    return _web(address) if address else None


def as_outline(page: ResumePage) -> Outline:
    """Return the resume as an outline, for the page and the formats without a design of their own."""
    blocks: list[Block] = [Paragraph(page.headline), Paragraph(page.note), Links(page.contact)]
    for section in page.sections:
        blocks += [Heading(section.title), *map(Paragraph, section.paragraphs)]
        for entry in section.entries:
            blocks += [Heading(entry.title, 2), Paragraph(_joined((entry.dates, entry.place), " · "))]
            blocks += [*map(Paragraph, entry.paragraphs), Items(entry.points)]
            blocks.append(Links((entry.link,) if entry.link else ()))
        blocks.append(Items(section.points))
    return outline(page.name or "Resume", blocks)
