"""Skills and industries by the names in a guide: found under any of their names, or created."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from guides.document.skill_names import skill_key, skill_name
from guides.document.slugs import DistinctSlugs, slugify
from guides.models import (
    DifferentSkills,
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
    """The skill for each name: found by the key of its name or of an alias, or created."""
    keys = {name: skill_key(name) for name in names}
    spellings: dict[str, str] = {}
    for name, key in keys.items():
        spellings.setdefault(key, skill_name(name))
    skills = Skill.objects.known_by(spellings)
    while new := {key: name for key, name in spellings.items() if key not in skills}:
        slugs = free_slugs(new.values())
        made = (Skill(name=name, key=key, slug=slugs[name]) for key, name in new.items())
        Skill.objects.bulk_create(made, ignore_conflicts=True)  # somebody may create the same one now
        skills |= Skill.objects.known_by(new)
    return {name: skills[key] for name, key in keys.items()}


def industries_named(names: Iterable[str]) -> dict[str, Industry]:
    """The industry for each name: found or created."""
    names = list(dict.fromkeys(names))
    known = Industry.objects.in_bulk(names, field_name="name")
    if new := [name for name in names if name not in known]:
        Industry.objects.bulk_create((Industry(name=name) for name in new), ignore_conflicts=True)
        known |= Industry.objects.in_bulk(new, field_name="name")
    return known


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
def merge_skills(kept: Skill, others: Iterable[Skill], *, at: datetime | None = None) -> None:
    """Merge the other skills into `kept`: their names become its aliases; it takes over their rows and addresses."""
    others = [skill for skill in others if skill != kept]
    for model in (RoleSkill, SkillIndex, SkillAlias, FormerSkillSlug):
        model.objects.filter(skill__in=others).update(skill=kept)
    for pair in DifferentSkills.objects.filter(Q(one__in=others) | Q(other__in=others)):
        mark_different(*(kept if skill in others else skill for skill in (pair.one, pair.other)))
    Skill.objects.filter(pk__in=[skill.pk for skill in others]).delete()
    SkillAlias.objects.bulk_create(SkillAlias(skill=kept, name=skill.name) for skill in others)
    for skill in others:
        keep_address(kept, skill.slug)
    Skill.objects.filter(pk=kept.pk).update(changed_at=at or timezone.now())


@transaction.atomic
def separate_skill(alias: SkillAlias) -> Skill:
    """Make an alias a skill of its own again, with the rows of guides that use its name, and its former address."""
    kept, slug = alias.skill, slugify(alias.name)
    slug = slug if kept.former_slugs.filter(slug=slug).delete()[0] else free_slug(alias.name)
    alias.delete()
    skill = Skill.objects.create(name=alias.name, slug=slug, changed_at=timezone.now())
    for rows in (RoleSkill.objects.filter(skill=kept), SkillIndex.objects.filter(skill=kept)):
        names = set(rows.order_by().values_list("name", flat=True))
        rows.filter(name__in=[name for name in names if skill_key(name) == skill.key]).update(skill=skill)
    Skill.objects.filter(pk=kept.pk).update(changed_at=timezone.now())
    return skill


def mark_different(one: Skill, other: Skill) -> None:
    """Remember that two skills are different, however alike their names are."""
    if one != other:
        older, newer = sorted((one, other), key=lambda skill: skill.pk)
        DifferentSkills.objects.get_or_create(one=older, other=newer)


def keep_address(skill: Skill, former: str) -> None:
    """Redirect the former slug of a skill, or of one merged into it."""
    FormerSkillSlug.objects.get_or_create(slug=former, defaults={"skill": skill})


def free_slug(name: str) -> str:
    """A slug for a skill that was never used: `c`, `c-2`, `c-3`."""
    return free_slugs([name])[name]


def free_slugs(names: Iterable[str]) -> dict[str, str]:
    """A slug for each of several skills that was never used."""
    bases = {name: slugify(name) for name in names}
    numbers = Counter(bases.values())
    taken = _slugs_in(numbers)
    for base in [base for base, number in numbers.items() if number > 1 or base in taken]:
        for model in (Skill, FormerSkillSlug):
            numbered = model.objects.filter(slug__startswith=f"{base}-").order_by()
            taken.update(numbered.values_list("slug", flat=True))
    distinct = DistinctSlugs(taken, LONGEST_SLUG)
    return {name: distinct.take(base) for name, base in bases.items()}


def _slugs_in(slugs: Iterable[str]) -> set[str]:
    """Those of some slugs that a skill has or had."""
    slugs = list(slugs)
    return {slug for model in (Skill, FormerSkillSlug) for slug in model.objects.in_bulk(slugs, field_name="slug")}
