"""What the editors' checks remember of each guide."""

from django.db import models

from guides.models.role import Role


class TextPrints(models.Model):
    """The prints of a role's newest revision (`guides.editing.checks.duplicates`), made anew when there is a newer one.

    `prints` are signed numbers of 64 bits, little-endian, one behind the other; `sha256` names their document.
    """

    role = models.OneToOneField(Role, on_delete=models.CASCADE, related_name="text_prints")
    sha256 = models.CharField(max_length=64)
    prints = models.BinaryField()

    class Meta:
        ordering = ("role_id",)
        verbose_name_plural = "text prints"

    def __str__(self):
        return f"Prints of {self.role}"
