"""Pay by place: a table that readers search and sort, its ranks, and one place beside its state and the nation."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.http import QueryDict

from guides.document.search_words import LONGEST_QUERY, tokens_of
from guides.finding.browsing import LONGEST_IGNORED
from guides.finding.paging import query_of
from guides.official.models import Area
from guides.official.pay import Amount, Flag, Pay, Unit, pay_axis, pay_strip
from guides.official.places import PayByPlace, Place
from guides.official.states import BY_POSTAL, STATES, State
from guides.rendering import charts

FEWEST_JOBS = 500  # that a place must have to be ranked
MOST_AREAS = 50  # in a table
MOST_COMPARED = 3

# Columns by their name in the query string, with the figure that they sort by.
COLUMNS: dict[str, Callable[["Row"], object]] = {
    "place": lambda row: row.place.name,
    "median": lambda row: row.median.cents,
    "prices": lambda row: row.at_average_prices,
    "jobs": lambda row: row.place.employment,
    "common": lambda row: row.place.location_quotient,
}
DEFAULT_SORT = "-median"


@dataclass(frozen=True, slots=True)
class Row:
    """A place in a table; amounts are those of one unit, and `rank` is None unless it is ranked.

    `drawn` is its pay by the year, or by the hour where only that is published, whatever the unit of the amounts.
    """

    place: Place
    pay: Pay
    at_average_prices: int | None
    drawn: Pay
    rank: int | None = None

    @property
    def strip(self) -> charts.PayStrip | None:
        return pay_strip(self.drawn)

    @property
    def median(self) -> Amount:
        return self.pay.p50

    @property
    def is_ranked(self) -> bool:
        return self.median.flag == Flag.PUBLISHED and (self.place.employment or 0) >= FEWEST_JOBS


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in groups by what their median is: published, top-coded, withheld, not applicable."""

    groups: Sequence[tuple[Flag, Sequence[Row]]]
    left_out: int = 0

    @property
    def rows(self) -> list[Row]:
        return [row for _, rows in self.groups for row in rows]


@dataclass(frozen=True, slots=True)
class Difference:
    """Another place and how much its median differs, in cents; None where the two cannot be compared."""

    row: Row
    amount: int | None

    @property
    def apart(self) -> Amount | None:
        return None if self.amount is None else Amount(abs(self.amount))


@dataclass(frozen=True, slots=True)
class Comparison:
    """A place beside its states and the nation."""

    row: Row
    others: Sequence[Difference]


