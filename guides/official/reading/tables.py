"""Tables in files: found by their header, read by the names of their columns."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from guides.official.reading.errors import FileError

HEADER_ROWS = 20  # a header is looked for in the first rows
BYTE_ORDER_MARK = "\ufeff"
LONGEST_CELL = 20_000  # characters


@dataclass(frozen=True, slots=True)
class Column:
    """A column that an importer uses: its key, and the names it has had, as patterns; `optional` ones may be missing."""

    key: str
    names: str
    optional: bool = False

    def find(self, header: list[str]) -> int | None:
        """The position of the column in a header, or None."""
        pattern = re.compile(self.names, re.IGNORECASE)
        return next((at for at, name in enumerate(header) if pattern.fullmatch(name)), None)

    @property
    def example(self) -> str:
        """The newest name, without the signs of its pattern."""
        return re.sub(r"\\(.)", r"\1", self.names.split("|")[0])


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
    names = ", ".join(f"“{column.example}”" for column in best)
    raise FileError(f"no table with the column{'s' if len(best) > 1 else ''} {names}")


def delimited_rows(file: IO[bytes], delimiter: str, *, quoted: bool) -> Iterator[list[str]]:
    """Yield the rows of a text file in UTF-8, or in Windows-1252 as older files are."""
    quoting: Any = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    reader = csv.reader(_lines(file), delimiter=delimiter, quoting=quoting, skipinitialspace=quoted)
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


def years_in(header: Iterable[str], pattern: str) -> list[int]:
    """The years in the names of the columns that match a pattern with one group, in order and each once."""
    found = (re.fullmatch(pattern, name) for name in header)
    return list(dict.fromkeys(int(match[1]) for match in found if match))


def pick(row: Mapping[str, str], *keys: str) -> tuple[str, ...]:
    return tuple(row[key] for key in keys)
