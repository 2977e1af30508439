"""Review: editors send a revision, publishers approve it or return it with words."""

from django.db import transaction
from django.utils import timezone

from guides.editing.revisions import lock
from guides.models import Review, Revision, Role


class ReviewError(Exception):
    """A step that a review cannot take now; the message says why, for the person who tried."""


@transaction.atomic
def send_to_review(role: Role, *, by=None, comment: str = "") -> Review:
    """Ask a publisher to look at the newest revision; one that was sent before gives way to it."""
    role = lock(role)
    latest = role.revisions.order_by("-number").first()
    if role.deleted_at or latest is None or not latest.guide.has_content:
        raise ReviewError(f"“{role}” has nothing to look at yet.")
    waiting = role.reviews.open().first()
    if waiting and waiting.revision_id == latest.pk:
        raise ReviewError(f"Revision {latest.number} of “{role}” is in review already.")
    if waiting:
        _close(waiting, Review.Outcome.TAKEN_BACK, by, f"Revision {latest.number} was sent instead.")
    return Review.objects.create(role=role, revision=latest, sent_by=by, comment=comment)


@transaction.atomic
def close_review(role: Role, outcome: str, *, by=None, answer: str = "") -> Review:
    """Take back, approve or return what is in review. What is returned says why."""
    lock(role)
    waiting = role.reviews.open().first()
    if waiting is None:
        raise ReviewError(f"“{role}” is not in review.")
    if outcome == Review.Outcome.RETURNED and not answer.strip():
        raise ReviewError("Say what is to be changed; the editor reads it with the guide.")
    _close(waiting, outcome, by, answer)
    return waiting


def approve_published(revision: Revision, *, by=None) -> None:
    """A revision that is published was approved, and so was an older one in whose place it comes."""
    waiting = Review.objects.open().filter(role=revision.role_id, revision__number__lte=revision.number).first()
    if waiting:
        _close(waiting, Review.Outcome.APPROVED, by, f"Revision {revision.number} was published.")


def _close(review: Review, outcome: str, by, answer: str) -> None:
    review.outcome, review.closed_by, review.closed_at, review.answer = outcome, by, timezone.now(), answer
    review.save(update_fields=("outcome", "closed_by", "closed_at", "answer"))
