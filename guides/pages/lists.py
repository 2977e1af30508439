"""Lists of guides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from guides.document.fields import field_of
from guides.pages.neighbors import GuideCard
from guides.pages.pay import (
    PayScale,
    PayView,
    YearlyPay,
    card_sources,
    pay_view,
    pay_views,
    range_words,
    yearly_amounts,
)
from guides.pages.provenance import PAY_FIGURES, FigureSource, Labelled, SourceNote, notes_on
from guides.rendering import charts
from guides.rendering.money import format_money

LISTED = (*PAY_FIGURES, "growth_percent")


@dataclass(frozen=True, slots=True)
class ListRow:
    """A guide in a list: its card, its pay, its outlook, and the number of its sources below the list.

    `range` is its range of pay in few letters. `source` is None if all rows have the same sources, or this one has no
    figures.
    """

    card: GuideCard
    pay: PayView
    range: str
    outlook: charts.OutlookMark | None
    source: int | None


@dataclass(frozen=True, slots=True)
class GuideRows:
    """Rows of guides; their pay is drawn on the scale if it is in its currency.

    `sources` has the notes on the figures of all rows, or for each number the notes on the figures of its rows.
    """

    scale: PayScale
    rows: tuple[ListRow, ...]
    sources: tuple[tuple[SourceNote, ...], ...]


class FieldPay(YearlyPay, Protocol):
    """A field with the pay of its guides; `group` is a major group of occupations, its first two digits, or empty."""

    @property
    def name(self) -> str: ...
    @property
    def group(self) -> str: ...


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field, its pay, and the name of its major group."""

    row: FieldPay
    pay: PayView
    group_name: str | None


def field_view(row: FieldPay) -> FieldView:
    return FieldView(row, pay_view(row, (), charts.pay_axis(row.currency, yearly_amounts(row))), field_of(row.group))


def list_rows(cards: Iterable[GuideCard], currency: str | None = None) -> GuideRows:
    """Cards in their order, with pay drawn in this currency, or in the most frequent one."""
    cards = list(cards)
    scale, pays = pay_views(cards, currency)
    numbers, sources = _numbered([card_sources(card, LISTED) for card in cards])
    rows = (
        ListRow(
            card,
            pay,
            _short_range(card),
            charts.outlook_mark(card.growth_percent),
            number if len(sources) > 1 else None,
        )
        for card, pay, number in zip(cards, pays, numbers, strict=True)
    )
    return GuideRows(scale, tuple(rows), sources)


def _short_range(pay: GuideCard) -> str:
    """`$29,000–$56,000`, with a plus if the range is open, or the end that is known."""
    low, high = pay.salary_low, pay.salary_high
    if low is None or high is None:
        return range_words(pay)
    ends = "–".join(format_money(amount, pay.currency) for amount in (low, high))
    return f"{ends}+" if pay.salary_high_is_open else ends


def _numbered(rows: Sequence[Labelled]) -> tuple[list[int | None], tuple[tuple[SourceNote, ...], ...]]:
    """Number the sources of rows, so that rows whose sources agree share a number."""
    numbers: list[int | None] = []
    known: list[dict[str, FigureSource]] = []
    for labelled in rows:
        if not labelled:
            numbers.append(None)
            continue
        place = next((place for place, sources in enumerate(known) if _agree(sources, labelled)), len(known))
        if place == len(known):
            known.append({})
        known[place].update(labelled)
        numbers.append(place + 1)
    return numbers, tuple(map(notes_on, known))


def _agree(one: Labelled, other: Labelled) -> bool:
    return all(one.get(label, source) == source for label, source in other.items())
