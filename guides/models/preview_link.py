"""Preview links: addresses at which people without an account read a revision for a few days."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from guides.models.revision import Revision

LIFETIME = timedelta(days=7)


class PreviewLinkQuerySet(models.QuerySet):
    def open(self):
        """Links that work now."""
        return self.filter(recalled_at=None, created_at__gt=timezone.now() - LIFETIME)


class PreviewLink(models.Model):
    """A link to a revision. Its key is part of its signed address, so it has no natural key."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="preview_links")
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    recalled_at = models.DateTimeField(null=True, blank=True)
    recalled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(recalled_by=None) | Q(recalled_at__isnull=False), name="previewlink_recalled_has_a_time"
            ),
        )

    def __str__(self):
        return f"Preview link to {self.revision}"

    @property
    def expires_at(self):
        return self.created_at + LIFETIME
