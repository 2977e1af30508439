"""Tables that readers sort by the links in their heads."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column: its label, current direction, and the sort key that its link leads to."""

    key: str
    label: str
    direction: str
    sort: str


def sortable(key: str, label: str, sort: str, *, down_first: bool) -> Column:
    """Return the head of a column; a second click turns the direction around."""
    down = f"-{key}"
    direction = {key: "ascending", down: "descending"}.get(sort, "")
    first, other = (down, key) if down_first else (key, down)
    return Column(key, label, direction, other if sort == first else first)
