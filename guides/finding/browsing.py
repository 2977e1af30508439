"""Browsing: the state of the list of guides, its sort orders, and the numbers beside its filters.

A state is read from a query string and can be written as one (`Browser.query`). The choices of each filter are counted
with the other filters applied, all in one query. A value that a guide does not state is a choice of its own.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from django.db.models import Case, Count, F, QuerySet, Value, When
from django.http import QueryDict

from guides.finding.filters import FILTERS, NOT_STATED, Filter
from guides.finding.paging import query_of
from guides.models import GuideIndex

PAGE_SIZE = 24
MOST_IGNORED, LONGEST_IGNORED = 5, 40  # of unknown parameters, as they are listed
# Choices that stand above the list as links: filter, choice, words.
QUICK = (
    ("education", "no-degree", "No degree"),
    ("remote", "common", "Remote"),
    ("pay", "usd-from-60", "Over $60,000"),
)

# Sort keys with their label and column. A minus sorts downward; unstated values always come last.
SORTS = {
    "title": ("Title, A to Z", "title_key"),
    "-title": ("Title, Z to A", "-title_key"),
    "-pay": ("Highest pay", "-median_salary"),
    "pay": ("Lowest pay", "median_salary"),
    "-growth": ("Fastest growth", "-growth_percent"),
    "growth": ("Slowest growth", "growth_percent"),
    "-openings": ("Most openings", "-annual_openings"),
    "openings": ("Fewest openings", "annual_openings"),
}
DEFAULT_SORT = "title"


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of a filter, with the number of guides that it would show."""

    key: str
    label: str
    number: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """An active filter; `query` is the state without it."""

    name: str
    label: str
    words: str
    query: QueryDict


@dataclass(frozen=True, slots=True)
class Quick:
    """A link above the list that sets a filter, or removes it if it is set; `query` is the state behind it."""

    words: str
    query: QueryDict
    is_set: bool


QuickChoices = Collection[tuple[str, str, str]]


def quick_links(
    choices: QuickChoices, chosen: Mapping[str, str], query: Callable[[Mapping[str, str]], QueryDict]
) -> list[Quick]:
    """Return the links for choices of filters; `query` writes a state."""
    links = []
    for name, key, words in choices:
        is_set = chosen.get(name) == key
        others = {other: value for other, value in chosen.items() if other != name}
        links.append(Quick(words, query(others if is_set else {**others, name: key}), is_set))
    return links


def without_quick(active: Iterable[Chosen], chosen: Mapping[str, str], choices: QuickChoices) -> list[Chosen]:
    """Return the active filters that no quick link removes."""
    quick = {(name, key) for name, key, _ in choices}
    return [filter_ for filter_ in active if (filter_.name, chosen[filter_.name]) not in quick]


