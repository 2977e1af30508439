"""The levels of a career path on an axis of years."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guides.document.shape import CareerStep, SalaryLevel
from guides.rendering.charts.axes import Mark, percent, round_step
from guides.rendering.charts.pay_strip import PayAxis, pay_axis


@dataclass(frozen=True, slots=True)
class LevelBar:
    """A level on the axis of years: a bar, or a `point` if its first and last year are the same; its pay if known.

    `rise` is the position of its median on the axis of pay, for the chart of pay over the years; `is_beyond` if the
    median is above the end of that axis.
    """

    title: str
    experience: str
    start: float | None
    width: float | None
    point: float | None
    is_open: bool
    median: int | None
    rise: float | None = None
    is_beyond: bool = False

    @property
    def center(self) -> float:
        """The middle of its pay column."""
        return (self.start or 0) + (self.width or 0) / 2

    @property
    def top(self) -> float:
        """The distance of its pay column from the top."""
        return 100 - (self.rise or 0)

    @property
    def is_placed(self) -> bool:
        return self.start is not None or self.point is not None


@dataclass(frozen=True, slots=True)
class CareerPathChart:
    """`span` is the length of the axis in years; `has_unplaced` is true if some levels state no years.

    `pay_axis` is the upright axis of the chart of pay over the years.
    """

    currency: str | None
    pay_axis: PayAxis
    span: float
    marks: tuple[Mark, ...]
    levels: tuple[LevelBar, ...]

    @property
    def has_placed(self) -> bool:
        return any(bar.is_placed for bar in self.levels)

    @property
    def has_unplaced(self) -> bool:
        return not all(bar.is_placed for bar in self.levels)

    @property
    def has_pay(self) -> bool:
        return any(bar.median is not None for bar in self.levels)

    @property
    def columns(self) -> tuple[LevelBar, ...]:
        """The levels whose pay can be drawn over the years; a single one shows no growth."""
        drawn = tuple(bar for bar in self.levels if bar.start is not None and bar.rise is not None)
        return drawn if len(drawn) > 1 else ()


def career_path_chart(
    steps: Sequence[CareerStep], levels: Sequence[SalaryLevel], currency: str | None, *, span: float | None = None
) -> CareerPathChart:
    """The levels of a career path on one axis of years, each with the pay of the same title.

    The axis ends with the last level, or after `span` years, so that several career paths can share it.
    """
    span = span or years_span(steps)
    pay: dict[str, SalaryLevel] = {}
    for level in levels:
        pay.setdefault(level.title.casefold(), level)
    bars = [_level_bar(step, pay.get(step.title.casefold()), span) for step in steps]
    axis = pay_axis(currency, (bar.median for bar in bars))
    bars = _with_rise(bars, axis)
    return CareerPathChart(currency=currency, pay_axis=axis, span=span, marks=_year_marks(span), levels=bars)


def _with_rise(bars: Sequence[LevelBar], axis: PayAxis) -> tuple[LevelBar, ...]:
    return tuple(
        bar if bar.median is None else replace(bar, rise=axis.place(bar.median), is_beyond=bar.median > axis.end)
        for bar in bars
    )


def years_span(steps: Sequence[CareerStep]) -> float:
    """The last stated year, plus some room if a level is open there."""
    years = [year for step in steps for year in (step.years_min, step.years_max) if year is not None]
    last = max(years, default=0)
    is_open = any(step.years_max is None and step.years_min == last for step in steps)
    return max(last + (max(1, last * 0.12) if is_open else 0), 1)


def _year_marks(span: float) -> tuple[Mark, ...]:
    step = round_step(span / 6)
    return tuple(Mark(year, percent(year, 0, span)) for year in range(0, math.floor(span) + 1, step))


def _level_bar(step: CareerStep, level: SalaryLevel | None, span: float) -> LevelBar:
    first, last = step.years_min, step.years_max
    if first is None and last is not None:
        first = 0  # "up to 2 years"
    start = end = point = None
    if first is not None and first == last:
        point = percent(first, 0, span)
    elif first is not None:
        start, end = percent(first, 0, span), 100.0 if last is None else percent(last, 0, span)
    return LevelBar(
        title=step.title,
        experience=step.experience,
        start=start,
        width=None if start is None or end is None else round(end - start, 2),
        point=point,
        is_open=start is not None and last is None,
        median=level.median if level else None,
    )
