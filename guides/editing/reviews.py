"""Reviews: editors send a revision; publishers approve it or return it with a comment."""

from django.db import transaction
from django.utils import timezone

from guides.editing.revisions import lock
from guides.models import Review, Revision, Role, Withdrawal


class ReviewError(Exception):
    """A review step that is not possible now; the message explains why to the user."""


@transaction.atomic
def send_to_review(role: Role, *, by=None, comment: str = "") -> Review:
    """Send the latest revision to review, in place of one sent earlier."""
    role = lock(role)
    latest = role.revisions.order_by("-number").first()
    if role.deleted_at or latest is None or not latest.guide.has_content:
        raise ReviewError(f"“{role}” has nothing to review yet.")
    if Withdrawal.objects.of_text(role, latest.sha256).exists():
        raise ReviewError(f"Revision {latest.number} of “{role}” is withdrawn. Change the guide first.")
    waiting = role.reviews.open().first()
    if waiting and waiting.revision_id == latest.pk:
        raise ReviewError(f"Revision {latest.number} of “{role}” is already in review.")
    if waiting:
        _close(waiting, Review.Outcome.SUPERSEDED, by, f"Revision {latest.number} was sent instead.")
    return Review.objects.create(role=role, revision=latest, sent_by=by, comment=comment)


@transaction.atomic
def close_review(role: Role, outcome: str, *, review: Review | None = None, by=None, answer: str = "") -> Review:
    """Take back, approve or return the revision in review. Returning requires a comment.

    Raises ReviewError if `review` was given and is no longer the open one.
    """
    lock(role)
    waiting = role.reviews.open().first()
    if waiting is None:
        raise ReviewError(f"“{role}” is not in review.")
    if review and review != waiting:
        raise ReviewError(
            f"Revision {review.revision.number} is no longer in review. Revision {waiting.revision.number} is."
        )
    if outcome == Review.Outcome.RETURNED and not answer.strip():
        raise ReviewError("Explain what needs to change. The editor sees it with the guide.")
    _close(waiting, outcome, by, answer)
    return waiting


def close_published(revision: Revision, *, by=None) -> None:
    """Close the open review when a revision is published: approve its own document, supersede an older one."""
    waiting = Review.objects.open().filter(role=revision.role_id).select_related("revision").first()
    if waiting is None:
        return
    if waiting.revision.sha256 == revision.sha256:
        _close(waiting, Review.Outcome.APPROVED, by, f"Revision {revision.number} was published.")
    elif waiting.revision.number < revision.number:
        _close(waiting, Review.Outcome.SUPERSEDED, by, f"Revision {revision.number} was published instead.")


def _close(review: Review, outcome: str, by, answer: str) -> None:
    review.outcome, review.closed_by, review.closed_at, review.answer = outcome, by, timezone.now(), answer
    review.save(update_fields=("outcome", "closed_by", "closed_at", "answer"))
