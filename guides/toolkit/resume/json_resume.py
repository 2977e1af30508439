"""JSON Resume (https://jsonresume.org/schema): writing a person as a file, and reading a file.

A file is read into form data, so that the form reports invalid values at their fields.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from guides.document.lines import NOT_TEXT, plain_line
from guides.toolkit.lists import split_list
from guides.toolkit.resume.person import Person
from guides.toolkit.rows import MOST_ROWS

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
LARGEST_FILE = 200_000  # bytes
MOST_ERRORS = 12
# Field of the form: key of the schema.
BASICS = {
    "name": "name",
    "headline": "label",
    "email": "email",
    "phone": "phone",
    "url": "url",
    "summary": "summary",
}
PARTS = {
    "jobs": (
        "work",
        {"position": "position", "employer": "name", "place": "location", "start": "startDate", "end": "endDate"},
    ),
    "projects": ("projects", {"name": "name", "description": "description"}),
    "studies": (
        "education",
        {"degree": "studyType", "area": "area", "school": "institution", "start": "startDate", "end": "endDate"},
    ),
    "certificates": ("certificates", {"name": "name", "issuer": "issuer", "date": "date"}),
}
OLD_NAMES = {"company": "name", "website": "url"}  # of versions before 1.0.0
NAMES_OF_TYPES = {dict: "an object", list: "a list", str: "words", bool: "true or false", int: "a number"}


class ResumeFileError(ValueError):
    """A file that cannot be read; `errors` are messages with the place and the reason."""

    def __init__(self, errors: Iterable[str]) -> None:
        self.errors = list(errors)
        super().__init__("; ".join(self.errors))


@dataclass(slots=True)
class Resume:
    """The contents of a file as values of form fields; `left_out` names the parts without a field."""

    fields: dict[str, str] = field(default_factory=dict)
    rows: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


# Writing


def write_resume(person: Person) -> bytes:
    """Return the file without empty values."""
    basics = {key: getattr(person, name) for name, key in BASICS.items()}
    data = {
        "$schema": SCHEMA,
        "basics": {**basics, "location": _filled({"city": person.place})},
        **{key: [_row(row, keys) for row in getattr(person, part)] for part, (key, keys) in PARTS.items()},
        "skills": [_pair(line, "name", "keywords") for line in person.skills],
        "languages": [_pair(line, "language", "fluency") for line in person.languages],
    }
    data["basics"] = _filled(data["basics"])
    return json.dumps(_filled(data), ensure_ascii=False, indent=2).encode()


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value}


def _row(row: Any, keys: dict[str, str]) -> dict[str, Any]:
    return _filled(
        {key: getattr(row, name) for name, key in keys.items()} | {"highlights": getattr(row, "highlights", ())}
    )


def _pair(line: str, first: str, second: str) -> dict[str, Any]:
    name, _, rest = line.partition(": ")
    words: Any = split_list(rest) if second == "keywords" else rest
    return _filled({first: name, second: words})


# Reading


def read_resume(content: bytes) -> Resume:
    """Read a file; raises ResumeFileError if it is not a JSON Resume or contains values of the wrong type."""
    if len(content) > LARGEST_FILE:
        raise ResumeFileError([f"The file is larger than {LARGEST_FILE // 1000} KB."])
    reader = _Reader()
    resume = reader.read(_parse(content))
    if reader.errors:
        raise ResumeFileError(reader.errors[:MOST_ERRORS])
    return resume


def _parse(content: bytes) -> dict[str, Any]:
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ResumeFileError(["The file is not text, so it is no JSON Resume."]) from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ResumeFileError([f"The file is no JSON: it cannot be read from {place} on."]) from error
    except (ValueError, RecursionError) as error:
        message = "The file is no JSON Resume: it is nested too deeply, or a number is too long."
        raise ResumeFileError([message]) from error
    if not isinstance(data, dict):
        raise ResumeFileError([f"The file should hold an object; it holds {_type(data)}."])
    return data


def _type(value: Any) -> str:
    return "nothing" if value is None else NAMES_OF_TYPES.get(type(value), "a number")


class _Reader:
    """Reads the known parts of the data; collects all errors, and the names of the parts it leaves out."""

    def __init__(self) -> None:
        self.errors: list[str] = []
        self.left_out: dict[str, None] = {}

    def read(self, data: dict[str, Any]) -> Resume:
        fields = self._basics(self._object(data.pop("basics", None), "basics"))
        rows = {part: self._rows(data.pop(key, None), key, keys) for part, (key, keys) in PARTS.items()}
        fields["skills"] = self._pairs(data.pop("skills", None), "skills", "name", "keywords")
        fields["languages"] = self._pairs(data.pop("languages", None), "languages", "language", "fluency")
        for known in ("$schema", "meta"):
            data.pop(known, None)
        self._leave_out("", data)
        return Resume(_filled(fields), _filled(rows), list(self.left_out))

    def _basics(self, data: dict[str, Any]) -> dict[str, str]:
        location = self._object(data.pop("location", None), "basics.location")
        fields = self._fields(data, BASICS, "basics")
        fields["place"] = self._words(location.pop("city", None), "basics.location.city")
        self._leave_out("basics.", data)
        self._leave_out("basics.location.", location)
        return fields

    def _rows(self, value: Any, path: str, keys: dict[str, str]) -> list[dict[str, str]]:
        found = []
        for place, item in self._items(value, path):
            row = self._object(item, place)
            fields = self._fields(row, keys, place)
            if path == "work":
                lines = [self._words(row.pop("summary", None), f"{place}.summary")]
                lines += self._list_of_words(row.pop("highlights", None), f"{place}.highlights")
                fields["highlights"] = "\n".join(filter(None, lines))
            self._leave_out(f"{path}: ", row)
            found.append(_filled(fields))
        return [row for row in found if row]

    def _pairs(self, value: Any, path: str, first: str, second: str) -> str:
        """Return lines of `name: word, word`."""
        lines = []
        for place, item in self._items(value, path, most=40):
            row = self._object({first: item} if isinstance(item, str) else item, place)
            name, rest = self._words(row.pop(first, None), f"{place}.{first}"), row.pop(second, None)
            if second == "keywords":
                words = ", ".join(self._list_of_words(rest, f"{place}.{second}"))
            else:
                words = self._words(rest, f"{place}.{second}")
            self._leave_out(f"{path}: ", row)
            lines.append(": ".join(filter(None, (name, words))))
        return "\n".join(filter(None, lines))

    def _fields(self, data: dict[str, Any], keys: dict[str, str], path: str) -> dict[str, str]:
        for old, new in OLD_NAMES.items():
            if old in data and new not in data and new in keys.values():
                data[new] = data.pop(old)
        return {name: self._words(data.pop(key, None), f"{path}.{key}") for name, key in keys.items()}

    def _words(self, value: Any, path: str) -> str:
        if isinstance(value, int) and not isinstance(value, bool) and path.endswith("Date"):
            value = str(value)  # a year
        if value is None or isinstance(value, str):
            return plain_line(NOT_TEXT.sub(" ", value or ""))
        return self._add_error(path, "words", value) or ""

    def _list_of_words(self, value: Any, path: str) -> list[str]:
        return [self._words(item, place) for place, item in self._items(value, path, most=40)]

    def _items(self, value: Any, path: str, *, most: int = MOST_ROWS) -> list[tuple[str, Any]]:
        if value is not None and not isinstance(value, list):
            self._add_error(path, "a list", value)
            return []
        items = value or []
        if len(items) > most:
            self.errors.append(f"{path}: at most {most} entries can be taken; the file has {len(items)}.")
        return [(f"{path}[{place}]", item) for place, item in enumerate(items[:most])]

    def _object(self, value: Any, path: str) -> dict[str, Any]:
        if value is not None and not isinstance(value, dict):
            self._add_error(path, "an object", value)
            return {}
        return dict(value or {})

    def _add_error(self, path: str, expected: str, found: Any) -> None:
        self.errors.append(f"{path}: expected {expected}, found {_type(found)}.")

    def _leave_out(self, path: str, data: dict[str, Any]) -> None:
        for key, value in data.items():
            if value:
                self.left_out[plain_line(NOT_TEXT.sub(" ", f"{path}{key}"))[:80]] = None
