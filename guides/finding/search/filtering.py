"""Filters of the results: some of those of the list of guides, with the same keys.

The results are few, so their values are compared in memory, and one query reads them.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from django.http import QueryDict

from guides.document.figures import CURRENCIES
from guides.finding.browsing import QUICK, Choice, Chosen, Quick, quick_links, without_quick
from guides.finding.filters import FILTERS, NOT_STATED, PAY_BOUNDS, Filter
from guides.finding.paging import query_of
from guides.finding.search import SearchResults
from guides.models import GuideIndex

FEWEST_FILTERED = 5  # results
SHOWN = tuple(filter_ for filter_ in FILTERS if filter_.name in ("category", "pay", "education", "remote"))


@dataclass(frozen=True)
class ResultFilters:
    """The state of the filters: the chosen keys by filter, and the values of each result by its revision.

    `parameters` are the other parameters of the page.
    """

    values: dict[int, dict[str, str]]
    chosen: dict[str, str]
    parameters: dict[str, str]
    has_ignored: bool = False

    @classmethod
    def read(cls, parameters: Mapping[str, str], results: SearchResults) -> "ResultFilters":
        """Read the state from a query string."""
        columns = ("category", "education_level", "remote_work", "currency", "median_salary")
        rows = GuideIndex.objects.filter(revision__in=results.revisions).order_by().values("revision", *columns)
        found = {row["revision"]: _values(row) for row in rows}
        values = {revision: found[revision] for revision in results.revisions}
        asked = {filter_: key for filter_ in SHOWN if (key := parameters.get(filter_.name, ""))}
        chosen = {
            filter_.name: key
            for filter_, key in asked.items()
            if filter_.knows(key, {each[filter_.name] for each in values.values()})
        }
        currency = parameters.get("currency", "")
        kept = {"q": results.query.text, "currency": currency if currency in CURRENCIES else ""}
        return cls(values, chosen, kept, len(chosen) < len(asked))

    @property
    def query(self) -> QueryDict:
        """The state as a query string, the same for equal states."""
        return self._query(self.chosen)

    @property
    def without_filters(self) -> QueryDict:
        return self._query({})

    @property
    def are_offered(self) -> bool:
        """Whether there are more results than one sees at a glance, or a filter is set."""
        return bool(self.chosen) or len(self.values) >= FEWEST_FILTERED

    @cached_property
    def choices(self) -> list[tuple[Filter, list[Choice]]]:
        """The filters that divide the results, or are set."""
        dividing = [
            filter_
            for filter_ in SHOWN
            if filter_.name in self.chosen or len({values[filter_.name] for values in self.values.values()}) > 1
        ]
        return [(filter_, self._choices(filter_)) for filter_ in dividing]

    @property
    def quick(self) -> list[Quick]:
        """The links that set a filter which some results fit, or remove it."""
        fitting = [
            (filter_.name, key, words)
            for name, key, words in QUICK
            for filter_ in SHOWN
            if filter_.name == name and (self.chosen.get(name) == key or self._has(filter_, key))
        ]
        return quick_links(fitting, self.chosen, self._query)

    @property
    def active(self) -> list[Chosen]:
        return [
            Chosen(filter_.name, filter_.label, filter_.words(key), self._query(self.chosen | {filter_.name: ""}))
            for filter_, key in self._set
        ]

    @property
    def others(self) -> list[Chosen]:
        """The active filters that no quick link removes."""
        return without_quick(self.active, self.chosen, QUICK)

    @cached_property
    def revisions(self) -> list[int]:
        """The results that fit the chosen filters, best first."""
        return [revision for revision, values in self.values.items() if self._fit(values)]

    @cached_property
    def _set(self) -> list[tuple[Filter, str]]:
        return [(filter_, key) for filter_ in SHOWN if (key := self.chosen.get(filter_.name))]

    def _query(self, chosen: Mapping[str, str]) -> QueryDict:
        return query_of(self.parameters | {filter_.name: chosen.get(filter_.name, "") for filter_ in SHOWN})

    def _has(self, filter_: Filter, key: str) -> bool:
        return any(filter_.covers(key, values[filter_.name]) for values in self.values.values())

    def _fit(self, values: Mapping[str, str], but: str = "") -> bool:
        """Return whether values fit the chosen filters, but for one of them."""
        return all(filter_.covers(key, values[filter_.name]) for filter_, key in self._set if filter_.name != but)

    def _choices(self, filter_: Filter) -> list[Choice]:
        numbers = Counter(values[filter_.name] for values in self.values.values() if self._fit(values, filter_.name))
        chosen = self.chosen.get(filter_.name)
        return [
            Choice(key, filter_.words(key), filter_.number(key, numbers), key == chosen)
            for key in filter_.offered(numbers, chosen)
        ]


def _values(row: Mapping[str, object]) -> dict[str, str]:
    """Return the value of a guide in each filter."""
    return {
        "category": row["category"] or NOT_STATED,
        "pay": _pay_band(row["currency"], row["median_salary"]) or NOT_STATED,
        "education": row["education_level"] or NOT_STATED,
        "remote": row["remote_work"] or NOT_STATED,
    }


def _pay_band(currency: str | None, median: int | None) -> str:
    """Return the key of the band of a median, in whole units a year, as the filter's expression does."""
    if median is None or currency not in PAY_BOUNDS:
        return ""
    return _band_keys(currency)[bisect_right(PAY_BOUNDS[currency], median / 1000)]


@cache
def _band_keys(currency: str) -> list[str]:
    pay = next(filter_ for filter_ in SHOWN if filter_.name == "pay")
    return [band.key for band in pay.bands if band.key.startswith(f"{currency.lower()}-")]
