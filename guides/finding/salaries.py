"""Pay by level across all live guides: one table a currency, so that everything in it can be compared."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Max, QuerySet

from guides.finding.neighbors import titles_elsewhere
from guides.models import GuideIndex, SalaryLevelIndex
from guides.pages import TitleMatch
from guides.rendering import charts
from guides.rendering.words import CURRENCY_NAMES

PAGE_SIZE = 50
# In the query string: what the column is called, and by what its rows are ordered.
COLUMNS = {
    "level": ("Level", "title_key"),
    "role": ("Role", "guide__title_key"),
    "median": ("Median a year", "median"),
    "average": ("Average a year", "average"),
}
DEFAULT_SORT = "-median"


@dataclass(frozen=True, slots=True)
class CurrencyOfLevels:
    """A currency in which live guides state levels: how many, and the highest amount of all."""

    code: str
    name: str
    levels: int
    top: int


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A level of a guide, drawn on the axis of its currency, and the other guides that have its title."""

    level: SalaryLevelIndex
    width: float
    tick: float
    reached: tuple[TitleMatch, ...]

    @property
    def guide(self) -> TitleMatch | None:
        """The guide whose own title this level has."""
        return next((entry for entry in self.reached if entry.is_guide), None)


def live_levels() -> QuerySet[SalaryLevelIndex]:
    return SalaryLevelIndex.objects.filter(guide__in=GuideIndex.objects.live().order_by().values("pk"))


def currencies_of_levels() -> list[CurrencyOfLevels]:
    """The currencies of all levels, frequent ones first."""
    rows = live_levels().order_by().values_list("guide__currency")
    rows = rows.annotate(number=Count("pk"), median=Max("median"), average=Max("average"))
    return [
        CurrencyOfLevels(code, CURRENCY_NAMES.get(code, code), number, max(median, average))
        for code, number, median, average in rows.order_by("-number", "guide__currency")
    ]


def levels_in(currency: str, sort: str) -> QuerySet[SalaryLevelIndex]:
    """The levels of a currency by a column, downwards where `sort` begins with a minus."""
    column = COLUMNS[sort.removeprefix("-")][1]
    order = f"-{column}" if sort.startswith("-") else column
    return live_levels().filter(guide__currency=currency).select_related("guide").order_by(order, "title_key", "pk")


def level_rows(levels: Iterable[SalaryLevelIndex], axis: charts.Axis) -> list[LevelRow]:
    levels = list(levels)
    reached = titles_elsewhere(level.title for level in levels)
    return [
        LevelRow(
            level=level,
            width=charts.place_on(axis, level.median),
            tick=charts.place_on(axis, level.average),
            reached=tuple(entry for entry in reached.get(level.title, ()) if entry.slug != level.guide.slug),
        )
        for level in levels
    ]
