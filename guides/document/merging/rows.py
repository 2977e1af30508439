"""Which rows of two lists are the same row."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from guides.document.merging.plain import Row, rows_of

ALIKE = 0.5  # the share of letters in threes that two rows have in common
MOST_PAIRS = 10_000  # beyond, reworded rows count as removed and added: nothing is lost by that
LETTERS_COMPARED = 500

Key = Callable[[Row], Hashable]


def align(path: str, old: Sequence[Row], new: Sequence[Row]) -> dict[int, int]:
    """Which row of the new list is which of the old one, by index: first equal rows, then names, then likeness."""
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
    """Pair what has the same key, the first with the first and so on."""
    waiting = defaultdict(list)
    for index in reversed(rest(old, pairs)):
        waiting[key(old[index])].append(index)
    for index in rest(new, pairs.values()):
        if waiting[key(new[index])]:
            pairs[waiting[key(new[index])].pop()] = index


def _pair_single(name: str, old: Sequence[Row], new: Sequence[Row], pairs: dict[int, int]) -> None:
    """Pair the one row of a kind with the one of that kind; `other` is no kind."""
    sides = []
    for rows, taken in ((old, pairs.keys()), (new, pairs.values())):
        by_kind = defaultdict(list)
        for index in rest(rows, taken):
            by_kind[rows[index][name]].append(index)
        sides.append({kind: found[0] for kind, found in by_kind.items() if len(found) == 1 and kind != "other"})
    pairs.update({index: sides[1][kind] for kind, index in sides[0].items() if kind in sides[1]})


def _pair_alike(old: Sequence[Row], new: Sequence[Row], pairs: dict[int, int]) -> None:
    """Pair what reads alike, the most alike first."""
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
    """Dice's coefficient: 1 for the same letters in threes, 0 for none in common."""
    return 2 * len(one & other) / (len(one) + len(other))
