"""Employment projections: outlook, openings, and what the occupation requires at entry."""

from django.db import models

from guides.official.models.occupation import OccupationRow


class Projection(OccupationRow):
    """The projected employment of an occupation, self-employed people included.

    Employment and openings are jobs, rounded by the publisher to hundreds; percentages are in tenths. Source: U.S.
    Bureau of Labor Statistics, Employment Projections.
    """

    base_year = models.PositiveSmallIntegerField()
    target_year = models.PositiveSmallIntegerField()
    base_employment = models.PositiveIntegerField(null=True)
    target_employment = models.PositiveIntegerField(null=True)
    change = models.IntegerField(null=True)
    change_percent = models.SmallIntegerField(null=True)
    self_employed_percent = models.PositiveSmallIntegerField(null=True)
    openings = models.PositiveIntegerField(null=True, help_text="A year, on average.")
    education = models.CharField(max_length=100, blank=True)
    experience = models.CharField(max_length=100, blank=True)
    training = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("release", "occupation"), name="official_projection_unique"),)

    def __str__(self):
        return f"{self.occupation_id}, {self.base_year} to {self.target_year}"


class OutlookFactor(OccupationRow):
    """Why the employment of an occupation in an industry changes, in the publisher's words."""

    industry = models.CharField(max_length=200)
    words = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("release", "occupation", "industry"), name="official_outlookfactor_unique"),
        )

    def __str__(self):
        return f"{self.occupation_id} in {self.industry}"
