"""Dataclasses to plain data and back. An optional field (one with metadata) is left out if it is empty."""

import typing
from dataclasses import fields, is_dataclass
from functools import cache

from guides.document.errors import DocumentError
from guides.document.kinds import is_union


def to_plain(value: typing.Any) -> typing.Any:
    """A part of a document as plain data, without empty optional keys."""
    if is_dataclass(value):
        parts = ((part, getattr(value, part.name)) for part in fields(value))
        return {part.name: to_plain(item) for part, item in parts if item or not part.metadata}
    return tuple(map(to_plain, value)) if isinstance(value, tuple) else value


def from_plain(kind: typing.Any, data: object, path: str) -> typing.Any:
    """Build a value of the type `kind`: a dataclass, a tuple, a plain type or a union."""
    if is_dataclass(kind):
        return _dataclass(kind, data, path)
    if typing.get_origin(kind) is tuple:
        if not isinstance(data, (list, tuple)):
            raise DocumentError(f"{path}: expected a list, found {type(data).__name__}")
        item = typing.get_args(kind)[0]
        return tuple(from_plain(item, value, f"{path}[{index}]") for index, value in enumerate(data))
    allowed = typing.get_args(kind) if is_union(kind) else (kind,)
    if is_dataclass(allowed[0]) and data is not None:
        return _dataclass(allowed[0], data, path)
    if type(data) not in allowed:  # not isinstance, as True is an int
        raise DocumentError(f"{path}: unexpected {type(data).__name__}")
    return data


_type_hints = cache(typing.get_type_hints)


def _dataclass(kind: typing.Any, data: object, path: str) -> typing.Any:
    names = [part.name for part in fields(kind)]
    required = {part.name for part in fields(kind) if not part.metadata}
    if not isinstance(data, dict) or not required <= set(data) <= set(names):
        raise DocumentError(f"{path}: expected an object with {', '.join(names)}")
    hints = _type_hints(kind)
    return kind(**{name: from_plain(hints[name], data[name], f"{path}.{name}") for name in names if name in data})
