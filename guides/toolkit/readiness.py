"""Readiness: the level of a guide that fits a person now, the gap to the next level, and the reasons.

Three rules; each result says which rule led to it. A level fits by years if the person has at least its first year.
Levels above the first also need two thirds of the essential skills (of all skills, if none is marked as essential) at
the required step. This rule applies only to people who rated skills; their unrated skills do not count.
Requirements and steps do not affect the level, because the guide does not link them to one; they are listed as open.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.template.defaultfilters import pluralize

from guides.document.numbers import whole_number
from guides.document.shape import CareerStep, GuideDocument
from guides.rendering.markdown import plain_lines
from guides.toolkit.skills_gap import Gap, RatedSkill, measure, read_ratings, skill_keys, skills_of

RULES = 1  # increase with every change of the questions or results
MOST_YEARS = 60
ENOUGH_SKILLS = (2, 3)  # two thirds


@dataclass(frozen=True, slots=True)
class Answers:
    """A person's answers: years of experience (None if not given), keys of the requirements they `has`, numbers of the
    steps they have `done`, and ratings of skills; `errors` are messages by the name of a field."""

    years: int | None
    has: frozenset[str]
    done: frozenset[int]
    ratings: dict[str, int]
    errors: dict[str, str]

    @property
    def is_empty(self) -> bool:
        return self.years is None and not (self.has or self.done or self.ratings)


@dataclass(frozen=True, slots=True)
class Readiness:
    """The level that fits and the next one, None if unknown; sentences with the reasons, with what is missing for the
    next level, and with what is still open at any level."""

    fits: CareerStep | None
    reasons: tuple[str, ...]
    next: CareerStep | None
    missing: tuple[str, ...]
    open: tuple[str, ...]


def read_answers(query: Mapping[str, str], lists: Mapping[str, Sequence[str]], document: GuideDocument) -> Answers:
    """Read an address: `years`, `has` and `done` (several each), and ratings; unknown values are ignored."""
    years, error = _read_years(query.get("years", "").strip())
    known = set(skill_keys(document.education_requirements).values())
    numbers = {str(step.number): step.number for step in document.steps}
    skills = skills_of(document)
    ratings = read_ratings(query, skills)
    names = {skill.key: skill.name for skill in skills}
    rating_errors = {
        f"s-{key}": f"{names[key]}: “{value[:20]}” is no step from 0 to 4." for key, value in ratings.errors.items()
    }
    return Answers(
        years=years,
        has=frozenset(known & set(lists.get("has", ()))),
        done=frozenset(numbers[number] for number in lists.get("done", ()) if number in numbers),
        ratings=ratings.steps,
        errors=rating_errors | ({"years": error} if error else {}),
    )


def _read_years(text: str) -> tuple[int | None, str]:
    if not text:
        return None, ""
    years = whole_number(text, digits=3)
    if years is not None and years <= MOST_YEARS:
        return years, ""
    return None, f"Give whole years of experience from 0 to {MOST_YEARS}."


def assess(document: GuideDocument, answers: Answers) -> Readiness:
    gap = measure(document, answers.ratings)
    levels = document.career_path
    index, reasons = _fitting_level(levels, gap, answers.years)
    next_level = levels[index + 1] if index is not None and index + 1 < len(levels) else None
    return Readiness(
        fits=levels[index] if index is not None and index >= 0 else None,
        reasons=tuple(reasons),
        next=next_level,
        missing=tuple(_missing(next_level, gap, answers.years)) if next_level else (),
        open=tuple(_open(document, answers)),
    )


def _fitting_level(levels: tuple[CareerStep, ...], gap: Gap, years: int | None) -> tuple[int | None, list[str]]:
    """Return the index of the highest level that fits, -1 if none fits yet, None if unknown; and the reasons."""
    if not levels:
        return None, ["The guide describes no ladder, so no rung can be named."]
    if years is None:
        return None, ["You gave no whole years of experience, so no rung can be named."]
    stated = [index for index, level in enumerate(levels) if _first_year(level) is not None]
    if not stated:
        return None, ["The guide gives no years for its rungs, so none can be named."]
    reached = [index for index in stated if (_first_year(levels[index]) or 0) <= years]
    if not reached:
        first = levels[stated[0]]
        return -1, [f"With {_years(years)} no rung is reached yet: {first.title} begins at {_experience(first)}."]
    index = reached[-1]
    reasons = [f"By years: {levels[index].title} begins at {_experience(levels[index])}, and you have {_years(years)}."]
    return _limit_by_skills(index, gap, reasons)


def _limit_by_skills(index: int, gap: Gap, reasons: list[str]) -> tuple[int, list[str]]:
    """Return the index that years and skills allow, with the reasons."""
    required = _required_skills(gap)
    if not gap.rated or not required:
        return index, [*reasons, "By skills: you rated none, so they were not looked at."]
    met = _count_met(required)
    words = f"{met} of {len(required)} {_kind(required)} {pluralize(met, 'is,are')} at the needed step"
    if index == 0:
        return index, [*reasons, f"By skills: {words}; the first rung asks for no share of them."]
    if met >= _enough(required):
        return index, [*reasons, f"By skills: {words}, which is two thirds or more."]
    return 0, [*reasons, f"By skills: {words}, less than the two thirds that rungs above the first need."]


def _required_skills(gap: Gap) -> tuple[RatedSkill, ...]:
    """List the skills that count for levels above the first."""
    essential = tuple(row for row in gap.rows if row.skill.importance == "essential")
    return essential or gap.rows


def _kind(required: tuple[RatedSkill, ...]) -> str:
    kind = "essential skill" if any(row.skill.importance == "essential" for row in required) else "skill"
    return f"{kind}{pluralize(required)}"


def _count_met(required: tuple[RatedSkill, ...]) -> int:
    return sum(row.step is not None and not row.gap for row in required)


def _enough(required: tuple[RatedSkill, ...]) -> int:
    """Return the minimum number of skills for levels above the first."""
    part, whole = ENOUGH_SKILLS
    return -(-len(required) * part // whole)


def _missing(level: CareerStep, gap: Gap, years: int | None) -> Iterator[str]:
    first = _first_year(level)
    if first is None:
        yield f"The guide gives no years for {level.title}."
    elif years is not None and years < first:
        yield f"{_years(first - years)} more of experience: {level.title} begins at {_experience(level)}."
    if gap.rated:
        yield from _missing_skills(_required_skills(gap))
    yield from (f"Focus of the rung: {line}" for line in plain_lines(level.focus_areas))


def _missing_skills(required: tuple[RatedSkill, ...]) -> Iterator[str]:
    """Yield how many skills are missing for levels above the first, and which would count; nothing if none is."""
    missing = _enough(required) - _count_met(required)
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


def _first_year(level: CareerStep) -> int | None:
    """Return the years of experience at which a level starts; `up to 2 years` starts at 0."""
    return 0 if level.years_min is None and level.years_max is not None else level.years_min


def _experience(level: CareerStep) -> str:
    return f"{_years(_first_year(level) or 0)} (the guide says “{level.experience}”)"


def _years(number: int) -> str:
    return f"{number} year{pluralize(number)}"
