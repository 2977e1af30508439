"""How other guides relate to a guide: shared skills, shared levels, and growth to compare with.

Each function runs one query, `nearest` two, however long the guide.
"""

from collections.abc import Collection, Iterable
from math import log

from django.db.models import Case, Count, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from guides.document import GuideDocument
from guides.document.limits import MOST_ROWS
from guides.document.skill_names import skill_key
from guides.models import CareerStepIndex, GuideIndex, SalaryLevelIndex, Skill, SkillIndex
from guides.models.batches import batches
from guides.pages import Neighbors, TitleMatch

MOST_NEAREST = 6
FEWEST_SHARED = 2  # skills
MOST_CANDIDATES = 24  # those with the most in common
MOST_WEIGHED = 60  # skills of a guide, the most specific ones
# A skill weighs less the more guides have it. So that this holds on a small site too, guides are counted that are not
# there, of which most have each soft skill.
IMAGINED, IMAGINED_WITH_SOFT = 20, 16
# The share of the weight of a guide's skills that another one needs in common with it to be near: if they share a
# level, are in the same field, or neither. A shared level or field counts as so much more.
NEAR_BY_LEVEL, NEAR_IN_FIELD, NEAR = 0.1, 0.2, 0.3
LEVEL_BONUS, FIELD_BONUS = 0.2, 0.1


def neighbors_of(document: GuideDocument, *, preview: bool = False) -> Neighbors:
    """Return everything that a guide page shows about other guides, in seven queries, for a preview six."""
    own = skills_of(document)
    related = live_related(document, own)
    title_matches = titles_elsewhere(_own_titles(document), exclude=document.slug)
    shown = {document.slug, *(card.slug for card in related.values())}
    return Neighbors(
        related=related,
        nearest=nearest(document, own, {entry.slug for entries in title_matches.values() for entry in entries}, shown),
        title_matches=title_matches,
        growths=live_growths(),
        slug="" if preview else document.slug,
        skill_slugs={} if preview else live_skill_slugs(document.slug),
    )


def live_skill_slugs(slug: str) -> dict[str, str]:
    """Return the addresses of the skills of a live guide, by its own names for them."""
    live = GuideIndex.objects.live().filter(slug=slug).order_by()
    rows = SkillIndex.objects.filter(guide__in=live.values("pk")).order_by()
    return dict(rows.values_list("name", "skill__slug"))


def skills_of(document: GuideDocument) -> QuerySet[Skill]:
    """Return a subquery for the skills of a document, whatever its names for them: at most MOST_ROWS, the first ones.

    Only guides of earlier versions have more; a query cannot have any number of parameters.
    """
    keys = {skill_key(skill.name) for skill in document.skills[:MOST_ROWS]}
    return Skill.objects.filter(Q(key__in=keys) | Q(aliases__key__in=keys)).order_by().values("pk")


def live_related(document: GuideDocument, own: QuerySet[Skill]) -> dict[str, GuideIndex]:
    """Return the related roles that have a live guide, by their slug in the document.

    A role without one has the guide that has its title as an alternative title, the first one by title.
    """
    live = GuideIndex.objects.live()
    slugs = [role.slug for role in document.related]
    found = {}
    for batch in batches(slugs):
        called = with_shared_skills(live.called(batch).exclude(slug=document.slug), own)
        found |= {guide.known_slug: guide for guide in called.order_by("-title_key", "-pk")}
        found |= {guide.known_slug: guide for guide in with_shared_skills(live.known_as(batch), own)}
    return found


def with_shared_skills(guides: QuerySet[GuideIndex], own: QuerySet[Skill]) -> QuerySet[GuideIndex]:
    """Annotate guides with the number of skills they require, and how many of them are `own`."""
    rows = SkillIndex.objects.filter(guide=OuterRef("pk")).order_by().values("guide")
    number = Count("skill", distinct=True)
    return guides.annotate(
        skill_count=Coalesce(Subquery(rows.annotate(number=number).values("number")), 0),
        shared_skills=Coalesce(Subquery(rows.filter(skill__in=own).annotate(number=number).values("number")), 0),
    )