class PlaceTables:
    """The tables of a page, as its query string asks for them; an unknown value counts as none and is `ignored`."""

    def __init__(self, pay: PayByPlace, parameters: Mapping[str, str]) -> None:
        self.pay = pay
        self.ignored: list[str] = []
        self.search = " ".join(parameters.get("q", "")[:LONGEST_QUERY].split())
        self._words = tokens_of(self.search)
        self.sort = self._choice(parameters, "sort", {*COLUMNS, *(f"-{name}" for name in COLUMNS)}) or DEFAULT_SORT
        self.state = BY_POSTAL.get(self._choice(parameters, "state", BY_POSTAL))
        self.unit = Unit(self._choice(parameters, "unit", self.units) or self.usual_unit)

    def _choice(self, parameters: Mapping[str, str], name: str, known: Iterable[str]) -> str:
        value = parameters.get(name, "")
        if value in known:
            return value
        if value:
            self.ignored.append(f"{name}={value[:LONGEST_IGNORED]}")
        return ""

    @cached_property
    def units(self) -> list[Unit]:
        """The units in which any figure is published; at least one."""
        places = self.pay.nation_and_states
        return [unit for unit in Unit if any(place.figures.pay(unit).is_known for place in places)] or [Unit.YEAR]

    @property
    def usual_unit(self) -> Unit:
        return self.units[0]

    @property
    def query(self) -> QueryDict:
        """The state of the page as a query string, the same for equal states."""
        return query_of(
            {
                "q": self.search,
                "state": self.state.postal if self.state else "",
                "unit": self.unit if self.unit != self.usual_unit else "",
                "sort": self.sort if self.sort != DEFAULT_SORT else "",
            }
        )

    @property
    def unit_drawn(self) -> Unit:
        return Unit.YEAR if Unit.YEAR in self.units else Unit.HOUR

    @property
    def axis(self) -> charts.PayAxis:
        return pay_axis(self.unit_drawn)

    @cached_property
    def nation(self) -> Row | None:
        return self.pay.nation and self._row(self.pay.nation)

    @cached_property
    def all_states(self) -> list[Row]:
        """All states with their ranks: by what pay buys if the table is sorted by it, else by median pay."""
        return _ranked(map(self._row, self.pay.states), "prices" if self.is_by_prices else "median")

    @cached_property
    def states(self) -> Table:
        """The states that the search matches, or all."""
        return _table((row for row in self.all_states if self._matches(row.place)), self.sort)

    @property
    def shows_states(self) -> bool:
        """Whether the table of states has something to say: not if a search only finds areas."""
        return not self._words or bool(self.states.rows) or not self.areas.rows

    @property
    def shows_areas(self) -> bool:
        return not self._words or bool(self.state or self.areas.rows) or not self.states.rows

    @property
    def wants_areas(self) -> bool:
        return bool(self.state or self._words)

    @property
    def has_areas(self) -> bool:
        """Whether there are figures by area: they are only read where the page shows some."""
        return bool(self.pay.areas) if self.wants_areas else self.pay.has_areas

    @cached_property
    def areas(self) -> Table:
        """The areas of the chosen state that the search matches; none without a state or a search."""
        if not self.wants_areas:
            return Table(())
        rows = (row for row in _ranked(map(self._row, self.pay.areas), "median") if self._matches(row.place))
        if self.state:
            rows = (row for row in rows if self.state.postal in row.place.states)
        return _table(rows, DEFAULT_SORT if self.is_by_prices else self.sort, MOST_AREAS)

    @cached_property
    def industries(self) -> Table:
        return _table(map(self._row, self.pay.largest_industries), DEFAULT_SORT)

    @cached_property
    def map(self) -> charts.StateMap:
        published = (row for row in self.all_states if row.median.flag == Flag.PUBLISHED)
        return charts.state_map({code: row.median.cents for row in published for code in row.place.states})

    @property
    def has_top_coded(self) -> bool:
        return any(row.median.is_open for row in self.all_states)

    @property
    def has_unknown(self) -> bool:
        """Whether the map has states without a median."""
        return bool(self.missing) or any(row.median.cents is None for row in self.all_states)

    @property
    def tiles(self) -> list[tuple[charts.Tile, State, Row | None]]:
        """The tiles of the map, each with the row of its state."""
        rows = {code: row for row in self.all_states for code in row.place.states}
        return [(tile, BY_POSTAL[tile.code], rows.get(tile.code)) for tile in self.map.tiles]

    @property
    def missing(self) -> list[State]:
        """States for which the release has no row."""
        found = {row.place.code for row in self.all_states}
        return [state for state in STATES if state.fips not in found]

    @property
    def without_prices(self) -> list[str]:
        return [row.place.name for row in self.all_states if row.place.parity is None]

    @property
    def extremes(self) -> tuple[Row, Row] | None:
        """The ranked states with the lowest and with the highest median."""
        ranked = sorted((row for row in self.all_states if row.is_ranked), key=lambda row: row.median.cents)
        return (ranked[0], ranked[-1]) if len(ranked) > 1 else None

    @property
    def compared(self) -> list[Comparison]:
        """The places that the reader asked for, if they are few: what the search matches, or the chosen state."""
        found = [*self.areas.rows, *self.states.rows] if self._words else []
        found = [row for row in found if self._is_named(row.place)] or found
        if not self._words and self.state:
            found = [row for row in self.all_states if self.state.postal in row.place.states]
        return [self._compare(row) for row in found] if len(found) <= MOST_COMPARED else []

    def _is_named(self, place: Place) -> bool:
        """Whether the search is a place's whole name, or the postal code of a state."""
        code = tokens_of(" ".join(place.states)) if place.kind == Area.Kind.STATE else None
        return self._words in (tokens_of(place.name), code)

    def _compare(self, row: Row) -> Comparison:
        is_state = row.place.kind == Area.Kind.STATE
        states = [] if is_state else [other for other in self.all_states if {*other.place.states} & {*row.place.states}]
        others = [*states, *([self.nation] if self.nation else [])]
        return Comparison(row, [Difference(other, _difference(row.median, other.median)) for other in others])

    def _row(self, place: Place) -> Row:
        figures = place.figures
        return Row(place, figures.pay(self.unit), place.at_average_prices(self.unit), figures.pay(self.unit_drawn))

    @property
    def is_by_prices(self) -> bool:
        return self.sort.endswith("prices")

    def _matches(self, place: Place) -> bool:
        """Whether each word of the search begins a word of the name, or is the postal code."""
        names = tokens_of(f"{place.name} {' '.join(place.states)}")
        return all(any(name.startswith(word) for name in names) for word in self._words)


def _ranked(rows: Iterable[Row], column: str) -> list[Row]:
    """Rows with their ranks by a column; equal figures have the same rank."""
    figure, rows = COLUMNS[column], list(rows)
    values = sorted((figure(row) for row in rows if row.is_ranked and figure(row) is not None), reverse=True)
    ranks = {value: rank for rank, value in reversed(list(enumerate(values, start=1)))}
    return [replace(row, rank=ranks.get(figure(row))) if row.is_ranked else row for row in rows]


def _table(rows: Iterable[Row], sort: str, most: int | None = None) -> Table:
    rows = _sorted(rows, sort)
    kept = rows[:most]
    groups = [(flag, [row for row in kept if row.median.flag == flag]) for flag in Flag]
    return Table([group for group in groups if group[1]], left_out=len(rows) - len(kept))


def _sorted(rows: Iterable[Row], sort: str) -> list[Row]:
    """Rows by a column, downward if `sort` starts with a minus; those without a figure come last, by name."""
    figure = COLUMNS[sort.removeprefix("-")]
    by_name = sorted(rows, key=lambda row: row.place.name)
    known = [row for row in by_name if figure(row) is not None]
    known.sort(key=figure, reverse=sort.startswith("-"))
    return known + [row for row in by_name if figure(row) is None]


def _difference(one: Amount, other: Amount) -> int | None:
    if Flag.TOP_CODED in (one.flag, other.flag) or one.cents is None or other.cents is None:
        return None
    return other.cents - one.cents
