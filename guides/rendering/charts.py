"""The geometry of the drawings, and how figures are written: numbers in, numbers and words out, no markup.

Positions and widths are percentages of the drawing's width, so that a drawing takes any width while its lettering
keeps its size. `None` means that there is nothing to draw there.
"""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from guides.document.shape import CareerStep, SalaryLevel

SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "CAD": "CA$", "AUD": "A$", "INR": "₹"}
MINUS = "−"
LOWEST_GROWTH, HIGHEST_GROWTH = -10, 20  # per cent, the ends of the outlook scale on every page
FEWEST_FOR_DECILES = 8  # guides; with fewer, tenths say nothing
MOST_DOTS, DOTS_IN_A_ROW = 40, 20
DOT_PITCH = 7  # units of the dots' own drawing
EDUCATION_LEVELS = (
    "No formal educational credential",
    "High school diploma or equivalent",
    "Some college, no degree",
    "Postsecondary nondegree award",
    "Associate's degree",
    "Bachelor's degree",
    "Master's degree",
    "Doctoral or professional degree",
)


# How figures are written


def format_money(amount: int, currency: str | None) -> str:
    """`$39,120`; a code that has no symbol here stands in front: `CHF 40,000`."""
    symbol = SYMBOLS.get(currency or "", f"{currency} " if currency else "")
    return f"{MINUS if amount < 0 else ''}{symbol}{abs(amount):,}"