@dataclass(frozen=True)
class Browser:
    """A state of the list. `cells` counts the live guides for each combination of choices.

    Pay is drawn in `currency` if a page has pay in it; without one, in the most frequent currency of the page.
    """

    chosen: dict[str, str]
    sort: str
    cells: tuple[tuple[tuple[str, ...], int], ...]
    currencies: tuple[str, ...]
    currency: str = ""
    ignored: tuple[str, ...] = ()

    @classmethod
    def read(cls, parameters: Mapping[str, str]) -> "Browser":
        """Read the state from a query string; `ignored` lists its unknown values."""
        cells, currencies = _count_cells(parameters)
        browser = cls(chosen={}, sort=DEFAULT_SORT, cells=cells, currencies=currencies)
        chosen, ignored = {}, []
        for filter_ in FILTERS:
            key = parameters.get(filter_.name, "")
            if key and filter_.knows(key, browser.values[filter_.name]):
                chosen[filter_.name] = key
            elif key:
                ignored.append(key)
        sort = parameters.get("sort") or DEFAULT_SORT
        if sort not in SORTS:
            ignored.append(sort)
            sort = DEFAULT_SORT
        currency = parameters.get("currency", "")
        if currency and currency not in currencies:
            ignored.append(currency)
            currency = ""
        shortened = tuple(key[:LONGEST_IGNORED] for key in ignored[:MOST_IGNORED])
        return replace(browser, chosen=chosen, sort=sort, currency=currency, ignored=shortened)

    @property
    def query(self) -> QueryDict:
        """The state as a query string, the same for equal states."""
        return self._query(self.chosen)

    @cached_property
    def values(self) -> dict[str, set[str]]:
        """The values of the live guides in each filter."""
        return {filter_.name: {values[place] for values, _ in self.cells} for place, filter_ in enumerate(FILTERS)}

    @property
    def total(self) -> int:
        return sum(number for _, number in self.cells)

    @property
    def has_mixed_pay(self) -> bool:
        """Whether the list is sorted by pay in several currencies, which cannot be compared."""
        return self.sort.endswith("pay") and len(self.currencies) > 1

    @cached_property
    def filters(self) -> list[tuple[Filter, list[Choice]]]:
        """All filters that offer choices; empty choices are left out unless they are active."""
        return [(filter_, choices) for filter_ in FILTERS if (choices := self._choices(filter_))]

    @property
    def quick(self) -> list[Quick]:
        """The links above the list; those that no guide fits are left out unless they are set."""
        filters = {filter_.name: filter_ for filter_ in FILTERS}
        shown = [
            (name, key, words)
            for name, key, words in QUICK
            if self.chosen.get(name) == key or any(filters[name].covers(key, value) for value in self.values[name])
        ]
        return quick_links(shown, self.chosen, self._query)

    @property
    def active(self) -> list[Chosen]:
        return [
            Chosen(filter_.name, filter_.label, self._words(filter_), self._query_without(filter_.name))
            for filter_ in FILTERS
            if filter_.name in self.chosen
        ]

    @property
    def others(self) -> list[Chosen]:
        """The active filters that no quick link removes."""
        return without_quick(self.active, self.chosen, QUICK)

    @property
    def without_filters(self) -> QueryDict:
        return self._query({})

    @property
    def hidden(self) -> dict[str, str]:
        """The part of the state that the form of the filters has no field for."""
        return {name: value for name in ("industry", "currency") if (value := self.query.get(name))}

    @property
    def sorts(self) -> list[tuple[str, str]]:
        return [(key, words) for key, (words, _) in SORTS.items()]

    def guides(self) -> QuerySet[GuideIndex]:
        """Return the guides of this state, sorted; sorting by pay groups them by currency."""
        conditions = [
            filter_.condition(self.chosen[filter_.name], self.values[filter_.name])
            for filter_ in FILTERS
            if filter_.name in self.chosen
        ]
        return GuideIndex.objects.live().filter(*conditions).order_by(*self._order())

    def _words(self, filter_: Filter) -> str:
        return filter_.words(self.chosen[filter_.name], self.values[filter_.name])

    def _query(self, chosen: Mapping[str, str]) -> QueryDict:
        in_order = {filter_.name: chosen.get(filter_.name, "") for filter_ in FILTERS}
        return query_of(in_order | {"sort": self.sort if self.sort != DEFAULT_SORT else "", "currency": self.currency})

    def _query_without(self, filter_name: str) -> QueryDict:
        return self._query({name: key for name, key in self.chosen.items() if name != filter_name})

    def _order(self) -> list[object]:
        column = SORTS[self.sort][1]
        name = F(column.removeprefix("-"))
        by = name.desc(nulls_last=True) if column.startswith("-") else name.asc(nulls_last=True)
        if self.has_mixed_pay:
            in_order = sorted(self.currencies, key=lambda currency: currency != self.currency)
            places = [When(currency=currency, then=Value(place)) for place, currency in enumerate(in_order)]
            return [Case(When(median_salary=None, then=Value(len(places))), *places), by, "title_key", "pk"]
        return [by, "title_key", "pk"]

    def _choices(self, filter_: Filter) -> list[Choice]:
        place = FILTERS.index(filter_)
        others = [(at, other) for at, other in enumerate(FILTERS) if at != place and other.name in self.chosen]
        numbers: Counter[str] = Counter()
        for values, number in self.cells:
            if all(other.covers(self.chosen[other.name], values[at]) for at, other in others):
                numbers[values[place]] += number
        chosen = self.chosen.get(filter_.name)
        return [
            Choice(key, filter_.words(key), filter_.number(key, numbers), key == chosen)
            for key in filter_.offered(numbers, chosen)
        ]


def _count_cells(parameters: Mapping[str, str]) -> tuple[tuple[tuple[tuple[str, ...], int], ...], tuple[str, ...]]:
    """Count live guides by their values in all filters, and list their currencies, the most frequent first."""
    values = {f"{filter_.name}_value": filter_.value(parameters.get(filter_.name, "")) for filter_ in FILTERS}
    rows = (
        GuideIndex.objects.live()
        .order_by()
        .annotate(**values)
        .values_list(*values, "currency")
        .annotate(number=Count("pk"))
    )
    cells: Counter[tuple[str, ...]] = Counter()
    currencies: Counter[str] = Counter()
    for *found, currency, number in rows:
        cells[tuple(value or NOT_STATED for value in found)] += number
        if currency:
            currencies[currency] += number
    return tuple(cells.items()), tuple(currency for currency, _ in currencies.most_common())
