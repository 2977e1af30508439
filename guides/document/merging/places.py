"""Places in a document: read the value at a place, replace it, and find the place again after changes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from guides.document.merging.plain import ORDER, Flat, Row, fields_of, pick, row_name, row_units
from guides.document.merging.readings import read_again
from guides.document.merging.rows import align

# What editors read in the form, where it is not the name of the field.
LABELS = {
    "faqs": "Questions",
    "related": "Related roles",
    "pay": "All pay figures",
    "median_salary": "Median pay a year",
    "salary_range": "Pay range a year",
    "salary_low": "Pay range a year, lower end",
    "salary_high": "Pay range a year, upper end",
    "salary_high_is_open": "Pay range a year, and more",
    "growth_percent": "Growth",
    "annual_openings": "Openings a year",
    "annual_openings_is_approximate": "Openings a year, approximately",
    "career_path": "Career steps",
    "url": "Address",
}


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
        part = words_of(self.path.rpartition(".")[2])
        unit = "" if self.unit in ("", "text") else words_of(self.unit)
        return ": ".join(word for word in (part, self.name, unit) if word)

    def __str__(self) -> str:
        row = f"[{self.name if len(self.name) <= 60 else self.name[:59] + '…'}]" if self.row is not None else ""
        return f"{self.path}{row}{'.' + self.unit if self.unit else ''}"


def words_of(name: str) -> str:
    """The label of a field or list."""
    return LABELS.get(name) or name.replace("_", " ").capitalize()


def value_at(flat: Flat, place: Place) -> Any:
    """The value at a place; None if its row is missing."""
    if place.path == "document":
        return flat
    if place.unit == ORDER:
        return [row_name(place.path, row) for row in flat[place.path]]
    if place.row is None:
        return pick(flat, fields_of(place.path))
    index = locate(flat, place)
    if index is None:
        return None
    row: Row = flat[place.path][index]
    return pick(row, row_units(place.path, row)[place.unit]) if place.unit else row


def locate(flat: Flat, place: Place) -> int | None:
    """The index of the row of a place."""
    return next((index for index, row in enumerate(flat[place.path]) if row == place.row), None)


def follow(before: Flat, after: Flat, place: Place) -> Place | None:
    """Find a place again in a changed document, or None if its row was removed."""
    if place.row is None or (index := locate(before, place)) is None:
        return place
    now = align(place.path, before[place.path], after[place.path]).get(index)
    return None if now is None else replace(place, row=after[place.path][now])


def put_all(flat: Flat, values: Iterable[tuple[Place, Any, Flat]]) -> Flat:
    """Put values at several places, each given with the document that it comes from."""
    waiting = list(values)
    while waiting:
        (place, value, text), *waiting = waiting
        before, flat = flat, put(flat, place, value, text)
        if place.row is not None and place.unit and (index := locate(before, place)) is not None:
            same, row = (place.path, place.row), flat[place.path][index]
            waiting = [
                (replace(at, row=row) if (at.path, at.row) == same else at, new, source) for at, new, source in waiting
            ]
    return flat


def put(flat: Flat, place: Place, value: Any, text: Flat) -> Flat:
    """Replace the value at a place; if amounts then need a currency, it is that of `text`.

    A new row is inserted where `text` has it, and a row whose value is None is removed.
    """
    if place.path == "document":
        return dict(value)
    if place.unit == ORDER:
        return {**flat, place.path: _reorder(place.path, flat[place.path], value)}
    if place.row is None:
        return fit_currency({**flat, **value}, flat, text)
    rows, index = list(flat[place.path]), locate(flat, place)
    if index is None:
        if value is not None and not place.unit:
            rows.insert(_position(rows, value, text[place.path]), read_again(place.path, value))
    elif place.unit:
        rows[index] = read_again(place.path, {**rows[index], **value})
    else:
        rows[index : index + 1] = [] if value is None else [read_again(place.path, value)]
    return fit_currency({**flat, place.path: rows}, flat, text)


def _position(rows: list[Row], row: Row, text: list[Row]) -> int:
    """The index for a new row: after its nearest predecessor in the text."""
    before = text[: text.index(row)] if row in text else []
    return next(
        (rows.index(earlier) + 1 for earlier in reversed(before) if earlier in rows), 0 if before else len(rows)
    )


def _reorder(path: str, rows: list[Row], names: list[str]) -> list[Row]:
    """Sort rows in the order of these names; other rows stay after their predecessors."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for position, name in reversed(list(enumerate(names))):
        wanted[name].append(position)
    places, last = [], -1
    for row in rows:
        if positions := wanted[row_name(path, row)]:
            last = positions.pop()
        places.append(last)
    return [row for _, row in sorted(zip(places, rows, strict=True), key=lambda pair: pair[0])]


def fit_currency(flat: Flat, *sides: Flat) -> Flat:
    """Set the currency if there are amounts, and remove it if there are none."""
    amounts = [flat[f"key_facts.{name}"] for name in ("median_salary", "salary_low", "salary_high")]
    has_amounts = bool(flat["salary_levels"]) or any(amount is not None for amount in amounts)
    currencies = (side["key_facts.currency"] for side in (flat, *sides))
    return {**flat, "key_facts.currency": next(filter(None, currencies), None) if has_amounts else None}
