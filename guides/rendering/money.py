"""Compare and format amounts of money; format growth."""

from decimal import Decimal
from typing import Literal, Protocol

from guides.document.countries import code_or_words

SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "CAD": "CA$", "AUD": "A$", "INR": "₹"}
MINUS = "−"


class Pay(Protocol):
    """A median a year, with its currency and country."""

    @property
    def median_salary(self) -> int | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def country(self) -> str | None: ...


def median_obstacle(first: Pay, other: Pay) -> Literal["", "unknown", "currency", "country"]:
    """Return the reason why two medians cannot be compared, empty if they can."""
    if first.median_salary is None or other.median_salary is None:
        return "unknown"
    if first.currency != other.currency:
        return "currency"
    countries = {code_or_words(pay.country) for pay in (first, other) if pay.country}
    return "country" if len(countries) > 1 else ""


def median_difference(first: Pay, other: Pay) -> int | None:
    """Return how much higher the other median is, or None if the two cannot be compared."""
    return None if median_obstacle(first, other) else other.median_salary - first.median_salary


def format_money(amount: int | Decimal, currency: str | None) -> str:
    """`$39,120`, or with the code of a currency that has no symbol here: `CHF 40,000`."""
    symbol = SYMBOLS.get(currency or "", f"{currency} " if currency else "")
    return f"{MINUS if amount < 0 else ''}{symbol}{abs(amount):,}"


def format_money_short(amount: int, currency: str | None) -> str:
    """For the marks of an axis: `$20k`, `$1.5M`."""
    for unit, letter in ((10**9, "bn"), (10**6, "M"), (10**3, "k")):
        if amount >= unit:
            return format_money(amount // unit, currency) + _fraction(amount % unit / unit) + letter
    return format_money(amount, currency)


def _fraction(part: float) -> str:
    return f"{part:.3f}".rstrip("0").lstrip("0").rstrip(".")


def format_range(low: str, high: str) -> str:
    """`$29,000 to $56,000`, `from $29,000`, `up to $56,000`; the ends are formatted already, or empty if unknown."""
    if low and high:
        return f"{low} to {high}"
    return f"from {low}" if low else f"up to {high}" if high else ""


def format_difference(amount: int, currency: str | None) -> str:
    """`+$2,880`, `−$400`, or `the same`."""
    if amount == 0:
        return "the same"
    return ("+" if amount > 0 else "") + format_money(amount, currency)


def format_comparison(amount: int, currency: str | None) -> str:
    """`$2,880 more`, `$400 less`, or `the same`."""
    if amount == 0:
        return "the same"
    return f"{format_money(abs(amount), currency)} {'more' if amount > 0 else 'less'}"


def format_growth(percent: int | float) -> str:
    """`+5%`, `−2.5%`, `0%`."""
    sign = "+" if percent > 0 else MINUS if percent < 0 else ""
    return f"{sign}{abs(percent):,}%"
