"""The history of a role: immutable revisions, and when which of them was live."""

from functools import cached_property

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from guides.document import GuideDocument


class RevisionQuerySet(models.QuerySet):
    def live(self, at=None):
        """Revisions that the public sees at a moment, by default now."""
        return self.filter(pk__in=LiveInterval.objects.at(at or timezone.now()).values("revision"))

    def get_by_natural_key(self, import_key, number):
        return self.get(role__import_key=import_key, number=number)

    def update(self, **values):
        raise TypeError("Revisions are never changed; record a new one.")

    def delete(self):
        raise TypeError("Revisions are never removed.")


class Revision(models.Model):
    """A state of a role that was saved or imported: the canonical document, its SHA-256, who, when and why.

    Revisions are never changed; a revert is a new revision with an old document.
    """

    class Kind(models.TextChoices):
        IMPORT = "import", "Import"
        EDIT = "edit", "Edit"
        REVERT = "revert", "Revert"

    role = models.ForeignKey("guides.Role", on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    document = models.TextField()
    sha256 = models.CharField(max_length=64)
    kind = models.CharField(max_length=10, choices=Kind)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    comment = models.CharField(max_length=200, blank=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ("role_id", "number")
        get_latest_by = "number"
        constraints = (models.UniqueConstraint(fields=("role", "number"), name="revision_number_unique"),)

    def __str__(self):
        return f"{self.role} {self.number}"

    def save(self, *args, **kwargs):
        """Store a new revision. Raises TypeError for one that is stored already."""
        if not self._state.adding:
            raise TypeError("A revision is never changed; record a new one.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("A revision is never removed.")

    def natural_key(self):
        return (self.role.import_key, self.number)

    natural_key.dependencies = ("guides.role",)

    @cached_property
    def guide(self) -> GuideDocument:
        return GuideDocument.from_json(self.document)


class LiveIntervalQuerySet(models.QuerySet):
    def at(self, moment):
        """The intervals that hold a moment: at most one a role."""
        return self.filter(Q(live_until__gt=moment) | Q(live_until=None), live_from__lte=moment)

    def get_by_natural_key(self, import_key, live_from):
        return self.get(role__import_key=import_key, live_from=live_from)


class LiveInterval(models.Model):
    """From when until when (not included) a revision is what the public sees.

    Intervals of a role never overlap: `publishing` writes them with the role locked, and only the last may be open.
    """

    role = models.ForeignKey("guides.Role", on_delete=models.PROTECT, related_name="live_intervals")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="live_intervals")
    live_from = models.DateTimeField(db_index=True)
    live_until = models.DateTimeField(null=True, blank=True, db_index=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = LiveIntervalQuerySet.as_manager()

    class Meta:
        ordering = ("role_id", "live_from")
        constraints = (
            models.CheckConstraint(
                condition=Q(live_until=None) | Q(live_until__gt=F("live_from")), name="liveinterval_from_before_until"
            ),
            models.UniqueConstraint(
                fields=("role",), condition=Q(live_until=None), name="liveinterval_one_open_a_role"
            ),
            models.UniqueConstraint(fields=("role", "live_from"), name="liveinterval_from_unique"),
        )

    def __str__(self):
        return f"{self.revision} from {self.live_from:%Y-%m-%d %H:%M}"

    def natural_key(self):
        return (self.role.import_key, self.live_from.isoformat())

    natural_key.dependencies = ("guides.role",)


class PublishedSlugQuerySet(models.QuerySet):
    def at(self, moment):
        """Addresses that are or were public at a moment; one of a guide that is scheduled is nobody's business yet."""
        return self.filter(public_from__lte=moment)

    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class PublishedSlug(models.Model):
    """An address that is public since `public_from`, or is to be.

    It stays with its role for good, so that no link ever means another guide.
    """

    slug = models.SlugField(max_length=200, unique=True)
    role = models.ForeignKey("guides.Role", on_delete=models.PROTECT, related_name="published_slugs")
    public_from = models.DateTimeField()

    objects = PublishedSlugQuerySet.as_manager()

    class Meta:
        ordering = ("slug",)

    def __str__(self):
        return self.slug

    def natural_key(self):
        return (self.slug,)

    natural_key.dependencies = ("guides.role",)
