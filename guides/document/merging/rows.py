"""Matching the rows of two lists."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from guides.document.merging.plain import Row, rows_of

SIMILAR = 0.5  # the least share of trigrams that similar rows have in common
MOST_PAIRS = 10_000  # with more, reworded rows count as removed and added, which loses nothing
CHARACTERS_COMPARED = 500

Key = Callable[[Row], Hashable]


def align(path: str, old: Sequence[Row], new: Sequence[Row]) -> dict[int, int]:
    """Match old rows to new rows, by index: first equal ids, then equal rows, then equal names, then similar rows.

    Rows with different ids are different rows, whatever their words.
    """
    id = rows_of(path).id
    if not id:
        return _align_words(path, old, new)
    pairs: dict[int, int] = {}
    _pair_by(lambda row: row[id] or None, old, new, pairs)
    for without in (new, old):
        left, right = unpaired(old, pairs), unpaired(new, pairs.values())
        left = [index for index in left if without is new or not old[index][id]]
        right = [index for index in right if without is old or not new[index][id]]
        found = _align_words(path, [{**old[i], id: ""} for i in left], [{**new[i], id: ""} for i in right])
        pairs |= {left[i]: right[j] for i, j in found.items()}
    return pairs


def _align_words(path: str, old: Sequence[Row], new: Sequence[Row]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    rows = rows_of(path)
    for key in _keys(rows.key or rows.name):
        _pair_by(key, old, new, pairs)
    if rows.second:
        _pair_single(rows.second, old, new, pairs)
    if not rows.by_name_alone:
        _pair_similar(old, new, pairs)
    return pairs


def _keys(name: str) -> Iterator[Key]:
    yield lambda row: tuple(row.values())
    yield lambda row: row[name]
    yield lambda row: row[name].casefold()


def unpaired(rows: Sequence[object], paired: Iterable[int]) -> list[int]:
    """The indexes of the rows that are not paired yet."""
    known = set(paired)
    return [index for index in range(len(rows)) if index not in known]


def _pair_by(key: Key, old: Sequence[Row], new: Sequence[Row], pairs: dict[int, int]) -> None:
    """Pair rows with the same key in their order, except those whose key is None."""
    waiting = defaultdict(list)
    for index in reversed(unpaired(old, pairs)):
        waiting[key(old[index])].append(index)
    waiting.pop(None, None)
    for index in unpaired(new, pairs.values()):
        if waiting[key(new[index])]:
            pairs[waiting[key(new[index])].pop()] = index


def _pair_single(name: str, old: Sequence[Row], new: Sequence[Row], pairs: dict[int, int]) -> None:
    """Pair rows that are the only ones of their kind on both sides, except kind `other`."""
    sides = []
    for rows, taken in ((old, pairs.keys()), (new, pairs.values())):
        by_kind = defaultdict(list)
        for index in unpaired(rows, taken):
            by_kind[rows[index][name]].append(index)
        sides.append({kind: found[0] for kind, found in by_kind.items() if len(found) == 1 and kind != "other"})
    pairs.update({index: sides[1][kind] for kind, index in sides[0].items() if kind in sides[1]})


def _pair_similar(old: Sequence[Row], new: Sequence[Row], pairs: dict[int, int]) -> None:
    """Pair similar rows, the most similar first."""
    left, right = unpaired(old, pairs), unpaired(new, pairs.values())
    if len(left) * len(right) > MOST_PAIRS:
        return
    ours, theirs = (
        {index: _trigrams(rows[index]) for index in indexes} for rows, indexes in ((old, left), (new, right))
    )
    scores = [
        (-_similarity(mine, other), min(i, j), max(i, j), i, j)
        for i, mine in ours.items()
        for j, other in theirs.items()
    ]
    for score, *_, i, j in sorted(scores):
        if -score >= SIMILAR and i in ours and j in theirs:
            pairs[i] = j
            del ours[i], theirs[j]


def _trigrams(row: Row) -> set[str]:
    words = " ".join(value for value in row.values() if isinstance(value, str)).casefold()[:CHARACTERS_COMPARED]
    return {words[at : at + 3] for at in range(max(1, len(words) - 2))}


def _similarity(one: set[str], other: set[str]) -> float:
    """Dice's coefficient of trigrams: 1 for equal sets, 0 for none in common."""
    return 2 * len(one & other) / (len(one) + len(other))


def pair_rewritten(
    path: str, old: Sequence[Row], sides: Sequence[Sequence[Row]], pairs: Sequence[dict[int, int]]
) -> None:
    """Pair a row with its replacement if both sides rewrote it beyond recognition.

    Otherwise each side would seem to have removed the row and added another. The replacement is the only new row
    between the same neighbors.
    """
    if rows_of(path).by_name_alone or rows_of(path).id:
        return
    both, taken = list(zip(sides, pairs, strict=True)), [set(known.values()) for known in pairs]
    for index in range(len(old)):
        found = [
            _replacement(index, len(old), len(side), known, used)
            for (side, known), used in zip(both, taken, strict=True)
        ]
        if all(at is not None or _is_reworded(index, old, *side) for at, side in zip(found, both, strict=True)):
            for known, used, at in zip(pairs, taken, found, strict=True):
                if at is not None:
                    known[index] = at
                    used.add(at)


def _is_reworded(index: int, old: Sequence[Row], new: Sequence[Row], pairs: dict[int, int]) -> bool:
    return index in pairs and new[pairs[index]] != old[index]


def _replacement(index: int, old_count: int, new_count: int, pairs: dict[int, int], taken: set[int]) -> int | None:
    """The index of the only new row between the neighbors of a removed row."""
    if index in pairs or (index > 0 and index - 1 not in pairs) or (index + 1 < old_count and index + 1 not in pairs):
        return None
    start = pairs[index - 1] + 1 if index > 0 else 0
    end = pairs[index + 1] if index + 1 < old_count else new_count
    return start if end - start == 1 and start not in taken else None
