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
STARTS_OF_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def pay_rows(pay: PayByPlace, table: str = "") -> Iterator[list[object]]:
    """The rows of one table or of all; a figure that is not published is empty, with the reason under `flags`.

    A top-coded figure is empty too: its flag says from which amount on none is published.
    """
    tables = {"places": pay.nation_and_states, "areas": pay.areas, "industries": pay.industries}
    for name, places in tables.items():
        if table in ("", name):
            for place in places:
                for unit in Unit:
                    yield [safe_cell(cell) for cell in _row(pay, place, unit)]


def flag_name(amount: Amount, unit: Unit) -> str:
    """What a figure is: published, derived, or why there is none."""
    return DERIVED if unit == Unit.MONTH and amount.flag == Flag.PUBLISHED else FLAG_NAMES[amount.flag]


def safe_cell(cell: object) -> object:
    """A cell that no spreadsheet program runs as a formula: one that looks like it starts with an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(STARTS_OF_FORMULAS) else cell


def _row(pay: PayByPlace, place: Place, unit: Unit) -> list[object]:
    wage, figures = place.figures.wage, place.figures.pay(unit)
    amounts = {name: getattr(figures, name) for name in PERCENTILES}
    prices = place.at_average_prices(unit)
    return [
        _source(place.figures.release),
        place.figures.release.name,
        pay.occupation.code,
        pay.occupation.paid_as_id,
        pay.occupation.paid_as.title,
        place.kind,
        place.code,
        place.name,
        " ".join(place.states),
        unit.value,
        *(None if amount.flag != Flag.PUBLISHED else money(amount.cents) for amount in amounts.values()),
        None if prices is None else money(prices),
        "; ".join(
            f"{name} {flag_name(amount, unit)}{f' {money(amount.cents)}' if amount.is_open else ''}"
            for name, amount in amounts.items()
            if flag_name(amount, unit) != FLAG_NAMES[Flag.PUBLISHED]
        ),
        wage.employment,
        tenths(wage.employment_error),
        None if wage.location_quotient is None else wage.location_quotient / 100,
        None if place.parity is None else place.parity / 1000,
        None if place.parity is None else _source(pay.releases[Table.STATE_PRICES], with_period=True),
    ]


def _source(release: Release, *, with_period: bool = False) -> str:
    publication = publication_of(release)
    period = f" {release.name}" if with_period else ""
    return f"{publication.publisher}, {publication.product}{period}"


def money(cents: int) -> int | float:
    """Cents as dollars, whole ones as a whole number."""
    return cents // 100 if cents % 100 == 0 else cents / 100


def tenths(number: int | None) -> float | None:
    return None if number is None else number / 10
