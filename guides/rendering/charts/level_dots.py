"""The pay of a job's levels as dots on an axis."""

from collections.abc import Iterable
from dataclasses import dataclass

from guides.rendering.charts.pay_strip import PayAxis

THIRD = 100 / 3


@dataclass(frozen=True, slots=True)
class LevelDot:
    """The median of a level, with its title; `is_beyond` if it is above the end of the axis."""

    title: str
    median: int
    x: float
    is_beyond: bool

    @property
    def anchor(self) -> str:
        """The side on which its label has room."""
        return "start" if self.x < THIRD else "middle" if self.x < 2 * THIRD else "end"


@dataclass(frozen=True, slots=True)
class LevelDots:
    """Dots in the order of the levels, and the line from the lowest to the highest."""

    axis: PayAxis
    dots: tuple[LevelDot, ...]

    @property
    def start(self) -> float:
        return min(dot.x for dot in self.dots)

    @property
    def end(self) -> float:
        return max(dot.x for dot in self.dots)


def level_dots(axis: PayAxis, levels: Iterable[tuple[str, int]]) -> LevelDots | None:
    """The dots of levels by title and median; None without any."""
    dots = tuple(LevelDot(title, median, axis.place(median), median > axis.end) for title, median in levels)
    return LevelDots(axis, dots) if dots else None
