"""Filters to format official figures; the rules are in `guides.official`."""

from django import template

from guides.official.outlook import growth_words
from guides.official.pay import Unit
from guides.official.words import PER, amount_words

register = template.Library()

register.filter("amount", amount_words)
register.filter("growth_words", growth_words)


@register.filter
def per(unit: Unit) -> str:
    """`a year`, `an hour`"""
    return PER[unit]


@register.filter
def key_to_compare(code: str) -> str:
    """`43-4051` for the O*NET code `43-4051.00`; the code of a part of an occupation stays."""
    return code.removesuffix(".00")


@register.filter
def percent_of_tenths(tenths: int) -> str:
    """`0.4%`"""
    return f"{tenths / 10:g}%"
