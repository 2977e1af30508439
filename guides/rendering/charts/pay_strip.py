"""Pay on an axis: the one drawing of pay, for ranges, levels and distributions.

The axis of a currency has the same end on every page, so that bars can be compared from page to page. Pay beyond the
end runs to the edge of the drawing and has an arrow there; pages write the amount beside it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from guides.rendering.charts.axes import Mark, percent, round_step

# The ends of the axes, in whole units a year: about five thirds of where the highest band of pay begins.
AXIS_ENDS = {
    "USD": 200_000,
    "EUR": 160_000,
    "GBP": 120_000,
    "CAD": 200_000,
    "AUD": 240_000,
    "INR": 6_000_000,
}
STEPS = 4  # between the marks of an axis
MOST_BEYOND = 0.05  # of the amounts in a currency; with more, its axis is too short


@dataclass(frozen=True, slots=True)
class PayAxis:
    """The axis of a currency, from zero; without `is_fixed` it only fits the amounts at hand."""

    currency: str | None
    end: int
    is_fixed: bool

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(Mark(self.end * step // STEPS, 100 * step / STEPS) for step in range(STEPS + 1))

    def place(self, amount: int) -> float:
        """The position of an amount; those beyond the end are at the end."""
        return percent(min(amount, self.end), 0, self.end)


def pay_axis(currency: str | None, amounts: Iterable[int | None] = ()) -> PayAxis:
    """The axis of a currency; if it has no fixed end, one that fits the amounts."""
    end = AXIS_ENDS.get(currency or "")
    if end:
        return PayAxis(currency, end, is_fixed=True)
    highest = max((amount for amount in amounts if amount is not None), default=0)
    return PayAxis(currency, STEPS * round_step(highest / STEPS), is_fixed=False)


def is_crowded(amounts: int, beyond: int) -> bool:
    """Whether too many of the amounts in a currency are beyond the end of its axis."""
    return beyond > MOST_BEYOND * amounts


class Figure(NamedTuple):
    """An amount, None if it is unknown; `is_open` if it is known to be at least this amount."""

    amount: int | None
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    start: float
    end: float

    @property
    def width(self) -> float:
        return round(self.end - self.start, 2)


@dataclass(frozen=True, slots=True)
class Arrow:
    """A sign that pay goes on beyond this position: the range, the median (`value`) or the average."""

    of: Literal["range", "value", "average"]
    x: float


@dataclass(frozen=True, slots=True)
class PayStrip:
    """Pay on an axis.

    `range` is a thin bar, from the low to the high end of a range or from the 10th to the 90th percentile. `middle` is
    a thick bar, from the 25th to the 75th percentile. `level` is a bar from zero to the median of a level. `own` is
    the pay of the reader.
    """

    axis: PayAxis
    range: Bar | None = None
    middle: Bar | None = None
    level: Bar | None = None
    median: float | None = None
    average: float | None = None
    arrow: Arrow | None = None
    own: float | None = None


def range_strip(
    axis: PayAxis, low: int | None, high: int | None, median: int | None, *, is_open: bool = False
) -> PayStrip | None:
    """A range with its median, None without both; a range with one end is not drawn."""
    return _strip(axis, Figure(low), Figure(high, is_open), Figure(median))


def distribution_strip(axis: PayAxis, percentiles: Sequence[Figure]) -> PayStrip | None:
    """The 10th, 25th, 50th, 75th and 90th percentile; None without amounts."""
    p10, p25, p50, p75, p90 = percentiles
    strip = _strip(axis, p10, p90, p50)
    return strip and replace(strip, middle=_bar(axis, p25, p75))


def level_strip(axis: PayAxis, median: int, average: int | None) -> PayStrip:
    """The median of a level as a bar from zero, and its average if it is known."""
    has_tick = average is not None and average <= axis.end
    beyond = "value" if median > axis.end else None if average is None or has_tick else "average"
    return PayStrip(
        axis,
        level=Bar(0.0, axis.place(median)),
        average=axis.place(average) if has_tick else None,
        arrow=beyond and Arrow(beyond, 100.0),
    )


def _strip(axis: PayAxis, low: Figure, high: Figure, median: Figure) -> PayStrip | None:
    bar = _bar(axis, low, high)
    if bar is None and median.amount is None:
        return None
    beyond = _arrow(axis, "value", median)
    return PayStrip(
        axis,
        range=bar,
        median=None if median.amount is None or beyond else axis.place(median.amount),
        arrow=beyond or (bar and _arrow(axis, "range", high)),
    )


def _bar(axis: PayAxis, low: Figure, high: Figure) -> Bar | None:
    if low.amount is None or high.amount is None:
        return None
    return Bar(axis.place(low.amount), axis.place(high.amount))


def _arrow(axis: PayAxis, of: Literal["range", "value"], figure: Figure) -> Arrow | None:
    """The arrow of a figure that is open or beyond the end of the axis."""
    if figure.amount is None or not (figure.is_open or figure.amount > axis.end):
        return None
    return Arrow(of, axis.place(figure.amount))
