"""Filters for pay and employment by place; the rules are in `guides.official`."""

from django import template

from guides.official.pay import Amount, Unit
from guides.official.place_words import how_common, short_amount
from guides.official.words import amount_words

register = template.Library()

register.filter("how_common", how_common)
register.filter("short_amount", short_amount)


@register.filter
def cents(number: int, unit: Unit) -> str:
    """An amount of cents in a unit: `$44,770`, `$21.53`."""
    return amount_words(Amount(number), unit)
