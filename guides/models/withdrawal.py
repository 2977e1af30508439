"""Withdrawals of revisions: which one, who withdrew it, when and why."""

from django.conf import settings
from django.db import models
from django.db.models import Q, Subquery
from django.utils import timezone

from guides.models.revision import Revision
from guides.models.state import number_of, value_of


class WithdrawalQuerySet(models.QuerySet):
    def of_text(self, role, sha256):
        """Withdrawals of the revisions of a role with this document."""
        return self.filter(revision__role=role, revision__sha256=sha256)

    def get_by_natural_key(self, import_key, number):
        return self.get(revision__role__import_key=import_key, revision__number=number)


class Withdrawal(models.Model):
    """A revision that only editors can read: all its public addresses answer 410.

    It is never live or scheduled. Revisions of a role with the same document are withdrawn together. Undoing deletes
    the row.
    """

    revision = models.OneToOneField(Revision, on_delete=models.PROTECT, related_name="withdrawal")
    withdrawn_at = models.DateTimeField(default=timezone.now, db_index=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.TextField()

    objects = WithdrawalQuerySet.as_manager()

    class Meta:
        ordering = ("revision_id",)
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="withdrawal_has_a_reason"),)

    def __str__(self):
        return f"{self.revision}: {self.reason}"

    def natural_key(self):
        return self.revision.natural_key()

    natural_key.dependencies = ("guides.revision",)


def withdrawal_state(at) -> dict[str, Subquery]:
    """Values that change when a revision is withdrawn or its withdrawal is undone."""
    withdrawals = Withdrawal.objects.order_by()
    return {
        "withdrawn": number_of(withdrawals),
        "last_withdrawn": value_of(withdrawals.order_by("-withdrawn_at"), "withdrawn_at"),
    }
