"""The filters of the list of guides: the values of guides, and the choices that cover them.

A guide has one value in each filter: the content of a column, or the key of the band of a figure. A choice covers one
value or several, so choices can overlap: "at least $60,000" covers all bands from there on.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Case, CharField, F, OuterRef, Q, Subquery, Value, When
from django.db.models.expressions import Combinable

from guides.models import IndustryIndex
from guides.rendering import charts
from guides.rendering.money import format_growth, format_money
from guides.rendering.words import REMOTE_WORK_WORDS

NOT_STATED = "not-stated"
NO_DEGREE = "no-degree"
LEVELS_WITHOUT_DEGREE = 4  # the first of the levels of education
NO_DEGREE_WORDS = "No college degree needed"

# The lower bounds of the pay bands, in thousands a year; the first band is below them.
PAY_BOUNDS = {
    "USD": (40, 60, 80, 120),
    "EUR": (30, 45, 60, 90),
    "GBP": (25, 40, 60, 80),
    "CAD": (45, 65, 85, 120),
    "AUD": (60, 80, 100, 140),
    "INR": (500, 1000, 2000, 4000),
}
SLUG = re.compile(r"[a-z0-9_-]{1,200}")
STEADY = (-1, 1)  # percent growth: between these, a job is neither shrinking nor growing


@dataclass(frozen=True, slots=True)
class Band:
    """A range of figures, as a value of guides."""

    key: str
    label: str
    condition: Q


@dataclass(frozen=True, slots=True)
class Group:
    """A choice that covers several values."""

    key: str
    label: str
    covers: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter on a column of the index, whose content is divided into `bands` if there are some.

    Groups are offered before the values, or with `offers_groups_alone` in their place; a value in a link still works.
    """

    name: str
    label: str
    column: str
    bands: tuple[Band, ...] = ()
    groups: tuple[Group, ...] = ()
    offers_groups_alone: bool = False
    label_of: Callable[[str], str] = str
    rank: Callable[[str], object] = str.casefold

    def value(self, _key: str) -> Combinable:
        """Return the database expression for the value of a guide, empty if it states nothing."""
        if not self.bands:
            return F(self.column)
        return Case(*(When(band.condition, then=Value(band.key)) for band in self.bands), default=Value(""))

    def group(self, key: str) -> Group | None:
        return next((group for group in self.groups if group.key == key), None)

    def covers(self, key: str, value: str) -> bool:
        """Return whether a choice covers a value."""
        group = self.group(key)
        return group.covers(value) if group else key == value

    def number(self, key: str, numbers: Mapping[str, int]) -> int:
        """Return how many guides a choice covers, given the number for each value."""
        group = self.group(key)
        if group is None:
            return numbers.get(key, 0)
        return sum(number for value, number in numbers.items() if group.covers(value))

    def knows(self, key: str, values: Collection[str]) -> bool:
        """Return whether this is a choice, given the values of the guides; one may cover none of them."""
        return key in values or any(key == choice.key for choice in (*self.groups, *self.bands))

    def condition(self, key: str, values: Collection[str]) -> Q:
        """Return the condition for a choice, given the values of the guides. It uses the index of the column."""
        values = [value for value in values if self.covers(key, value)]
        if not self.bands:
            return Q(**{f"{self.column}__in": ["" if value == NOT_STATED else value for value in values]})
        conditions = [band.condition for band in self.bands if band.key in values]
        if NOT_STATED in values:
            conditions.append(Q(**{self.column: None}))
        return reduce(or_, conditions, Q(pk__in=()))

    def words(self, key: str, _values: Collection[str] = ()) -> str:
        if key == NOT_STATED:
            return "Not stated"
        choices = (*self.groups, *self.bands)
        return next((choice.label for choice in choices if choice.key == key), "") or self.label_of(key)

    def offered(self, values: Collection[str], chosen: str | None) -> list[str]:
        """Return the choices that cover some of these values, or are chosen, as readers expect them."""
        shown = {*values, *([chosen] if chosen else ())}
        groups = [group.key for group in self.groups if group.key == chosen or any(map(group.covers, values))]
        singles = shown - {NOT_STATED, *(group.key for group in self.groups)}
        if self.offers_groups_alone:
            singles &= {chosen}
        bands = [band.key for band in self.bands if band.key in singles]
        return [*groups, *(bands or sorted(singles, key=self.rank)), *({NOT_STATED} & shown)]


