"""Comparison of two to four jobs, guides or official occupations: facts, levels, skills, pros and cons.

The other jobs are compared with the first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guides.document import GuideDocument
from guides.document.shape import CareerStep, SalaryLevel
from guides.finding.comparing.facts import FACTS, Fact, fact_of
from guides.finding.comparing.jobs import Job, find_jobs, guide_job
from guides.models import Skill
from guides.official.models import Release
from guides.pages.other_pay import PayLine, pay_lines
from guides.pages.pay import PayScale, guide_amounts, pay_scale
from guides.pages.provenance import SourceNote, notes_on, sources_in, sources_of_levels
from guides.rendering import charts

__all__ = ["FEWEST", "MOST", "Comparison", "Job", "compare", "find_jobs", "guide_job"]

FEWEST, MOST = 2, 4
MOST_POINTS = 3  # pros, and cons


@dataclass(frozen=True, slots=True)
class Level:
    """A level with its years and its median as the guide states them; drawn if in the currency of the scale."""

    title: str
    years: str = ""
    median: int | None = None
    strip: charts.PayStrip | None = None


@dataclass(frozen=True, slots=True)
class Points:
    """The first pros or cons of a guide, and how many it has."""

    first: tuple[str, ...]
    total: int

    @classmethod
    def of(cls, points: tuple[str, ...]) -> "Points":
        return cls(points[:MOST_POINTS], len(points))


@dataclass(frozen=True, slots=True)
class Column:
    """A job of the comparison, and the keys of the jobs of other comparisons: without it, with it one place earlier,
    and with its guide in place of an occupation."""

    job: Job
    without: tuple[str, ...]
    earlier: tuple[str, ...]
    as_guide: tuple[str, ...]
    levels: tuple[Level, ...]
    sources: tuple[SourceNote, ...]
    level_sources: tuple[SourceNote, ...]
    other_pay: tuple[PayLine, ...]
    own_skills: tuple[Skill, ...]
    pros: Points
    cons: Points

    @property
    def currency(self) -> str | None:
        return self.job.document.key_facts.currency


@dataclass(frozen=True, slots=True)
class SharedSkill:
    """A skill that several of the guides require: the titles of these guides, and their own names for it if they
    differ by more than upper and lower case."""

    skill: Skill
    titles: tuple[str, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Jobs side by side; skills are shared among the guides alone."""

    scale: PayScale
    facts: tuple[Fact, ...]
    columns: tuple[Column, ...]
    shared_by_all: tuple[SharedSkill, ...]
    shared_by_some: tuple[SharedSkill, ...]

    @property
    def titles(self) -> list[str]:
        return [column.job.title for column in self.columns]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(column.job.key for column in self.columns)

    @property
    def guides(self) -> int:
        return sum(not column.job.is_occupation for column in self.columns)

    @property
    def different(self) -> list[Fact]:
        return [fact for fact in self.facts if fact.is_stated and not fact.is_same]

    @property
    def same(self) -> list[Fact]:
        return [fact for fact in self.facts if fact.is_same]

    @property
    def unstated(self) -> list[str]:
        return [fact.label for fact in self.facts if not fact.is_stated]

    @property
    def releases(self) -> list[Release]:
        """The releases that the figures of its occupations are from."""
        return [release for column in self.columns for release in column.job.releases]


def compare(jobs: Sequence[Job], currency: str | None = None) -> Comparison:
    """Compare jobs in their given order, with pay drawn in this currency, or in the most frequent one."""
    documents = [job.document for job in jobs]
    scale = pay_scale(((document.key_facts.currency, guide_amounts(document)) for document in documents), currency)
    guides = [job for job in jobs if not job.is_occupation]
    by_all = set.intersection(*(set(job.skills) for job in guides)) if len(guides) >= FEWEST else set()
    return Comparison(
        scale=scale,
        facts=tuple(fact_of(rule, jobs, scale.axis) for rule in FACTS),
        columns=tuple(_column(place, jobs, scale.axis) for place in range(len(jobs))),
        shared_by_all=_shared(by_all, guides),
        shared_by_some=_shared(set().union(*(job.skills for job in guides)) - by_all, guides),
    )


def _column(place: int, jobs: Sequence[Job], axis: charts.PayAxis | None) -> Column:
    job, document, keys = jobs[place], jobs[place].document, [each.key for each in jobs]
    others = [*keys[:place], *keys[place + 1 :]]
    elsewhere = set().union(*(each.skills for each in jobs if each is not job))
    has_other_pay = any(not pay.level for pay in document.other_pay)
    guide = job.guide.slug if job.guide and job.guide.slug not in keys else None
    return Column(
        job=job,
        without=tuple(others),
        earlier=(*others[: place - 1], job.key, *others[place - 1 :]) if place else (),
        as_guide=(*keys[:place], guide, *keys[place + 1 :]) if guide else (),
        levels=_levels(document, axis),
        sources=notes_on(sources_in(document).of_facts(document.key_facts, has_other_pay=has_other_pay)),
        level_sources=notes_on(sources_of_levels(document)),
        other_pay=pay_lines(document.other_pay, of_levels=True),
        own_skills=_in_order(set(job.skills) - elsewhere),
        pros=Points.of(document.pros),
        cons=Points.of(document.cons),
    )


def _levels(document: GuideDocument, axis: charts.PayAxis | None) -> tuple[Level, ...]:
    """The levels of the career path, then those that only have pay; a title in both is one level."""
    drawn = axis if axis and axis.currency == document.key_facts.currency else None
    steps = {step.title.casefold(): step for step in reversed(document.career_path)}
    paid = {level.title.casefold(): level for level in reversed(document.salary_levels)}
    rows = (*document.career_path, *document.salary_levels)
    names = dict.fromkeys(row.title.casefold() for row in rows)
    return tuple(_level(steps.get(name), paid.get(name), drawn) for name in names)


def _level(step: CareerStep | None, paid: SalaryLevel | None, axis: charts.PayAxis | None) -> Level:
    return Level(
        title=(step or paid).title,
        years=step.experience if step else "",
        median=paid and paid.median,
        strip=axis and paid and charts.level_strip(axis, paid.median, paid.average),
    )


def _in_order(skills: Iterable[Skill]) -> tuple[Skill, ...]:
    return tuple(sorted(skills, key=lambda skill: skill.key))


def _shared(skills: Iterable[Skill], guides: Sequence[Job]) -> tuple[SharedSkill, ...]:
    """Those of the skills that several guides require, with the titles and the words of these guides."""
    found = []
    for skill in _in_order(skills):
        titles = tuple(job.title for job in guides if skill in job.skills)
        words = {job.skills[skill].casefold(): job.skills[skill] for job in guides if skill in job.skills}
        if len(titles) >= FEWEST:
            found.append(SharedSkill(skill, titles, tuple(words.values()) if len(words) > 1 else ()))
    return tuple(found)
