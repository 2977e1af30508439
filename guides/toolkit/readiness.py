"""Readiness: which rung of a guide's ladder fits what somebody has, what separates them from the next, and why.

Three rules, each said with its result. A rung is reached by years where the years given are at least its first year.
Rungs above the first also need two thirds of the essential skills (of all skills, where none is marked as essential) at
the needed step; this is asked only of those who rated skills, and what they did not rate is not there yet.
Requirements and steps change no rung: the guide ties them to none, so they are listed as what is still open.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guides.document.numbers import whole_number
from guides.document.shape import CareerStep, GuideDocument
from guides.rendering.markdown import plain_lines
from guides.toolkit.skills_gap import Gap, Rated, measure, read_ratings, skill_key, skills_of

RULES = 1  # count up with every change of what is asked or concluded
MOST_YEARS = 60
ENOUGH_SKILLS = (2, 3)  # two thirds


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody said: whole years of experience (None: not said), keys of the requirements that they meet, numbers
    of the steps that are done, ratings of skills; `mistakes` are words by the name of a field."""

    years: int | None
    has: frozenset[str]
    done: frozenset[int]
    ratings: dict[str, int]
    mistakes: dict[str, str]

    @property
    def is_empty(self) -> bool:
        return self.years is None and not (self.has or self.done or self.ratings)


@dataclass(frozen=True, slots=True)
class Readiness:
    """The rung that fits and the next one above it, None where the answers or the guide do not say; sentences for why,
    for what leads to the next rung, and for what the guide asks for anyway and is still open."""

    fits: CareerStep | None
    reasons: tuple[str, ...]
    next: CareerStep | None
    missing: tuple[str, ...]
    open: tuple[str, ...]


