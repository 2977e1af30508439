"""Pay by level across all live guides: one table per currency, so that its amounts can be compared.

Pay that is not a whole amount a year is shown in words and not compared.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, QuerySet

from guides.finding.neighbors import titles_elsewhere
from guides.models import GuideIndex, SalaryLevelIndex
from guides.pages import TitleMatch
from guides.pages.other_pay import PayLine, pay_lines
from guides.pages.provenance import FigureSources, SourceNote, notes_on, shared_notes
from guides.rendering import charts

PAGE_SIZE = 50
# Columns by their name in the query string: label, and field to sort by.
COLUMNS = {
    "level": ("Level", "title_key"),
    "role": ("Role", "guide__title_key"),
    "median": ("Median a year", "median"),
    "average": ("Average a year", "average"),
}
DEFAULT_SORT = "-median"


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A level of a guide, drawn on the axis of its currency, its other pay, and the other guides with its title.

    `notes` are the sources of its pay, unless all rows share them.
    """

    level: SalaryLevelIndex
    strip: charts.PayStrip | None
    other_pay: tuple[PayLine, ...]
    title_matches: tuple[TitleMatch, ...]
    notes: tuple[SourceNote, ...]

    @property
    def guide(self) -> TitleMatch | None:
        """The guide that has this level's title as its own."""
        return next((entry for entry in self.title_matches if entry.is_guide), None)


def live_levels() -> QuerySet[SalaryLevelIndex]:
    return SalaryLevelIndex.objects.filter(guide__in=GuideIndex.objects.live().order_by().values("pk"))


def currencies_of_levels() -> Counter[str]:
    """Count the levels in each currency."""
    rows = live_levels().order_by("currency").values_list("currency")
    return Counter(dict(rows.annotate(number=Count("pk"))))


def levels_in(currency: str, sort: str) -> QuerySet[SalaryLevelIndex]:
    """Return the levels of a currency sorted by a column, downward if `sort` starts with a minus.

    Levels without the amount come last.
    """
    column = F(COLUMNS[sort.removeprefix("-")][1])
    order = column.desc(nulls_last=True) if sort.startswith("-") else column.asc(nulls_last=True)
    return live_levels().filter(currency=currency).select_related("guide").order_by(order, "title_key", "pk")


def levels_axis(levels: Iterable[SalaryLevelIndex], currency: str) -> charts.PayAxis:
    return charts.pay_axis(currency, (amount for level in levels for amount in (level.median, level.average)))


def level_rows(
    levels: Iterable[SalaryLevelIndex], axis: charts.PayAxis
) -> tuple[list[LevelRow], tuple[SourceNote, ...]]:
    """The rows of a table, and the sources that all of them share."""
    levels = list(levels)
    title_matches = titles_elsewhere(level.title for level in levels)
    known = {level.guide_id: FigureSources(level.guide.provenance, level.guide.sources) for level in levels}
    sources = [known[level.guide_id].of_level(level.title, has_average=level.average is not None) for level in levels]
    shared = shared_notes(sources)
    rows = [
        LevelRow(
            level=level,
            strip=None if level.median is None else charts.level_strip(axis, level.median, level.average),
            other_pay=pay_lines(level.other_pay, of_levels=True),
            title_matches=tuple(
                entry for entry in title_matches.get(level.title, ()) if entry.slug != level.guide.slug
            ),
            notes=() if shared else notes_on(labelled),
        )
        for level, labelled in zip(levels, sources, strict=True)
    ]
    return rows, shared
