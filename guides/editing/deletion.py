"""Deletion marks a guide: it leaves the site and the lists, keeps its history and addresses, and can be restored."""

from django.db import transaction

from guides.editing.preview_links import recall
from guides.editing.publishing import PublishError, present, publish, unpublish
from guides.editing.reviews import close_review
from guides.editing.revisions import lock
from guides.editing.states import moment
from guides.editing.withdrawals import withdraw_remains
from guides.models import PreviewLink, Review, Role


class DeletionError(Exception):
    """A role that cannot be deleted or restored now; the message explains why to the user."""


def why_not_deleted(role: Role, *, may_unpublish: bool) -> str:
    """Why a role fetched `with_state()` cannot be deleted now; "" if it can.

    Deletion would silently drop a scheduled change, and unpublish a live guide.
    """
    changes = [date for date in (role.live_until, role.scheduled_from) if date]
    if role.deleted_at:
        return f"“{role}” is already deleted."
    if changes:
        return f"“{role}” changes on {moment(min(changes))}. Cancel that first."
    if role.live_sha256 and not may_unpublish:
        return f"“{role}” is live. Only a publisher can delete it."
    return ""


@transaction.atomic
def delete_role(role: Role, *, by=None, may_unpublish: bool = True, and_withdraw: bool = False) -> None:
    """Unpublish a role, recall its preview links and mark it as deleted; `and_withdraw` also what stays public.

    Raises DeletionError with the words of `why_not_deleted`.
    """
    role = lock(role)
    try:
        now = present(role)
    except PublishError as error:
        raise DeletionError(str(error)) from error
    if refusal := why_not_deleted(Role.objects.with_state(now).get(pk=role.pk), may_unpublish=may_unpublish):
        raise DeletionError(refusal)
    if role.reviews.open().exists():
        close_review(role, Review.Outcome.TAKEN_BACK, by=by, answer="The guide was deleted.")
    unpublish(role, at=now)
    _mark(role, at=now, by=by)
    recall(PreviewLink.objects.filter(revision__role=role), by=by)
    if and_withdraw:
        withdraw_remains([role], by=by, reason="Deleted with the guide.")


@transaction.atomic
def restore_role(role: Role, *, by=None, and_publish: bool = False) -> bool:
    """Restore a deleted role with all its parts; with `and_publish` also publish what was live when it was deleted.

    Returns whether it is live again.
    """
    role = lock(role)
    if role.deleted_at is None:
        raise DeletionError(f"“{role}” is not deleted.")
    was_live = live_at_deletion(role)
    _mark(role, at=None, by=None)
    if not (was_live and and_publish):
        return False
    try:
        publish(was_live.revision, by=by)
    except PublishError as error:
        raise DeletionError(str(error)) from error
    return True


def live_at_deletion(role: Role):
    """The interval that deletion ended, or None."""
    return role.live_intervals.filter(live_until=role.deleted_at).select_related("revision__withdrawal").first()


def _mark(role: Role, *, at, by) -> None:
    role.deleted_at, role.deleted_by = at, by
    role.save(update_fields=("deleted_at", "deleted_by"))
