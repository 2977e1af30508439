"""Browsing: the filters and sort orders of the list of guides, as two tables, and the state of that list.

A state is read from a query string and can be written as one (`Browser.query`). The choices of each filter are counted
with the other filters applied, all in one query. A value that a guide does not state is a choice of its own.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from django.db.models import Case, Count, F, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.http import QueryDict

from guides.finding.paging import query_of
from guides.models import GuideIndex
from guides.rendering import charts
from guides.rendering.money import format_growth, format_money
from guides.rendering.words import REMOTE_WORK_WORDS

PAGE_SIZE = 24
NOT_STATED = "not-stated"
MOST_IGNORED, LONGEST_IGNORED = 5, 40  # of unknown parameters, as they are listed

# The lower bounds of the pay bands, in thousands a year; the first band is below them.
PAY_BOUNDS = {
    "USD": (40, 60, 80, 120),
    "EUR": (30, 45, 60, 90),
    "GBP": (25, 40, 60, 80),
    "CAD": (45, 65, 85, 120),
    "AUD": (60, 80, 100, 140),
    "INR": (500, 1000, 2000, 4000),
}
STEADY = (-1, 1)  # percent growth: between these, a job is neither shrinking nor growing


@dataclass(frozen=True, slots=True)
class Band:
    """A choice that covers a range of figures."""

    key: str
    label: str
    condition: Q


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter on a column of the index. Without `bands`, each value is a choice, labeled by `label_of`."""

    name: str
    label: str
    column: str
    bands: tuple[Band, ...] = ()
    label_of: Callable[[str], str] = str
    rank: Callable[[str], object] = str.casefold

    def expression(self) -> Combinable:
        """Return the database expression for the key of a guide's choice, empty if the guide states nothing."""
        if not self.bands:
            return F(self.column)
        return Case(*(When(band.condition, then=Value(band.key)) for band in self.bands), default=Value(""))

    def condition(self, key: str) -> Q:
        """Return the condition for a choice. It compares the column itself, so that its index is used."""
        if self.bands:
            return next((band.condition for band in self.bands if band.key == key), Q(**{self.column: None}))
        return Q(**{self.column: "" if key == NOT_STATED else key})

    def words(self, key: str) -> str:
        if key == NOT_STATED:
            return "Not stated"
        return next((band.label for band in self.bands if band.key == key), "") or self.label_of(key)

    def in_order(self, keys: Iterable[str]) -> list[str]:
        """Sort the choices as readers expect them, with `not-stated` last."""
        stated = set(keys) - {NOT_STATED}
        bands = [band.key for band in self.bands if band.key in stated]
        return (bands or sorted(stated, key=self.rank)) + [NOT_STATED for key in keys if key == NOT_STATED]


def _pay_bands() -> tuple[Band, ...]:
    return tuple(
        _pay_band(currency, low, high)
        for currency, bounds in PAY_BOUNDS.items()
        for low, high in zip((None, *bounds), (*bounds, None), strict=True)
    )


def _pay_band(currency: str, low: int | None, high: int | None) -> Band:
    """Return a band such as `usd-40-60`: at least 40,000 US dollars a year and less than 60,000."""
    condition = Q(currency=currency, median_salary__isnull=False)
    if low:
        condition &= Q(median_salary__gte=low * 1000)
    if high:
        condition &= Q(median_salary__lt=high * 1000)
    ends = [format_money(end * 1000, currency) for end in (low, high) if end]
    label = " to ".join(ends) if len(ends) == 2 else f"{ends[0]} and more" if low else f"Below {ends[0]}"
    return Band(f"{currency.lower()}-{low or 0}-{high or ''}".rstrip("-"), f"{label} ({currency})", condition)


def _outlook_bands() -> tuple[Band, ...]:
    low, high = STEADY
    return (
        Band("shrinking", f"Shrinking (below {format_growth(low)})", Q(growth_percent__lt=low)),
        Band(
            "steady",
            f"Steady ({format_growth(low)} to {format_growth(high)})",
            Q(growth_percent__gte=low, growth_percent__lte=high),
        ),
        Band("growing", f"Growing (above {format_growth(high)})", Q(growth_percent__gt=high)),
    )


def _education_rank(level: str) -> tuple[int, str]:
    """Rank the eight levels of official statistics from none to a doctorate, then all other texts by name."""
    mark = charts.education_mark(level)
    return (mark.number if mark else len(charts.EDUCATION_LEVELS) + 1, level.casefold())


