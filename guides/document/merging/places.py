"""Places in a document: read the value at a place, and find the place again after changes."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import Any

from guides.document.labels import label_of
from guides.document.merging.plain import ORDER, Flat, Row, fields_of, pick, row_name, row_units
from guides.document.merging.rows import align


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a document: a field, a group of fields, or the order of a list (with the unit ORDER).

    With `row`, it is a row of a list, given by its values, or with `unit` a field of that row. A missing row is one to
    add.
    """

    path: str
    unit: str = ""
    row: Row | None = None

    @property
    def name(self) -> str:
        """The row's name, "" outside of lists."""
        return row_name(self.path, self.row) if self.row is not None else ""

    @property
    def label(self) -> str:
        """The place in words: “Questions: Is it lonely?: Answer”."""
        part = label_of(self.path)
        unit = "" if self.unit in ("", "text") else label_of(self.unit)
        return ": ".join(word for word in (part, self.name, unit) if word)

    def __str__(self) -> str:
        row = f"[{self.name if len(self.name) <= 60 else self.name[:59] + '…'}]" if self.row is not None else ""
        return f"{self.path}{row}{'.' + self.unit if self.unit else ''}"


def key_of(row: Row) -> Hashable:
    """A key that only equal rows share."""
    return frozenset(row.items())


class Finder:
    """Finds the places of a document; each list is read once, however many places are looked for."""

    def __init__(self, flat: Flat) -> None:
        self.flat = flat
        self.indexes: dict[str, dict[Hashable, int]] = {}  # by path: the first index of each row

    def locate(self, place: Place) -> int | None:
        """The index of the row of a place."""
        if place.row is None:
            return None
        if place.path not in self.indexes:
            rows: list[Row] = self.flat[place.path]
            self.indexes[place.path] = {key_of(row): index for index, row in reversed([*enumerate(rows)])}
        return self.indexes[place.path].get(key_of(place.row))

    def value_at(self, place: Place) -> Any:
        """The value at a place; None if its row is missing."""
        if place.path == "document":
            return self.flat
        if place.unit == ORDER:
            return [row_name(place.path, row) for row in self.flat[place.path]]
        if place.row is None:
            return pick(self.flat, fields_of(place.path))
        index = self.locate(place)
        if index is None:
            return None
        row: Row = self.flat[place.path][index]
        return pick(row, row_units(place.path, row)[place.unit]) if place.unit else row


class Follower:
    """Finds the places of a document again after it changed."""

    def __init__(self, before: Flat, after: Flat) -> None:
        self.before, self.after = Finder(before), Finder(after)
        self.pairs: dict[str, dict[int, int]] = {}  # by path: the new index of each row

    def follow(self, place: Place) -> Place | None:
        """The place in the changed document, or None if its row was removed."""
        index = self.before.locate(place)
        if index is None:
            return place
        path, after = place.path, self.after.flat
        if path not in self.pairs:
            self.pairs[path] = align(path, self.before.flat[path], after[path])
        now = self.pairs[path].get(index)
        return None if now is None else replace(place, row=after[path][now])

    def value_at(self, place: Place) -> Any:
        """The value at a place of the changed document; None if its row is missing."""
        return self.after.value_at(place)


def fit_currency(flat: Flat, *sides: Flat) -> Flat:
    """Set the currency if there are amounts, and remove it if there are none."""
    amounts = [flat[f"key_facts.{name}"] for name in ("median_salary", "salary_low", "salary_high")]
    has_amounts = bool(flat["salary_levels"]) or any(amount is not None for amount in amounts)
    currencies = (side["key_facts.currency"] for side in (flat, *sides))
    return {**flat, "key_facts.currency": next(filter(None, currencies), None) if has_amounts else None}
