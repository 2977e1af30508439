"""Ranges of pay, read and written."""

import re
from dataclasses import replace

from guides.document.figures.money import Money, amount_pattern, codes_of, is_round, money_of, read_amount, write_money
from guides.document.figures.numbers import LONGEST_FIGURE

Ends = tuple[Money | None, Money | None]

RANGE = re.compile(rf"{amount_pattern('low_')}(?:\ ?[-–—−]\ ?|\ to\ ){amount_pattern('high_')}")
_LABEL = re.compile(r"range\s*:?\s*", re.IGNORECASE)


def without_label(text: str) -> str:
    """The words of a range after `Range:`."""
    label = _LABEL.match(text)
    return text[label.end() :] if label else text


def read_range(text: str) -> Ends | None:
    """`Range: $29k - $56k+ USD`, `from $29k`, `up to $56k`; None if it is not a range of whole amounts a year."""
    ends = read_ends(without_label(text)) if len(text) <= LONGEST_FIGURE else None
    return ends if ends and all(money.is_yearly for money in ends if money) else None


def read_ends(words: str) -> Ends | None:
    """Any range: `$29k - $56k+ USD`, `$18.50 - $25 an hour`, `from £120 per day`; its ends have one period."""
    if len(words) > LONGEST_FIGURE:
        return None
    if bound := re.match(r"(from|up to) ", words, re.IGNORECASE):
        money = read_amount(words[bound.end() :])
        if not money:
            return None
        if bound[1].lower() == "up to":
            return None, money
        return None if money.is_open else (money, None)
    match = RANGE.fullmatch(words)
    european = bool(match and "EUR" in codes_of(match, "low_") | codes_of(match, "high_"))
    low, high = (money_of(match, end, european=european) for end in ("low_", "high_")) if match else (None, None)
    if not low or not high or low.is_open:
        return None
    if high.scaled and not low.scaled and low.amount < 1000:  # in "$29-56k" the first amount could be 29 or 29k
        return None
    period = low.period or high.period
    return (replace(low, period=period), replace(high, period=period)) if high.period in ("", period) else None


def write_range(low: int | None, high: int | None, currency: str | None, *, is_open: bool) -> str:
    """`$29k - $56k+ USD`, `from $29k USD`, `up to $56k+ USD`; empty without an end.

    Both ends are in thousands or neither: in `$29 - $56k` the first amount could be 29 or 29k.
    """
    if low is None or high is None:
        ends = (
            "" if low is None else f"from {write_money(low, currency)}",
            "" if high is None else f"up to {write_money(high, currency, is_open=is_open)}",
        )
        return "".join(ends)
    in_thousands = is_round(low) and is_round(high)
    bottom = write_money(low, currency, in_thousands=in_thousands).removesuffix(f" {currency}")
    return f"{bottom} - {write_money(high, currency, is_open=is_open, in_thousands=in_thousands)}"
