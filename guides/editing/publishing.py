"""Publishing: which revision is live and when."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from guides.document import GuideDocument
from guides.editing.indexing import write_index
from guides.editing.job_descriptions import write_version
from guides.editing.reviews import close_published
from guides.editing.revisions import lock
from guides.editing.states import moment, plan_of
from guides.models import (
    LiveInterval,
    PublishedSlug,
    Revision,
    Role,
    Withdrawal,
)

CLOCKS_DIFFER = timedelta(minutes=1)  # between servers, without either being wrong


class PublishError(Exception):
    """A publication that is not possible; the message explains why to the user.

    `field` is `at` or `until` if that hour is the reason.
    """

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


@transaction.atomic
def publish(revision: Revision, *, by=None, at: datetime | None = None, until: datetime | None = None) -> LiveInterval:
    """Make a revision live from `at` (default: now), in place of the current one.

    It stays live until `until`, or as long as the replaced one would have. Raises PublishError if the revision is
    empty or has the document of a withdrawn one, if its address belongs to another role, if a later publication is
    scheduled, and if `at` lies in an interval that has ended, because past publications are never rewritten. A revision
    that is live already changes its end only.
    """
    role = lock(revision.role)
    now = present(role)
    start = at or now
    _refuse_empty(start, until)
    current = role.live_intervals.at(start).first()
    if current and current.revision_id == revision.pk and not current.has_ended(now):
        if start > now:
            instead = (
                "Leave this empty to change its end" if current.has_begun(now) else "Move that publication instead"
            )
            raise PublishError(f"{plan_of(current, now)} {instead}.", "at")
        return set_end(current, until) if until else current
    refuse_to_publish(role, revision.guide, start)
    until = until or (current.live_until if current else None)
    _claim_slug(role, revision.guide.slug, start)
    if current:
        _end(current, start)
    write_index(revision)
    write_version(revision, at=start)
    close_published(revision, by=by)
    return LiveInterval.objects.create(
        role=role,
        revision=revision,
        live_from=start,
        live_until=until,
        published_at=min(start, now),
        published_by=by,
    )


@transaction.atomic
def unpublish(role: Role, *, at: datetime | None = None) -> bool:
    """Unpublish a role from `at` (default: now); False if nothing was live then."""
    now = present(lock(role))
    end = at or now
    current = role.live_intervals.at(end).first()
    if current:
        _end(current, end)
    return current is not None


@transaction.atomic
def cancel(interval: LiveInterval) -> None:
    """Cancel a scheduled publication; the one it would have replaced takes over its end."""
    role, interval, before = _scheduled(interval)
    interval.delete()
    if before:
        _let_end(before, interval.live_until)
    _reclaim_slug(role, interval.revision.guide.slug)


@transaction.atomic
def move(interval: LiveInterval, at: datetime) -> LiveInterval:
    """Move the start of a scheduled publication to another future time; the one it replaces stays until then."""
    role, interval, before = _scheduled(interval)
    earlier = role.live_intervals.begun(interval.live_from).exclude(pk=interval.pk).order_by("-live_from").first()
    starts_after = earlier.live_from if before else earlier and earlier.live_until
    if at <= timezone.now():
        raise PublishError(f"{moment(at)} is in the past.", "at")
    if (starts_after and at < starts_after) or (before and at == before.live_from):
        raise PublishError(f"“{role}” changes on {moment(starts_after)}. Choose a later time.", "at")
    _refuse_empty(at, interval.live_until, "at")
    if before:
        _let_end(before, at)
    interval.live_from = at
    interval.save(update_fields=("live_from",))
    _reclaim_slug(role, interval.revision.guide.slug)
    return interval


@transaction.atomic
def set_end(interval: LiveInterval, until: datetime | None) -> LiveInterval:
    """Set the end of a live or scheduled publication to a future time, or to none."""
    role = lock(interval.role)
    interval, now = role.live_intervals.get(pk=interval.pk), present(role)
    following = role.live_intervals.scheduled(interval.live_from).order_by("live_from").first()
    if interval.has_ended(now):
        raise PublishError(f"“{role}” is already unpublished.")
    if following and (until is None or until > following.live_from):
        raise PublishError(f"“{role}” changes on {moment(following.live_from)}. Move or cancel that first.", "until")
    if until and until <= now:
        raise PublishError(f"{moment(until)} is in the past.", "until")
    _refuse_empty(interval.live_from, until)
    return _let_end(interval, until)


def _scheduled(interval: LiveInterval) -> tuple[Role, LiveInterval, LiveInterval | None]:
    """The locked role, a scheduled interval, and the interval that it replaces."""
    role = lock(interval.role)
    now = present(role)
    interval = role.live_intervals.filter(pk=interval.pk).first()
    if interval is None or interval.has_begun(now):
        raise PublishError(f"This publication of “{role}” has already started or was canceled.")
    return role, interval, role.live_intervals.filter(live_until=interval.live_from).first()


def _let_end(interval: LiveInterval, until: datetime | None) -> LiveInterval:
    interval.live_until = until
    interval.save(update_fields=("live_until",))
    return interval


def _end(interval: LiveInterval, at: datetime) -> None:
    """End an interval; delete it if it would be empty."""
    if interval.live_from == at:
        interval.delete()
    else:
        _let_end(interval, at)


def present(role: Role) -> datetime:
    """The time now. Raises PublishError if the server's clock is behind what already happened to a role.

    Otherwise what was live would look scheduled, and intervals would overlap.
    """
    now = timezone.now()
    last = role.live_intervals.filter(published_at__gt=now).select_related("revision").order_by("published_at").last()
    newest = role.revisions.filter(created_at__gt=now + CLOCKS_DIFFER).defer("document").order_by("number").last()
    if last:
        event = f"revision {last.revision.number} was published on {moment(last.published_at)}"
    elif newest:
        event = f"revision {newest.number} was saved on {moment(newest.created_at)}"
    else:
        return now
    raise PublishError(f"The server's clock says {moment(now)}, but {event}. Check the clock.")


def refuse_to_publish(role: Role, document: GuideDocument, start: datetime) -> None:
    """Raise PublishError if a document of this role cannot go live at a time; writes nothing."""
    intervals = LiveInterval.objects.filter(role=role.pk).not_ended(start).order_by("live_from")
    address = PublishedSlug.objects.filter(slug=document.slug).select_related("role").first()
    if withdrawn := Withdrawal.objects.of_text(role.pk, document.sha256()).select_related("revision").first():
        number = withdrawn.revision.number
        raise PublishError(f"“{role}” is the same as revision {number}, which is withdrawn. Undo its withdrawal first.")
    refuse(role, document, start, intervals, address)


def refuse(
    role: Role,
    document: GuideDocument,
    start: datetime,
    intervals: Iterable[LiveInterval],
    address: PublishedSlug | None,
) -> None:
    """As `refuse_to_publish`, given the intervals from `start` on and who has the address of the document."""
    if role.deleted_at:
        raise PublishError(f"“{role}” is deleted. Restore it first.")
    if not document.has_content:
        raise PublishError(f"“{role}” has no content yet.")
    for interval in intervals:
        if not interval.has_begun(start):
            raise PublishError(
                f"“{role}” is scheduled for {moment(interval.live_from)}. Move or cancel that first.", "at"
            )
        if interval.has_ended(timezone.now()):
            raise PublishError(f"“{role}” was unpublished after that time.", "at")
    if address and address.role_id != role.pk:
        raise PublishError(f"The address “{address.slug}” already belongs to “{address.role}”. Choose another slug.")


def _refuse_empty(start: datetime, until: datetime | None, field: str = "until") -> None:
    if until and until <= start:
        raise PublishError(f"The end ({moment(until)}) must be after the start ({moment(start)}).", field)


def _claim_slug(role: Role, slug: str, start: datetime) -> None:
    address, _ = PublishedSlug.objects.get_or_create(slug=slug, defaults={"role": role, "public_from": start})
    if start < address.public_from:
        address.public_from = start
        address.save(update_fields=("public_from",))


def _reclaim_slug(role: Role, slug: str) -> None:
    """Update when a future address becomes public after a move; free it if its guide never goes live there."""
    address = PublishedSlug.objects.filter(role=role, slug=slug, public_from__gt=timezone.now())
    first = role.live_intervals.filter(revision__index__slug=slug).order_by("live_from").first()
    if first:
        address.update(public_from=first.live_from)
    else:
        address.delete()


def published_revisions():
    """Every revision that was, is or will be live; these have an index."""
    return Revision.objects.filter(live_intervals__isnull=False).distinct().order_by("pk")


def publication_dates(role: str) -> dict[str, Subquery]:
    """Annotations: `published` (first publication) and `live_since` (of the live revision); `role` names the column."""
    intervals = LiveInterval.objects.filter(role=OuterRef(role))
    return {
        "published": Subquery(intervals.order_by("live_from").values("live_from")[:1]),
        "live_since": Subquery(intervals.at().values("live_from")[:1]),
    }
