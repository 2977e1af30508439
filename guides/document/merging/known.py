"""Provenance in a merge: it moves with its figure, so a figure never has the source of another value."""

from collections.abc import Iterable, Iterator
from typing import Any

from guides.document.merging.plain import PROVENANCE, Flat, Row
from guides.document.provenance import LEVEL_FIGURES
from guides.document.shape import FACT_FIGURES

Of = tuple[str, str]  # a figure and its level


def merge_provenance(flat: Flat, base: Flat, ours: Flat, theirs: Flat) -> Flat:
    """Set the provenance of each merged figure: the changed one, if it is about this value, else the other one.

    Where both sides changed it, ours stays. The rows keep the order of the side that changed it.
    """
    was, mine, other = (_by_figure(side) for side in (base, ours, theirs))
    rows = {}
    for of, value in _figures(flat):
        first, second = (other.get(of), mine.get(of)) if mine.get(of) == was.get(of) else (mine.get(of), other.get(of))
        rows[of] = _about(value, (first, second) if first else ())
    return _in_order(flat, other if list(mine) == list(was) else mine, rows)


def fit_provenance(flat: Flat, *sides: Flat) -> Flat:
    """Set the provenance of each figure: its own if it is about this value, else that of the first side with one."""
    known = [_by_figure(side) for side in (flat, *sides)]
    rows = {of: _about(value, (side.get(of) for side in known)) for of, value in _figures(flat)}
    return _in_order(flat, known[0], rows)


def _in_order(flat: Flat, like: dict[Of, Row], rows: dict[Of, Row | None]) -> Flat:
    """Set the provenance to rows in the order of other ones, and then in that of the figures."""
    return {**flat, PROVENANCE: [row for of in dict.fromkeys([*like, *rows]) if (row := rows.get(of))]}


def _about(value: Any, rows: Iterable[Row | None]) -> Row | None:
    """The first row that is about this value."""
    return next((row for row in rows if row and row["value"] == value), None)


def _by_figure(flat: Flat) -> dict[Of, Row]:
    rows: dict[Of, Row] = {}
    for row in flat.get(PROVENANCE, []):
        rows.setdefault((row["figure"], row["level"]), row)
    return rows


def _figures(flat: Flat) -> Iterator[tuple[Of, Any]]:
    """The figures of a document and their values, each once."""
    for name in FACT_FIGURES:
        yield (name, ""), flat[f"key_facts.{name}"]
    seen = set()
    for level in flat["salary_levels"]:
        if level["title"] not in seen:
            seen.add(level["title"])
            yield from (((name, level["title"]), level[name]) for name in LEVEL_FIGURES)
