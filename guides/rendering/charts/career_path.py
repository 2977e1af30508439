"""The levels of a career path on an axis of years."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from guides.document.shape import CareerStep
from guides.rendering.charts.axes import Mark, percent, round_step


@dataclass(frozen=True, slots=True)
class LevelBar:
    """A level on the axis of years: a bar, or a `point` if its first and last year are the same.

    Without a last year it is open and ends with the axis; without years it is not placed.
    """

    title: str
    experience: str
    first: int | None = None
    last: int | None = None
    start: float | None = None
    width: float | None = None
    point: float | None = None

    @property
    def is_placed(self) -> bool:
        return self.first is not None

    @property
    def is_open(self) -> bool:
        return self.is_placed and self.last is None


@dataclass(frozen=True, slots=True)
class CareerPathChart:
    """`span` is the length of the axis in years."""

    span: float
    marks: tuple[Mark, ...]
    levels: tuple[LevelBar, ...]

    @property
    def has_placed(self) -> bool:
        return any(bar.is_placed for bar in self.levels)


def career_path_chart(steps: Sequence[CareerStep]) -> CareerPathChart:
    """The levels of a career path on one axis of years, which ends with the last level."""
    span = _years_span(steps)
    return CareerPathChart(span, _year_marks(span), tuple(_level_bar(step, span) for step in steps))


def _years_span(steps: Sequence[CareerStep]) -> float:
    """The last stated year, plus some room if a level is open there."""
    years = [year for step in steps for year in (step.years_min, step.years_max) if year is not None]
    last = max(years, default=0)
    is_open = any(step.years_max is None and step.years_min == last for step in steps)
    return max(last + (max(1, last * 0.12) if is_open else 0), 1)


def _year_marks(span: float) -> tuple[Mark, ...]:
    step = round_step(span / 6)
    return tuple(Mark(year, percent(year, 0, span)) for year in range(0, math.floor(span) + 1, step))


def _level_bar(step: CareerStep, span: float) -> LevelBar:
    first, last = step.years_min, step.years_max
    if first is None and last is None:
        return LevelBar(step.title, step.experience)
    first = first or 0  # "up to 2 years"
    start, end = percent(first, 0, span), 100.0 if last is None else percent(last, 0, span)
    if first == last:
        return LevelBar(step.title, step.experience, first, last, point=start)
    return LevelBar(step.title, step.experience, first, last, start, round(end - start, 2))
