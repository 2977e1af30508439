"""Revisions: every save or import that changes something makes one."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from .documents import read_document
from .models import Revision, Role


def lock(role: Role) -> Role:
    """The role with its row locked until the transaction ends: who writes its rows or intervals comes one by one."""
    return Role.objects.select_for_update().get(pk=role.pk)


@transaction.atomic
def record_revision(
    role: Role, kind: str, *, by=None, comment: str = "", at: datetime | None = None
) -> Revision | None:
    """Store the present state of the rows; None where the newest revision says the same already.

    A guide in preparation that was saved without a word is still one: that is no state either.
    """
    lock(role)
    document = read_document(Role.objects.with_parts().get(pk=role.pk))
    latest = role.revisions.order_by("-number").first()
    if latest is None and kind == Revision.Kind.EDIT and not document.has_content:
        return None
    if latest and latest.sha256 == document.sha256():
        return None
    return Revision.objects.create(
        role=role,
        number=latest.number + 1 if latest else 1,
        document=document.canonical(),
        sha256=document.sha256(),
        kind=kind,
        created_at=at or timezone.now(),
        created_by=by,
        comment=comment,
    )