def format_money_short(amount: int, currency: str | None) -> str:
    """For the marks of an axis: `$20k`, `$1.5M`."""
    for unit, letter in ((10**9, "bn"), (10**6, "M"), (10**3, "k")):
        if amount >= unit:
            return format_money(amount // unit, currency) + _fraction(amount % unit / unit) + letter
    return format_money(amount, currency)


def _fraction(part: float) -> str:
    return f"{part:.3f}".rstrip("0").lstrip("0").rstrip(".")


def format_difference(amount: int, currency: str | None) -> str:
    """`+$2,880`, `−$400`, or words where there is none."""
    if amount == 0:
        return "the same"
    return ("+" if amount > 0 else "") + format_money(amount, currency)


def format_growth(percent: int | float) -> str:
    """`+5%`, `−2.5%`, `0%`."""
    sign = "+" if percent > 0 else MINUS if percent < 0 else ""
    return f"{sign}{abs(percent):,}%"


# Pay by level


@dataclass(frozen=True, slots=True)
class PayBar:
    """One rung: `width` of the bar of the median from zero, `tick` where the average is; `step` to the rung before."""

    title: str
    median: int
    average: int
    width: float
    tick: float
    step: int | None


@dataclass(frozen=True, slots=True)
class PayChart:
    currency: str | None
    bars: tuple[PayBar, ...]


def pay_chart(levels: Sequence[SalaryLevel], currency: str | None, *, top: int | None = None) -> PayChart:
    """Bars on one scale from zero to the highest amount of all, or to a `top` that charts beside it share."""
    top = top or highest_pay(levels)
    befores = [None, *(level.median for level in levels)]
    bars = (
        PayBar(
            title=level.title,
            median=level.median,
            average=level.average,
            width=_percent(level.median, 0, top),
            tick=_percent(level.average, 0, top),
            step=None if before is None else level.median - before,
        )
        for level, before in zip(levels, befores, strict=False)
    )
    return PayChart(currency=currency, bars=tuple(bars))


def highest_pay(levels: Iterable[SalaryLevel]) -> int:
    return max((max(level.median, level.average) for level in levels), default=0)


# Pay range


@dataclass(frozen=True, slots=True)
class PayStrip:
    """A range as a strip from `start`, `width` wide, `end` being where an open range has its arrow."""

    start: float | None
    width: float | None
    end: float | None
    median: float | None
    is_open: bool


def pay_strip(
    low: int | None,
    high: int | None,
    median: int | None,
    *,
    is_open: bool = False,
    scale: tuple[int, int] | None = None,
) -> PayStrip | None:
    """The strip on a scale (lowest, highest amount), or on a scale of its own that ends where it ends."""
    amounts = [amount for amount in (low, high, median) if amount is not None]
    if not amounts:
        return None
    bottom, top = scale or (min(amounts), max(amounts))
    has_range = low is not None and high is not None
    start, end = (_percent(amount, bottom, top) if amount is not None else None for amount in (low, high))
    return PayStrip(
        start=start if has_range else None,
        width=round(end - start, 2) if has_range else None,
        end=end if has_range else None,
        median=None if median is None else _percent(median, bottom, top),
        is_open=is_open and has_range,
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """A value on an axis, `x` per cent from its start."""

    value: int
    x: float


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from zero; all that stands under each other is drawn on it."""

    top: int
    marks: tuple[Mark, ...]


def money_axis(amounts: Iterable[int], *, marks: int = 5) -> Axis:
    """From zero to the round amount above the highest, with about as many steps as asked for."""
    return _axis(max(amounts, default=0), marks)


def fifths_axis(amounts: Iterable[int]) -> Axis:
    """From zero to a round amount in five steps always, so that axes of several currencies share their grid."""
    least = max(max(amounts, default=0) / 5, 1)
    unit = 5 * 10 ** (math.floor(math.log10(least)) - 1) if least >= 10 else 1
    step = math.ceil(least / unit) * unit
    return Axis(top=5 * step, marks=tuple(Mark(place * step, 20.0 * place) for place in range(6)))


def place_on(axis: Axis, amount: int) -> float:
    """Where an amount lies on an axis, in per cent."""
    return _percent(amount, 0, axis.top)


def _axis(highest: float, marks: int) -> Axis:
    step = _round_step(highest / marks) if highest > 0 else 1
    top = max(step, math.ceil(highest / step) * step)
    return Axis(top=top, marks=tuple(Mark(value, _percent(value, 0, top)) for value in range(0, top + 1, step)))


def _round_step(at_least: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50, … that is not below a number."""
    power = 10 ** max(0, math.floor(math.log10(max(at_least, 1))))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= at_least)


# The ladder


@dataclass(frozen=True, slots=True)
class LadderRung:
    """A rung on the axis of years: a bar, or a `point` where first and last year are one; its pay where known.

    `rise` is its median in per cent of the ladder's highest, for the drawing of pay along the years.
    """

    title: str
    experience: str
    start: float | None
    width: float | None
    point: float | None
    is_open: bool
    median: int | None
    average: int | None
    rise: float | None = None

    @property
    def top(self) -> float:
        """Where the column of its pay begins, from above."""
        return 100 - (self.rise or 0)

    @property
    def is_placed(self) -> bool:
        return self.start is not None or self.point is not None


@dataclass(frozen=True, slots=True)
class Ladder:
    """`span` is the length of the axis in years; `has_unplaced` says that some rungs state no years."""

    currency: str | None
    span: float
    marks: tuple[Mark, ...]
    rungs: tuple[LadderRung, ...]

    @property
    def has_placed(self) -> bool:
        return any(rung.is_placed for rung in self.rungs)

    @property
    def has_unplaced(self) -> bool:
        return not all(rung.is_placed for rung in self.rungs)

    @property
    def has_pay(self) -> bool:
        return any(rung.median is not None for rung in self.rungs)

    @property
    def columns(self) -> tuple[LadderRung, ...]:
        """The rungs whose pay can be drawn along the years; one alone shows no growth."""
        drawn = tuple(rung for rung in self.rungs if rung.start is not None and rung.rise is not None)
        return drawn if len(drawn) > 1 else ()


def ladder(
    steps: Sequence[CareerStep], levels: Sequence[SalaryLevel], currency: str | None, *, span: float | None = None
) -> Ladder:
    """Rungs on one axis of years, each with the pay of the level that has the same title.

    The axis ends with the ladder, or after a `span` of years that ladders beside it share.
    """
    span = span or years_span(steps)
    pay: dict[str, SalaryLevel] = {}
    for level in levels:
        pay.setdefault(level.title.casefold(), level)
    rungs = _with_rise([_rung(step, pay.get(step.title.casefold()), span) for step in steps])
    return Ladder(currency=currency, span=span, marks=_year_marks(span), rungs=rungs)


def _with_rise(rungs: Sequence[LadderRung]) -> tuple[LadderRung, ...]:
    highest = max((rung.median or 0 for rung in rungs), default=0)
    return tuple(
        replace(rung, rise=_percent(rung.median, 0, highest)) if rung.median is not None else rung for rung in rungs
    )


def years_span(steps: Sequence[CareerStep]) -> float:
    """Years from zero to the last one stated, and a tenth more where a rung is open there."""
    years = [year for step in steps for year in (step.years_min, step.years_max) if year is not None]
    last = max(years, default=0)
    is_open = any(step.years_max is None and step.years_min == last for step in steps)
    return max(last + (max(1, last * 0.12) if is_open else 0), 1)


def _year_marks(span: float) -> tuple[Mark, ...]:
    step = _round_step(span / 6)
    return tuple(Mark(year, _percent(year, 0, span)) for year in range(0, math.floor(span) + 1, step))


def _rung(step: CareerStep, level: SalaryLevel | None, span: float) -> LadderRung:
    first, last = step.years_min, step.years_max
    if first is None and last is not None:
        first = 0  # "up to 2 years"
    start = end = point = None
    if first is not None and first == last:
        point = _percent(first, 0, span)
    elif first is not None:
        start, end = _percent(first, 0, span), 100.0 if last is None else _percent(last, 0, span)
    return LadderRung(
        title=step.title,
        experience=step.experience,
        start=start,
        width=None if start is None or end is None else round(end - start, 2),
        point=point,
        is_open=start is not None and last is None,
        median=level.median if level else None,
        average=level.average if level else None,
    )


# Outlook, openings, education


@dataclass(frozen=True, slots=True)
class OutlookMark:
    """Growth as a point on the scale that all pages share; `beyond` is -1 or 1 where it lies off its end."""

    x: float
    zero: float
    beyond: int
    deciles: tuple[float, ...] = ()


def outlook_mark(percent: int | float | None, among: Sequence[int | float] = ()) -> OutlookMark | None:
    """With the deciles of the growth of all guides as ticks, from FEWEST_FOR_DECILES guides up."""
    if percent is None:
        return None
    beyond = -1 if percent < LOWEST_GROWTH else 1 if percent > HIGHEST_GROWTH else 0
    cuts = statistics.quantiles(among, n=10, method="inclusive") if len(among) >= FEWEST_FOR_DECILES else ()
    return OutlookMark(
        x=_growth_place(percent),
        zero=_growth_place(0),
        beyond=beyond,
        deciles=tuple(dict.fromkeys(_growth_place(cut) for cut in cuts)),
    )


def _growth_place(percent: int | float) -> float:
    """Where a percentage stands on the scale; what lies beyond an end stands at it."""
    return _percent(min(max(percent, LOWEST_GROWTH), HIGHEST_GROWTH), LOWEST_GROWTH, HIGHEST_GROWTH)


@dataclass(frozen=True, slots=True)
class Dots:
    """A count as dots of `unit` each; `places` are (x, y), the drawing is `width` by `height` units."""

    unit: int
    places: tuple[tuple[int, int], ...]
    width: int
    height: int


def openings_dots(count: int | None) -> Dots | None:
    """At most MOST_DOTS dots, each standing for a round number; None for none at all."""
    if not count:
        return None
    unit = _round_step(count / MOST_DOTS)
    number = max(1, round(count / unit))
    places = tuple(
        (column * DOT_PITCH, row * DOT_PITCH) for row, column in (divmod(i, DOTS_IN_A_ROW) for i in range(number))
    )
    rows = -(-number // DOTS_IN_A_ROW)
    return Dots(unit=unit, places=places, width=DOTS_IN_A_ROW * DOT_PITCH, height=rows * DOT_PITCH)


@dataclass(frozen=True, slots=True)
class EducationMark:
    """A level among the eight that official statistics use, `number` from 1; `places` are their x."""

    number: int
    places: tuple[float, ...]

    @property
    def x(self) -> float:
        return self.places[self.number - 1]


def education_mark(level: str | None) -> EducationMark | None:
    """None for words that are not one of the eight: nothing is guessed."""
    wanted = (level or "").strip().rstrip(".").replace("’", "'").casefold()
    names = [name.casefold() for name in EDUCATION_LEVELS]
    if wanted not in names:
        return None
    last = len(names) - 1
    return EducationMark(names.index(wanted) + 1, tuple(_percent(i, 0, last) for i in range(len(names))))


# Skills that two roles share


@dataclass(frozen=True, slots=True)
class Overlap:
    """All skills of two roles in a row: those of the first alone, those of both from `start`, those of the second."""

    own: int
    shared: int
    other: int
    start: float
    width: float


def overlap(own: int, shared: int, other: int) -> Overlap | None:
    """`own` and `other` count the skills of each role, `shared` those of both; None where there are none at all."""
    everything = own + other - shared
    if everything <= 0:
        return None
    return Overlap(
        own=own,
        shared=shared,
        other=other,
        start=_percent(own - shared, 0, everything),
        width=_percent(shared, 0, everything),
    )


def _percent(value: float, bottom: float, top: float) -> float:
    """Where a value lies between two others, in per cent; the start of a scale without length."""
    return round(100 * (value - bottom) / (top - bottom), 2) if top > bottom else 0.0
