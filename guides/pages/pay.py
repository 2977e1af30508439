"""The pay of roles: amounts in words, and strips of one currency on its axis."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from guides.document.other_pay import OtherPay
from guides.document.provenance import Provenance
from guides.document.shape import GuideDocument, Source
from guides.pages.other_pay import PayLine, pay_lines
from guides.pages.provenance import PAY_FIGURES, FigureSources, Labelled
from guides.rendering import charts
from guides.rendering.money import format_money, format_range


class YearlyPay(Protocol):
    """Pay in whole units of `currency` a year: the key facts of a document or of the index."""

    @property
    def currency(self) -> str | None: ...
    @property
    def median_salary(self) -> int | None: ...
    @property
    def salary_low(self) -> int | None: ...
    @property
    def salary_high(self) -> int | None: ...
    @property
    def salary_high_is_open(self) -> bool: ...


class PaidCard(YearlyPay, Protocol):
    """A guide in the index with all of the pay of its role."""

    @property
    def other_pay(self) -> Sequence[OtherPay]: ...
    @property
    def provenance(self) -> Sequence[Provenance]: ...
    @property
    def sources(self) -> Sequence[Source]: ...


@dataclass(frozen=True, slots=True)
class PayView:
    """The pay of a role: `median` and `range` a year in words, empty if not stated, other pay, and the strip."""

    median: str
    range: str
    other: tuple[PayLine, ...]
    strip: charts.PayStrip | None

    @property
    def is_stated(self) -> bool:
        return bool(self.median or self.range or self.other)


@dataclass(frozen=True, slots=True)
class CurrencyChoice:
    """A currency in which a list can draw pay, and for how many rows."""

    code: str
    number: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class PayScale:
    """The axis of a list, which draws pay in one currency, and its currencies, the most frequent first."""

    axis: charts.PayAxis | None
    choices: tuple[CurrencyChoice, ...]


def pay_view(pay: YearlyPay, other_pay: Iterable[OtherPay], axis: charts.PayAxis | None) -> PayView:
    """The pay of a role, drawn if it is in the currency of the axis."""
    ends = (pay.salary_low, pay.salary_high, pay.median_salary)
    is_drawn = axis is not None and axis.currency == pay.currency
    return PayView(
        median="" if pay.median_salary is None else format_money(pay.median_salary, pay.currency),
        range=range_words(pay),
        other=pay_lines(other_pay, of_levels=False),
        strip=charts.range_strip(axis, *ends, is_open=pay.salary_high_is_open) if is_drawn else None,
    )


def card_sources(card: PaidCard, names: Iterable[str] = PAY_FIGURES) -> Labelled:
    """The sources of those of these figures that a card states, by label."""
    known = FigureSources(card.provenance, card.sources)
    return known.of_facts(card, has_other_pay=bool(card.other_pay), names=names)


def range_words(pay: YearlyPay) -> str:
    """`$29,000 to $56,000 and more`, or the end that is known."""
    low, high = (
        "" if amount is None else format_money(amount, pay.currency) for amount in (pay.salary_low, pay.salary_high)
    )
    return format_range(low, f"{high} and more" if pay.salary_high_is_open else high)


def yearly_amounts(pay: YearlyPay) -> list[int]:
    return [amount for amount in (pay.median_salary, pay.salary_low, pay.salary_high) if amount is not None]


def guide_amounts(document: GuideDocument) -> list[int]:
    """All amounts a year of a guide: its key facts and its levels."""
    levels = (amount for level in document.salary_levels for amount in (level.median, level.average))
    return [*yearly_amounts(document.key_facts), *(amount for amount in levels if amount is not None)]


def guide_axis(document: GuideDocument) -> charts.PayAxis:
    return charts.pay_axis(document.key_facts.currency, guide_amounts(document))


def currency_choices(numbers: Counter[str], wanted: str | None) -> tuple[CurrencyChoice, ...]:
    """The currencies by their number of rows; the wanted one is chosen if it is among them, else the first."""
    ranked = numbers.most_common()
    chosen = wanted if wanted in numbers else next((code for code, _ in ranked), None)
    return tuple(CurrencyChoice(code, number, code == chosen) for code, number in ranked)


def pay_scale(rows: Iterable[tuple[str | None, Sequence[int]]], wanted: str | None) -> PayScale:
    """The scale for rows with amounts in a currency."""
    rows = [(currency, amounts) for currency, amounts in rows if currency and amounts]
    choices = currency_choices(Counter(currency for currency, _ in rows), wanted)
    chosen = next((choice.code for choice in choices if choice.is_chosen), None)
    drawn = (amount for currency, amounts in rows if currency == chosen for amount in amounts)
    return PayScale(charts.pay_axis(chosen, drawn) if chosen else None, choices)


def pay_views(cards: Iterable[PaidCard], wanted: str | None = None) -> tuple[PayScale, list[PayView]]:
    """The pay of each card of a list, and the scale of those that are drawn."""
    cards = list(cards)
    scale = pay_scale(((card.currency, yearly_amounts(card)) for card in cards), wanted)
    return scale, [pay_view(card, card.other_pay, scale.axis) for card in cards]
