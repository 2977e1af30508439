"""Markdown and HTML around a structure line, as texts that were made for other places have them."""

import html
import re
from dataclasses import replace

from guides.document.lines import Line

_HASHES = re.compile(r"^#{1,6} +(?=\**[^\W\d])")
# `**Label:** value`, `__Label__: value`, `*Label*`
_EMPHASIS = re.compile(r"(?P<sign>\*{1,3}|_{1,3})(?=\S)(?P<words>[^*_]+)(?P=sign)(?P<colon> ?:)?(?P<rest>\s.*|)")
_OF_TABLE_RULES = set("|:- \t")


def strip_markup(line: Line) -> Line:
    """The line without a heading's hashes, without emphasis of its label or whole, and with tabs for a table's pipes.

    Returns the line itself if it has none of these, or is an item, escaped or marked.
    """
    if line.escaped or line.bullet or line.mark:
        return line
    cells = strip_heading(line.cells)
    if "|" in cells.strip("| \t"):
        cells = strip_emphasis("\t".join(strip_emphasis(cell.strip()) for cell in cells.strip("| \t").split("|")))
    if cells == line.cells or not cells:
        return line
    return replace(line, cells=cells, text=" ".join(cells.split()))


def strip_heading(words: str) -> str:
    """`words` out of `## words ##` and `# **words**`."""
    bare = _HASHES.sub("", words)
    return strip_emphasis(bare if bare == words else _without_closing_hashes(bare))


def _without_closing_hashes(words: str) -> str:
    bare = words.rstrip("#")
    return bare.rstrip() if bare.endswith(" ") else words


def strip_emphasis(words: str) -> str:
    """`Label: value` out of `**Label:** value`, and `words` out of `**words**`."""
    match = _EMPHASIS.fullmatch(words)
    if not match or (match["rest"] and not match["colon"] and not match["words"].endswith(":")):
        return words
    return f"{match['words'].strip()}{(match['colon'] or '').strip()}{match['rest']}"


def is_table_rule(line: Line) -> bool:
    """Whether a line is the rule below the head of a Markdown table: `|---|:--:|`."""
    return not line.escaped and {"|", "-"} <= set(line.text) <= _OF_TABLE_RULES


def unescape(words: str) -> str:
    """Words with their HTML entities as characters."""
    return " ".join(html.unescape(words).split()) if "&" in words else words
