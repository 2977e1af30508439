"""Comparison of two to four guides: facts and their differences, pay, career ladder, skills, pros and cons.

The other guides are compared with the first. Medians of different currencies or countries are not compared.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.template.defaultfilters import pluralize

from guides.document import GuideDocument
from guides.document.shape import KeyFacts
from guides.models import GuideIndex, Skill
from guides.pages.other_pay import PayLine, pay_lines
from guides.pages.pay import PayScale, guide_amounts, pay_scale, pay_view, range_words
from guides.pages.provenance import SourceNote, notes_on, sources_in, sources_of_levels
from guides.rendering import charts
from guides.rendering.money import format_growth, format_money, median_difference, median_obstacle
from guides.rendering.words import REMOTE_WORK_WORDS

FEWEST, MOST = 2, 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A fact of one guide in words, `None` if not stated, its difference from the first guide, and its pay drawn.

    `notes` are the sources of a figure.
    """

    title: str
    words: str | None
    difference: str = ""
    strip: charts.PayStrip | None = None
    notes: tuple[SourceNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the comparison, with a cell for each guide."""

    label: str
    cells: tuple[Cell, ...]
    is_figure: bool


@dataclass(frozen=True, slots=True)
class LevelPay:
    """The pay of a level, drawn if it is in the currency of the scale."""

    title: str
    median: int
    strip: charts.PayStrip | None


@dataclass(frozen=True, slots=True)
class Column:
    """A guide of the comparison. All career paths share a span of years."""

    slug: str
    title: str
    currency: str | None
    levels: tuple[LevelPay, ...]
    notes: tuple[SourceNote, ...]
    other_pay: tuple[PayLine, ...]
    career_path: charts.CareerPathChart
    own_skills: tuple[Skill, ...]
    pros: tuple[str, ...]
    cons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedSkill:
    """A skill that several of the guides require: the titles of these guides, and their own names for it if they
    differ by more than upper and lower case."""

    skill: Skill
    titles: tuple[str, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    scale: PayScale
    facts: tuple[Fact, ...]
    columns: tuple[Column, ...]
    shared_by_all: tuple[SharedSkill, ...]
    shared_by_some: tuple[SharedSkill, ...]
    overlap: charts.Overlap | None

    @property
    def titles(self) -> list[str]:
        return [column.title for column in self.columns]

    @property
    def in_same_words(self) -> tuple[Skill, ...]:
        """The skills that all guides require under one name."""
        return tuple(shared.skill for shared in self.shared_by_all if not shared.names)

    @property
    def in_other_words(self) -> tuple[SharedSkill, ...]:
        """The skills that all guides require, each in words of its own."""
        return tuple(shared for shared in self.shared_by_all if shared.names)


def compare(guides: Sequence[GuideIndex], currency: str | None = None) -> Comparison:
    """Compare guides in their given order, with pay drawn in this currency, or in the most frequent one.

    `revision` and `skills__skill` should be prefetched.
    """
    documents = [guide.revision.guide for guide in guides]
    names = [{row.skill: row.name for row in reversed(guide.skills.all())} for guide in guides]
    skills = [set(own) for own in names]
    by_all = set.intersection(*skills)
    scale = pay_scale(((document.key_facts.currency, guide_amounts(document)) for document in documents), currency)
    span = max(charts.years_span(document.career_path) for document in documents)
    return Comparison(
        scale=scale,
        facts=tuple(_fact(rule, documents, scale.axis) for rule in FACTS),
        columns=tuple(
            _column(document, scale.axis, span, _in_order(own - set().union(*skills[:place], *skills[place + 1 :])))
            for place, (document, own) in enumerate(zip(documents, skills, strict=True))
        ),
        shared_by_all=_shared(by_all, documents, names),
        shared_by_some=_shared(set().union(*skills) - by_all, documents, names),
        overlap=charts.overlap(len(skills[0]), len(by_all), len(skills[1])) if len(guides) == FEWEST else None,
    )


def _column(document: GuideDocument, axis: charts.PayAxis | None, span: float, own: tuple[Skill, ...]) -> Column:
    currency = document.key_facts.currency
    drawn = axis if axis and axis.currency == currency else None
    return Column(
        slug=document.slug,
        title=document.title,
        currency=currency,
        levels=tuple(
            LevelPay(level.title, level.median, drawn and charts.level_strip(drawn, level.median, level.average))
            for level in document.salary_levels
        ),
        notes=notes_on(sources_of_levels(document)),
        other_pay=pay_lines(document.other_pay, of_levels=True),
        career_path=charts.career_path_chart(document.career_path, span=span),
        own_skills=own,
        pros=document.pros,
        cons=document.cons,
    )


def _in_order(skills: Iterable[Skill]) -> tuple[Skill, ...]:
    return tuple(sorted(skills, key=lambda skill: skill.key))


def _shared(
    skills: Iterable[Skill], documents: Sequence[GuideDocument], names: Sequence[Mapping[Skill, str]]
) -> tuple[SharedSkill, ...]:
    """Return those of the skills that several guides require, with the titles and the words of these guides."""
    found = []
    for skill in _in_order(skills):
        titles = tuple(document.title for document, own in zip(documents, names, strict=True) if skill in own)
        words = {own[skill].casefold(): own[skill] for own in names if skill in own}
        if len(titles) >= FEWEST:
            found.append(SharedSkill(skill, titles, tuple(words.values()) if len(words) > 1 else ()))
    return tuple(found)


# Facts

OBSTACLE_WORDS = {"currency": "in another currency than", "country": "in another country than"}


def _median(document: GuideDocument) -> str:
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


def _median_difference(first: KeyFacts, other: KeyFacts) -> str:
    amount = median_difference(first, other)
    if amount is None:
        return OBSTACLE_WORDS.get(median_obstacle(first, other), "")
    share = round(100 * abs(amount) / first.median_salary)
    more = "more" if amount > 0 else "less"
    return f"{format_money(abs(amount), first.currency)} ({share}%) {more} than" if amount else "the same as"


def _growth(document: GuideDocument) -> str:
    facts = document.key_facts
    number = "" if facts.growth_percent is None else format_growth(facts.growth_percent)
    return ", ".join(filter(None, (number, facts.growth_note)))


def _growth_difference(first: KeyFacts, other: KeyFacts) -> str:
    if first.growth_percent is None or other.growth_percent is None:
        return ""
    points = round(other.growth_percent - first.growth_percent, 3)
    if not points:
        return "the same as"
    return f"{abs(points):g} point{pluralize(abs(points))} {'faster' if points > 0 else 'slower'} than"


def _openings(document: GuideDocument) -> str:
    facts = document.key_facts
    if facts.annual_openings is None:
        return ""
    return f"{'about ' if facts.annual_openings_is_approximate else ''}{facts.annual_openings:,}"


def _openings_difference(first: KeyFacts, other: KeyFacts) -> str:
    if not first.annual_openings or not other.annual_openings:
        return ""
    factor = other.annual_openings / first.annual_openings
    if round(max(factor, 1 / factor), 1) == 1:
        return "about as many as"
    return f"{factor:.1f} times those of" if factor > 1 else f"{100 * factor:.0f}% of those of"


@dataclass(frozen=True, slots=True)
class FactRule:
    """How to write a fact, and its difference from the first guide without the name of that guide.

    `figures` are those that it states, and `other_pay` the kinds of other pay. `is_drawn` if the cells show the strip.
    """

    label: str
    words: Callable[[GuideDocument], str]
    difference: Callable[[KeyFacts, KeyFacts], str] = lambda first, other: ""
    figures: tuple[str, ...] = ()
    other_pay: tuple[str, ...] = ()
    is_drawn: bool = False


FACTS = (
    FactRule(
        "Median pay",
        _median,
        _median_difference,
        figures=("median_salary",),
        other_pay=("median", "average"),
        is_drawn=True,
    ),
    FactRule("Pay range", _range, figures=("salary_low", "salary_high"), other_pay=("range",)),
    FactRule("Job outlook", _growth, _growth_difference, figures=("growth_percent",)),
    FactRule("Openings a year", _openings, _openings_difference, figures=("annual_openings",)),
    FactRule("Education", lambda document: document.details.education_level or ""),
    FactRule("Education in the guide’s words", lambda document: document.key_facts.typical_education),
    FactRule("Remote work", lambda document: REMOTE_WORK_WORDS.get(document.details.remote_work or "", "")),
    FactRule("Field", lambda document: document.details.field or ""),
    FactRule("Top industries", lambda document: ", ".join(document.key_facts.top_industries)),
    FactRule("Country of the figures", lambda document: document.key_facts.country or ""),
)


def _fact(rule: FactRule, documents: Sequence[GuideDocument], axis: charts.PayAxis | None) -> Fact:
    first, *others = documents
    cells = [_cell(rule, first, axis)]
    for document in others:
        differs = rule.difference(first.key_facts, document.key_facts)
        cells.append(_cell(rule, document, axis, f"{differs} {first.title}" if differs else ""))
    return Fact(rule.label, tuple(cells), bool(rule.figures))


def _notes(rule: FactRule, document: GuideDocument) -> tuple[SourceNote, ...]:
    has_other_pay = any(pay.figure in rule.other_pay and not pay.level for pay in document.other_pay)
    known = sources_in(document)
    return notes_on(known.of_facts(document.key_facts, has_other_pay=has_other_pay, names=rule.figures))


def _cell(rule: FactRule, document: GuideDocument, axis: charts.PayAxis | None, difference: str = "") -> Cell:
    strip = pay_view(document.key_facts, (), axis).strip if rule.is_drawn else None
    return Cell(document.title, rule.words(document) or None, difference, strip, _notes(rule, document))
