"""Conflicts: places that two versions of a guide changed in different ways.

The versions are a guide and a new text, or a guide and a stale form. `document.merging` finds conflicts; this module
stores those with a text, applies decisions and closes them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from guides.document import GuideDocument
from guides.document.merging import (
    ORDER,
    Difference,
    Flat,
    Merge,
    Place,
    Verdict,
    fields_of,
    flatten,
    follow,
    put_all,
    unflatten,
    value_at,
)
from guides.models import Conflict, ImportedText, Role


@dataclass(frozen=True, slots=True)
class Decision:
    """The chosen value for a conflict: the guide's, the one of `theirs`, or an edited `value`."""

    conflict: Conflict | Difference
    theirs: GuideDocument
    outcome: str
    value: Any = None


def decided(document: GuideDocument, decisions: Iterable[Decision]) -> GuideDocument:
    """The document with the decisions applied."""
    return unflatten(put_all(flatten(document), _values(decisions)))


def _values(decisions: Iterable[Decision]) -> Iterator[tuple[Place, Any, Flat]]:
    for decision in decisions:
        if decision.outcome != Conflict.Outcome.OURS:
            is_theirs = decision.outcome == Conflict.Outcome.THEIRS
            value = decision.conflict.theirs if is_theirs else decision.value
            yield decision.conflict.place, value, flatten(decision.theirs)


# -- stored conflicts with a text --


def store(text: ImportedText, merged: Merge) -> None:
    """Store the conflicts of a merge with a text until somebody resolves them."""
    Conflict.objects.bulk_create(
        Conflict(
            role_id=text.role_id,
            text=text,
            path=found.place.path,
            unit=found.place.unit,
            row=found.place.row,
            base=found.base,
            ours=found.ours,
            theirs=found.theirs,
        )
        for found in merged.conflicts
    )


def close(conflict: Conflict, outcome: str, *, by=None, at: datetime | None = None) -> None:
    conflict.outcome, conflict.decided_by, conflict.decided_at = outcome, by, at or timezone.now()
    conflict.save(update_fields=("outcome", "decided_by", "decided_at"))


def settle(role: Role, before: GuideDocument, after: GuideDocument) -> None:
    """Update the open conflicts of a role after a change, and close those that it resolves."""
    conflicts = list(role.conflicts.open())
    if not conflicts:
        return
    old, new = flatten(before), flatten(after)
    for conflict in conflicts:
        place, value = _present(conflict, old, new)
        if _is_settled(conflict, value):
            close(conflict, Conflict.Outcome.SETTLED)
        elif place and (place.row, value) != (conflict.row, conflict.ours):
            conflict.row, conflict.ours = place.row, value
            conflict.save(update_fields=("row", "ours"))


def superseded(role: Role, merged: Merge) -> list[Conflict]:
    """The open conflicts at places that the latest text changed again."""
    changed = [found for found in merged.differences if found.verdict != Verdict.KEPT]
    return [conflict for conflict in role.conflicts.open() if any(_is_about(found, conflict) for found in changed)]


def still_open(role: Role, before: GuideDocument, merged: Merge) -> int:
    """The number of earlier conflicts of a role that stay open once a merge is stored."""
    old, new = flatten(before), flatten(merged.document)
    ended = {conflict.pk for conflict in superseded(role, merged)}
    rest = [conflict for conflict in role.conflicts.open() if conflict.pk not in ended]
    return sum(not _is_settled(conflict, _present(conflict, old, new)[1]) for conflict in rest)


def _present(conflict: Conflict, before: Flat, after: Flat) -> tuple[Place | None, Any]:
    """The place of a conflict in a changed document, and its value there."""
    place = follow(before, after, conflict.place)
    return place, value_at(after, place) if place else None


def _is_settled(conflict: Conflict, value: Any) -> bool:
    """Whether the guide now matches the text, or no longer has the row of the conflict."""
    is_gone = value is None and conflict.row is not None and bool(conflict.unit)
    return is_gone or value == conflict.theirs


def _is_about(found: Difference, conflict: Conflict) -> bool:
    place = found.place
    if place.path == "document" or conflict.path == "document":
        return True
    if place.row is None or conflict.row is None or ORDER in (place.unit, conflict.unit):
        same_kind = (place.row is None) == (conflict.row is None) and place.unit == conflict.unit
        return same_kind and bool(set(fields_of(place.path)) & set(fields_of(conflict.path)))
    same_row = place.path == conflict.path and conflict.row in (found.row, found.base, place.row)
    return same_row and (place.unit == conflict.unit or not place.unit or not conflict.unit)
