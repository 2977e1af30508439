"""Putting values at places of a document, in time linear in the document and the values."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from guides.document.merging.known import fit_provenance
from guides.document.merging.places import Place, fit_currency, key_of
from guides.document.merging.plain import ORDER, Flat, Row, row_name
from guides.document.merging.readings import read_again


@dataclass(slots=True, eq=False)
class _Slot:
    """A row, None once it is removed, and the slots inserted right after it."""

    row: Row | None = None
    after: list["_Slot"] = field(default_factory=list)  # the last one comes first


class _Rows:
    """The rows of a list while values are put into them."""

    def __init__(self, path: str, rows: Iterable[Row]) -> None:
        self.path = path
        self.slots = [_Slot(), *map(_Slot, rows)]  # the first holds what is inserted before all rows
        self.known: dict[Hashable, list[_Slot]] = defaultdict(list)  # equal rows, the last one first
        for slot in reversed(self.slots[1:]):
            self.known[key_of(slot.row or {})].append(slot)
        self.count = len(self.slots) - 1
        self.texts: dict[int, dict[Hashable, int]] = {}  # by text: the index of each row

    def __bool__(self) -> bool:
        return self.count > 0

    def __iter__(self) -> Iterator[Row]:
        waiting = self.slots[::-1]
        while waiting:
            slot = waiting.pop()
            if slot.row is not None:
                yield slot.row
            waiting += slot.after

    def put(self, place: Place, value: Any, text: list[Row]) -> None:
        """Put a value at a row or at a field of a row."""
        key = key_of(place.row or {})
        slot = self.find(key)
        if slot is None or slot.row is None:
            if value is not None and not place.unit:
                self.insert(read_again(self.path, value), value, text)
        elif place.unit:
            slot.row = read_again(self.path, {**slot.row, **value})  # places of the row as it was still find it
            self.known[key_of(slot.row)].append(slot)
        else:
            self.known[key].pop()
            slot.row = None if value is None else read_again(self.path, value)
            self.count -= value is None
            if slot.row is not None:
                self.known[key_of(slot.row)].append(slot)

    def find(self, key: Hashable) -> _Slot | None:
        """The first row with these values that is still there."""
        slots = self.known.get(key, [])
        while slots and slots[-1].row is None:
            slots.pop()
        return slots[-1] if slots else None

    def insert(self, row: Row, value: Row, text: list[Row]) -> None:
        """Insert a new row after its nearest predecessor in the text."""
        slot = _Slot(row)
        index = self.index_in(text).get(key_of(value), 0)
        before = (self.find(key_of(text[at])) for at in range(index - 1, -1, -1))
        if index:
            next(filter(None, before), self.slots[0]).after.append(slot)
        else:
            self.slots.append(slot)
        self.known[key_of(row)].append(slot)
        self.count += 1

    def index_in(self, text: list[Row]) -> dict[Hashable, int]:
        if id(text) not in self.texts:
            self.texts[id(text)] = {key_of(row): index for index, row in reversed([*enumerate(text)])}
        return self.texts[id(text)]

    def in_order(self, names: Iterable[str]) -> list[Row]:
        """The rows in the order of these names; other rows stay after their predecessors."""
        wanted: dict[str, list[int]] = defaultdict(list)
        for position, name in reversed(list(enumerate(names))):
            wanted[name].append(position)
        places, rows, last = [], list(self), -1
        for row in rows:
            if positions := wanted[row_name(self.path, row)]:
                last = positions.pop()
            places.append(last)
        return [row for _, row in sorted(zip(places, rows, strict=True), key=lambda pair: pair[0])]


def put_all(flat: Flat, values: Iterable[tuple[Place, Any, Flat]]) -> Flat:
    """Put values at several places, each given with the document that it comes from.

    A new row is inserted where that document has it, and a row whose value is None is removed. If amounts then need a
    currency, it is that of the document.
    """
    values, before = list(values), flat
    for place, value, text in values:
        if place.path == "document":
            flat = dict(value)
        elif place.row is None and place.unit != ORDER:
            flat = fit_currency({**flat, **value}, flat, text)
        else:
            rows = flat[place.path]
            rows = rows if isinstance(rows, _Rows) else _Rows(place.path, rows)
            if place.unit == ORDER:
                flat = {**flat, place.path: rows.in_order(value)}
            else:
                rows.put(place, value, text[place.path])
                flat = fit_currency({**flat, place.path: rows}, flat, text)
    flat = {path: list(value) if isinstance(value, _Rows) else value for path, value in flat.items()}
    return fit_provenance(flat, *{id(text): text for _, _, text in values}.values(), before)


def put(flat: Flat, place: Place, value: Any, text: Flat) -> Flat:
    """Put one value at a place."""
    return put_all(flat, [(place, value, text)])
