"""Stored results of the editors' checks."""

from django.db import models

from guides.models.role import Role


class TextPrints(models.Model):
    """Fingerprints of the text of a role's newest revision, used by the editors' checks to find duplicates.

    `prints` is a sequence of signed 64-bit little-endian integers; `sha256` is the hash of their document.
    """

    role = models.OneToOneField(Role, on_delete=models.CASCADE, related_name="text_prints")
    sha256 = models.CharField(max_length=64)
    prints = models.BinaryField()

    class Meta:
        ordering = ("role_id",)
        verbose_name_plural = "text prints"

    def __str__(self):
        return f"Prints of {self.role}"
