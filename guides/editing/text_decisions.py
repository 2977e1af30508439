"""Deciding conflicts: which of two versions stands, or a third one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from guides.document import Finding, validate
from guides.document.merging import Flat, Place, flatten, put_all, unflatten
from guides.editing.revisions import lock, record_revision
from guides.editing.rows import read_document, write_document
from guides.editing.text_conflicts import close
from guides.models import Conflict, Revision, Role


@dataclass(frozen=True, slots=True)
class Decision:
    """An outcome (ours, theirs or edited) for a conflict; with `edited` the value that shall stand there."""

    conflict: Conflict
    outcome: str
    value: Any = None


class StaleError(Exception):
    """The guide or its conflicts are no longer those that were decided about."""


class FindingsError(Exception):
    """What was decided is no guide."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings)
        self.findings = findings


@transaction.atomic
def decide(role: Role, decisions: Iterable[Decision], *, lock_token, by=None) -> Revision | None:
    """Carry out decisions about conflicts of a role that was seen under a lock token.

    Returns the revision that this made, None where the guide stays as it is. Raises StaleError where somebody else was
    faster, FindingsError where the outcome is no guide and documents.ConflictError where it does not fit other roles.
    """
    role, decisions = lock(role), list(decisions)
    still_open = set(role.conflicts.open().values_list("pk", flat=True))
    if str(role.lock_token) != str(lock_token) or not still_open.issuperset(
        decision.conflict.pk for decision in decisions
    ):
        raise StaleError
    document = read_document(Role.objects.with_parts().get(pk=role.pk))
    changed = unflatten(put_all(flatten(document), _values(decisions)))
    if findings := validate(changed):
        raise FindingsError(findings)
    for decision in decisions:
        close(decision.conflict, decision.outcome, by=by)
    if changed == document:
        return None
    write_document(role, changed)
    return record_revision(role, Revision.Kind.EDIT, by=by, comment=_comment(decisions))


def _values(decisions: list[Decision]) -> Iterator[tuple[Place, Any, Flat]]:
    """What is to be put where, with the text that it comes from."""
    for decision in decisions:
        conflict = decision.conflict
        if decision.outcome != Conflict.Outcome.OURS:
            value = conflict.theirs if decision.outcome == Conflict.Outcome.THEIRS else decision.value
            yield conflict.place, value, flatten(conflict.text.guide)


def _comment(decisions: list[Decision]) -> str:
    count = len(decisions)
    return f"{count} conflict{'s' if count > 1 else ''} with a new text decided"
