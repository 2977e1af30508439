"""The contents list of a guide page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guides.pages.blocks import Block

MOST_ENTRIES = 18
MORE = "More sections"
# Sections that are listed below the one they follow, though they have a heading of the same level.
HOSTS = {
    "education_training": "how_to_become",
    "official_figures": "salary_outlook",
    "emerging_specializations": "market_reality",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents list."""

    anchor: str
    label: str
    children: tuple["Entry", ...] = ()


@dataclass(frozen=True, slots=True)
class _Group:
    """A section and what follows it in one entry."""

    kind: str
    entry: Entry
    children: list[Entry]


def contents_of(blocks: Sequence[Block]) -> tuple[Entry, ...]:
    """At most MOST_ENTRIES sections, with their parts and lower sections; the last entry takes what is beyond."""
    groups: list[_Group] = []
    for block in blocks:
        entry, below = Entry(block.anchor, block.label), _entries_below(block)
        if groups and HOSTS.get(block.kind) == groups[-1].kind:
            groups[-1].children.extend((entry, *below))
        else:
            groups.append(_Group(block.kind, entry, list(below)))
    entries = [Entry(group.entry.anchor, group.entry.label, tuple(group.children)) for group in groups]
    if len(entries) <= MOST_ENTRIES:
        return tuple(entries)
    kept, beyond = entries[: MOST_ENTRIES - 1], entries[MOST_ENTRIES - 1 :]
    rest = tuple(line for entry in beyond for line in (Entry(entry.anchor, entry.label), *entry.children))
    return (*kept, Entry(rest[0].anchor, MORE, rest))


def _entries_below(block: Block) -> Iterator[Entry]:
    yield from (Entry(part.anchor, part.heading) for part in block.parts if part.anchor)
    for child in block.children:
        yield Entry(child.anchor, child.label)
        yield from _entries_below(child)
