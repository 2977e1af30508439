"""Filters to format figures and titles; the rules are in `guides.rendering.money` and `guides.document.words`."""

from collections.abc import Iterable

from django import template

from guides.document.articles import with_article
from guides.document.other_pay import OtherPay
from guides.pages.other_pay import PayLine, pay_lines
from guides.rendering.money import format_difference, format_growth, format_money, format_money_short

register = template.Library()

register.filter("money", format_money)
register.filter("money_short", format_money_short)
register.filter("money_difference", format_difference)
register.filter("growth", format_growth)
register.filter("with_article", with_article)


@register.filter
def of_role(other_pay: Iterable[OtherPay]) -> tuple[PayLine, ...]:
    """The other pay of the role itself, in words."""
    return pay_lines(other_pay, of_levels=False)


@register.filter
def count(number: int) -> str:
    """`330,000`"""
    return f"{number:,}"
