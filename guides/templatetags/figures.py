"""Filters to format figures and titles, and the tag for the sources of figures.

A figure of a guide passes through `figure`, and the tag stands beside it or once in the caption of its list.
"""

from collections.abc import Iterable, Sequence

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import get_text_list

from guides.document.articles import with_article
from guides.document.other_pay import OtherPay
from guides.pages.other_pay import PayLine, pay_lines
from guides.pages.pay import PaidCard, card_sources
from guides.pages.provenance import SourceNote, notes_on
from guides.rendering.money import format_comparison, format_difference, format_growth, format_money, format_money_short

register = template.Library()

register.filter("money", format_money)
register.filter("money_short", format_money_short)
register.filter("money_difference", format_difference)
register.filter("money_comparison", format_comparison)
register.filter("growth", format_growth)
register.filter("with_article", with_article)


@register.filter
def of_role(other_pay: Iterable[OtherPay]) -> tuple[PayLine, ...]:
    """The other pay of the role itself, in words."""
    return pay_lines(other_pay, of_levels=False)


@register.filter
def figure(words: str) -> SafeString:
    """Mark words as a figure of a guide: `$44,770`, `$31,750 to $63,590`, `−5.5%`."""
    return format_html("<span data-figure>{}</span>", words)


@register.inclusion_tag("guides/partials/_figure_sources.html")
def figure_sources(notes: Iterable[SourceNote], *, beside: bool = False, more: str = "") -> dict[str, object]:
    """The sources of figures: `beside` one of them, or else as the caption of a list, which `more` words may follow."""
    return {"notes": notes, "beside": beside, "more": more}


@register.filter
def median_notes(card: PaidCard) -> tuple[SourceNote, ...]:
    """The source of the median pay of a card."""
    return notes_on(card_sources(card, ("median_salary",)))


@register.filter
def pay_notes(card: PaidCard) -> tuple[SourceNote, ...]:
    """The sources of the pay of a card."""
    return notes_on(card_sources(card))


@register.filter
def listed(words: Sequence[str]) -> str:
    """`Baker, Diver and Pilot`"""
    return get_text_list(words, "and")


@register.filter
def count(number: int) -> str:
    """`330,000`"""
    return f"{number:,}"
