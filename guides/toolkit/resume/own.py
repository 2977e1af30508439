"""The resume of a person, from their own details only."""

from collections.abc import Iterable, Iterator

from guides.toolkit.outline import Block, Heading, Items, Outline, Paragraph, outline
from guides.toolkit.placeholders import placeholder
from guides.toolkit.resume.person import Certificate, Job, Person, Project, Study, date_in_words, period


def draft_resume(person: Person) -> Outline:
    """Draft the resume without missing parts; only a name, contact or basic facts of a job become placeholders."""
    contact = [value for value in (person.email, person.phone, person.place, person.url) if value]
    blocks: list[Block] = [
        Paragraph(person.headline),
        Paragraph(" · ".join(contact) or placeholder("email, telephone, town")),
        Heading("Profile"),
        Paragraph(person.summary),
        Heading("Experience"),
        *(block for job in person.jobs for block in _job(job)),
        Heading("Projects and voluntary work"),
        Items(tuple(map(_project, person.projects))),
        Heading("Education"),
        Items(tuple(map(_study, person.studies))),
        Heading("Certificates"),
        Items(tuple(map(_certificate, person.certificates))),
        Heading("Skills"),
        Items(person.skills),
        Heading("Languages"),
        Items(person.languages),
    ]
    return outline(person.name or placeholder("Your name"), blocks)


def _job(job: Job) -> Iterator[Block]:
    yield Heading(f"{job.position or placeholder('position')}, {job.employer or placeholder('employer')}", 2)
    dates = _capitalized(period(job.start, job.end)) or placeholder("from when to when")
    yield Paragraph(_joined((dates, job.place), " · "))
    yield Items(job.highlights)


def _project(project: Project) -> str:
    return _joined((project.name, project.description), ": ")


def _study(study: Study) -> str:
    words = _joined((study.degree, study.area, study.school), ", ")
    return _joined((words, period(study.start, study.end)), "; ")


def _certificate(certificate: Certificate) -> str:
    date = date_in_words(certificate.date) if certificate.date else ""
    return _joined((certificate.name, certificate.issuer, date), ", ")


def _joined(parts: Iterable[str], between: str) -> str:
    return between.join(filter(None, parts))


def _capitalized(words: str) -> str:
    return words[:1].upper() + words[1:]
