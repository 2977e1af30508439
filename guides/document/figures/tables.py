"""The rows and the header of a pay table."""

import re

from guides.document.figures.money import ANY_CODE, CODE, PERIOD, SYMBOL, Money, amount_pattern, money_of, read_amount
from guides.document.figures.numbers import LONGEST_FIGURE, LONGEST_ROW, NUMBER

# Before glued amounts, a title ends at a space or at the symbol or code of the first amount.
ROW = re.compile(
    rf"(?P<title>.*?\S)(?:\ +|(?=[$€£₹])|(?<![A-Z])(?={CODE}))"
    rf"{amount_pattern('median_', spaced=False)}\ *{amount_pattern('average_', spaced=False)}"
)
_FIGURE = rf"{NUMBER}\ ?[kKmM]?\+?"
_AMOUNT = (
    rf"(?:(?:{SYMBOL}|(?<![A-Za-z]){ANY_CODE})\ ?{_FIGURE}|{_FIGURE}\ ?(?:{ANY_CODE}|[$€£₹])"
    r"|(?<![\d.,])(?:\d{2,3}\ ?[kK]|\d{1,3}(?:,\d{3})+|\d{5,})\+?)"
)
AMOUNT_AT_END = re.compile(rf"{_AMOUNT}$")
PAY_AT_END = re.compile(rf"(?:{_AMOUNT}|\d)\ ?{PERIOD}$")
# Stands for an average that is not known, and what the writer puts there.
NOT_KNOWN = ("–", "—", "-", "n/a")
_COUNTRY = r"[A-Za-z][A-Za-z .'-]*?"
HEADER = re.compile(
    rf"(?:experience\s*)?level\s*(?:(?P<country>{_COUNTRY})\s*median\s*(?P=country)\s*average|median\s*average)",
    re.IGNORECASE,
)


def read_row(cells: str) -> tuple[str, Money, Money | None] | None:
    """Read a row of the pay table: a title, its median and its average, or None if it is no row.

    The amounts may follow each other without tabs or two spaces between; a dash for the average may not.
    """
    if len(cells) > LONGEST_ROW:
        return None
    parts = [" ".join(part.split()) for part in re.split(r"\t+|\s{2,}", cells)]
    if len(parts) == 3:
        title, median, average = parts[0], read_amount(parts[1]), read_amount(parts[2])
        if median and parts[2].lower() in NOT_KNOWN:
            return title, median, None
    elif match := ROW.fullmatch(" ".join(cells.split())):
        title, median, average = match["title"], money_of(match, "median_"), money_of(match, "average_")
    else:
        return None
    return (title, median, average) if median and average else None


def ends_in_amount(title: str) -> bool:
    """Whether a title ends in an amount, as in a pay table row with three amounts; the 2 of `Welder 2` is not one."""
    return AMOUNT_AT_END.search(title[-LONGEST_FIGURE:]) is not None


def ends_in_pay(title: str) -> bool:
    """Whether a title ends in an amount or in pay by a period, such as `Welder $18 an hour`."""
    return ends_in_amount(title) or PAY_AT_END.search(title[-LONGEST_FIGURE:]) is not None


def read_header(text: str) -> tuple[bool, str | None]:
    """Whether a line is the pay table's header, and its country (`US Median`)."""
    match = HEADER.fullmatch(text) if len(text) <= LONGEST_FIGURE else None
    return bool(match), match["country"] if match else None


def write_header(country: str | None) -> str:
    """The pay table's header as in the texts, glued: `LevelUS MedianUS Average`."""
    return f"Level{country} Median{country} Average" if country else "LevelMedianAverage"
