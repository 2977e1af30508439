"""Versions of job descriptions: one for each live revision and rule set, kept as data so that links keep working."""

from functools import cached_property

from django.conf import settings
from django.db import models
from django.db.models import Q, Subquery

from guides.models.revision import LiveInterval, Revision
from guides.models.role import Role
from guides.models.state import number_of, value_of
from guides.toolkit.job_description.first_rules import FirstTemplate, read_template
from guides.toolkit.job_description.template import Template

REMOVED = Q(removed_at__isnull=False) | Q(revision__withdrawal__isnull=False)


class JobDescriptionQuerySet(models.QuerySet):
    def public(self, at=None):
        """Versions of revisions that were public at or before a moment, by default now.

        `is_removed` is true for those that readers no longer see: removed themselves, or of a withdrawn revision.
        """
        return self.filter(revision__in=LiveInterval.objects.begun(at).values("revision")).annotate(is_removed=REMOVED)

    def get_by_natural_key(self, import_key, number):
        return self.get(role__import_key=import_key, number=number)


class JobDescription(models.Model):
    """The job description template of a revision under the rules of its time. Only its removal can change.

    `template` is canonical JSON and `sha256` its hash. A removed version, and one of a withdrawn revision, keeps its
    number and data, but is not shown.
    """

    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="job_descriptions")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="job_descriptions")
    number = models.PositiveIntegerField()
    rules = models.PositiveSmallIntegerField()
    template = models.TextField()
    sha256 = models.CharField(max_length=64)
    drawn_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True, db_index=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = JobDescriptionQuerySet.as_manager()

    class Meta:
        ordering = ("role_id", "number")
        verbose_name = "job description version"
        constraints = (
            models.UniqueConstraint(fields=("role", "number"), name="jobdescription_number_unique"),
            models.UniqueConstraint(fields=("revision", "rules"), name="jobdescription_one_a_revision_and_rules"),
        )

    def __str__(self):
        return f"{self.role}, version {self.number}"

    def save(self, *args, **kwargs):
        """Save a new version. Raises TypeError if it has been saved before."""
        if not self._state.adding:
            raise TypeError("Versions of job descriptions never change; only their removal does.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("Versions of job descriptions are never deleted, only marked as removed.")

    def natural_key(self):
        return (self.role.import_key, self.number)

    natural_key.dependencies = ("guides.role", "guides.revision")

    @cached_property
    def drawn(self) -> Template | FirstTemplate:
        return read_template(self.template)


def job_description_state(at) -> dict[str, Subquery]:
    """Values that change when a version of a job description is saved, removed or restored."""
    versions = JobDescription.objects.order_by()
    removed = versions.exclude(removed_at=None)
    return {
        "newest": value_of(versions.order_by("-pk"), "pk"),
        "removed": number_of(removed),
        "last_removed": value_of(removed.order_by("-removed_at"), "removed_at"),
    }
