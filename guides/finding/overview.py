"""What home tells about the whole site: how many guides and occupations there are, and what its filters find."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Min, Q

from guides.finding.filters import FILTERS, NO_DEGREE
from guides.models import GuideIndex
from guides.official.models import Occupation, OccupationEntry
from guides.rendering.charts import EDUCATION_LEVELS


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
        no_degree=Count("pk", filter=_chosen("education", NO_DEGREE, EDUCATION_LEVELS)),
        remote=Count("pk", filter=_chosen("remote", "common")),
        well_paid=Count("pk", filter=_chosen("pay", "usd-from-60")),
        example=Min("slug"),
    )
    return Numbers(**counted)


def _chosen(name: str, key: str, values: Iterable[str] = ()) -> Q:
    """The condition of a filter for a choice; `values` are those of guides, where the choice or the bands are not."""
    chosen = next(each for each in FILTERS if each.name == name)
    return chosen.condition(key, {key, *values, *(band.key for band in chosen.bands)})


def occupation_number() -> int:
    """The number of official occupations, those of the current release."""
    entries = OccupationEntry.objects.filter(release__is_current=True)
    return entries.filter(occupation__level=Occupation.Level.ONET).count()
