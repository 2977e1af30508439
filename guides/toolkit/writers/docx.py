"""Outlines as Word documents with real headings and lists; the same outline and date give the same bytes."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from itertools import zip_longest
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.conf import settings
from docx import Document
from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor
from docx.text.paragraph import Paragraph

from guides.toolkit.outline import BETWEEN_LINKS, BOX, Block, Facts, Heading, Items, Link, Links, Outline, Tasks

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FIRST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
FONT = "Calibri"
BOX_WIDTH = Pt(18)
LINK_COLOR = RGBColor(0x1D, 0x4F, 0x73)  # as in our PDF files


def write_docx(page: Outline, date: datetime, *, author: str = "", apart: float = 4) -> bytes:
    """Write the document, with `date` as its creation date, without characters that XML does not allow.

    With an author, it is a person's own document: set closer, with `apart` points between paragraphs, and the lines
    below a heading stay with it.
    """
    document = Document()
    _set_up(document, page.title, author, date.astimezone(UTC).replace(tzinfo=None, microsecond=0))
    if author:
        _set_closer(document, apart)
    document.add_heading(_words(page.title), level=0)
    for above, block, below in zip_longest((None, *page.blocks[:-1]), page.blocks, page.blocks[1:]):
        line = _add(document, block, below)
        if author and line is not None and isinstance(above, Heading) and not isinstance(below, Heading | None):
            line.paragraph_format.keep_with_next = True
    stored = BytesIO()
    document.save(stored)
    return _dated(stored, date)


def _words(text: str) -> str:
    return NOT_XML.sub("", text)


def _set_up(document: DocxDocument, title: str, author: str, date: datetime) -> None:
    """Set the properties of the document, and black text in one font for all styles."""
    properties = document.core_properties
    author = _words(author)[:255] or settings.SITE_NAME
    properties.title, properties.author, properties.comments = _words(title)[:255], author, ""
    properties.created = properties.modified = date
    properties.last_modified_by, properties.revision = author, 1
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3", "Normal"):
        font = document.styles[name].font
        font.name, font.color.rgb = FONT, RGBColor(0, 0, 0)
        fonts = document.styles[name].element.rPr.rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)


def _set_closer(document: DocxDocument, apart: float) -> None:
    """Set margins and spaces as in our PDF files, for documents that should fit on a page or two."""
    section = document.sections[0]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Inches(0.85)
    sizes = {"Title": (22, 0, 4), "Heading 1": (13, 12, 3), "Heading 2": (11, 8, 0), "Normal": (11, 0, apart)}
    for name, (size, before, after) in sizes.items():
        style = document.styles[name]
        style.font.size = Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    document.styles["List Bullet"].paragraph_format.space_after = Pt(1)


def _add(document: DocxDocument, block: Block, below: Block | None) -> Paragraph | None:
    """Add a block, and return its line if it is a paragraph; one above a list stays on its page."""
    match block:
        case Heading(text, level):
            _add_line(document, text, f"Heading {level}")
        case Items(texts, numbered):
            _add_list(document, texts, numbered)
        case Tasks(texts):
            _add_tasks(document, texts)
        case Facts(rows):
            for label, value in rows:
                line = document.add_paragraph()
                line.add_run(f"{_words(label)}: ").bold = True
                line.add_run(_words(value))
        case Links(links):
            line = document.add_paragraph()
            for number, link in enumerate(links):
                line.add_run(BETWEEN_LINKS if number else "")
                _add_link(line, link)
            return line
        case _:
            line = _add_line(document, block.text)
            line.paragraph_format.keep_with_next = isinstance(below, Items) or None
            return line
    return None


def _add_line(document: DocxDocument, text: str, style: str | None = None) -> Paragraph:
    """Add a line with the style of this name by its id, which python-docx would search for each line anew."""
    line = document.add_paragraph(_words(text))
    line._p.style = style and style.replace(" ", "")
    return line


def _add_link(line: Paragraph, link: Link) -> None:
    """Add words that lead to the address of their link, if it has one."""
    run = line.add_run(_words(link.words))
    if link.leads_to:
        run.font.color.rgb = LINK_COLOR
        hyperlink = OxmlElement("w:hyperlink")
        hyperlink.set(
            qn("r:id"), line.part.relate_to(_words(link.leads_to), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        )
        hyperlink.append(run._r)
        line._p.append(hyperlink)


def _add_list(document: DocxDocument, texts: Iterable[str], numbered: bool) -> None:
    number = _new_numbering(document) if numbered else None
    for text in texts:
        line = _add_line(document, text, "List Number" if numbered else "List Bullet")
        if number is not None:
            line._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number


def _add_tasks(document: DocxDocument, texts: Iterable[str]) -> None:
    """Add lines that hang from their boxes."""
    for text in texts:
        line = _add_line(document, f"{BOX}\t{text}")
        line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = BOX_WIDTH, -BOX_WIDTH


def _new_numbering(document: DocxDocument) -> int:
    """Add a numbering that starts at 1; without it a list would continue the numbers of the previous one."""
    style = document.styles["List Number"].element
    numbering = document.part.numbering_part.element
    base = numbering.num_having_numId(style.pPr.numPr.numId.val)
    number = numbering.add_num(base.abstractNumId.val)
    number.add_lvlOverride(0).add_startOverride(1)
    return number.numId


def _dated(stored: BytesIO, date: datetime) -> bytes:
    """Return the same package with one date for all files, because python-docx uses the current time."""
    moment = max(date.astimezone(UTC).timetuple()[:6], FIRST_ZIP_DATE)
    out = BytesIO()
    with ZipFile(stored) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, moment)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()
