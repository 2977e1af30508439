"""A letter or an email as every file format and the page show it."""

from dataclasses import dataclass

from guides.toolkit.outline import BETWEEN_LINKS, Block, Heading, Link, Links, Outline, Paragraph, outline


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPage:
    """A letter in reading order; parts that are not given are empty.

    `recipient` are the lines of the employer's address, `subject` the line that says what it is about, and `note` says
    that the person is invented. An email has no address and no date, and how to reach the person is below their name.
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
    is_email: bool = False

    @property
    def body(self) -> tuple[str, ...]:
        """The greeting, the paragraphs, the farewell and the name."""
        return tuple(filter(None, (self.greeting, *self.paragraphs, self.farewell, self.name)))


def as_outline(page: LetterPage) -> Outline:
    """Return the letter as an outline, for the page and the formats without a design of their own."""
    words = map(Paragraph, (page.greeting, *page.paragraphs, _lines(page.farewell, page.name)))
    if page.is_email:
        return outline(page.subject or "Email", [Paragraph(page.note), *words, Links(page.contact)])
    blocks: list[Block] = [
        Links(page.contact),
        Paragraph(page.note),
        Paragraph(page.date),
        Paragraph("\n".join(page.recipient)),
        Heading(page.subject),
        *words,
    ]
    return outline(page.name or "Cover letter", blocks)


def as_text(page: LetterPage) -> str:
    """Return the letter as plain text, without lines that decorate a heading; of an email, the body."""
    contact = BETWEEN_LINKS.join(link.words for link in page.contact)
    if page.is_email:
        return _text(page.greeting, *page.paragraphs, page.farewell, _lines(page.name, contact))
    sender = _lines(page.name, contact)
    return _text(sender, page.note, page.date, _lines(*page.recipient), page.subject, *page.body)


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))


def _text(*paragraphs: str) -> str:
    return "\n\n".join(filter(None, paragraphs)) + "\n"