def read_answers(query: Mapping[str, str], lists: Mapping[str, Sequence[str]], document: GuideDocument) -> Answers:
    """Read an address: `years`, `has` and `done` (several each), and ratings; what the guide lacks is left out."""
    years, mistake = _read_years(query.get("years", "").strip())
    known = {skill_key(text) for text in document.education_requirements}
    numbers = {str(step.number): step.number for step in document.steps}
    skills = skills_of(document)
    ratings = read_ratings(query, skills)
    names = {skill.key: skill.name for skill in skills}
    wrong = {
        f"s-{key}": f"{names[key]}: “{value[:20]}” is no step from 0 to 4." for key, value in ratings.mistakes.items()
    }
    return Answers(
        years=years,
        has=frozenset(known & set(lists.get("has", ()))),
        done=frozenset(numbers[number] for number in lists.get("done", ()) if number in numbers),
        ratings=ratings.steps,
        mistakes=wrong | ({"years": mistake} if mistake else {}),
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
    place, reasons = _fitting_place(document.career_path, gap, answers.years)
    rungs = document.career_path
    following = None if place is None else place + 1
    above = rungs[following] if following is not None and following < len(rungs) else None
    return Readiness(
        fits=rungs[place] if place is not None and place >= 0 else None,
        reasons=tuple(reasons),
        next=above,
        missing=tuple(_missing(above, gap, answers.years)) if above else (),
        open=tuple(_open(document, answers)),
    )


def _fitting_place(rungs: tuple[CareerStep, ...], gap: Gap, years: int | None) -> tuple[int | None, list[str]]:
    """The place of the highest rung that fits, -1 for none yet, None where that cannot be said; and why."""
    if not rungs:
        return None, ["The guide describes no ladder, so no rung can be named."]
    if years is None:
        return None, ["You gave no whole years of experience, so no rung can be named."]
    stated = [place for place, rung in enumerate(rungs) if _first_year(rung) is not None]
    if not stated:
        return None, ["The guide gives no years for its rungs, so none can be named."]
    reached = [place for place in stated if (_first_year(rungs[place]) or 0) <= years]
    if not reached:
        first = rungs[stated[0]]
        return -1, [f"With {_years(years)} no rung is reached yet: {first.title} begins at {_experience(first)}."]
    place = reached[-1]
    reasons = [f"By years: {rungs[place].title} begins at {_experience(rungs[place])}, and you have {_years(years)}."]
    return _by_skills(place, rungs, gap, reasons)


def _by_skills(place: int, rungs: tuple[CareerStep, ...], gap: Gap, reasons: list[str]) -> tuple[int, list[str]]:
    asked = _asked(gap)
    if not gap.rated or not asked:
        return place, [*reasons, "By skills: you rated none, so they were not looked at."]
    there = _at_needed_step(asked)
    words = f"{there} of {len(asked)} {_kind(asked)} {'is' if there == 1 else 'are'} at the needed step"
    if place == 0:
        return place, [*reasons, f"By skills: {words}; the first rung asks for no share of them."]
    if there >= _enough(asked):
        return place, [*reasons, f"By skills: {words}, which is two thirds or more."]
    return 0, [*reasons, f"By skills: {words}, less than the two thirds that rungs above the first need."]


def _asked(gap: Gap) -> tuple[Rated, ...]:
    """List the skills required above the first level."""
    essential = tuple(row for row in gap.rows if row.skill.importance == "essential")
    return essential or gap.rows


def _kind(asked: tuple[Rated, ...]) -> str:
    return "essential skills" if any(row.skill.importance == "essential" for row in asked) else "skills"


def _at_needed_step(asked: tuple[Rated, ...]) -> int:
    return sum(row.step is not None and not row.gap for row in asked)


def _enough(asked: tuple[Rated, ...]) -> int:
    """Return the minimum number of skills for levels above the first."""
    part, whole = ENOUGH_SKILLS
    return -(-len(asked) * part // whole)


def _missing(rung: CareerStep, gap: Gap, years: int | None) -> Iterator[str]:
    first = _first_year(rung)
    if first is None:
        yield f"The guide gives no years for {rung.title}."
    elif years is not None and years < first:
        yield f"{_years(first - years)} more of experience: {rung.title} begins at {_experience(rung)}."
    if gap.rated:
        yield from _missing_skills(_asked(gap))
    yield from (f"Focus of the rung: {line}" for line in plain_lines(rung.focus_areas))


def _missing_skills(asked: tuple[Rated, ...]) -> Iterator[str]:
    """How many are missing from the share that rungs above the first need, and which would count; else nothing."""
    lacking = _enough(asked) - _at_needed_step(asked)
    if lacking <= 0:
        return
    yield f"{lacking} more of the {len(asked)} {_kind(asked)} at the needed step, to make two thirds."
    yield from (f"{row.skill.name}: from step {row.step} to step {row.skill.needed}." for row in asked if row.gap)
    if unrated := sum(row.step is None for row in asked):
        yield f"{unrated} of them {'is' if unrated == 1 else 'are'} not rated yet."


def _open(document: GuideDocument, answers: Answers) -> Iterator[str]:
    """Requirements that are not met, essential ones first, then steps that are not done."""
    lacking = [text for text in document.education_requirements if skill_key(text) not in answers.has]
    for text in sorted(lacking, key=lambda text: document.importance(text) != "essential"):
        mark = document.importance(text)
        yield f"Requirement{f' ({mark})' if mark else ''}: {text}"
    for step in document.steps:
        if step.number not in answers.done:
            yield f"Step {step.number}: {' '.join(plain_lines(step.text))}"


def _first_year(rung: CareerStep) -> int | None:
    """Return the years at which a level starts; `up to 2 years` starts at 0."""
    return 0 if rung.years_min is None and rung.years_max is not None else rung.years_min


def _experience(rung: CareerStep) -> str:
    return f"{_years(_first_year(rung) or 0)} (the guide says “{rung.experience}”)"


def _years(number: int) -> str:
    return f"{number} year" if number == 1 else f"{number} years"
