"""A sample resume of a guide: as a page and a file that say that the person is invented, and as words to begin with."""

import re
from collections.abc import Iterator
from dataclasses import replace

from guides.document.material import SampleJob, SampleResume, read_jobs
from guides.rendering.markdown import plain_lines, plain_words
from guides.toolkit.resume.dates import is_ongoing, read_when
from guides.toolkit.resume.form import as_data
from guides.toolkit.resume.json_resume import read_resume, write_resume
from guides.toolkit.resume.person import Job, Person, Study
from guides.toolkit.resume.sections import ResumePage, build_resume
from guides.toolkit.samples import INVENTED_SAMPLE

ABOUT = f"{INVENTED_SAMPLE} Your own email, phone number and town go here."
SKILL_SEPARATOR = ";"
_STUDY = re.compile(r"(?P<degree>[^,]+), (?P<school>.+), (?P<end>[12]\d{3})")
_TO = re.compile(" [–-] ")


def sample_person(resume: SampleResume) -> Person:
    """Return the invented person with all words of the guide, without its Markdown."""
    return Person(
        name=plain_words(resume.person),
        headline=plain_words(resume.headline),
        summary="\n".join(plain_lines(resume.profile)),
        jobs=tuple(map(_job, read_jobs(resume.experience))),
        studies=tuple(map(_study, plain_lines(resume.education))),
        skills=tuple(filter(None, (plain_words(words.strip()) for words in resume.skills.split(SKILL_SEPARATOR)))),
    )


def labelled_person(resume: SampleResume) -> Person:
    """Return the invented person with a summary that says so, because programs show it first."""
    person = sample_person(resume)
    return replace(person, summary=f"{INVENTED_SAMPLE} {person.summary}".strip())


def sample_page(resume: SampleResume) -> ResumePage:
    """Return the resume of the invented person, titled with the situation where the guide names nobody."""
    page = build_resume(sample_person(resume), ABOUT)
    return page if page.name else replace(page, name=f"Sample resume: {resume.situation}")


def example_data(resume: SampleResume) -> dict[str, str]:
    """Return form data to begin with: the words of the sample without the name."""
    return as_data(read_resume(write_resume(replace(sample_person(resume), name=""))))


def still_from_example(person: Person, resume: SampleResume) -> list[str]:
    """List what a person has word for word from a sample: employers, schools, the profile, and points."""
    own, invented = set(_words_of(person)), dict.fromkeys(_words_of(sample_person(resume)))
    return [words for words in invented if words in own]


def _words_of(person: Person) -> Iterator[str]:
    yield from filter(None, (job.employer for job in person.jobs))
    yield from filter(None, (study.school for study in person.studies))
    if person.summary:
        yield person.summary
    for job in person.jobs:
        yield from job.highlights


def _job(job: SampleJob) -> Job:
    title, employer, place, dates = map(plain_words, (job.title, job.employer, job.place, job.dates))
    start, _, end = (_TO.sub("\n", dates, count=1) if dates else "").partition("\n")
    return Job(
        position=title,
        employer=employer,
        place=place,
        start=_date(start),
        end="" if is_ongoing(end) else _date(end or start),
        highlights=tuple(map(plain_words, job.points)),
    )


def _date(words: str) -> str:
    return read_when(words) or words


def _study(line: str) -> Study:
    """Read `Degree, School, Town, 2026`; a line in another form is the degree."""
    match = _STUDY.fullmatch(line)
    return Study(**match.groupdict()) if match else Study(degree=line)
