"""Filters for pay and employment by place; the rules are in `guides.official`."""

from django import template

from guides.official.pay import Amount, Unit
from guides.official.place_words import REASONS, how_common, short_amount
from guides.official.words import amount_words

register = template.Library()

register.filter("how_common", how_common)
register.filter("short_amount", short_amount)


@register.filter
def amount(figure: Amount, unit: Unit) -> str:
    """`$44,770`, or the reason why there is none."""
    return amount_words(figure, unit) or REASONS[figure.flag]


@register.filter
def cents(number: int, unit: Unit) -> str:
    """An amount of cents in a unit: `$44,770`, `$21.53`."""
    return amount_words(Amount(number), unit)


@register.filter
def percent_of_tenths(number: int) -> str:
    """`2.1%`"""
    return f"{number / 10:.1f}%"
