"""Guide documents as plain data: values and rows by path, which of them make one statement, what rows are called."""

import typing
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields, is_dataclass
from typing import Any

from guides.document import GuideDocument
from guides.document.shape import IMPORTANCES, marked_needs

Row = dict[str, Any]
Flat = dict[str, Any]  # by path: a value, or the rows of a list

MARKS = tuple(f"details.{mark}" for mark in IMPORTANCES)

ORDER = "order"
NESTED = ("details", "key_facts")
# What an editor may mark as essential or useful: here the mark is a field of the row, which it follows everywhere.
MARKED = {"education_requirements": "text", "skills": "name"}
# Fields that are one statement: half of it from either side would be a third statement that nobody made.
COMPOUNDS = {
    "key_facts.salary_range": ("key_facts.salary_low", "key_facts.salary_high", "key_facts.salary_high_is_open"),
    "key_facts.annual_openings": ("key_facts.annual_openings", "key_facts.annual_openings_is_approximate"),
}
# What becomes one statement only where it would contradict itself otherwise.
PAY = (
    "key_facts.currency",
    "key_facts.median_salary",
    *COMPOUNDS["key_facts.salary_range"],
    "salary_levels",
)
WIDE = {"pay": PAY, "address": ("slug", "related")}
ROW_COMPOUNDS = {"career_path": {"experience": ("experience", "years_min", "years_max")}}
# What a row is called; rows of other lists are their words alone.
NAMES = {
    "details.sources": "name",
    "sections": "heading",
    "skills": "name",
    "salary_levels": "title",
    "career_path": "title",
    "specializations": "name",
    "faqs": "question",
    "resources": "title",
    "related": "slug",
}


def flatten(document: GuideDocument | None) -> Flat:
    """A document as values and rows by path; words in lists and steps are rows of one field, `text`."""
    document = document or GuideDocument(title="", slug="")
    flat: Flat = {}
    for name, value in asdict(document).items():
        inner = {f"{name}.{key}": item for key, item in value.items()} if name in NESTED else {name: value}
        flat |= {path: [_as_row(item) for item in held] if path in LISTS else held for path, held in inner.items()}
    for path, name in MARKED.items():
        flat[path] = [{**row, "importance": document.importance(row[name])} for row in flat[path]]
    return {path: value for path, value in flat.items() if path not in MARKS}


def unflatten(flat: Flat) -> GuideDocument:
    """The document of plain data. Raises DocumentError where it is none."""
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
    """The mark of each need; one that stands in the guide twice has one mark."""
    marks: dict[str, str] = {}
    for path, name in MARKED.items():
        for row in flat[path]:
            marks[row[name]] = marks.get(row[name]) or row["importance"]
    return marks


def _as_row(item: Any) -> Row:
    return {"text": item} if isinstance(item, str) else {key: value for key, value in item.items() if key != "number"}


def _from_row(path: str, number: int, row: Row) -> Any:
    if LISTS[path] is str:
        return row["text"]
    if path == "steps":
        return {"number": number, **row}
    return {key: value for key, value in row.items() if key != "importance"}


def _lists(kind: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    hints = typing.get_type_hints(kind)
    for part in fields(kind):
        hint, path = hints[part.name], prefix + part.name
        if typing.get_origin(hint) is tuple:
            yield path, typing.get_args(hint)[0]
        elif is_dataclass(hint) and path in NESTED:
            yield from _lists(hint, f"{path}.")


LISTS: dict[str, Any] = {
    path: kind for path, kind in _lists(GuideDocument) if path not in MARKS
}  # by path: what its rows are


def row_name(path: str, row: Row) -> str:
    """What a row is called among the others of its list."""
    name: str = row["title"] if path == "related" else row[NAMES.get(path, "text")]
    return name


def fields_of(path: str) -> tuple[str, ...]:
    """The fields that a place outside of rows stands for."""
    return WIDE.get(path) or COMPOUNDS.get(path) or (path,)


def row_units(path: str, row: Row) -> dict[str, tuple[str, ...]]:
    """The fields of a row by the statement that they make."""
    compounds = ROW_COMPOUNDS.get(path, {})
    grouped = {name for names in compounds.values() for name in names}
    return {name: (name,) for name in row if name not in grouped} | compounds


def pick(values: dict[str, Any] | None, names: Iterable[str]) -> dict[str, Any] | None:
    return None if values is None else {name: values[name] for name in names}


def in_short(value: Any, longest: int = 60) -> str:
    """A value in words, cut after some characters: what fields say, beginning with the first that says something."""
    if isinstance(value, dict):
        said = [in_short(item, longest) for item in value.values() if item not in (None, "", False, [])]
        return ", ".join(said[:3]) if said else "nothing"
    if isinstance(value, list):
        return "; ".join(in_short(item, longest) for item in value[:5]) + ("; …" if len(value) > 5 else "")
    if isinstance(value, str):
        words = value.replace("\n", " ")
        return f"“{words if len(words) <= longest else words[: longest - 1] + '…'}”"
    return "nothing" if value is None else str(value)
