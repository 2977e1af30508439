"""Withdrawal: a publisher ends every public address of a revision, and can undo that."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery
from django.utils import timezone

from guides.editing.preview_links import recall
from guides.editing.publishing import cancel, unpublish
from guides.editing.reviews import close_review
from guides.editing.revisions import lock
from guides.models import JobDescription, LiveInterval, PreviewLink, Review, Revision, Role, Withdrawal


class WithdrawalError(Exception):
    """A withdrawal that cannot be made or undone; the message explains why to the user."""


# What is public


@dataclass(slots=True)
class Remains:
    """What stays public of a guide that is unpublished or deleted.

    `versions` are its job descriptions, at the address `slug`; `links` are its preview links, which deletion recalls.
    Print packs and saved results show `revisions` only while the guide is live.
    """

    role: Role
    slug: str
    revisions: list[Revision] = field(default_factory=list)
    versions: list[JobDescription] = field(default_factory=list)
    links: list[PreviewLink] = field(default_factory=list)


def with_public_parts(revisions: QuerySet[Revision]) -> QuerySet[Revision]:
    """Revisions without their documents, with what makes them public, in four queries.

    `publications` are live or scheduled, `versions` job descriptions, and `links` preview links. `was_public` says
    whether results with its number are shown, and `slug` is the address of the guide's job descriptions and results.
    """
    begun = LiveInterval.objects.begun()
    last = begun.filter(role=OuterRef("role"), revision__withdrawal=None).order_by("-live_from")
    versions = JobDescription.objects.public().filter(is_removed=False).defer("template").order_by("number")
    return (
        revisions.defer("document")
        .select_related("role")
        .annotate(
            was_public=Exists(begun.filter(revision=OuterRef("pk"))),
            slug=Subquery(last.values("revision__index__slug")[:1]),
        )
        .prefetch_related(
            Prefetch("live_intervals", LiveInterval.objects.not_ended().order_by("live_from"), "publications"),
            Prefetch("job_descriptions", versions, "versions"),
            Prefetch("preview_links", PreviewLink.objects.open().select_related("created_by"), "links"),
        )
    )


def remains_of(roles: Iterable[Role] | QuerySet[Role]) -> list[Remains]:
    """What stays public of roles that are unpublished or deleted, in four queries; only those with something."""
    found: dict[int, Remains] = {}
    for revision in with_public_parts(Revision.objects.readable().filter(role__in=roles)).order_by("role", "number"):
        remains = found.setdefault(revision.role_id, Remains(revision.role, revision.slug))
        remains.revisions.append(revision)
        remains.versions += revision.versions
        remains.links += revision.links
    return list(found.values())


# Withdrawing


@transaction.atomic
def withdraw(revision: Revision, *, by=None, reason: str) -> list[Revision]:
    """Withdraw a revision, and all others of the role with the same document; returns them.

    If one is live, its interval ends now. Scheduled publications are canceled, an open review is taken back, and
    preview links are recalled. Raises WithdrawalError if the revision is already withdrawn.
    """
    role = lock(revision.role)
    same = role.revisions.filter(sha256=revision.sha256, withdrawal=None)
    withdrawn = list(same.defer("document").order_by("number"))
    if not withdrawn:
        raise WithdrawalError(f"Revision {revision.number} of “{role}” is already withdrawn.")
    for interval in role.live_intervals.scheduled().filter(revision__in=withdrawn).order_by("-live_from"):
        cancel(interval)
    if role.live_intervals.at().filter(revision__in=withdrawn).exists():
        unpublish(role)
    if role.reviews.open().filter(revision__in=withdrawn).exists():
        close_review(role, Review.Outcome.TAKEN_BACK, by=by, answer="The revision was withdrawn.")
    recall(PreviewLink.objects.filter(revision__in=withdrawn), by=by)
    now = timezone.now()
    Withdrawal.objects.bulk_create(
        Withdrawal(revision=each, withdrawn_at=now, withdrawn_by=by, reason=reason) for each in withdrawn
    )
    return withdrawn


@transaction.atomic
def withdraw_remains(roles: Iterable[Role] | QuerySet[Role], *, by=None, reason: str) -> int:
    """Withdraw every revision of some roles that readers can still find; returns the number."""
    number, revisions = 0, Revision.objects.readable().filter(role__in=roles).order_by("role", "number")
    for revision in revisions.select_related("role").defer("document"):
        if not Withdrawal.objects.filter(revision=revision).exists():  # with an earlier one of the same document
            number += len(withdraw(revision, by=by, reason=reason))
    return number


@transaction.atomic
def undo_withdrawal(revision: Revision) -> list[Revision]:
    """Make a withdrawn revision, and all others with the same document, readable again; returns them.

    Nothing goes live, and preview links stay recalled. Raises WithdrawalError if it is not withdrawn.
    """
    role = lock(revision.role)
    withdrawals = Withdrawal.objects.of_text(role, revision.sha256)
    restored = list(role.revisions.filter(withdrawal__in=withdrawals).defer("document").order_by("number"))
    if not restored:
        raise WithdrawalError(f"Revision {revision.number} of “{role}” is not withdrawn.")
    withdrawals.delete()
    return restored
