"""The skills gap: a person's ratings of their own skills compared with the needs of a guide.

A rating is one of three steps. Skills that the guide marks as useful are needed with help, all others on one's own. A
rated skill counts fully at the needed step, and half with help where it is needed on one's own; unrated skills do not
count. There is a score from FEWEST_RATED skills, as many essential ones as there are among them.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guides.document.shape import GuideDocument
from guides.document.skill_names import skill_name
from guides.document.slugs import legacy_slugify
from guides.rendering.markdown import plain_words

RULES = 2  # increase with every change of the needed steps or the scoring; the first are in skills_gap_first_rules.py
PREFIX = "s-"  # of the parameters with ratings: s-active-listening=3
FEWEST_RATED = 5  # for a score: all skills of a guide with fewer, but never a single one
MOST_NEXT_STEPS = 3
LONGEST_KEY = 48  # so that the ratings of a hundred skills fit into an address
_PLAIN = re.compile("[a-z0-9]+(?:[ -][a-z0-9]+)*")
_WORD_OR_SIGN = re.compile(r"\w+[+#]*|[^\w\s]")
ORDER = {"essential": 0, "": 1, "useful": 2}


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its number in addresses, and its place in a drawing in percent."""

    number: int
    name: str
    meaning: str
    place: int


NOT_YET = Step(0, "Not yet", "I have not done it", 0)
WITH_HELP = Step(2, "With help", "I have done it with somebody at hand", 50)
ON_MY_OWN = Step(3, "On my own", "I do the usual cases without asking", 100)
STEPS = (NOT_YET, WITH_HELP, ON_MY_OWN)
# The step for each number in an address; the first rules had five.
STEP_OF = {0: NOT_YET, 1: NOT_YET, 2: WITH_HELP, 3: ON_MY_OWN, 4: ON_MY_OWN}
NEEDED = {"essential": ON_MY_OWN.number, "useful": WITH_HELP.number, "": ON_MY_OWN.number}


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill of a guide; `needed` is the number of a step, `mentions` the numbers of the guide's steps that mention
    the skill."""

    key: str
    name: str
    kind: str
    detail: str
    importance: str
    needed: int
    mentions: tuple[int, ...] = ()

    @property
    def needed_step(self) -> Step:
        return STEP_OF[self.needed]

    @property
    def short_name(self) -> str:
        """Return the name without what the guide added to it."""
        return skill_name(self.name)


@dataclass(frozen=True, slots=True)
class RatedSkill:
    """A skill with the number of its step as it was rated, None if unrated."""

    skill: Skill
    step: int | None

    @property
    def rated_step(self) -> Step | None:
        return None if self.step is None else STEP_OF[self.step]

    @property
    def choices(self) -> tuple[tuple[Step, bool], ...]:
        """Return the steps to choose from, each with whether it is the rated one."""
        return tuple((step, step == self.rated_step) for step in STEPS)

    @property
    def gap(self) -> int:
        return 0 if self.step is None else max(0, self.skill.needed - self.step)

    @property
    def is_met(self) -> bool:
        return self.step is not None and not self.gap

    @property
    def half_points(self) -> int:
        return 2 if self.is_met else int(self.rated_step == WITH_HELP)


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
    def met(self) -> tuple[RatedSkill, ...]:
        return tuple(row for row in self.rows if row.is_met)

    @property
    def is_marked(self) -> bool:
        """Whether the guide marks skills as essential or useful."""
        return any(row.skill.importance for row in self.rows)

    @property
    def fewest(self) -> int:
        """Return how many skills must be rated for a score."""
        return min(FEWEST_RATED, len(self.rows))

    @property
    def lacking_essential(self) -> int:
        """Return how many more essential skills must be rated for a score."""
        essential = [row.step is not None for row in self.rows if row.skill.importance == "essential"]
        return max(0, min(FEWEST_RATED, len(essential)) - sum(essential))

    @property
    def lacking(self) -> int:
        """Return how many more skills must be rated for a score, essential ones included."""
        return max(self.lacking_essential, self.fewest - len(self.rated))

    @property
    def score(self) -> int | None:
        """Return how far the rated skills are, in percent, rounded down; None if too few are rated."""
        if self.lacking or len(self.rated) < 2:
            return None
        return 100 * sum(row.half_points for row in self.rated) // (2 * len(self.rated))

    @property
    def to_learn(self) -> tuple[RatedSkill, ...]:
        """List the rated skills with a gap: essential ones first and useful ones last, then by size of the gap, then in
        the guide's order."""
        return _by_importance(sorted((row for row in self.rated if row.gap), key=lambda row: -row.gap))

    @property
    def next_steps(self) -> tuple[RatedSkill, ...]:
        return self.to_learn[:MOST_NEXT_STEPS]

    @property
    def compared(self) -> tuple[RatedSkill, ...]:
        """List the rated skills, essential ones first and useful ones last."""
        return _by_importance(self.rated)

    @property
    def missing(self) -> tuple[RatedSkill, ...]:
        """List the skills that are unrated or below the needed step, essential ones first and useful ones last."""
        return _by_importance(row for row in self.rows if not row.is_met)

    @property
    def is_near(self) -> bool:
        """Whether at least half of the skills, and not a single one, are at the needed step."""
        return len(self.met) > 1 and 2 * len(self.met) >= len(self.rows)


def _by_importance(rows: Iterable[RatedSkill]) -> tuple[RatedSkill, ...]:
    return tuple(sorted(rows, key=lambda row: ORDER[row.skill.importance]))


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
    """The ratings in an address: numbers of steps and invalid values by the key of the skill, and unknown keys."""

    steps: dict[str, int]
    errors: dict[str, str]
    unknown: tuple[str, ...]


def read_ratings(query: Mapping[str, str], skills: Iterable[Skill]) -> Ratings:
    """Read the `s-…` parameters of an address; empty values are ignored."""
    known = {skill.key for skill in skills}
    given = {key.removeprefix(PREFIX): value for key, value in query.items() if key.startswith(PREFIX) and value}
    allowed = {str(number): number for number in STEP_OF}
    return Ratings(
        steps={key: allowed[value] for key, value in given.items() if key in known and value in allowed},
        errors={key: value for key, value in given.items() if key in known and value not in allowed},
        unknown=tuple(key for key in given if key not in known),
    )


def todays_ratings(ratings: Mapping[str, int]) -> dict[str, int]:
    """Return ratings from 0 to 4 as numbers of the steps of today."""
    return {key: STEP_OF[number].number for key, number in ratings.items()}


def as_parameters(ratings: Mapping[str, int]) -> dict[str, int]:
    """Return ratings as query parameters."""
    return {PREFIX + key: step for key, step in ratings.items()}


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
