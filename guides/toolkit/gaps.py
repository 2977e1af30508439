"""Gaps: what only the reader knows stands in square brackets, in every form, until the reader fills it in."""

import re

from django.utils.safestring import SafeString, mark_safe

from guides.toolkit.outline import Outline
from guides.toolkit.writers.html import write_html
from guides.toolkit.writers.plain import write_plain

GAP = re.compile(r"\[[^\[\]<>\n]+\]")


def gap(words: str) -> str:
    """Words as a gap; brackets within become round ones, so that a gap ends where it ends."""
    return f"[{words.replace('[', '(').replace(']', ')')}]"


def gaps_in(page: Outline) -> list[str]:
    """The gaps of an outline, each once, in reading order, without their brackets."""
    return list(dict.fromkeys(found[1:-1] for found in GAP.findall(write_plain(page))))


def write_marked_html(page: Outline) -> SafeString:
    """The outline as HTML with its gaps marked. Tags hold no brackets, and words that do are escaped already."""
    html = write_html(page)
    return mark_safe(GAP.sub(lambda match: f'<mark class="sheet__blank">{match[0]}</mark>', html))
