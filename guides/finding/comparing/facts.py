"""The facts of a comparison: a row each, with the words of every job and how it differs from the first one.

Medians of different currencies or countries are not compared.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.template.defaultfilters import pluralize

from guides.document import GuideDocument
from guides.finding.comparing.jobs import Job
from guides.pages.other_pay import pay_lines
from guides.pages.pay import pay_view, range_words
from guides.rendering import charts
from guides.rendering.markdown import plain_words
from guides.rendering.money import format_growth, format_money, median_difference, median_obstacle
from guides.rendering.passages import split_sentences
from guides.rendering.words import REMOTE_WORK_WORDS

OBSTACLE_WORDS = {"currency": "paid in another currency", "country": "these figures are for another country"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A fact of one job in words, `None` if not stated, its difference from the first job, and its pay drawn.

    `needs_guide` if official sources never state it and the job has no guide.
    """

    words: str | None
    difference: str = ""
    strip: charts.PayStrip | None = None
    needs_guide: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the comparison, with a cell for each job."""

    label: str
    cells: tuple[Cell, ...]
    is_figure: bool
    is_same: bool

    @property
    def is_stated(self) -> bool:
        return any(cell.words for cell in self.cells)


@dataclass(frozen=True, slots=True)
class FactRule:
    """How to write a fact and its difference from the first job.

    `is_drawn` if the cells show the strip; such a row stays where it is even if all jobs have the same words. Official
    sources never state what is `of_guides`.
    """

    label: str
    words: Callable[[GuideDocument], str]
    difference: Callable[[GuideDocument, GuideDocument], str] = lambda first, other: ""
    is_figure: bool = False
    is_drawn: bool = False
    of_guides: bool = False


def median_words(document: GuideDocument) -> str:
    facts = document.key_facts
    yearly = "" if facts.median_salary is None else format_money(facts.median_salary, facts.currency)
    average = (f"average {words}" for words in _other_pay(document, "average"))
    return _pay(yearly, *_other_pay(document, "median"), *average)


def _range(document: GuideDocument) -> str:
    return _pay(range_words(document.key_facts), *_other_pay(document, "range"))


def _pay(yearly: str, *other: str) -> str:
    return "; ".join((*((f"{yearly} a year",) if yearly else ()), *other))


def _other_pay(document: GuideDocument, figure: str) -> Iterator[str]:
    """Pay of the role that is not a whole amount a year, in words."""
    stated = (pay for pay in document.other_pay if pay.figure == figure)
    return (line.text for line in pay_lines(stated, of_levels=False))


def _median_difference(first: GuideDocument, other: GuideDocument) -> str:
    amount = median_difference(first.key_facts, other.key_facts)
    if amount is None:
        return OBSTACLE_WORDS.get(median_obstacle(first.key_facts, other.key_facts), "")
    share = round(100 * abs(amount) / first.key_facts.median_salary)
    more = "more" if amount > 0 else "less"
    words = format_money(abs(amount), first.key_facts.currency)
    return f"pays {words} ({share}%) {more} a year" if amount else "pays the same"


def _growth(document: GuideDocument) -> str:
    facts = document.key_facts
    number = "" if facts.growth_percent is None else format_growth(facts.growth_percent)
    return ", ".join(filter(None, (number, facts.growth_note)))


def _growth_difference(first: GuideDocument, other: GuideDocument) -> str:
    before, after = first.key_facts.growth_percent, other.key_facts.growth_percent
    if before is None or after is None:
        return ""
    points = round(after - before, 3)
    if not points:
        return "the same growth"
    return f"{abs(points):g} percentage point{pluralize(abs(points))} {'higher' if points > 0 else 'lower'}"


def _openings(document: GuideDocument) -> str:
    facts = document.key_facts
    if facts.annual_openings is None:
        return ""
    return f"{'about ' if facts.annual_openings_is_approximate else ''}{facts.annual_openings:,}"


def _openings_difference(first: GuideDocument, other: GuideDocument) -> str:
    before, after = first.key_facts.annual_openings, other.key_facts.annual_openings
    if before is None or after is None:
        return ""
    if before == after:
        return "the same number"
    about = "about " if any(each.key_facts.annual_openings_is_approximate for each in (first, other)) else ""
    return f"{about}{abs(after - before):,} {'more' if after > before else 'fewer'}"


def _education_difference(first: GuideDocument, other: GuideDocument) -> str:
    before, after = (charts.education_mark(document.details.education_level) for document in (first, other))
    if not before or not after or before.number == after.number:
        return ""
    return "asks for more education" if after.number > before.number else "asks for less education"


def _remote_difference(first: GuideDocument, other: GuideDocument) -> str:
    before, after = (_remote_rank(document) for document in (first, other))
    if before is None or after is None or before == after:
        return ""
    return "more often remote" if after < before else "less often remote"


def _remote_rank(document: GuideDocument) -> int | None:
    """The place among the words for remote work, from common to rare."""
    words = list(REMOTE_WORK_WORDS)
    return words.index(document.details.remote_work) if document.details.remote_work in words else None


def _first_sentence(document: GuideDocument) -> str:
    return split_sentences(plain_words(document.summary))[0]


FACTS = (
    FactRule("Median pay", median_words, _median_difference, is_figure=True, is_drawn=True),
    FactRule("Pay range", _range, is_figure=True),
    FactRule("Outlook", _growth, _growth_difference, is_figure=True),
    FactRule("Openings a year", _openings, _openings_difference, is_figure=True),
    FactRule("Education", lambda document: document.details.education_level or "", _education_difference),
    FactRule("Education in detail", lambda document: document.key_facts.typical_education),
    FactRule("Time to qualify", lambda document: document.details.time_to_qualify or "", of_guides=True),
    FactRule("Cost to qualify", lambda document: document.details.cost_to_qualify or "", of_guides=True),
    FactRule("Licenses", lambda document: ", ".join(known.name for known in document.details.licenses), of_guides=True),
    FactRule(
        "Remote work",
        lambda document: REMOTE_WORK_WORDS.get(document.details.remote_work or "", ""),
        _remote_difference,
        of_guides=True,
    ),
    FactRule("What they do", _first_sentence),
    FactRule("Field", lambda document: document.details.field or ""),
    FactRule("Top industries", lambda document: ", ".join(document.key_facts.top_industries), of_guides=True),
    FactRule("Country of the figures", lambda document: document.key_facts.country or ""),
)


def fact_of(rule: FactRule, jobs: Sequence[Job], axis: charts.PayAxis | None) -> Fact:
    first, *others = jobs
    differences = ["", *(rule.difference(first.document, other.document) for other in others)]
    cells = tuple(_cell(rule, job, axis, differs) for job, differs in zip(jobs, differences, strict=True))
    is_same = not rule.is_drawn and bool(cells[0].words) and len({cell.words for cell in cells}) == 1
    return Fact(rule.label, cells, rule.is_figure, is_same)


def _cell(rule: FactRule, job: Job, axis: charts.PayAxis | None, difference: str) -> Cell:
    return Cell(
        words=rule.words(job.document) or None,
        difference=difference,
        strip=pay_view(job.document.key_facts, (), axis).strip if rule.is_drawn else None,
        needs_guide=rule.of_guides and job.is_occupation,
    )
