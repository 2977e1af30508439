"""What the page of an occupation shows: its figures with their charts, and its content in parts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Generic, TypeVar

from django.conf import settings

from guides.official.attribution import attribution_of, sources_of
from guides.official.models import Occupation, Rating, Release, Task, Technology
from guides.official.occupations import Figures, OccupationPage, Outlook, YearPay
from guides.official.outlook import Band, outlook_band
from guides.official.pay import Amount, Unit, pay_strip
from guides.official.words import INTERESTS, PREPARATION
from guides.rendering.charts.axes import percent
from guides.rendering.charts.history import History, history
from guides.rendering.charts.pay_strip import PayStrip

Item = TypeVar("Item")
Table = Release.Table
SHOWN, SHOWN_TECHNOLOGIES = 10, 20  # of a long list; the rest is folded
LOWEST, HIGHEST_IMPORTANCE, HIGHEST_INTEREST = 100, 500, 700  # hundredths
PAY_ROWS = (
    ("p10", "10% earn less than"),
    ("p25", "25% earn less than"),
    ("p50", "Median: half earn less than"),
    ("p75", "75% earn less than"),
    ("p90", "90% earn less than"),
    ("mean", "Average (mean)"),
)


@dataclass(frozen=True, slots=True)
class PayRow:
    name: str
    label: str
    year: Amount
    month: Amount
    hour: Amount


@dataclass(frozen=True, slots=True)
class PaySection:
    """Pay and employment in the nation; `unit` is the one in which the median is published.

    `margin` is twice the relative standard error of the employment, in tenths of a percent, rounded from 5% on.
    """

    figures: Figures
    strip: PayStrip | None
    rows: tuple[PayRow, ...]
    unit: Unit
    source: str

    @property
    def median(self) -> Amount:
        return self.figures.best.p50

    @property
    def is_known(self) -> bool:
        return self.figures.best.is_known

    @property
    def flags(self) -> set[str]:
        """Why figures are absent, by the names of the flags."""
        return {amount.flag.name for row in self.rows for amount in (row.year, row.hour)}

    @property
    def has_hours(self) -> bool:
        return any(row.hour.cents is not None for row in self.rows)

    @property
    def has_years(self) -> bool:
        return any(row.year.cents is not None for row in self.rows)

    @property
    def margin(self) -> int | None:
        error = self.figures.wage.employment_error
        return None if error is None else round(2 * error, -1 if 2 * error >= 50 else 0)


@dataclass(frozen=True, slots=True)
class HistorySection:
    """Median pay over the years. `recoded` is the first year with a figure after a top-coded one, with that one."""

    years: Sequence[YearPay]
    unit: Unit
    chart: History | None
    recoded: tuple[YearPay, YearPay] | None

    @property
    def first(self) -> YearPay:
        """The first year that is drawn."""
        return next(year for year in self.years if year.year == self.chart.points[0].year)

    @property
    def last(self) -> YearPay:
        return next(year for year in self.years if year.year == self.chart.points[-1].year)


@dataclass(frozen=True, slots=True)
class OutlookSection:
    outlook: Outlook
    band: Band | None
    source: str


@dataclass(frozen=True, slots=True)
class RatedElement:
    """A rating from 1 on as a bar; `note` says what it is."""

    name: str
    value: float
    width: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Folded(Generic[Item]):
    """A long list: its first items, and the rest, which is folded."""

    first: Sequence[Item]
    rest: Sequence[Item]

    @classmethod
    def of(cls, items: Sequence[Item], shown: int = SHOWN) -> "Folded[Item] | None":
        return cls(items[:shown], items[shown:]) if items else None


@dataclass(frozen=True, slots=True)
class Technologies:
    """Technologies in demand, then the hot ones that are not, then all others by category."""

    in_demand: Folded[Technology] | None
    hot: Folded[Technology] | None
    others: Sequence[tuple[str, Sequence[Technology]]]

    @property
    def number_of_others(self) -> int:
        return sum(len(names) for _, names in self.others)


@dataclass(frozen=True, slots=True)
class OccupationView:
    """The page; sections without content are None or empty. `sources` are the sentences that name the publishers."""

    page: OccupationPage
    pay: PaySection | None
    history: HistorySection | None
    outlook: OutlookSection | None
    preparation: str
    tasks: Folded[Task] | None
    skills: Folded[RatedElement] | None
    knowledge: Folded[RatedElement] | None
    interests: Folded[RatedElement] | None
    technologies: Technologies | None
    sources: Sequence[tuple[str, str]]

    @property
    def occupation(self) -> Occupation:
        return self.page.occupation

    @property
    def is_outlook_shared(self) -> bool:
        return is_outlook_shared(self.occupation)


def is_outlook_shared(occupation: Occupation) -> bool:
    """Whether the outlook is that of another code, or of a whole code of which this is a part."""
    return occupation.projected_as_id != occupation.soc_code or not occupation.code.endswith(".00")


def occupation_view(page: OccupationPage) -> OccupationView:
    technologies = list(page.technologies)
    return OccupationView(
        page=page,
        pay=_pay(page.pay) if page.pay else None,
        history=history_section(page.pay, page.history),
        outlook=outlook_section(page.outlook) if page.outlook else None,
        tasks=Folded.of(page.tasks),
        preparation=PREPARATION.get(page.zone, ""),
        skills=_rated(page.skills, HIGHEST_IMPORTANCE),
        knowledge=_rated(page.knowledge, HIGHEST_IMPORTANCE),
        interests=_rated(page.interests, HIGHEST_INTEREST),
        technologies=_technologies(technologies) if technologies else None,
        sources=sources_of(_releases(page), settings.SITE_NAME),
    )


def _pay(figures: Figures) -> PaySection:
    rows = tuple(
        PayRow(name, label, *(getattr(pay, name) for pay in (figures.annual, figures.monthly, figures.hourly)))
        for name, label in PAY_ROWS
    )
    return PaySection(figures, pay_strip(figures.annual), rows, figures.best.unit, attribution_of(figures.release))


def history_section(pay: Figures | None, years: Sequence[YearPay]) -> HistorySection | None:
    known = [year for year in years if year.median.cents is not None]
    if pay is None or len(known) < 2:
        return None
    figures = [(year.year, None if year.median.is_open else year.median.cents) for year in years]
    recoded = [(now, before) for before, now in pairwise(known) if before.median.is_open and not now.median.is_open]
    return HistorySection(years, pay.best.unit, history(figures), recoded[-1] if recoded else None)


def outlook_section(outlook: Outlook) -> OutlookSection:
    growth = outlook.projection.change_percent
    band = None if growth is None else outlook_band(growth)
    return OutlookSection(outlook, band, attribution_of(outlook.release))


def _rated(ratings: Iterable[Rating], highest: int) -> Folded[RatedElement] | None:
    elements = [
        RatedElement(
            name=rating.element.name,
            value=rating.value / 100,
            width=percent(rating.value, LOWEST, highest),
            note=INTERESTS.get(rating.element_id, ""),
        )
        for rating in ratings
    ]
    return Folded.of(elements)


def _technologies(technologies: Sequence[Technology]) -> Technologies:
    others = [item for item in technologies if not (item.is_in_demand or item.is_hot)]
    others.sort(key=lambda item: item.category.casefold())
    return Technologies(
        in_demand=Folded.of([item for item in technologies if item.is_in_demand], SHOWN_TECHNOLOGIES),
        hot=Folded.of([item for item in technologies if item.is_hot and not item.is_in_demand], SHOWN_TECHNOLOGIES),
        others=[(category, list(part)) for category, part in groupby(others, lambda item: item.category)],
    )


def _releases(page: OccupationPage) -> list[Release]:
    """The releases that the page draws on."""
    content = {
        Table.OCCUPATIONS: True,
        Table.ALTERNATE_TITLES: page.alternate_titles,
        Table.TASKS: page.tasks,
        Table.TECHNOLOGIES: page.technologies,
        Table.SKILLS: page.skills,
        Table.KNOWLEDGE: page.knowledge,
        Table.INTERESTS: page.interests,
        Table.JOB_ZONES: page.zone,
        Table.RELATED: page.related,
    }
    figures = [section.release for section in (page.pay, page.outlook) if section]
    return figures + [page.releases[table] for table, found in content.items() if found and table in page.releases]
