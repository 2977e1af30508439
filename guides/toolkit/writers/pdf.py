"""PDF files, typeset by Typst in memory: tagged for screen readers (PDF/UA-1), the same input gives the same bytes.

The templates in `typst/` are the only files that Typst may read. What people typed reaches them as JSON, as text that
is never read as markup. Without a glyph in our font, in Typst's own or in one of the machine's (Debian: fonts-noto), a
character is written in Latin letters.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any
from unicodedata import bidirectional, category

import typst
from anyascii import anyascii

from guides.toolkit.outline import Link

PAPERS = {"letter": "Letter", "a4": "A4"}
TYPST_PAPERS = {"letter": "us-letter", "a4": "a4"}
TEMPLATES = Path(__file__).parent / "typst"
MANY_PAGES = 4
MOST_MARKS = 10
ADDRESS = "address"  # the only text of a template that is not shown
MAX_ADDRESS = 2000  # characters; Typst refuses addresses over 8000
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
LONG_RUN = re.compile(r"\S{60}(?=\S)")
NOT_IN_OUR_FONT = re.compile("[^\x00-\u017f\u1ea0-\u1ef9\u200b\u2010-\u2026]")
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
    address = UNPRINTABLE.sub("", link.leads_to)
    return {"words": link.words, ADDRESS: address if len(address) <= MAX_ADDRESS else ""}


class Refused(Exception):
    """Typst wrote no file; `characters` are those without a glyph, if that is the cause."""

    def __init__(self, characters: set[str]) -> None:
        self.characters = characters


def typeset(template: str, data: dict[str, Any], *, paper: str, densities: Iterable[Density], date: datetime) -> bytes:
    """Typeset a template with its data on a paper of PAPERS, at the first density with the fewest pages.

    `data` has at least `title` and `name`, the author; `date` is its creation date.
    """
    write = partial(_write, template, densities=tuple(densities), date=date)
    data = _in_texts({**data, "paper": TYPST_PAPERS[paper]}, _printable)
    try:
        return write(data, fonts=_own_fonts())
    except Refused:
        pass
    try:
        return write(data, fonts=_all_fonts())
    except Refused as refused:
        missing = refused.characters
    data = _in_texts(data, lambda text: _in_latin(text, missing))
    try:
        return write(data, fonts=_all_fonts())
    except Refused:
        return write(_in_texts(data, lambda text: _in_latin(text, NOT_IN_OUR_FONT.findall(text))), fonts=_own_fonts())


def _write(
    template: str, data: dict[str, Any], *, densities: Iterable[Density], date: datetime, fonts: typst.Fonts
) -> bytes:
    data = _in_texts(data, _breakable)
    compilers = (_compiler(template, data, density, fonts) for density in densities)
    try:
        return _best(compilers).compile(format="pdf", pdf_standards=["ua-1"], timestamp=int(date.timestamp()))
    except typst.TypstError as error:
        raise Refused(_without_glyph(error)) from None
    except BaseException as error:  # a panic of Typst is no Exception
        if type(error).__name__ == "PanicException":
            raise Refused(set()) from None
        raise


def _compiler(template: str, data: dict[str, Any], density: Density, fonts: typst.Fonts) -> typst.Compiler:
    inputs = json.dumps({**data, **asdict(density)})
    return typst.Compiler(TEMPLATES / f"{template}.typ", root=TEMPLATES, font_paths=fonts, sys_inputs={"data": inputs})


def _best(compilers: Iterable[typst.Compiler]) -> typst.Compiler:
    """Return the first with the fewest pages; over MANY_PAGES, nothing is set closer."""
    pages: dict[typst.Compiler, int] = {}
    for compiler in compilers:
        pages[compiler] = json.loads(compiler.query("<pages>", field="value", one=True))
        if pages[compiler] == 1 or pages[compiler] > MANY_PAGES:
            break
    return min(pages, key=pages.__getitem__)


@cache
def _own_fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[_font_folder()])


@cache
def _all_fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=True, font_paths=[_font_folder()])


def _font_folder() -> Path:
    return Path(str(files("fontpkg_source_sans_3"))) / "files"


def _printable(text: str) -> str:
    """Drop the characters that no PDF can hold, and the marks on a letter over MOST_MARKS, which take long to place."""
    text = UNPRINTABLE.sub("", text.replace("\t", " "))
    return text if text.isascii() else "".join(_with_few_marks(text))


def _breakable(text: str) -> str:
    """Let very long runs without a space break."""
    return LONG_RUN.sub(rf"\g<0>{ZERO_WIDTH_SPACE}", text)


def _with_few_marks(text: str) -> Iterator[str]:
    """Leave out the points of right-to-left letters too: Typst 0.15 panics at some of them where a line ends, and their
    writers do without them (github.com/typst/typst/issues/8667)."""
    marks, most = 0, MOST_MARKS
    for character in text:
        if category(character) in ("Mn", "Mc", "Me"):
            marks += 1
        else:
            marks, most = 0, 0 if bidirectional(character) in ("R", "AL") else MOST_MARKS
        if marks <= most:
            yield character


def _in_latin(text: str, characters: Iterable[str]) -> str:
    return text.translate(str.maketrans({character: _latin(character) for character in characters}))


def _latin(character: str) -> str:
    return anyascii(character) or ("" if category(character) in ("Cf", "Mn", "Me") else "?")


def _in_texts(value: Any, change: Callable[[str], str]) -> Any:
    match value:
        case str():
            return change(value)
        case dict():
            return {name: part if name == ADDRESS else _in_texts(part, change) for name, part in value.items()}
        case list() | tuple():
            return [_in_texts(part, change) for part in value]
        case _:
            return value


def _without_glyph(error: typst.TypstError) -> set[str]:
    """Read the characters without a glyph from the message of Typst, where they stand as Rust prints strings."""
    texts = (_ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) for text in _NO_GLYPH.findall(error.diagnostic))
    return {character for text in texts for character in text if ord(character) > 127}
