"""Buttons that change the rows and the order of a posted form without JavaScript: its data in, its data out.

A button sends `do`: `up-jobs-2` and `down-jobs-2` move row 2 of the rows `jobs`, counted from 0; `remove-jobs-2` takes
it out and keeps its words in fields that begin with REMOVED; `undo` puts them back; `up-section-skills` and
`down-section-skills` move a section. A button for a row or a section that is not there changes nothing.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from guides.document.numbers import whole_number
from guides.toolkit.rows import MOST_ROWS, fits_one_more

REMOVED = "removed-"  # begins the names of the fields with the words of a removed row
STEPS = {"up": -1, "down": 1}


@dataclass(frozen=True, slots=True)
class Changed:
    """The data after an action; `focus` is the id of what it moved or put back, empty if it changed nothing."""

    data: dict[str, str]
    focus: str = ""


def count_rows(data: Mapping[str, str], part: str) -> int:
    """Return how many rows of a part were sent, within what a form takes."""
    return min(whole_number(data.get(f"{part}-TOTAL_FORMS"), digits=3) or 0, MOST_ROWS)


def change_rows(data: Mapping[str, str], do: str, fields: Mapping[str, Collection[str]]) -> Changed | None:
    """Run a button of a row; `fields` names the fields of each part. None if `do` is no such button."""
    if do == "undo":
        return _undo(data, fields)
    action, _, rest = do.partition("-")
    part, _, words = rest.rpartition("-")
    row = whole_number(words, digits=3)
    if action not in (*STEPS, "remove") or part not in fields:
        return None
    if row is None or row >= count_rows(data, part):
        return Changed(dict(data))
    if action == "remove":
        return _remove(data, part, row, fields[part])
    return _move(data, part, row, row + STEPS[action], fields[part])


def _move(data: Mapping[str, str], part: str, row: int, to: int, fields: Collection[str]) -> Changed:
    changed = dict(data)
    if not 0 <= to < count_rows(data, part):
        return Changed(changed)
    _put(changed, f"{part}-{to}-", _row(data, part, row, fields))
    _put(changed, f"{part}-{row}-", _row(data, part, to, fields))
    return Changed(changed, f"{part}-{to}")


def _remove(data: Mapping[str, str], part: str, row: int, fields: Collection[str]) -> Changed:
    changed = {name: value for name, value in data.items() if not name.startswith(REMOVED)}
    rows = count_rows(data, part)
    for place in range(row, rows - 1):
        _put(changed, f"{part}-{place}-", _row(data, part, place + 1, fields))
    for field in fields:
        changed.pop(f"{part}-{rows - 1}-{field}", None)
    changed[f"{part}-TOTAL_FORMS"] = f"{rows - 1}"
    removed = _row(data, part, row, fields)
    if any(value.strip() for value in removed.values()):
        changed |= {f"{REMOVED}part": part, f"{REMOVED}row": f"{row}"}
        _put(changed, f"{REMOVED}field-", removed)
    return Changed(changed, part)


def _undo(data: Mapping[str, str], fields: Mapping[str, Collection[str]]) -> Changed:
    """Put the removed row back where it was, unless the form has no room for it."""
    part, row = data.get(f"{REMOVED}part", ""), whole_number(data.get(f"{REMOVED}row"), digits=3)
    rows = count_rows(data, part)
    counts = {name: max(count_rows(data, name), 1) for name in fields} | {part: rows}
    sizes = {name: len(names) for name, names in fields.items()}
    if part not in fields or row is None or not fits_one_more(part, counts, sizes):
        return Changed(dict(data))
    changed = {name: value for name, value in data.items() if not name.startswith(REMOVED)}
    row = min(row, rows)
    for place in range(rows, row, -1):
        _put(changed, f"{part}-{place}-", _row(data, part, place - 1, fields[part]))
    _put(changed, f"{part}-{row}-", {field: data.get(f"{REMOVED}field-{field}", "") for field in fields[part]})
    changed[f"{part}-TOTAL_FORMS"] = f"{rows + 1}"
    return Changed(changed, f"{part}-{row}")


def _row(data: Mapping[str, str], part: str, row: int, fields: Collection[str]) -> dict[str, str]:
    return {field: data.get(f"{part}-{row}-{field}", "") for field in fields}


def _put(data: dict[str, str], prefix: str, row: Mapping[str, str]) -> None:
    data |= {f"{prefix}{field}": value for field, value in row.items()}


def move_section(order: Sequence[str], do: str, shown: Collection[str]) -> tuple[str, ...] | None:
    """Move a section past the next one that is `shown`, as empty ones are not seen. None if `do` is no such button."""
    action, _, name = do.partition("-section-")
    if action not in STEPS or not name:
        return None
    seen = [section for section in order if section in shown]
    place = seen.index(name) + STEPS[action] if name in seen else -1
    if not 0 <= place < len(seen):
        return tuple(order)
    moved = [section for section in order if section != name]
    moved.insert(moved.index(seen[place]) + (action == "down"), name)
    return tuple(moved)


_ROW_FIELD = re.compile(r"(?P<part>[a-z]+)-(?P<row>\d{1,3})-(?P<name>[a-z_]+)", re.ASCII)


def rows_with_words(data: Mapping[str, str]) -> dict[str, list[int]]:
    """Return the numbers of the rows of each part that have words in posted data: those that become entries."""
    rows: dict[str, set[int]] = {}
    for key, value in data.items():
        if value.strip() and (match := _ROW_FIELD.fullmatch(key)):
            rows.setdefault(match["part"], set()).add(int(match["row"]))
    return {part: sorted(numbers) for part, numbers in rows.items()}
