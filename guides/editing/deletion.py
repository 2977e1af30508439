"""Deletion marks a guide: it leaves the site and the lists, keeps its history and addresses, and can be restored."""

from django.db import transaction

from guides.editing.publishing import PublishError, present, publish, unpublish
from guides.editing.reviews import close_review
from guides.editing.revisions import lock
from guides.editing.states import moment
from guides.models import Review, Role


class DeletionError(Exception):
    """A role that cannot be deleted or restored now; the message explains why to the user."""


@transaction.atomic
def delete_role(role: Role, *, by=None, may_unpublish: bool = True) -> None:
    """Unpublish a role and mark it as deleted.

    Raises DeletionError if it is live and the user may not unpublish, and if a change is scheduled, which deletion
    would drop silently.
    """
    role = lock(role)
    try:
        now = present(role)
    except PublishError as error:
        raise DeletionError(str(error)) from error
    if role.deleted_at:
        raise DeletionError(f"“{role}” is already deleted.")
    if date := _next_change(role, now):
        raise DeletionError(f"“{role}” changes on {moment(date)}. Cancel that first.")
    if not may_unpublish and role.live_intervals.at(now).exists():
        raise DeletionError(f"“{role}” is live. Only a publisher can unpublish it.")
    if role.reviews.open().exists():
        close_review(role, Review.Outcome.TAKEN_BACK, by=by, answer="The guide was deleted.")
    unpublish(role, at=now)
    _mark(role, at=now, by=by)


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
    return role.live_intervals.filter(live_until=role.deleted_at).first()


def _next_change(role: Role, now):
    intervals = role.live_intervals.not_ended(now).values_list("live_from", "live_until")
    return min((date for dates in intervals for date in dates if date and date > now), default=None)


def _mark(role: Role, *, at, by) -> None:
    role.deleted_at, role.deleted_by = at, by
    role.save(update_fields=("deleted_at", "deleted_by"))
