"""The list of occupations: search, filters and sort orders over the summaries of all of them.

A release of O*NET has about a thousand occupations, so one query reads them all and the rest is done in memory.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.http import QueryDict

from guides.document.search_words import Query
from guides.finding.browsing import LONGEST_IGNORED, MOST_IGNORED, Choice, Chosen, Quick, quick_links, without_quick
from guides.finding.filters import NO_DEGREE
from guides.finding.occupation_filters import Filter, filters_of
from guides.finding.occupations import OccupationMatch, find_occupations
from guides.finding.paging import query_of
from guides.official.models import Release
from guides.official.outlook import percent_of
from guides.official.pay import Unit, pay_axis
from guides.official.releases import current_releases
from guides.official.summaries import Group, Summary, Table, groups, summaries
from guides.rendering import charts

PAGE_SIZE = 50
QUICK = (("education", NO_DEGREE, "No degree"), ("pay", "from-60", "Over $60,000"))


# Sort keys with their label and figure. A minus sorts downward; what is not published comes last.
SORTS: dict[str, tuple[str, Callable[[Summary], int | None]]] = {
    "-pay": ("Highest pay", lambda item: item.median and item.median.amount.cents),
    "pay": ("Lowest pay", lambda item: item.median and item.median.amount.cents),
    "-outlook": ("Fastest growth", lambda item: item.growth),
    "outlook": ("Slowest growth", lambda item: item.growth),
    "-openings": ("Most openings", lambda item: item.openings),
    "openings": ("Fewest openings", lambda item: item.openings),
}
# What sets the pay of an occupation apart from figures by the year, which come first.
YEARLY, TOP_CODED, HOURLY, NONE, MILITARY = PAY_KINDS = ("", "top-coded", "hourly", "none", "military")


def pay_kind(item: Summary) -> str:
    if item.median is None:
        return MILITARY if item.is_military else NONE
    if item.median.unit == Unit.HOUR:
        return HOURLY
    return TOP_CODED if item.median.amount.is_open else YEARLY


TITLE = "title"
PARAMETERS = ("q", "page")  # and the filters and the sort
# What the list draws on.
TABLES = (Table.NATIONAL_WAGES, Table.PROJECTIONS, Table.OCCUPATIONS, Table.ALTERNATE_TITLES, Table.JOB_ZONES)


@dataclass(frozen=True, slots=True)
class Row:
    """An occupation in the list, and how the search found it."""

    summary: Summary
    match: OccupationMatch | None

    @property
    def strip(self) -> charts.PayStrip | None:
        """Pay a year on the axis of all pages."""
        median, ends = self.summary.median, self.summary.ends
        if median is None or median.unit != Unit.YEAR:
            return None
        low, high = ends or (None, None)
        return charts.range_strip(
            pay_axis(Unit.YEAR),
            low and low.dollars,
            high and high.dollars,
            median.amount.dollars,
            is_open=bool(high and high.is_open),
        )

    @property
    def outlook(self) -> charts.OutlookMark | None:
        growth = self.summary.growth
        return None if growth is None else charts.outlook_mark(percent_of(growth))


@dataclass(frozen=True)
class OccupationList:
    """A state of the list. `found` are the matches of the search by code, the best first; None without a search.

    An empty `sort` is by match after a search, else by title. `is_start` if nothing is asked for: the groups are shown.
    """

    is_start: bool
    text: str
    chosen: dict[str, str]
    sort: str
    filters: tuple[Filter, ...]
    groups: Mapping[str, Group]
    occupations: Sequence[Summary]
    found: Mapping[str, OccupationMatch] | None
    ignored: tuple[str, ...]
    sources: Sequence[Release]

    @classmethod
    def read(cls, parameters: QueryDict) -> "OccupationList":
        """Read a state from a query string; `ignored` lists its unknown parameters and values."""
        releases = current_releases()
        occupations = summaries(releases)
        named = groups(releases, {item.group for item in occupations})
        filters = filters_of(named)
        query = Query.read(parameters.get("q", ""))
        found = {match.code: match for match in find_occupations(query.text)} if query.terms else None
        choices = {filter_.name: filter_.choices for filter_ in filters} | {"sort": {TITLE: TITLE, **SORTS}}
        unknown = [name for name in parameters if name not in choices and name not in PARAMETERS]
        values = {name: value for name in choices if (value := parameters.get(name))}
        chosen = {name: value for name, value in values.items() if value in choices[name]}
        ignored = [*unknown, *(value for name, value in values.items() if name not in chosen)]
        sort = chosen.pop("sort", "")
        return cls(
            is_start=len(unknown) == len(parameters),
            text=query.text,
            chosen=chosen,
            sort="" if found is None and sort == TITLE else sort,
            filters=filters,
            groups=named,
            occupations=occupations,
            found=found,
            ignored=tuple(_plain(words)[:LONGEST_IGNORED] for words in ignored[:MOST_IGNORED]),
            sources=[releases[table] for table in TABLES if table in releases],
        )

    @property
    def query(self) -> QueryDict:
        """The state as a query string, the same for equal states; `q=` for all occupations."""
        return self._query(self.chosen)

    @property
    def total(self) -> int:
        return len(self.occupations)

    @property
    def is_without_words(self) -> bool:
        return bool(self.text) and self.found is None

    @property
    def group_sizes(self) -> list[tuple[Group, int]]:
        sizes = Counter(item.group for item in self.occupations)
        return [(group, sizes[code]) for code, group in self.groups.items()]

    @cached_property
    def matching(self) -> list[Summary]:
        """What the search found, before the filters."""
        return [item for item in self.occupations if self.found is None or item.code in self.found]

    @cached_property
    def rows(self) -> list[Row]:
        kept = [item for item in self.matching if self._passes(item)]
        return [Row(item, self.found[item.code] if self.found else None) for item in self._sorted(kept)]

    @property
    def choices(self) -> list[tuple[Filter, list[Choice]]]:
        """All filters with their choices, counted with the other filters applied; empty ones are left out."""
        return [(filter_, list(self._choices(filter_))) for filter_ in self.filters]

    @property
    def axis(self) -> charts.PayAxis:
        return pay_axis(Unit.YEAR)

    @property
    def group(self) -> Group | None:
        return self.groups.get(self.chosen.get("group", ""))

    @property
    def quick(self) -> list[Quick]:
        return quick_links(QUICK, self.chosen, self._query)

    @property
    def active(self) -> list[Chosen]:
        return [
            Chosen(
                filter_.name,
                filter_.label,
                filter_.choices[self.chosen[filter_.name]],
                self._query_without(filter_.name),
            )
            for filter_ in self.filters
            if filter_.name in self.chosen
        ]

    @property
    def others(self) -> list[Chosen]:
        """The active filters that no quick link removes."""
        return without_quick(self.active, self.chosen, QUICK)

    @property
    def without_filters(self) -> QueryDict:
        return query_of({"q": self.text, "sort": self.sort}) or QueryDict("q=")

    @property
    def sorts(self) -> list[tuple[str, str]]:
        by_title = "Title, A to Z"
        first = [("", by_title)] if self.found is None else [("", "Best match"), (TITLE, by_title)]
        return [*first, *((key, label) for key, (label, _) in SORTS.items())]

    @property
    def is_by_pay(self) -> bool:
        return self.sort.endswith("pay")

    def sections(self, rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
        """The rows of a page under what sets their pay apart, if they are sorted by pay."""
        kinds = groupby(rows, lambda row: pay_kind(row.summary) if self.is_by_pay else YEARLY)
        return [(kind, list(part)) for kind, part in kinds]

    def _choices(self, filter_: Filter) -> Iterator[Choice]:
        numbers = Counter(filter_.value_of(item) for item in self.matching if self._passes(item, but=filter_.name))
        for key, label in filter_.choices.items():
            is_chosen = self.chosen.get(filter_.name) == key
            number = sum(numbers[value] for value in filter_.values(key))
            if is_chosen or (number and key not in filter_.not_offered):
                yield Choice(key, label, number, is_chosen)

    def _passes(self, item: Summary, but: str = "") -> bool:
        return all(
            filter_.value_of(item) in filter_.values(self.chosen[filter_.name])
            for filter_ in self.filters
            if filter_.name in self.chosen and filter_.name != but
        )

    def _sorted(self, items: list[Summary]) -> list[Summary]:
        """Sorted; the items come by title, and the sort is stable."""
        if self.found is not None and not self.sort:
            places = {code: place for place, code in enumerate(self.found)}
            return sorted(items, key=lambda item: places[item.code])
        if self.sort not in SORTS:
            return items
        figure, sign = SORTS[self.sort][1], -1 if self.sort.startswith("-") else 1
        kinds = list(PAY_KINDS) if self.is_by_pay else []

        def key(item: Summary) -> tuple[int, bool, int]:
            value = figure(item)
            kind = kinds.index(pay_kind(item)) if kinds else 0
            return (kind, value is None, sign * (value or 0))

        return sorted(items, key=key)

    def _query(self, chosen: Mapping[str, str]) -> QueryDict:
        in_order = {filter_.name: chosen.get(filter_.name, "") for filter_ in self.filters}
        query = query_of({"q": self.text} | in_order | {"sort": self.sort})
        return query if query or self.is_start else QueryDict("q=")

    def _query_without(self, filter_name: str) -> QueryDict:
        return self._query({name: key for name, key in self.chosen.items() if name != filter_name})


def _plain(text: str) -> str:
    """The words of a text with single spaces, without control characters."""
    return " ".join("".join(filter(str.isprintable, text)).split())