FILTERS = (
    Filter("category", "Field", "category"),
    Filter("pay", "Median pay a year", "median_salary", bands=_pay_bands()),
    Filter("education", "Education", "education_level", rank=_education_rank),
    Filter("outlook", "Outlook", "growth_percent", bands=_outlook_bands()),
    Filter(
        "remote",
        "Remote work",
        "remote_work",
        label_of=lambda key: REMOTE_WORK_WORDS.get(key, key),
        rank=lambda key: list(REMOTE_WORK_WORDS).index(key),
    ),
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

    label: str
    words: str
    query: QueryDict


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
        cells, currencies = _count_cells()
        browser = cls(chosen={}, sort=DEFAULT_SORT, cells=cells, currencies=currencies)
        chosen, ignored = {}, []
        for index, filter_ in enumerate(FILTERS):
            key = parameters.get(filter_.name, "")
            if key and any(keys[index] == key for keys, _ in cells):
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
        return self._query_without("")

    @property
    def total(self) -> int:
        return sum(number for _, number in self.cells)

    @property
    def has_mixed_pay(self) -> bool:
        """Whether the list is sorted by pay in several currencies, which cannot be compared."""
        return self.sort.endswith("pay") and len(self.currencies) > 1

    @cached_property
    def filters(self) -> list[tuple[Filter, list[Choice]]]:
        """All filters with their choices; empty choices are left out unless they are active."""
        return [(filter_, self._choices(index, filter_)) for index, filter_ in enumerate(FILTERS)]

    @property
    def active(self) -> list[Chosen]:
        return [
            Chosen(
                filter_.label,
                filter_.words(self.chosen[filter_.name]),
                self._query_without(filter_.name),
            )
            for filter_ in FILTERS
            if filter_.name in self.chosen
        ]

    @property
    def sorts(self) -> list[tuple[str, str]]:
        return [(key, words) for key, (words, _) in SORTS.items()]

    def guides(self) -> QuerySet[GuideIndex]:
        """Return the guides of this state, sorted; sorting by pay groups them by currency."""
        conditions = [
            filter_.condition(self.chosen[filter_.name]) for filter_ in FILTERS if filter_.name in self.chosen
        ]
        return GuideIndex.objects.live().filter(*conditions).order_by(*self._order())

    def _query_without(self, filter_name: str) -> QueryDict:
        chosen = {name: key for name, key in self.chosen.items() if name != filter_name}
        return query_of(chosen | {"sort": self.sort if self.sort != DEFAULT_SORT else "", "currency": self.currency})

    def _order(self) -> list[object]:
        column = SORTS[self.sort][1]
        name = F(column.removeprefix("-"))
        by = name.desc(nulls_last=True) if column.startswith("-") else name.asc(nulls_last=True)
        if self.has_mixed_pay:
            in_order = sorted(self.currencies, key=lambda currency: currency != self.currency)
            places = [When(currency=currency, then=Value(place)) for place, currency in enumerate(in_order)]
            return [Case(When(median_salary=None, then=Value(len(places))), *places), by, "title_key", "pk"]
        return [by, "title_key", "pk"]

    def _choices(self, index: int, filter_: Filter) -> list[Choice]:
        numbers: Counter[str] = Counter()
        others = [(place, self.chosen.get(other.name)) for place, other in enumerate(FILTERS) if place != index]
        wanted = [(place, key) for place, key in others if key]
        for keys, number in self.cells:
            if all(keys[place] == key for place, key in wanted):
                numbers[keys[index]] += number
        chosen = self.chosen.get(filter_.name)
        keys = filter_.in_order(set(numbers) | ({chosen} if chosen else set()))
        return [Choice(key, filter_.words(key), numbers[key], key == chosen) for key in keys]


def _count_cells() -> tuple[tuple[tuple[tuple[str, ...], int], ...], tuple[str, ...]]:
    """Count live guides by their choices in all filters, and list their currencies, the most frequent first."""
    names = [f"{filter_.name}_choice" for filter_ in FILTERS]
    expressions = {name: filter_.expression() for name, filter_ in zip(names, FILTERS, strict=True)}
    rows = (
        GuideIndex.objects.live()
        .order_by()
        .annotate(**expressions)
        .values_list(*names, "currency")
        .annotate(number=Count("pk"))
    )
    cells: Counter[tuple[str, ...]] = Counter()
    currencies: Counter[str] = Counter()
    for *keys, currency, number in rows:
        cells[tuple(key or NOT_STATED for key in keys)] += number
        if currency:
            currencies[currency] += number
    return tuple(cells.items()), tuple(currency for currency, _ in currencies.most_common())
