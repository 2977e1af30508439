"""Numbers as texts write them: `39,120`, `3,00,000`, `1.2M`, and with the currency of Europe `39.120,50`."""

import re
from decimal import Decimal

LONGEST_FIGURE, LONGEST_ROW = 120, 500

ENGLISH = r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}|\d+)(?:\.\d+)?"
EUROPEAN = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d+,\d{1,2}"
SPACED = r"\d{1,3}(?:\ \d{3})+(?:,\d{1,2})?"
START = r"(?<![\d.,])"
NUMBER = rf"{START}{ENGLISH}"

_EUROPEAN = re.compile(f"{EUROPEAN}|{SPACED}")
_ONE_DOT = re.compile(r"\d+\.\d+")
_SCALES = {"": 1, "k": 1000, "m": 1_000_000}


def read_number(number: str, scale: str, *, european: bool = False) -> Decimal | None:
    """The value of a number; None if it is unclear whether a dot or a comma begins decimals.

    Only the currency makes `39.120` and `39,12` clear. With a scale one dot begins decimals: `39.120k`.
    """
    if _EUROPEAN.fullmatch(number) and not (scale and _ONE_DOT.fullmatch(number)):
        if not european:
            return None
        number = number.replace(".", "").replace(" ", "").replace(",", ".")
    number = number.replace(",", "")
    if not scale and re.search(r"\.(?!\d\d?$)", number):
        return None
    value = Decimal(number) * _SCALES[scale.lower()]
    return None if scale and value != value.to_integral_value() else value
