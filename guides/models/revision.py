"""The history of a role: immutable revisions and the intervals in which they were live."""

from functools import cached_property

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from guides.document import GuideDocument
from guides.models.state import number_of, value_of


def number_after(last) -> int:
    """Return the number after that of a role's last row, starting at 1."""
    return last.number + 1 if last else 1


def covers(moment, interval: str = "") -> Q:
    """Return the condition that an interval covers a moment; `interval` prefixes its columns in other tables."""
    not_ended = Q(**{f"{interval}live_until__gt": moment}) | Q(**{f"{interval}live_until": None})
    return not_ended & Q(**{f"{interval}live_from__lte": moment})


class RevisionQuerySet(models.QuerySet):
    def live(self, at=None):
        """Revisions that are public at a moment, by default now."""
        return self.filter(pk__in=LiveInterval.objects.at(at or timezone.now()).values("revision"))

    def ever_public(self, at=None):
        """Revisions that were public at or before a moment, by default now."""
        return self.filter(pk__in=LiveInterval.objects.begun(at).values("revision"))

    def readable(self, at=None):
        """Revisions that readers can still find: public at or before a moment, and not withdrawn."""
        return self.ever_public(at).filter(withdrawal=None)

    def get_by_natural_key(self, import_key, number):
        return self.get(role__import_key=import_key, number=number)

    def update(self, **values):
        raise TypeError("Revisions never change; save a new one.")

    def delete(self):
        raise TypeError("Revisions are never deleted.")


class Revision(models.Model):
    """A saved or imported state of a role: the canonical document, its SHA-256, and who saved it when and why.

    Revisions never change; a revert is a new revision with an old document.
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
        """Save a new revision. Raises TypeError if it has been saved before."""
        if not self._state.adding:
            raise TypeError("A revision never changes; save a new one.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("A revision is never deleted.")

    def natural_key(self):
        return (self.role.import_key, self.number)

    natural_key.dependencies = ("guides.role",)

    @cached_property
    def guide(self) -> GuideDocument:
        return GuideDocument.from_json(self.document)

    @property
    def is_withdrawn(self) -> bool:
        return hasattr(self, "withdrawal")


class LiveIntervalQuerySet(models.QuerySet):
    """Intervals by their relation to a moment, by default now. Each method is one filter."""

    def at(self, moment=None):
        """Intervals that cover the moment: at most one a role."""
        return self.filter(covers(moment or timezone.now()))

    def begun(self, moment=None):
        """Intervals that cover the moment or ended before it."""
        return self.filter(live_from__lte=moment or timezone.now())

    def scheduled(self, moment=None):
        """Intervals that begin after the moment."""
        return self.filter(live_from__gt=moment or timezone.now())

    def ended(self, moment=None):
        """Intervals that ended by the moment."""
        return self.filter(live_until__lte=moment or timezone.now())

    def not_ended(self, moment=None):
        """Intervals that cover the moment or are scheduled after it."""
        return self.filter(Q(live_until__gt=moment or timezone.now()) | Q(live_until=None))

    def get_by_natural_key(self, import_key, live_from):
        return self.get(role__import_key=import_key, live_from=live_from)


class LiveInterval(models.Model):
    """The time in which a revision is public, from `live_from` up to and not including `live_until`.

    Intervals of a role never overlap: `publishing` locks the role to write them. Only the last can be open-ended.
    `published_at` is the time of the publication itself, before `live_from` if it was scheduled.
    """

    role = models.ForeignKey("guides.Role", on_delete=models.PROTECT, related_name="live_intervals")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="live_intervals")
    live_from = models.DateTimeField(db_index=True)
    live_until = models.DateTimeField(null=True, blank=True, db_index=True)
    published_at = models.DateTimeField(default=timezone.now, editable=False)
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

    def has_begun(self, moment) -> bool:
        return self.live_from <= moment

    def has_ended(self, moment) -> bool:
        return self.live_until is not None and self.live_until <= moment

    def natural_key(self):
        return (self.role.import_key, self.live_from.isoformat())

    natural_key.dependencies = ("guides.role",)


def publication_state(at) -> dict[str, Subquery]:
    """Values that change when a guide is published, scheduled or unpublished, or an interval begins or ends.

    A new interval has the highest key. An interval that is cut short or removed drops out of `not_ended`.
    """
    intervals = LiveInterval.objects.order_by()
    return {
        "newest": value_of(intervals.order_by("-pk"), "pk"),
        "not_ended": number_of(intervals.not_ended(at)),
        "last_begun": value_of(intervals.begun(at).order_by("-live_from"), "live_from"),
        "last_ended": value_of(intervals.ended(at).order_by("-live_until"), "live_until"),
    }


class PublishedSlugQuerySet(models.QuerySet):
    def at(self, moment=None):
        """Addresses public at or before a moment, by default now. The address of a scheduled guide is still secret."""
        return self.filter(public_from__lte=moment or timezone.now())

    def with_guide(self, number=0):
        """Addresses with `current`, the slug of the role's live guide, and `withdrawal`; each None if there is none.

        The withdrawal is that of the last live revision, else of the last one at this address, else of the one with a
        number.
        """
        intervals = LiveInterval.objects.filter(role=OuterRef("role"))
        begun = intervals.begun().order_by("-live_from").values("revision__withdrawal")
        asked = (begun, begun.filter(revision__index__slug=OuterRef("slug")), begun.filter(revision__number=number))
        return self.annotate(
            current=Subquery(intervals.at().values("revision__index__slug")[:1]),
            withdrawal=Coalesce(*(Subquery(withdrawals[:1]) for withdrawals in asked)),
        )

    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class PublishedSlug(models.Model):
    """An address that is public from `public_from` on.

    It belongs to its role permanently, so a link never leads to a different guide.
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
