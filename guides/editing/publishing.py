"""Publishing: which revision the public sees and since when, and the index that lists, filters and the search ask."""

from datetime import datetime

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from guides.document import GuideDocument
from guides.editing.job_descriptions import write_version
from guides.editing.reviews import approve_published
from guides.editing.revisions import lock
from guides.editing.rows import column_values
from guides.editing.search_entries import write_entry
from guides.editing.states import moment
from guides.editing.vocabulary import skills_named
from guides.models import (
    CareerStepIndex,
    GuideIndex,
    LiveInterval,
    PublishedSlug,
    RelatedRoleIndex,
    Revision,
    Role,
    SalaryLevelIndex,
    SkillIndex,
)


class PublishError(Exception):
    """A revision that cannot go live; the message says why, for the person who tried."""


@transaction.atomic
def publish(revision: Revision, *, by=None, at: datetime | None = None, until: datetime | None = None) -> LiveInterval:
    """Make a revision the one that is live from `at` (now) on, in place of the one that was.

    It stays until `until`, else as long as the one whose place it takes would have. Raises PublishError where there is
    nothing to show, where its address belongs to another role, and where a later interval is set already or the moment
    lies in one that has ended: what was public is not rewritten.
    """
    role, start = lock(revision.role), at or timezone.now()
    current = role.live_intervals.at(start).first()
    if current and current.revision_id == revision.pk and not current.has_ended(timezone.now()):
        return set_end(current, until) if until else current
    refuse_to_publish(role, revision.guide, start)
    until = until or (current.live_until if current else None)
    _refuse_empty(start, until)
    _claim_slug(role, revision.guide.slug, start)
    if current:
        _end(current, start)
    write_index(revision)
    write_version(revision, at=start)
    approve_published(revision, by=by)
    return LiveInterval.objects.create(role=role, revision=revision, live_from=start, live_until=until, published_by=by)


@transaction.atomic
def unpublish(role: Role, *, at: datetime | None = None) -> bool:
    """Take a role off the site from `at` (now) on; False where nothing was live then."""
    lock(role)
    end = at or timezone.now()
    current = role.live_intervals.at(end).first()
    if current:
        _end(current, end)
    return current is not None


@transaction.atomic
def cancel(interval: LiveInterval) -> None:
    """Take back what has not begun; what it was to replace stays as long as it would have."""
    role, interval, before = _scheduled(interval)
    interval.delete()
    if before:
        _let_end(before, interval.live_until)
    _reclaim_slug(role, interval.revision.guide.slug)


@transaction.atomic
def move(interval: LiveInterval, at: datetime) -> LiveInterval:
    """Let what has not begun begin at another time that has not come; what it is to replace stays until then."""
    role, interval, before = _scheduled(interval)
    earlier = role.live_intervals.begun(interval.live_from).exclude(pk=interval.pk).order_by("-live_from").first()
    starts_after = earlier.live_from if before else earlier and earlier.live_until
    if at <= timezone.now() or (starts_after and at < starts_after) or (before and at == before.live_from):
        raise PublishError(f"{moment(at)} is over, or “{role}” is still to change before that.")
    _refuse_empty(at, interval.live_until)
    if before:
        _let_end(before, at)
    interval.live_from = at
    interval.save(update_fields=("live_from",))
    _reclaim_slug(role, interval.revision.guide.slug)
    return interval


@transaction.atomic
def set_end(interval: LiveInterval, until: datetime | None) -> LiveInterval:
    """Let what is live, or is to be, end at another time that has not come, or not at all (None)."""
    role = lock(interval.role)
    interval, now = role.live_intervals.get(pk=interval.pk), timezone.now()
    following = role.live_intervals.scheduled(interval.live_from).order_by("live_from").first()
    if interval.has_ended(now):
        raise PublishError(f"“{role}” has left the site already.")
    if following and (until is None or until > following.live_from):
        raise PublishError(f"“{role}” is to change {moment(following.live_from)}; move or cancel that first.")
    if until and until <= now:
        raise PublishError(f"{moment(until)} is over.")
    _refuse_empty(interval.live_from, until)
    return _let_end(interval, until)


def _scheduled(interval: LiveInterval) -> tuple[Role, LiveInterval, LiveInterval | None]:
    """The role (locked), an interval that has not begun, and the one that it is to replace."""
    role = lock(interval.role)
    interval = role.live_intervals.filter(pk=interval.pk).first()
    if interval is None or interval.has_begun(timezone.now()):
        raise PublishError(f"What was scheduled for “{role}” has begun, or was cancelled.")
    return role, interval, role.live_intervals.filter(live_until=interval.live_from).first()


