"""Counts of openings and percentages."""

import re
from decimal import Decimal

from guides.document.figures.numbers import LONGEST_FIGURE, NUMBER, read_number

COUNT = re.compile(
    rf"(?P<about>≈|~|about |approximately |around |roughly )?\s?(?P<number>{NUMBER})\s?(?P<scale>[kKmM]?)"
    r"(?: (?:job )?openings?(?: annually| a year| per year| each year)?)?",
    re.IGNORECASE,
)
PERCENT = re.compile(
    r"(?P<sign>[-−–+]?)\s?(?P<number>(?<!\d)\d++(?:\.\d++|,\d{1,2}(?!\d))?)\s?(?:%|percent)(?: \((?P<note>\D+)\))?",
    re.IGNORECASE,
)


def read_count(text: str) -> tuple[int, bool] | None:
    """A count of openings and whether it is approximate: `≈330k`, `about 330,000`, `1200`."""
    match = COUNT.fullmatch(text) if len(text) <= LONGEST_FIGURE else None
    count = read_number(match["number"], match["scale"]) if match else None
    if match is None or count is None or count != count.to_integral_value():
        return None
    return int(count), bool(match["about"])


def read_percent(text: str) -> tuple[int | float, str] | None:
    """A percentage and the note in parentheses after it: `5%`, `-2.5%`, `5,5 %`, `5% (as fast as average)`."""
    match = PERCENT.fullmatch(text) if len(text) <= LONGEST_FIGURE else None
    if not match:
        return None
    value = Decimal(match["number"].replace(",", ".")) * (1 if match["sign"] in ("", "+") else -1)
    return (int(value) if value == value.to_integral_value() else float(value)), match["note"] or ""


def find_percents(text: str) -> list[int | float]:
    """The percentages in prose."""
    return [percent[0] for match in PERCENT.finditer(text) if (percent := read_percent(match[0]))]
