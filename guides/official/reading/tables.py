"""Tables in files: found by their header, read by the names of their columns."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO

from guides.official.reading.errors import FileError

HEADER_ROWS = 20  # a header is looked for in the first rows
BYTE_ORDER_MARK = "\ufeff"
LONGEST_CELL = 20_000  # characters


@dataclass(frozen=True, slots=True)
class Column:
    """A column that an importer uses: its key, and its names over the years, as a pattern.

    `nth` chooses among several columns that match, from 0. `label` names a column whose pattern is not its name.
    """

    key: str
    names: str
    optional: bool = False
    nth: int = 0
    label: str = ""

    def find(self, header: list[str]) -> int | None:
        """The position of the column in a header, or None."""
        pattern = re.compile(self.names, re.IGNORECASE)
        found = [at for at, name in enumerate(header) if pattern.fullmatch(name)]
        return found[self.nth] if len(found) > self.nth else None


@dataclass(slots=True)
class Table:
    """The rows of a table below its header; `header` has the names of all columns."""

    header: list[str]
    _rows: Iterator[list[str]]
    _places: dict[str, int]

    def unknown(self, passed_over: Iterable[str]) -> list[str]:
        """The columns of the file that no importer uses and that `passed_over` (patterns) does not list."""
        used = set(self._places.values())
        left = re.compile("|".join(passed_over) or "(?!)", re.IGNORECASE)
        return [name for at, name in enumerate(self.header) if name and at not in used and not left.fullmatch(name)]

    def name_of(self, key: str) -> str:
        """The name of a column in the file."""
        return self.header[self._places[key]]

    def __iter__(self) -> Iterator[dict[str, str]]:
        """Yield each row as the texts of its columns by their keys; `""` for blank cells and missing columns."""
        places = list(self._places.items())
        for row in self._rows:
            width = len(row)
            yield {key: row[at].strip() if at < width else "" for key, at in places}


def find_table(rows: Iterable[list[str]], columns: Iterable[Column]) -> Table:
    """The table whose header is among the first rows. Raises FileError naming the columns that are missing."""
    columns = list(columns)
    remaining = iter(rows)
    best: list[Column] = columns
    for _ in range(HEADER_ROWS):
        row = next(remaining, None)
        if row is None:
            break
        header = [" ".join(name.strip(BYTE_ORDER_MARK).split()) for name in row]
        places = {column.key: at for column in columns if (at := column.find(header)) is not None}
        missing = [column for column in columns if column.key not in places and not column.optional]
        if not missing:
            return Table(header, remaining, places)
        best = min(best, missing, key=len)
    names = ", ".join(f"“{column.label or column.names}”" for column in best)
    raise FileError(f"no table with the column{'s' if len(best) > 1 else ''} {names}")


def tab_delimited_rows(file: IO[bytes]) -> Iterator[list[str]]:
    """Yield the rows of a text file without quoting. Raises FileError if a row is cut off."""
    width = 0
    for number, line in enumerate(_lines(file), start=1):
        row = line.rstrip("\r\n").split("\t")
        width = width or len(row)
        if len(row) != width:
            raise FileError(f"line {number} has {len(row)} columns in place of {width}; the file may be cut off")
        if not line.endswith("\n"):
            raise FileError(f"line {number} does not end; the file may be cut off")
        yield row


def comma_separated_rows(file: IO[bytes]) -> Iterator[list[str]]:
    reader = csv.reader(_lines(file), skipinitialspace=True)
    try:
        yield from reader
    except csv.Error as error:
        raise FileError(f"line {reader.line_num}: {error}") from error


def _lines(file: IO[bytes]) -> Iterator[str]:
    for number, line in enumerate(iter(lambda: file.readline(LONGEST_CELL * 10), b""), start=1):
        if b"\0" in line:
            raise FileError(f"line {number} is not text")
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError:
            yield line.decode("cp1252", errors="replace")
