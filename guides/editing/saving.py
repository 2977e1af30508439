"""Saving edits: merge an edit with what others saved since, and apply decisions about conflicts."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from django.db import transaction
from django.template.defaultfilters import pluralize

from guides.document import GuideDocument
from guides.document.material import MATERIAL
from guides.document.merging import Merge, merge
from guides.editing.conflicts import Decision, close, decided
from guides.editing.revisions import lock, renew_lock_token, replace_document
from guides.editing.rows import read_document
from guides.models import Revision, Role


class StaleError(Exception):
    """A decision about an outdated state of the guide or about closed conflicts."""


EVERYTHING = tuple(field.name for field in fields(GuideDocument))
ALL_BUT_MATERIAL = tuple(name for name in EVERYTHING if name not in MATERIAL)


@dataclass(frozen=True, slots=True)
class Edit:
    """A guide as an editor wrote it, with the lock token and the revision it started from.

    `fields` are the fields of the document that the editor saw; the others stay as they are.
    """

    document: GuideDocument
    lock_token: str
    started_from: int | None = None
    comment: str = ""
    fields: Sequence[str] = EVERYTHING

    def is_stale(self, role: Role) -> bool:
        return str(role.lock_token) != self.lock_token

    def on(self, before: GuideDocument) -> "Edit":
        """The same edit of a whole guide, which was `before`."""
        written = {name: getattr(self.document, name) for name in self.fields}
        return replace(self, document=replace(before, **written), fields=EVERYTHING)

    def whole(self, role: Role) -> "Edit":
        """The edit of the guide as it was when the edit started, or else as it is now."""
        base = self.base(role)
        return self.on(base or read_document(role)) if self.fields != EVERYTHING else self

    def base(self, role: Role) -> GuideDocument | None:
        """The guide in the revision that the edit started from."""
        revision = role.revisions.filter(number=self.started_from).first() if self.started_from else None
        return revision and revision.guide

    def merged_into(self, role: Role) -> Merge:
        """The three-way merge of a whole edit with the current state."""
        return merge(self.base(role), read_document(role), self.document)


class Undecided(Exception):
    """A whole `edit` that conflicts with what others saved meanwhile; `merge` has the conflicts."""

    def __init__(self, edit: Edit, merged: Merge) -> None:
        super().__init__(edit, merged)
        self.edit, self.merge = edit, merged


@dataclass(frozen=True, slots=True)
class Saved:
    """The new revision of an edit, None if nothing changed; `was_merged` if others saved meanwhile."""

    revision: Revision | None
    was_merged: bool = False


@transaction.atomic
def save_edit(role: Role, edit: Edit, *, by=None) -> Saved:
    """Store an edit as a revision, merged with what others saved since it started. Creates a new role.

    Raises Undecided, InvalidDocument and ConflictError; then nothing is stored.
    """
    document, is_stale, current = edit.document, False, None
    if role.pk is not None:
        role = lock(role, with_parts=True)
        is_stale, current = edit.is_stale(role), read_document(role)
        document = edit.on(current).document
    if is_stale:
        edit = edit.whole(role)
        merged = edit.merged_into(role)
        if merged.conflicts:
            raise Undecided(edit, merged)
        document = merged.document
    revision = replace_document(role, document, Revision.Kind.EDIT, by=by, comment=edit.comment, current=current)
    return Saved(revision, was_merged=is_stale)


@transaction.atomic
def save_decided(role: Role, edit: Edit, decisions: Sequence[Decision], *, lock_token: str, by=None) -> Revision | None:
    """Store a stale edit with decisions about its conflicts; `lock_token` is the state that they were made on.

    Raises StaleError, InvalidDocument and ConflictError.
    """
    role = lock(role)
    if str(role.lock_token) != lock_token:
        raise StaleError
    document = decided(edit.merged_into(role).document, decisions)
    return replace_document(role, document, Revision.Kind.EDIT, by=by, comment=edit.comment)


@transaction.atomic
def decide_conflicts(role: Role, decisions: Sequence[Decision], *, lock_token: str, by=None) -> Revision | None:
    """Apply decisions about stored conflicts with a text; None if the guide does not change.

    Raises StaleError, InvalidDocument and ConflictError.
    """
    role = lock(role)
    still_open = set(role.conflicts.open().values_list("pk", flat=True))
    if str(role.lock_token) != lock_token or not still_open.issuperset(item.conflict.pk for item in decisions):
        raise StaleError
    document = decided(read_document(role), decisions)
    for decision in decisions:
        close(decision.conflict, decision.outcome, by=by)
    count = len(decisions)
    comment = f"Resolved {count} conflict{pluralize(count)} with a new text"
    return replace_document(role, document, Revision.Kind.EDIT, by=by, comment=comment)


def set_owner(role: Role, owner) -> None:
    """Set the owner of a role. Revisions do not record owners, but a stale form must not undo the change."""
    Role.objects.filter(pk=role.pk).update(owner=owner)
    renew_lock_token(role)
