"""Words for official figures and codes, our own where the publisher has sentences."""

from guides.official.pay import Amount, Unit

PREPARATION = {
    1: "Little or none",
    2: "Some",
    3: "A fair amount",
    4: "A lot",
    5: "Extensive",
}
PER = {Unit.YEAR: "a year", Unit.MONTH: "a month", Unit.HOUR: "an hour"}
INTERESTS = {
    "1.B.1.a": "hands-on work with tools, machines, plants or animals",
    "1.B.1.b": "finding things out and solving problems",
    "1.B.1.c": "making and designing things",
    "1.B.1.d": "helping, teaching or caring for people",
    "1.B.1.e": "leading, selling and deciding",
    "1.B.1.f": "working with data, records and clear rules",
}


def amount_words(amount: Amount, unit: Unit) -> str:
    """`$44,770`, by the hour `$21.53`, top-coded `$239,200 or more`; empty if there is no figure."""
    if amount.cents is None:
        return ""
    words = f"${amount.cents / 100:,.2f}" if unit == Unit.HOUR else f"${amount.dollars:,}"
    return f"{words} or more" if amount.is_open else words
