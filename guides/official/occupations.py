"""Everything that the official releases say about one O*NET occupation, in a constant number of queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet

from guides.official.models import (
    AlternateTitle,
    JobZone,
    Occupation,
    OccupationEntry,
    OutlookFactor,
    Projection,
    Rating,
    RelatedOccupation,
    Release,
    Task,
    Technology,
    Wage,
)
from guides.official.models.occupation import MILITARY
from guides.official.models.places import NATION
from guides.official.models.wages import ALL_INDUSTRIES
from guides.official.pay import Amount, Pay, Unit, annual_pay, hourly_pay, monthly_pay

Table = Release.Table
PRIMARY_RELATED = 10


class PaidAs(StrEnum):
    """Whose pay is shown for an occupation."""

    OWN = "own"  # its own
    WHOLE = "whole"  # that of its whole SOC code, of which it is a part
    MERGED = "merged"  # that of the code into which its SOC code is merged
    NONE = "none"
    MILITARY = "military"  # no civilian figures


@dataclass(frozen=True, slots=True)
class YearPay:
    """The median of one May; `error` is the relative standard error of the mean, in tenths of a percent."""

    year: int
    median: Amount
    error: int | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Pay and employment in one place: one row of a release."""

    wage: Wage
    release: Release
    annual: Pay
    hourly: Pay
    monthly: Pay

    @classmethod
    def of(cls, wage: Wage, release: Release) -> "Figures":
        annual = annual_pay(wage, release)
        return cls(wage, release, annual, hourly_pay(wage, release), monthly_pay(annual))

    @property
    def best(self) -> Pay:
        """The pay of the unit in which it is published: by the year unless only by the hour."""
        return self.annual if self.annual.is_known or not self.hourly.is_known else self.hourly

    def pay(self, unit: Unit) -> Pay:
        return {Unit.YEAR: self.annual, Unit.MONTH: self.monthly, Unit.HOUR: self.hourly}[unit]


@dataclass(frozen=True, slots=True)
class Outlook:
    projection: Projection
    release: Release
    factors: Sequence[OutlookFactor]


@dataclass(frozen=True, slots=True)
class OccupationPage:
    """An occupation with its figures and content; what no release has is empty or None.

    `releases` are those that the page shows, by table.
    """

    occupation: Occupation
    paid_as: PaidAs
    pay: Figures | None
    history: Sequence[YearPay]
    outlook: Outlook | None
    definition: str
    zone: int | None
    skills: Sequence[Rating]
    knowledge: Sequence[Rating]
    interests: Sequence[Rating]
    technologies: Sequence[Technology]
    related: Sequence[RelatedOccupation]
    alternate_titles: Sequence[str]
    tasks: Sequence[Task]
    releases: dict[str, Release]


def occupation_page(code: str) -> OccupationPage | None:
    """The page of an O*NET occupation, or None if there is none under this code."""
    occupations = Occupation.objects.filter(level=Occupation.Level.ONET)
    occupation = occupations.select_related("paid_as", "projected_as").filter(code=code).first()
    if occupation is None:
        return None
    releases = {release.pk: release for release in Release.objects.all()}
    current = {release.table: release for release in releases.values() if release.is_current}

    def rows(model: type, table: Table, of: str = code) -> QuerySet:
        """The rows of an occupation in the current release of a table."""
        release = current.get(table)
        return model.objects.filter(release=release, occupation=of) if release else model.objects.none()

    pay, history = _pay(occupation, releases)
    entry = rows(OccupationEntry, Table.OCCUPATIONS).first()
    zone = rows(JobZone, Table.JOB_ZONES).first()
    rated = [current[table] for table in (Table.SKILLS, Table.KNOWLEDGE, Table.INTERESTS) if table in current]
    ratings = Rating.objects.filter(occupation=code, release__in=rated).select_related("element")
    ratings = list(ratings.order_by("-value", "element__name"))
    return OccupationPage(
        occupation=occupation,
        paid_as=paid_as(occupation),
        pay=pay,
        history=history,
        outlook=_outlook(occupation, current),
        definition=entry.definition if entry else "",
        zone=zone.zone if zone else None,
        skills=_of(ratings, current.get(Table.SKILLS)),
        knowledge=_of(ratings, current.get(Table.KNOWLEDGE)),
        interests=_of(ratings, current.get(Table.INTERESTS)),
        technologies=rows(Technology, Table.TECHNOLOGIES).order_by("-is_in_demand", "-is_hot", "name"),
        related=rows(RelatedOccupation, Table.RELATED).select_related("related").order_by("position")[:PRIMARY_RELATED],
        alternate_titles=rows(AlternateTitle, Table.ALTERNATE_TITLES).order_by("title").values_list("title", flat=True),
        tasks=rows(Task, Table.TASKS).order_by("-is_core", "number"),
        releases=current,
    )


def paid_as(occupation: Occupation) -> PaidAs:
    if occupation.group == MILITARY:
        return PaidAs.MILITARY
    if occupation.paid_as_id is None:
        return PaidAs.NONE
    if occupation.paid_as_id != occupation.soc_code:
        return PaidAs.MERGED
    return PaidAs.OWN if occupation.code.endswith(".00") else PaidAs.WHOLE


def _pay(occupation: Occupation, releases: dict[int, Release]) -> tuple[Figures | None, list[YearPay]]:
    """The current pay in the nation, and the median of each year for which there is a release."""
    wages = Wage.objects.filter(occupation=occupation.paid_as_id, area=NATION, industry=ALL_INDUSTRIES)
    found = [(wage, releases[wage.release_id]) for wage in wages if occupation.paid_as_id]
    found.sort(key=lambda pair: pair[1].position)
    pay = next((Figures.of(wage, release) for wage, release in found if release.is_current), None)
    history = []
    for wage, release in found:
        figures = Figures.of(wage, release)
        median = (figures.hourly if pay and pay.best is pay.hourly else figures.annual).p50
        history.append(YearPay(release.position // 100, median, wage.mean_error))
    return pay, history


def _outlook(occupation: Occupation, current: dict[str, Release]) -> Outlook | None:
    release = current.get(Table.PROJECTIONS)
    code = occupation.projected_as_id
    projection = release and Projection.objects.filter(release=release, occupation=code).first()
    if not projection:
        return None
    factors = OutlookFactor.objects.filter(release=current.get(Table.OUTLOOK_FACTORS), occupation=code)
    return Outlook(projection, release, factors.order_by("industry"))


def _of(ratings: Iterable[Rating], release: Release | None) -> list[Rating]:
    return [rating for rating in ratings if release and rating.release_id == release.pk]
