"""The bank of questions for any job and for common skills, and how skills are matched to it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from guides.document.shape import Skill
from guides.document.skill_names import skill_key, without_purpose

FILE = Path(__file__).parent.parent / "interview_bank.toml"
SHORTEST_PART = 3  # characters of a key: `R` is a skill by its whole name only, not as a part of `A and R`
DEGREES = frozenset(("advanced", "basic", "excellent", "good", "intermediate", "solid", "strong"))
_SEPARATORS = re.compile(r"[,;:()\[\]]|\s&\s|\b(?:and|or|with|such as|like|including)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """A question of the bank, in plain text. One without `skills` fits any job."""

    id: str
    kind: str
    question: str
    looks_for: str
    plan: tuple[str, ...]
    skills: tuple[str, ...]


@cache
def read_bank() -> tuple[BankQuestion, ...]:
    """All questions of the bank, in its order. Raises TypeError if a question has other keys than BankQuestion."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["question"]
    return tuple(BankQuestion(**{**row, "plan": tuple(row["plan"]), "skills": tuple(row["skills"])}) for row in rows)


@cache
def questions_for_any_job(kind: str) -> tuple[BankQuestion, ...]:
    return tuple(question for question in read_bank() if question.kind == kind and not question.skills)


@cache
def questions_by_skill(kind: str) -> dict[str, tuple[BankQuestion, ...]]:
    """The questions of a kind by the keys of the skills that they test."""
    found: dict[str, list[BankQuestion]] = {}
    for question in read_bank():
        if question.kind == kind:
            for key in dict.fromkeys(map(skill_key, question.skills)):
                found.setdefault(key, []).append(question)
    return {key: tuple(questions) for key, questions in found.items()}


def keys_to_match(skill: Skill) -> Iterator[str]:
    """The keys under which the bank may know a skill, the closest first.

    They are those of its name and its parts (`Live Chat and Chatbots`), then of `shorter_names`; for a technical skill,
    those of the tools in its detail follow.
    """
    yield skill_key(skill.name)
    is_technical = skill.kind == "technical"
    words = without_purpose(skill.name).split()
    for name in (skill.name, *shorter_names(words, is_technical), skill.detail if is_technical else ""):
        keys = (skill_key(part) for part in _SEPARATORS.split(name) if part.strip())
        yield from (key for key in keys if len(key) >= SHORTEST_PART)


def shorter_names(words: list[str], is_technical: bool) -> list[str]:
    """What a skill is called with fewer words, the longest first.

    Of technical skills the first words say which (`Python Scripting`, but `Load Forecasting` is not a kind of
    `Forecasting`), of soft skills the last ones (`Emotional Resilience`).
    """
    if not is_technical:
        return [" ".join(words[start:]) for start in range(1, len(words))]
    start = next((place for place, word in enumerate(words) if word.casefold() not in DEGREES), 0)
    return [" ".join(words[start:end]) for end in range(len(words), start, -1)]
