"""Amounts of money, read and written: whole amounts a year, and pay in cents, by another period or without a limit."""

import re
from dataclasses import dataclass

from guides.document.figures.numbers import ENGLISH, EUROPEAN, LONGEST_FIGURE, SPACED, START, read_number

SYMBOLS = {"€": "EUR", "£": "GBP", "₹": "INR", "US$": "USD", "CA$": "CAD", "C$": "CAD", "AU$": "AUD", "A$": "AUD"}
OWN_SYMBOLS = {"USD": "$", "CAD": "$", "AUD": "$", "EUR": "€", "GBP": "£", "INR": "₹"}
DOLLARS = ("USD", "CAD", "AUD")

CURRENCIES = ("USD", "EUR", "GBP", "CAD", "AUD", "INR")
CODE = "|".join(CURRENCIES)
ANY_CODE = f"(?i:{CODE})"
SYMBOL = r"(?:US|CA|C|AU|A)?\$|[€£₹]"
_UNITS = {
    "year": (r"year|yr", r"per\ annum|p\.\ ?a\.|annually|yearly"),
    "hour": (r"hour|hr|h", r"hourly"),
    "day": (r"day", r"daily"),
    "week": (r"week|wk", r"weekly"),
    "month": (r"month|mo", r"monthly"),
}
_PERIODS = {
    period: re.compile(rf"(?:(?:an?|per|each|every)\ |/\ ?)(?:{unit})\b|{adverb}", re.IGNORECASE)
    for period, (unit, adverb) in _UNITS.items()
}
PERIOD = f"(?i:{'|'.join(form.pattern for form in _PERIODS.values())})"
# What makes an amount unclear, and how to write it.
_UNCLEAR = {
    re.compile(rf"{START}\d{{1,3}}(?:\.\d{{3}})+(?!\d)"): "commas between thousands, such as 39,120",
    re.compile(rf"{START}\d{{1,3}}(?:\ \d{{3}})+(?!\d)"): "commas between thousands, such as 39,120",
    re.compile(rf"{START}\d+,\d{{1,2}}(?![\d,])"): "a point before cents, such as 18.50",
    re.compile(rf"{START}\d{{1,3}}\.\d{{1,2}}(?![\d.])(?!.*{PERIOD})"): "the period of the pay, such as $18.50 an hour",
}


def amount_pattern(prefix: str = "", *, spaced: bool = True) -> str:
    """The pattern of an amount; the prefix of its group names allows two amounts in one pattern.

    With `spaced`, spaces between thousands belong to the number.
    """
    european = f"{EUROPEAN}|{SPACED}" if spaced else EUROPEAN
    return (
        rf"(?P<{prefix}words>(?:(?P<{prefix}before>{ANY_CODE})\ ?)?(?P<{prefix}symbol>{SYMBOL})?\ ?"
        rf"(?P<{prefix}number>{START}(?:(?:{european})(?![.,]?\d)|{ENGLISH}))"
        rf"\ ?(?P<{prefix}scale>(?:[kKmM](?![a-z]))?)(?P<{prefix}open>\+)?"
        # A symbol may follow a figure only if none precedes it: in `€36k€38k` it belongs to the next amount.
        rf"(?:\ ?(?P<{prefix}after>{ANY_CODE}|(?({prefix}symbol)(?!)|[€£₹]))(?P<{prefix}late_open>\+)?)?"
        rf"(?:\ ?(?P<{prefix}period>{PERIOD})(?:\ ?(?P<{prefix}late>{ANY_CODE}))?)?)"
    )


AMOUNT = re.compile(amount_pattern())


@dataclass(frozen=True, slots=True)
class Money:
    """An amount as written: `code` if the text states one, `dollar` for a bare `$`, `period` if it is stated."""

    cents: int
    code: str | None
    dollar: bool
    is_open: bool
    scaled: bool
    period: str
    words: str

    @property
    def amount(self) -> int:
        """The whole units of the currency."""
        return self.cents // 100

    @property
    def is_yearly(self) -> bool:
        """Whether it is a whole amount a year, as amounts without a period are."""
        return self.period in ("", "year") and self.cents % 100 == 0

    def may_be(self, code: str) -> bool:
        """Whether the amount may be in this currency."""
        return self.code in (None, code) and (not self.dollar or code in DOLLARS)


def read_amount(text: str) -> Money | None:
    """Any amount: `$39,120 USD`, `39k`, `$18.50 an hour`, `€3.450,00 monthly`, with or without `+`."""
    match = AMOUNT.fullmatch(text) if len(text) <= LONGEST_FIGURE else None
    return money_of(match) if match else None


def read_money(text: str) -> Money | None:
    """`$39,120 USD`, `39k`, `€1.2M`, `39.120 €`, with or without `+`; None if it is not a whole amount a year."""
    money = read_amount(text)
    return money if money and money.is_yearly else None


def find_amounts(text: str) -> list[Money]:
    """The whole amounts a year in prose: figures with a symbol or a currency's code."""
    found = (match for match in AMOUNT.finditer(text) if match["before"] or match["symbol"] or match["after"])
    return [money for match in found if (money := money_of(match)) is not None and money.is_yearly]


def expected_amount(text: str, usual: str) -> str:
    """What to write instead of an amount that cannot be read; `usual` if nothing in it is unclear."""
    found = (words for form, words in _UNCLEAR.items() if form.search(text[:LONGEST_FIGURE]))
    return next(found, usual)


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


def codes_of(match: re.Match[str], prefix: str = "") -> set[str]:
    """The currencies that a matched amount states."""
    stated = ((match[prefix + name] or "").upper() for name in ("before", "symbol", "after", "late"))
    return {SYMBOLS.get(words, words) for words in stated} - {"", "$"}


def money_of(match: re.Match[str], prefix: str = "", *, european: bool = False) -> Money | None:
    """A matched amount; None if its number is unclear, or its symbol and code are of different currencies.

    With `european`, the text around it states euros.
    """
    group = {name.removeprefix(prefix): value for name, value in match.groupdict().items() if name.startswith(prefix)}
    codes, dollar = codes_of(match, prefix), group["symbol"] == "$"
    value = read_number(group["number"], group["scale"], european=european or "EUR" in codes)
    if value is None or len(codes) > 1 or (dollar and not codes <= set(DOLLARS)):
        return None
    return Money(
        cents=int(value * 100),
        code=next(iter(codes), None),
        dollar=dollar,
        is_open=bool(group["open"] or group["late_open"]),
        scaled=bool(group["scale"]),
        period=_period_of(group["period"]),
        words=group["words"].strip(),
    )


def _period_of(words: str | None) -> str:
    return next((period for period, form in _PERIODS.items() if words and form.fullmatch(words)), "")
