"""The skills gap: what somebody can do, as they rate it, against what a guide asks for.

A rating is a step from 0 to 4. A skill that the guide marks as useful is needed at step 2, any other at step 3; the gap
is what is missing up to there. Skills that were not rated are not counted, and nothing is guessed for them.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.text import slugify

from guides.document.shape import GuideDocument
from guides.rendering.money import median_difference

RULES = 1  # count up with every change of what is needed or how it is scored
PREFIX = "s-"  # of ratings in an address: s-active-listening=3
NEEDED = {"essential": 3, "useful": 2, "": 3}
LONGEST_KEY = 48  # so that the ratings of a hundred skills fit into an address
_PLAIN = re.compile("[a-z0-9]+(?:[ -][a-z0-9]+)*")
ORDER = {"essential": 0, "useful": 1, "": 1}  # of what to learn


@dataclass(frozen=True, slots=True)
class Step:
    number: int
    name: str
    meaning: str


STEPS = (
    Step(0, "None", "I have not met it."),
    Step(1, "Aware", "I know what it is for and have seen it done."),
    Step(2, "With help", "I have done it with somebody at hand."),
    Step(3, "On my own", "I do the usual cases without asking."),
    Step(4, "Can teach", "I handle the unusual cases and could show others."),
)
HIGHEST = STEPS[-1].number


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill of a guide, once however often it is named. `needed` is a step; `mentions` the numbers of the guide's
    steps to get in that speak of it."""

    key: str
    name: str
    kind: str
    detail: str
    importance: str
    needed: int
    mentions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Rated:
    """A skill with the step that was given, None where it was not rated; `have` and `need` are percent of a drawing."""

    skill: Skill
    step: int | None

    @property
    def gap(self) -> int:
        return 0 if self.step is None else max(0, self.skill.needed - self.step)

    @property
    def have(self) -> int:
        return 100 * (self.step or 0) // HIGHEST

    @property
    def need(self) -> int:
        return 100 * self.skill.needed // HIGHEST


@dataclass(frozen=True, slots=True)
class Gap:
    """`rows` are all skills in the guide's order."""

    rows: tuple[Rated, ...]

    @property
    def rated(self) -> tuple[Rated, ...]:
        return tuple(row for row in self.rows if row.step is not None)

    @property
    def unrated(self) -> tuple[Rated, ...]:
        return tuple(row for row in self.rows if row.step is None)

    @property
    def score(self) -> int | None:
        """The steps that are there in percent of those needed, over the skills that were rated; whole, rounded down."""
        needed = sum(row.skill.needed for row in self.rated)
        return 100 * (needed - sum(row.gap for row in self.rated)) // needed if needed else None

    @property
    def coverage(self) -> int:
        """The same over all skills, where one that was not rated counts as 0: for comparing roles."""
        needed = sum(row.skill.needed for row in self.rows)
        there = sum(row.skill.needed - row.gap for row in self.rated)
        return 100 * there // needed if needed else 0

    @property
    def to_learn(self) -> tuple[Rated, ...]:
        """Rows with a gap: essential skills first, then the largest gap, then the guide's order."""
        open_rows = (row for row in self.rated if row.gap)
        return tuple(sorted(open_rows, key=lambda row: (ORDER[row.skill.importance], -row.gap)))


def skill_key(name: str) -> str:
    """The name of a skill in addresses, short and the same in any case; a hash tells apart what letters do not (C, C++)
    and what is cut off."""
    folded = name.casefold()
    if _PLAIN.fullmatch(folded) and len(folded) <= LONGEST_KEY:
        return slugify(folded)
    return f"{slugify(folded)[:LONGEST_KEY]}-{hashlib.sha256(folded.encode()).hexdigest()[:6]}".lstrip("-")


def skills_of(document: GuideDocument) -> tuple[Skill, ...]:
    """List the skills of a guide, each once, in its order."""
    found: dict[str, Skill] = {}
    texts = [(step.number, step.text.casefold()) for step in document.steps]
    for skill in document.skills:
        importance = document.importance(skill.name)
        mentions = tuple(number for number, text in texts if skill.name.casefold() in text)
        key, needed = skill_key(skill.name), NEEDED[importance]
        found.setdefault(key, Skill(key, skill.name, skill.kind, skill.detail, importance, needed, mentions))
    return tuple(found.values())


def measure(document: GuideDocument, ratings: Mapping[str, int], same: Mapping[str, str] | None = None) -> Gap:
    """The gap of a guide. `same` leads from the key of a skill to that under which it was rated for another guide."""
    names = same or {}
    found = skills_of(document)
    return Gap(tuple(Rated(skill, ratings.get(skill.key, ratings.get(names.get(skill.key, "")))) for skill in found))


@dataclass(frozen=True, slots=True)
class Ratings:
    """What an address says: steps by key, values that are no step by key, and keys that no skill here has."""

    steps: dict[str, int]
    mistakes: dict[str, str]
    unknown: tuple[str, ...]


def read_ratings(query: Mapping[str, str], skills: Iterable[Skill]) -> Ratings:
    """Read the `s-…` parameters of an address; an empty value is no rating."""
    known = {skill.key for skill in skills}
    said = {key.removeprefix(PREFIX): value for key, value in query.items() if key.startswith(PREFIX) and value}
    allowed = {str(step.number): step.number for step in STEPS}
    return Ratings(
        steps={key: allowed[value] for key, value in said.items() if key in known and value in allowed},
        mistakes={key: value for key, value in said.items() if key in known and value not in allowed},
        unknown=tuple(key for key in said if key not in known),
    )


def unchanged(ratings: Mapping[str, int]) -> dict[str, int]:
    """Return ratings as query parameters."""
    return {PREFIX + key: step for key, step in ratings.items()}


# Two roles


@dataclass(frozen=True, slots=True)
class Way:
    """From one role to another: what both ask for, what only the other does, with the ratings for it, and what only
    the first does. `pay` is the difference of their medians a year, None where these cannot be compared."""

    shared: tuple[Rated, ...]
    missing: tuple[Rated, ...]
    left_behind: tuple[Skill, ...]
    pay: int | None
    currency: str | None


def way(first: GuideDocument, other: GuideDocument, ratings: Mapping[str, int], same: Mapping[str, str]) -> Way:
    """`same` leads from the keys of the other guide to those of the first where they name one skill."""
    own = {skill.key for skill in skills_of(first)}
    rows = measure(other, ratings, same).rows
    shared = tuple(row for row in rows if row.skill.key in own or same.get(row.skill.key) in own)
    taken = {same.get(row.skill.key, row.skill.key) for row in shared} | {row.skill.key for row in shared}
    return Way(
        shared=shared,
        missing=tuple(row for row in rows if row not in shared),
        left_behind=tuple(skill for skill in skills_of(first) if skill.key not in taken),
        pay=median_difference(first.key_facts, other.key_facts),
        currency=first.key_facts.currency,
    )


# Two states of a guide


@dataclass(frozen=True, slots=True)
class Changed:
    """How the skills of a guide differ from those of an earlier state: names."""

    added: tuple[str, ...]
    gone: tuple[str, ...]
    marked: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.gone or self.marked)


def skills_changed(before: GuideDocument, after: GuideDocument) -> Changed:
    old, new = ({skill.key: skill for skill in skills_of(document)} for document in (before, after))
    return Changed(
        added=tuple(skill.name for key, skill in new.items() if key not in old),
        gone=tuple(skill.name for key, skill in old.items() if key not in new),
        marked=tuple(skill.name for key, skill in new.items() if key in old and skill.needed != old[key].needed),
    )
