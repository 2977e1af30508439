"""Where somebody's own pay stands between the published percentiles, in words and drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from guides.official.pay import Amount, Flag, Pay, Unit, pay_axis, pay_strip
from guides.official.words import PER, amount_words
from guides.rendering.charts.pay_strip import PayAxis, PayStrip

NAMES = {
    10: "the 10th percentile",
    25: "the 25th percentile",
    50: "the median",
    75: "the 75th percentile",
    90: "the 90th percentile",
}
SHARES = {10: "10%", 25: "a quarter", 50: "half", 75: "three quarters", 90: "90%"}
Percentile = tuple[int, Amount]  # with its number


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: a percentile or, with `is_own`, own pay."""

    label: str
    amount: str
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Own pay and the percentiles around it.

    `below` is the highest one under it, `above` the lowest one over it, and `equal` are the numbers of those that are
    the same amount. Of those in `unknown` only a lower bound is published, and own pay is not under it.
    """

    pay: Pay
    own: Amount
    below: Percentile | None
    equal: Sequence[int]
    above: Percentile | None
    unknown: Sequence[Percentile]

    @property
    def own_words(self) -> str:
        return own_words(self.own, self.pay.unit)

    def sentences(self, people: str) -> str:
        """What is certain about the pay of these people, such as `Actors in Texas`, and nothing more exact.

        N% of them earn the Nth percentile or less, and the others earn it or more.
        """
        own = f"Your {self.own_words} is"
        if self.equal:
            names = " and ".join(NAMES[number] for number in self.equal)
            less, more = SHARES[self.equal[-1]], SHARES[100 - self.equal[0]]
            return f"{own} {names} of {people}: at least {less} earn this or less, and at least {more} this or more."
        more = f"At least {SHARES[100 - self.above[0]]} of {people} earn more than you" if self.above else ""
        if self.above and self.below:
            place = f"between {self._named(self.below)} and {self._named(self.above)}"
            return f"{more}, and at least {SHARES[self.below[0]]} earn less. {own} {place}."
        if self.above:
            lowest = "" if self.above[0] == 10 else ", the lowest that is published"
            return f"{more}. {own} below {self._named(self.above)}{lowest}."
        if self.below:
            less = f"At least {SHARES[self.below[0]]} of {people} earn less than you"
            highest = "" if self.below[0] == 90 or self.unknown else ", the highest that is published"
            return f"{less}. {own} above {self._named(self.below)}{highest}.{self._open}"
        return f"Nobody can say how your {self.own_words} compares with {people}.{self._open}"

    @property
    def _open(self) -> str:
        if not self.unknown:
            return ""
        names, bound = (" and ".join(NAMES[number] for number, _ in self.unknown), self.unknown[0][1])
        return f" For {names}, the publisher only says “{amount_words(bound, self.pay.unit)}”."

    def _named(self, percentile: Percentile) -> str:
        """`the 25th percentile ($19.57)`"""
        number, amount = percentile
        return f"{NAMES[number]} ({amount_words(amount, self.pay.unit)})"

    @property
    def rows(self) -> list[Row]:
        """The percentiles with own pay in its place among them."""
        unit, percentiles = self.pay.unit, self.pay.percentiles
        rows = [Row(_label(number), amount_words(amount, unit) or "not released") for number, amount in percentiles]
        last = self.equal[-1] if self.equal else self.below[0] if self.below else 0
        place = sum(number <= last for number, _ in percentiles)
        return [*rows[:place], Row("Your pay", own_amount(self.own, unit), is_own=True), *rows[place:]]

    @property
    def strip(self) -> PayStrip | None:
        """The strip of the percentiles with own pay on it."""
        strip = pay_strip(self.pay)
        return strip and replace(strip, own=self._axis.place(self.own.dollars))

    @property
    def is_beyond_chart(self) -> bool:
        return self.own.dollars > self._axis.end

    @property
    def _axis(self) -> PayAxis:
        return pay_axis(self.pay.unit)


def standing(pay: Pay, cents: int) -> Standing:
    """Place own pay, in cents of the unit of the published pay, among its percentiles."""
    exact = [(number, amount) for number, amount in pay.percentiles if amount.flag == Flag.PUBLISHED]
    open_ended = [(number, amount) for number, amount in pay.percentiles if amount.is_open and amount.cents is not None]
    above = [(number, amount) for number, amount in (*exact, *open_ended) if amount.cents > cents]
    return Standing(
        pay=pay,
        own=Amount(cents),
        below=max(((number, amount) for number, amount in exact if amount.cents < cents), default=None, key=_number),
        equal=[number for number, amount in exact if amount.cents == cents],
        above=min(above, default=None, key=_number),
        unknown=[] if above else open_ended,
    )


def own_amount(amount: Amount, unit: Unit) -> str:
    """`$19.00` an hour, `$41,000` a year, and cents where there are some: `$41,000.50`."""
    return amount_words(amount, Unit.HOUR if amount.cents % 100 else unit)


def own_words(amount: Amount, unit: Unit) -> str:
    """`$19.00 an hour`"""
    return f"{own_amount(amount, unit)} {PER[unit]}"


def _number(percentile: Percentile) -> int:
    return percentile[0]


def _label(number: int) -> str:
    return NAMES[number].removeprefix("the ").capitalize()
