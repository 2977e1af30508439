"""Pictures uploaded by editors."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from guides.models.fields import NameField
from guides.rendering.pictures import PictureFile, markdown_code, picture_file


class PictureQuerySet(models.QuerySet):
    def named(self, name: str) -> "PictureQuerySet":
        """The uploaded picture with this name in documents. Raises ValueError for an invalid name."""
        file = picture_file(name)
        return self.filter(uuid=file.uuid, width=file.width, height=file.height)

    def get_by_natural_key(self, uuid):
        return self.get(uuid=uuid)


class Picture(models.Model):
    """A stored picture; `width` and `height` are those of its largest file, in pixels."""

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    alt = NameField(
        "alternative text",
        help_text="What the picture shows, for readers who cannot see it. One sentence is best.",
    )
    uploaded_at = models.DateTimeField(default=timezone.now, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    objects = PictureQuerySet.as_manager()

    class Meta:
        ordering = ("-uploaded_at", "-pk")
        constraints = (
            models.CheckConstraint(condition=Q(width__gt=0, height__gt=0), name="picture_has_an_area"),
            models.CheckConstraint(condition=~Q(alt=""), name="picture_has_alternative_text"),
        )

    def __str__(self):
        return self.alt

    def natural_key(self):
        return (str(self.uuid),)

    @property
    def file(self) -> PictureFile:
        """The largest file of the picture."""
        return PictureFile(str(self.uuid), self.width, self.height)

    @property
    def name(self) -> str:
        """The name of the picture in documents."""
        return self.file.name

    @property
    def markdown(self) -> str:
        """The Markdown that inserts the picture."""
        return markdown_code(self.alt, self.file)
