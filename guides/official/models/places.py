"""Places: the nation, its states and territories, and metropolitan and nonmetropolitan areas."""

from django.db import models

from guides.official.models.release import ReleaseRow

NATION = "99"


class Area(models.Model):
    """A place for which figures are published.

    `code` is `99` for the nation, the FIPS code of a state (`06`), and seven digits for other areas: `0041860` is a
    metropolitan one, `0100001` a nonmetropolitan one.
    """

    class Kind(models.TextChoices):
        NATION = "nation", "Nation"
        STATE = "state", "State or territory"
        METRO = "metro", "Metropolitan area"
        NONMETRO = "nonmetro", "Nonmetropolitan area"

    code = models.CharField(max_length=7, primary_key=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind)
    state = models.CharField(max_length=2, blank=True, help_text="The postal code of its first state, such as CA.")

    class Meta:
        ordering = ("name",)

    def __str__(self):
        return self.name


class PriceLevel(ReleaseRow):
    """The price level of a state: a regional price parity, in thousandths of the average US price level.

    112,581 means that what costs $100.00 on average costs $112.58 there. Source: U.S. Bureau of Economic Analysis.
    """

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="price_levels")
    parity = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("release", "area"), name="official_pricelevel_unique"),)

    def __str__(self):
        return f"{self.area}: {self.parity / 1000:.3f}"
