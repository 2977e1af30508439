"""The differences of two documents, row by row and word by word.

Fields are compared one by one. Rows of lists are matched first, so that an added row does not make all later rows
differ. To keep the cost linear, passages with more than MOST_MATCHED items, or with more than MOST_PAIRS pairs of equal
items, are shown as replaced as a whole.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from guides.document import GuideDocument
from guides.document.merging import LISTS, Row, flatten, in_short, row_name, words_of

MOST_MATCHED = 1_000
MOST_PAIRS = 50_000  # a thousand words of prose have some 10,000
# Fields whose value is read from another field.
DERIVED = {name for rows in LISTS.values() for name, field in rows.parts.items() if field.kind.source}

Block = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text of one side; `is_changed` if the other side does not have it."""

    text: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A field, or rows of a list, in which two documents differ.

    `old` and `new` are plain values, as in `merging.flatten`. For a list they are its rows from the indexes `old_at`
    and `new_at` on; for a field these are None.
    """

    path: str
    old: Any
    new: Any
    old_at: int | None = None
    new_at: int | None = None

    @property
    def label(self) -> str:
        label = words_of(self.path.rpartition(".")[2])
        if self.old_at is None:
            return label
        rows, at = (self.new, self.new_at or 0) if self.new else (self.old, self.old_at)
        if len(rows) > 1:
            return f"{label} {at + 1} to {at + len(rows)}"
        name = f": {in_short(row_name(self.path, rows[0]))}" if LISTS[self.path].is_part else ""
        return f"{label} {at + 1}{name}"

    def sides(self) -> tuple[list[Piece], list[Piece]]:
        """Both texts, with the words marked that only one of them has."""
        return mark_words(in_words(self.old), in_words(self.new))


def differences(old: GuideDocument, new: GuideDocument) -> list[Difference]:
    """The differences of two documents, in the order of the page."""
    before, after = flatten(old), flatten(new)
    found: list[Difference] = []
    for path, now in after.items():
        was = before[path]
        if isinstance(now, list):
            found += _row_differences(path, was, now)
        elif was != now and path != "schema":
            found.append(Difference(path, was, now))
    return found


def mark_words(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    """Split two texts into pieces: match lines first, then the words of lines that differ."""
    left: list[Piece] = []
    right: list[Piece] = []
    lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for tag, a, b, c, d in _match(*lines):
        was, now = "".join(lines[0][a:b]), "".join(lines[1][c:d])
        if tag == "equal":
            left.append(Piece(was, False))
            right.append(Piece(now, False))
        else:
            _mark_block(was, now, left, right)
    return left, right


def _mark_block(old: str, new: str, left: list[Piece], right: list[Piece]) -> None:
    words = [re.findall(r"\S+\s*|\s+", text) for text in (old, new)]
    for tag, a, b, c, d in _match(*([word.strip() for word in side] for side in words)):
        for pieces, text in ((left, "".join(words[0][a:b])), (right, "".join(words[1][c:d]))):
            if text:
                pieces.append(Piece(text, tag != "equal"))


def _match(old: Iterable[str], new: Iterable[str]) -> list[Block]:
    """Return the opcodes of SequenceMatcher, but compare neither equal ends nor inputs that are too long."""
    old, new = list(old), list(new)
    start = _equal_at_start(old, new)
    end = _equal_at_start(old[start:][::-1], new[start:][::-1])
    a, b = old[start : len(old) - end], new[start : len(new) - end]
    blocks: list[Block] = [("equal", 0, start, 0, start)] if start else []
    if _is_too_long(a, b):
        blocks.append(("replace", start, start + len(a), start, start + len(b)))
    else:
        found = SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if a or b else []
        blocks += [(tag, w + start, x + start, y + start, z + start) for tag, w, x, y, z in found]
    if end:
        blocks.append(("equal", len(old) - end, len(old), len(new) - end, len(new)))
    return blocks


def _is_too_long(old: Sequence[str], new: Sequence[str]) -> bool:
    times = Counter(old)
    return max(len(old), len(new)) > MOST_MATCHED or sum(times[item] for item in new) > MOST_PAIRS


def _equal_at_start(old: Sequence[str], new: Sequence[str]) -> int:
    """The number of equal items at the start."""
    number = 0
    for was, now in zip(old, new, strict=False):
        if was != now:
            break
        number += 1
    return number


def _row_differences(path: str, old: list[Row], new: list[Row]) -> Iterator[Difference]:
    for tag, a, b, c, d in _match(map(_key, old), map(_key, new)):
        if tag != "equal":
            for w, x, y, z in _pairs(path, old, new, (a, b, c, d)):
                yield Difference(path, old[w:x], new[y:z], w, y)


def _pairs(
    path: str, old: list[Row], new: list[Row], block: tuple[int, int, int, int]
) -> Iterator[tuple[int, int, int, int]]:
    """Pair the rows of a changed block: rows with the same name first, the others in order."""
    a, b, c, d = block
    names = ([row_name(path, row) for row in rows] for rows in (old[a:b], new[c:d]))
    for tag, w, x, y, z in _match(*names):
        rows = range(max(x - w, z - y))
        for row in rows:
            pair = (min(w + row, x), min(w + row + 1, x), min(y + row, z), min(y + row + 1, z))
            if tag != "equal" or old[a + pair[0]] != new[c + pair[2]]:
                yield a + pair[0], a + pair[1], c + pair[2], c + pair[3]


def _key(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True)


def in_words(value: Any) -> str:
    """Format a value as lines: the text of a single field, or each of several fields with its name."""
    if isinstance(value, dict):
        values = {name: item for name, item in value.items() if name not in DERIVED and item not in (None, "", [])}
        if len(value) == 1 or set(values) == {"text"}:
            return "".join(map(in_words, values.values()))
        return "\n".join(f"{words_of(name.rpartition('.')[2])}: {in_words(item)}" for name, item in values.items())
    if isinstance(value, list):
        return "\n\n".join(map(in_words, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else f"{value:,}" if isinstance(value, int) else str(value)
