"""What differs between two documents, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass

from .parsing import GuideDocument


@dataclass(frozen=True, slots=True)
class Change:
    """A field (`faqs[2].answer`) with its old and new value; None where there was or will be no such field."""

    path: str
    old: object
    new: object

    def __str__(self) -> str:
        return f"{self.path}: {_short(self.old)} → {_short(self.new)}"


def changes(old: GuideDocument | None, new: GuideDocument) -> list[Change]:
    """The fields in which two documents differ, in the order of the newer one."""
    before = dict(_leaves(old.to_dict(), "")) if old else {}
    after = dict(_leaves(new.to_dict(), ""))
    paths = [*after, *(path for path in before if path not in after)]
    pairs = ((path, before.get(path), after.get(path)) for path in paths if path != "schema")
    return [Change(path, was, now) for path, was, now in pairs if (was or now) and was != now]


def _leaves(value: object, path: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _leaves(item, f"{path}.{name}" if path else name)
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from _leaves(item, f"{path}[{index}]")
    else:
        yield path, value


def _short(value: object) -> str:
    if value is None or value == "":
        return "nothing"
    text = str(value).replace("\n", " ")
    return f"“{text if len(text) <= 60 else text[:59] + '…'}”" if isinstance(value, str) else text
