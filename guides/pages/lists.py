"""Lists of guides."""

from collections.abc import Iterable
from dataclasses import dataclass

from guides.pages.neighbors import GuideCard
from guides.rendering import charts


@dataclass(frozen=True, slots=True)
class ListRow:
    """A guide in a list: its card, its pay range on the list's axis, its outlook."""

    card: GuideCard
    strip: charts.PayStrip | None
    outlook: charts.OutlookMark | None


@dataclass(frozen=True, slots=True)
class ListAxis:
    """The pay axis of a currency."""

    currency: str
    axis: charts.Axis


@dataclass(frozen=True, slots=True)
class GuideRows:
    """Rows of guides. Each currency has its own axis; all axes have their marks at the same positions."""

    axes: tuple[ListAxis, ...]
    rows: tuple[ListRow, ...]


def list_rows(cards: Iterable[GuideCard]) -> GuideRows:
    """Cards in their order, each with its pay on the axis of its currency, which starts at zero."""
    cards = list(cards)
    amounts: dict[str, list[int]] = {}
    for card in cards:
        if card.currency and _amounts(card):
            amounts.setdefault(card.currency, []).extend(_amounts(card))
    axes = {currency: charts.fifths_axis(found) for currency, found in amounts.items()}
    return GuideRows(
        axes=tuple(ListAxis(currency, axis) for currency, axis in axes.items()),
        rows=tuple(_list_row(card, axes.get(card.currency or "")) for card in cards),
    )


def _list_row(card: GuideCard, axis: charts.Axis | None) -> ListRow:
    return ListRow(
        card=card,
        strip=charts.pay_strip(
            card.salary_low,
            card.salary_high,
            card.median_salary,
            is_open=card.salary_high_is_open,
            scale=(0, axis.top) if axis else None,
        ),
        outlook=charts.outlook_mark(card.growth_percent),
    )


def _amounts(card: GuideCard) -> list[int]:
    return [amount for amount in (card.median_salary, card.salary_low, card.salary_high) if amount is not None]
