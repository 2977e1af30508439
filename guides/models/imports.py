"""Imports of texts: imported documents, conflicts with editors' changes, and uploads."""

from functools import cached_property

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from guides.document import GuideDocument
from guides.document.merging import Place
from guides.models.revision import Revision


class ImportedTextManager(models.Manager):
    def get_by_natural_key(self, import_key, number):
        return self.get(role__import_key=import_key, number=number)


class ImportedText(models.Model):
    """The document of a text at its import: the base of the next merge.

    This is the document as parsed from the text, even where the guide differs. `revision` is the role's newest revision
    at the end of the import.
    """

    role = models.ForeignKey("guides.Role", on_delete=models.PROTECT, related_name="imported_texts")
    number = models.PositiveIntegerField()
    document = models.TextField()
    sha256 = models.CharField(max_length=64)
    imported_at = models.DateTimeField(default=timezone.now)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")

    objects = ImportedTextManager()

    class Meta:
        ordering = ("role_id", "number")
        get_latest_by = "number"
        constraints = (models.UniqueConstraint(fields=("role", "number"), name="importedtext_number_unique"),)

    def __str__(self):
        return f"{self.role}, text {self.number}"

    def natural_key(self):
        return (self.role.import_key, self.number)

    natural_key.dependencies = ("guides.role", "guides.revision")

    @cached_property
    def guide(self) -> GuideDocument:
        return GuideDocument.from_json(self.document)


class ConflictQuerySet(models.QuerySet):
    def open(self):
        return self.filter(outcome=Conflict.Outcome.OPEN)


class Conflict(models.Model):
    """A place in a guide that an editor and a new text changed differently; the rows keep the editor's value.

    `path`, `unit` and `row` are a `merging.Place`. The three values are those of the last import (`base`), the editors'
    rows (`ours`) and the new text (`theirs`); null is a missing row. Each revision updates the open conflicts.
    """

    class Outcome(models.TextChoices):
        OPEN = "open", "Open"
        OURS = "ours", "Kept"
        THEIRS = "theirs", "Taken from the text"
        EDITED = "edited", "Edited"
        SETTLED = "settled", "Resolved by an edit"
        SUPERSEDED = "superseded", "Replaced by a newer text"

    role = models.ForeignKey("guides.Role", on_delete=models.PROTECT, related_name="conflicts")
    text = models.ForeignKey(ImportedText, on_delete=models.PROTECT, related_name="conflicts")
    path = models.CharField(max_length=60)
    unit = models.CharField(max_length=30, blank=True)
    row = models.JSONField(null=True)
    base = models.JSONField(null=True)
    ours = models.JSONField(null=True)
    theirs = models.JSONField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.OPEN)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = ConflictQuerySet.as_manager()

    class Meta:
        ordering = ("role_id", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(outcome="open", decided_at=None) | (~Q(outcome="open") & Q(decided_at__isnull=False)),
                name="conflict_decided_has_a_time",
            ),
        )
        indexes = (models.Index(fields=("role",), condition=Q(outcome="open"), name="conflict_open"),)

    def __str__(self):
        return str(self.place)

    @property
    def place(self) -> Place:
        return Place(self.path, self.unit, self.row)


class Upload(models.Model):
    """Uploaded texts, from the preview to the report; `confirmed_at` is the time at which the import was confirmed."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    publish = models.BooleanField(default=False)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = "text import"
        verbose_name_plural = "text imports"

    def __str__(self):
        return f"Texts of {self.created_at:%Y-%m-%d %H:%M}"


class UploadedText(models.Model):
    """A text of an upload. `preview` and `result` report the expected and the actual import, as `Outcome.report`.

    `may_rename` is the user's consent to another title for the guide. The source is cleared once it is imported or
    refused.
    """

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="texts")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    source = models.BinaryField(default=bytes)
    slug = models.CharField(max_length=200, blank=True)
    may_rename = models.BooleanField(default=False)
    preview = models.JSONField(null=True)
    result = models.JSONField(null=True)

    class Meta:
        ordering = ("upload_id", "position")
        constraints = (models.UniqueConstraint(fields=("upload", "position"), name="uploadedtext_position_unique"),)

    def __str__(self):
        return self.name
