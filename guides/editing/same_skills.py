"""Skills that are probably the same: pairs for editors to decide, and the decisions that come with fixtures.

A pair is proposed if the rare words of one name are mostly those of the other, if the names differ by a slip of the
pen, or if the official technologies write the one behind the other as its acronym.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from itertools import combinations, pairwise
from math import log
from typing import TextIO

from django.db import transaction
from django.db.models import Q

from guides.document.search_words import stem
from guides.document.skill_names import FILLER_OF_LONGER, acronyms_in, core_words, skill_key
from guides.editing.vocabulary import mark_different, merge_skills, skills_named
from guides.models import DifferentSkills, RoleSkill, Skill, SkillIndex
from guides.official.models import Release, Technology

MOST_SHARING = 30  # a word of more skills, such as “management”, brings none together
FEWEST_SHARED = 0.7  # of the weight of the shorter name
NEARLY_EQUAL = 0.9  # of the letters
SAY_LITTLE = frozenset({"a", "and", "for", "in", "of", "or", "the", "to", "with", *map(stem, FILLER_OF_LONGER)})
SAME, DIFFERENT = "same", "different"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two skills that are probably the same, how alike they are from 0 to 1, and why they are proposed."""

    one: Skill
    other: Skill
    score: float
    reason: str


def candidates() -> list[Candidate]:
    """The pairs that nobody has decided, the most alike first. Takes time in proportion to the number of skills."""
    used = Q(pk__in=RoleSkill.objects.values("skill")) | Q(pk__in=SkillIndex.objects.values("skill"))
    skills = list(Skill.objects.filter(used).order_by("key"))
    decided = {frozenset(pair) for pair in DifferentSkills.objects.values_list("one", "other")}
    found: dict[frozenset[int], Candidate] = {}
    for candidate in (*_official(skills), *_by_words(skills), *_by_letters(skills)):
        pair = frozenset((candidate.one.pk, candidate.other.pk))
        if pair not in decided:
            found.setdefault(pair, candidate)
    return sorted(found.values(), key=lambda pair: (-pair.score, pair.one.key, pair.other.key))


def _official(skills: Sequence[Skill]) -> Iterator[Candidate]:
    """An acronym and its words, where the official technologies write both."""
    current = Technology.objects.filter(release__in=Release.objects.current())
    names = {name for field in ("name", "category") for name in current.values_list(field, flat=True).distinct()}
    by_key = {skill.key: skill for skill in skills}
    for acronym, words in sorted({pair for name in names for pair in acronyms_in(name)}):
        one, other = by_key.get(skill_key(words)), by_key.get(skill_key(acronym))
        if one and other and one != other:
            yield Candidate(one, other, 1.0, "the official technologies name both as one")


def _by_words(skills: Sequence[Skill]) -> Iterator[Candidate]:
    """Names with most of their rare words in common."""
    words = {skill: frozenset(map(stem, core_words(skill.name))) - SAY_LITTLE for skill in skills}
    counts = Counter(word for each in words.values() for word in each)
    weights = {word: log((len(skills) + 1) / count) for word, count in counts.items()}
    sharing: dict[str, list[Skill]] = defaultdict(list)
    for skill, own in words.items():
        for word in own:
            if counts[word] <= MOST_SHARING:
                sharing[word].append(skill)
    for pair in {pair for group in sharing.values() for pair in combinations(group, 2)}:
        first, second = (words[skill] for skill in pair)
        shared, one, other = (sum(weights[word] for word in group) for group in (first & second, first, second))
        if shared >= FEWEST_SHARED * min(one, other) > 0:
            likeness = (shared / min(one, other) + shared / (one + other - shared)) / 2
            yield Candidate(*pair, likeness, "most words are the same")


def _by_letters(skills: Sequence[Skill]) -> Iterator[Candidate]:
    """Names beside each other in the alphabet that are nearly the same."""
    for one, other in pairwise(skills):
        likeness = SequenceMatcher(None, one.key, other.key).ratio()
        if likeness >= NEARLY_EQUAL:
            yield Candidate(one, other, likeness, "nearly the same letters")


# -- decisions that come with fixtures --


@transaction.atomic
def read_decisions(lines: TextIO, *, at: datetime | None = None) -> int:
    """Apply decisions from a CSV file with the columns `decision` (same, different), `name` and `other`.

    They count as made `at` a moment, by default now. Of the same skills, the first name stays. Returns their number.
    Raises ValueError, naming the line, if one cannot be read; then nothing is changed.
    """
    rows = csv.DictReader(lines)
    if rows.fieldnames != ["decision", "name", "other"]:
        raise ValueError("The first line must be: decision,name,other")
    for row in rows:
        name, other = (row["name"] or "").strip(), (row["other"] or "").strip()
        if row["decision"] not in (SAME, DIFFERENT) or not name or not other or None in row:
            raise ValueError(f"Line {rows.line_num}: expected same or different, and two names.")
        known = skills_named((name, other))
        decide(row["decision"], known[name], known[other], at=at)
    return rows.line_num - 1


def decide(decision: str, one: Skill, other: Skill, *, at: datetime | None = None) -> None:
    """Make two skills one, under the first name, or remember that they are different."""
    if decision == DIFFERENT:
        mark_different(one, other)
    else:
        merge_skills(one, [other], at=at)
