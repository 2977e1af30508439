"""A sample resume of a guide, as a page and as the details of a person; both say that the person is invented."""

import re
from collections.abc import Iterator

from guides.document.material import SampleJob, SampleResume, read_jobs
from guides.rendering.markdown import plain_lines, plain_words
from guides.toolkit.fields import read_month
from guides.toolkit.outline import Block, Heading, Items, Outline, Paragraph, outline
from guides.toolkit.resume.person import Job, Person, Study
from guides.toolkit.samples import INVENTED_SAMPLE, blocks_of

ABOUT = f"{INVENTED_SAMPLE} Your own email, phone number and town go here."
SKILL_SEPARATOR = ";"
_STUDY = re.compile(r"(?P<degree>[^,]+), (?P<school>.+), (?P<end>[12]\d{3})")
_TO = re.compile(" [–-] ")


def draft_sample(resume: SampleResume) -> Outline:
    """Draft the page, with the words of the guide in the order of a resume."""
    blocks: list[Block] = [
        Paragraph(resume.headline),
        Paragraph(ABOUT),
        Heading("Profile"),
        *blocks_of(resume.profile),
        Heading("Experience"),
        *(block for job in read_jobs(resume.experience) for block in _job(job)),
        Heading("Skills"),
        Paragraph(" · ".join(_skills(resume))),
        Heading("Education"),
        Items(tuple(plain_lines(resume.education))),
    ]
    return outline(resume.person or f"Sample resume: {resume.situation}", blocks)


def _job(job: SampleJob) -> Iterator[Block]:
    yield Heading(plain_words(f"{job.title}, {job.employer}"), 2)
    yield Paragraph(plain_words(f"{job.dates} · {job.place}"))
    yield Items(tuple(map(plain_words, job.points)))


def _skills(resume: SampleResume) -> tuple[str, ...]:
    return tuple(filter(None, (words.strip() for words in resume.skills.split(SKILL_SEPARATOR))))


def sample_person(resume: SampleResume) -> Person:
    """Return the invented person; the summary says so, because it is what programs show of a resume first."""
    return Person(
        name=resume.person,
        headline=resume.headline,
        summary=f"{INVENTED_SAMPLE} {plain_words(resume.profile)}".strip(),
        jobs=tuple(map(_person_job, read_jobs(resume.experience))),
        studies=tuple(map(_study, plain_lines(resume.education))),
        skills=_skills(resume),
    )


def _person_job(job: SampleJob) -> Job:
    title, employer, place, dates = map(plain_words, (job.title, job.employer, job.place, job.dates))
    known = [read_month(date) or "" for date in _TO.split(dates, maxsplit=1)]
    return Job(
        position=title,
        employer=employer,
        place=place,
        start=known[0],
        end=known[-1],
        highlights=tuple(map(plain_words, job.points)),
    )


def _study(line: str) -> Study:
    """Read `Degree, School, Town, 2026`; a line in another form is the degree."""
    match = _STUDY.fullmatch(line)
    return Study(**match.groupdict()) if match else Study(degree=line)
