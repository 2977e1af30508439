"""How templates write figures and titles; the rules are in `guides.charts` and `guides.parsing.words`."""

from django import template

from guides.document.words import with_article
from guides.rendering import charts

register = template.Library()

register.filter("money", charts.format_money)
register.filter("money_short", charts.format_money_short)
register.filter("money_difference", charts.format_difference)
register.filter("growth", charts.format_growth)
register.filter("with_article", with_article)


@register.filter
def count(number: int) -> str:
    """`330,000`"""
    return f"{number:,}"
