"""Guide documents as plain data: values and rows by path, groups of fields, names of rows."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from guides.document import GuideDocument, kinds
from guides.document.shape import LISTS, MARKS, marked_needs

Row = dict[str, Any]
Flat = dict[str, Any]  # by path: a value, or the rows of a list

ORDER = "order"
PROVENANCE = "provenance"  # merged with the figures that it is about
# Parts whose fields each have a path of their own; the picture is one value.
NESTED = ("details", "key_facts")
# Fields that form one statement: mixing both sides would make a statement that neither side made.
COMPOUNDS = {
    "key_facts.salary_range": ("key_facts.salary_low", "key_facts.salary_high", "key_facts.salary_high_is_open"),
    "key_facts.annual_openings": ("key_facts.annual_openings", "key_facts.annual_openings_is_approximate"),
}
# Fields that are merged as one statement only if they would contradict each other otherwise.
PAY = (
    "key_facts.currency",
    "key_facts.median_salary",
    *COMPOUNDS["key_facts.salary_range"],
    "salary_levels",
)
WIDE = {"pay": PAY, "address": ("slug", "related")}


def flatten(document: GuideDocument | None) -> Flat:
    """A document as values and rows by path; rows without fields of their own get one field, `text`."""
    document = document or GuideDocument(title="", slug="")
    flat: Flat = {}
    for name, value in asdict(document).items():
        inner = {f"{name}.{key}": item for key, item in value.items()} if name in NESTED else {name: value}
        flat |= {path: _as_rows(path, item) if path in LISTS else item for path, item in inner.items()}
    marks = document.marks
    for path in MARKED:
        flat[path] = [{**row, "importance": marks.get(row_name(path, row), "")} for row in flat[path]]
    return {path: value for path, value in flat.items() if path not in MARKS}


def unflatten(flat: Flat) -> GuideDocument:
    """Build a document from plain data. Raises DocumentError if it has another shape."""
    data: dict[str, Any] = {name: {} for name in NESTED}
    for path, value in flat.items():
        if path in LISTS:
            value = [_from_row(path, number, row) for number, row in enumerate(value, start=1)]
        outer, _, inner = path.partition(".")
        if inner:
            data[outer][inner] = value
        else:
            data[path] = value
    data["details"] |= marked_needs(_marks(flat).items())
    return GuideDocument.from_dict(data)


def _marks(flat: Flat) -> dict[str, str]:
    """The mark of each need; a need that appears twice has one mark."""
    marks: dict[str, str] = {}
    for path in MARKED:
        for row in flat[path]:
            need = row_name(path, row)
            marks[need] = marks.get(need) or row["importance"]
    return marks


def _as_rows(path: str, items: Iterable[Any]) -> list[Row]:
    if not LISTS[path].is_part:
        return [{"text": item} for item in items]
    numbers = _number_fields(path)
    return [{name: value for name, value in item.items() if name not in numbers} for item in items]


def _from_row(path: str, number: int, row: Row) -> Any:
    if not LISTS[path].is_part:
        return row["text"]
    numbers = dict.fromkeys(_number_fields(path), number)
    return numbers | {name: value for name, value in row.items() if name != "importance"}


def _number_fields(path: str) -> list[str]:
    """The fields with the number of a row in its list, which follow from its order."""
    return [name for name, field in LISTS[path].parts.items() if field.kind.form == "place"]


def rows_of(path: str) -> kinds.Rows:
    """How the rows of a list are identified."""
    return LISTS[path].rows or kinds.Rows()


# Lists whose rows editors can mark as essential or useful. Here the mark is a field of the row, so that it moves along.
MARKED = tuple(path for path in LISTS if rows_of(path).can_be_marked)


def row_name(path: str, row: Row) -> str:
    """The name of a row in its list."""
    name: str = row[rows_of(path).name]
    return name


def fields_of(path: str) -> tuple[str, ...]:
    """The fields of a place that is not a row."""
    return WIDE.get(path) or COMPOUNDS.get(path) or (path,)


def row_units(path: str, row: Row) -> dict[str, tuple[str, ...]]:
    """Group the fields of a row into units: fields that are read from another field go with it."""
    read = {name: field.kind.source for name, field in LISTS[path].parts.items() if field.kind.source}
    alone = {name: (name,) for name in row if name not in read and name not in read.values()}
    return alone | {source: (source, *(name for name in read if read[name] == source)) for source in read.values()}


def pick(values: dict[str, Any] | None, names: Iterable[str]) -> dict[str, Any] | None:
    return None if values is None else {name: values[name] for name in names}


def in_short(value: Any, longest: int = 60) -> str:
    """A short text for a value: its non-empty fields, cut to a length."""
    if isinstance(value, dict):
        texts = [in_short(item, longest) for item in value.values() if item not in (None, "", False, [])]
        return ", ".join(texts[:3]) if texts else "nothing"
    if isinstance(value, list):
        return "; ".join(in_short(item, longest) for item in value[:5]) + ("; …" if len(value) > 5 else "")
    if isinstance(value, str):
        words = value.replace("\n", " ")
        return f"“{words if len(words) <= longest else words[: longest - 1] + '…'}”"
    return "nothing" if value is None else str(value)
