"""Lists of guides."""

from collections.abc import Iterable
from dataclasses import dataclass

from guides.pages.neighbors import GuideCard
from guides.pages.pay import PayScale, PayView, card_sources, pay_views
from guides.pages.provenance import PAY_FIGURES, SourceNote, notes_on, shared_notes
from guides.rendering import charts

LISTED = (*PAY_FIGURES, "growth_percent")


@dataclass(frozen=True, slots=True)
class ListRow:
    """A guide in a list: its card, its pay, its outlook, and the sources of both unless the list names them."""

    card: GuideCard
    pay: PayView
    outlook: charts.OutlookMark | None
    notes: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class GuideRows:
    """Rows of guides; their pay is drawn on the scale if it is in its currency. `notes` are the sources of all rows."""

    scale: PayScale
    rows: tuple[ListRow, ...]
    notes: tuple[SourceNote, ...]


def list_rows(cards: Iterable[GuideCard], currency: str | None = None) -> GuideRows:
    """Cards in their order, with pay drawn in this currency, or in the most frequent one."""
    cards = list(cards)
    scale, pays = pay_views(cards, currency)
    sources = [card_sources(card, LISTED) for card in cards]
    shared = shared_notes(sources)
    rows = (
        ListRow(card, pay, charts.outlook_mark(card.growth_percent), () if shared else notes_on(labelled))
        for card, pay, labelled in zip(cards, pays, sources, strict=True)
    )
    return GuideRows(scale, tuple(rows), shared)
