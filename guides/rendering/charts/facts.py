"""Charts of the key facts: outlook, openings, education."""

import math
from dataclasses import dataclass

from guides.rendering.charts.axes import percent

LOWEST_GROWTH, HIGHEST_GROWTH = -10, 20  # percent, the ends of the outlook scale on every page
LOWEST_OPENINGS, HIGHEST_OPENINGS = 100, 1_000_000  # a year, the ends of the openings scale on every page
OPENINGS_MARKS = {1_000: "1k", 10_000: "10k", 100_000: "100k"}  # where its bands meet
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


def outlook_mark(growth: int | float | None) -> OutlookMark | None:
    if growth is None:
        return None
    beyond = -1 if growth < LOWEST_GROWTH else 1 if growth > HIGHEST_GROWTH else 0
    return OutlookMark(x=_growth_place(growth), zero=_growth_place(0), beyond=beyond)


def _growth_place(growth: int | float) -> float:
    """The position of a growth on the scale; values off the scale are at its end."""
    return percent(min(max(growth, LOWEST_GROWTH), HIGHEST_GROWTH), LOWEST_GROWTH, HIGHEST_GROWTH)


@dataclass(frozen=True, slots=True)
class OpeningsMark:
    """Openings a year as a point on the scale that all pages share, on which each mark is ten times the one before.

    `band` is 1 below the first of OPENINGS_MARKS and 4 above the last.
    """

    x: float
    band: int
    marks: tuple[tuple[float, str], ...]


def openings_mark(count: int | None) -> OpeningsMark | None:
    if count is None:
        return None
    few, some, many = OPENINGS_MARKS
    marks = tuple((_openings_place(mark), words) for mark, words in OPENINGS_MARKS.items())
    return OpeningsMark(_openings_place(count), 1 + (count >= few) + (count >= some) + (count > many), marks)


def _openings_place(count: int) -> float:
    """The position of a number of openings on the scale; values off the scale are at its end."""
    shown = min(max(count, LOWEST_OPENINGS), HIGHEST_OPENINGS)
    return percent(math.log10(shown), math.log10(LOWEST_OPENINGS), math.log10(HIGHEST_OPENINGS))


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