def _let_end(interval: LiveInterval, until: datetime | None) -> LiveInterval:
    interval.live_until = until
    interval.save(update_fields=("live_until",))
    return interval


def _end(interval: LiveInterval, at: datetime) -> None:
    """Close an interval; one that would be empty never was."""
    if interval.live_from == at:
        interval.delete()
    else:
        _let_end(interval, at)


def refuse_to_publish(role: Role, document: GuideDocument, start: datetime) -> None:
    """Raise PublishError where a document of this role cannot go live at a moment; nothing is written."""
    if role.deleted_at:
        raise PublishError(f"“{role}” is deleted; bring it back first.")
    if not document.has_content:
        raise PublishError(f"“{role}” has no content yet.")
    intervals = LiveInterval.objects.filter(role=role.pk)
    if (current := intervals.at(start).first()) and current.has_ended(timezone.now()):
        raise PublishError(f"“{role}” was taken off the site after that time.")
    if later := intervals.scheduled(start).first():
        raise PublishError(f"“{role}” is to be published {moment(later.live_from)}; move or cancel that first.")
    address = PublishedSlug.objects.filter(slug=document.slug).exclude(role=role.pk).select_related("role").first()
    if address:
        raise PublishError(f"The address “{address.slug}” belongs to “{address.role}” for good. Choose another slug.")


def _refuse_empty(start: datetime, until: datetime | None) -> None:
    if until and until <= start:
        raise PublishError(f"It would leave the site {moment(until)}, before it comes {moment(start)}.")


def _claim_slug(role: Role, slug: str, start: datetime) -> None:
    address, _ = PublishedSlug.objects.get_or_create(slug=slug, defaults={"role": role, "public_from": start})
    if start < address.public_from:
        address.public_from = start
        address.save(update_fields=("public_from",))


def _reclaim_slug(role: Role, slug: str) -> None:
    """Let an address be public when its guide is, after this was moved; give it free if it never will have been."""
    address = PublishedSlug.objects.filter(role=role, slug=slug, public_from__gt=timezone.now())
    first = role.live_intervals.filter(revision__index__slug=slug).order_by("live_from").first()
    if first:
        address.update(public_from=first.live_from)
    else:
        address.delete()


@transaction.atomic
def write_index(revision: Revision) -> GuideIndex:
    """Write what lists, filters, the search and other pages ask of a revision, in place of what was written before."""
    document = revision.guide
    GuideIndex.objects.filter(revision=revision).delete()
    guide = GuideIndex.objects.create(
        revision=revision, title=document.title, slug=document.slug, **column_values(document)
    )
    SalaryLevelIndex.objects.bulk_create(
        SalaryLevelIndex(guide=guide, position=position, title=level.title, median=level.median, average=level.average)
        for position, level in enumerate(document.salary_levels, start=1)
    )
    skills = skills_named(skill.name for skill in document.skills)
    SkillIndex.objects.bulk_create(
        SkillIndex(
            guide=guide,
            position=position,
            skill=skills[skill.name],
            kind=skill.kind,
            name=skill.name,
            detail=skill.detail,
        )
        for position, skill in enumerate(document.skills, start=1)
    )
    CareerStepIndex.objects.bulk_create(
        CareerStepIndex(guide=guide, position=position, title=step.title)
        for position, step in enumerate(document.career_path, start=1)
    )
    RelatedRoleIndex.objects.bulk_create(
        RelatedRoleIndex(guide=guide, position=position, title=role.title, slug=role.slug, blurb=role.blurb)
        for position, role in enumerate(document.related, start=1)
    )
    write_entry(revision)
    return guide


def published_revisions():
    """Every revision that is, was or will be live: those that have an index."""
    return Revision.objects.filter(live_intervals__isnull=False).distinct().order_by("pk")


def publication_dates(role: str) -> dict[str, Subquery]:
    """For `annotate`: `published`, the first time, and `live_since`, of what is live now; `role` names the column."""
    intervals = LiveInterval.objects.filter(role=OuterRef(role))
    return {
        "published": Subquery(intervals.order_by("live_from").values("live_from")[:1]),
        "live_since": Subquery(intervals.at().values("live_from")[:1]),
    }
