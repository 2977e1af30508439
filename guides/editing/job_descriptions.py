"""Versions of job descriptions: created at publication, found by address, removed by publishers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from guides.models import JobDescription, LiveInterval, PublishedSlug, Revision, Role
from guides.models.revision import number_after
from guides.toolkit.job_description.template import RULES, build_template


@transaction.atomic
def write_version(revision: Revision, *, at: datetime | None = None) -> JobDescription:
    """Create and store the description of a revision under the current rules, unless it exists."""
    role = Role.objects.select_for_update().get(pk=revision.role_id)
    stored = revision.job_descriptions.filter(rules=RULES).first()
    if stored:
        return stored
    newest = role.job_descriptions.order_by("-number").first()
    template = build_template(revision.guide)
    return JobDescription.objects.create(
        role=role,
        revision=revision,
        number=number_after(newest),
        rules=RULES,
        template=template.canonical(),
        sha256=template.sha256(),
        drawn_at=at or timezone.now(),
    )


def write_missing_versions() -> int:
    """Create the missing descriptions of live and scheduled revisions under the current rules; returns the number."""
    stored = JobDescription.objects.filter(rules=RULES).values("revision")
    missing = Revision.objects.filter(pk__in=LiveInterval.objects.not_ended().values("revision")).exclude(pk__in=stored)
    return len([write_version(revision) for revision in missing.order_by("pk")])


def set_removed(versions, *, by=None) -> int:
    """Remove versions (a queryset) from the site; returns the number."""
    return versions.filter(removed_at=None).update(removed_at=timezone.now(), removed_by=by)


def set_restored(versions) -> int:
    """Restore removed versions (a queryset); returns the number."""
    return versions.exclude(removed_at=None).update(removed_at=None, removed_by=None)


class VersionRemoved(Exception):
    """A version that was removed or withdrawn, or a role whose versions all were."""


@dataclass(frozen=True, slots=True)
class Versions:
    """The public versions of a role, oldest first, without their templates; `present` is the one to use now.

    `slug` is the address of the live guide, or of the last live one; a withdrawn guide is not `live`.
    """

    slug: str
    live: bool
    present: JobDescription
    all: Sequence[JobDescription]

    def version(self, number: int | None) -> JobDescription | None:
        """The version with a number, or None. Raises VersionRemoved."""
        found = next((version for version in self.all if version.number == number), None)
        if found and found.is_removed:
            raise VersionRemoved
        return found


def find_versions(slug: str) -> Versions | None:
    """The versions of the guide that is, or last was, live at an address, in at most three queries.

    None if the address was never public, or if its guide is now live at another one, which redirects. Raises
    VersionRemoved.
    """
    now = timezone.now()
    address = PublishedSlug.objects.at(now).filter(slug=slug).values("role")
    begun = LiveInterval.objects.begun(now).filter(role__in=address)
    last = begun.filter(revision__withdrawal=None).order_by("-live_from")
    interval = last.select_related("revision__index", "role").first()
    if interval is None and begun.exists():
        raise VersionRemoved
    if interval is None:
        return None
    live = not interval.has_ended(now)
    if interval.revision.index.slug != slug:
        return None if live else _versions_of(interval, live=False)
    return _versions_of(interval, live=live)


def _versions_of(interval: LiveInterval, *, live: bool) -> Versions:
    stored = list(JobDescription.objects.public().filter(role=interval.role).defer("template").order_by("number"))
    left = [version for version in stored if not version.is_removed]
    own = [version for version in left if version.revision_id == interval.revision_id]
    if stored and not left:
        raise VersionRemoved
    present = max(own, key=lambda version: version.rules) if own else left[-1] if left else None
    if present is None or (live and own and present.rules < RULES):
        present = _unstored(interval)
    return Versions(interval.revision.index.slug, live, present, stored)


def _unstored(interval: LiveInterval) -> JobDescription:
    """A version without a number, for a guide that was published before these rules or before versions were stored."""
    template = build_template(interval.revision.guide)
    return JobDescription(
        role=interval.role,
        revision=interval.revision,
        rules=RULES,
        template=template.canonical(),
        sha256=template.sha256(),
        drawn_at=interval.live_from,
    )
