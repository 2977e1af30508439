"""The lines of a list as an address writes them: lines of the template by number, all others in their own words.

`~1-3` is lines 1 to 3 of the template's list, and `~m2` line 2 of its must-haves (`d` duties, `n` nice-to-haves).
Several stand in one row, as in `~1-3~5`.
"""

import re
from collections.abc import Iterable, Iterator

from guides.toolkit.fields import MOST_LINES
from guides.toolkit.job_description.template import LISTS, Level

BY_LETTER = {name[0]: name for name in LISTS}
RANGE = r"~([dmn]?)([0-9]{1,3})(?:-([0-9]{1,3}))?"
_RANGE, _RANGES = re.compile(RANGE), re.compile(rf"(?:{RANGE})+")


def expand(text: str, level: Level, name: str) -> str:
    """Write out the numbered lines of the list `name`; numbers of no line are left out."""
    found: list[str] = []
    for line in text.splitlines():
        if not _RANGES.fullmatch(line.strip()):
            found.append(line)
        elif len(found) <= MOST_LINES:
            found += _numbered(line, level, name)
    return "\n".join(found)


def _numbered(line: str, level: Level, name: str) -> Iterator[str]:
    for letter, first, last in _RANGE.findall(line)[: MOST_LINES + 1]:
        lines = getattr(level, BY_LETTER.get(letter, name))
        yield from lines[max(int(first), 1) - 1 : int(last or first)]


def shorten(lines: Iterable[str], level: Level, name: str) -> str:
    """Write the lines of the list `name` as `expand` reads them."""
    places = {line: (name[0], number) for name in LISTS for number, line in enumerate(getattr(level, name), start=1)}
    places |= {line: ("", number) for number, line in enumerate(getattr(level, name), start=1)}
    rows: list[str | list[tuple[str, int, int]]] = []
    for line in lines:
        letter, number = places.get(line, ("", 0))
        ranges = rows[-1] if rows and isinstance(rows[-1], list) else None
        if not number:
            rows.append(line)
        elif ranges and ranges[-1][0] == letter and ranges[-1][2] == number - 1:
            ranges[-1] = (letter, ranges[-1][1], number)
        elif ranges:
            ranges.append((letter, number, number))
        else:
            rows.append([(letter, number, number)])
    return "\n".join(row if isinstance(row, str) else "".join(_range(*part) for part in row) for row in rows)


def _range(letter: str, first: int, last: int) -> str:
    return f"~{letter}{first}" if first == last else f"~{letter}{first}-{last}"
