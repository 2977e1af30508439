"""The figures of a guide: key facts with their charts, sources, and notes on reading them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guides.document.covering import KEY_FACT_NAMES
from guides.document.shape import GuideDocument, KeyFacts, Source
from guides.pages.pay import PayView, guide_amounts, guide_axis, pay_view, yearly_amounts
from guides.pages.provenance import SourceNote, cited, date_words, growth_period, in_words, notes_on, sources_in
from guides.rendering import charts
from guides.rendering.money import format_money
from guides.rendering.words import CURRENCY_NAMES

FEWEST_TO_COMPARE = 8  # guides; with fewer, a comparison means little
SHARES = (
    (0.95, "nearly all"),
    (0.83, "most"),
    (0.71, "about three quarters"),
    (0.58, "about two thirds"),
    (0.42, "about half"),
    (0.29, "about a third"),
)  # of the guides, from this share up


@dataclass(frozen=True, slots=True)
class SourceLine:
    """The source of figures; `covers` and `as_of` in words."""

    covers: str
    name: str
    url: str | None
    as_of: str


@dataclass(frozen=True, slots=True)
class KeyFactsView:
    """The four key facts with their charts and the sources of their figures; `sources` are those of other facts."""

    facts: KeyFacts
    pay: PayView
    education_level: str | None
    outlook: charts.OutlookMark | None
    outlook_period: str
    outlook_among: str
    openings: charts.OpeningsMark | None
    education: charts.EducationMark | None
    amounts_in: str
    notes: tuple[SourceNote, ...]
    sources: tuple[SourceLine, ...]

    @property
    def cited(self) -> str:
        """The sources of the figures in words, for a citation."""
        return cited(note.source for note in self.notes)


def key_facts_view(document: GuideDocument, growths: Sequence[int | float]) -> KeyFactsView | None:
    """Build the view; None if a guide states neither figures nor education."""
    facts, level = document.key_facts, document.details.education_level
    if not (has_figures(document) or facts.typical_education or facts.growth_note or level):
        return None
    has_other_pay = any(not pay.level for pay in document.other_pay)
    notes = notes_on(sources_in(document).of_facts(facts, has_other_pay=has_other_pay))
    shown = {note.source for note in notes}
    others = (source for source in document.details.sources if in_words(source) not in shown)
    return KeyFactsView(
        facts=facts,
        pay=pay_view(facts, document.other_pay, guide_axis(document)),
        education_level=level,
        outlook=charts.outlook_mark(facts.growth_percent),
        outlook_period=_outlook_period(document),
        outlook_among=_outlook_among(facts.growth_percent, growths),
        openings=charts.openings_mark(facts.annual_openings),
        education=charts.education_mark(level),
        amounts_in=_amounts_in(facts),
        notes=notes,
        sources=tuple(source_line(source) for source in others if source.covers in KEY_FACT_NAMES),
    )


def _outlook_period(document: GuideDocument) -> str:
    """The years of the projection, such as `2024–34`; empty if unknown or named in the guide's own words."""
    period = growth_period(document)
    return "" if period in document.key_facts.growth_note else period


def _outlook_among(percent: int | float | None, growths: Sequence[int | float]) -> str:
    """`Faster than about half of the jobs here.`; empty with fewer than FEWEST_TO_COMPARE guides."""
    if percent is None or len(growths) < FEWEST_TO_COMPARE:
        return ""
    slower, faster = sum(growth < percent for growth in growths), sum(growth > percent for growth in growths)
    share = max(slower, faster) / len(growths)
    part = next((words for limit, words in SHARES if share >= limit), "")
    if not part:
        return "As fast as most of the jobs here."
    return f"{'Faster' if slower >= faster else 'Slower'} than {part} of the jobs here."


def _amounts_in(facts: KeyFacts) -> str:
    """`In US dollars (USD); country: US.`, or as much of it as is known."""
    currency = CURRENCY_NAMES.get(facts.currency or "")
    words = f"In {currency} ({facts.currency})" if currency else ""
    if facts.country:
        words = f"{words}; country: {facts.country}" if words else f"Country of the figures: {facts.country}"
    return f"{words}." if words else ""


def has_figures(document: GuideDocument) -> bool:
    facts = document.key_facts
    others = (facts.growth_percent, facts.annual_openings)
    return bool(yearly_amounts(facts) or document.other_pay) or any(value is not None for value in others)


def sources_of(document: GuideDocument, names: Iterable[str]) -> tuple[SourceLine, ...]:
    return tuple(source_line(source) for source in document.details.sources if source.covers in names)


def source_line(source: Source) -> SourceLine:
    return SourceLine(source.covers.replace("_", " "), source.name, source.url, date_words(source.as_of))


def reading_notes(document: GuideDocument) -> tuple[str, ...]:
    facts, notes = document.key_facts, []
    other = {pay.figure for pay in document.other_pay}
    if facts.median_salary is not None or document.salary_levels or "median" in other:
        notes.append("Median: half of the people in the job earn more than this, half earn less.")
    if any(level.average is not None for level in document.salary_levels) or "average" in other:
        notes.append("Average: all pay added up and divided by the number of people; a few high salaries raise it.")
    if amounts := guide_amounts(document):
        axis = guide_axis(document)
        where = "on every page" if axis.is_fixed else "to fit the pay in this guide"
        notes.append(f"Pay charts end at {format_money(axis.end, axis.currency)} {where}.")
        if facts.salary_high_is_open or max(amounts) > axis.end:
            notes.append("An arrow on a pay chart: the guide states no upper limit, or the pay is beyond the chart.")
    if any(known.kind == "derived" for known in document.provenance):
        notes.append("Derived: no figure is published for this level, so it is a percentile of the occupation named.")
    if facts.annual_openings_is_approximate:
        notes.append("≈ means about: the guide rounds the number.")
    return tuple(notes)
