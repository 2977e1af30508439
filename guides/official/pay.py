"""Published pay as pages show it: figures with the reason where there is none, by the year, month and hour."""

from dataclasses import dataclass
from enum import StrEnum

from guides.official.models import Release, Wage
from guides.official.models.wages import PERCENTILES
from guides.rendering import charts


class Flag(StrEnum):
    """Why there is no figure."""

    PUBLISHED = "v"
    TOP_CODED = "#"
    WITHHELD = "*"
    NOT_APPLICABLE = "-"


class Unit(StrEnum):
    YEAR = "year"
    MONTH = "month"
    HOUR = "hour"


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure in cents; None with its flag. A top-coded one is at least `value`."""

    cents: int | None
    flag: Flag = Flag.PUBLISHED

    @property
    def is_open(self) -> bool:
        return self.flag == Flag.TOP_CODED

    @property
    def dollars(self) -> int | None:
        return None if self.cents is None else (self.cents + 50) // 100


@dataclass(frozen=True, slots=True)
class Pay:
    """The pay of an occupation in one unit: the mean and five percentiles."""

    unit: Unit
    mean: Amount
    p10: Amount
    p25: Amount
    p50: Amount
    p75: Amount
    p90: Amount

    @property
    def percentiles(self) -> tuple[tuple[int, Amount], ...]:
        return ((10, self.p10), (25, self.p25), (50, self.p50), (75, self.p75), (90, self.p90))

    @property
    def is_known(self) -> bool:
        """Whether any figure is published, or known to be at least an amount."""
        return any(amount.cents is not None for _, amount in self.percentiles)

    @property
    def missing(self) -> Flag | None:
        """Why no figure is known; None if any is."""
        return None if self.is_known else self.p50.flag


MONTHS = 12
CURRENCY = "USD"
HOURLY_END = 100  # dollars an hour, for pay that is only published by the hour


def annual_pay(wage: Wage, release: Release) -> Pay:
    return _pay(wage, Unit.YEAR, "annual", 100, _top_cents(release))


def hourly_pay(wage: Wage, release: Release) -> Pay:
    return _pay(wage, Unit.HOUR, "hourly", 1, release.top_hourly)


def pay_axis(unit: Unit) -> charts.PayAxis:
    """The axis on which pay is drawn: by the year that of all pages, by the hour one of its own."""
    if unit == Unit.HOUR:
        return charts.PayAxis(CURRENCY, HOURLY_END, is_fixed=True)
    return charts.pay_axis(CURRENCY)


def pay_strip(pay: Pay) -> charts.PayStrip | None:
    """The strip of pay by the year or hour; None without figures."""
    figures = [charts.Figure(amount.dollars, amount.is_open) for _, amount in pay.percentiles]
    return charts.distribution_strip(pay_axis(pay.unit), figures)


def monthly_pay(annual: Pay) -> Pay:
    """A twelfth of the yearly pay, rounded half up to a cent: derived, not published."""
    amounts = {
        name: Amount(None if amount.cents is None else (2 * amount.cents + MONTHS) // (2 * MONTHS), amount.flag)
        for name, amount in ((name, getattr(annual, name)) for name in PERCENTILES)
    }
    return Pay(unit=Unit.MONTH, **amounts)


def median_pay(
    annual: int | None, annual_flags: str, hourly: int | None, hourly_flags: str, release: Release
) -> tuple[Amount, Amount]:
    """The median by the year and by the hour, from the columns of a wage."""
    year = _amount("p50", annual, annual_flags, 100, _top_cents(release))
    return year, _amount("p50", hourly, hourly_flags, 1, release.top_hourly)


def yearly_ends(p10: int | None, p90: int | None, flags: str, release: Release) -> tuple[Amount, Amount]:
    """The 10th and the 90th percentile by the year, from the columns of a wage."""
    top = _top_cents(release)
    return _amount("p10", p10, flags, 100, top), _amount("p90", p90, flags, 100, top)


def _pay(wage: Wage, unit: Unit, prefix: str, cents: int, top: int | None) -> Pay:
    """The pay of a unit; `cents` are those of one stored unit, `top` is the amount of a top-coded figure."""
    flags = getattr(wage, f"{prefix}_flags")
    amounts = {name: _amount(name, getattr(wage, f"{prefix}_{name}"), flags, cents, top) for name in PERCENTILES}
    return Pay(unit=unit, **amounts)


def _amount(name: str, value: int | None, flags: str, cents: int, top: int | None) -> Amount:
    flag = Flag(flags[PERCENTILES.index(name)]) if flags else Flag.PUBLISHED
    known = top if flag == Flag.TOP_CODED else None if value is None else value * cents
    return Amount(known, flag)


def _top_cents(release: Release) -> int | None:
    """The yearly pay from which on no figure is published, in cents."""
    return None if release.top_annual is None else release.top_annual * 100
