"""Pay by level across all live guides, of one currency at a time, so that its amounts can be compared: a row for each
job with its levels, or a row for each level.

Pay that is not a whole amount a year is shown in words and not compared.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Exists, F, OuterRef, Prefetch, QuerySet, Subquery

from guides.finding.neighbors import titles_elsewhere
from guides.models import GuideIndex, SalaryLevelIndex
from guides.pages import TitleMatch
from guides.pages.other_pay import PayLine, pay_lines
from guides.pages.provenance import FigureSources, Labelled, SourceNote, notes_on, shared_notes
from guides.rendering import charts

PAGE_SIZE = 50
# Columns of each view by their name in the query string: label, and field to sort by.
LEVEL_COLUMNS = {
    "level": ("Level", "title_key"),
    "role": ("Job", "guide__title_key"),
    "median": ("Median a year", "median"),
    "average": ("Average a year", "average"),
}
JOB_COLUMNS = {
    "role": ("Job", "title_key"),
    "lowest": ("Lowest level", "lowest"),
    "highest": ("Highest level", "highest"),
}
AMOUNTS = ("median", "average", "lowest", "highest")


@dataclass(frozen=True)
class Salaries:
    """How many levels and jobs there are in each currency and field."""

    rows: Sequence[tuple[str, str, int, int]]

    @classmethod
    def read(cls) -> "Salaries":
        rows = live_levels().order_by().values_list("currency", "guide__category")
        return cls([*rows.annotate(levels=Count("pk"), jobs=Count("guide", distinct=True))])

    def currencies(self, *, of_levels: bool) -> Counter[str]:
        """The number of levels or jobs in each currency."""
        numbers: Counter[str] = Counter()
        for currency, _, levels, jobs in self.rows:
            numbers[currency] += levels if of_levels else jobs
        return numbers

    def fields(self, currency: str) -> dict[str, int]:
        """The number of jobs in each field that has some in a currency, by name."""
        found = ((field, jobs) for each, field, _, jobs in self.rows if each == currency and field)
        return dict(sorted(found, key=lambda pair: pair[0].casefold()))


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


@dataclass(frozen=True)
class JobRow:
    """A guide with its levels, drawn as dots on the axis of their currency.

    `notes` are the sources of its pay, unless all rows share them.
    """

    guide: GuideIndex
    levels: Sequence[SalaryLevelIndex]
    dots: charts.LevelDots | None
    notes: tuple[SourceNote, ...]

    @cached_property
    def paid(self) -> list[SalaryLevelIndex]:
        return [level for level in self.levels if level.median is not None]

    @cached_property
    def other_pay(self) -> tuple[PayLine, ...]:
        return tuple(line for level in self.levels for line in pay_lines(level.other_pay, of_levels=True))


def live_levels() -> QuerySet[SalaryLevelIndex]:
    return SalaryLevelIndex.objects.filter(guide__in=GuideIndex.objects.live().order_by().values("pk"))


def levels_in(currency: str, field: str, sort: str) -> QuerySet[SalaryLevelIndex]:
    """The levels in a currency, of a field or all, sorted by a column; those without the amount come last."""
    levels = live_levels().filter(currency=currency).select_related("guide")
    if field:
        levels = levels.filter(guide__category=field)
    return levels.order_by(_order(LEVEL_COLUMNS, sort), "title_key", "pk")


def jobs_in(currency: str, field: str, sort: str) -> QuerySet[GuideIndex]:
    """The guides with levels in a currency, of a field or all, sorted by a column; those without the amount last."""
    levels = SalaryLevelIndex.objects.filter(currency=currency)
    own = levels.filter(guide=OuterRef("pk"))
    medians = own.exclude(median=None).values("median")
    guides = GuideIndex.objects.live().filter(Exists(own))
    if field:
        guides = guides.filter(category=field)
    guides = guides.annotate(
        lowest=Subquery(medians.order_by("median")[:1]), highest=Subquery(medians.order_by("-median")[:1])
    )
    in_order = Prefetch("levels", levels.order_by("position"), to_attr="levels_here")
    return guides.prefetch_related(in_order).order_by(_order(JOB_COLUMNS, sort), "title_key", "pk")


def _order(columns: dict[str, tuple[str, str]], sort: str):
    """The order by a column, downward if `sort` starts with a minus."""
    column = F(columns[sort.removeprefix("-")][1])
    return column.desc(nulls_last=True) if sort.startswith("-") else column.asc(nulls_last=True)


def levels_axis(levels: Iterable[SalaryLevelIndex], currency: str) -> charts.PayAxis:
    return charts.pay_axis(currency, (amount for level in levels for amount in (level.median, level.average)))


def job_rows(guides: Iterable[GuideIndex], axis: charts.PayAxis) -> tuple[list[JobRow], tuple[SourceNote, ...]]:
    """The rows of a table, and the source that all of them share."""
    guides = list(guides)
    sources = [_sources_of_job(guide) for guide in guides]
    known = {source for labelled in sources for source in labelled.values()}
    shared = notes_on({"median": known.pop()}) if len(known) == 1 else ()
    rows = [
        JobRow(
            guide=guide,
            levels=guide.levels_here,
            dots=charts.level_dots(axis, [(row.title, row.median) for row in guide.levels_here if row.median]),
            notes=() if shared else notes_on(labelled),
        )
        for guide, labelled in zip(guides, sources, strict=True)
    ]
    return rows, shared


def _sources_of_job(guide: GuideIndex) -> Labelled:
    """The source of the median of each level, by its title."""
    known = FigureSources(guide.provenance, guide.sources)
    return {level.title: known.of("median", level.title) for level in guide.levels_here}


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
