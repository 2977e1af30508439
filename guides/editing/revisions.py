"""Revisions: every save or import that changes something makes one."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from guides.document import GuideDocument
from guides.editing.rows import read_document, write_document
from guides.editing.text_conflicts import settle
from guides.models import Revision, Role
from guides.models.revision import number_after


def lock(role: Role) -> Role:
    """The role with its row locked until the transaction ends: who writes its rows or intervals comes one by one."""
    return Role.objects.select_for_update().get(pk=role.pk)


@transaction.atomic
def record_revision(
    role: Role, kind: str, *, by=None, comment: str = "", at: datetime | None = None
) -> Revision | None:
    """Store the present state of the rows; None where the newest revision says the same already.

    A guide in preparation that was saved without a word is still one: that is no state either. With the state the
    role's lock token changes, so that a form that was opened on another state is known to be stale.
    """
    lock(role)
    document = read_document(Role.objects.with_parts().get(pk=role.pk))
    latest = role.revisions.order_by("-number").first()
    if latest is None and kind == Revision.Kind.EDIT and not document.has_content:
        return None
    if latest and latest.sha256 == document.sha256():
        return None
    renew_lock_token(role)
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


@transaction.atomic
def replace_document(role: Role, document: GuideDocument, kind: str, *, by=None, comment: str = "") -> Revision | None:
    """Make the rows say what a document says, as a new revision; what they said before is one already or becomes one.

    Raises documents.ConflictError where the document does not fit the other roles.
    """
    role = lock(role)
    record_revision(role, Revision.Kind.EDIT, by=by, comment="Before it was replaced")
    write_document(role, document)
    return record_revision(role, kind, by=by, comment=comment)


def revert(revision: Revision, *, by=None, comment: str = "") -> Revision | None:
    """Bring an earlier state back with all its parts, as a new revision; None where the rows say it already."""
    because = f"Back to revision {revision.number}" + (f": {comment}" if comment else "")
    return replace_document(revision.role, revision.guide, Revision.Kind.REVERT, by=by, comment=because[:200])


@transaction.atomic
def set_category(role: Role, category: str, *, by=None) -> bool:
    """Put a role into a category (`""` for none), as a new revision where it has any; False where it is there."""
    role = lock(role)
    if role.category == category:
        return False
    role.category = category
    role.save(update_fields=("category",))
    renew_lock_token(role)
    record_revision(role, Revision.Kind.EDIT, by=by, comment=f"Category: {category or 'none'}"[:200])
    return True
