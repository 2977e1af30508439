"""Occupations of the Standard Occupational Classification and of O*NET, and their titles."""

from django.db import models
from django.db.models import Q

from guides.official.models.release import ReleaseRow

MILITARY = "55"  # the major group without figures


class Occupation(models.Model):
    """An occupation or a group of occupations under its code.

    `43-4051` is a SOC code, under which pay and outlook are published; `43-4051.00` is an O*NET-SOC code, whose pay is
    that of `paid_as` and whose outlook that of `projected_as`: of its SOC code, or of the code into which that one is
    merged there.
    """

    class Level(models.TextChoices):
        TOTAL = "total", "All occupations"
        MAJOR = "major", "Major group"
        MINOR = "minor", "Minor group"
        BROAD = "broad", "Broad occupation"
        DETAILED = "detailed", "Detailed occupation"
        ONET = "onet", "O*NET occupation"

    code = models.CharField(max_length=10, primary_key=True)
    title = models.CharField(max_length=200)
    level = models.CharField(max_length=10, choices=Level)
    paid_as = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="pays")
    projected_as = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="projects")

    class Meta:
        ordering = ("code",)
        constraints = (
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9]{2}-[0-9]{4}(\.[0-9]{2})?$"), name="official_occupation_code"
            ),
            models.CheckConstraint(
                condition=Q(level="onet", code__contains=".") | (~Q(level="onet") & ~Q(code__contains=".")),
                name="official_occupation_onet_code",
            ),
        )

    def __str__(self):
        return self.title

    @property
    def group(self) -> str:
        """The first two digits: the major group."""
        return self.code[:2]

    @property
    def soc_code(self) -> str:
        return self.code[:7]


class OccupationRow(ReleaseRow):
    """A row of a release about an occupation."""

    occupation = models.ForeignKey(Occupation, on_delete=models.PROTECT, related_name="%(class)ss")

    class Meta:
        abstract = True


class OccupationEntry(OccupationRow):
    """The title of an O*NET occupation in a release, and its definition where a user imported it."""

    title = models.CharField(max_length=200)
    definition = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("release", "occupation"), name="official_entry_unique"),)

    def __str__(self):
        return self.title


class AlternateTitle(OccupationRow):
    """Another title of an O*NET occupation; one title may belong to several occupations."""

    title = models.CharField(max_length=200)
    short_title = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("release", "occupation", "title"), name="official_alternatetitle_unique"),
        )

    def __str__(self):
        return self.title
