"""Charts of the key facts: outlook, openings, education."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from guides.rendering.charts.axes import percent, round_step

LOWEST_GROWTH, HIGHEST_GROWTH = -10, 20  # percent, the ends of the outlook scale on every page
FEWEST_FOR_DECILES = 8  # guides; with fewer, deciles mean nothing
MOST_DOTS, DOTS_IN_A_ROW = 40, 20
DOT_PITCH = 7  # between the centers of dots, in units of the drawing
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


@dataclass(frozen=True, slots=True)
class OutlookMark:
    """Growth as a point on the scale that all pages share; `beyond` is -1 or 1 if it is off the scale."""

    x: float
    zero: float
    beyond: int
    deciles: tuple[float, ...] = ()


def outlook_mark(growth: int | float | None, among: Sequence[int | float] = ()) -> OutlookMark | None:
    """The point of a growth, with the deciles of all guides as ticks if there are FEWEST_FOR_DECILES guides."""
    if growth is None:
        return None
    beyond = -1 if growth < LOWEST_GROWTH else 1 if growth > HIGHEST_GROWTH else 0
    cuts = statistics.quantiles(among, n=10, method="inclusive") if len(among) >= FEWEST_FOR_DECILES else ()
    return OutlookMark(
        x=_growth_place(growth),
        zero=_growth_place(0),
        beyond=beyond,
        deciles=tuple(dict.fromkeys(_growth_place(cut) for cut in cuts)),
    )


def _growth_place(growth: int | float) -> float:
    """The position of a growth on the scale; values off the scale are at its end."""
    return percent(min(max(growth, LOWEST_GROWTH), HIGHEST_GROWTH), LOWEST_GROWTH, HIGHEST_GROWTH)


@dataclass(frozen=True, slots=True)
class Dots:
    """A count as dots of `unit` each; `places` are (x, y), the drawing is `width` by `height` units."""

    unit: int
    places: tuple[tuple[int, int], ...]
    width: int
    height: int


def openings_dots(count: int | None) -> Dots | None:
    """At most MOST_DOTS dots, each for the same round number; None without openings."""
    if not count:
        return None
    unit = round_step(count / MOST_DOTS)
    number = max(1, round(count / unit))
    places = tuple(
        (column * DOT_PITCH, row * DOT_PITCH) for row, column in (divmod(i, DOTS_IN_A_ROW) for i in range(number))
    )
    rows = -(-number // DOTS_IN_A_ROW)
    return Dots(unit=unit, places=places, width=DOTS_IN_A_ROW * DOT_PITCH, height=rows * DOT_PITCH)


@dataclass(frozen=True, slots=True)
class EducationMark:
    """One of the eight levels of official statistics, `number` from 1; `places` are their x."""

    number: int
    places: tuple[float, ...]

    @property
    def x(self) -> float:
        return self.places[self.number - 1]


def education_mark(level: str | None) -> EducationMark | None:
    """The mark of a level; None if the words are not exactly one of the eight."""
    wanted = (level or "").strip().rstrip(".").replace("’", "'").casefold()
    names = [name.casefold() for name in EDUCATION_LEVELS]
    if wanted not in names:
        return None
    last = len(names) - 1
    return EducationMark(names.index(wanted) + 1, tuple(percent(i, 0, last) for i in range(len(names))))
