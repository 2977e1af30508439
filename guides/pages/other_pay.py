"""Pay that is not a whole amount a year, shown in the words of the guide."""

from collections.abc import Iterable
from dataclasses import dataclass

from guides.document.other_pay import OtherPay, amounts_of

FIGURE_WORDS = {"median": "Median pay", "average": "Average pay", "range": "Pay range"}


@dataclass(frozen=True, slots=True)
class PayLine:
    """Pay in words; `is_a_year` if the words state no period, and `currency` only if they do not state it."""

    level: str
    label: str
    words: str
    is_a_year: bool
    currency: str

    @property
    def text(self) -> str:
        """`$18.50 an hour (USD)`, `$239,200+ a year`."""
        return f"{self.words}{' a year' if self.is_a_year else ''}{f' ({self.currency})' if self.currency else ''}"


def pay_lines(other_pay: Iterable[OtherPay], *, of_levels: bool) -> tuple[PayLine, ...]:
    """The other pay of the levels, or of the role itself."""
    return tuple(_line(pay) for pay in other_pay if bool(pay.level) is of_levels)


def _line(pay: OtherPay) -> PayLine:
    stated = [money for money in amounts_of(pay.figure, pay.words) if money]
    has_period, has_code = any(money.period for money in stated), any(money.code for money in stated)
    return PayLine(
        level=pay.level,
        label=FIGURE_WORDS[pay.figure],
        words=pay.words,
        is_a_year=not has_period,
        currency="" if has_code else pay.currency,
    )
