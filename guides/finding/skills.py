"""Skills across all live guides."""

from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_uppercase as LETTERS

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Substr, Upper

from guides.models import GuideIndex, Skill, SkillIndex

SKILLS_ON_A_PAGE, GUIDES_ON_A_PAGE = 120, 24
MOST_RELATED = 12
NO_LETTER = "#"
KINDS = {"technical": "Technical", "soft": "Soft"}


@dataclass(frozen=True, slots=True)
class Use:
    """A guide that requires a skill, with the kind, name and detail in the guide; the detail may be empty."""

    guide: GuideIndex
    kind: str
    name: str
    detail: str


def live_skills(kind: str = "", letter: str = "") -> QuerySet[Skill]:
    """Return the skills of live guides, those of most guides first, annotated with the number of guides: all,
    `technical` and `soft`; with a `letter` those that begin with it, or for `#` with anything else."""
    skills = _in_live_guides(kind)
    if letter:
        is_letter = Q(key__startswith=letter.lower())
        skills = skills.filter(~Q(key__regex="^[a-z]") if letter == NO_LETTER else is_letter)
    return skills.annotate(
        guides=Count("index_rows__guide", distinct=True),
        **{name: Count("index_rows__guide", filter=Q(index_rows__kind=name), distinct=True) for name in KINDS},
    ).order_by("-guides", "key")


def letters_of(kind: str = "") -> list[str]:
    """Return the letters with which the skills of live guides begin, and `#` last for anything else."""
    starts = _in_live_guides(kind).order_by().values_list(Upper(Substr("key", 1, 1)), flat=True).distinct()
    return sorted({start if start in LETTERS else NO_LETTER for start in starts}, key=(LETTERS + NO_LETTER).index)


def _in_live_guides(kind: str) -> QuerySet[Skill]:
    """Return the skills of live guides, once for each row that is to be counted."""
    # In one call of filter, both conditions apply to the same rows.
    rows = {"index_rows__guide__in": GuideIndex.objects.live().order_by().values("pk")}
    return Skill.objects.filter(**rows, **({"index_rows__kind": kind} if kind else {}))


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
