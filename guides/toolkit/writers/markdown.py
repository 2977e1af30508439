"""Outlines as Markdown with escaped text."""

from urllib.parse import quote

from guides.rendering.markdown import markdown_words
from guides.toolkit.outline import BETWEEN_LINKS, Block, Facts, Heading, Items, Link, Links, Outline, Tasks

KEPT_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~-._"  # all that an address may contain


def write_markdown(page: Outline) -> str:
    return "\n\n".join([f"# {markdown_words(page.title)}", *map(_block, page.blocks)]) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * (level + 1)} {markdown_words(text)}"
        case Items(texts, numbered):
            marks = (f"{number}." if numbered else "-" for number in range(1, len(texts) + 1))
            return "\n".join(f"{mark} {markdown_words(text)}" for mark, text in zip(marks, texts, strict=True))
        case Tasks(texts):
            return "\n".join(f"- [ ] {markdown_words(text)}" for text in texts)
        case Facts(rows):
            return "\n".join(f"- **{markdown_words(label)}:** {markdown_words(value)}" for label, value in rows)
        case Links(links):
            return BETWEEN_LINKS.join(map(_link, links))
        case _:
            return "\\\n".join(map(markdown_words, block.text.split("\n")))


def _link(link: Link) -> str:
    words = markdown_words(link.words)
    return f"[{words}](<{quote(link.leads_to, safe=KEPT_IN_ADDRESSES)}>)" if link.leads_to else words
