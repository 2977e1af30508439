"""What a person says of themselves, read from an address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guides.document.numbers import whole_number
from guides.document.shape import GuideDocument
from guides.toolkit.skills_gap import read_ratings, skill_keys, skills_of

MOST_YEARS = 60
LED = ("no", "stand-in", "team", "leads")  # of people, each answer more than the one before


@dataclass(frozen=True, slots=True)
class Answers:
    """A person's answers: years of experience and what they have led (a place in LED), None if not given, keys of the
    requirements they `has`, numbers of the steps they have `done`, and ratings of skills; `errors` are messages by the
    name of a field."""

    years: int | None
    led: int | None
    has: frozenset[str]
    done: frozenset[int]
    ratings: dict[str, int]
    errors: dict[str, str]

    @property
    def is_empty(self) -> bool:
        return self.years is None and self.led is None and not (self.has or self.done or self.ratings)


def read_answers(query: Mapping[str, str], lists: Mapping[str, Sequence[str]], document: GuideDocument) -> Answers:
    """Read an address: `years`, `led`, `has` and `done` (several each), and ratings; unknown values are ignored."""
    years, error = _read_years(query.get("years", "").strip())
    known = set(skill_keys(document.education_requirements).values())
    numbers = {str(step.number): step.number for step in document.steps}
    skills = skills_of(document)
    ratings = read_ratings(query, skills)
    names = {skill.key: skill.name for skill in skills}
    rating_errors = {
        f"s-{key}": f"{names[key]}: “{value[:20]}” is no answer to choose." for key, value in ratings.errors.items()
    }
    led = query.get("led")
    return Answers(
        years=years,
        led=LED.index(led) if led in LED else None,
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
