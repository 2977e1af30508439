"""Placeholders: notes in square brackets for facts that only the reader knows, such as “[Employer]”."""

import re

from django.utils.safestring import SafeString, mark_safe

from guides.toolkit.outline import Outline
from guides.toolkit.writers.html import write_html

PLACEHOLDER = re.compile(r"\[[^\[\]<>\n]+\]")


def placeholder(words: str) -> str:
    """Return words as a placeholder; inner square brackets become round ones, so that placeholders never nest."""
    return f"[{words.replace('[', '(').replace(']', ')')}]"


def placeholders_in(text: str) -> list[str]:
    """List the placeholders of a text without brackets, each once, in reading order."""
    return list(dict.fromkeys(found[1:-1] for found in PLACEHOLDER.findall(text)))


def write_marked_html(page: Outline) -> SafeString:
    """Write an outline as HTML with marked placeholders. Safe: tags contain no brackets, and all words are escaped."""
    html = write_html(page)
    return mark_safe(PLACEHOLDER.sub(lambda match: f'<mark class="sheet__blank">{match[0]}</mark>', html))
