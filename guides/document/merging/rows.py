"""Matching the rows of two lists."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from guides.document.merging.plain import Row, rows_of

ALIKE = 0.5  # the share of letters in threes that two rows have in common
MOST_PAIRS = 10_000  # beyond, reworded rows count as removed and added: nothing is lost by that
LETTERS_COMPARED = 500

Key = Callable[[Row], Hashable]


def align(path: str, old: Sequence[Row], new: Sequence[Row]) -> dict[int, int]:
    """Match old rows to new rows, by index: first equal rows, then equal names, then similar rows."""
    pairs: dict[int, int] = {}
    rows = rows_of(path)
    for key in _keys(rows.key or rows.name):
        _pair_by(key, old, new, pairs)
    if rows.second:
        _pair_single(rows.second, old, new, pairs)
    if not rows.by_name_alone:
        _pair_alike(old, new, pairs)
    return pairs


def _keys(name: str) -> Iterator[Key]:
    yield lambda row: tuple(row.values())
    yield lambda row: row[name]
    yield lambda row: row[name].casefold()


def rest(rows: Sequence[object], taken: Iterable[int]) -> list[int]:
    known = set(taken)
    return [index for index in range(len(rows)) if index not in known]


def _pair_by(key: Key, old: Sequence[Row], new: Sequence[Row], pairs: dict[int, int]) -> None:
    """Pair rows with the same key in their order."""
    waiting = defaultdict(list)
    for index in reversed(rest(old, pairs)):
        waiting[key(old[index])].append(index)
    for index in rest(new, pairs.values()):
        if waiting[key(new[index])]:
            pairs[waiting[key(new[index])].pop()] = index


def _pair_single(name: str, old: Sequence[Row], new: Sequence[Row], pairs: dict[int, int]) -> None:
    """Pair the only row of a kind with the only row of that kind, except kind `other`."""
    sides = []
    for rows, taken in ((old, pairs.keys()), (new, pairs.values())):
        by_kind = defaultdict(list)
        for index in rest(rows, taken):
            by_kind[rows[index][name]].append(index)
        sides.append({kind: found[0] for kind, found in by_kind.items() if len(found) == 1 and kind != "other"})
    pairs.update({index: sides[1][kind] for kind, index in sides[0].items() if kind in sides[1]})


def _pair_alike(old: Sequence[Row], new: Sequence[Row], pairs: dict[int, int]) -> None:
    """Pair similar rows, the most similar first."""
    left, right = rest(old, pairs), rest(new, pairs.values())
    if len(left) * len(right) > MOST_PAIRS:
        return
    ours, theirs = ({index: _threes(rows[index]) for index in rest} for rows, rest in ((old, left), (new, right)))
    scores = [
        (-_alike(mine, other), min(i, j), max(i, j), i, j) for i, mine in ours.items() for j, other in theirs.items()
    ]
    for score, *_, i, j in sorted(scores):
        if -score >= ALIKE and i in ours and j in theirs:
            pairs[i] = j
            del ours[i], theirs[j]


def _threes(row: Row) -> set[str]:
    words = " ".join(value for value in row.values() if isinstance(value, str)).casefold()[:LETTERS_COMPARED]
    return {words[at : at + 3] for at in range(max(1, len(words) - 2))}


def _alike(one: set[str], other: set[str]) -> float:
    """Dice's coefficient of trigrams: 1 for equal sets, 0 for none in common."""
    return 2 * len(one & other) / (len(one) + len(other))


def pair_rewritten(
    path: str, old: Sequence[Row], sides: Sequence[Sequence[Row]], pairs: Sequence[dict[int, int]]
) -> None:
    """Pair a row with the one in its place where both sides rewrote it beyond likeness.

    Otherwise each side would seem to have removed the row and added another. The row in its place is the only new one
    between the same neighbors.
    """
    if rows_of(path).by_name_alone:
        return
    both = list(zip(sides, pairs, strict=True))
    for index in range(len(old)):
        found = [_in_its_place(index, len(old), len(side), known) for side, known in both]
        if all(at is not None or _is_reworded(index, old, *side) for at, side in zip(found, both, strict=True)):
            for known, at in zip(pairs, found, strict=True):
                if at is not None:
                    known[index] = at


def _is_reworded(index: int, old: Sequence[Row], new: Sequence[Row], pairs: dict[int, int]) -> bool:
    return index in pairs and new[pairs[index]] != old[index]


def _in_its_place(index: int, old_count: int, new_count: int, pairs: dict[int, int]) -> int | None:
    """The index of the only new row where a row that is gone stood, alone, between its neighbors."""
    if index in pairs or (index > 0 and index - 1 not in pairs) or (index + 1 < old_count and index + 1 not in pairs):
        return None
    start = pairs[index - 1] + 1 if index > 0 else 0
    end = pairs[index + 1] if index + 1 < old_count else new_count
    return start if end - start == 1 else None
