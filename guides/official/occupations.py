"""Everything that the official releases say about one O*NET occupation, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from django.db.models import F, QuerySet, Subquery

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
from guides.official.pay import Amount, Pay, annual_pay, hourly_pay, monthly_pay
from guides.official.releases import current_releases
from guides.official.summaries import Summary, group_name, other_group, summaries

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

    release: Release
    median: Amount
    error: int | None

    @property
    def year(self) -> int:
        return self.release.position // 100


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

    def pay(self, unit: str) -> Pay:
        """The pay of a Unit."""
        return next(pay for pay in (self.annual, self.monthly, self.hourly) if pay.unit == unit)


@dataclass(frozen=True, slots=True)
class Outlook:
    projection: Projection
    release: Release
    factors: Sequence[OutlookFactor] = ()


@dataclass(frozen=True, slots=True)
class OccupationPage:
    """An occupation with its figures and content; what no release has is empty or None.

    `releases` are those that the page shows, by table.
    """

    occupation: Occupation
    group: str
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
    related: Sequence[Summary]
    alternate_titles: Sequence[str]
    tasks: Sequence[Task]
    releases: dict[str, Release]


def occupation_page(code: str) -> OccupationPage | None:
    """The page of an O*NET occupation, or None if there is none under this code."""
    current = current_releases()

    def rows(model: type, table: Table) -> QuerySet:
        """The rows of an occupation in the current release of a table."""
        release = current.get(table)
        return model.objects.filter(release=release, occupation=code) if release else model.objects.none()

    occupations = Occupation.objects.filter(level=Occupation.Level.ONET, code=code).annotate(
        group_title=Subquery(Occupation.objects.filter(code=f"{code[:2]}-0000").values("title")),
        definition=Subquery(rows(OccupationEntry, Table.OCCUPATIONS).values("definition")),
        zone=Subquery(rows(JobZone, Table.JOB_ZONES).values("zone")),
    )
    occupation = occupations.select_related("paid_as", "projected_as").first()
    if occupation is None:
        return None
    pay, history = national_pay(occupation)
    ratings = _ratings(code, current)
    titles = rows(AlternateTitle, Table.ALTERNATE_TITLES)
    return OccupationPage(
        occupation=occupation,
        group=group_name(occupation.group_title or other_group(occupation.group)),
        paid_as=paid_as(occupation),
        pay=pay,
        history=history,
        outlook=_outlook(occupation, current),
        definition=occupation.definition or "",
        zone=occupation.zone,
        skills=ratings[Table.SKILLS],
        knowledge=ratings[Table.KNOWLEDGE],
        interests=ratings[Table.INTERESTS],
        technologies=list(rows(Technology, Table.TECHNOLOGIES).order_by("-is_in_demand", "-is_hot", "name")),
        related=_related(rows(RelatedOccupation, Table.RELATED), current),
        alternate_titles=list(titles.order_by("title").values_list("title", flat=True)),
        tasks=list(rows(Task, Table.TASKS).order_by(F("is_core").desc(nulls_last=True), "number")),
        releases=current,
    )


def tasks_of(codes: Iterable[str]) -> dict[str, frozenset[str]]:
    """The tasks of occupations in the publisher's words, by code; occupations without tasks are left out."""
    found: dict[str, set[str]] = defaultdict(set)
    release = Release.objects.current().filter(table=Table.TASKS)
    tasks = Task.objects.filter(release__in=release, occupation__in=codes)
    for code, words in tasks.values_list("occupation", "words"):
        found[code].add(words)
    return {code: frozenset(words) for code, words in found.items()}


def paid_as(occupation: Occupation) -> PaidAs:
    if occupation.group == MILITARY:
        return PaidAs.MILITARY
    if occupation.paid_as_id is None:
        return PaidAs.NONE
    if occupation.paid_as_id != occupation.soc_code:
        return PaidAs.MERGED
    return PaidAs.OWN if occupation.code.endswith(".00") else PaidAs.WHOLE


def national_pay(occupation: Occupation) -> tuple[Figures | None, list[YearPay]]:
    """The current pay in the nation, and the median of each year for which there is a release."""
    wages = Wage.objects.filter(occupation=occupation.paid_as_id, area=NATION, industry=ALL_INDUSTRIES)
    found = list(wages.select_related("release").order_by("release__position")) if occupation.paid_as_id else []
    pay = next((Figures.of(wage, wage.release) for wage in found if wage.release.is_current), None)
    history = []
    for wage in found:
        figures = Figures.of(wage, wage.release)
        median = (figures.hourly if pay and pay.best is pay.hourly else figures.annual).p50
        history.append(YearPay(wage.release, median, wage.mean_error))
    return pay, history


def outlook_of(occupation: Occupation, current: dict[str, Release]) -> Outlook | None:
    """The projection of the current release, without the factors behind it."""
    release = current.get(Table.PROJECTIONS)
    code = occupation.projected_as_id
    projection = release and Projection.objects.filter(release=release, occupation=code).first()
    return Outlook(projection, release) if projection else None


def _outlook(occupation: Occupation, current: dict[str, Release]) -> Outlook | None:
    outlook, explained = outlook_of(occupation, current), current.get(Table.OUTLOOK_FACTORS)
    if outlook is None or explained is None:
        return outlook
    factors = OutlookFactor.objects.filter(release=explained, occupation=occupation.projected_as_id)
    return replace(outlook, factors=list(factors.order_by("industry")))


def _related(rows: QuerySet, current: dict[str, Release]) -> list[Summary]:
    """The occupations that are most alike, the most alike first."""
    codes = list(rows.order_by("position").values_list("related", flat=True)[:PRIMARY_RELATED])
    found = {summary.code: summary for summary in summaries(current, codes)} if codes else {}
    return [found[code] for code in codes if code in found]


def _ratings(code: str, current: dict[str, Release]) -> dict[str, list[Rating]]:
    """The skills, the knowledge and the interests of an occupation by their table, the most important first."""
    found: dict[str, list[Rating]] = {Table.SKILLS: [], Table.KNOWLEDGE: [], Table.INTERESTS: []}
    tables = {current[table].pk: table for table in found if table in current}
    ratings = Rating.objects.filter(occupation=code, release__in=tables).select_related("element")
    for rating in ratings.order_by("-value", "element__name"):
        found[tables[rating.release_id]].append(rating)
    return found
