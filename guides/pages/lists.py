"""Lists of guides."""

from collections.abc import Iterable
from dataclasses import dataclass

from guides.pages.neighbors import GuideCard
from guides.pages.pay import PayScale, PayView, pay_views
from guides.rendering import charts


@dataclass(frozen=True, slots=True)
class ListRow:
    """A guide in a list: its card, its pay, its outlook."""

    card: GuideCard
    pay: PayView
    outlook: charts.OutlookMark | None


@dataclass(frozen=True, slots=True)
class GuideRows:
    """Rows of guides; their pay is drawn on the scale if it is in its currency."""

    scale: PayScale
    rows: tuple[ListRow, ...]


def list_rows(cards: Iterable[GuideCard], currency: str | None = None) -> GuideRows:
    """Cards in their order, with pay drawn in this currency, or in the most frequent one."""
    cards = list(cards)
    scale, pays = pay_views(cards, currency)
    return GuideRows(
        scale,
        tuple(
            ListRow(card, pay, charts.outlook_mark(card.growth_percent)) for card, pay in zip(cards, pays, strict=True)
        ),
    )
