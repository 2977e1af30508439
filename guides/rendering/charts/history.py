"""A figure over the years, as a line from zero up."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from guides.rendering.charts.axes import percent


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of a year; `x` and `y` are percentages from the left and from the top."""

    year: int
    value: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class History:
    """`lines` join the points of years that follow each other: a year without a figure leaves a gap."""

    years: tuple[tuple[int, float], ...]
    points: tuple[Point, ...]
    lines: tuple[tuple[Point, Point], ...]


def history(figures: Sequence[tuple[int, int | None]]) -> History | None:
    """The chart of (year, figure), from old to new; None with fewer than two figures."""
    known = [(year, value) for year, value in figures if value is not None]
    if len(known) < 2:
        return None
    first, last = figures[0][0], figures[-1][0]
    top = max(value for _, value in known)
    points = tuple(
        Point(year, value, percent(year, first, last), 100 - percent(value, 0, top)) for year, value in known
    )
    return History(
        years=tuple((year, percent(year, first, last)) for year, _ in figures),
        points=points,
        lines=tuple((before, after) for before, after in pairwise(points) if after.year == before.year + 1),
    )
