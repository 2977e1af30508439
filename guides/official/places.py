"""Pay and employment of one O*NET occupation by place and by industry."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import OuterRef, QuerySet, Subquery

from guides.official.models import Area, Occupation, PriceLevel, Release, Wage
from guides.official.models.places import NATION
from guides.official.models.wages import ALL_INDUSTRIES
from guides.official.occupations import Figures, PaidAs, paid_as
from guides.official.pay import Flag, Unit
from guides.official.releases import current_releases
from guides.official.states import BY_FIPS, BY_POSTAL

Table = Release.Table
TABLES = (
    *(Table.OCCUPATIONS, Table.NATIONAL_WAGES, Table.STATE_WAGES, Table.METRO_WAGES, Table.INDUSTRY_WAGES),
    Table.STATE_PRICES,
)
AVERAGE_PRICES = 100_000  # the price parity of the nation
MOST_INDUSTRIES = 25


@dataclass(frozen=True, slots=True)
class Place:
    """The figures of an occupation in a place or, in the nation, in an industry.

    `states` are the postal codes of the states that the place is in; `parity` is its price level in thousandths of
    the average US one, None if none is published.
    """

    code: str
    name: str
    kind: str
    states: tuple[str, ...]
    figures: Figures
    parity: int | None = None

    @classmethod
    def nation(cls, figures: Figures) -> "Place":
        return cls(NATION, "United States", Area.Kind.NATION, (), figures)

    @property
    def employment(self) -> int | None:
        return self.figures.wage.employment

    @property
    def employment_error(self) -> int | None:
        return self.figures.wage.employment_error

    @property
    def location_quotient(self) -> int | None:
        return self.figures.wage.location_quotient

    def at_average_prices(self, unit: Unit) -> int | None:
        """What the median buys, in cents at average US prices: the median × 100 / the price parity."""
        median = self.figures.pay(unit).p50
        if self.parity is None or median.flag != Flag.PUBLISHED:
            return None
        return round(median.cents * AVERAGE_PRICES / self.parity)


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place by its name alone; `states` as in Place."""

    code: str
    name: str
    kind: str
    states: tuple[str, ...]


INDUSTRY = "industry"  # the kind of a Place that is an industry


class PayByPlace:
    """What the current releases say about the pay of an occupation; each list is read in one or two queries."""

    def __init__(self, occupation: Occupation) -> None:
        self.occupation = occupation
        self.paid_as: PaidAs = paid_as(occupation)
        self.releases = current_releases()

    @property
    def shown_releases(self) -> list[Release]:
        """The releases that the occupation's pay by place is from."""
        return [self.releases[table] for table in TABLES if table in self.releases]

    @cached_property
    def nation_and_states(self) -> list[Place]:
        """The nation first, then its states and territories by name."""
        wages = self._wages(Table.NATIONAL_WAGES, Table.STATE_WAGES).filter(industry=ALL_INDUSTRIES)
        prices = PriceLevel.objects.filter(release=self.releases.get(Table.STATE_PRICES), area=OuterRef("area"))
        wages = wages.filter(area__kind__in=(Area.Kind.NATION, Area.Kind.STATE)).select_related("area")
        wages = wages.annotate(parity=Subquery(prices.values("parity")))
        places = [self._place(wage, wage.parity) for wage in wages]
        return sorted(places, key=lambda place: (place.code != NATION, place.name))

    @property
    def nation(self) -> Place | None:
        return next((place for place in self.nation_and_states if place.code == NATION), None)

    @property
    def states(self) -> list[Place]:
        return [place for place in self.nation_and_states if place.code != NATION]

    @cached_property
    def areas(self) -> list[Place]:
        """Metropolitan and nonmetropolitan areas by name."""
        wages = self._wages(Table.METRO_WAGES).filter(industry=ALL_INDUSTRIES)
        return [self._place(wage) for wage in wages.select_related("area").order_by("area__name")]

    @cached_property
    def names(self) -> list[PlaceName]:
        """The states and areas that have figures, by name; their figures are not read."""
        wages = self._wages(Table.STATE_WAGES, Table.METRO_WAGES).filter(industry=ALL_INDUSTRIES)
        areas = Area.objects.filter(pk__in=wages.values("area")).exclude(kind=Area.Kind.NATION).order_by("name")
        return [PlaceName(area.code, area.name, area.kind, states_of(area)) for area in areas]

    def place(self, code: str) -> Place | None:
        """The figures of a state or area."""
        wages = self._wages(Table.STATE_WAGES, Table.METRO_WAGES).filter(industry=ALL_INDUSTRIES, area=code)
        wage = wages.select_related("area").first()
        return self._place(wage) if wage else None

    @cached_property
    def has_areas(self) -> bool:
        """Whether figures of this occupation by area are on the site; does not read them."""
        return self._wages(Table.METRO_WAGES).exists()

    @cached_property
    def industries(self) -> list[Place]:
        """The nation by industry, at every level of the classification, in the order of codes."""
        wages = self._wages(Table.INDUSTRY_WAGES).filter(area=NATION).exclude(industry=ALL_INDUSTRIES)
        return [
            Place(wage.industry_id, wage.industry.title, INDUSTRY, (), self._figures(wage))
            for wage in wages.select_related("industry").order_by("industry")
        ]

    @property
    def largest_industries(self) -> list[Place]:
        """The industries with most jobs, without overlaps: subsectors (three digits), else groups (four digits)."""
        subsectors = [place for place in self.industries if place.code.endswith("000")]
        level = subsectors or [place for place in self.industries if place.code.endswith("00")]
        return sorted(level, key=lambda place: -(place.employment or 0))[:MOST_INDUSTRIES]

    def _wages(self, *tables: Table) -> QuerySet[Wage]:
        releases = [self.releases[table] for table in tables if table in self.releases]
        if self.occupation.paid_as_id is None:
            return Wage.objects.none()
        return Wage.objects.filter(release__in=releases, occupation=self.occupation.paid_as_id)

    def _place(self, wage: Wage, parity: int | None = None) -> Place:
        return Place(wage.area_id, wage.area.name, wage.area.kind, states_of(wage.area), self._figures(wage), parity)

    def _figures(self, wage: Wage) -> Figures:
        return Figures.of(wage, self._by_key[wage.release_id])

    @cached_property
    def _by_key(self) -> dict[int, Release]:
        return {release.pk: release for release in self.releases.values()}


def pay_of(code: str) -> PayByPlace | None:
    """The pay of an O*NET occupation, or None if there is no occupation under this code."""
    occupations = Occupation.objects.filter(level=Occupation.Level.ONET).select_related("paid_as", "projected_as")
    occupation = occupations.filter(code=code).first()
    return PayByPlace(occupation) if occupation else None


def states_of(area: Area) -> tuple[str, ...]:
    """The postal codes of the states of an area: of `Kansas City, MO-KS` both."""
    if area.kind == Area.Kind.STATE:
        state = BY_FIPS.get(area.code)
        return (state.postal,) if state else ()
    named = area.name.rpartition(", ")[2].split("-") if area.kind == Area.Kind.METRO else ()
    return tuple(code for code in named if code in BY_POSTAL) or ((area.state,) if area.state else ())
