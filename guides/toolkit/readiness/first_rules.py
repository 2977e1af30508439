"""The first rules of readiness, frozen: addresses from before `rules` was part of them keep their result and its words.

A level fits by years if the person has at least its first year. Levels above the first also need two thirds of the
essential skills (of all skills, if none is marked) from people who rated skills. Requirements and steps change nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.template.defaultfilters import pluralize

from guides.document.shape import CareerStep, GuideDocument
from guides.rendering.markdown import plain_lines
from guides.toolkit.outline import Block, Heading, Items, Paragraph, Tasks
from guides.toolkit.readiness.answers import Answers
from guides.toolkit.readiness.ladder import first_year
from guides.toolkit.skills_gap import Gap, RatedSkill, measure, skill_keys
from guides.toolkit.skills_gap_first_rules import FirstResult

FIRST_RULES = 1


@dataclass(frozen=True, slots=True)
class FirstReadiness:
    """The level that fits and the next one, None if unknown; sentences with the reasons, with what is missing for the
    next level, and with what is still open at any level."""

    fits: CareerStep | None
    reasons: tuple[str, ...]
    next: CareerStep | None
    missing: tuple[str, ...]
    open: tuple[str, ...]


def assess_by_first_rules(document: GuideDocument, answers: Answers) -> FirstReadiness:
    gap, levels = measure(document, answers.ratings), document.career_path
    index, reasons = _fitting_level(levels, gap, answers.years)
    next_level = levels[index + 1] if index is not None and index + 1 < len(levels) else None
    return FirstReadiness(
        fits=levels[index] if index is not None and index >= 0 else None,
        reasons=tuple(reasons),
        next=next_level,
        missing=tuple(_missing(next_level, gap, answers.years)) if next_level else (),
        open=tuple(_open(document, answers)),
    )


def plan_by_first_rules(document: GuideDocument, answers: Answers) -> Iterator[Block]:
    """Yield the blocks of the plan in the pack."""
    result, gap = assess_by_first_rules(document, answers), measure(document, answers.ratings)
    yield Heading("Where you stand")
    if result.fits:
        yield Paragraph(f"The rung that fits now: {result.fits.title}.")
    yield from map(Paragraph, result.reasons)
    if gap.rated:
        skills = f"{len(gap.rated)} skill{pluralize(gap.rated)}"
        yield Paragraph(f"{FirstResult(gap).score}% of the steps needed in the {skills} that you rated.")
    if result.next:
        yield Heading(f"To {result.next.title}", 2)
        yield Tasks(result.missing)
    yield Heading("Skills to learn, in this order")
    yield Items(tuple(map(_to_learn, FirstResult(gap).to_learn)), numbered=True)
    yield Heading("Skills not rated yet")
    yield Tasks(tuple(row.skill.name for row in gap.unrated))
    yield Heading("Requirements and steps still open")
    yield Tasks(result.open)


def _fitting_level(levels: tuple[CareerStep, ...], gap: Gap, years: int | None) -> tuple[int | None, list[str]]:
    """Return the index of the highest level that fits, -1 if none fits yet, None if unknown; and the reasons."""
    if not levels:
        return None, ["The guide describes no ladder, so no rung can be named."]
    if years is None:
        return None, ["You gave no whole years of experience, so no rung can be named."]
    stated = [index for index, level in enumerate(levels) if first_year(level) is not None]
    if not stated:
        return None, ["The guide gives no years for its rungs, so none can be named."]
    reached = [index for index in stated if (first_year(levels[index]) or 0) <= years]
    if not reached:
        first = levels[stated[0]]
        return -1, [f"With {_years(years)} no rung is reached yet: {first.title} begins at {_experience(first)}."]
    index = reached[-1]
    reasons = [f"By years: {levels[index].title} begins at {_experience(levels[index])}, and you have {_years(years)}."]
    return _limit_by_skills(index, gap, reasons)


def _limit_by_skills(index: int, gap: Gap, reasons: list[str]) -> tuple[int, list[str]]:
    required = _required_skills(gap)
    if not gap.rated or not required:
        return index, [*reasons, "By skills: you rated none, so they were not looked at."]
    met = _count_met(required)
    words = f"{met} of {len(required)} {_kind(required)} {pluralize(met, 'is,are')} at the needed step"
    if index == 0:
        return index, [*reasons, f"By skills: {words}; the first rung asks for no share of them."]
    if met >= _two_thirds(required):
        return index, [*reasons, f"By skills: {words}, which is two thirds or more."]
    return 0, [*reasons, f"By skills: {words}, less than the two thirds that rungs above the first need."]


def _required_skills(gap: Gap) -> tuple[RatedSkill, ...]:
    return tuple(row for row in gap.rows if row.skill.importance == "essential") or gap.rows


def _kind(required: tuple[RatedSkill, ...]) -> str:
    kind = "essential skill" if any(row.skill.importance == "essential" for row in required) else "skill"
    return f"{kind}{pluralize(required)}"


def _count_met(required: tuple[RatedSkill, ...]) -> int:
    return sum(row.step is not None and not row.gap for row in required)


def _two_thirds(required: tuple[RatedSkill, ...]) -> int:
    return -(-len(required) * 2 // 3)


def _missing(level: CareerStep, gap: Gap, years: int | None) -> Iterator[str]:
    first = first_year(level)
    if first is None:
        yield f"The guide gives no years for {level.title}."
    elif years is not None and years < first:
        yield f"{_years(first - years)} more of experience: {level.title} begins at {_experience(level)}."
    if gap.rated:
        yield from _missing_skills(_required_skills(gap))
    yield from (f"Focus of the rung: {line}" for line in plain_lines(level.focus_areas))


def _missing_skills(required: tuple[RatedSkill, ...]) -> Iterator[str]:
    missing = _two_thirds(required) - _count_met(required)
    if missing <= 0:
        return
    yield f"{missing} more of the {len(required)} {_kind(required)} at the needed step, to make two thirds."
    yield from (f"{row.skill.name}: from step {row.step} to step {row.skill.needed}." for row in required if row.gap)
    if unrated := sum(row.step is None for row in required):
        yield f"{unrated} of them {pluralize(unrated, 'is,are')} not rated yet."


def _open(document: GuideDocument, answers: Answers) -> Iterator[str]:
    """Yield the unmet requirements, essential ones first, then the steps that are not done."""
    keys, marks = skill_keys(document.education_requirements), document.marks
    unmet = [text for text, key in keys.items() if key not in answers.has]
    for text in sorted(unmet, key=lambda text: marks.get(text) != "essential"):
        mark = marks.get(text)
        yield f"Requirement{f' ({mark})' if mark else ''}: {text}"
    for step in document.steps:
        if step.number not in answers.done:
            yield f"Step {step.number}: {' '.join(plain_lines(step.text))}"


def _to_learn(row: RatedSkill) -> str:
    mark = f" ({row.skill.importance})" if row.skill.importance else ""
    return f"{row.skill.name}{mark}: from step {row.step} to step {row.skill.needed}"


def _experience(level: CareerStep) -> str:
    return f"{_years(first_year(level) or 0)} (the guide says “{level.experience}”)"


def _years(number: int) -> str:
    return f"{number} year{pluralize(number)}"
