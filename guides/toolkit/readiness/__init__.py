"""Readiness: the level of a guide that fits a person now, the next one, and what separates them from it."""

from guides.toolkit.readiness.answers import LED, MOST_YEARS, Answers, read_answers
from guides.toolkit.readiness.result import RULES, Need, Readiness, assess, first_sentence, skill_to_learn

__all__ = [
    "LED",
    "MOST_YEARS",
    "RULES",
    "Answers",
    "Need",
    "Readiness",
    "assess",
    "first_sentence",
    "read_answers",
    "skill_to_learn",
]
