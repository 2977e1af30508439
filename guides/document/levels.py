"""The levels of a role: those of its career path, then those only in the pay table.

The role itself comes first if it is in neither.
"""

from dataclasses import dataclass

from guides.document.shape import CareerStep, GuideDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLevel:
    """A level by its title, with its step of the career path if it has one."""

    title: str
    step: CareerStep | None = None


@dataclass(frozen=True, slots=True)
class RoleLevels:
    """All levels of a role; `usual_level` is the index of the level with the role's own title."""

    levels: tuple[RoleLevel, ...]
    usual_level: int


def levels_of(document: GuideDocument) -> RoleLevels:
    """The levels of a role, each title once in any case; of steps with the same title, the first one counts."""
    steps = {step.title.casefold(): step for step in reversed(document.career_path)}
    order = [step.title for step in document.career_path] + [level.title for level in document.salary_levels]
    titles = {title.casefold(): title for title in reversed(order)}
    own = document.title.casefold()
    keys = list(dict.fromkeys(title.casefold() for title in order))
    keys = keys if own in keys else [own, *keys]
    levels = tuple(RoleLevel(title=titles.get(key, document.title), step=steps.get(key)) for key in keys)
    return RoleLevels(levels, keys.index(own))
