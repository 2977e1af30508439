"""The needs of a role, by importance."""

from collections.abc import Iterable

from guides.document.shape import GuideDocument, Skill

ORDER = {"essential": 0, "useful": 1, "": 2}


def has_marks(document: GuideDocument) -> bool:
    """Whether an editor marked any need as essential or useful."""
    return bool(document.details.essential or document.details.useful)


def by_importance(document: GuideDocument, needs: Iterable[str]) -> list[str]:
    """Needs, each once: essential, then useful, then unmarked ones, each in the order given."""
    marks = document.marks
    return sorted(dict.fromkeys(needs), key=lambda need: ORDER[marks.get(need, "")])


def skills_by_importance(document: GuideDocument, kind: str) -> list[Skill]:
    """The skills of a kind, each once: essential, then useful, then unmarked ones, each in the guide's order."""
    marks, skills = document.marks, dict[str, Skill]()
    for skill in document.skills:
        if skill.kind == kind:
            skills.setdefault(skill.name.casefold(), skill)
    return sorted(skills.values(), key=lambda skill: ORDER[marks.get(skill.name, "")])
