"""Kinds of fields: what each text and number of the document is, declared once in its type.

`answer: Markdown` in `shape.py` is the only declaration needed: rules, tables, the mapping between rows and document,
the merge and the editors' forms read it with `fields_of`.
"""

import dataclasses
import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Annotated, Any

from guides.document.lines import LONGEST_QUESTION

T = typing.TypeVar("T")

LONGEST_NAME, LONGEST_URL, LONGEST_COUNTRY, LONGEST_PAY, LONGEST_ID = 200, 500, 40, 120, 40


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind of a field: `form` selects its rule, `longest` is its limit in characters, `values` are its choices.

    `source` is the field of the same row that the value is read from. Markdown with a `layout` holds only what that
    allows.
    """

    form: str
    longest: int | None = None
    values: tuple[str, ...] = ()
    source: str = ""
    layout: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """How the rows of a list are identified.

    `name` is the field with the name of a row, `key` the field that identifies it (by default `name`), and `second` the
    field that identifies a renamed row, unless several rows have the same value in it. If the field `id` has a value,
    it identifies the row for good. With `by_name_alone`, a row with another name is another row. With `can_be_marked`,
    editors can mark rows as essential or useful. Rows without fields of their own have one field, `text`.
    """

    name: str = "text"
    key: str = ""
    second: str = ""
    id: str = ""
    by_name_alone: bool = False
    can_be_marked: bool = False


OTHER = Kind("other")
Line = Annotated[str, Kind("line")]
Name = Annotated[str, Kind("line", longest=LONGEST_NAME)]
Question = Annotated[str, Kind("line", longest=LONGEST_QUESTION)]
Country = Annotated[str, Kind("line", longest=LONGEST_COUNTRY)]
PayWords = Annotated[str, Kind("line", longest=LONGEST_PAY)]
Markdown = Annotated[str, Kind("markdown")]
Bullets = Annotated[str, Kind("markdown", layout="bullets")]
Jobs = Annotated[str, Kind("markdown", layout="jobs")]
Id = Annotated[str, Kind("id", longest=LONGEST_ID)]
Slug = Annotated[str, Kind("slug", longest=LONGEST_NAME)]
Subject = Annotated[str, Kind("subject", longest=LONGEST_NAME)]
OccupationCode = Annotated[str, Kind("occupation", longest=len("43-4051.00"))]
WebAddress = Annotated[str, Kind("address", longest=LONGEST_URL)]
Date = Annotated[str, Kind("date", longest=len("2025-05-31"))]
StoredPicture = Annotated[str, Kind("picture")]
Amount = Annotated[int, Kind("amount")]
Count = Annotated[int, Kind("count")]
Percent = Annotated[int | float, Kind("percent")]
Known = Annotated[int | float, Kind("figure")]
Share = Annotated[int, Kind("share")]
Place = Annotated[int, Kind("place")]
Flag = Annotated[bool, Kind("flag")]


def one_of(values: tuple[str, ...], longest: int) -> Kind:
    """The kind of a choice; `longest` leaves room for future values."""
    return Kind("choice", longest, values)


def read_from(source: str, form: str = "years", **options: Any) -> Kind:
    """The kind of a field that is read from another one, by default a number of years."""
    return Kind(form, source=source, **options)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a dataclass: its kind (OTHER for a part) and, for a list, how its rows are identified.

    `type` is the type of the value, or of each row of a list.
    """

    name: str
    type: Any
    kind: Kind
    rows: Rows | None
    default: Any

    @property
    def is_value(self) -> bool:
        """Whether it is one text or number."""
        return self.kind != OTHER and self.rows is None

    @property
    def is_part(self) -> bool:
        """Whether the value, or each row, has fields of its own."""
        return dataclasses.is_dataclass(self.type)

    @property
    def parts(self) -> "dict[str, Field]":
        """The fields of the value, or of each row, by name; empty if it is not a part."""
        return fields_of(self.type) if self.is_part else {}

    @property
    def name_field(self) -> str:
        """The field with the name of a row."""
        return self.rows.name if self.rows else "text"

    @property
    def text_field(self) -> str:
        """The field with the Markdown of a row, if any."""
        return next((name for name, part in self.parts.items() if part.kind.form == "markdown"), "")

    def build_row(self, name: str, text: str) -> Any:
        """Build a row of this list from a name and Markdown."""
        values = {self.text_field: text} if self.text_field else {}
        return self.type(**{self.name_field: name}, **values)

    def name_and_text(self, row: Any) -> tuple[str, str]:
        """The name of a row of this list and its Markdown; a row without fields is its own name."""
        if not self.is_part:
            return row, ""
        return getattr(row, self.name_field), getattr(row, self.text_field) if self.text_field else ""

    @property
    def may_be_empty(self) -> bool:
        """Whether a text may be ""."""
        return bool(self.default == "")


@cache
def fields_of(owner: Any) -> dict[str, Field]:
    """The fields of a dataclass by name."""
    hints = typing.get_type_hints(owner, include_extras=True)
    return {part.name: _field(part, hints[part.name]) for part in dataclasses.fields(owner)}


def _field(part: "dataclasses.Field[Any]", hint: Any) -> Field:
    hint, rows = _split(hint, Rows)
    is_list = typing.get_origin(hint) is tuple
    if is_list or is_union(hint):
        hint = typing.get_args(hint)[0]
    hint, kind = _split(hint, Kind)
    return Field(part.name, hint, kind or OTHER, (rows or Rows()) if is_list else None, part.default)


def is_union(hint: Any) -> bool:
    """Whether a type is one of several, such as a text or None."""
    return typing.get_origin(hint) in (typing.Union, types.UnionType)


def _split(hint: Any, wanted: type) -> tuple[Any, Any]:
    """Split a type from its annotation of the wanted class, if it has one."""
    if typing.get_origin(hint) is not Annotated:
        return hint, None
    plain, *notes = typing.get_args(hint)
    found = next((note for note in notes if isinstance(note, wanted)), None)
    return (plain if found else hint), found


def lists_of(owner: Any, prefix: str = "") -> Iterator[tuple[str, Field]]:
    """The lists of a dataclass and of the parts in it by path, such as `faqs` and `details.sources`."""
    for name, field in fields_of(owner).items():
        if field.rows:
            yield f"{prefix}{name}", field
        elif field.is_part:
            yield from lists_of(field.type, f"{prefix}{name}.")


def values_of(part: Any, prefix: str = "") -> Iterator[tuple[str, Field, Any]]:
    """Every text and number in a dataclass: path, field and value, without those that are None."""
    owner: Any = type(part)
    for name, field in fields_of(owner).items():
        value, path = getattr(part, name), f"{prefix}{name}"
        items = [(f"{path}[{index}]", row) for index, row in enumerate(value)] if field.rows else [(path, value)]
        for at, item in items:
            if field.is_part and item is not None:
                yield from values_of(item, f"{at}.")
            elif item is not None:
                yield at, field, item


def map_markdown(part: T, change: Callable[[str], str]) -> T:
    """A copy of a dataclass in which every Markdown text is changed."""
    owner: Any = type(part)
    changed: dict[str, Any] = {}
    for name, field in fields_of(owner).items():
        value = getattr(part, name)
        if value is not None and (field.is_part or field.kind.form == "markdown"):
            change_one = partial(map_markdown, change=change) if field.is_part else change
            changed[name] = tuple(map(change_one, value)) if field.rows else change_one(value)
    copy: T = dataclasses.replace(typing.cast(Any, part), **changed)
    return copy
