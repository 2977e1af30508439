"""Markdown and HTML around a structure line, as texts that were made for other places have them."""

import html
import re
from dataclasses import replace

from guides.document.lines import Line

_HASHES = re.compile(r"#{1,6} +(?=[^\W\d])")
_CLOSING_HASHES = re.compile(r" +#+$")
# `**Label:** value`, `__Label__: value`, `*Label*`
_EMPHASIS = re.compile(r"(?P<sign>\*{1,3}|_{1,3})(?=\S)(?P<words>[^*_]+)(?P=sign)(?P<colon> ?:)?(?P<rest>\s.*|)")
_CELL = re.compile(r"\s*\|\s*")
TABLE_RULE = re.compile(r"[|:\s-]*-[|:\s-]*")


def strip_markup(line: Line) -> Line:
    """The line without a heading's hashes, without emphasis of its label or whole, and with tabs for a table's pipes.

    Returns the line itself if it has none of these, or is an item, escaped or marked.
    """
    if line.escaped or line.bullet or line.mark:
        return line
    cells = _HASHES.sub("", line.cells, count=1)
    cells = _CLOSING_HASHES.sub("", cells) if cells != line.cells else cells
    if "|" in cells:
        cells = "\t".join(strip_emphasis(cell) for cell in _CELL.split(cells.strip("| \t")))
    cells = strip_emphasis(cells)
    if cells == line.cells or not cells:
        return line
    return replace(line, cells=cells, text=" ".join(cells.split()))


def strip_emphasis(words: str) -> str:
    """`Label: value` out of `**Label:** value`, and `words` out of `**words**`."""
    match = _EMPHASIS.fullmatch(words)
    if not match or (match["rest"] and not match["colon"] and not match["words"].endswith(":")):
        return words
    return f"{match['words'].strip()}{(match['colon'] or '').strip()}{match['rest']}"


def is_table_rule(line: Line) -> bool:
    """Whether a line is the rule below the head of a Markdown table: `|---|:--:|`."""
    return not line.escaped and "|" in line.text and TABLE_RULE.fullmatch(line.text) is not None


def unescape(words: str) -> str:
    """Words with their HTML entities as characters."""
    return " ".join(html.unescape(words).split()) if "&" in words else words
