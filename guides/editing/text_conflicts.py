"""Conflicts between editors' work and new texts: how they are kept, and how they end without anybody's decision."""

from datetime import datetime

from django.utils import timezone

from guides.document import GuideDocument
from guides.document.merging import ORDER, Difference, Flat, Merge, Verdict, fields_of, flatten, follow, value_at
from guides.models import Conflict, ImportedText, Role


def settle(role: Role, before: GuideDocument, after: GuideDocument) -> None:
    """Keep open conflicts up to date with a new revision: they end where it says what the text says.

    One about a field of a row ends with its row, too.
    """
    conflicts = list(role.conflicts.open())
    if conflicts:
        old, new = flatten(before), flatten(after)
        for conflict in conflicts:
            _settle(conflict, old, new)


def _settle(conflict: Conflict, before: Flat, after: Flat) -> None:
    place = follow(before, after, conflict.place)
    value = value_at(after, place) if place else None
    is_gone = value is None and conflict.row is not None and conflict.unit
    if is_gone or value == conflict.theirs:
        close(conflict, Conflict.Outcome.SETTLED)
    elif place and (place.row, value) != (conflict.row, conflict.ours):
        conflict.row, conflict.ours = place.row, value
        conflict.save(update_fields=("row", "ours"))


def close(conflict: Conflict, outcome: str, *, by=None, at: datetime | None = None) -> None:
    conflict.outcome, conflict.decided_by, conflict.decided_at = outcome, by, at or timezone.now()
    conflict.save(update_fields=("outcome", "decided_by", "decided_at"))


def supersede(role: Role, merged: Merge, *, by=None) -> None:
    """End the conflicts about places where the newest text says something else than the one they came from."""
    changed = [found for found in merged.differences if found.verdict != Verdict.KEPT]
    for conflict in role.conflicts.open():
        if any(_is_about(found, conflict) for found in changed):
            close(conflict, Conflict.Outcome.SUPERSEDED, by=by)


def _is_about(found: Difference, conflict: Conflict) -> bool:
    place = found.place
    if place.path == "document" or conflict.path == "document":
        return True
    if place.row is None or conflict.row is None or ORDER in (place.unit, conflict.unit):
        same_kind = (place.row is None) == (conflict.row is None) and place.unit == conflict.unit
        return same_kind and bool(set(fields_of(place.path)) & set(fields_of(conflict.path)))
    same_row = place.path == conflict.path and conflict.row in (found.row, found.base, place.row)
    return same_row and (place.unit == conflict.unit or not place.unit or not conflict.unit)


def note(text: ImportedText, merged: Merge) -> None:
    """Keep the conflicts of a merge."""
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
