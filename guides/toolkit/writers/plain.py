"""Outlines as plain text for pasting anywhere."""

from guides.toolkit.outline import BETWEEN_LINKS, BOX, Block, Facts, Heading, Items, Links, Outline, Tasks


def write_plain(page: Outline) -> str:
    return "\n\n".join([_underlined(page.title, "="), *map(_block, page.blocks)]) + "\n"


def _underlined(words: str, line: str) -> str:
    return f"{words}\n{line * min(len(words), 72)}"


def _block(block: Block) -> str:
    match block:
        case Heading(text, 1):
            return _underlined(text, "-")
        case Items(texts, numbered):
            marks = (f"{number}." if numbered else "•" for number in range(1, len(texts) + 1))
            return "\n".join(f"{mark} {text}" for mark, text in zip(marks, texts, strict=True))
        case Tasks(texts):
            return "\n".join(f"{BOX} {text}" for text in texts)
        case Facts(rows):
            return "\n".join(f"{label}: {value}" for label, value in rows)
        case Links(links):
            return BETWEEN_LINKS.join(link.words for link in links)
        case _:
            return block.text
