"""Writing a person as a JSON Resume."""

import json
from collections.abc import Mapping
from typing import Any

from guides.document.dates import is_date
from guides.toolkit.lists import split_list
from guides.toolkit.resume.dates import year_of_season
from guides.toolkit.resume.json_resume.rest import read_rest
from guides.toolkit.resume.json_resume.schema import (
    BASICS,
    DATES,
    IN_ONE_LINE,
    LINES,
    LISTS,
    LOCATION,
    POINTS,
    SCHEMA,
    Data,
)
from guides.toolkit.resume.person import (
    Person,
)


def write_resume(person: Person) -> bytes:
    """Return the file, without empty values."""
    lists = {
        entries.key: [
            _with_rest(_object(entry, entries.keys), read_rest(entry.rest)) for entry in getattr(person, name)
        ]
        for name, entries in LISTS.items()
    }
    profiles = lists.pop("profiles")
    basics = _object(person, BASICS) | {"location": _object(person, LOCATION), "profiles": profiles}
    data = {
        "$schema": SCHEMA,
        "basics": _filled(basics),
        **lists,
        **{name: [pair_of(line, *keys) for line in getattr(person, name)] for name, keys in LINES.items()},
        "meta": _filled({"order": list(person.order)}),
    }
    return json.dumps(_with_rest(_filled(data), read_rest(person.rest)), ensure_ascii=False, indent=2).encode()


def _object(entry: Any, keys: Mapping[str, str]) -> Data:
    """Return the fields of a person or of an entry under their keys."""
    data: Data = {}
    for name, key in keys.items():
        value = getattr(entry, name)
        if name in DATES:
            data |= date_of(key, value)
        elif name in IN_ONE_LINE:
            data[key] = _listed(value) if value else []
        else:
            data[key] = list(value) if name in POINTS else value
    return _filled(data)


def date_of(key: str, date: str) -> Data:
    return {key: date} if is_date(date) else {key: year_of_season(date), f"{key}Words": date}


def _listed(line: str) -> list[str]:
    """Split a line at its commas, unless it would come back changed."""
    words = split_list(line)
    return words if ", ".join(words) == line else [line]


def pair_of(line: str, name: str, level: str, details: str) -> Data:
    """Split a line at its colon, unless it would come back changed."""
    first, _, rest = line.partition(": ")
    if not (first and rest):
        return {name: line}
    return {name: first, details: _listed(rest) if details == "keywords" else rest}


def _filled(data: Data) -> Data:
    return {key: value for key, value in data.items() if value}


def _with_rest(data: Data, rest: Data) -> Data:
    """Put back what a file said beyond the form, at its place; what was typed stays."""
    merged = dict(data)
    for key, kept in rest.items():
        value = merged.get(key)
        if key not in merged:
            merged[key] = kept
        elif isinstance(value, dict) and isinstance(kept, dict):
            merged[key] = _with_rest(value, kept)
        elif isinstance(value, list) and isinstance(kept, list):
            merged[key] = _with_rest_of_lines(value, kept, LINES[key][0]) if key in LINES else [*value, *kept]
    return merged


def _with_rest_of_lines(lines: list[Data], kept: list[Any], key: str) -> list[Any]:
    """Put back the rest of each line by its name; with a line that was deleted, its rest is gone."""
    named = {rest[key]: rest for rest in kept if isinstance(rest, dict) and isinstance(rest.get(key), str)}
    others = [rest for rest in kept if not (isinstance(rest, dict) and isinstance(rest.get(key), str))]
    return [*({**named.get(line[key], {}), **line} for line in lines), *others]
