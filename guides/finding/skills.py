"""Skills across all live guides."""

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
    """A guide that requires a skill, with the kind, name and detail in the guide; the detail may be empty."""

    guide: GuideIndex
    kind: str
    name: str
    detail: str


def live_skills(kind: str = "") -> QuerySet[Skill]:
    """Return the skills of live guides, annotated with the number of guides: all, `technical` and `soft`."""
    # In one call of filter, both conditions apply to the rows that are counted.
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
    """Group skills by their first letter, or by # if they do not start with a letter."""
    for letter, group in groupby(skills, key=_letter):
        yield letter, list(group)


def _letter(skill: Skill) -> str:
    return skill.key[:1].upper() if skill.key[:1].isalpha() else "#"


def uses_of(skill: Skill) -> QuerySet[SkillIndex]:
    """Return the rows of live guides that require a skill, by the title of the guide."""
    live = GuideIndex.objects.live().order_by().values("pk")
    return skill.index_rows.filter(guide__in=live).select_related("guide").order_by("guide__title_key", "pk")


def read_uses(rows: Iterable[SkillIndex]) -> list[Use]:
    return [Use(row.guide, KINDS.get(row.kind, row.kind), row.name, row.detail) for row in rows]


def skills_together(skill: Skill) -> QuerySet[Skill]:
    """Return the skills most often required together with this one, with the number of guides."""
    guides = uses_of(skill).select_related(None).order_by().values("guide")
    others = Skill.objects.exclude(pk=skill.pk).filter(index_rows__guide__in=guides)
    return others.annotate(guides=Count("index_rows__guide", distinct=True)).order_by("-guides", "key")[:MOST_RELATED]
