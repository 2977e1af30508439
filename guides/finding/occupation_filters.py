"""The filters of the list of occupations."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from guides.finding.filters import LEVELS_WITHOUT_DEGREE, NO_DEGREE, NO_DEGREE_WORDS, NOT_STATED, PAY_BOUNDS
from guides.official.outlook import BANDS
from guides.official.pay import Unit
from guides.official.summaries import Group, Summary
from guides.official.words import PREPARATION
from guides.rendering.charts import EDUCATION_LEVELS

BY_THE_HOUR = "by-the-hour"
CENTS = 100


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter with its choices in order; `value_of` is the value of an occupation.

    A choice covers the value under its key, or those in `covers`. Choices of `not_offered` are set by links alone.
    """

    name: str
    label: str
    choices: Mapping[str, str]
    value_of: Callable[[Summary], str]
    covers: Mapping[str, Collection[str]] = field(default_factory=dict)
    not_offered: Collection[str] = ()

    def values(self, key: str) -> Collection[str]:
        """The values that a choice covers."""
        return self.covers.get(key, (key,))


def _pay_filter() -> Filter:
    """The filter by pay: from an amount on. A band, such as from 40,000 to below 60,000, has the key 40."""
    bounds = PAY_BOUNDS["USD"]
    bands = {"0": f"Below ${bounds[0]},000"}
    bands |= {str(low): f"${low},000 to ${high},000" for low, high in pairwise(bounds)}
    bands |= {str(bounds[-1]): f"${bounds[-1]},000 and more"}
    floors = {f"from-{low}": f"At least ${low},000" for low in bounds}
    covers = {f"from-{low}": [str(other) for other in bounds if other >= low] for low in bounds}
    others = {BY_THE_HOUR: "Only by the hour", NOT_STATED: "Not published"}
    return Filter("pay", "Median pay a year", floors | bands | others, _pay_value, covers, not_offered=bands)


def _pay_value(summary: Summary) -> str:
    median = summary.median
    if median is None:
        return NOT_STATED
    if median.unit == Unit.HOUR:
        return BY_THE_HOUR
    return str(max(low for low in (0, *PAY_BOUNDS["USD"]) if median.amount.cents >= low * 1000 * CENTS))


def _outlook_value(summary: Summary) -> str:
    return summary.band.key if summary.band else NOT_STATED


def filters_of(named: Mapping[str, Group]) -> tuple[Filter, ...]:
    """The filters of the list, with these major groups by their codes."""
    absent = {NOT_STATED: "Not published"}
    outlook = {band.key: f"{band.label} ({band.range})" for band in BANDS}
    education = {NO_DEGREE: NO_DEGREE_WORDS} | {level: level for level in EDUCATION_LEVELS} | absent
    levels = EDUCATION_LEVELS[:LEVELS_WITHOUT_DEGREE]
    preparation = {str(zone): f"{zone}: {words}" for zone, words in PREPARATION.items()}
    return (
        Filter("group", "Group", {code: group.title for code, group in named.items()}, lambda item: item.group),
        _pay_filter(),
        Filter("outlook", "Outlook", outlook | absent, _outlook_value),
        Filter("education", "Education", education, lambda item: item.education or NOT_STATED, {NO_DEGREE: levels}),
        Filter("preparation", "Preparation", preparation | absent, lambda item: str(item.zone or NOT_STATED)),
    )
