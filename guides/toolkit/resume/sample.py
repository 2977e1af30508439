"""A sample resume of a guide as a person and as a page, and as the words that somebody begins from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from guides.document.material import SampleJob, SampleResume, read_jobs
from guides.rendering.markdown import plain_lines, plain_words
from guides.toolkit.resume.dates import is_ongoing, read_when
from guides.toolkit.resume.form import person_data
from guides.toolkit.resume.person import Job, Person, Study
from guides.toolkit.resume.sections import ResumePage, build_resume
from guides.toolkit.samples import INVENTED

ABOUT = f"{INVENTED}. The employers and schools are invented, too. Your own email, phone number and town go here."
SKILL_SEPARATOR = ";"
_STUDY = re.compile(r"(?P<degree>[^,]+), (?P<school>.+), (?P<end>[12]\d{3})")
_TO = re.compile(" [–-] ")


def sample_page(resume: SampleResume) -> ResumePage:
    """Build the page, which says that the person is invented."""
    page = build_resume(_person(resume), ABOUT)
    return replace(page, name=page.name or f"Sample resume: {resume.situation}")


def sample_person(resume: SampleResume) -> Person:
    """Return the invented person; the summary says so, because it is what programs show of a resume first."""
    person = _person(resume)
    return replace(person, summary=f"{INVENTED}. {person.summary}".strip())


def example_data(resume: SampleResume) -> dict[str, str]:
    """Return form data to begin from: all but the name, as a sample has no contact."""
    return person_data(replace(_person(resume), name=""))


def still_from_example(person: Person, resume: SampleResume) -> list[str]:
    """List the lines of the profile, the employers, schools and points that are still those of the sample."""
    example = {_key(words) for words in _telling_words(_person(resume))}
    return [words for words in _telling_words(person) if _key(words) in example]


def _telling_words(person: Person) -> Iterable[str]:
    """Return the words that are true of one person alone, each once."""
    employers = (job.employer for job in person.jobs)
    schools = (study.school for study in person.studies)
    points = (point for job in person.jobs for point in job.highlights)
    return dict.fromkeys(filter(None, (*person.summary.split("\n"), *employers, *schools, *points)))


def _key(words: str) -> str:
    return " ".join(words.casefold().split())


def _person(resume: SampleResume) -> Person:
    return Person(
        name=resume.person,
        headline=resume.headline,
        summary="\n".join(plain_lines(resume.profile)),
        jobs=tuple(map(_job, read_jobs(resume.experience))),
        studies=tuple(map(_study, plain_lines(resume.education))),
        skills=tuple(filter(None, (words.strip() for words in resume.skills.split(SKILL_SEPARATOR)))),
    )


def _job(job: SampleJob) -> Job:
    title, employer, place, dates = map(plain_words, (job.title, job.employer, job.place, job.dates))
    known = list(_dates(dates))
    return Job(
        position=title,
        employer=employer,
        place=place,
        start=known[0],
        end=known[-1],
        highlights=tuple(map(plain_words, job.points)),
    )


def _dates(words: str) -> Iterator[str]:
    """Read `May 2024 – present` as a start and an end, which is empty if the job goes on; `2023` is both."""
    for date in _TO.split(words, maxsplit=1):
        yield "" if is_ongoing(date) else read_when(date) or date


def _study(line: str) -> Study:
    """Read `Degree, School, Town, 2026`; a line in another form is the degree."""
    match = _STUDY.fullmatch(line)
    return Study(**match.groupdict()) if match else Study(degree=line)
