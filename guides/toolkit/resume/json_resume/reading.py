"""Reading a JSON Resume, also of earlier versions and of programs that take the schema loosely."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from guides.document.lines import NOT_TEXT, plain_line
from guides.toolkit.fields import MOST_LINES, plain_text
from guides.toolkit.resume.json_resume.file import NOT_A_RESUME, parse
from guides.toolkit.resume.json_resume.rest import LARGEST_VALUE, LONGEST_REST, is_deep
from guides.toolkit.resume.json_resume.schema import (
    BASICS,
    DATES,
    EMPTY,
    LINES,
    LISTS,
    LOCATION,
    OTHER_NAMES,
    POINTS,
    TEXTS,
    UNSURE,
    Data,
    Entries,
    Resume,
    ResumeFileError,
)
from guides.toolkit.resume.json_resume.writing import date_of, pair_of
from guides.toolkit.resume.person import (
    Person,
)
from guides.toolkit.resume.sections import USUAL_ORDER
from guides.toolkit.rows import MOST_ROWS, rows_that_fit

LARGEST_FILE = 200_000  # bytes
MOST_NAMED, LONGEST_NAME = 10, 80  # things left out that a message names, and characters of one
_TIME = re.compile(r"([12]\d{3}-\d\d-\d\d)T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?", re.ASCII)


def read_resume(content: bytes) -> Resume:
    """Read a file. Raises ResumeFileError if there is no resume in it; single odd values are kept in `rest`."""
    if len(content) > LARGEST_FILE:
        raise ResumeFileError([f"The file is larger than {LARGEST_FILE // 1000} KB."])
    return _Reader().read(parse(content))


class _Reader:
    """Takes what it knows out of the data, so that the rest remains at its place; notes what a person should know."""

    def __init__(self) -> None:
        self.left_out: list[str] = []
        self.too_large: dict[str, None] = {}
        self.unseen: dict[str, None] = {}

    def read(self, data: Data) -> Resume:
        data.pop("$schema", None)
        basics, meta = _inner(data, "basics"), _inner(data, "meta")
        if isinstance(basics.get("location"), str):
            basics["location"] = {"city": basics["location"]}
        location = _inner(basics, "location")
        values = _take_fields(basics, BASICS) | _take_fields(location, LOCATION)
        lists = {
            name: self._entries(basics if name == "profiles" else data, entries) for name, entries in LISTS.items()
        }
        lines = {name: self._lines(data, name) for name in LINES}
        order = _take_order(meta)
        _drop_empty(basics, "location", "profiles")
        _drop_empty(data, "basics", "meta", *(entries.key for entries in LISTS.values()), *LINES)
        is_certain = any(values.values()) or any(lists[name] for name in LISTS if name not in UNSURE)
        if not is_certain and (data or not any([*lists.values(), *lines.values()])):
            raise ResumeFileError([NOT_A_RESUME])
        person = Person(**values, **self._rows_that_fit(lists), **lines, order=order, rest=self._rest(data))
        return Resume(person, (*self.left_out, *self._about_the_rest()))

    def _entries(self, data: Data, entries: Entries) -> list[Any]:
        """Take the entries of a list; those with nothing that is known stay in it.

        Entries that no message would name are only counted: they are None.
        """
        found: list[Any] = []
        unknown = []
        for item in _items(data.get(entries.key)):
            if len(found) >= MOST_ROWS + MOST_NAMED:
                found.append(None)
                continue
            row = dict(item) if isinstance(item, dict) else {next(iter(entries.keys.values())): item}
            values = _take_fields(row, entries.keys)
            if any(values.values()):
                found.append(self._entry(entries.fact(**values), row))
            elif _is_filled(row):
                unknown.append(item)
        data[entries.key] = unknown
        return found

    def _entry(self, entry: Any, row: Data) -> Any:
        """Return an entry with the rest of its row, and with as many points as the form takes."""
        points = {
            name: self._lines_that_fit(getattr(entry, name), f"“{_name_of(entry)}”", "lines")
            for name in POINTS
            if hasattr(entry, name)
        }
        return replace(entry, **points, rest=self._rest(row))

    def _lines(self, data: Data, name: str) -> tuple[str, ...]:
        """Take a list of lines; what else it says of a line stays with the name of that line."""
        found, rest = [], []
        first, level, details = LINES[name]
        for item in _items(data.get(name)):
            row = dict(item) if isinstance(item, dict) else {first: item}
            words = _take_fields(row, {"name": first, "level": level, "keywords": details})
            line = ": ".join(filter(None, (_with_level(words["name"], words["level"]), words["keywords"])))
            if line:
                found.append(line)
                row |= {first: pair_of(line, *LINES[name])[first]} if _is_filled(row) else {}
            if _is_filled(row):
                rest.append(row)
        data[name] = rest
        return self._lines_that_fit(found, "Your file", name)

    def _lines_that_fit(self, lines: Sequence[str], whose: str, what: str) -> tuple[str, ...]:
        if len(lines) > MOST_LINES:
            names = _listed_names(lines[MOST_LINES:])
            self.left_out.append(f"{whose} has {len(lines):,} {what}; the form takes {MOST_LINES}. Left out: {names}.")
        return tuple(lines[:MOST_LINES])

    def _rows_that_fit(self, lists: Mapping[str, Sequence[Any]]) -> dict[str, tuple[Any, ...]]:
        sizes = {name: len(fields(LISTS[name].fact)) for name in lists}
        most = rows_that_fit({name: len(entries) for name, entries in lists.items()}, sizes)
        for name, entries in lists.items():
            if len(entries) > most[name]:
                names = _listed_names(entries[most[name] :], _name_of)
                several = LISTS[name].several
                self.left_out.append(
                    f"Your file has {len(entries):,} {several}; the form takes {most[name]}. Left out: {names}."
                )
        return {name: tuple(entries[: most[name]]) for name, entries in lists.items()}

    def _rest(self, data: Data) -> str:
        """Return what remains of an entry or of the whole file as JSON; what is too large for a form is noted."""
        data = {key: value for key, value in data.items() if value not in EMPTY}
        if not data:
            return ""
        kept = {} if is_deep(data) else self._small(data)
        text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"), sort_keys=True) if kept else ""
        if len(text) > LONGEST_REST or not kept:
            self.too_large |= dict.fromkeys(data)
            return ""
        self.unseen |= dict.fromkeys(_unseen_keys(kept))
        return NOT_TEXT.sub(" ", text)

    def _small(self, data: Data) -> Data:
        """Return data without values that are large, such as pictures."""
        kept: Data = {}
        for key, value in data.items():
            if len(json.dumps(value)) <= LARGEST_VALUE:
                kept[key] = value
            elif isinstance(value, dict):
                kept[key] = self._small(value)
            else:
                self.too_large[key] = None
        return kept

    def _about_the_rest(self) -> Iterator[str]:
        if self.too_large:
            yield f"Too large for the form, and left out: {_listed_names(list(self.too_large))}."
        if self.unseen:
            yield f"Not part of a resume, but kept for your JSON Resume: {_listed_names(list(self.unseen))}."


def _inner(data: Data, key: str) -> Data:
    """Return the object at a key, or an empty one."""
    value = data.get(key)
    return value if isinstance(value, dict) else {}


def _unseen_keys(rest: Data) -> Iterator[str]:
    """Yield the keys that are kept and not shown; those of the schema need no word."""
    for key, value in rest.items():
        if key in ("basics", "location") and isinstance(value, dict):
            yield from _unseen_keys(value)
        elif key in LINES and isinstance(value, list):
            yield from (inner for line in value for inner in line if inner != LINES[key][0])
        elif key not in ("image", "meta"):
            yield key


def _drop_empty(data: Data, *keys: str) -> None:
    for key in keys:
        if key in data and not data[key]:
            del data[key]


def _is_filled(row: Data) -> bool:
    return any(value not in EMPTY for value in row.values())


def _items(value: Any) -> list[Any]:
    """Return a list, or what stands where one should: lines of words, a single thing."""
    if isinstance(value, str):
        return value.splitlines()
    return value if isinstance(value, list) else [] if value is None else [value]


def _take_order(meta: Data) -> tuple[str, ...]:
    names = meta.get("order")
    is_order = isinstance(names, list) and all(isinstance(name, str) and name in USUAL_ORDER for name in names)
    return tuple(dict.fromkeys(meta.pop("order"))) if is_order else ()


def _take_fields(data: Data, keys: Mapping[str, str]) -> dict[str, Any]:
    """Take the fields of a person, an entry or a line, also by the other names of their keys."""
    found: dict[str, Any] = dict.fromkeys(keys, "") | dict.fromkeys(POINTS & keys.keys(), ())
    if not data:
        return found
    for name, key in keys.items():
        others = (other for other in OTHER_NAMES.get(key, ()) if other not in keys.values())
        used = next((other for other in (key, *others) if data.get(other) not in EMPTY), None)
        if name in DATES:
            found[name] = _take_date(data, used or key)
        elif used:
            found[name] = _take(data, used, name)
        else:
            data.pop(key, None)
    return found


def _take_date(data: Data, key: str) -> str:
    """Take a date, or the words beside it if they still belong to it."""
    date = _TIME.sub(r"\1", _take(data, key, "date"))
    words = data.get(f"{key}Words")
    if isinstance(words, str) and date_of(key, words).get(key) == date:
        return _words(data.pop(f"{key}Words")) or ""
    return date


def _take(data: Data, key: str, name: str) -> Any:
    """Take the words of a field out of the data; what is not words stays. A list is one text if all of it is words."""
    value = data.get(key)
    plain = plain_text if name in TEXTS else plain_line
    if name in POINTS:
        items = [(item, _words(item)) for item in _items(value)]
        data[key] = [item for item, words in items if words is None]
        _drop_empty(data, key)
        return tuple(words for _, words in items if words)
    if isinstance(value, list):
        lines = [_words(item) for item in value]
        words = None if None in lines else ("\n" if name in TEXTS else ", ").join(filter(None, lines))
    else:
        words = _words(value, plain)
    if words is not None:
        data.pop(key, None)
    return words or ""


def _words(value: Any, plain: Callable[[str], str] = plain_line) -> str | None:
    """Return words or a number as text; None for anything else."""
    if value is None or isinstance(value, bool | list | dict):
        return "" if value is None else None
    return plain(NOT_TEXT.sub(" ", str(value)))


def _with_level(name: str, level: str) -> str:
    return " ".join(filter(None, (name, level and f"({level})")))


def _name_of(entry: Any) -> str:
    """Name an entry in a message: `Clerk, Port (1998)`."""
    names = [getattr(entry, field.name) for field in fields(entry)]
    words = ", ".join([name for name in names if isinstance(name, str) and name][:2])
    year = next((date[:4] for name in ("start", "date") if (date := getattr(entry, name, ""))), "")
    return words[:LONGEST_NAME] + (f" ({year})" if year.isdigit() else "")


def _listed_names(things: Sequence[Any], name_of: Callable[[Any], str] = str) -> str:
    more = len(things) - MOST_NAMED
    names = (plain_line(NOT_TEXT.sub(" ", name_of(thing)))[:LONGEST_NAME] for thing in things[:MOST_NAMED])
    shown = "; ".join(names)
    return f"{shown}; and {more:,} more" if more > 0 else shown
