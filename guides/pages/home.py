"""Home: the fields with their pay, and the drawing of all jobs by pay, outlook and openings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from guides.pages.neighbors import GuideCard
from guides.pages.pay import PayScale, PayView, YearlyPay, card_sources, pay_scale, pay_view, yearly_amounts
from guides.pages.provenance import FigureSource, SourceNote, notes_on, shared_notes
from guides.rendering import charts

FEWEST_DRAWN = 8  # with fewer, rows of a list say more
DRAWN_FIGURES = ("median_salary", "growth_percent", "annual_openings")
OF_FIELDS = SourceNote("", FigureSource("the guides of each field, where every figure has its own source"))


class Field(YearlyPay, Protocol):
    """A field of guides with their pay; `group` is the major group of occupations that its drawing shows."""

    @property
    def name(self) -> str: ...
    @property
    def guides(self) -> int: ...
    @property
    def group(self) -> str: ...


@dataclass(frozen=True, slots=True)
class FieldCard:
    field: Field
    pay: PayView


@dataclass(frozen=True, slots=True)
class FieldCards:
    """Fields, whose pay is drawn on the scale if it is in its currency."""

    scale: PayScale
    cards: tuple[FieldCard, ...]
    notes: tuple[SourceNote, ...] = (OF_FIELDS,)


@dataclass(frozen=True, slots=True)
class Point:
    """A guide or a field in the drawing: its figures, its circle, and the sources that not all points share.

    `slug` is empty for a field. `size` counts the openings a year of a guide and the guides of a field.
    """

    title: str
    slug: str
    amount: int
    growth: int | float
    size: int | None
    circle: charts.Circle
    notes: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The drawing with its points, the largest first; the other numbers count what it leaves out, and why."""

    drawing: charts.Scatter
    points: tuple[Point, ...]
    notes: tuple[SourceNote, ...]
    of_fields: bool
    without_pay: int
    without_growth: int
    other_currency: int


@dataclass(frozen=True, slots=True)
class Entry:
    """What may become a point."""

    title: str
    slug: str
    currency: str | None
    amount: int | None
    growth: int | float | None
    size: int | None
    sources: Mapping[str, FigureSource]


def field_cards(fields: Iterable[Field]) -> FieldCards:
    """Fields in their order, with pay drawn in the most frequent currency."""
    fields = list(fields)
    scale = pay_scale(((field.currency, yearly_amounts(field)) for field in fields), None)
    return FieldCards(scale, tuple(FieldCard(field, pay_view(field, (), scale.axis)) for field in fields))


def overview_of_guides(cards: Iterable[GuideCard]) -> Overview | None:
    """The drawing of guides; None if there are too few to draw."""
    return _overview(
        [
            Entry(
                title=card.title,
                slug=card.slug,
                currency=card.currency,
                amount=card.median_salary,
                growth=card.growth_percent,
                size=card.annual_openings,
                sources=card_sources(card, DRAWN_FIGURES),
            )
            for card in cards
        ]
    )


def overview_of_fields(fields: Iterable[Field], growths: Mapping[str, int]) -> Overview | None:
    """The drawing of fields by their middle pay and outlook; None if there are too few to draw."""
    return _overview(
        [
            Entry(
                title=field.name,
                slug="",
                currency=field.currency,
                amount=field.median_salary,
                growth=growths.get(field.name),
                size=field.guides,
                sources={"": OF_FIELDS.source},
            )
            for field in fields
        ]
    )


def _overview(entries: Sequence[Entry]) -> Overview | None:
    """The drawing of those with pay in the most frequent currency and an outlook, on the axis of that currency."""
    paid = [entry for entry in entries if entry.amount is not None]
    scale = pay_scale(((entry.currency, (entry.amount,)) for entry in paid), None)
    in_currency = [entry for entry in paid if scale.axis and entry.currency == scale.axis.currency]
    drawn = [entry for entry in in_currency if entry.growth is not None]
    if len(drawn) < FEWEST_DRAWN:
        return None
    drawn.sort(key=lambda entry: (-(entry.size or 0), entry.title.casefold()))
    drawing = charts.scatter(
        [charts.Job(entry.title, entry.amount, entry.growth, entry.size) for entry in drawn], scale.axis
    )
    shared = shared_notes(entry.sources for entry in drawn)
    return Overview(
        drawing=drawing,
        points=tuple(
            Point(
                entry.title,
                entry.slug,
                entry.amount,
                entry.growth,
                entry.size,
                circle,
                () if shared else notes_on(entry.sources),
            )
            for entry, circle in zip(drawn, drawing.circles, strict=True)
        ),
        notes=shared,
        of_fields=not entries[0].slug,
        without_pay=len(entries) - len(paid),
        without_growth=len(in_currency) - len(drawn),
        other_currency=len(paid) - len(in_currency),
    )
