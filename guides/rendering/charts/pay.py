"""Charts of pay: bars by level, and the strip of a range."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guides.document.shape import SalaryLevel
from guides.rendering.charts.axes import percent


@dataclass(frozen=True, slots=True)
class PayBar:
    """One level: `width` of the median's bar, `tick` at the average; `step` is the difference from the level before."""

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
    """Bars on a scale from zero to the highest amount, or to `top`, so that several charts can share it."""
    top = top or highest_pay(levels)
    previous = [None, *(level.median for level in levels)]
    bars = (
        PayBar(
            title=level.title,
            median=level.median,
            average=level.average,
            width=percent(level.median, 0, top),
            tick=percent(level.average, 0, top),
            step=None if before is None else level.median - before,
        )
        for level, before in zip(levels, previous, strict=False)
    )
    return PayChart(currency=currency, bars=tuple(bars))


def highest_pay(levels: Iterable[SalaryLevel]) -> int:
    return max((max(level.median, level.average) for level in levels), default=0)


@dataclass(frozen=True, slots=True)
class PayStrip:
    """A range as a strip from `start`, `width` wide; an open range has an arrow at its `end`."""

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
    """The strip on a scale (lowest, highest amount), or on a scale that just fits it."""
    amounts = [amount for amount in (low, high, median) if amount is not None]
    if not amounts:
        return None
    bottom, top = scale or (min(amounts), max(amounts))
    has_range = low is not None and high is not None
    start, end = (percent(amount, bottom, top) if amount is not None else None for amount in (low, high))
    return PayStrip(
        start=start if has_range else None,
        width=round(end - start, 2) if has_range else None,
        end=end if has_range else None,
        median=None if median is None else percent(median, bottom, top),
        is_open=is_open and has_range,
    )
