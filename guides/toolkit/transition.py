"""Two roles: the skills that they share, and those that only one of them needs."""

from collections.abc import Mapping
from dataclasses import dataclass

from guides.document.shape import GuideDocument
from guides.rendering.money import median_difference
from guides.toolkit.skills_gap import RatedSkill, Skill, measure, skills_of


@dataclass(frozen=True, slots=True)
class Transition:
    """The skills that two roles share, that only the second needs, and that only the first needs. `pay` is the
    difference of their median pay a year, None if it cannot be compared."""

    shared: tuple[RatedSkill, ...]
    missing: tuple[RatedSkill, ...]
    unused: tuple[Skill, ...]
    pay: int | None
    currency: str | None


def transition(
    first: GuideDocument, other: GuideDocument, ratings: Mapping[str, int], same: Mapping[str, str]
) -> Transition:
    """Compare two roles; `same` maps keys of skills in the other guide to the keys of the same skills in the first."""
    skills = skills_of(first)
    own = {skill.key for skill in skills}
    rows = measure(other, ratings, same).rows
    shared = tuple(row for row in rows if row.skill.key in own or same.get(row.skill.key) in own)
    shared_keys = {row.skill.key for row in shared}
    used = {same.get(key, key) for key in shared_keys} | shared_keys
    return Transition(
        shared=shared,
        missing=tuple(row for row in rows if row.skill.key not in shared_keys),
        unused=tuple(skill for skill in skills if skill.key not in used),
        pay=median_difference(first.key_facts, other.key_facts),
        currency=first.key_facts.currency,
    )
