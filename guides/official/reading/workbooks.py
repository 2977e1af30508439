"""Reading xlsx workbooks row by row, in little memory however large a sheet is.

openpyxl needs more time than a full file of metropolitan areas may take, and calamine more memory: both read what
this reader leaves out (styles, formulas, dates). A cell is the text that the file has for it: `35830`, `TRUE`, `U.S.`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from posixpath import join, normpath
from xml.parsers import expat

from guides.official.reading.archives import Archive, open_archive
from guides.official.reading.errors import FileError

CHUNK = 256 * 1024
MOST_COLUMNS = 16_384
WORKBOOK, SHARED = "xl/workbook.xml", "xl/sharedStrings.xml"

Row = list[str]


@contextmanager
def open_workbook(path: Path) -> Iterator["Workbook"]:
    """Open a workbook. Raises FileError, also while its sheets are read."""
    with open_archive(path) as archive:
        if inner := next((name for name in archive.names() if name.endswith(".xlsx")), None):
            raise FileError(f"{path.name} has workbooks in it. Unpack it and import {PurePosixPath(inner).name}.")
        yield Workbook(archive)


class Workbook:
    """The sheets of a workbook in their order; `sheets` maps their titles to their paths in the archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.sheets = self._find_sheets()
        self._shared = self._read_shared() if SHARED in archive.names() else []

    def _find_sheets(self) -> dict[str, str]:
        targets = {
            item["Id"]: normpath(join("/xl", item["Target"])).lstrip("/")
            for item in self._elements("xl/_rels/workbook.xml.rels", "Relationship")
            if item.keys() >= {"Id", "Target"}
        }
        sheets = {}
        for item in self._elements(WORKBOOK, "sheet"):
            key = next((value for name, value in item.items() if _tag(name) == "id"), "")
            if key in targets and "name" in item:
                sheets[item["name"]] = targets[key]
        return sheets

    def _elements(self, name: str, tag: str) -> list[dict[str, str]]:
        found = []

        def start(element: str, attributes: dict[str, str]) -> None:
            if _tag(element) == tag:
                found.append(attributes)

        parser = _parser(start)
        for _ in self._parsed(name, parser):
            pass
        return found

    def _read_shared(self) -> list[str]:
        """The texts that cells share; what a text says about its pronunciation is left out."""
        found: list[str] = []
        parts: list[str] = []
        is_spoken = False

        def start(element: str, _: dict[str, str]) -> None:
            nonlocal is_spoken
            tag = _tag(element)
            if tag == "si":
                parts.clear()
            elif tag == "rPh":
                is_spoken = True
            elif tag == "t" and not is_spoken:
                parser.CharacterDataHandler = parts.append

        def end(element: str) -> None:
            nonlocal is_spoken
            tag = _tag(element)
            if tag == "t":
                parser.CharacterDataHandler = None
            elif tag == "rPh":
                is_spoken = False
            elif tag == "si":
                found.append("".join(parts))

        parser = _parser(start, end)
        for _ in self._parsed(SHARED, parser):
            pass
        return found

    def rows(self, title: str) -> Iterator[Row]:
        """Yield the rows of a sheet. A row ends with its last filled cell; rows without cells are left out."""
        sheet = _Sheet(self._shared)
        for _ in self._parsed(self.sheets[title], sheet.parser):
            yield from sheet.take_rows()
        if not sheet.is_complete:
            raise FileError(f"The sheet “{title}” is cut off.")

    def _parsed(self, name: str, parser: expat.XMLParserType) -> Iterator[None]:
        """Parse a file of the archive, and pause after each chunk."""
        try:
            with self._archive.open(name) as file:
                while chunk := file.read(CHUNK):
                    parser.Parse(chunk)
                    yield
                parser.Parse(b"", True)
                yield
        except expat.ExpatError as error:
            raise FileError(f"{name} in {self._archive.path.name} is damaged: {error}") from error
        except (IndexError, ValueError) as error:
            raise FileError(f"{name} in {self._archive.path.name} has an impossible cell: {error}") from error


class _Sheet:
    """The rows of a sheet as they are parsed."""

    def __init__(self, shared: list[str]) -> None:
        self.parser = _parser(self._start, self._end)
        self.is_complete = False
        self._shared = shared
        self._rows: list[Row] = []
        self._row: Row = []
        self._texts: list[str] = []
        self._type: str | None = None
        self._column = -1  # before the first cell of a row
        self._columns: dict[str, int] = {}

    def take_rows(self) -> list[Row]:
        rows, self._rows = self._rows, []
        return rows

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        tag = _tag(element)
        if tag == "c":
            self._texts.clear()
            self._type = attributes.get("t")
            self._column = self._column_of(attributes.get("r"))
        elif tag in ("v", "t"):
            self.parser.CharacterDataHandler = self._texts.append
        elif tag == "row":
            self._row = []
            self._column = -1

    def _end(self, element: str) -> None:
        tag = _tag(element)
        if tag in ("v", "t"):
            self.parser.CharacterDataHandler = None
        elif tag == "c":
            self._add_cell("".join(self._texts))
        elif tag == "row":
            if self._row:
                self._rows.append(self._row)
        elif tag == "sheetData":
            self.is_complete = True

    def _column_of(self, reference: str | None) -> int:
        """The column of a cell from its reference, such as `AF12`; the one after the last cell if it has none."""
        if reference is None:
            return self._column + 1
        letters = reference.rstrip("0123456789")
        if letters not in self._columns:
            self._columns[letters] = column_number(letters)
        return self._columns[letters]

    def _add_cell(self, text: str) -> None:
        if not text:
            return
        if self._type == "s":
            text = self._shared[int(text)]
        elif self._type == "b":
            text = "TRUE" if text == "1" else "FALSE"
        gap = self._column - len(self._row)
        if gap < 0:
            raise ValueError("its cells are out of order")
        self._row += [""] * gap
        self._row.append(text)


def _tag(element: str) -> str:
    """The name of an element without the prefix of its namespace."""
    return element if ":" not in element else element.rpartition(":")[2]


def column_number(letters: str) -> int:
    """The position of a column, from 0, by its letters. Raises ValueError if there is no such column."""
    number = 0
    for letter in letters[:4]:
        number = number * 26 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(letter) + 1
    if not 1 <= number <= MOST_COLUMNS:
        raise ValueError(f"no column “{letters[:10]}”")
    return number - 1


def _parser(start: Callable[..., None], end: Callable[..., None] | None = None) -> expat.XMLParserType:
    """A parser that refuses document types, and with them all entities."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 64 * 1024
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def _refuse_doctype(*_: object) -> None:
    raise FileError("The workbook declares a document type, which no spreadsheet program writes.")
