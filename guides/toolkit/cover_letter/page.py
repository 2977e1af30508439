"""A letter as every file format and the page show it."""

from dataclasses import dataclass

from guides.toolkit.outline import Block, Heading, Link, Links, Outline, Paragraph, outline


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPage:
    """A letter in reading order; parts that are not given are empty.

    `recipient` are the lines of the employer's address, `subject` the line that says what it is about, and `note` says
    that the person is invented.
    """

    name: str = ""
    contact: tuple[Link, ...] = ()
    note: str = ""
    date: str = ""
    recipient: tuple[str, ...] = ()
    subject: str = ""
    greeting: str = ""
    paragraphs: tuple[str, ...] = ()
    farewell: str = ""


def as_outline(page: LetterPage) -> Outline:
    """Return the letter as an outline, for the page and the formats without a design of their own."""
    blocks: list[Block] = [
        Links(page.contact),
        Paragraph(page.note),
        Paragraph(page.date),
        *map(Paragraph, page.recipient),
        Heading(page.subject),
        *map(Paragraph, (page.greeting, *page.paragraphs, page.farewell, page.name)),
    ]
    return outline(page.name or "Cover letter", blocks)
