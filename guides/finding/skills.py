"""Skills and pay across all live guides: what their pages show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count, Q, QuerySet

from guides.models import GuideIndex, Skill, SkillIndex

SKILLS_ON_A_PAGE, GUIDES_ON_A_PAGE = 120, 24
MOST_RELATED = 12
KINDS = {"technical": "Technical", "soft": "Soft"}


@dataclass(frozen=True, slots=True)
class Use:
    """A guide that asks for a skill: of which kind, in its own words, and what for ("" where it does not say)."""

    guide: GuideIndex
    kind: str
    name: str
    detail: str


def live_skills(kind: str = "") -> QuerySet[Skill]:
    """Skills that live guides ask for, with how many do: `guides`, and of them `technical` and `soft`."""
    # One call of filter: the rows that are counted are then those of live guides and of this kind.
    rows = {"index_rows__guide__in": GuideIndex.objects.live().order_by().values("pk")}
    if kind:
        rows["index_rows__kind"] = kind
    return (
        Skill.objects.filter(**rows)
        .annotate(
            guides=Count("index_rows__guide", distinct=True),
            **{name: Count("index_rows__guide", filter=Q(index_rows__kind=name), distinct=True) for name in KINDS},
        )
        .order_by("key")
    )


def by_letter(skills: Iterable[Skill]) -> Iterator[tuple[str, list[Skill]]]:
    """Skills in groups by their first letter; what begins with no letter stands under #."""
    for letter, group in groupby(skills, key=_letter):
        yield letter, list(group)


def _letter(skill: Skill) -> str:
    return skill.key[:1].upper() if skill.key[:1].isalpha() else "#"


def uses_of(skill: Skill) -> QuerySet[SkillIndex]:
    """The rows of live guides that ask for a skill, by the title of the guide."""
    live = GuideIndex.objects.live().order_by().values("pk")
    return skill.index_rows.filter(guide__in=live).select_related("guide").order_by("guide__title_key", "pk")


def read_uses(rows: Iterable[SkillIndex]) -> list[Use]:
    return [Use(row.guide, KINDS.get(row.kind, row.kind), row.name, row.detail) for row in rows]


def skills_beside(skill: Skill) -> QuerySet[Skill]:
    """The skills that guides which ask for this one ask for most often, with how many do."""
    guides = uses_of(skill).select_related(None).order_by().values("guide")
    beside = Skill.objects.exclude(pk=skill.pk).filter(index_rows__guide__in=guides)
    return beside.annotate(guides=Count("index_rows__guide", distinct=True)).order_by("-guides", "key")[:MOST_RELATED]
