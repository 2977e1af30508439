"""Pay, outlook and size of jobs as circles: pay across, outlook up, size as area."""

import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from guides.rendering.charts.axes import Mark, percent, round_step
from guides.rendering.charts.facts import HIGHEST_GROWTH, LOWEST_GROWTH
from guides.rendering.charts.pay_strip import PayAxis

LARGEST, SMALLEST = 22.0, 4.0  # radius of a circle in pixels
MARGIN = 7  # percent of the height above the highest and below the lowest outlook, for circles at the edge
GROWTH_STEP = 10
# Names are placed for a drawing of this size in pixels; pages show them where it is at least as wide.
WIDTH, HEIGHT, LETTER, LINE, GAP = 900, 440, 7.5, 16, 5
MOST_NAMES, MOST_TRIED = 14, 40


class Job(NamedTuple):
    """What is drawn: pay a year, growth in percent, and a count (None if it is unknown)."""

    name: str
    amount: int
    growth: int | float
    size: int | None


@dataclass(frozen=True, slots=True)
class Circle:
    """A job at percentages from the left and the top; `named` is the side where its name has room.

    A job beyond an axis is at its end: `is_beyond` the end of pay, `beyond` -1 below or 1 above the outlook.
    """

    x: float
    y: float
    radius: float
    is_beyond: bool
    beyond: int
    named: Literal["", "start", "end"] = ""

    @property
    def target(self) -> float:
        """The radius of what can be pressed: at least 24 pixels across."""
        return max(self.radius, 12)

    @property
    def reach(self) -> float:
        """Where an arrow or the name beside the circle starts."""
        return self.radius + GAP


@dataclass(frozen=True, slots=True)
class Size:
    """A circle of the legend."""

    value: int
    radius: float

    @property
    def width(self) -> float:
        return 2 * self.radius


@dataclass(frozen=True, slots=True)
class Scatter:
    """The circles in the order of their jobs, the lines of the outlook from the top, and the middle of both."""

    axis: PayAxis
    circles: tuple[Circle, ...]
    growths: tuple[Mark, ...]
    middle_amount: Mark
    middle_growth: Mark
    sizes: tuple[Size, ...]


def scatter(jobs: Sequence[Job], axis: PayAxis) -> Scatter:
    """The drawing of at least one job."""
    most = max((job.size or 0 for job in jobs), default=0)
    circles = [_circle(job, axis, most) for job in jobs]
    amount = round(statistics.median(job.amount for job in jobs))
    growth = round(statistics.median(job.growth for job in jobs))
    return Scatter(
        axis=axis,
        circles=tuple(_with_names([job.name for job in jobs], circles)),
        growths=tuple(
            Mark(value, _growth_place(value)) for value in range(HIGHEST_GROWTH, LOWEST_GROWTH - 1, -GROWTH_STEP)
        ),
        middle_amount=Mark(amount, axis.place(amount)),
        middle_growth=Mark(growth, _growth_place(growth)),
        sizes=tuple(_legend(most)),
    )


def _circle(job: Job, axis: PayAxis, most: int) -> Circle:
    return Circle(
        x=axis.place(job.amount),
        y=_growth_place(job.growth),
        radius=_radius(job.size, most),
        is_beyond=job.amount > axis.end,
        beyond=(job.growth > HIGHEST_GROWTH) - (job.growth < LOWEST_GROWTH),
    )


def _radius(size: int | None, most: int) -> float:
    """The radius for an area in proportion to the size."""
    return round(max(SMALLEST, LARGEST * (size / most) ** 0.5), 1) if size else SMALLEST


def _growth_place(growth: int | float) -> float:
    """The distance of an outlook from the top, in percent of the height."""
    inside = min(max(growth, LOWEST_GROWTH), HIGHEST_GROWTH)
    return round(MARGIN + percent(HIGHEST_GROWTH - inside, 0, HIGHEST_GROWTH - LOWEST_GROWTH) * (1 - MARGIN / 50), 2)


def _legend(most: int) -> Iterator[Size]:
    """Two round numbers: about the largest, and a tenth of it."""
    largest = round_step(most / 2)
    for value in (largest // 10, largest):
        if value:
            yield Size(value, _radius(value, most))


class Box(NamedTuple):
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def _with_names(names: Sequence[str], circles: Sequence[Circle]) -> Iterable[Circle]:
    """The circles with a side for the names of the largest ones, where a name covers nothing else."""
    taken = {place: _around(circle) for place, circle in enumerate(circles)}
    sides: dict[int, Literal["start", "end"]] = {}
    for place in sorted(taken, key=lambda place: -circles[place].radius)[:MOST_TRIED]:
        others = [box for other, box in taken.items() if other != place]
        for side in ("start", "end"):
            box = _beside(circles[place], side, LETTER * len(names[place]))
            if box.left >= 0 and box.right <= WIDTH and not any(box.overlaps(other) for other in others):
                sides[place], taken[-1 - place] = side, box
                break
        if len(sides) == MOST_NAMES:
            break
    return [replace(circle, named=sides.get(place, "")) for place, circle in enumerate(circles)]


def _around(circle: Circle) -> Box:
    x, y = circle.x * WIDTH / 100, circle.y * HEIGHT / 100
    return Box(x - circle.radius, y - circle.radius, x + circle.radius, y + circle.radius)


def _beside(circle: Circle, side: str, width: float) -> Box:
    """The place of a name that starts or ends beside the circle."""
    x, y = circle.x * WIDTH / 100, circle.y * HEIGHT / 100
    near = x + circle.reach if side == "start" else x - circle.reach - width
    return Box(near, y - LINE / 2, near + width, y + LINE / 2)
