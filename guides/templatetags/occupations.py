"""Filters to format official figures; the rules are in `guides.official`."""

from django import template

from guides.finding.comparing.jobs import key_of
from guides.official.outlook import growth_words
from guides.official.pay import Unit
from guides.official.words import PER, amount_words

register = template.Library()

register.filter("amount", amount_words)
register.filter("growth_words", growth_words)
register.filter("key_to_compare", key_of)


@register.filter
def per(unit: Unit) -> str:
    """`a year`, `an hour`"""
    return PER[unit]


@register.filter
def percent_of_tenths(tenths: int) -> str:
    """`0.4%`"""
    return f"{tenths / 10:g}%"
