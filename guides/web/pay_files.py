"""Pay by place and industry as rows of a spreadsheet: one for each place and unit."""

from collections.abc import Iterator

from guides.official.attribution import publication_of
from guides.official.models import Release
from guides.official.models.wages import PERCENTILES
from guides.official.pay import Amount, Flag, Unit
from guides.official.places import PayByPlace, Place

Table = Release.Table
TABLES = ("places", "areas", "industries")
FLAG_NAMES = {
    Flag.PUBLISHED: "published",
    Flag.TOP_CODED: "at_least",
    Flag.WITHHELD: "withheld",
    Flag.NOT_APPLICABLE: "not_applicable",
}
HEAD = (
    *("source", "period", "occupation", "published_as", "published_as_title", "kind", "code", "name", "states", "unit"),
    *PERCENTILES,
    *("median_at_average_us_prices", "flags", "jobs", "jobs_relative_standard_error_percent"),
    *("jobs_compared_with_nation", "price_parity", "price_source"),
)
DERIVED = "derived"  # a month: the year divided by 12


def pay_rows(pay: PayByPlace, table: str = "") -> Iterator[list[object]]:
    """The rows of one table or of all; a figure that is not published is empty, with the reason under `flags`.

    A top-coded figure is empty too: its flag says from which amount on none is published.
    """
    tables = {"places": pay.nation_and_states, "areas": pay.areas, "industries": pay.industries}
    for name, places in tables.items():
        if table in ("", name):
            for place in places:
                for unit in Unit:
                    yield _row(pay, place, unit)


def flag_name(amount: Amount, unit: Unit) -> str:
    """What a figure is: published, derived, or why there is none."""
    return DERIVED if unit == Unit.MONTH and amount.flag == Flag.PUBLISHED else FLAG_NAMES[amount.flag]


def _row(pay: PayByPlace, place: Place, unit: Unit) -> list[object]:
    wage, figures = place.figures.wage, place.figures.pay(unit)
    amounts = {name: getattr(figures, name) for name in PERCENTILES}
    prices = place.at_average_prices(unit)
    return [
        source_name(place.figures.release),
        place.figures.release.name,
        pay.occupation.code,
        pay.occupation.paid_as_id,
        pay.occupation.paid_as.title,
        place.kind,
        place.code,
        place.name,
        " ".join(place.states),
        unit.value,
        *map(published, amounts.values()),
        None if prices is None else money(prices),
        "; ".join(flag for name, amount in amounts.items() if (flag := flag_words(name, amount, unit))),
        wage.employment,
        tenths(wage.employment_error),
        None if wage.location_quotient is None else wage.location_quotient / 100,
        None if place.parity is None else place.parity / 1000,
        None if place.parity is None else source_name(pay.releases[Table.STATE_PRICES], with_period=True),
    ]


def flag_words(name: str, amount: Amount, unit: Unit) -> str:
    """What a figure is under its name, such as `p90 at_least 239200`; empty if it is published."""
    flag = flag_name(amount, unit)
    known_end = f" {money(amount.cents)}" if amount.is_open else ""
    return "" if flag == FLAG_NAMES[Flag.PUBLISHED] else f"{name} {flag}{known_end}"


def published(amount: Amount) -> int | float | None:
    """A figure in dollars; None if it is not published, and for a top-coded one."""
    return None if amount.flag != Flag.PUBLISHED else money(amount.cents)


def source_name(release: Release, *, with_period: bool = False) -> str:
    """Who published the figures of a release, and in what."""
    publication = publication_of(release)
    period = f" {release.name}" if with_period else ""
    return f"{publication.publisher}, {publication.product}{period}"


def money(cents: int) -> int | float:
    """Cents as dollars, whole ones as a whole number."""
    return cents // 100 if cents % 100 == 0 else cents / 100


def tenths(number: int | None) -> float | None:
    return None if number is None else number / 10
