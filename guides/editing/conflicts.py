"""Conflicts: places that two versions of a guide changed in different ways.

The versions are a guide and a new text, or a guide and a stale form. `document.merging` finds conflicts; this module
stores those with a text, applies decisions and closes them.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from guides.document import GuideDocument
from guides.document.merging import (
    Difference,
    Flat,
    Follower,
    Merge,
    Place,
    Verdict,
    fields_of,
    flatten,
    key_of,
    put_all,
    unflatten,
)
from guides.models import Conflict, ImportedText, Revision, Role


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
    texts: dict[int, Flat] = {}  # each text is flattened once
    for decision in decisions:
        if decision.outcome != Conflict.Outcome.OURS:
            is_theirs = decision.outcome == Conflict.Outcome.THEIRS
            value = decision.conflict.theirs if is_theirs else decision.value
            text = texts.get(id(decision.theirs)) or flatten(decision.theirs)
            texts[id(decision.theirs)] = text
            yield decision.conflict.place, value, text


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


def settle(role: Role, before: Revision, after: GuideDocument) -> None:
    """Update the open conflicts of a role after a change, and close those that it resolves."""
    conflicts = list(role.conflicts.open())
    if not conflicts:
        return
    follower = Follower(flatten(before.guide), flatten(after))
    for conflict in conflicts:
        place, value = _present(conflict, follower)
        if _is_settled(conflict, value):
            close(conflict, Conflict.Outcome.SETTLED)
        elif place and (place.row, value) != (conflict.row, conflict.ours):
            conflict.row, conflict.ours = place.row, value
            conflict.save(update_fields=("row", "ours"))


def superseded(role: Role, merged: Merge) -> list[Conflict]:
    """The open conflicts at places that the latest text changed again."""
    changes = _Changes(found for found in merged.differences if found.verdict != Verdict.KEPT)
    return [conflict for conflict in role.conflicts.open() if changes.are_about(conflict)]


def still_open(role: Role, before: GuideDocument, merged: Merge) -> int:
    """The number of earlier conflicts of a role that stay open once a merge is stored."""
    follower = Follower(flatten(before), flatten(merged.document))
    ended = {conflict.pk for conflict in superseded(role, merged)}
    rest = [conflict for conflict in role.conflicts.open() if conflict.pk not in ended]
    return sum(not _is_settled(conflict, _present(conflict, follower)[1]) for conflict in rest)


def _present(conflict: Conflict, follower: Follower) -> tuple[Place | None, Any]:
    """The place of a conflict in a changed document, and its value there."""
    place = follower.follow(conflict.place)
    return place, follower.value_at(place) if place else None


def _is_settled(conflict: Conflict, value: Any) -> bool:
    """Whether the guide now matches the text, or no longer has the row of the conflict."""
    is_gone = value is None and conflict.row is not None and bool(conflict.unit)
    return is_gone or value == conflict.theirs


class _Changes:
    """Differences by place: fields and orders of lists by field, rows by their values in any of the documents."""

    def __init__(self, differences: Iterable[Difference]) -> None:
        self.fields: set[tuple[str, str]] = set()  # unit and field
        self.rows: dict[tuple[str, Hashable], set[str]] = defaultdict(set)  # units by path and row
        self.is_everything = self.is_anything = False
        for found in differences:
            place, self.is_anything = found.place, True
            self.is_everything |= place.path == "document"
            if place.row is None:
                self.fields |= {(place.unit, name) for name in fields_of(place.path)}
            for row in (found.row, found.base, place.row) if place.row is not None else ():
                if row is not None:
                    self.rows[place.path, key_of(row)].add(place.unit)

    def are_about(self, conflict: Conflict) -> bool:
        """Whether one of them is at the place of a conflict; a row and its fields are at the same place."""
        if self.is_everything or conflict.path == "document":
            return self.is_anything
        if conflict.row is None:
            return any((conflict.unit, name) in self.fields for name in fields_of(conflict.path))
        units = self.rows.get((conflict.path, key_of(conflict.row)), set())
        return bool(units) and (not conflict.unit or not units.isdisjoint(("", conflict.unit)))
