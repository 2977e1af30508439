"""Revisions: every save or import that changes something makes one."""

import uuid
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from guides.document import Finding, GuideDocument, validate
from guides.editing.conflicts import settle
from guides.editing.rows import read_document, write_document
from guides.models import Revision, Role
from guides.models.revision import number_after


def lock(role: Role, *, with_parts: bool = False) -> Role:
    """Fetch a role and lock its row until the transaction ends, so that writers of its rows and intervals queue up."""
    roles = Role.objects.with_parts() if with_parts else Role.objects
    return roles.select_for_update().get(pk=role.pk)


class InvalidDocument(ValueError):
    """A document that breaks rules of the guide document; `findings` lists them."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("; ".join(map(str, findings)))
        self.findings = findings


@transaction.atomic
def replace_document(
    role: Role,
    document: GuideDocument,
    kind: str,
    *,
    by=None,
    comment: str = "",
    at: datetime | None = None,
    before: str = "Before it was replaced",
) -> Revision | None:
    """Make a document the working copy of a role, as a new revision: the one door for forms, imports and reverts.

    Returns None where the guide says the same already. A state of the rows that no revision has yet becomes one first,
    with the comment `before`. A role without a primary key is created. Raises InvalidDocument for a document that
    `validate` does not accept, and rows.ConflictError for one that does not fit the other roles.
    """
    if findings := validate(document):
        raise InvalidDocument(findings)
    if role.pk is not None:
        role = lock(role, with_parts=True)
        present = read_document(role)
        _record(role, present, Revision.Kind.EDIT, by=by, comment=before, at=at)
        if document == present:
            return None
        renew_lock_token(role)
    write_document(role, document)
    return _record(role, document, kind, by=by, comment=comment, at=at)


@transaction.atomic
def record_revision(
    role: Role, kind: str, *, by=None, comment: str = "", at: datetime | None = None
) -> Revision | None:
    """Store the present state of a role's rows as a revision; None where the newest one says the same already."""
    role = lock(role, with_parts=True)
    revision = _record(role, read_document(role), kind, by=by, comment=comment, at=at)
    if revision:
        renew_lock_token(role)
    return revision


def _record(role: Role, document: GuideDocument, kind: str, *, by, comment: str, at: datetime | None):
    """Store a document as the newest revision of a locked role.

    Returns None where the newest revision says the same already, and for the edit of a draft without a word.
    """
    latest = role.revisions.order_by("-number").first()
    if latest is None and kind == Revision.Kind.EDIT and not document.has_content:
        return None
    if latest and latest.sha256 == document.sha256():
        return None
    if latest:
        settle(role, latest.guide, document)
    return Revision.objects.create(
        role=role,
        number=number_after(latest),
        document=document.canonical(),
        sha256=document.sha256(),
        kind=kind,
        created_at=at or timezone.now(),
        created_by=by,
        comment=comment,
    )


def renew_lock_token(role: Role) -> None:
    """Make every form that is open on the role stale."""
    Role.objects.filter(pk=role.pk).update(lock_token=uuid.uuid4())


def revert(revision: Revision, *, by=None, comment: str = "") -> Revision | None:
    """Bring an earlier state back with all its parts, as a new revision; None where the guide says it already."""
    because = f"Back to revision {revision.number}" + (f": {comment}" if comment else "")
    return replace_document(revision.role, revision.guide, Revision.Kind.REVERT, by=by, comment=because[:200])


@transaction.atomic
def set_category(role: Role, category: str, *, by=None) -> bool:
    """Put a role into a category (`""` for none), as a new revision where it has any; False where it is there."""
    role = lock(role, with_parts=True)
    if role.category == category:
        return False
    document = read_document(role)
    details = replace(document.details, category=category or None)
    comment = f"Category: {category or 'none'}"[:200]
    replace_document(role, replace(document, details=details), Revision.Kind.EDIT, by=by, comment=comment)
    return True
