"""A page of text, as any tool makes it and any writer writes it: a title, then blocks of plain words.

Words are words: no writer reads markup in them. Empty lists and empty words are left out when an outline is made.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is right below the title; there are three levels."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list of points, or of steps where they are `numbered`."""

    texts: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Lines of a label and its value."""

    rows: tuple[tuple[str, str], ...]


Block = Heading | Paragraph | Items | Facts


@dataclass(frozen=True, slots=True)
class Outline:
    title: str
    blocks: tuple[Block, ...]


def outline(title: str, blocks: Iterable[Block]) -> Outline:
    """An outline of the blocks that say something; a heading stays only above something of its own."""
    return Outline(title, tuple(_with_something_below([block for block in blocks if _says_something(block)])))


def _says_something(block: Block) -> bool:
    match block:
        case Items(texts):
            return bool(texts)
        case Facts(rows):
            return bool(rows)
        case _:
            return bool(block.text)


def _with_something_below(blocks: list[Block]) -> list[Block]:
    kept: list[Block] = []
    for block in reversed(blocks):
        below = kept[-1] if kept else None
        is_bare = below is None or (
            isinstance(below, Heading) and isinstance(block, Heading) and below.level <= block.level
        )
        if not (isinstance(block, Heading) and is_bare):
            kept.append(block)
    return kept[::-1]
