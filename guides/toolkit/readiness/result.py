"""The result of a person's answers in short sentences: the level that fits, the next one, and what to do."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.template.defaultfilters import pluralize

from guides.document.articles import with_article
from guides.document.shape import CareerStep, GuideDocument, Step
from guides.rendering.markdown import plain_lines, plain_words
from guides.rendering.passages import split_sentences
from guides.toolkit.readiness.answers import Answers
from guides.toolkit.readiness.ladder import first_year
from guides.toolkit.readiness.person import Person, place_person
from guides.toolkit.skills_gap import Gap, RatedSkill, measure

RULES = 2  # increase with every change of the questions or results
MOST_NAMED = 3  # skills in a sentence
MOST_SKILLS = 5  # to learn first
HAVE_LED = ("", "You have stood in for a lead.", "You have led a team.", "You have led people who lead teams.")
TO_LEAD = (
    "",
    "Stand in for a lead, for example during a vacation",
    "Lead a team of your own",
    "Lead people who lead teams themselves",
)
NO_YEARS = "The guide does not say how many years this level takes."
STEP_WORDS = ("not yet", "not yet", "with help", "on your own", "on your own")  # of the scale for skills


@dataclass(frozen=True, slots=True)
class Need:
    """Something that is missing and, in a sentence, why it matters; a task is something to do and tick off."""

    what: str
    why: str = ""
    is_task: bool = True

    @property
    def sentence(self) -> str:
        return self.what if self.what.rstrip("\"”’'").endswith((".", "!", "?")) else f"{self.what}."

    @property
    def words(self) -> str:
        """Both as sentences."""
        return f"{self.sentence} {self.why}".strip()


@dataclass(frozen=True, slots=True)
class Readiness:
    """The level that fits (None if none is reached or can be named, then `place` is -1) and the next one.

    `reasons` are sentences. `missing` is what separates the person from the next level, `focus` what that level is
    about in the guide's words. `start` leads into the work, for those below the role's own level or without experience
    (`is_new`). `skills` are those to learn first, and `later` are requirements that are not asked of a beginner.
    """

    place: int
    fits: CareerStep | None
    is_new: bool
    reasons: tuple[str, ...]
    next: CareerStep | None
    missing: tuple[Need, ...]
    focus: tuple[str, ...]
    start: tuple[Need, ...]
    skills: tuple[Need, ...]
    later: tuple[str, ...]


def assess(document: GuideDocument, answers: Answers) -> Readiness:
    gap = measure(document, answers.ratings)
    person = place_person(document, answers, gap)
    levels, place = person.ladder.levels, person.place
    has_years = any(first_year(level) is not None for level in levels)
    next_level = levels[place + 1] if has_years and place < person.ladder.top else None
    return Readiness(
        place=place,
        fits=levels[place] if place >= 0 else None,
        is_new=not person.years,
        reasons=tuple(_reasons(person)) if has_years else (_no_level(levels),),
        next=next_level,
        missing=tuple(_missing(person, place + 1)) if next_level else (),
        focus=tuple(plain_lines(next_level.focus_areas)) if next_level else (),
        start=tuple(_start(document, person)) if place < person.ladder.own or not person.years else (),
        skills=tuple(map(skill_to_learn, _skills_to_learn(gap))),
        later=tuple(_later(person)) if next_level else (),
    )


# The level that fits


def _no_level(levels: tuple[CareerStep, ...]) -> str:
    if levels:
        return "This guide does not say how many years its levels take, so we cannot name yours."
    return "This guide has no career ladder, so we cannot name your level."


def _reasons(person: Person) -> Iterator[str]:
    ladder, place = person.ladder, person.place
    if person.answers.years is None:
        yield "You gave no years of experience, so we counted none."
    if place < 0:
        first = next(level for level in ladder.levels if first_year(level) is not None)
        yield f"{first.title} usually starts at {_years(first_year(first) or 0)}, and you have {_years(person.years)}."
        return
    yield from _by_years(first_year(ladder.levels[place]), person.answers.years)
    yield from _by_leading(person)
    if place >= ladder.own and person.mastered:
        yield _number_of_skills(person)
    if person.by_years > place:
        yield f"Your years reach further, but {with_article(ladder.levels[place + 1].title)} needs more than years."


def _number_of_skills(person: Person) -> str:
    number, kind = len(person.skills), f"{_kind(person)}{pluralize(person.skills)}"
    if 1 < number == len(person.mastered):
        return f"You have all {number} {kind}."
    return f"You have {len(person.mastered)} of {number} {kind}."


def _by_leading(person: Person) -> Iterator[str]:
    first = next((place for place, need in enumerate(person.ladder.leads) if need), None)
    if first is not None and person.led:
        counts = "" if person.place >= first else f" This counts once you reach {person.ladder.levels[first].title}."
        yield HAVE_LED[person.led] + counts


def _by_years(first: int | None, years: int | None) -> Iterator[str]:
    if first:
        yield f"You have {_years(years or 0)} of experience. This level usually starts at {_years(first)}."
    elif years:
        yield f"You have {_years(years)} of experience."
    else:
        yield NO_YEARS if first is None else "This level needs no experience."


# The next level


def _missing(person: Person, place: int) -> Iterator[Need]:
    """Yield what separates a person from the level at this place."""
    level = person.ladder.levels[place]
    if person.by_years < place:
        yield _missing_years(first_year(level), person.years)
    if place <= person.ladder.own:
        return
    need = person.ladder.leads[place]
    if need > person.led:
        yield Need(TO_LEAD[need], "This level leads people.")
    if person.by_skills < place:
        yield _missing_skills(person, person.skills_for(place))
    for requirement in person.asked:
        yield Need(requirement.text, "Employers usually ask for it.")


def _missing_years(first: int | None, years: int) -> Need:
    if first is None:
        return Need(NO_YEARS, is_task=False)
    more = f"{_years(first - years).replace(' ', ' more ')}" if years else _years(first)
    return Need(f"{more} of experience", f"This level usually starts at {_years(first)}.", is_task=False)


def _missing_skills(person: Person, needed: int) -> Need:
    if needed > len(person.skills):
        return Need("The guide names too few skills to tell this level from the one below", is_task=False)
    number, open_rows = needed - len(person.mastered), (row for row in person.skills if not row.is_met)
    names = [row.skill.short_name for row in sorted(open_rows, key=lambda row: -(row.step or 0))]
    more, why = ("more ", "This level takes more of them.") if person.has_rated else ("", "You rated none of them yet.")
    return Need(f"Master {number} {more}{_kind(person)}{pluralize(number)}{_some(names, number)}", why)


def _some(names: list[str], number: int) -> str:
    """Name the first few; `such as` shows that others would do."""
    shown = names[:MOST_NAMED]
    words = ("; " if any("," in name for name in shown) else ", ").join(shown)
    return f": {words}" if len(names) == number <= MOST_NAMED else f", such as {words}"


def _kind(person: Person) -> str:
    return "must-have skill" if all(row.skill.importance == "essential" for row in person.skills) else "skill"


def _years(number: int) -> str:
    return f"{number} year{pluralize(number)}"


# What to do


def _start(document: GuideDocument, person: Person) -> Iterator[Need]:
    """Yield what leads into the work: the education that is asked for, then the steps of the guide."""
    for requirement in person.asked:
        yield Need(requirement.text, "Employers usually ask for it.")
    for step in document.steps:
        if step.number not in person.answers.done:
            yield Need(first_sentence(step), f"Step {step.number} of the guide.")


def first_sentence(step: Step) -> str:
    return split_sentences(plain_words(step.text))[0]


def _later(person: Person) -> Iterator[str]:
    """Yield the other requirements, without what would take the place of a degree that is not missing."""
    for requirement in person.unmet:
        if not requirement.is_asked and (person.asked or not requirement.line.replaces_degree):
            yield requirement.text


def _skills_to_learn(gap: Gap) -> list[RatedSkill]:
    """List the rated skills with a gap, then the unrated ones, must-haves alone if the guide marks any."""
    is_marked = any(row.skill.importance == "essential" for row in gap.rows)
    unrated = (row for row in gap.unrated if row.skill.importance == "essential" or not is_marked)
    return [*gap.to_learn, *unrated][:MOST_SKILLS]


def skill_to_learn(row: RatedSkill) -> Need:
    """Return a skill as a task, with its present and its needed step."""
    why = "A must-have skill." if row.skill.importance == "essential" else ""
    if row.step is None:
        return Need(row.skill.short_name, why)
    return Need(f"{row.skill.short_name}: from “{STEP_WORDS[row.step]}” to “{STEP_WORDS[row.skill.needed]}”", why)
