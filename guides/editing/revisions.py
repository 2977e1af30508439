"""Revisions: every save or import that changes a guide creates one."""

import uuid
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from guides.document import FieldError, GuideDocument, overlong_lists, validate
from guides.document.merging import with_ids
from guides.editing.conflicts import settle
from guides.editing.rows import distinct_related, read_document, write_document
from guides.models import Revision, Role
from guides.models.revision import number_after


def lock(role: Role, *, with_parts: bool = False) -> Role:
    """Fetch a role and lock its row until the transaction ends, so that concurrent writers wait."""
    roles = Role.objects.with_parts() if with_parts else Role.objects
    return roles.select_for_update().get(pk=role.pk)


class InvalidDocument(ValueError):
    """A document with errors, listed in `errors`."""

    def __init__(self, errors: list[FieldError]) -> None:
        super().__init__("; ".join(map(str, errors)))
        self.errors = errors


@transaction.atomic
def replace_document(
    role: Role,
    document: GuideDocument,
    kind: str,
    *,
    by=None,
    comment: str = "",
    at: datetime | None = None,
    before: str = "State before the change",
    current: GuideDocument | None = None,
) -> Revision | None:
    """Make a document the working copy of a role, as a new revision. Forms, imports and reverts all go through here.

    Rows that can have an id get one. Returns None if nothing changes. Rows that no revision records yet become a
    revision first, with the comment `before`. A role without a primary key is created; `current` is the document of a
    role that is already locked with its parts. Raises InvalidDocument if the document breaks a rule, and
    rows.ConflictError if it does not fit the other roles.
    """
    if role.pk is not None and current is None:
        role = lock(role, with_parts=True)
        current = read_document(role)
    document = with_ids(document, current)
    errors = validate(document)
    if kind != Revision.Kind.REVERT:  # what was valid once can be restored
        errors += overlong_lists(document, current)
    if errors:
        raise InvalidDocument(errors)
    if current is not None:
        _record(role, current, Revision.Kind.EDIT, by=by, comment=before, at=at)
        if document == current:
            return None
        renew_lock_token(role)
    write_document(role, document)
    return _record(role, document, kind, by=by, comment=comment, at=at)


@transaction.atomic
def record_revision(
    role: Role, kind: str, *, by=None, comment: str = "", at: datetime | None = None
) -> Revision | None:
    """Store the current rows of a role as a revision; None if the latest one is the same."""
    role = lock(role, with_parts=True)
    revision = _record(role, read_document(role), kind, by=by, comment=comment, at=at)
    if revision:
        renew_lock_token(role)
    return revision


def _record(role: Role, document: GuideDocument, kind: str, *, by, comment: str, at: datetime | None):
    """Store a document as the latest revision of a locked role.

    Returns None if the latest revision is the same, and for an edit of a draft that is still empty.
    """
    latest = role.revisions.order_by("-number").first()
    if latest is None and kind == Revision.Kind.EDIT and not document.has_content:
        return None
    sha256 = document.sha256()
    if latest and latest.sha256 == sha256:
        return None
    if latest:
        settle(role, latest, document)
    revision = Revision.objects.create(
        role=role,
        number=number_after(latest),
        document=document.canonical(),
        sha256=sha256,
        kind=kind,
        created_at=at or timezone.now(),
        created_by=by,
        comment=comment,
    )
    revision.guide = document  # as it would be read from the JSON
    return revision


def renew_lock_token(role: Role) -> None:
    """Make every open form of the role stale."""
    Role.objects.filter(pk=role.pk).update(lock_token=uuid.uuid4())


@transaction.atomic
def revert(revision: Revision, *, by=None, comment: str = "") -> Revision | None:
    """Restore an earlier revision with all its parts, as a new one; None if nothing changes.

    The guide keeps its present address. Related roles are left out if their address now leads to this guide, or to a
    role that is already listed.
    """
    role = lock(revision.role)
    related = distinct_related(role, revision.guide.related)
    document = replace(revision.guide, slug=role.slug, related=related)
    comment = f"Restored revision {revision.number}" + (f": {comment}" if comment else "")
    return replace_document(role, document, Revision.Kind.REVERT, by=by, comment=comment[:200])


@transaction.atomic
def set_category(role: Role, category: str, *, by=None) -> bool:
    """Move a role to a category (`""` for none), as a new revision; False if it is there already."""
    role = lock(role, with_parts=True)
    if role.category == category:
        return False
    current = read_document(role)
    document = replace(current, details=replace(current.details, category=category or None))
    comment = f"Category: {category or 'none'}"[:200]
    replace_document(role, document, Revision.Kind.EDIT, by=by, comment=comment, current=current)
    return True
