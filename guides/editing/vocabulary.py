"""Skills and industries by the names in a guide: found under any of their names, or created."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from guides.document.slugs import DistinctSlugs, slugify
from guides.models import (
    FormerSkillSlug,
    Industry,
    LiveInterval,
    Role,
    RoleIndustry,
    RoleSkill,
    Skill,
    SkillAlias,
    SkillIndex,
)
from guides.models.vocabulary import LONGEST_SLUG


def skills_named(names: Iterable[str]) -> dict[str, Skill]:
    """The skill for each name, ignoring case: found by name or alias, or created."""
    names = list(names)
    keys = {name.casefold() for name in names}
    skills = {alias.key: alias.skill for alias in SkillAlias.objects.filter(key__in=keys).select_related("skill")}
    skills |= {skill.key: skill for skill in Skill.objects.filter(key__in=keys)}
    for name in names:
        if name.casefold() not in skills:
            new = {"name": name, "slug": free_slug(name)}
            skills[name.casefold()], _ = Skill.objects.get_or_create(key=name.casefold(), defaults=new)
    return {name: skills[name.casefold()] for name in names}


def industries_named(names: Iterable[str]) -> dict[str, Industry]:
    """The industry for each name: found or created."""
    names = list(names)
    known = {industry.name: industry for industry in Industry.objects.filter(name__in=names)}
    return {name: known.get(name) or Industry.objects.get_or_create(name=name)[0] for name in names}


def guides_with(terms: Sequence[Skill] | Sequence[Industry]) -> QuerySet[Role]:
    """The guides that a change of skills, or of industries, touches: in their working copy or in what readers see."""
    if isinstance(terms[0], Industry):
        return Role.objects.filter(pk__in=RoleIndustry.objects.filter(industry__in=terms).values("role"))
    own = RoleSkill.objects.filter(skill__in=terms).values("role")
    shown = SkillIndex.objects.filter(skill__in=terms, guide__revision__live_intervals__in=_current())
    return Role.objects.filter(Q(pk__in=own) | Q(pk__in=shown.values("guide__revision__role")))


def published(guides: QuerySet[Role]) -> QuerySet[Role]:
    """Those of the guides that are live or scheduled."""
    return guides.filter(live_intervals__in=_current()).distinct()


def in_use(terms: QuerySet[Skill] | QuerySet[Industry]) -> QuerySet[Skill] | QuerySet[Industry]:
    """Those of the skills or industries that a guide or a published revision uses, so that they cannot be deleted."""
    if terms.model is Industry:
        return terms.filter(Exists(RoleIndustry.objects.filter(industry=OuterRef("pk"))))
    rows, index = (Exists(model.objects.filter(skill=OuterRef("pk"))) for model in (RoleSkill, SkillIndex))
    return terms.filter(rows | index)


def _current() -> QuerySet[LiveInterval]:
    return LiveInterval.objects.not_ended().order_by().values("pk")


@transaction.atomic
def merge_skills(kept: Skill, others: Iterable[Skill]) -> None:
    """Merge the other skills into `kept`: their names become its aliases; it takes over their rows and addresses."""
    others = [skill for skill in others if skill != kept]
    RoleSkill.objects.filter(skill__in=others).update(skill=kept)
    SkillIndex.objects.filter(skill__in=others).update(skill=kept)
    SkillAlias.objects.filter(skill__in=others).update(skill=kept)
    FormerSkillSlug.objects.filter(skill__in=others).update(skill=kept)
    Skill.objects.filter(pk__in=[skill.pk for skill in others]).delete()
    SkillAlias.objects.bulk_create(SkillAlias(skill=kept, name=skill.name) for skill in others)
    for skill in others:
        keep_address(kept, skill.slug)
    Skill.objects.filter(pk=kept.pk).update(changed_at=timezone.now())


def keep_address(skill: Skill, former: str) -> None:
    """Redirect the former slug of a skill, or of one merged into it."""
    FormerSkillSlug.objects.get_or_create(slug=former, defaults={"skill": skill})


def free_slug(name: str) -> str:
    """A slug for a skill that was never used: `c`, `c-2`, `c-3`."""
    base = slugify(name)
    skills, former = (model.objects.order_by().values_list("slug", flat=True) for model in (Skill, FormerSkillSlug))
    taken = set(skills.filter(slug__startswith=base).union(former.filter(slug__startswith=base)))
    return DistinctSlugs(taken, LONGEST_SLUG).take(base)
