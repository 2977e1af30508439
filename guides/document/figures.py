"""Figures in text, read and written: amounts of money, ranges, counts, percentages and years of experience."""

import re
from dataclasses import dataclass
from decimal import Decimal

SYMBOLS = {"€": "EUR", "£": "GBP", "₹": "INR", "US$": "USD", "CA$": "CAD", "C$": "CAD", "AU$": "AUD", "A$": "AUD"}
OWN_SYMBOLS = {"USD": "$", "CAD": "$", "AUD": "$", "EUR": "€", "GBP": "£", "INR": "₹"}
DOLLARS = ("USD", "CAD", "AUD")
LONGEST_FIGURE, LONGEST_ROW = 120, 500

CODE = "USD|EUR|GBP|CAD|AUD|INR"
_ANY_CODE = f"(?i:{CODE})"
_SYMBOL = r"(?:US|CA|C|AU|A)?\$|[€£₹]"
_NUMBER = r"(?<![\d.,])(?:\d{1,3}(?:,\d{2,3})*,\d{3}|\d+)(?:\.\d+)?"


def _money(prefix: str = "") -> str:
    """The pattern of an amount; the prefix of its group names allows two amounts in one pattern."""
    return (
        rf"(?:(?P<{prefix}before>{_ANY_CODE})\ ?)?(?P<{prefix}symbol>{_SYMBOL})?\ ?"
        rf"(?P<{prefix}number>{_NUMBER})\ ?(?P<{prefix}scale>[kKmM]?)(?P<{prefix}open>\+)?"
        # A symbol may follow a figure only if none precedes it: in `€36k€38k` it belongs to the next amount.
        rf"(?:\ ?(?P<{prefix}after>{_ANY_CODE}|(?({prefix}symbol)(?!)|[€£₹]))(?P<{prefix}late_open>\+)?)?"
        r"(?:\ ?(?:a\ year|per\ year|per\ annum|p\.\ ?a\.|annually|/\ ?(?:year|yr)))?"
    )


