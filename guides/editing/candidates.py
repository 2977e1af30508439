"""Which revision publishing puts live, and what it asks first: one rule for forms, buttons, bulk actions and imports.

What was reviewed goes live. A guide that was ever sent to review proposes the revision in review, else the one approved
last, unless a newer one is live; any revision that was not approved is published only after the publisher was asked. A
guide that is incomplete, or that has tasks in the words of their publisher, always asks.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.template.defaultfilters import pluralize
from django.utils import timezone

from guides.editing.checks.complete import missing_in_thin
from guides.editing.checks.copied import tasks_in
from guides.editing.publishing import PublishError, refuse
from guides.editing.states import day
from guides.models import LiveInterval, PublishedSlug, Review, Revision, Role
from guides.official.occupations import tasks_of

OPEN, APPROVED, RETURNED = Review.Outcome.OPEN, Review.Outcome.APPROVED, Review.Outcome.RETURNED
STANDINGS = {OPEN: "in review", APPROVED: "approved", RETURNED: "returned"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """The revisions of a role that publishing offers: the `newest` and, if another, the `reviewed` one.

    `reviews` are those of the role that were kept, oldest first; `live` is the interval that covers the present, and
    `tasks` are those of occupations in the words of their publisher, by code.
    """

    role: Role
    newest: Revision
    reviewed: Revision | None
    reviews: Sequence[Review]
    live: LiveInterval | None
    tasks: Mapping[str, frozenset[str]]

    @property
    def proposed(self) -> Revision:
        return self.reviewed or self.newest

    @property
    def offered(self) -> list[Revision]:
        return [self.reviewed, self.newest] if self.reviewed else [self.newest]

    @property
    def state(self) -> str:
        """A text that changes when a revision is saved or a review is sent or decided."""
        last = self.reviews[-1] if self.reviews else None
        return f"{self.newest.number}-{last.pk}-{last.outcome}" if last else str(self.newest.number)

    def is_live(self, revision: Revision) -> bool:
        return self.live is not None and self.live.revision_id == revision.pk

    def standing(self, revision: Revision) -> str:
        """What reviews say of a revision; empty for a guide that was never reviewed."""
        review = last_review(self.reviews, revision.sha256)
        return (STANDINGS[review.outcome] if review else "not reviewed") if self.reviews else ""

    def questions(self, revision: Revision) -> list[str]:
        """What to ask a publisher before a revision goes live."""
        name = f"Revision {revision.number}, saved {day(revision.created_at)} by {revision.created_by or 'an import'},"
        asked = [] if needs_no_question(self.reviews, revision.sha256) else [f"{name} was {self.standing(revision)}."]
        if missing := missing_in_thin(revision.guide):
            asked.append(f"Revision {revision.number} is incomplete. It has no {', no '.join(missing)}.")
        if copied := len(tasks_in(revision.guide, self.tasks)):
            words = f"{copied} responsibilit{pluralize(copied, 'y,ies')}"
            asked.append(f"Revision {revision.number} has {words} in the words of O*NET.")
        return asked


def candidates(roles: Iterable[Role]) -> dict[int, Candidate]:
    """The candidates by the keys of the roles; roles without a revision have none. The queries do not grow."""
    by_key = {role.pk: role for role in roles}
    newest = Revision.objects.filter(role=OuterRef("pk"), withdrawal=None).order_by("-number").values("pk")[:1]
    newest_of = dict(Role.objects.filter(pk__in=by_key).values_list("pk", Subquery(newest)))
    intervals = LiveInterval.objects.at().filter(role__in=by_key)
    live_of = {item.role_id: item for item in intervals.select_related("revision").defer("revision__document")}
    reviews_of = reviews_by_role(by_key)
    reviewed_of = {key: _reviewed(reviews, live_of.get(key)) for key, reviews in reviews_of.items()}
    keys = {*newest_of.values(), *reviewed_of.values()} - {None}
    revisions = Revision.objects.select_related("role", "created_by").in_bulk(keys)
    links = (link.code for revision in revisions.values() for link in revision.guide.details.occupations)
    tasks = tasks_of(set(links))
    return {
        key: Candidate(
            role, last, _other(revisions.get(reviewed_of[key]), last), reviews_of[key], live_of.get(key), tasks
        )
        for key, role in by_key.items()
        if (last := revisions.get(newest_of.get(key)))
    }


def reviews_by_role(keys: Iterable[int]) -> dict[int, list[Review]]:
    """The kept reviews of roles, oldest first."""
    reviews: dict[int, list[Review]] = {key: [] for key in keys}
    kept = (
        Review.objects.kept()
        .filter(role__in=reviews)
        .select_related("revision__withdrawal")
        .defer("revision__document")
    )
    for review in kept.order_by("sent_at", "pk"):
        reviews[review.role_id].append(review)
    return reviews


def last_review(reviews: Sequence[Review], sha256: str) -> Review | None:
    """The last review of a document that is open or was decided."""
    return next(
        (item for item in reversed(reviews) if item.revision.sha256 == sha256 and item.outcome in STANDINGS), None
    )


def needs_no_question(reviews: Sequence[Review], sha256: str) -> bool:
    """Whether a document may go live as far as reviews say: it is in review or approved, or there are none."""
    review = last_review(reviews, sha256)
    return not reviews or (review is not None and review.outcome != RETURNED)


def refusals(found: Iterable[Candidate]) -> dict[int, str]:
    """Why offered revisions cannot go live now, by their keys."""
    found, now = list(found), timezone.now()
    slugs = {revision.guide.slug for candidate in found for revision in candidate.offered}
    addresses = {item.slug: item for item in PublishedSlug.objects.filter(slug__in=slugs).select_related("role")}
    intervals = defaultdict(list)
    for item in LiveInterval.objects.not_ended(now).filter(role__in=[c.role.pk for c in found]).order_by("live_from"):
        intervals[item.role_id].append(item)
    reasons = {}
    for candidate in found:
        for revision in candidate.offered:
            guide = revision.guide
            try:
                refuse(candidate.role, guide, now, intervals[candidate.role.pk], addresses.get(guide.slug))
            except PublishError as error:
                reasons[revision.pk] = str(error)
            if candidate.is_live(revision):
                reasons[revision.pk] = f"Revision {revision.number} is already live."
    return reasons


def _reviewed(reviews: Sequence[Review], live: LiveInterval | None) -> int | None:
    """The key of the revision in review, else of the one approved last; None if a newer one is live."""
    newer_than = live.revision.number if live else 0
    sound = (
        item.revision
        for item in reversed(reviews)
        if item.outcome in (OPEN, APPROVED)
        and needs_no_question(reviews, item.revision.sha256)
        and not item.revision.is_withdrawn
    )
    return next((revision.pk for revision in sound if revision.number >= newer_than), None)


def _other(reviewed: Revision | None, newest: Revision) -> Revision | None:
    """The reviewed revision, unless the newest one is it or has the same document."""
    return reviewed if reviewed and reviewed.sha256 != newest.sha256 else None
