"""Pay and employment of an occupation in a place or an industry."""

from math import inf

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from guides.official.models.occupation import OccupationRow
from guides.official.models.places import Area

ALL_INDUSTRIES = "000000"
MOST_JOBS = 400_000_000  # more than the nation has inhabitants
PERCENTILES = ("mean", "p10", "p25", "p50", "p75", "p90")  # the order of flags
TOP_CODED, WITHHELD, NOT_APPLICABLE, PUBLISHED = "#*-v"


class Industry(models.Model):
    """An industry under its NAICS code; `000000` is all industries together."""

    code = models.CharField(max_length=6, primary_key=True)
    title = models.CharField(max_length=200)

    class Meta:
        ordering = ("code",)

    def __str__(self):
        return self.title


class Wage(OccupationRow):
    """The pay and employment of an occupation in an area and an industry (of 000000: in all of them).

    Hourly pay is in US cents, yearly pay in whole US dollars. A figure that is not published is None, and its place
    in `hourly_flags` or `annual_flags` (mean, 10th, 25th, 50th, 75th, 90th percentile) says why: `#` at least the
    highest published pay ($115.00 an hour or $239,200 a year), `*` withheld, `-` not applicable, such as the hourly
    pay of teachers; `v` a published figure. Flags are empty if all six figures are published.

    Relative standard errors are in tenths of a percent, jobs per 1,000 in thousandths, the location quotient in
    hundredths. Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics.
    """

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="wages")
    industry = models.ForeignKey(Industry, on_delete=models.PROTECT, related_name="wages")
    employment = models.PositiveIntegerField(null=True)
    employment_error = models.PositiveSmallIntegerField(null=True)
    jobs_per_1000 = models.PositiveIntegerField(null=True)
    location_quotient = models.PositiveIntegerField(null=True)
    mean_error = models.PositiveSmallIntegerField(null=True)
    hourly_mean = models.PositiveIntegerField(null=True)
    hourly_p10 = models.PositiveIntegerField(null=True)
    hourly_p25 = models.PositiveIntegerField(null=True)
    hourly_p50 = models.PositiveIntegerField(null=True)
    hourly_p75 = models.PositiveIntegerField(null=True)
    hourly_p90 = models.PositiveIntegerField(null=True)
    hourly_flags = models.CharField(max_length=6, blank=True)
    annual_mean = models.PositiveIntegerField(null=True)
    annual_p10 = models.PositiveIntegerField(null=True)
    annual_p25 = models.PositiveIntegerField(null=True)
    annual_p50 = models.PositiveIntegerField(null=True)
    annual_p75 = models.PositiveIntegerField(null=True)
    annual_p90 = models.PositiveIntegerField(null=True)
    annual_flags = models.CharField(max_length=6, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("release", "occupation", "area", "industry"), name="official_wage_unique"),
            models.CheckConstraint(
                condition=Q(hourly_flags__regex=r"^([v#*-]{6})?$") & Q(annual_flags__regex=r"^([v#*-]{6})?$"),
                name="official_wage_flags",
            ),
        )
        indexes = (models.Index(fields=("release", "area", "industry"), name="official_wage_area"),)

    def __str__(self):
        return f"{self.occupation_id} in {self.area_id}"

    def clean(self):
        """Refuse what no survey can find: more jobs than people, or a percentile below a lower one."""
        if self.employment is not None and self.employment > MOST_JOBS:
            raise ValidationError(f"{self} has {self.employment:,} jobs, more than the nation has inhabitants")
        for unit in ("hourly", "annual"):
            flags = getattr(self, f"{unit}_flags") or PUBLISHED * len(PERCENTILES)
            pay = [getattr(self, f"{unit}_{name}") for name in PERCENTILES]
            # Top-coded pay is above all figures, and other figures that are not published say nothing.
            sizes = [inf if flag == TOP_CODED else size for size, flag in zip(pay, flags, strict=True)][1:]
            known = [size for size in sizes if size is not None]
            if known != sorted(known):
                raise ValidationError(f"the {unit} pay of {self} falls from a percentile to a higher one")
