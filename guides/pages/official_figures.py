"""The official figures beside a guide: what the current releases say about its main occupation."""

from collections.abc import Sequence
from dataclasses import dataclass

from guides.official.models import Occupation
from guides.official.occupations import PaidAs
from guides.official.pay import Amount, Unit, pay_strip
from guides.official.place_words import in_place
from guides.official.places import Place, PlaceName
from guides.pages.occupation import PAY_ROWS, HistorySection, OutlookSection, is_outlook_shared
from guides.rendering.charts.pay_strip import PayStrip


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """Places under one label of a list; `chosen` is the code of the one that the reader chose, if it is among them."""

    label: str
    places: Sequence[PlaceName]
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class PayRow:
    """A percentile or the mean, in the place and in the nation; only the former if that is the nation."""

    name: str
    label: str
    here: Amount
    nation: Amount | None


@dataclass(frozen=True, slots=True)
class OfficialFigures:
    """Pay and employment in a place, by default the nation, and the national outlook.

    `place` is None if no pay is published for the occupation. `notices` are sentences on what was asked for but cannot
    be shown, `comparisons` those on the guide's own figures, `sources` the addresses and sentences of the publications.
    """

    guide: str
    occupation: Occupation
    paid_as: PaidAs
    place: Place | None
    nation: Place | None
    unit: Unit
    units: Sequence[Unit]
    groups: Sequence[PlaceGroup]
    notices: Sequence[str]
    history: HistorySection | None
    outlook: OutlookSection | None
    comparisons: Sequence[str]
    sources: Sequence[tuple[str, str]]

    @property
    def is_outlook_shared(self) -> bool:
        return is_outlook_shared(self.occupation)

    @property
    def is_national(self) -> bool:
        return self.place == self.nation

    @property
    def where(self) -> str:
        return in_place(self.place)

    @property
    def median(self) -> Amount:
        return self.place.figures.pay(self.unit).p50

    @property
    def strip(self) -> PayStrip | None:
        """Pay by the year, or by the hour where only that is published, whatever the unit of the table."""
        return pay_strip(self.place.figures.best)

    @property
    def rows(self) -> list[PayRow]:
        here = self.place.figures.pay(self.unit)
        nation = None if self.is_national or self.nation is None else self.nation.figures.pay(self.unit)
        return [PayRow(name, label, getattr(here, name), nation and getattr(nation, name)) for name, label in PAY_ROWS]

    @property
    def flags(self) -> set[str]:
        """Why figures are absent, by the names of the flags."""
        return {amount.flag.name for row in self.rows for amount in (row.here, row.nation) if amount}
