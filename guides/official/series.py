"""The series that figures of guides are taken from, such as `43-4051 annual median`, in any loaded release."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from guides.document.provenance import CHANGE, OEWS, OPENINGS, PAY_MEASURES, PROJECTIONS, Series
from guides.official.models import Occupation, Projection, Release, Wage
from guides.official.models.places import NATION
from guides.official.models.wages import ALL_INDUSTRIES, PERCENTILES
from guides.official.outlook import percent_of
from guides.official.pay import Amount, Flag, annual_pay
from guides.official.releases import codes_covering, published_code

TABLES = {OEWS: Release.Table.NATIONAL_WAGES, PROJECTIONS: Release.Table.PROJECTIONS}
SOURCES = {table: source for source, table in TABLES.items()}
PERCENTILE_OF = dict(zip(PAY_MEASURES, PERCENTILES, strict=True))

Asked = tuple[str, str, Series]  # a source, the name of one of its releases or "" for the current one, and a series


class Missing(StrEnum):
    """Why a release has no value for a series."""

    TOP_CODED = "top-coded"
    WITHHELD = "withheld"
    NOT_APPLICABLE = "not applicable"
    GONE = "gone"  # no figures for this occupation, nor for one into which it was merged
    NOT_LOADED = "not loaded"  # no such release here


@dataclass(frozen=True, slots=True)
class Reading:
    """A series in a release: its value, or why there is none.

    Pay is in whole US dollars a year, employment change in percent, openings in jobs a year. `code` is the SOC code
    under which it is published: another than that of the series if the occupation is merged into it. A top-coded value
    is at least `least`, if the release says so.
    """

    code: str
    value: int | float | None = None
    missing: Missing | None = None
    least: int | None = None

    def is_merged(self, series: Series) -> bool:
        return self.code != series.code


def read_series_in_releases(asked: Iterable[Asked]) -> dict[Asked, Reading]:
    """The reading of each series, in three queries for any number of them."""
    wanted = list(dict.fromkeys(asked))
    releases = _releases(wanted)
    rows = _rows(wanted, releases.values())
    return {item: _reading(item[2], releases.get(item[:2]), rows) for item in wanted}


def read_series_in(release: Release, series: Iterable[Series]) -> dict[Series, Reading]:
    """The reading of each series in one release of national pay or projections."""
    source = SOURCES[Release.Table(release.table)]
    found = read_series_in_releases((source, release.name, each) for each in series)
    return {each: reading for (_, _, each), reading in found.items()}


def _releases(wanted: Iterable[Asked]) -> dict[tuple[str, str], Release]:
    """The releases by source and name; the current ones also under no name."""
    names = {name for _, name, _ in wanted}
    found = Release.objects.filter(Q(name__in=names) | Q(is_current=True), table__in=SOURCES)
    releases = {(SOURCES[Release.Table(release.table)], release.name): release for release in found}
    current = {(source, ""): release for (source, _), release in releases.items() if release.is_current}
    return releases | current


Rows = Mapping[int, Mapping[str, Wage | Projection]]  # by the key of their release and their SOC code


def _rows(wanted: Iterable[Asked], releases: Iterable[Release]) -> Rows:
    """The rows of these series, and those of detailed occupations into which theirs may be merged."""
    codes = {series.code for _, _, series in wanted}
    covering = {code for each in codes for code in codes_covering(each)}
    asked = Q(occupation__in=codes) | Q(occupation__in=covering, occupation__level=Occupation.Level.DETAILED)
    keys = {release.pk for release in releases}
    rows: dict[int, dict[str, Wage | Projection]] = {key: {} for key in keys}
    wages = Wage.objects.filter(asked, release__in=keys, area=NATION, industry=ALL_INDUSTRIES)
    for row in (*wages, *Projection.objects.filter(asked, release__in=keys)):
        rows[row.release_id][row.occupation_id] = row
    return rows


def _reading(series: Series, release: Release | None, rows: Rows) -> Reading:
    if release is None:
        return Reading(series.code, missing=Missing.NOT_LOADED)
    code = published_code(series.code, rows[release.pk])
    if code is None:
        return Reading(series.code, missing=Missing.GONE)
    row = rows[release.pk][code]
    if isinstance(row, Projection):
        return _projected(code, series.measure, row)
    return _paid(code, getattr(annual_pay(row, release), PERCENTILE_OF[series.measure]))


def _projected(code: str, measure: str, row: Projection) -> Reading:
    value = {CHANGE: row.change_percent, OPENINGS: row.openings}[measure]
    if value is None:
        return Reading(code, missing=Missing.WITHHELD)
    return Reading(code, value if measure == OPENINGS else percent_of(value))


def _paid(code: str, amount: Amount) -> Reading:
    if amount.flag == Flag.TOP_CODED:
        return Reading(code, missing=Missing.TOP_CODED, least=amount.dollars)
    if amount.dollars is None:
        is_withheld = amount.flag != Flag.NOT_APPLICABLE
        return Reading(code, missing=Missing.WITHHELD if is_withheld else Missing.NOT_APPLICABLE)
    return Reading(code, amount.dollars)


def newest_names() -> dict[str, tuple[str, ...]]:
    """The names of the current release of each source and of those after it, the current one first.

    A figure from any other release is a release behind. Sources without a current release are left out.
    """
    names: dict[str, list[str]] = {}
    for release in Release.objects.not_behind().filter(table__in=SOURCES).order_by("position"):
        names.setdefault(SOURCES[Release.Table(release.table)], []).append(release.name)
    return {source: tuple(found) for source, found in names.items()}
