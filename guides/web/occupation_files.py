"""The list of occupations, and the tables of the page of one, as rows of spreadsheets."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from django.urls import reverse

from guides.finding.occupation_list import OccupationList
from guides.official.models import Rating, Release
from guides.official.occupations import OccupationPage
from guides.official.pay import Amount, Unit
from guides.official.summaries import Summary
from guides.web.pay_files import flag_words, published, source_name, tenths

Table = Release.Table

LIST_HEAD = (
    *("code", "title", "major_group", "major_group_title", "occupation_source"),
    *("pay_published_as", "median_year", "median_hour", "flags", "jobs", "pay_source"),
    *("outlook_published_as", "growth_percent", "openings_a_year", "entry_education", "outlook_source"),
    *("job_zone", "job_zone_source", "page"),
)


def list_rows(listing: OccupationList, absolute: Callable[[str], str]) -> Iterator[list[object]]:
    """A row for each occupation; `absolute` makes full addresses of paths.

    A median that is not published is empty, with the reason under `flags`.
    """
    sources = {release.table: source_name(release, with_period=True) for release in listing.sources}
    for row in listing.rows:
        item, medians = row.summary, row.summary.medians
        amounts = ((medians.year, Unit.YEAR), (medians.hour, Unit.HOUR)) if medians else ()
        has_outlook = item.growth is not None or item.openings is not None or item.education
        yield [
            *(item.code, item.title, item.group, listing.groups[item.group].title, sources[Table.OCCUPATIONS]),
            item.paid_as,
            *([published(amount) for amount, _ in amounts] or (None, None)),
            "; ".join(flag for amount, unit in amounts if (flag := flag_words(f"median_{unit}", amount, unit))),
            item.jobs,
            sources[Table.NATIONAL_WAGES] if medians else None,
            *(item.projected_as, tenths(item.growth), item.openings, item.education),
            sources[Table.PROJECTIONS] if has_outlook else None,
            item.zone,
            None if item.zone is None else sources[Table.JOB_ZONES],
            absolute(reverse("occupation", args=(item.code,))),
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table: something with a name, and a figure about it.

    `published_as` is the SOC code under which the figure is published, `flag` what else is known of it.
    """

    release: Release
    published_as: str | None = None
    position: int | None = None
    code: str = ""
    name: str = ""
    category: str = ""
    figure: str = ""
    value: object = None
    unit: str = ""
    flag: str = ""


DOLLARS = {Unit.YEAR: "dollars a year", Unit.HOUR: "dollars an hour"}
HEAD = (
    *("source", "period", "occupation", "published_as", "table", "position", "code", "name", "category"),
    *("figure", "value", "unit", "flag"),
)


def occupation_rows(page: OccupationPage, table: str = "") -> Iterator[list[object]]:
    """The rows of one table or of all."""
    for name, rows_of in TABLES.items():
        if table in ("", name):
            for row in rows_of(page):
                yield [
                    *(source_name(row.release), row.release.name, page.occupation.code, row.published_as),
                    *(name, row.position, row.code, row.name, row.category),
                    *(row.figure, row.value, row.unit, row.flag),
                ]


def _history(page: OccupationPage) -> Iterator[Row]:
    """The median of each year, by the year or hour as on the page, and the error of the survey."""
    for year in page.history if page.pay else ():
        row = partial(Row, release=year.release, published_as=page.occupation.paid_as_id, name=str(year.year))
        yield row(**_median(year.median, page.pay.best.unit))
        if year.error is not None:
            yield row(figure="mean_relative_standard_error", value=tenths(year.error), unit="percent")


def _outlook(page: OccupationPage) -> Iterator[Row]:
    if page.outlook is None:
        return
    projection, release = page.outlook.projection, page.outlook.release
    row = partial(Row, release=release, published_as=page.occupation.projected_as_id)
    yield row(figure="jobs", name=str(projection.base_year), value=projection.base_employment, unit="jobs")
    yield row(figure="jobs", name=str(projection.target_year), value=projection.target_employment, unit="jobs")
    yield row(figure="growth", value=tenths(projection.change_percent), unit="percent")
    yield row(figure="self_employed", value=tenths(projection.self_employed_percent), unit="percent")
    yield row(figure="openings", value=projection.openings, unit="a year")
    for figure in ("education", "experience", "training"):
        yield row(figure=figure, value=getattr(projection, figure))
    for factor in page.outlook.factors:
        yield row(figure="factor", name=factor.industry, value=factor.words)


def _tasks(page: OccupationPage) -> Iterator[Row]:
    kinds = {True: "core", False: "supplemental", None: ""}
    for task in page.tasks:
        release = page.releases[Table.TASKS]
        yield Row(release=release, position=task.number, name=task.words, category=kinds[task.is_core])


def _technologies(page: OccupationPage) -> Iterator[Row]:
    for item in page.technologies:
        flags = (("in_demand", item.is_in_demand), ("hot", item.is_hot))
        flag = "; ".join(name for name, is_set in flags if is_set)
        yield Row(release=page.releases[Table.TECHNOLOGIES], name=item.name, category=item.category, flag=flag)


def _ratings(table: Table, figure: str, unit: str, page: OccupationPage) -> Iterator[Row]:
    """The ratings of a table, such as Table.SKILLS; the page has them under the name of the table."""
    ratings: list[Rating] = getattr(page, table.value)
    for position, rating in enumerate(ratings, start=1):
        yield Row(
            release=page.releases[table],
            position=position,
            code=rating.element_id,
            name=rating.element.name,
            figure=figure,
            value=rating.value / 100,
            unit=unit,
        )


def _related(page: OccupationPage) -> Iterator[Row]:
    """The related occupations, the most alike first, and the figures by which the page compares them."""
    for position, item in enumerate(page.related, start=1):
        row = partial(Row, position=position, code=item.code, name=item.title)
        yield row(release=page.releases[Table.RELATED])
        if item.median:
            paid = partial(row, release=page.releases[Table.NATIONAL_WAGES], published_as=item.paid_as)
            yield paid(**_median(item.median.amount, item.median.unit))
        yield from _related_outlook(row, item, page.releases.get(Table.PROJECTIONS))


def _related_outlook(row: Callable[..., Row], item: Summary, release: Release | None) -> Iterator[Row]:
    figures = (
        ("growth", tenths(item.growth), "percent"),
        ("openings", item.openings, "a year"),
        ("education", item.education or None, ""),
    )
    for figure, value, unit in figures:
        if value is not None:
            yield row(release=release, published_as=item.projected_as, figure=figure, value=value, unit=unit)


def _titles(page: OccupationPage) -> Iterator[Row]:
    for title in page.alternate_titles:
        yield Row(release=page.releases[Table.ALTERNATE_TITLES], name=title)


def _median(amount: Amount, unit: Unit) -> dict[str, object]:
    flag = flag_words("median", amount, unit)
    return {"figure": "median", "value": published(amount), "unit": DOLLARS[unit], "flag": flag}


TABLES: dict[str, Callable[[OccupationPage], Iterator[Row]]] = {
    "history": _history,
    "outlook": _outlook,
    "tasks": _tasks,
    "technologies": _technologies,
    "skills": partial(_ratings, Table.SKILLS, "importance", "from 1 to 5"),
    "knowledge": partial(_ratings, Table.KNOWLEDGE, "importance", "from 1 to 5"),
    "interests": partial(_ratings, Table.INTERESTS, "interest", "from 1 to 7"),
    "related": _related,
    "titles": _titles,
}