@dataclass(frozen=True, slots=True)
class IndustryFilter(Filter):
    """The filter of guides whose key facts name an industry. It is set by links alone and offers no choices.

    The value of a guide is its name for the industry under the slug in the link.
    """

    def value(self, key: str) -> Combinable:
        if not SLUG.fullmatch(key):
            return Value("", output_field=CharField())
        names = IndustryIndex.objects.filter(guide=OuterRef("pk"), slug=key).order_by("position").values("name")[:1]
        return Subquery(names)

    def covers(self, _key: str, value: str) -> bool:
        return value != NOT_STATED

    def knows(self, key: str, values: Collection[str]) -> bool:
        return any(self.covers(key, value) for value in values)

    def condition(self, key: str, _values: Collection[str]) -> Q:
        return Q(pk__in=IndustryIndex.objects.filter(slug=key).values("guide"))

    def words(self, _key: str, values: Collection[str] = ()) -> str:
        return min(value for value in values if value != NOT_STATED)

    def offered(self, _values: Collection[str], _chosen: str | None) -> list[str]:
        return []


def _pay_bands() -> tuple[Band, ...]:
    return tuple(
        _pay_band(currency, low, high)
        for currency, bounds in PAY_BOUNDS.items()
        for low, high in zip((None, *bounds), (*bounds, None), strict=True)
    )


def _pay_key(currency: str, low: int | None, high: int | None) -> str:
    return f"{currency.lower()}-{low or 0}-{high or ''}".rstrip("-")


def _pay_band(currency: str, low: int | None, high: int | None) -> Band:
    """Return a band such as `usd-40-60`: at least 40,000 US dollars a year and less than 60,000."""
    condition = Q(currency=currency, median_salary__isnull=False)
    if low:
        condition &= Q(median_salary__gte=low * 1000)
    if high:
        condition &= Q(median_salary__lt=high * 1000)
    ends = [format_money(end * 1000, currency) for end in (low, high) if end]
    label = " to ".join(ends) if len(ends) == 2 else f"{ends[0]} and more" if low else f"Below {ends[0]}"
    return Band(_pay_key(currency, low, high), label, condition)


def _pay_floors() -> Iterator[Group]:
    """Groups such as `usd-from-60`, which covers the bands from 60,000 US dollars a year on."""
    for currency, bounds in PAY_BOUNDS.items():
        keys = [_pay_key(currency, low, high) for low, high in zip(bounds, (*bounds[1:], None), strict=True)]
        for place, low in enumerate(bounds):
            label = f"At least {format_money(low * 1000, currency)}"
            yield Group(f"{currency.lower()}-from-{low}", label, frozenset(keys[place:]).__contains__)


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


def needs_no_degree(level: str) -> bool:
    return _education_rank(level)[0] <= LEVELS_WITHOUT_DEGREE


FILTERS = (
    Filter("category", "Field", "category"),
    Filter(
        "pay",
        "Median pay a year",
        "median_salary",
        bands=_pay_bands(),
        groups=tuple(_pay_floors()),
        offers_groups_alone=True,
    ),
    Filter(
        "education",
        "Education",
        "education_level",
        groups=(Group(NO_DEGREE, NO_DEGREE_WORDS, needs_no_degree),),
        rank=_education_rank,
    ),
    Filter("outlook", "Outlook", "growth_percent", bands=_outlook_bands()),
    Filter(
        "remote",
        "Remote work",
        "remote_work",
        label_of=lambda key: REMOTE_WORK_WORDS.get(key, key),
        rank=lambda key: list(REMOTE_WORK_WORDS).index(key),
    ),
    IndustryFilter("industry", "Industry", ""),
)
