"""Three-way merge of guide documents: the text as last imported (base), the current rows (ours), a new text (theirs).

It goes field by field and row by row. A change of one side is taken, the same change of both sides is agreed, and
different changes are a conflict: the merged document keeps our version, and the conflict has all three. Two rows are
the same row if they are equal, have the same name or are similar, so that moved and reworded rows are recognized.

Places and values are plain data (`flatten`), so that a conflict can be stored, shown and decided later.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from guides.document import GuideDocument, overlong_lists, validate
from guides.document.merging.known import merge_provenance
from guides.document.merging.paragraphs import merge_words
from guides.document.merging.places import Place, fit_currency
from guides.document.merging.plain import (
    COMPOUNDS,
    ORDER,
    PAY,
    PROVENANCE,
    WIDE,
    Flat,
    Row,
    fields_of,
    flatten,
    in_short,
    pick,
    row_name,
    row_units,
    unflatten,
)
from guides.document.merging.readings import read_again, with_one_id
from guides.document.merging.rows import align, pair_rewritten, unpaired
from guides.document.shape import LISTS


class Verdict(StrEnum):
    TAKEN = "taken"
    KEPT = "kept"
    AGREED = "agreed"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Difference:
    """A place of the merged document where the three documents differ, and the result there.

    A value is None if its row is missing there; `row` is the row of ours.
    """

    place: Place
    verdict: Verdict
    base: Any
    ours: Any
    theirs: Any
    row: Row | None = None

    def __str__(self) -> str:
        return self.format(str(self.place))

    def format(self, where: str) -> str:
        """`summary: “Old.” → “New.” (taken)`; for a conflict the versions of guide and text."""
        if self.verdict == Verdict.CONFLICT:
            return f"{where}: the guide says {in_short(self.ours)}, the text {in_short(self.theirs)} (conflict)"
        after = self.ours if self.verdict in (Verdict.KEPT, Verdict.AGREED) else self.theirs
        return f"{where}: {in_short(self.base)} → {in_short(after)} ({self.verdict})"


@dataclass(frozen=True, slots=True)
class Merge:
    """The merged document and the result of each difference."""

    document: GuideDocument
    differences: tuple[Difference, ...]

    @property
    def conflicts(self) -> list[Difference]:
        return [difference for difference in self.differences if difference.verdict == Verdict.CONFLICT]


def merge(base: GuideDocument | None, ours: GuideDocument, theirs: GuideDocument) -> Merge:
    """Merge into a document that `validate` accepts if ours and theirs are valid.

    Without a base, both sides are additions. If merged parts of both sides contradict each other, or become too long
    together, our parts are kept as a whole and become one conflict.
    """
    flats = flatten(base), flatten(ours), flatten(theirs)
    flat, differences = combine(*flats)
    for _ in range(2):
        flat = merge_provenance(flat, *flats)
        document = unflatten(flat)
        errors = validate(document) or list(overlong_lists(document, ours))
        if not errors:
            return Merge(document, (*differences, *_known_otherwise(flat, *flats)))
        paths = {error.path.split("[")[0] for error in errors}
        flat, differences = _keep_whole(paths, flat, differences, *flats)
    whole = Difference(Place("document"), Verdict.CONFLICT, *flats)
    return Merge(ours, (whole,))


# -- the merge itself --


def combine(base: Flat, ours: Flat, theirs: Flat) -> tuple[Flat, list[Difference]]:
    """Merge without checking whether the result is valid."""
    groups = _groups(base, ours, theirs)
    flat: Flat = {}
    differences: list[Difference] = []
    for path, names in groups.items():
        if names == (path,) and path in LISTS:
            flat[path], found = merge_rows(path, base[path], ours[path], theirs[path])
        else:
            values, found = _merge_unit(Place(path), *(pick(side, names) for side in (base, ours, theirs)))
            flat |= values
        differences += found
    return fit_currency({**ours, **flat}, ours, theirs), differences


def _groups(base: Flat, ours: Flat, theirs: Flat) -> dict[str, tuple[str, ...]]:
    """The fields to merge together. Pay in two currencies is one group; otherwise the currency follows from pay."""
    compounds = dict(COMPOUNDS)
    currencies = {side["key_facts.currency"] for side in (ours, theirs)} - {None}
    if len(currencies) == 2:
        del compounds["key_facts.salary_range"]
        compounds["pay"] = PAY
    grouped = {name: path for path, names in compounds.items() for name in names}
    groups = {grouped.get(path, path): compounds.get(grouped.get(path, path), (path,)) for path in ours}
    return {path: names for path, names in groups.items() if path not in ("schema", "key_facts.currency", PROVENANCE)}


def _merge_unit(place: Place, base: Any, ours: Any, theirs: Any) -> tuple[Any, list[Difference]]:
    """Merge one statement. Long texts are merged by paragraph if both sides changed different paragraphs."""
    if ours == theirs:
        verdict, value = (None if ours == base else Verdict.AGREED), ours
    elif theirs == base:
        verdict, value = Verdict.KEPT, ours
    elif ours == base:
        verdict, value = Verdict.TAKEN, theirs
    elif words := merge_words(base, ours, theirs):
        verdict, value = Verdict.TAKEN, words
    else:
        verdict, value = Verdict.CONFLICT, ours
    return value, [Difference(place, verdict, base, ours, theirs)] if verdict else []


def _known_otherwise(flat: Flat, *sides: Flat) -> list[Difference]:
    """What a merge changed or kept of how figures are known, a conflict if it lacks something new of theirs."""
    base, ours, theirs = (side[PROVENANCE] for side in sides)
    if any(row not in flat[PROVENANCE] and row not in base for row in theirs):
        verdict = Verdict.CONFLICT
    elif flat[PROVENANCE] != ours:
        verdict = Verdict.TAKEN
    elif ours == base:
        return []
    else:
        verdict = Verdict.AGREED if ours == theirs else Verdict.KEPT
    return [Difference(Place(PROVENANCE), verdict, *(pick(side, (PROVENANCE,)) for side in sides))]


# -- rows --


@dataclass(slots=True)
class _Node:
    """A row: its index in each document, None where it is missing, and the merged row."""

    base: int | None
    ours: int | None
    theirs: int | None
    row: Row | None = None


def merge_rows(path: str, base: list[Row], ours: list[Row], theirs: list[Row]) -> tuple[list[Row], list[Difference]]:
    """Merge the rows of a list: their fields, additions and removals, and their order."""
    nodes = _nodes(path, base, ours, theirs)
    differences: list[Difference] = []
    for node in nodes:
        node.row, found = _merge_row(path, *_rows_of(node, base, ours, theirs))
        differences += found
    kept = [node for node in nodes if node.row is not None]
    ordered, found = _in_order(path, kept, base, ours, theirs)
    return [node.row for node in ordered if node.row is not None], differences + found


def _nodes(path: str, base: list[Row], ours: list[Row], theirs: list[Row]) -> list[_Node]:
    in_ours, in_theirs = align(path, base, ours), align(path, base, theirs)
    pair_rewritten(path, base, (ours, theirs), (in_ours, in_theirs))
    nodes = [_Node(index, in_ours.get(index), in_theirs.get(index)) for index in range(len(base))]
    added, new = unpaired(ours, in_ours.values()), unpaired(theirs, in_theirs.values())
    both = align(path, [ours[index] for index in added], [theirs[index] for index in new])
    nodes += [_Node(None, index, new[both[at]] if at in both else None) for at, index in enumerate(added)]
    return nodes + [_Node(None, None, new[at]) for at in unpaired(new, both.values())]


def _rows_of(node: _Node, *lists: list[Row]) -> Iterator[Row | None]:
    for index, rows in zip((node.base, node.ours, node.theirs), lists, strict=True):
        yield None if index is None else rows[index]


def _merge_row(
    path: str, base: Row | None, ours: Row | None, theirs: Row | None
) -> tuple[Row | None, list[Difference]]:
    """Merge a row by its fields if both sides have it, otherwise as a whole.

    The same words are no change even if an older document did not read from them what a newer one does.
    """
    today = [row and read_again(path, row) for row in with_one_id(path, base, ours, theirs)]
    if ours is None or theirs is None:
        merged, found = _merge_unit(Place(path, row=ours or theirs or base), *today)
        return merged, [replace(difference, row=ours) for difference in found]
    values: Row = {}
    differences: list[Difference] = []
    for unit, names in row_units(path, ours).items():
        place, sides = Place(path, unit), [pick(row, names) for row in today]
        merged_unit, found = _merge_unit(place, *sides)
        if not found and merged_unit != pick(ours, names):
            found = [Difference(place, Verdict.TAKEN, pick(base, names), pick(ours, names), merged_unit)]
        values |= merged_unit
        differences += found
    merged = {name: values[name] for name in ours}
    if base is None and all(difference.verdict == Verdict.AGREED for difference in differences):
        return merged, [Difference(Place(path, row=merged), Verdict.AGREED, None, ours, theirs, ours)]
    places = (Place(path, difference.place.unit, merged) for difference in differences)
    return merged, [replace(found, place=at, row=ours) for found, at in zip(differences, places, strict=True)]


def _in_order(path: str, nodes: list[_Node], *lists: list[Row]) -> tuple[list[_Node], list[Difference]]:
    """Order the rows like the side that changed the order; rows only on the other side follow their predecessors."""
    shared = [node for node in nodes if None not in (node.base, node.ours, node.theirs)]
    base, ours, theirs = (sorted(shared, key=lambda node: getattr(node, side)) for side in ("base", "ours", "theirs"))
    orders = [
        [row_name(path, rows[getattr(node, side)]) for node in order]
        for order, rows, side in zip((base, ours, theirs), lists, ("base", "ours", "theirs"), strict=True)
    ]
    ids = [[id(node) for node in order] for order in (base, ours, theirs)]
    if ids[1] == ids[2]:
        verdict = None if ids[0] == ids[1] else Verdict.AGREED
    elif ids[1] == ids[0]:
        verdict = Verdict.TAKEN
    else:
        verdict = Verdict.KEPT if ids[2] == ids[0] else Verdict.CONFLICT
    found = [Difference(Place(path, ORDER), verdict, orders[0], orders[1], orders[2])] if verdict else []
    first, second = ("theirs", "ours") if verdict in (None, Verdict.TAKEN) else ("ours", "theirs")
    return _interleave(nodes, first, second), found


def _interleave(nodes: list[_Node], first: str, second: str) -> list[_Node]:
    """Order nodes like the first side; a node only on the second side comes after its predecessor there."""

    def order(side: str) -> list[_Node]:
        return sorted((node for node in nodes if getattr(node, side) is not None), key=lambda node: getattr(node, side))

    followers: dict[int, list[_Node]] = defaultdict(list)
    before = 0
    for node in order(second):
        if getattr(node, first) is None:
            followers[before].append(node)
        else:
            before = id(node)
    ordered = list(followers[0])
    for node in order(first):
        ordered += [node, *followers[id(node)]]
    return ordered


# -- contradicting parts --


def _keep_whole(
    paths: set[str], flat: Flat, differences: list[Difference], base: Flat, ours: Flat, theirs: Flat
) -> tuple[Flat, list[Difference]]:
    """Keep our values at these paths; one conflict for each group of fields replaces its differences."""
    for path in paths:
        group = next((name for name, names in WIDE.items() if path in names), path)
        names = fields_of(group)
        if not set(names) <= set(ours):
            continue
        sides = [pick(side, names) for side in (base, ours, theirs)]
        flat = {**flat, **{name: ours[name] for name in names}}
        differences = [found for found in differences if not set(fields_of(found.place.path)) & set(names)]
        differences.append(Difference(Place(group), Verdict.CONFLICT, *sides))
    return flat, differences
