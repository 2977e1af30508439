"""The content of `/occupations.json`, `/occupations/<code>.json` and `/occupations/<code>/pay.json`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.urls import reverse

from guides.document.shape import OPTIONAL
from guides.finding.occupation_list import OccupationList
from guides.official.attribution import sources_of
from guides.official.models import Occupation, Projection, Release
from guides.official.models.wages import PERCENTILES
from guides.official.occupations import OccupationPage
from guides.official.pay import Amount, Unit
from guides.official.pay import Pay as Percentiles
from guides.official.places import PayByPlace, Place
from guides.official.summaries import Group, Summary
from guides.web.pay_files import flag_name, money, tenths

Table = Release.Table
FACT_TABLES = (Table.OCCUPATIONS, Table.JOB_ZONES, Table.NATIONAL_WAGES, Table.PROJECTIONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidAmount:
    """US dollars, and what they are.

    `flag` is `published`; `derived` for a month, which is the year divided by 12; `at_least` for a top-coded figure,
    which is at least `dollars`; `withheld` by the publisher; or `not_applicable`, such as the hourly pay of teachers.
    """

    dollars: int | float | None
    flag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPay:
    """Pay by the `year`, `month` (the year divided by 12, not published) or `hour`: the mean and five percentiles."""

    unit: str
    mean: PaidAmount
    p10: PaidAmount
    p25: PaidAmount
    p50: PaidAmount
    p75: PaidAmount
    p90: PaidAmount


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePay:
    """Pay and jobs in a place or an industry.

    `kind` is `nation`, `state`, `metro`, `nonmetro` or `industry`; `code` is 99, a FIPS code, the code of an area or
    that of an industry (NAICS). Standard errors are relative, in percent. `jobs_compared_with_nation` is the location
    quotient: 1.4 means 1.4 times as common as in the nation. `price_parity` is the price level where the nation is 100;
    `median_at_average_us_prices` is the yearly median × 100 / `price_parity`.
    """

    kind: str
    code: str
    name: str
    states: tuple[str, ...]
    period: str
    jobs: int | None
    jobs_standard_error: float | None
    mean_standard_error: float | None
    jobs_compared_with_nation: float | None
    price_parity: float | None
    median_at_average_us_prices: int | float | None
    pay: tuple[UnitPay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookFacts:
    """Projected employment, self-employed people included; `openings` are those of a year, on average."""

    period: str
    base_year: int
    target_year: int
    base_employment: int | None
    target_employment: int | None
    change: int | None
    change_percent: float | None
    openings: int | None
    education: str
    experience: str
    training: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationName:
    """An O*NET occupation and the SOC code under which its pay is published.

    `paid_as` is `own`; `whole` if the pay is that of the whole SOC code, of which the occupation is a part; `merged` if
    it covers several SOC codes; `none` or `military` if there is none.
    """

    code: str
    title: str
    paid_as: str
    paid_as_code: str | None
    paid_as_title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationFacts:
    """The figures of an occupation in the nation; `job_zone` goes from 1 (little preparation) to 5 (extensive)."""

    occupation: OccupationName
    job_zone: int | None
    pay: PlacePay | None = field(default=None, metadata=OPTIONAL)
    outlook: OutlookFacts | None = field(default=None, metadata=OPTIONAL)
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationPay:
    """The pay of an occupation by place (the nation first) and by industry (at every level, so that they overlap)."""

    occupation: OccupationName
    places: tuple[PlacePay, ...]
    industries: tuple[PlacePay, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedOccupation:
    """An occupation in the list, with its figures in the nation.

    `group` is the code of its major group. `paid_as_code` and `outlook_code` are the SOC codes under which its pay and
    jobs, and its outlook, are published: occupations with the same code share these figures.
    """

    code: str
    title: str
    group: str
    group_title: str
    paid_as_code: str | None
    median_year: PaidAmount | None = field(default=None, metadata=OPTIONAL)
    median_hour: PaidAmount | None = field(default=None, metadata=OPTIONAL)
    jobs: int | None
    outlook_code: str | None
    growth_percent: float | None
    openings: int | None
    education: str
    job_zone: int | None
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationCatalog:
    """The occupations that a search and filters leave, all of them without any, in the order that is asked for."""

    count: int
    pay_period: str | None
    outlook_period: str | None
    occupations: tuple[ListedOccupation, ...]
    sources: tuple[str, ...]


def occupation_catalog(listing: OccupationList, absolute: Callable[[str], str]) -> OccupationCatalog:
    """The rows of a list; `absolute` makes full addresses of paths."""
    periods = {release.table: release.name for release in listing.sources}
    return OccupationCatalog(
        count=len(listing.rows),
        pay_period=periods.get(Table.NATIONAL_WAGES),
        outlook_period=periods.get(Table.PROJECTIONS),
        occupations=tuple(_listed(row.summary, listing.groups, absolute) for row in listing.rows),
        sources=_sources(listing.sources),
    )


def occupation_facts(page: OccupationPage) -> OccupationFacts:
    return OccupationFacts(
        occupation=_name(page.occupation, page.paid_as),
        job_zone=page.zone,
        pay=page.pay and _place_pay(Place.nation(page.pay)),
        outlook=page.outlook and _outlook(page.outlook.projection, page.outlook.release),
        sources=_sources(page.releases[table] for table in FACT_TABLES if table in page.releases),
    )


def occupation_pay(pay: PayByPlace) -> OccupationPay:
    return OccupationPay(
        occupation=_name(pay.occupation, pay.paid_as),
        places=tuple(_place_pay(place) for place in (*pay.nation_and_states, *pay.areas)),
        industries=tuple(_place_pay(place) for place in pay.industries),
        sources=_sources(pay.shown_releases),
    )


def _listed(item: Summary, groups: Mapping[str, Group], absolute: Callable[[str], str]) -> ListedOccupation:
    medians = item.medians
    return ListedOccupation(
        code=item.code,
        title=item.title,
        group=item.group,
        group_title=groups[item.group].title,
        paid_as_code=item.paid_as,
        median_year=medians and _amount(medians.year, Unit.YEAR),
        median_hour=medians and _amount(medians.hour, Unit.HOUR),
        jobs=item.jobs,
        outlook_code=item.projected_as,
        growth_percent=tenths(item.growth),
        openings=item.openings,
        education=item.education,
        job_zone=item.zone,
        page=absolute(reverse("occupation", args=(item.code,))),
    )


def _name(occupation: Occupation, paid_as: str) -> OccupationName:
    return OccupationName(
        code=occupation.code,
        title=occupation.title,
        paid_as=str(paid_as),
        paid_as_code=occupation.paid_as_id,
        paid_as_title=occupation.paid_as.title if occupation.paid_as else None,
    )


def _place_pay(place: Place) -> PlacePay:
    wage, prices = place.figures.wage, place.at_average_prices(Unit.YEAR)
    return PlacePay(
        kind=place.kind,
        code=place.code,
        name=place.name,
        states=place.states,
        period=place.figures.release.name,
        jobs=wage.employment,
        jobs_standard_error=tenths(wage.employment_error),
        mean_standard_error=tenths(wage.mean_error),
        jobs_compared_with_nation=None if wage.location_quotient is None else wage.location_quotient / 100,
        price_parity=None if place.parity is None else place.parity / 1000,
        median_at_average_us_prices=None if prices is None else money(prices),
        pay=tuple(_unit_pay(place.figures.pay(unit)) for unit in Unit),
    )


def _unit_pay(pay: Percentiles) -> UnitPay:
    return UnitPay(unit=pay.unit.value, **{name: _amount(getattr(pay, name), pay.unit) for name in PERCENTILES})


def _amount(amount: Amount, unit: Unit) -> PaidAmount:
    return PaidAmount(dollars=None if amount.cents is None else money(amount.cents), flag=flag_name(amount, unit))


def _outlook(projection: Projection, release: Release) -> OutlookFacts:
    return OutlookFacts(
        period=release.name,
        base_year=projection.base_year,
        target_year=projection.target_year,
        base_employment=projection.base_employment,
        target_employment=projection.target_employment,
        change=projection.change,
        change_percent=tenths(projection.change_percent),
        openings=projection.openings,
        education=projection.education,
        experience=projection.experience,
        training=projection.training,
    )


def _sources(releases: Iterable[Release]) -> tuple[str, ...]:
    return tuple(sentence for _, sentence in sources_of(releases, settings.SITE_NAME))
