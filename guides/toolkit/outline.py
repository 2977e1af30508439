"""A page of text that tools build and writers format: a title, then blocks of plain text.

Writers never interpret markup in the text. Building an outline drops empty blocks.
"""

from collections.abc import Iterable
from dataclasses import dataclass

LINK_SCHEMES = ("https://", "http://", "mailto:")
BETWEEN_LINKS = " · "
BOX = "☐"  # before a task, in the formats that have no sign of their own for it


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` runs from 1, right below the title, to 3."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; its lines, if it has several, stand below each other as in an address."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list of points, or of steps if `numbered`."""

    texts: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Tasks:
    """A list of things to do, each with a box to tick."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Rows of a label and its value."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words, and the address that they lead to; empty for words alone. Any other address than of the web or of a
    mailbox is no link."""

    words: str
    address: str = ""

    @property
    def leads_to(self) -> str:
        return self.address if self.address.startswith(LINK_SCHEMES) else ""


@dataclass(frozen=True, slots=True)
class Links:
    """Words with and without links in one line, with BETWEEN_LINKS between them."""

    links: tuple[Link, ...]


Block = Heading | Paragraph | Items | Tasks | Facts | Links


@dataclass(frozen=True, slots=True)
class Outline:
    title: str
    blocks: tuple[Block, ...]


def outline(title: str, blocks: Iterable[Block]) -> Outline:
    """Build an outline without empty blocks and without headings that have no content below."""
    return Outline(title, tuple(_without_bare_headings([block for block in blocks if _has_content(block)])))


def _has_content(block: Block) -> bool:
    match block:
        case Items(texts) | Tasks(texts):
            return bool(texts)
        case Facts(rows):
            return bool(rows)
        case Links(links):
            return bool(links)
        case _:
            return bool(block.text)


def _without_bare_headings(blocks: list[Block]) -> list[Block]:
    kept: list[Block] = []
    for block in reversed(blocks):
        below = kept[-1] if kept else None
        is_bare = below is None or (
            isinstance(below, Heading) and isinstance(block, Heading) and below.level <= block.level
        )
        if not (isinstance(block, Heading) and is_bare):
            kept.append(block)
    return kept[::-1]
