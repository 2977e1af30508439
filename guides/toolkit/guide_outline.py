"""A whole guide as an outline, for the file formats that are written from outlines."""

from collections.abc import Iterator
from itertools import groupby

from guides.document.shape import GuideDocument
from guides.pages.as_markdown import markdown_blocks
from guides.rendering.markdown import plain_blocks
from guides.toolkit.outline import Block, Heading, Items, Outline, Paragraph, outline

LOWEST_HEADING = 3


def guide_outline(document: GuideDocument) -> Outline:
    """Build an outline with all words of the guide's Markdown."""
    _, *blocks = (block for text in markdown_blocks(document) for block in plain_blocks(text))
    return outline(f"The guide: {document.title}", _blocks(blocks))


def _blocks(blocks: list[tuple[str, str]]) -> Iterator[Block]:
    for kind, group in groupby(blocks, key=lambda block: block[0]):
        texts = tuple(text for _, text in group)
        if kind in ("ul", "ol"):
            yield Items(texts, numbered=kind == "ol")
        elif kind.startswith("h"):
            level = min(max(int(kind[1]) - 1, 1), LOWEST_HEADING)
            yield from (Heading(text, level) for text in texts)
        else:
            yield from map(Paragraph, texts)
