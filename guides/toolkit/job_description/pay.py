"""Pay as recruiters state it: an amount or a range in one field, or two amounts, for any period."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from guides.document.figures import Money, expected_amount, read_amount, read_ends
from guides.document.other_pay import HIGHEST_CENTS
from guides.rendering.money import format_money, format_range
from guides.toolkit.fields import WordsField

PERIODS = {"year": "a year", "month": "a month", "week": "a week", "day": "a day", "hour": "an hour"}
USUAL_PERIOD = "year"
FULL_TIME = {"year": 1, "month": 12, "week": 52, "day": 260, "hour": 2_080}  # of each period in a year
# What full-time work can pay a year; beyond it, the amount or its period is not what was meant.
LEAST_A_YEAR, MOST_A_YEAR = 1_000, 2_000_000
SMALL_UNITS = {"INR": 50}  # how many times these amounts, in currencies with smaller units
USUAL = "an amount or a range, such as 18.50, 60k or $38,000 - 42,000"
Amount = int | Decimal
Typed = tuple[Money, ...] | tuple[Money | None, Money | None]


class PayError(Exception):
    """What is wrong with the pay, and in which field of the form."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """A pay range, or one end of it, in units of a currency with or without cents, per `year`, `month` and so on."""

    low: Amount | None
    high: Amount | None
    currency: str
    period: str = USUAL_PERIOD

    def __str__(self) -> str:
        has_cents = any(end is not None and end % 1 for end in (self.low, self.high))
        low, high = (self._words(end, has_cents) for end in (self.low, self.high))
        return f"{low if low == high else format_range(low, high)} {PERIODS[self.period]}"

    def _words(self, end: Amount | None, has_cents: bool) -> str:
        if end is None:
            return ""
        return format_money(Decimal(end).quantize(Decimal("0.01")) if has_cents else int(end), self.currency)

    @property
    def width(self) -> float | None:
        """How wide the range is as a share of its midpoint; None if an end is not stated."""
        if self.low is None or self.high is None:
            return None
        return float(2 * (self.high - self.low) / (self.high + self.low))


class PayField(WordsField):
    """An amount or a range in words: `39120`, `$39k`, `18.50 an hour`, `$38,000 - 42,000`, `from 18.50`.

    In Python, a tuple of one Money, or of the two ends of a range, one of which may be None.
    """

    widget = forms.TextInput(attrs={"autocomplete": "off"})

    def to_python(self, value: Any) -> Typed:
        words = super().to_python(value)
        if not words:
            return ()
        amount = read_amount(words)
        ends = (amount,) if amount else read_ends(words)
        if ends is None or not all(0 < money.cents <= HIGHEST_CENTS for money in ends if money):
            raise ValidationError(f"Write {expected_amount(words, USUAL)}.")
        if any(money.is_open for money in ends if money):
            raise ValidationError("Write the amount without a plus sign.")
        return ends

    def run_validators(self, value: Any) -> None:
        """Run no further validators: `to_python` already rejects what is not pay."""


def read_pay(low: Typed, high: Typed, currency: str, period: str) -> Pay | None:
    """Return the pay of the form's two fields of pay, its currency and its period; None if none is stated.

    A period in the words of an amount counts before the usual one. Raises PayError.
    """
    if not (low or high):
        return None
    first, last = ends = _ends(low, high)
    stated = [money for money in ends if money]
    period = _period(stated, period or USUAL_PERIOD)
    currency = currency or next((money.code for money in stated if money.code), "")
    if not currency:
        raise PayError("currency", "Choose the currency of the pay.")
    if not all(money.may_be(currency) for money in stated):
        raise PayError("currency", "The amounts are in another currency.")
    if first and last and first.cents > last.cents:
        raise PayError("pay_high" if high else "pay_low", "The end of the range is below its beginning.")
    for money in stated:
        _check_period(_amount(money), currency, period)
    return Pay(low=first and _amount(first), high=last and _amount(last), currency=currency, period=period)


def _ends(low: Typed, high: Typed) -> tuple[Money | None, Money | None]:
    if low and high and len(low) + len(high) > 2:
        raise PayError("pay_high", "One of the two fields has a range already: leave the other empty.")
    if len(low) == 2 or len(high) == 2:
        first, last = low or high
        return first, last
    return (low[0] if low else None), (high[0] if high else None)


def _period(stated: list[Money], chosen: str) -> str:
    """Return the period in the words of the amounts, otherwise the chosen one."""
    periods = {money.period for money in stated} - {""}
    if len(periods) > 1:
        raise PayError("pay_high", "The two amounts are for different periods.")
    period = next(iter(periods), chosen)
    if chosen not in (period, USUAL_PERIOD):
        raise PayError("period", f"The amount says “{PERIODS[period]}”. Choose the same here.")
    return period


def _check_period(amount: Amount, currency: str, period: str) -> None:
    """Ask about an amount that nobody is paid in that period."""
    yearly, times = amount * FULL_TIME[period], SMALL_UNITS.get(currency, 1)
    if LEAST_A_YEAR * times <= yearly <= MOST_A_YEAR * times:
        return
    question = f"Is it {Pay(low=amount, high=amount, currency=currency, period=period)}?"
    full_time = f" Full-time, that is about {format_money(int(yearly), currency)} a year."
    raise PayError("period", f"{question}{full_time if period != 'year' else ''} Check the amount and the period.")


def _amount(money: Money) -> Amount:
    return Decimal(money.cents) / 100 if money.cents % 100 else money.amount
