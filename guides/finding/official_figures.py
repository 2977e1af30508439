"""Official figures of an occupation in the place and unit that a reader chooses: for a guide, and for one's own pay."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from django.conf import settings

from guides.document.shape import GuideDocument
from guides.finding.browsing import LONGEST_IGNORED
from guides.official.attribution import sources_of
from guides.official.models import Area
from guides.official.models.places import NATION
from guides.official.occupations import Outlook, national_pay, outlook_of
from guides.official.pay import Unit
from guides.official.places import PayByPlace, Place, PlaceName, pay_of
from guides.official.states import BY_FIPS, BY_POSTAL
from guides.official.words import PER
from guides.pages.occupation import history_section, outlook_section
from guides.pages.official_comparison import Official, OfficialComparison
from guides.pages.official_figures import OfficialFigures, PlaceGroup

STATES = "States and territories"


class PlaceChoice:
    """The `place` and `unit` in the query string of a page, and what else can be chosen.

    An unknown value counts as none, and `notices` say so.
    """

    def __init__(self, pay: PayByPlace, parameters: Mapping[str, str]) -> None:
        self.pay = pay
        self.notices: list[str] = []
        figures, self.history = national_pay(pay.occupation)
        self.nation = Place.nation(figures) if figures else None
        self.place = self._place(parameters.get("place", ""))
        self.unit = self._unit(parameters.get("unit", ""))

    def _place(self, code: str) -> Place | None:
        if code in ("", NATION):
            return self.nation
        place = self.pay.place(code) if any(name.code == code for name in self.pay.names) else None
        if place is None:
            known = BY_FIPS.get(code)
            words = known.name if known else f"the place “{code[:LONGEST_IGNORED]}”"
            self.notices.append(f"There are no figures here for {words}: these are for the United States.")
        return place or self.nation

    def _unit(self, wanted: str) -> Unit:
        if wanted and wanted not in self.units:
            words = f"Pay {PER[Unit(wanted)]} is not published here" if wanted in set(Unit) else "The unit is unknown"
            self.notices.append(f"{words}: this is pay {PER[self.units[0]]}.")
        return Unit(wanted) if wanted in self.units else self.units[0]

    @cached_property
    def units(self) -> list[Unit]:
        """The units in which any figure is published; at least one."""
        places = [place for place in (self.place, self.nation) if place]
        return [unit for unit in Unit if any(place.figures.pay(unit).is_known for place in places)] or [Unit.YEAR]

    @cached_property
    def groups(self) -> list[PlaceGroup]:
        """The states, then the areas of each state; an area of two states is in both groups."""
        by_state: dict[str, list[PlaceName]] = defaultdict(list)
        for name in self.pay.names:
            for label in [STATES] if name.kind == Area.Kind.STATE else _states_of(name):
                by_state[label].append(name)
        states = by_state.pop(STATES, [])
        groups = [(STATES, states), *sorted(by_state.items())]
        chosen, found = self.place.code if self.place else "", []
        for label, places in groups:
            is_here = chosen and any(place.code == chosen for place in places)
            found.append(PlaceGroup(label, places, chosen if is_here else ""))
            chosen = "" if is_here else chosen
        return [group for group in found if group.places]

    @property
    def nearby_groups(self) -> list[PlaceGroup]:
        """The states, then the areas of the state that is chosen or that the chosen area is in. All areas of the nation
        would weigh more than the text of a guide."""
        here = next((name for name in self.pay.names if self.place and name.code == self.place.code), None)
        labels = {STATES, *(_states_of(here) if here else ())}
        return [group for group in self.groups if group.label in labels]


def _states_of(place: PlaceName) -> list[str]:
    """The names of the states that an area is in; of a state, its own."""
    return [place.name] if place.kind == Area.Kind.STATE else [BY_POSTAL[code].name for code in place.states]


def official_figures(document: GuideDocument, parameters: Mapping[str, str]) -> OfficialFigures | None:
    """The figures beside a guide, or None if it has no main occupation or no release knows that."""
    pay = pay_of(document.details.occupation) if document.details.occupation else None
    if pay is None:
        return None
    choice, outlook = PlaceChoice(pay, parameters), outlook_of(pay.occupation, pay.releases)
    releases = [place.figures.release for place in (choice.place, choice.nation) if place]
    return OfficialFigures(
        guide=document.slug,
        occupation=pay.occupation,
        paid_as=pay.paid_as,
        place=choice.place,
        nation=choice.nation,
        unit=choice.unit,
        units=choice.units,
        groups=choice.nearby_groups,
        notices=choice.notices,
        history=history_section(choice.nation and choice.nation.figures, choice.history),
        outlook=outlook_section(outlook) if outlook else None,
        comparisons=OfficialComparison(document, _official(pay, choice.nation, outlook)).sentences,
        sources=sources_of([*releases, *([outlook.release] if outlook else [])], settings.SITE_NAME),
    )


def _official(pay: PayByPlace, nation: Place | None, outlook: Outlook | None) -> Official:
    return Official(
        paid_as=pay.occupation.paid_as_id or "",
        pay=nation.figures.annual if nation else None,
        pay_period=nation.figures.release.name if nation else "",
        projected_as=pay.occupation.projected_as_id or "",
        growth=_percent(outlook.projection.change_percent) if outlook else None,
        openings=outlook.projection.openings if outlook else None,
        outlook_period=outlook.release.name if outlook else "",
    )


def _percent(tenths: int | None) -> int | float | None:
    return None if tenths is None else tenths // 10 if tenths % 10 == 0 else tenths / 10
