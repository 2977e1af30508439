"""What home tells about the whole site: how many guides and occupations there are, and what its filters find."""

from dataclasses import dataclass

from django.db.models import Count, Min, Q

from guides.finding.filters import LEVELS_WITHOUT_DEGREE
from guides.models import GuideIndex
from guides.official.models import Occupation, OccupationEntry
from guides.rendering.charts import EDUCATION_LEVELS

WITHOUT_DEGREE = EDUCATION_LEVELS[:LEVELS_WITHOUT_DEGREE]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The live guides, all of them and those that an example of a filter finds; the slug of one of them, or None."""

    guides: int
    no_degree: int
    remote: int
    well_paid: int
    example: str | None


def live_numbers() -> Numbers:
    """Count the live guides in one query."""
    counted = GuideIndex.objects.live().aggregate(
        guides=Count("pk"),
        no_degree=Count("pk", filter=Q(education_level__in=WITHOUT_DEGREE)),
        remote=Count("pk", filter=Q(remote_work="common")),
        well_paid=Count("pk", filter=Q(currency="USD", median_salary__gte=60_000)),
        example=Min("slug"),
    )
    return Numbers(**counted)


def occupation_number() -> int:
    """The number of official occupations, those of the current release."""
    entries = OccupationEntry.objects.filter(release__is_current=True)
    return entries.filter(occupation__level=Occupation.Level.ONET).count()
