"""Roles that live guides name and that have no live guide: what is known of them, without guessing the rest."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.utils.safestring import SafeString

from guides.models import RelatedRoleIndex, Skill
from guides.rendering.markdown import render_markdown

MOST_MENTIONS = 24


@dataclass(frozen=True, slots=True)
class Mention:
    """A live guide that names the role, with what it says about it."""

    title: str
    slug: str
    blurb: SafeString


@dataclass(frozen=True, slots=True)
class PreparationPage:
    """`skills` are those that two of the guides which name the role ask for, or the only one, with how many do."""

    title: str
    mentions: tuple[Mention, ...]
    number: int
    skills: tuple[Skill, ...]


def preparation_page(slug: str) -> PreparationPage | None:
    """The page of a role in preparation, in two queries; None where no live guide names it under this slug."""
    naming = RelatedRoleIndex.objects.in_preparation().filter(slug=slug)
    rows = list(naming.select_related("guide").order_by("guide__title_key", "pk"))
    if not rows:
        return None
    return PreparationPage(
        title=rows[0].title,
        mentions=tuple(
            Mention(row.guide.title, row.guide.slug, render_markdown(row.blurb)) for row in rows[:MOST_MENTIONS]
        ),
        number=len(rows),
        skills=tuple(_shared_skills(naming, fewest=min(len(rows), 2))),
    )


def _shared_skills(naming: QuerySet[RelatedRoleIndex], *, fewest: int) -> QuerySet[Skill]:
    skills = Skill.objects.filter(index_rows__guide__in=naming.order_by().values("guide"))
    number = Count("index_rows__guide", distinct=True)
    return skills.annotate(guides=number).filter(guides__gte=fewest).order_by("-guides", "key")[:MOST_MENTIONS]
