"""What the dates of a resume add up to: months of work, and gaps between jobs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from guides.toolkit.resume.dates import date_in_words, is_ongoing, months_of
from guides.toolkit.resume.person import Person

LONGEST_GAP = 6  # months that need no word
MONTHS_OF_A_SCHOOL = 48  # before its end, where nothing says when it began
Span = tuple[int, int]  # the first and the last month, counted from the year 0


@dataclass(frozen=True, slots=True)
class Gap:
    """The months between two jobs; `next_job` is the place of the later one in the resume."""

    first: int
    last: int
    next_job: int

    @property
    def words(self) -> str:
        return f"{_in_words(self.first)} to {_in_words(self.last)}"


def months_of_work(person: Person, today: date) -> int | None:
    """Return how many months the jobs cover, jobs at the same time counted once; None if no job has dates."""
    spans = [span for job in person.jobs if (span := _span(job.start, job.end, today))]
    return sum(last - first + 1 for first, last in _merged(spans)) if spans else None


def gaps_between_jobs(person: Person, today: date) -> list[Gap]:
    """List the times of more than LONGEST_GAP months between jobs that no school, volunteering or project fills.

    A year alone counts from January to December. Without readable dates of every job, there are none to tell.
    """
    jobs = [_span(job.start, job.end, today) for job in person.jobs]
    if None in jobs or not jobs:
        return []
    others = (_span(entry.start, entry.end, today) for entry in (*person.volunteering, *person.projects))
    schools = (_school_span(study.start, study.end, today) for study in person.studies)
    spans = [span for span in (*jobs, *others, *schools) if span]
    starts = {span[0]: place for place, span in enumerate(jobs) if span}
    first_job, last_job = min(starts), max(starts)
    found: list[Gap] = []
    covered = None
    for first, last in _merged(spans):
        if covered is not None and first - covered - 1 > LONGEST_GAP and first_job <= covered and first <= last_job:
            following = starts[min(start for start in starts if start >= first)]
            found.append(Gap(covered + 1, first - 1, following))
        covered = last
    return found


def _span(start: str, end: str, today: date) -> Span | None:
    now = today.year * 12 + today.month - 1
    first, last = months_of(start), months_of(end) if end and not is_ongoing(end) else (0, now)
    return (first[0], max(first[0], last[1])) if first and last else None


def _school_span(start: str, end: str, today: date) -> Span | None:
    last = months_of(end)
    return (last[0] - MONTHS_OF_A_SCHOOL, last[1]) if last and not start else _span(start, end, today)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Return the times that are covered, each once, in their order."""
    merged: list[Span] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def _in_words(month: int) -> str:
    return date_in_words(f"{month // 12}-{month % 12 + 1:02}")
