"""What a cell of an official file says: a number in the units that are stored, or that there is none."""

from math import isfinite

from guides.official.reading.errors import FileError

NONE = frozenset(("", "—", "–", "-", "n/a", "N/A"))
LARGEST = 10**12


def number(cell: str, scale: int = 1) -> int | None:
    """A number times `scale`, rounded half up to whole; None for a blank. Raises FileError for anything else.

    Spreadsheets write 32.38 as 32.380000000000003: a float holds as much of it as the publisher wrote.
    """
    if cell in NONE:
        return None
    try:
        value = float(cell if "_" not in cell else "")
    except ValueError:
        value = _with_separators(cell)
    if not isfinite(value) or abs(value) > LARGEST:
        raise FileError(f"“{cell[:40]}” is not a number")
    scaled = value * scale
    return int(scaled + 0.5000001) if scaled >= 0 else -int(-scaled + 0.5000001)


def _with_separators(cell: str) -> float:
    try:
        return float(cell.replace(",", "") if "," in cell and "_" not in cell else "")
    except ValueError as error:
        raise FileError(f"“{cell[:40]}” is not a number") from error
