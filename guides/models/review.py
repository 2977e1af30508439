"""Reviews: an editor's request that a publisher review a revision, and its outcome."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from guides.models.revision import Revision


class ReviewQuerySet(models.QuerySet):
    def open(self):
        return self.filter(outcome=Review.Outcome.OPEN)

    def kept(self):
        """Reviews that their senders did not take back."""
        return self.exclude(outcome=Review.Outcome.TAKEN_BACK)


class Review(models.Model):
    """A revision sent to a publisher with the editor's comment; each role has at most one open review.

    A review is superseded, without a decision, when a newer revision is sent or published in place of its own.
    """

    class Outcome(models.TextChoices):
        OPEN = "open", "In review"
        TAKEN_BACK = "taken_back", "Taken back"
        APPROVED = "approved", "Approved"
        RETURNED = "returned", "Returned"
        SUPERSEDED = "superseded", "Replaced"

    role = models.ForeignKey("guides.Role", on_delete=models.PROTECT, related_name="reviews")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="reviews")
    sent_at = models.DateTimeField(default=timezone.now)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    comment = models.TextField(blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.OPEN)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answer = models.TextField(blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ("role_id", "sent_at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("role",), condition=Q(outcome="open"), name="review_one_open_a_role"),
            models.CheckConstraint(
                condition=Q(outcome="open", closed_at=None) | (~Q(outcome="open") & Q(closed_at__isnull=False)),
                name="review_closed_has_a_time",
            ),
        )

    def __str__(self):
        return f"{self.revision}: {self.get_outcome_display()}"
