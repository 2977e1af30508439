"""What other guides have to do with a guide: shared skills, ladders that meet, and where its outlook stands.

Each function is one query, whatever the guide's length.
"""

from collections.abc import Collection, Iterable

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from guides.document import GuideDocument
from guides.models import CareerStepIndex, GuideIndex, SalaryLevelIndex, Skill, SkillAlias, SkillIndex
from guides.pages import Neighbors, TitleMatch

MOST_NEAREST = 6
FEWEST_SHARED = 2  # skills; one alone, such as teamwork, makes no neighbor
MOST_LOOKED_AT = 24  # of the guides that share most skills
# How near these bring a guide, in shared skills.
WORTH_OF_A_LADDER, WORTH_OF_A_CATEGORY = 4, 2


def neighbors_of(document: GuideDocument, *, preview: bool = False) -> Neighbors:
    """Everything that the page of a guide says about other guides, in four queries."""
    own = skills_of(document)
    related = live_related(document, own)
    reached = titles_elsewhere(_own_titles(document), besides=document.slug)
    named = {document.slug, *(card.slug for card in related.values())}
    return Neighbors(
        related=related,
        nearest=nearest(document, own, {entry.slug for entries in reached.values() for entry in entries}, named),
        reached=reached,
        growths=live_growths(),
        slug="" if preview else document.slug,
    )


def skills_of(document: GuideDocument) -> QuerySet[Skill]:
    """The skills behind the names of a document, by their own names and by aliases; to be used within other queries."""
    keys = {skill.name.casefold() for skill in document.skills}
    return Skill.objects.filter(Q(key__in=keys) | Q(aliases__key__in=keys)).order_by().values("pk")


def live_related(document: GuideDocument, own: QuerySet[Skill]) -> dict[str, GuideIndex]:
    """The related roles that have a live guide, by the slug that the document knows them by."""
    slugs = [role.slug for role in document.related]
    guides = with_shared_skills(GuideIndex.objects.live().known_as(slugs), own)
    return {guide.known_slug: guide for guide in guides}


def with_shared_skills(guides: QuerySet[GuideIndex], own: QuerySet[Skill]) -> QuerySet[GuideIndex]:
    """Guides with `skill_count`, how many skills they ask for, and `shared_skills`, how many of them are `own`."""
    rows = SkillIndex.objects.filter(guide=OuterRef("pk")).order_by().values("guide")
    number = Count("skill", distinct=True)
    return guides.annotate(
        skill_count=Coalesce(Subquery(rows.annotate(number=number).values("number")), 0),
        shared_skills=Coalesce(Subquery(rows.filter(skill__in=own).annotate(number=number).values("number")), 0),
    )


def nearest(
    document: GuideDocument, own: QuerySet[Skill], met: Collection[str], named: Collection[str]
) -> tuple[GuideIndex, ...]:
    """The guides nearest to one with `own` skills, best first: by skills in common, ladders that meet, and category.

    `met` are the slugs of guides whose ladder meets its own, `named` those of guides that its page shows anyway.
    """
    others = GuideIndex.objects.live().exclude(slug__in=named)
    by_skills = (
        SkillIndex.objects.filter(skill__in=own, guide__in=others)
        .order_by()
        .values("guide")
        .annotate(number=Count("skill", distinct=True))
        .filter(number__gte=FEWEST_SHARED)
        .order_by("-number", "guide")
    )
    guides = with_shared_skills(others, own).filter(
        Q(pk__in=by_skills.values("guide")[:MOST_LOOKED_AT]) | Q(slug__in=sorted(met)[:MOST_LOOKED_AT])
    )

    def nearness(guide: GuideIndex) -> int:
        is_same = bool(guide.category) and guide.category == document.details.category
        return guide.shared_skills + WORTH_OF_A_LADDER * (guide.slug in met) + WORTH_OF_A_CATEGORY * is_same

    return tuple(sorted(guides, key=nearness, reverse=True)[:MOST_NEAREST])


def _own_titles(document: GuideDocument) -> set[str]:
    """The titles under which other guides may know this role or a rung of its ladder."""
    return {document.title, *(step.title for step in (*document.salary_levels, *document.career_path))}


def titles_elsewhere(titles: Iterable[str], *, besides: str = "") -> dict[str, tuple[TitleMatch, ...]]:
    """For each title the live guides that have it, or a level or a rung of it, in any case: the guide itself first."""
    keys = {title: title.casefold() for title in titles}
    live = GuideIndex.objects.live().order_by()
    guides = live.filter(title_key__in=set(keys.values())).values_list("title_key", "title", "slug")
    ladders = (
        model.objects.filter(title_key__in=set(keys.values()), guide__in=live.values("pk"))
        .order_by()
        .values_list("title_key", "guide__title", "guide__slug")
        for model in (SalaryLevelIndex, CareerStepIndex)
    )
    found: dict[str, list[TitleMatch]] = {}
    for key, role, slug in guides.union(*ladders):
        if slug != besides:
            found.setdefault(key, []).append(TitleMatch(role, slug, is_guide=role.casefold() == key))
    return {title: tuple(sorted(found[key], key=_guide_first)) for title, key in keys.items() if key in found}


def _guide_first(entry: TitleMatch) -> tuple[bool, str]:
    return (not entry.is_guide, entry.title.casefold())


def live_growths() -> tuple[int | float, ...]:
    """The growth of every live guide that states it, each figure as often as it is stated."""
    stated = GuideIndex.objects.live().exclude(growth_percent=None).order_by()
    rows = stated.values_list("growth_percent").annotate(number=Count("pk"))
    return tuple(sorted(percent for percent, number in rows for _ in range(number)))


def same_skills(documents: Iterable[GuideDocument]) -> dict[str, int]:
    """The skill behind each name in some guides, by the name in any case: names of one skill have the same number."""
    keys = {skill.name.casefold() for document in documents for skill in document.skills}
    own = Skill.objects.filter(key__in=keys).order_by().values_list("key", "pk")
    return dict(own.union(SkillAlias.objects.filter(key__in=keys).order_by().values_list("key", "skill")))
