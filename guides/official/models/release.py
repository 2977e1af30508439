"""Releases: what a publisher put out at one time, a table each, beside the releases before."""

from datetime import datetime

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone


class ReleaseQuerySet(models.QuerySet):
    def current(self):
        return self.filter(is_current=True)

    def not_behind(self):
        """The current release of each table, and those after it that wait to be shown."""
        current = Release.objects.current().filter(table=OuterRef("table"))
        return self.filter(position__gte=Subquery(current.values("position")))

    def get_by_natural_key(self, table, name):
        return self.get(table=table, name=name)


class Release(models.Model):
    """One table of a publisher as of one time: `May 2025`, `2024–34`, `30.0`.

    Pages show the current release of each table. Others stay, for comparison over the years and to go back. Releases
    of pay say from which amount on they publish no figure.
    """

    class Table(models.TextChoices):
        NATIONAL_WAGES = "national_wages", "Pay in the nation"
        STATE_WAGES = "state_wages", "Pay by state"
        METRO_WAGES = "metro_wages", "Pay by metropolitan area"
        INDUSTRY_WAGES = "industry_wages", "Pay by industry"
        PROJECTIONS = "projections", "Employment projections"
        OUTLOOK_FACTORS = "outlook_factors", "Factors behind the projections"
        OCCUPATIONS = "occupations", "Occupations"
        ALTERNATE_TITLES = "alternate_titles", "Alternate titles"
        TASKS = "tasks", "Tasks"
        TECHNOLOGIES = "technologies", "Technologies"
        SKILLS = "skills", "Skills"
        KNOWLEDGE = "knowledge", "Knowledge"
        INTERESTS = "interests", "Interests"
        JOB_ZONES = "job_zones", "Job zones"
        RELATED = "related", "Related occupations"
        STATE_PRICES = "state_prices", "Price levels by state"

    table = models.CharField(max_length=20, choices=Table)
    name = models.CharField(max_length=40, help_text="The period or version, as the publisher writes it.")
    position = models.PositiveIntegerField(help_text="Orders the releases of a table from old to new.")
    is_current = models.BooleanField(default=False)
    top_hourly = models.PositiveIntegerField(null=True, help_text="Pay from which on no figure is published, in cents.")
    top_annual = models.PositiveIntegerField(null=True, help_text="The same for a year, in whole dollars.")
    imported_at = models.DateTimeField(default=timezone.now, help_text="When its last file was imported.")
    activated_at = models.DateTimeField(null=True, blank=True, help_text="When it last became the current one.")

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ("table", "-position")
        constraints = (
            models.UniqueConstraint(fields=("table", "name"), name="official_release_unique"),
            models.UniqueConstraint(
                fields=("table",), condition=Q(is_current=True), name="official_release_one_current_a_table"
            ),
            models.CheckConstraint(
                condition=Q(is_current=False) | Q(activated_at__isnull=False),
                name="official_release_current_time",
            ),
        )

    def __str__(self):
        return f"{self.get_table_display()}, {self.name}"

    def natural_key(self):
        return (self.table, self.name)


def release_state(at: datetime) -> dict[str, Subquery]:
    """Values that change when a release is shown in place of another one, or a file is imported into one."""
    return {
        name: Subquery(Release.objects.filter(**{f"{name}__isnull": False}).order_by(f"-{name}").values(name)[:1])
        for name in ("activated_at", "imported_at")
    }


class ReleaseFile(models.Model):
    """A file that was read into a release: importing the same bytes again changes nothing."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField(help_text="The rows that it added; those of files before it are counted there.")

    class Meta:
        ordering = ("release_id", "name")
        constraints = (models.UniqueConstraint(fields=("release", "sha256"), name="official_file_once_a_release"),)

    def __str__(self):
        return self.name


class ReleaseRow(models.Model):
    """A row of a release."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True
