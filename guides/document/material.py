"""Material for applicants and recruiters: interview questions, sample resumes and letters, job ads, a glossary."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from guides.document.choices import INTERVIEW_KINDS
from guides.document.kinds import Bullets, Id, Jobs, Line, Markdown, Name, Question, one_of
from guides.document.lines import TEXT_BULLET

MATERIAL = ("interview", "resumes", "letters", "job_ads", "glossary")  # the lists of a document
FIRST_JOB, CAREER_CHANGE, EXPERIENCED, SHORT_EMAIL = "First job", "Career change", "Experienced", "Short email"
# The situations of a list beside the titles of levels.
SITUATIONS = {
    "resumes": (FIRST_JOB, CAREER_CHANGE),
    "letters": (FIRST_JOB, CAREER_CHANGE, EXPERIENCED, SHORT_EMAIL),
}
MOST_MUST_HAVES = 7
BULLET = "- "
INVENTED = "Invented person, an example"  # shown with every sample, on pages and in files
Head = tuple[str, str, str, str]  # of a job: title, employer, place, dates


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewQuestion:
    """A question of an interview: what it tests, how to build the answer, and a sample answer.

    `id` identifies the question for good; it is empty until the guide is first saved with it. In a guide, each id is
    used once.
    """

    id: Id = ""
    kind: Annotated[str, one_of(INTERVIEW_KINDS, longest=20)]
    question: Question
    looks_for: Markdown = ""
    plan: Markdown = ""
    sample: Markdown = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleResume:
    """The resume of an invented person.

    `situation` is the title of a level or one of SITUATIONS. `experience` is read with `read_jobs`, `skills` are
    separated by semicolons, and `notes` say why it is written this way.
    """

    situation: Name
    person: Name = ""
    headline: Line = ""
    profile: Markdown = ""
    experience: Jobs = ""
    skills: Line = ""
    education: Markdown = ""
    notes: Markdown = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleLetter:
    """A cover letter of an invented person for a level or one of SITUATIONS; `notes` say why it is written this way."""

    situation: Name
    body: Markdown
    notes: Markdown = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobAd:
    """The parts of a job ad, the first one for every level. One for a `level` holds only what differs there."""

    level: Name = ""
    summary: Markdown = ""
    duties: Bullets = ""
    must_haves: Bullets = ""
    nice_to_haves: Bullets = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryTerm:
    """A word of the trade and what it means."""

    term: Name
    meaning: Line


@dataclass(frozen=True, slots=True)
class SampleJob:
    """A job in a sample resume; each text is Markdown."""

    title: str
    employer: str
    place: str
    dates: str
    points: tuple[str, ...] = ()


def read_jobs(text: str) -> tuple[SampleJob, ...]:
    """The jobs in `Title; Employer; Place; Dates` lines, each followed by its points as bullets.

    Raises ValueError with the first line that is neither.
    """
    jobs: list[tuple[Head, list[str]]] = []
    for line in filter(None, text.split("\n")):
        if line.startswith(BULLET) and jobs:
            jobs[-1][1].append(line.removeprefix(BULLET))
        else:
            jobs.append((_read_job(line), []))
    return tuple(SampleJob(*head, points=tuple(points)) for head, points in jobs)


def _read_job(line: str) -> Head:
    head = line.split("; ")
    if len(head) != 4 or not all(part.strip() for part in head) or line.startswith((BULLET, " ")):
        raise ValueError(line)
    title, employer, place, dates = head
    return title, employer, place, dates


def write_jobs(jobs: tuple[SampleJob, ...]) -> str:
    """Write jobs as `read_jobs` reads them: points right below their job, and a blank line between jobs."""
    return "\n\n".join("\n".join(_job_lines(job)) for job in jobs)


def _job_lines(job: SampleJob) -> Iterator[str]:
    yield "; ".join((job.title, job.employer, job.place, job.dates))
    yield from (BULLET + point for point in job.points)


def read_bullets(text: str) -> tuple[str, ...]:
    """The words of a list with one bullet a line. Raises ValueError with the first line that is no bullet."""
    lines = text.split("\n") if text else []
    for line in lines:
        if not line.startswith(BULLET):
            raise ValueError(line)
    return tuple(line.removeprefix(BULLET) for line in lines)


def tidy_bullets(text: str) -> str:
    """A list as `read_bullets` reads it, out of lines with any bullets or none."""
    return "\n".join(BULLET + words for words, _ in _typed_lines(text))


def tidy_jobs(text: str) -> str:
    """Jobs as `write_jobs` writes them, out of lines in which points have any bullets."""
    lines: list[str] = []
    for words, is_point in _typed_lines(text):
        if lines and not is_point:
            lines.append("")
        lines.append(BULLET + words if is_point else words)
    return "\n".join(lines)


def _typed_lines(text: str) -> Iterator[tuple[str, bool]]:
    """The words of each line, and whether they had a bullet."""
    for raw in filter(None, map(str.strip, text.splitlines())):
        bullet = TEXT_BULLET.match(raw)
        yield raw[bullet.end() :] if bullet else raw, bullet is not None


def read_term(line: str) -> GlossaryTerm | None:
    """The term and its meaning in `Term: meaning`; None if a line is neither."""
    term, colon, meaning = line.partition(": ")
    return (
        GlossaryTerm(term=term.strip(), meaning=meaning.strip()) if colon and term.strip() and meaning.strip() else None
    )


def write_term(term: GlossaryTerm) -> str:
    return f"{term.term}: {term.meaning}"
