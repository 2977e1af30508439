"""Plain text as Markdown: what Markdown would change in the words of a publisher is escaped with a backslash.

Bullets, numbered lines and the indentation of lists keep their meaning. All other words look on the page as they were
written. Characters that Markdown shows unchanged are not escaped: `5 * 3`, `snake_case`, `AT&T`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5

from guides.document.kinds import map_markdown, values_of
from guides.document.lines import plain_body
from guides.document.shape import GuideDocument

# Anywhere in a line. A text without these signs is unchanged.
_INLINE = re.compile(r"[\\*_~`<&\]]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|(?P<name>[a-z][a-z0-9]{1,31}));", re.IGNORECASE)
# A backslash that is an escape or a line break, the end of a link's text, an address in angle brackets.
_SIGN = re.compile(
    r"""\\(?=[!-/:-@\[-`{-~\n])
    | \](?=\()
    | <(?=[a-z][a-z0-9+.-]{1,31}:[^<>\x00-\x20]*+> | [a-z0-9.!\#$%&'*+/=?^_`{|}~-]++@[a-z0-9.-]++>)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Emphasis and strikethrough: the forms of a run of signs that may begin it, and of one that may end it.
_PAIRS = (
    (re.compile(r"(?<!\*)\*++(?=\S)"), re.compile(r"(?<=[^\s*])\*++")),
    (re.compile(r"(?<!\w)_++(?=\S)"), re.compile(r"(?<=[^\s_])_++(?!\w)")),
    (re.compile(r"(?<!~)~{2,}+(?=\S)"), re.compile(r"(?<=[^\s~])~{2,}+")),
)
_BACKTICKS = re.compile(r"`+")
_BACKSLASHED = str.maketrans({sign: f"\\{sign}" for sign in "*_~"})

# At the start of a line: the marker of a list item; a heading, a quote, an empty item or an escaped space.
_MARKER = re.compile(r"(?:[-*]|(?P<number>[0-9]{1,3})[.)]) (?=\S)")
_BLOCK = re.compile(r"#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|\\(?=\s)")
_RULE = re.compile(r"([-*_])(?: ?\1){2,}")
_FENCE = re.compile(r"~{3,}")
_NUMBER = re.compile(r"[0-9]{1,9}(?=[.)](?:\s|$))")
_UNDERLINE = re.compile(r"=+|-+")
_TABLE = re.compile(r"(?=[^-]*-)[|:-][|: -]*")
CODE_INDENT = 4  # spaces

MARKDOWN = "markdown"  # the mark of a text whose bodies are Markdown, at its first line


def escape_markdown(text: str) -> str:
    """Turn the words of a body into Markdown that shows them as they are."""
    items: list[_Item] = []
    blocks = (_escape_lines(_escape_inline(block), items) for block in text.split("\n\n"))
    escaped = "\n\n".join("\n".join(lines) for lines in blocks)
    return plain_body(escaped) if "\n " in text else escaped


def read_as_plain(document: GuideDocument) -> GuideDocument:
    """The document with all its bodies taken as plain text."""
    return map_markdown(document, escape_markdown)


def keep_markdown(document: GuideDocument, earlier: GuideDocument) -> GuideDocument:
    """The document with the bodies of an earlier one that were read as Markdown and whose words have not changed."""
    bodies = (text for _, field, text in values_of(earlier) if field.kind.form == "markdown")
    known = {escape_markdown(text): text for text in bodies}
    return map_markdown(document, lambda text: known.get(text, text))


def find_entity(words: str) -> str | None:
    """The first HTML entity in a text, such as `&amp;`."""
    return next((match[0] for match in _ENTITY.finditer(words) if _is_entity(match)), None)


def _is_entity(match: re.Match[str]) -> bool:
    return match["name"] is None or f"{match['name']};" in html5


def _backslashed(signs: str) -> str:
    """Put a backslash before each star, underscore and tilde."""
    return signs.translate(_BACKSLASHED)


# Anywhere in a line


def _escape_inline(block: str) -> str:
    """Escape the signs that mean something anywhere in a line."""
    if not _INLINE.search(block):
        return block
    block = _SIGN.sub(r"\\\g<0>", block)
    block = _ENTITY.sub(lambda match: f"\\{match[0]}" if _is_entity(match) else match[0], block)
    for opens, closes in _PAIRS:
        block = _escape_pairs(block, opens, closes)
    runs = [len(run) for run in _BACKTICKS.findall(block)]
    has_code = len(set(runs)) < len(runs) or "```" in block
    return block.replace("`", "\\`") if has_code else block


def _escape_pairs(block: str, opens: re.Pattern[str], closes: re.Pattern[str]) -> str:
    """Escape the runs from the first that may begin a pair to the last that may end one."""
    first = opens.search(block)
    last = max((run.end() for run in closes.finditer(block)), default=0)
    if not first or last <= first.end():
        return block
    runs = re.compile(f"{opens.pattern}|{closes.pattern}")
    start, inner, end = block[: first.start()], block[first.start() : last], block[last:]
    return start + runs.sub(lambda run: _backslashed(run[0]), inner) + end


# At the start of a line


@dataclass(frozen=True, slots=True)
class _Item:
    """An open list item: the indentation of its line, and how far it is moved to the left; `start` is where its words
    begin after that."""

    indent: int
    shift: int
    start: int

    def holds(self, indent: int) -> bool:
        """Whether a line with this indentation belongs to the item."""
        return indent >= self.indent and indent - self.shift >= self.start


def _escape_lines(block: str, items: list[_Item]) -> Iterator[str]:
    """Escape the starts of the lines of a block; `items` are the list items that are open, one inside another."""
    above = ""
    for raw in block.split("\n"):
        words = raw.lstrip(" ")
        indent = len(raw) - len(words)
        continues = bool(above) and (not items or items[-1].holds(indent))
        markers = _markers(words, continues)
        shift = _enter(items, indent) if markers or not above else 0
        items += [_Item(indent, shift, indent - shift + marker.end()) for marker in markers]
        start = markers[-1].end() if markers else 0
        is_rule = _RULE.fullmatch(words) or _RULE.fullmatch(words, start)
        escaped = _escape_start(words[start:], "" if markers else above, continues and not markers, is_rule is not None)
        yield " " * (indent - shift) + words[:start] + escaped
        above = words


def _markers(words: str, continues: bool) -> list[re.Match[str]]:
    """The markers that begin list items; only a bullet and `1.` can interrupt a paragraph."""
    marker = _MARKER.match(words)
    if not marker or (continues and int(marker["number"] or 1) != 1):
        return []
    markers = [marker]
    end = len(words.rstrip("-*+_ "))  # a row of signs is no list in a list
    while marker := _MARKER.match(words, markers[-1].end(), end):
        markers.append(marker)
    return markers


def _enter(items: list[_Item], indent: int) -> int:
    """Close the items that do not hold a line. Return how far to move it to the left: into none of the closed items,
    and not so deep into the open one that it is a block of code."""
    closed = None
    while items and not items[-1].holds(indent):
        closed = items.pop()
    shift, start = (items[-1].shift, items[-1].start) if items else (0, 0)
    limit = min(start + CODE_INDENT, closed.start) if closed else start + CODE_INDENT
    return shift if indent - shift < limit else indent - start


def _escape_start(words: str, above: str, continues: bool, is_rule: bool) -> str:
    """Escape the first sign of a line; `above` is the line of the same paragraph above it."""
    if words[:1].isalpha():
        return words
    if is_rule and words[0] != "-":
        return _backslashed(words)
    if fence := _FENCE.match(words):
        return _backslashed(fence[0]) + words[fence.end() :]
    if not continues and (number := _NUMBER.match(words)):
        return f"{number[0]}\\{words[number.end() :]}"
    is_underline = above and (_UNDERLINE.fullmatch(words) or ("|" in above and _TABLE.fullmatch(words)))
    return f"\\{words}" if is_rule or is_underline or _BLOCK.match(words) else words
