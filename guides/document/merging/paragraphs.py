"""Merging the paragraphs of a text that both sides changed."""

from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from guides.document.lines import plain_body

MOST_PARAGRAPHS = 400


def merge_words(base: Any, ours: Any, theirs: Any) -> Any:
    """Merge a text by paragraphs; None if it has only one or if the changes of both sides overlap."""
    if base is None or ours is None or theirs is None or len(ours) != 1:
        return None
    texts = [next(iter(side.values())) for side in (base, ours, theirs)]
    if not all(isinstance(text, str) and "\n\n" in text for text in texts):
        return None
    paragraphs = [text.split("\n\n") for text in texts]
    if max(map(len, paragraphs)) > MOST_PARAGRAPHS:
        return None
    merged = _merge_paragraphs(*paragraphs)
    text = "\n\n".join(merged) if merged else ""
    return {next(iter(ours)): text} if text and plain_body(text) == text else None


def _merge_paragraphs(base: list[str], ours: list[str], theirs: list[str]) -> list[str] | None:
    edits = sorted([*_edits(base, ours), *_edits(base, theirs)])
    for (_, end, _), (start, _, _) in pairwise(edits):
        if start <= end:
            return None
    merged, at = [], 0
    for start, end, new in edits:
        merged += [*base[at:start], *new]
        at = end
    return merged + base[at:]


def _edits(base: list[str], side: list[str]) -> list[tuple[int, int, list[str]]]:
    """The replaced ranges of paragraphs of the base, with their replacements."""
    steps = SequenceMatcher(None, base, side, autojunk=False).get_opcodes()
    return [(i1, i2, side[j1:j2]) for tag, i1, i2, j1, j2 in steps if tag != "equal"]
