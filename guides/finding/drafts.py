"""Pages of drafts: related roles of live guides that have no live guide of their own."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.utils.safestring import SafeString

from guides.models import RelatedRoleIndex, Skill
from guides.rendering.markdown import render_markdown

MOST_MENTIONS = 24


@dataclass(frozen=True, slots=True)
class Mention:
    """A live guide that lists the role as related, with its text about it."""

    title: str
    slug: str
    blurb: SafeString


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A role without a live guide, and the `number` of guides that list it as related.

    `skills` are required by at least two of these guides (or by the only one), each with the number of guides.
    """

    title: str
    mentions: tuple[Mention, ...]
    number: int
    skills: tuple[Skill, ...]


def draft_page(slug: str) -> DraftPage | None:
    """Return the page of a role without a live guide, in two queries, or None if no live guide lists the slug."""
    mentions = RelatedRoleIndex.objects.drafts().filter(slug=slug)
    rows = list(mentions.select_related("guide").order_by("guide__title_key", "pk"))
    if not rows:
        return None
    return DraftPage(
        title=rows[0].title,
        mentions=tuple(
            Mention(row.guide.title, row.guide.slug, render_markdown(row.blurb)) for row in rows[:MOST_MENTIONS]
        ),
        number=len(rows),
        skills=tuple(_shared_skills(mentions, fewest=min(len(rows), 2))),
    )


def _shared_skills(mentions: QuerySet[RelatedRoleIndex], *, fewest: int) -> QuerySet[Skill]:
    skills = Skill.objects.filter(index_rows__guide__in=mentions.order_by().values("guide"))
    number = Count("index_rows__guide", distinct=True)
    return skills.annotate(guides=number).filter(guides__gte=fewest).order_by("-guides", "key")[:MOST_MENTIONS]
