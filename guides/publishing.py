"""Publishing: which revision the public sees and since when, and the index that lists, filters and the search ask."""

from datetime import datetime

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from .documents import column_values
from .models import (
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
from .revisions import lock
from .search.entries import write_entry
from .vocabulary import skills_named


class PublishError(Exception):
    """A revision that cannot go live; the message says why, for the person who tried."""


@transaction.atomic
def publish(revision: Revision, *, by=None, at: datetime | None = None) -> LiveInterval:
    """Make a revision the one that is live from `at` (now) on, in place of the one that was.

    Raises PublishError where there is nothing to show, where its address belongs to another role, and where a later
    interval is set already or the moment lies in one that has ended: what was public is not rewritten.
    """
    role = lock(revision.role)
    now = timezone.now()
    moment = at or now
    if not revision.guide.has_content:
        raise PublishError(f"“{role}” has no content yet.")
    current = role.live_intervals.at(moment).first()
    if current and current.live_until and current.live_until <= now:
        raise PublishError(f"“{role}” was taken off the site after that time.")
    if current and current.revision_id == revision.pk:
        return current
    if role.live_intervals.filter(live_from__gt=moment).exists():
        raise PublishError(f"“{role}” is to be published at a later time already.")
    _claim_slug(role, revision.guide.slug)
    if current:
        _end(current, moment)
    write_index(revision)
    return LiveInterval.objects.create(role=role, revision=revision, live_from=moment, published_by=by)


@transaction.atomic
def unpublish(role: Role, *, at: datetime | None = None) -> bool:
    """Take a role off the site from `at` (now) on; False where nothing was live."""
    lock(role)
    moment = at or timezone.now()
    current = role.live_intervals.at(moment).first()
    if current:
        _end(current, moment)
    return current is not None


def _end(interval: LiveInterval, moment: datetime) -> None:
    """Close an interval; one that would be empty never was."""
    if interval.live_from == moment:
        interval.delete()
    else:
        interval.live_until = moment
        interval.save(update_fields=("live_until",))


def _claim_slug(role: Role, slug: str) -> None:
    address, _ = PublishedSlug.objects.get_or_create(slug=slug, defaults={"role": role})
    if address.role_id != role.pk:
        raise PublishError(f"The address “{slug}” belongs to “{address.role}” for good. Choose another slug.")


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
        "live_since": Subquery(intervals.at(timezone.now()).values("live_from")[:1]),
    }
