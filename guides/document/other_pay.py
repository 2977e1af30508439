"""Pay that is not a whole amount a year, as words: `$18.50 an hour`, `$239,200+`, `$18 - $25 an hour`."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from guides.document.figures import CODE, CURRENCIES, Money, read_amount, read_ends
from guides.document.kinds import Name, PayWords, one_of, read_from

PAY_FIGURES = ("median", "range", "average")
PAY_PERIODS = ("hour", "day", "week", "month", "year")
HIGHEST_CENTS = 10**14
# A smaller amount is unclear without its period: nobody is paid $18.50 a year.
LEAST_A_YEAR = 100_000
_LINE = re.compile(
    rf"(?P<figure>{'|'.join(PAY_FIGURES)})(?: \((?P<level>.+)\))?: (?P<words>[^:]+?)(?:, (?P<currency>{CODE}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPay:
    """Pay that is not a whole amount a year: by another period, with cents, or without an upper limit.

    It is shown and never counted. `figure` and `level` are what it belongs to, without a level the role itself. The
    amount or the ends of the range, in cents, and their period are read from `words`.
    """

    level: Name = ""
    figure: Annotated[str, one_of(PAY_FIGURES, longest=10)]
    words: PayWords
    cents: Annotated[int, read_from("words", "cents")] | None = None
    cents_high: Annotated[int, read_from("words", "cents")] | None = None
    is_open: Annotated[bool, read_from("words", "flag")] = False
    period: Annotated[str, read_from("words", "choice", longest=10, values=PAY_PERIODS)]
    currency: Annotated[str, one_of(CURRENCIES, longest=3)]


def amounts_of(figure: str, words: str) -> tuple[Money | None, Money | None]:
    """The amount in the words, or both ends if they are of a range; None twice if they cannot be read."""
    low, high = (read_ends(words) or (None, None)) if figure == "range" else (read_amount(words), None)
    is_unclear = any(not money.period and money.cents < LEAST_A_YEAR for money in (low, high) if money)
    return (None, None) if is_unclear else (low, high)


def read_other_pay(figure: str, words: str) -> dict[str, Any] | None:
    """The fields of other pay that are read from its words; None if they state no pay."""
    low, high = amounts_of(figure, words)
    last = high or low
    if last is None or not all(0 < money.cents <= HIGHEST_CENTS for money in (low, high) if money):
        return None
    return {
        "cents": low and low.cents,
        "cents_high": high and high.cents,
        "is_open": last.is_open,
        "period": last.period or "year",
    }


def is_yearly(figure: str, words: str) -> bool:
    """Whether the words state what the key facts hold: whole amounts a year, only a range without a limit."""
    found = [money for money in amounts_of(figure, words) if money]
    return all(money.is_yearly and (figure == "range" or not money.is_open) for money in found)


def read_line(text: str) -> dict[str, str] | None:
    """The parts of `Median (Apprentice): $18.50 an hour, USD`; the level and the currency may be missing."""
    match = _LINE.fullmatch(text)
    if not match:
        return None
    parts = {name: value or "" for name, value in match.groupdict().items()}
    return {**parts, "figure": parts["figure"].lower(), "currency": parts["currency"].upper()}


def write_line(pay: OtherPay) -> str:
    """`Median (Apprentice): $18.50 an hour, USD`."""
    level = f" ({pay.level})" if pay.level else ""
    return f"{pay.figure.capitalize()}{level}: {pay.words}, {pay.currency}"
