"""The versions of job descriptions: what was drawn up for a live revision, kept as data for the links that name it."""

from functools import cached_property

from django.conf import settings
from django.db import models
from django.db.models import Subquery

from guides.models.revision import LiveInterval, Revision
from guides.models.role import Role
from guides.models.state import number_of, value_of
from guides.toolkit.job_description.template import Template


class JobDescriptionQuerySet(models.QuerySet):
    def public(self, at=None):
        """Versions of revisions that are or were live at a moment, by default now; removed ones too."""
        return self.filter(revision__in=LiveInterval.objects.begun(at).values("revision"))

    def get_by_natural_key(self, import_key, number):
        return self.get(role__import_key=import_key, number=number)


class JobDescription(models.Model):
    """The template of a revision under the rules of its time. Nothing but its removal is ever changed.

    `template` is canonical JSON and `sha256` its name. A version that was removed keeps its number and its data, but
    nobody is shown them.
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
        """Store a new version. Raises TypeError for one that is stored already."""
        if not self._state.adding:
            raise TypeError("A version of a job description is never changed; only its removal is.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("A version of a job description is removed by a mark, so that its address can say so.")

    def natural_key(self):
        return (self.role.import_key, self.number)

    natural_key.dependencies = ("guides.role", "guides.revision")

    @cached_property
    def drawn(self) -> Template:
        return Template.from_json(self.template)


def job_description_state(at) -> dict[str, Subquery]:
    """What changes when a version of a job description is stored, removed or restored."""
    versions = JobDescription.objects.order_by()
    removed = versions.exclude(removed_at=None)
    return {
        "newest": value_of(versions.order_by("-pk"), "pk"),
        "removed": number_of(removed),
        "last_removed": value_of(removed.order_by("-removed_at"), "removed_at"),
    }
