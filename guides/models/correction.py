"""The log of corrections, which readers see."""

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from guides.models.fields import LineField, NameField
from guides.models.revision import LiveInterval
from guides.models.role import Role
from guides.models.state import number_of, value_of


class CorrectionQuerySet(models.QuerySet):
    def with_address(self):
        """Corrections with the slug of the live guide that each is about, as `slug`."""
        live = LiveInterval.objects.at().filter(role=OuterRef("role"))
        return self.annotate(slug=Subquery(live.values("revision__index__slug")[:1]))


class Correction(models.Model):
    """An error that was fixed: what was wrong and what is right.

    `title` is that of the guide when the error was fixed; it is empty if the correction is about the site as a whole.
    """

    date = models.DateField(default=timezone.localdate, help_text="When it was fixed.")
    role = models.ForeignKey(
        Role,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name="guide",
        help_text="Leave empty for an error outside of the guides.",
    )
    title = NameField(
        blank=True, help_text="What readers know it as. Leave empty to use the title of the published guide."
    )
    wrong = LineField("what was wrong", help_text="What the page said, and since when if you know.")
    right = LineField("what is right", help_text="What it says now, and why.")
    changed_at = models.DateTimeField(auto_now=True, db_index=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ("-date", "-pk")

    def __str__(self):
        return f"{self.title or 'The site'}, {self.date}"


def correction_state(at) -> dict[str, Subquery]:
    """Values that change when a correction is added, changed or deleted."""
    corrections = Correction.objects.order_by()
    return {
        "number": number_of(corrections),
        "last_changed": value_of(corrections.order_by("-changed_at"), "changed_at"),
    }