def nearest(
    document: GuideDocument, own: QuerySet[Skill], sharing: Collection[str], shown: Collection[str]
) -> tuple[GuideIndex, ...]:
    """Return the guides most similar to one with `own` skills, best first: by what is specific among shared skills,
    by shared levels and by field.

    `sharing` are the slugs of guides that share a level with it, `shown` those of guides that its page already shows.
    """
    weights = weights_of(own)
    total = sum(weights.values())
    if not total:
        return ()
    weight = Sum(Case(*(When(skill=key, then=Value(each)) for key, each in weights.items()), default=Value(0.0)))
    others = GuideIndex.objects.live().exclude(slug__in=next(batches(shown), []))
    rows = SkillIndex.objects.filter(skill__in=weights).order_by().values("guide").annotate(weight=weight)
    closest = rows.filter(guide__in=others, weight__gte=NEAR_IN_FIELD * total).order_by("-weight", "guide")
    guides = with_shared_skills(others, own).filter(
        Q(pk__in=closest.values("guide")[:MOST_CANDIDATES]) | Q(slug__in=sorted(sharing)[:MOST_CANDIDATES])
    )
    guides = guides.annotate(weight=Coalesce(Subquery(rows.filter(guide=OuterRef("pk")).values("weight")), 0.0))

    found = []
    for guide in guides:
        if guide.shared_skills < FEWEST_SHARED:
            continue
        share, has_level = guide.weight / total, guide.slug in sharing
        is_same = bool(guide.category) and guide.category == document.details.field
        if share >= (NEAR_BY_LEVEL if has_level else NEAR_IN_FIELD if is_same else NEAR):
            found.append((share + LEVEL_BONUS * has_level + FIELD_BONUS * is_same, guide))
    found.sort(key=lambda entry: (-entry[0], entry[1].title_key))
    return tuple(guide for _, guide in found[:MOST_NEAREST])


def weights_of(skills: QuerySet[Skill]) -> dict[int, float]:
    """Return how specific each skill is among the live guides, the most specific ones first, by key."""
    live = GuideIndex.objects.live().order_by()
    rows = SkillIndex.objects.filter(skill__in=skills, guide__in=live.values("pk")).order_by().values("skill")
    counted = rows.annotate(
        guides=Count("guide", distinct=True),
        soft=Count("guide", filter=Q(kind="soft"), distinct=True),
        total=Subquery(live.annotate(one=Value(1)).values("one").annotate(number=Count("pk")).values("number")),
    )
    weights = {
        row["skill"]: log(
            (row["total"] + IMAGINED) / (row["guides"] + IMAGINED_WITH_SOFT * (2 * row["soft"] >= row["guides"]))
        )
        for row in counted
    }
    return dict(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:MOST_WEIGHED])


def _own_titles(document: GuideDocument) -> set[str]:
    """Return the titles that other guides may use for this role or a level of its ladder."""
    return {document.title, *(step.title for step in (*document.salary_levels, *document.career_path))}


def titles_elsewhere(titles: Iterable[str], *, exclude: str = "") -> dict[str, tuple[TitleMatch, ...]]:
    """Find the live guides with each title, as their own or as one of their levels, ignoring case; own titles first."""
    keys = {title: title.casefold() for title in titles}
    found: dict[str, list[TitleMatch]] = {}
    for batch in batches(set(keys.values())):
        for key, role, slug in _with_titles(batch):
            if slug != exclude:
                found.setdefault(key, []).append(TitleMatch(role, slug, is_guide=role.casefold() == key))
    return {title: tuple(sorted(found[key], key=_guide_first)) for title, key in keys.items() if key in found}


def _with_titles(keys: list[str]) -> QuerySet:
    """Return rows of a title's key, and the title and the slug of a live guide that has it or a level with it."""
    live = GuideIndex.objects.live().order_by()
    guides = live.filter(title_key__in=keys).values_list("title_key", "title", "slug")
    ladders = (
        model.objects.filter(title_key__in=keys, guide__in=live.values("pk"))
        .order_by()
        .values_list("title_key", "guide__title", "guide__slug")
        for model in (SalaryLevelIndex, CareerStepIndex)
    )
    return guides.union(*ladders)


def _guide_first(entry: TitleMatch) -> tuple[bool, str]:
    return (not entry.is_guide, entry.title.casefold())


def live_growths() -> tuple[int | float, ...]:
    """Return the growth figures of all live guides, sorted and with duplicates."""
    stated = GuideIndex.objects.live().exclude(growth_percent=None).order_by()
    rows = stated.values_list("growth_percent").annotate(number=Count("pk"))
    return tuple(sorted(percent for percent, number in rows for _ in range(number)))


def same_skills(documents: Iterable[GuideDocument]) -> dict[str, int]:
    """Map each casefolded name of a skill in some guides to the key of its skill, whatever its other names are."""
    names = {skill.name.casefold(): skill_key(skill.name) for document in documents for skill in document.skills}
    known = Skill.objects.known_by(names.values())
    return {name: known[key].pk for name, key in names.items() if key in known}