MONEY = re.compile(_money())
RANGE = re.compile(rf"(?:{_money('low_')})(?:\ ?[-–—−]\ ?|\ to\ )(?:{_money('high_')})")
# Before glued amounts, a title ends at a space or at the symbol or code of the first amount.
ROW = re.compile(
    rf"(?P<title>.*?\S)(?:\ +|(?=[$€£₹])|(?<![A-Z])(?={CODE}))(?:{_money('median_')})\ *(?:{_money('average_')})"
)
_FIGURE = rf"{_NUMBER}\ ?[kKmM]?\+?"
AMOUNT_AT_END = re.compile(
    rf"(?:(?:{_SYMBOL}|(?<![A-Za-z]){_ANY_CODE})\ ?{_FIGURE}|{_FIGURE}\ ?(?:{_ANY_CODE}|[$€£₹])"
    r"|(?<![\d.,])(?:\d{2,3}\ ?[kK]|\d{1,3}(?:,\d{3})+|\d{5,})\+?)$"
)
_COUNTRY = r"[A-Za-z][A-Za-z .'-]*?"
HEADER = re.compile(
    rf"(?:experience\s*)?level\s*(?:(?P<country>{_COUNTRY})\s*median\s*(?P=country)\s*average|median\s*average)",
    re.IGNORECASE,
)
COUNT = re.compile(
    rf"(?P<about>≈|~|about |approximately |around |roughly )?\s?(?P<number>{_NUMBER})\s?(?P<scale>[kKmM]?)"
    r"(?: (?:job )?openings?(?: annually| a year| per year| each year)?)?",
    re.IGNORECASE,
)
PERCENT = re.compile(
    r"(?P<sign>[-−–+]?)\s?(?P<number>\d+(?:\.\d+)?)\s?(?:%|percent)(?: \((?P<note>\D+)\))?", re.IGNORECASE
)
YEARS = re.compile(
    r"(?:(?P<low>\d{1,2}) ?[-–—] ?(?P<high>\d{1,2})|(?P<least>\d{1,2})\+|(?P<exact>\d{1,2})|up to (?P<most>\d{1,2}))"
    r" years?(?: (?:of experience|total experience|experience|total))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole units as written: `code` if the text states one, `dollar` for a bare `$`."""

    amount: int
    code: str | None
    dollar: bool
    is_open: bool
    scaled: bool

    def may_be(self, code: str) -> bool:
        """Whether the amount may be in this currency."""
        return self.code in (None, code) and (not self.dollar or code in DOLLARS)


def read_money(text: str) -> Money | None:
    """`$39,120 USD`, `39k`, `€1.2M`, `INR 3,00,000`, with or without `+`; None if it is not a whole amount."""
    match = MONEY.fullmatch(text) if len(text) <= LONGEST_FIGURE else None
    return _as_money(match) if match else None


def find_amounts(text: str) -> list[Money]:
    """The amounts of money in prose: figures with a symbol or a currency's code."""
    found = (match for match in MONEY.finditer(text) if match["before"] or match["symbol"] or match["after"])
    return [money for match in found if (money := _as_money(match)) is not None]


def find_percents(text: str) -> list[int | float]:
    """The percentages in prose."""
    return [percent[0] for match in PERCENT.finditer(text) if (percent := read_percent(match[0]))]


def read_range(text: str) -> tuple[Money | None, Money | None] | None:
    """`Range: $29k - $56k+ USD`, `from $29k`, `up to $56k`; None if it is not a range."""
    if len(text) > LONGEST_FIGURE:
        return None
    words = re.sub(r"^range\s*:?\s*", "", text, flags=re.IGNORECASE)
    if bound := re.match(r"(from|up to) ", words, re.IGNORECASE):
        money = read_money(words[bound.end() :])
        if not money:
            return None
        if bound[1].lower() == "up to":
            return None, money
        return None if money.is_open else (money, None)
    match = RANGE.fullmatch(words)
    low, high = (_as_money(match, "low_"), _as_money(match, "high_")) if match else (None, None)
    if not low or not high or low.is_open:
        return None
    if high.scaled and not low.scaled and low.amount < 1000:  # in "$29-56k" the first amount could be 29 or 29k
        return None
    return low, high


def read_row(cells: str) -> tuple[str, Money, Money] | None:
    """Read a row of the pay table: a title and two amounts, with or without tabs or two spaces between; else None."""
    if len(cells) > LONGEST_ROW:
        return None
    parts = [" ".join(part.split()) for part in re.split(r"\t+|\s{2,}", cells)]
    if len(parts) == 3:
        title, median, average = parts[0], read_money(parts[1]), read_money(parts[2])
    elif match := ROW.fullmatch(" ".join(cells.split())):
        title, median, average = match["title"], _as_money(match, "median_"), _as_money(match, "average_")
    else:
        return None
    if not median or not average or median.is_open or average.is_open:
        return None
    return title, median, average


def ends_in_amount(title: str) -> bool:
    """Whether a title ends in an amount, as in a pay table row with three amounts; the 2 of `Welder 2` is not one."""
    return AMOUNT_AT_END.search(title[-LONGEST_FIGURE:]) is not None


def read_header(text: str) -> tuple[bool, str | None]:
    """Whether a line is the pay table's header, and its country (`US Median`)."""
    match = HEADER.fullmatch(text) if len(text) <= LONGEST_FIGURE else None
    return bool(match), match["country"] if match else None


def read_count(text: str) -> tuple[int, bool] | None:
    """A count of openings and whether it is approximate: `≈330k`, `about 330,000`, `1200`."""
    match = COUNT.fullmatch(text) if len(text) <= LONGEST_FIGURE else None
    count = _whole(match["number"], match["scale"]) if match else None
    return None if match is None or count is None else (count, bool(match["about"]))


def read_percent(text: str) -> tuple[int | float, str] | None:
    """A percentage and the note in parentheses after it: `5%`, `-2.5%`, `5% (as fast as average)`."""
    match = PERCENT.fullmatch(text) if len(text) <= LONGEST_FIGURE else None
    if not match:
        return None
    value = Decimal(match["number"]) * (1 if match["sign"] in ("", "+") else -1)
    return (int(value) if value == value.to_integral_value() else float(value)), match["note"] or ""


def read_years(experience: str) -> tuple[int | None, int | None]:
    """Read the least and most years of a level: `0-1 year`, `18+ years`, `up to 2 years`; None if not stated."""
    match = YEARS.fullmatch(experience) if len(experience) <= LONGEST_FIGURE else None
    if not match:
        return None, None
    years = {name: int(value) for name, value in match.groupdict().items() if value is not None}
    if "exact" in years:
        return years["exact"], years["exact"]
    return years.get("low", years.get("least")), years.get("high", years.get("most"))


def write_header(country: str | None) -> str:
    """The pay table's header as in the texts, glued: `LevelUS MedianUS Average`."""
    return f"Level{country} Median{country} Average" if country else "LevelMedianAverage"


def is_round(amount: int) -> bool:
    """Whether an amount can be written in thousands."""
    return amount != 0 and amount % 1000 == 0


def write_amount(amount: int, *, in_thousands: bool = True) -> str:
    """`36k` if that is exact, otherwise `39,120`."""
    return f"{amount // 1000}k" if in_thousands and is_round(amount) else f"{amount:,}"


def write_money(amount: int, currency: str | None, *, is_open: bool = False, in_thousands: bool = True) -> str:
    """`$36k USD`, `$56k+ USD`; without a currency only the figure."""
    figure = write_amount(amount, in_thousands=in_thousands) + ("+" if is_open else "")
    return f"{OWN_SYMBOLS[currency]}{figure} {currency}" if currency else figure


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


def _as_money(match: re.Match[str], prefix: str = "") -> Money | None:
    """A matched amount; None if it has cents, or a symbol and a code of different currencies."""
    group = {name.removeprefix(prefix): value for name, value in match.groupdict().items() if name.startswith(prefix)}
    amount = _whole(group["number"], group["scale"])
    stated = [(group[name] or "").upper() for name in ("before", "symbol", "after")]
    codes = {SYMBOLS.get(words, words) for words in stated} - {"", "$"}
    dollar = group["symbol"] == "$"
    if amount is None or len(codes) > 1 or (dollar and not codes <= set(DOLLARS)):
        return None
    return Money(
        amount, next(iter(codes), None), dollar, bool(group["open"] or group["late_open"]), bool(group["scale"])
    )


def _whole(number: str, scale: str) -> int | None:
    """A number with its scale as a whole amount; None for cents, and for `40.000`, which some write for 40,000."""
    if not scale and re.search(r"\.(?!00?$)", number):
        return None
    value = Decimal(number.replace(",", "")) * {"": 1, "k": 1000, "m": 1_000_000}[scale.lower()]
    return int(value) if value == value.to_integral_value() else None
