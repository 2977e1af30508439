"""A guide's figures beside those of the publisher: one sentence a figure, those that differ most first."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from guides.document.countries import code_or_words
from guides.document.provenance import CHANGE, OEWS, OPENINGS, PROJECTIONS, Provenance
from guides.document.shape import FACT_FIGURES, GuideDocument
from guides.official.pay import CURRENCY, Flag, Pay, Unit
from guides.official.words import amount_words
from guides.pages.pay import range_words
from guides.rendering.money import format_growth, format_money
from guides.rendering.words import CURRENCY_NAMES

PUBLISHER = "Bureau of Labor Statistics"
COUNTRY = "US"
NEAR = 0.02  # figures that differ by no more are nearly the same
MEDIAN = "annual median"


@dataclass(frozen=True, slots=True)
class Official:
    """The publisher's current figures for the nation: pay by the year, growth in percent, and openings a year.

    `paid_as` and `projected_as` are the SOC codes that they are published for, the periods the names of the releases.
    """

    paid_as: str = ""
    pay: Pay | None = None
    pay_period: str = ""
    projected_as: str = ""
    growth: int | float | None = None
    openings: int | None = None
    outlook_period: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A key fact that both the guide and the publisher state: `claim` is the guide's in words, `words` the other."""

    name: str
    measure: str
    stated: int | float
    published: int | float
    claim: str
    words: str

    @property
    def difference(self) -> float:
        return difference(self.stated, self.published)

    @property
    def is_near(self) -> bool:
        """Whether the two are within 2%, or the guide rounds the publisher's percentage to a whole one."""
        apart = abs(self.stated - self.published)
        is_rounded = self.measure == CHANGE and self.stated == int(self.stated) and apart <= 0.5
        return is_rounded or apart <= NEAR * abs(self.published)

    @property
    def is_opposite(self) -> bool:
        return self.stated * self.published < 0


Sentence = tuple[float, str]  # how much the figures differ, and the words


def difference(one: int | float, other: int | float) -> float:
    """The difference of two figures as a share of the larger one."""
    return abs(one - other) / max(abs(one), abs(other), 1)


