"""PDF files, typeset by Typst in memory: tagged for screen readers (PDF/UA-1), the same input gives the same bytes.

The templates in `typst/` are the only files that Typst may read. What people typed reaches them as JSON, as text that
is never read as markup. Without a glyph in our font, in Typst's own or in one of the machine's (Debian: fonts-noto), a
character is written in Latin letters.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from unicodedata import category

import typst
from anyascii import anyascii

from guides.toolkit.outline import Link

PAPERS = {"letter": "Letter", "a4": "A4"}
TYPST_PAPERS = {"letter": "us-letter", "a4": "a4"}
TEMPLATES = Path(__file__).parent / "typst"
MANY_PAGES = 4
MOST_MARKS = 10
MAX_ADDRESS = 2000  # characters; Typst refuses addresses over 8000
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
LONG_RUN = re.compile(r"\S{60}(?=\S)")
ZERO_WIDTH_SPACE = "\u200b"
_NO_GLYPH = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


@dataclass(frozen=True, slots=True)
class Density:
    """How close the text is set: its size in points, the space between lines in parts of that, margins in inches."""

    size: float
    leading: float
    margin: float


def link_data(link: Link) -> dict[str, str]:
    """Return a link for a template; an address that is too long for a PDF is left out."""
    return {"words": link.words, "address": link.leads_to if len(link.leads_to) <= MAX_ADDRESS else ""}


def typeset(template: str, data: dict[str, Any], *, paper: str, densities: Iterable[Density], date: datetime) -> bytes:
    """Typeset a template with its data on a paper of PAPERS, at the first density with the fewest pages.

    `data` has at least `title` and `name`, the author; `date` is its creation date.
    """
    data = _printable({**data, "paper": TYPST_PAPERS[paper]})
    density = _best(template, data, densities)
    try:
        return _compile(template, data, density, date, _own_fonts())
    except typst.TypstError:
        pass
    try:
        return _compile(template, data, density, date, _all_fonts())
    except typst.TypstError as error:
        data = _in_latin(data, _without_glyph(error))
    return _compile(template, data, density, date, _all_fonts())


def _best(template: str, data: dict[str, Any], densities: Iterable[Density]) -> Density:
    """Return the first density with the fewest pages; nothing is set closer than at first over MANY_PAGES."""
    pages: dict[Density, int] = {}
    for density in densities:
        pages[density] = _pages(template, data, density)
        if pages[density] == 1 or pages[density] > MANY_PAGES:
            break
    return min(pages, key=pages.__getitem__)


def _pages(template: str, data: dict[str, Any], density: Density) -> int:
    return int(json.loads(_compiler(template, data, density, _own_fonts()).query("<pages>", field="value", one=True)))


def _compile(template: str, data: dict[str, Any], density: Density, date: datetime, fonts: typst.Fonts) -> bytes:
    compiler = _compiler(template, data, density, fonts)
    return compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=int(date.timestamp()))


def _compiler(template: str, data: dict[str, Any], density: Density, fonts: typst.Fonts) -> typst.Compiler:
    inputs = {**data, "size": density.size, "leading": density.leading, "margin": density.margin}
    return typst.Compiler(
        TEMPLATES / f"{template}.typ", root=TEMPLATES, font_paths=fonts, sys_inputs={"data": json.dumps(inputs)}
    )


@cache
def _own_fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[_font_folder()])


@cache
def _all_fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=True, font_paths=[_font_folder()])


def _font_folder() -> Path:
    return Path(str(files("fontpkg_source_sans_3"))) / "files"


def _printable(value: Any) -> Any:
    """Drop the characters that no PDF can hold and the marks on a letter over MOST_MARKS, which take long to place, and
    let very long runs without a space break."""

    def change(text: str) -> str:
        text = UNPRINTABLE.sub("", text.replace("\t", " "))
        return LONG_RUN.sub(rf"\g<0>{ZERO_WIDTH_SPACE}", text if text.isascii() else "".join(_with_few_marks(text)))

    return _in_texts(value, change)


def _with_few_marks(text: str) -> Iterator[str]:
    marks = 0
    for character in text:
        marks = marks + 1 if category(character) in ("Mn", "Me") else 0
        if marks <= MOST_MARKS:
            yield character


def _in_latin(value: Any, characters: set[str]) -> Any:
    table = str.maketrans({character: _latin(character) for character in characters})
    return _in_texts(value, lambda text: text.translate(table))


def _latin(character: str) -> str:
    return anyascii(character) or ("" if category(character) in ("Cf", "Mn", "Me") else "?")


def _in_texts(value: Any, change: Callable[[str], str]) -> Any:
    match value:
        case str():
            return change(value)
        case dict():
            return {name: _in_texts(part, change) for name, part in value.items()}
        case list() | tuple():
            return [_in_texts(part, change) for part in value]
        case _:
            return value


def _without_glyph(error: typst.TypstError) -> set[str]:
    """Read the characters without a glyph from the message of Typst, where they stand as Rust prints strings."""
    texts = (_ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) for text in _NO_GLYPH.findall(error.diagnostic))
    return {character for text in texts for character in text if ord(character) > 127}
