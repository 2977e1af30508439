"""The skills gap: a person's ratings of their own skills compared with the needs of a guide.

A rating is a step from 0 to 4. Skills that the guide marks as useful are needed at step 2, all others at step 3; the
gap is the number of missing steps. Unrated skills do not count.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guides.document.shape import GuideDocument
from guides.document.slugs import legacy_slugify
from guides.rendering.markdown import plain_words
from guides.rendering.money import median_difference

RULES = 1  # increase with every change of the needed steps or the scoring
PREFIX = "s-"  # of the parameters with ratings: s-active-listening=3
NEEDED = {"essential": 3, "useful": 2, "": 3}
LONGEST_KEY = 48  # so that the ratings of a hundred skills fit into an address
_PLAIN = re.compile("[a-z0-9]+(?:[ -][a-z0-9]+)*")
_WORD_OR_SIGN = re.compile(r"\w+[+#]*|[^\w\s]")
ORDER = {"essential": 0, "useful": 1, "": 1}  # of the skills to learn


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
    """A skill of a guide; `needed` is a step on the scale, `mentions` are the numbers of the guide's steps that mention
    the skill."""

    key: str
    name: str
    kind: str
    detail: str
    importance: str
    needed: int
    mentions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RatedSkill:
    """A skill with its rating, None if unrated; `have` and `need` are widths of a bar in percent."""

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
    """All skills of a guide with their ratings, in the guide's order."""

    rows: tuple[RatedSkill, ...]

    @property
    def rated(self) -> tuple[RatedSkill, ...]:
        return tuple(row for row in self.rows if row.step is not None)

    @property
    def unrated(self) -> tuple[RatedSkill, ...]:
        return tuple(row for row in self.rows if row.step is None)

    @property
    def score(self) -> int | None:
        """Return the steps reached as a percentage of the steps needed in the rated skills, rounded down."""
        needed = sum(row.skill.needed for row in self.rated)
        return 100 * (needed - sum(row.gap for row in self.rated)) // needed if needed else None

    @property
    def coverage(self) -> int:
        """Return the same for all skills, to compare roles; unrated skills count as 0."""
        needed = sum(row.skill.needed for row in self.rows)
        reached = sum(row.skill.needed - row.gap for row in self.rated)
        return 100 * reached // needed if needed else 0

    @property
    def to_learn(self) -> tuple[RatedSkill, ...]:
        """List the skills with a gap: essential ones first, then by size of the gap, then in the guide's order."""
        open_rows = (row for row in self.rated if row.gap)
        return tuple(sorted(open_rows, key=lambda row: (ORDER[row.skill.importance], -row.gap)))


def skill_key(name: str) -> str:
    """Return the key of a skill for addresses: short and case-insensitive, with a hash if the slug would be cut or
    ambiguous (C, C++)."""
    folded = name.casefold()
    is_plain = _PLAIN.fullmatch(folded) and len(folded) <= LONGEST_KEY
    return legacy_slugify(folded) if is_plain else _hashed_key(folded)


def skill_keys(names: Iterable[str]) -> dict[str, str]:
    """Return the key of each name in a list; one with the same key as another name (front end, front-end) gets a
    hash."""
    keys: dict[str, str] = {}
    owners: dict[str, str] = {}
    for name in names:
        key, folded = skill_key(name), name.casefold()
        keys[name] = key if owners.setdefault(key, folded) == folded else _hashed_key(folded)
    return keys


def _hashed_key(folded: str) -> str:
    return f"{legacy_slugify(folded)[:LONGEST_KEY]}-{hashlib.sha256(folded.encode()).hexdigest()[:6]}".lstrip("-")


def skills_of(document: GuideDocument) -> tuple[Skill, ...]:
    """List the skills of a guide, each once, in its order."""
    found: dict[str, Skill] = {}
    marks, mentions = document.marks, _mentions(document)
    keys = skill_keys(skill.name for skill in document.skills)
    for skill in document.skills:
        importance, steps = marks.get(skill.name, ""), mentions[_words_of(skill.name)]
        key, needed = keys[skill.name], NEEDED[importance]
        found.setdefault(key, Skill(key, skill.name, skill.kind, skill.detail, importance, needed, tuple(steps)))
    return tuple(found.values())


def _mentions(document: GuideDocument) -> dict[tuple[str, ...], dict[int, None]]:
    """The numbers of the steps that mention each skill, by the words of its name. Visits each word of a step once."""
    mentions: dict[tuple[str, ...], dict[int, None]] = {_words_of(skill.name): {} for skill in document.skills}
    lengths: dict[str, set[int]] = defaultdict(set)  # of the names that begin with a word
    for name in filter(None, mentions):
        lengths[name[0]].add(len(name))
    for step in document.steps:
        words = _words_of(plain_words(step.text))
        for start, word in enumerate(words):
            for length in lengths.get(word, ()):
                if (name := words[start : start + length]) in mentions:
                    mentions[name][step.number] = None
    return mentions


def _words_of(text: str) -> tuple[str, ...]:
    return tuple(_WORD_OR_SIGN.findall(text.casefold()))


def measure(document: GuideDocument, ratings: Mapping[str, int], same: Mapping[str, str] | None = None) -> Gap:
    """Measure the gap of a guide; `same` maps the key of a skill to its key in the guide it was rated for."""
    rated_as = same or {}

    def rating(key: str) -> int | None:
        return ratings.get(key, ratings.get(rated_as.get(key, "")))

    return Gap(tuple(RatedSkill(skill, rating(skill.key)) for skill in skills_of(document)))


@dataclass(frozen=True, slots=True)
class Ratings:
    """The ratings in an address: valid steps and invalid values by the key of the skill, and unknown keys."""

    steps: dict[str, int]
    errors: dict[str, str]
    unknown: tuple[str, ...]


def read_ratings(query: Mapping[str, str], skills: Iterable[Skill]) -> Ratings:
    """Read the `s-…` parameters of an address; empty values are ignored."""
    known = {skill.key for skill in skills}
    given = {key.removeprefix(PREFIX): value for key, value in query.items() if key.startswith(PREFIX) and value}
    allowed = {str(step.number): step.number for step in STEPS}
    return Ratings(
        steps={key: allowed[value] for key, value in given.items() if key in known and value in allowed},
        errors={key: value for key, value in given.items() if key in known and value not in allowed},
        unknown=tuple(key for key in given if key not in known),
    )


def as_parameters(ratings: Mapping[str, int]) -> dict[str, int]:
    """Return ratings as query parameters."""
    return {PREFIX + key: step for key, step in ratings.items()}


# Two roles


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


# Two revisions of a guide


@dataclass(frozen=True, slots=True)
class SkillChanges:
    """Names of the skills that a later revision added, removed, or needs at another step (`marked`)."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    marked: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.marked)


def compare_skills(before: GuideDocument, after: GuideDocument) -> SkillChanges:
    old, new = ({skill.key: skill for skill in skills_of(document)} for document in (before, after))
    return SkillChanges(
        added=tuple(skill.name for key, skill in new.items() if key not in old),
        removed=tuple(skill.name for key, skill in old.items() if key not in new),
        marked=tuple(skill.name for key, skill in new.items() if key in old and skill.needed != old[key].needed),
    )