class OfficialComparison:
    """The comparison of a guide with the publisher's figures for its main occupation."""

    def __init__(self, document: GuideDocument, official: Official) -> None:
        self.facts, self.official = document.key_facts, official
        published = [item for item in document.provenance if item.source in (OEWS, PROJECTIONS) and not item.level]
        self.sources: dict[str, Provenance] = {item.figure: item for item in published}

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Those on the figures that both state, and last one that names the publisher's own figures."""
        if all(getattr(self.facts, figure) is None for figure in FACT_FIGURES):
            return ()
        if where := self._is_elsewhere:
            return (f"This guide’s figures are not for the US: {where}. They cannot be compared with these.",)
        found = [*self._pay(), *self._outlook()]
        words = [words for _, words in sorted(found, key=lambda sentence: -sentence[0])]
        return (*words, *self._own_figures())

    @property
    def _is_elsewhere(self) -> str:
        """The country or currency of a guide about another country; empty if it is about this one or does not say."""
        facts = self.facts
        if facts.country:
            return "" if code_or_words(facts.country) == COUNTRY else f"the country is {facts.country}"
        return "" if facts.currency in (None, CURRENCY) else f"amounts are in {CURRENCY_NAMES[facts.currency]}"

    def _pay(self) -> Iterator[Sentence]:
        facts, pay = self.facts, self.official.pay
        if pay is None or (facts.median_salary is None and facts.salary_low is None):
            return
        if facts.currency != CURRENCY:
            stated = CURRENCY_NAMES.get(facts.currency or "", "a currency that it does not name")
            yield 0, f"This guide’s pay is in {stated}, so it cannot be compared with these US dollars."
        elif pay.missing == Flag.NOT_APPLICABLE:
            yield 0, f"This guide gives pay by the year. The {PUBLISHER} publishes it by the hour only."
        else:
            yield from self._median(pay)
            yield from self._range(pay)

    def _median(self, pay: Pay) -> Iterator[Sentence]:
        stated, median, period = self.facts.median_salary, pay.p50, self.official.pay_period
        if stated is None:
            return
        claim = f"This guide says median pay is {format_money(stated, CURRENCY)} a year"
        words = amount_words(median, Unit.YEAR)
        if median.cents is None:
            yield 0, f"{claim}. The {PUBLISHER} releases no median for {period}."
        elif median.is_open and stated >= median.dollars:
            yield 0, f"{claim}. The {PUBLISHER} gives no exact figure for {period}, only “{words}”, which it fits."
        else:
            yield from self._compare(Figure("median_salary", MEDIAN, stated, median.dollars, claim, words))

    def _range(self, pay: Pay) -> Iterator[Sentence]:
        """The range of the guide beside the 10th and the 90th percentile, where both are known."""
        facts, low, high = self.facts, pay.p10, pay.p90
        if None in (facts.salary_low, facts.salary_high, low.cents, high.cents) or low.is_open:
            return
        if self._is_own("salary_low") and self._is_own("salary_high"):
            return
        ends = [(facts.salary_low, low.dollars), (facts.salary_high, high.dollars)]
        if high.is_open and facts.salary_high >= high.dollars:
            ends.pop()
        words = f"{amount_words(low, Unit.YEAR)} to {amount_words(high, Unit.YEAR)}"
        claim = f"This guide gives a range of pay from {range_words(facts)} a year"
        widest = max(difference(*end) for end in ends)
        fits = ", which is nearly the same" if widest <= NEAR else ""
        middle = f"the middle 80% earn {words} ({PUBLISHER}, {self.official.pay_period})"
        yield widest, f"{claim}. Officially, {middle}{fits}."

    def _outlook(self) -> Iterator[Sentence]:
        facts, growth, openings = self.facts, self.official.growth, self.official.openings
        if facts.growth_percent is not None and growth is not None:
            claim = f"This guide says growth {format_growth(facts.growth_percent)}"
            words = format_growth(growth)
            yield from self._compare(Figure("growth_percent", CHANGE, facts.growth_percent, growth, claim, words))
        if facts.annual_openings is not None and openings is not None:
            about = "about " if facts.annual_openings_is_approximate else ""
            claim = f"This guide says {about}{facts.annual_openings:,} openings a year"
            words = f"{openings:,}"
            yield from self._compare(Figure("annual_openings", OPENINGS, facts.annual_openings, openings, claim, words))

    def _compare(self, figure: Figure) -> Iterator[Sentence]:
        if self._is_own(figure.name):
            return
        verb = "gives" if figure.measure == MEDIAN else "projects"
        period = self._expected(figure.name)[1]
        claim, words = figure.claim, f"{figure.words} for {period}"
        if older := self._older_release(figure):
            too = " too" if figure.stated == figure.published else ""
            sentence = f"{claim}, the figure for {older}. For {period}, the {PUBLISHER} {verb} {figure.words}{too}."
        elif figure.stated == figure.published:
            sentence = f"{claim}, and so does the {PUBLISHER} for {period}."
        elif figure.is_opposite:
            jobs = "more jobs, not fewer" if figure.published > 0 else "fewer jobs, not more"
            sentence = f"{claim}. The {PUBLISHER} {verb} {words}: {jobs}."
        elif figure.is_near:
            sentence = f"{claim}, nearly the same as the {figure.words} of the {PUBLISHER} for {period}."
        else:
            sentence = f"{claim}. The {PUBLISHER} {verb} {words}."
        yield figure.difference, sentence

    def _own_figures(self) -> Iterator[str]:
        """`This guide’s median pay and growth are the publisher’s own figures, of May 2025 and 2024–34.`"""
        names = {"median_salary": "median pay", "growth_percent": "growth", "annual_openings": "openings"}
        own = {figure: name for figure, name in names.items() if self._is_own(figure)}
        if own:
            *first, last = own.values()
            periods = dict.fromkeys(self._expected(figure)[1] for figure in own)
            subject = f"{', '.join(first)} and {last}" if first else last
            verb = "are" if first or last == "openings" else "is"
            yield f"This guide’s {subject} {verb} from the {PUBLISHER} too: {' and '.join(periods)}."

    def _is_own(self, figure: str) -> bool:
        """Whether the guide has a figure from the publisher's current release for this occupation."""
        source, (code, period) = self.sources.get(figure), self._expected(figure)
        return source is not None and source.release == period and {item.code for item in source.inputs} == {code}

    def _older_release(self, figure: Figure) -> str:
        """The other release that the guide has this very figure from; else empty."""
        source, code = self.sources.get(figure.name), self._expected(figure.name)[0]
        is_this = source is not None and [(item.code, item.measure) for item in source.inputs] == [
            (code, figure.measure)
        ]
        return source.release if is_this else ""

    def _expected(self, figure: str) -> tuple[str, str]:
        """The code and the release of the publisher's own figure."""
        official = self.official
        if figure in ("growth_percent", "annual_openings"):
            return official.projected_as, official.outlook_period
        return official.paid_as, official.pay_period
