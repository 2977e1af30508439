"""A map of states and territories as tiles of one size, in classes of a figure."""

import statistics
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

CLASSES = 5
PITCH, SIDE = 50, 46  # from tile to tile, and of a tile, in units of the drawing

# Each row of tiles from its first to its last column; two dots are a gap.
ROWS = (
    "AK .. .. .. .. .. .. .. .. .. ME",
    ".. .. .. .. .. .. .. .. .. VT NH",
    "WA ID MT ND MN WI MI .. NY MA RI",
    "OR NV WY SD IA IL IN OH PA NJ CT",
    "CA UT CO NE MO KY WV VA DC MD DE",
    ".. AZ NM KS AR TN NC SC .. .. ..",
    "HI .. .. OK LA MS AL GA .. .. ..",
    "GU .. .. TX .. .. .. FL .. PR VI",
)
PLACES = {
    code: (column, row) for row, codes in enumerate(ROWS) for column, code in enumerate(codes.split()) if code != ".."
}
WIDTH = PITCH * len(ROWS[0].split()) - (PITCH - SIDE)
HEIGHT = PITCH * len(ROWS) - (PITCH - SIDE)


@dataclass(frozen=True, slots=True)
class Tile:
    """A state under its postal code; `x` and `y` are its top left corner, `level` its class from 1, or None."""

    code: str
    x: int
    y: int
    level: int | None

    @property
    def middle(self) -> int:
        return self.x + SIDE // 2

    @property
    def code_y(self) -> int:
        """The line on which the postal code stands."""
        return self.y + 20

    @property
    def value_y(self) -> int:
        return self.y + 37


@dataclass(frozen=True, slots=True)
class Level:
    """A class: its number from 1, the lowest and highest value in it, and how many there are."""

    number: int
    lowest: int
    highest: int
    count: int


@dataclass(frozen=True, slots=True)
class StateMap:
    tiles: tuple[Tile, ...]
    levels: tuple[Level, ...]
    side: int = SIDE
    width: int = WIDTH
    height: int = HEIGHT


def state_map(values: Mapping[str, int | None]) -> StateMap:
    """The map of values by postal code, in five classes with about as many states each."""
    known = sorted(value for value in values.values() if value is not None)
    cuts = statistics.quantiles(known, n=CLASSES, method="inclusive") if len(known) > 1 else []
    numbers = {value: bisect_right(cuts, value) + 1 for value in known}
    tiles = (
        Tile(code, PITCH * column, PITCH * row, numbers.get(values.get(code))) for code, (column, row) in PLACES.items()
    )
    return StateMap(tuple(tiles), tuple(_levels(known, numbers)))


def _levels(known: Iterable[int], numbers: Mapping[int, int]) -> Iterable[Level]:
    for number in range(1, CLASSES + 1):
        if values := [value for value in known if numbers[value] == number]:
            yield Level(number, values[0], values[-1], len(values))
