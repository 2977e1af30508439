"""The questions for a guide, by kind."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from guides.document.choices import INTERVIEW_KINDS
from guides.document.material import BULLET, INVENTED, InterviewQuestion
from guides.document.needs import skills_by_importance
from guides.document.shape import GuideDocument, Skill
from guides.document.skill_names import skill_name
from guides.rendering.markdown import markdown_words
from guides.toolkit.interview.bank import (
    BankQuestion,
    keys_to_match,
    questions_by_skill,
    questions_for_any_job,
    read_bank,
)

RULES = 4  # increase with every change of how questions are selected
MOST = 8  # questions of the bank in one kind
# Asked about after the guide's own skills.
SKILLS_OF_ANY_JOB = tuple(
    Skill(kind="soft", name=name)
    for name in ("Communication", "Teamwork", "Problem Solving", "Time Management", "Adaptability", "Dependability")
)
SAMPLE = f"Sample answer ({INVENTED.lower()})"
# The name of each kind, and why interviewers ask such questions.
KINDS = {
    "opening": (
        "Opening questions",
        "Interviews start with something easy, so that you get to talk and show how you sum yourself up.",
    ),
    "behavioral": (
        "What you have done",
        "How you handled something before is the best sign of how you will handle it here.",
    ),
    "situational": (
        "What you would do",
        "A made-up case shows how you think when nobody has told you the answer.",
    ),
    "technical": (
        "What you know",
        "Interviewers want to hear what you have really worked with, and how you would learn the rest.",
    ),
    "closing": (
        "Closing questions",
        "The last questions settle practical matters and give you a chance to sum up.",
    ),
    "ask_back": (
        "What you can ask",
        "You are choosing too, and the replies tell you what the job ad leaves out.",
    ),
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question; `looks_for`, `plan` and `sample` are Markdown, each may be empty.

    The browser keeps notes under `key`, which stays the same when the words of the question change. `skill` is the name
    of the skill that a question of the bank was selected for.
    """

    key: str
    asks: str
    looks_for: str
    plan: str
    sample: str = ""
    skill: str = ""

    @property
    def text_key(self) -> str:
        """The hash of the words, under which browsers kept notes before questions had ids."""
        return hash_of(self.asks)


@dataclass(frozen=True, slots=True)
class Group:
    """The questions of a kind, which are all the guide's own or all from the bank; `why` such questions are asked."""

    kind: str
    is_own: bool
    questions: tuple[Question, ...]

    @property
    def name(self) -> str:
        return KINDS[self.kind][0]

    @property
    def why(self) -> str:
        return KINDS[self.kind][1]

    @property
    def label_of_looks_for(self) -> str:
        return "Why ask" if self.kind == "ask_back" else "Looks for"

    @property
    def label_of_plan(self) -> str:
        return "How to ask" if self.kind == "ask_back" else "Build your answer"


def build_interview(document: GuideDocument) -> tuple[Group, ...]:
    """The groups that have questions, in the order of an interview."""
    groups = (_own_group(document, kind) or _bank_group(document, kind) for kind in INTERVIEW_KINDS)
    return tuple(group for group in groups if group.questions)


def hash_of(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def _own_group(document: GuideDocument, kind: str) -> Group | None:
    rows = [row for row in document.interview if row.kind == kind]
    return Group(kind, True, tuple(map(_own_question, rows))) if rows else None


def _own_question(row: InterviewQuestion) -> Question:
    key = f"own:{row.id or hash_of(row.question)}"
    return Question(key, row.question, row.looks_for, row.plan, row.sample)


def _bank_group(document: GuideDocument, kind: str) -> Group:
    for_any_job = ((question, "") for question in questions_for_any_job(kind))
    for_skills = islice(_matches(kind, _skills(document, kind)), MOST)
    return Group(kind, False, tuple(_bank_question(*match) for match in chain(for_any_job, for_skills)))


def _skills(document: GuideDocument, kind: str) -> Iterable[Skill]:
    """The skills that questions of a kind are about: tools, or what a person is like."""
    if kind == "technical":
        return skills_by_importance(document, "technical")
    return chain(skills_by_importance(document, "soft"), SKILLS_OF_ANY_JOB)


def _matches(kind: str, skills: Iterable[Skill]) -> Iterator[tuple[BankQuestion, str]]:
    """One question for each skill that the bank knows, and the name of the skill; each question once."""
    by_skill, left = questions_by_skill(kind), {question.id for question in read_bank()}
    for skill in skills:
        candidates = (question for key in keys_to_match(skill) for question in by_skill.get(key, ()))
        if question := next((question for question in candidates if question.id in left), None):
            left.remove(question.id)
            yield question, skill_name(skill.name)


def _bank_question(question: BankQuestion, skill: str) -> Question:
    plan = "\n".join(f"{BULLET}{markdown_words(line)}" for line in question.plan)
    return Question(f"bank:{question.id}", question.question, markdown_words(question.looks_for), plan, skill=skill)
