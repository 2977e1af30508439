"""Pay, outlook and size of jobs as circles: pay across, outlook up, size as area."""

import statistics
from collections import Counter
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
WIDTH, HEIGHT, LETTER, LINE, BASELINE, GAP = 950, 440, 7.5, 16, 4, 5
MOST_NAMES, MOST_TRIED = 14, 40
SHIFT = 8  # pixels between circles with the same center


class Job(NamedTuple):
    """What is drawn: pay a year, growth in percent, and a count (None if it is unknown)."""

    name: str
    amount: int
    growth: int | float
    size: int | None


@dataclass(frozen=True, slots=True)
class Name:
    """The place of a name beside its circle, in pixels from the center."""

    anchor: Literal["start", "middle", "end"]
    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class Circle:
    """A job at percentages from the left and the top; `name` is where its name has room.

    A job beyond an axis is at its end: `is_beyond` the end of pay, `beyond` -1 below or 1 above the outlook. Circles
    with the same center are moved apart, to the right by `shift` pixels.
    """

    x: float
    y: float
    radius: float
    is_beyond: bool
    beyond: int
    shift: int = 0
    name: Name | None = None

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
    circles = _apart(_circle(job, axis, most) for job in jobs)
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
    """Two round numbers: about the largest, and a tenth of it; none without sizes."""
    largest = round_step(most / 2)
    for value in (largest // 10, largest):
        if 0 < value <= most:
            yield Size(value, _radius(value, most))


class Box(NamedTuple):
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_inside(self) -> bool:
        return self.left >= 0 and self.right <= WIDTH and self.top >= 0 and self.bottom <= HEIGHT

    def overlaps(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def _apart(circles: Iterable[Circle]) -> list[Circle]:
    """The circles, those with the same center side by side."""
    numbers: Counter[tuple[float, float]] = Counter()
    apart = []
    for circle in circles:
        center = (circle.x, circle.y)
        apart.append(replace(circle, shift=SHIFT * numbers[center]))
        numbers[center] += 1
    return apart


def _with_names(names: Sequence[str], circles: Sequence[Circle]) -> Iterator[Circle]:
    """The circles, with a place for the names of the largest ones where a name covers nothing else."""
    taken = [_box(circle, -circle.radius, -circle.radius, 2 * circle.radius, 2 * circle.radius) for circle in circles]
    found: dict[int, Name] = {}
    for number in sorted(range(len(circles)), key=lambda number: -circles[number].radius)[:MOST_TRIED]:
        for place, box in _places(circles[number], LETTER * len(names[number])):
            if box.is_inside and not any(box.overlaps(other) for other in taken):
                found[number] = place
                taken.append(box)
                break
        if len(found) == MOST_NAMES:
            break
    return (replace(circle, name=found.get(number)) for number, circle in enumerate(circles))


def _places(circle: Circle, width: float) -> Iterator[tuple[Name, Box]]:
    """The places for a name: right, left, above and below, each with the room that it needs."""
    reach, half = circle.reach, LINE / 2
    yield Name("start", reach, BASELINE), _box(circle, reach, -half, width, LINE)
    yield Name("end", -reach, BASELINE), _box(circle, -reach - width, -half, width, LINE)
    for dy in (-reach - half, reach + half):
        yield Name("middle", 0, dy + BASELINE), _box(circle, -width / 2, dy - half, width, LINE)


def _box(circle: Circle, dx: float, dy: float, width: float, height: float) -> Box:
    """A rectangle at a distance from the center of a circle."""
    left, top = circle.x * WIDTH / 100 + circle.shift + dx, circle.y * HEIGHT / 100 + dy
    return Box(left, top, left + width, top + height)
