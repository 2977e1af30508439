"""Occupations in lists: the few figures of each by which readers compare them, all read in one query."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import FilteredRelation, Q

from guides.official.models import Occupation, OccupationEntry, Release
from guides.official.models.occupation import MILITARY
from guides.official.models.places import NATION
from guides.official.models.wages import ALL_INDUSTRIES
from guides.official.outlook import Band, outlook_band
from guides.official.pay import Amount, Unit, median_pay, yearly_ends

Table = Release.Table
Releases = Mapping[str, Release]
MILITARY_GROUP = "Military Specific"  # it has no figures, so no file of figures names it
ENDS = ("wage__annual_p10", "wage__annual_p90")
MEDIAN = ("wage__annual_p50", "wage__annual_flags", "wage__hourly_p50", "wage__hourly_flags")


@dataclass(frozen=True, slots=True)
class Median:
    """Median pay in the nation, by the year or, if only that is published, by the hour."""

    unit: Unit
    amount: Amount


@dataclass(frozen=True, slots=True)
class Medians:
    """Median pay in the nation by the year and by the hour, each published or with the reason why not."""

    year: Amount
    hour: Amount

    @property
    def best(self) -> Median | None:
        """The one to show; None without a figure."""
        if self.year.cents is None and self.hour.cents is not None:
            return Median(Unit.HOUR, self.hour)
        return None if self.year.cents is None else Median(Unit.YEAR, self.year)


@dataclass(frozen=True, slots=True)
class Summary:
    """An O*NET occupation in a list; what is not published is None or empty. `growth` is in tenths of a percent.

    `paid_as` and `projected_as` are the SOC codes under which its pay and its outlook are published; `ends` are the
    10th and the 90th percentile of pay a year; `jobs` are those of employees, and those of the whole code.
    """

    code: str
    title: str
    paid_as: str | None
    projected_as: str | None
    medians: Medians | None
    ends: tuple[Amount, Amount] | None
    jobs: int | None
    growth: int | None
    openings: int | None
    education: str
    zone: int | None

    @property
    def median(self) -> Median | None:
        return self.medians and self.medians.best

    @property
    def group(self) -> str:
        return self.code[:2]

    @property
    def band(self) -> Band | None:
        return None if self.growth is None else outlook_band(self.growth)

    @property
    def is_military(self) -> bool:
        return self.group == MILITARY


@dataclass(frozen=True, slots=True)
class Group:
    """A major group of occupations under its first two digits."""

    code: str
    title: str
    median: Median | None


def summaries(releases: Releases, codes: Collection[str] | None = None) -> list[Summary]:
    """The occupations under these codes, or all of the current release, by title."""
    if codes is None:
        codes = OccupationEntry.objects.filter(release=releases.get(Table.OCCUPATIONS)).values("occupation")
    occupations = Occupation.objects.filter(level=Occupation.Level.ONET, code__in=codes)
    occupations = occupations.annotate(
        wage=_wages("paid_as__wages", releases),
        projection=_rows("projected_as__projections", releases.get(Table.PROJECTIONS)),
        preparation=_rows("jobzones", releases.get(Table.JOB_ZONES)),
    )
    projection = ("projection__change_percent", "projection__openings", "projection__education")
    named = ("code", "title", "paid_as", "projected_as", "wage__employment")
    columns = (*named, *projection, "preparation__zone", *ENDS, *MEDIAN)
    rows = occupations.order_by("title", "code").values_list(*columns)
    return [
        Summary(
            code=code,
            title=title,
            paid_as=paid_as,
            projected_as=projected_as,
            medians=_medians(median, releases),
            ends=_ends(p10, p90, median, releases),
            jobs=jobs,
            growth=growth,
            openings=openings,
            education=education or "",
            zone=zone,
        )
        for code, title, paid_as, projected_as, jobs, growth, openings, education, zone, p10, p90, *median in rows
    ]


def groups(releases: Releases, codes: Collection[str]) -> dict[str, Group]:
    """The major groups under these codes of two digits, in order."""
    found = Occupation.objects.filter(level=Occupation.Level.MAJOR, code__in=[f"{code}-0000" for code in codes])
    rows = found.annotate(wage=_wages("wages", releases)).values_list("code", "title", *MEDIAN)
    named = {}
    for code, title, *columns in rows:
        medians = _medians(columns, releases)
        named[code[:2]] = Group(code[:2], group_name(title), medians and medians.best)
    return {code: named.get(code) or Group(code, other_group(code), None) for code in sorted(codes)}


def other_group(code: str) -> str:
    """The name of a group that no file of figures names."""
    return MILITARY_GROUP if code == MILITARY else f"Group {code}"


def group_name(title: str) -> str:
    """`Management` for the group `Management Occupations`"""
    return title.removesuffix(" Occupations")


def _rows(relation: str, release: Release | None, **more: object) -> FilteredRelation:
    """The rows of a release, joined to the occupations that have some."""
    conditions = {f"{relation}__{name}": value for name, value in {"release": release, **more}.items()}
    return FilteredRelation(relation, condition=Q(**conditions))


def _wages(relation: str, releases: Releases) -> FilteredRelation:
    return _rows(relation, releases.get(Table.NATIONAL_WAGES), area=NATION, industry=ALL_INDUSTRIES)


def _medians(columns: list, releases: Releases) -> Medians | None:
    """The medians from the columns of MEDIAN, None without a row of pay."""
    _, annual_flags, *_ = columns
    return None if annual_flags is None else Medians(*median_pay(*columns, releases[Table.NATIONAL_WAGES]))


def _ends(p10: int | None, p90: int | None, median: list, releases: Releases) -> tuple[Amount, Amount] | None:
    """The ends of pay a year, None unless both are known; `median` has the columns of MEDIAN."""
    _, annual_flags, *_ = median
    if annual_flags is None:
        return None
    low, high = yearly_ends(p10, p90, annual_flags, releases[Table.NATIONAL_WAGES])
    return None if low.cents is None or high.cents is None else (low, high)
