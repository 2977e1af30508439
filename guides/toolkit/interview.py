"""Interview questions from a guide: its duties, skills and challenges, quoted in sentence templates.

The guide is quoted verbatim, so that the templates work with any text. A shorter guide gives fewer questions.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import cycle, islice, pairwise

from guides.document.needs import skills_by_importance
from guides.document.shape import GuideDocument
from guides.rendering.markdown import plain_lines
from guides.rendering.passages import split_sentences
from guides.toolkit.outline import Block, Heading, Items, Outline, Paragraph, outline

SCHEDULE_WORDS = re.compile(
    r"\b(?:hours?|shifts?|schedules?|evenings?|weekends?|nights?|holidays?|overtime|on[- ]call|(?:full|part)[- ]time"
    r"|offices?|on[- ]?site|remote(?:ly)?|hybrid|home|travel(?:l?ing)?|outdoors?)\b",
    re.IGNORECASE,
)
RULES = 2  # increase with every change of the questions or advice
# Templates for soft skills, used in turn.
SKILL_TEMPLATES = (
    "Tell me about an occasion that shows this in you: {}.",
    "When did “{}” make the difference in something you did?",
    "Where has “{}” been hard for you, and what did you do?",
    "What would somebody who has worked with you say of you and “{}”?",
)
MOST_DUTIES = 4
MOST_SKILLS = 8
MOST_CHALLENGES = 4
CHALLENGES = ("current_challenges", "market_reality")  # the second if the first is empty
TRENDS = ("market_trends", "market_commentary", "growth_opportunities")

STORY = (
    "Name the situation and your part in it in two sentences.",
    "Say what you did, step by step, and why you did it that way.",
    "Close with what came of it, with a figure where you have one, and what you would do differently.",
)
PLAN = (
    "Ask back, or say what you take for granted: a situation is never complete.",
    "Say what you would do first and why, then whom you would tell or ask.",
    "Name a similar situation that you have been in, if there was one.",
)
KNOWLEDGE = (
    "Name what you know from use, and one task that you did with it.",
    "Say how you checked that the result was right.",
    "Where you have not used it, say so, name the nearest thing that you know and how you would learn the rest.",
)
LISTEN = (
    "Ask when your own questions are invited, and ask for an example.",
    "Listen for what is said without being asked, and compare it with the guide.",
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question; `tests` is what the interviewer wants to find out."""

    asks: str
    tests: str

    @property
    def key(self) -> str:
        """Return a key that depends on the text only; the browser stores notes under it."""
        return hashlib.sha256(self.asks.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Group:
    """Questions of one kind; `about` names their sources, `answer` lists the steps of a good answer."""

    kind: str
    name: str
    about: str
    answer: tuple[str, ...]
    questions: tuple[Question, ...]


def build_interview(document: GuideDocument) -> tuple[Group, ...]:
    """List the groups that have questions: first about past work, last the questions for the employer."""
    groups = (
        Group(
            "behavioral",
            "What you have done",
            "From the soft skills and the responsibilities of the guide.",
            STORY,
            (*_about_soft_skills(document), *_about_duties(document)),
        ),
        Group(
            "situational",
            "What you would do",
            "From the challenges, the drawbacks and the responsibilities that the guide names.",
            PLAN,
            (*_about_challenges(document), *_about_drawbacks(document), *_about_first_weeks(document)),
        ),
        Group(
            "technical",
            "What you know",
            "From the technical skills of the guide.",
            KNOWLEDGE,
            (*_about_tools(document),),
        ),
        Group(
            "ask_back",
            "What you can ask back",
            "The first fits any role; the others are from the ladder, the hours, the outlook and the drawbacks.",
            LISTEN,
            (*_to_ask_back(document),),
        ),
    )
    return tuple(group for group in groups if group.questions)


def interview_outline(document: GuideDocument) -> Outline:
    """Build an outline of all groups."""
    blocks: list[Block] = []
    for group in build_interview(document):
        blocks += [Heading(group.name), Paragraph(group.about), Heading("How a good answer is built", 2)]
        blocks += [Items(group.answer, numbered=True), Heading("The questions", 2)]
        blocks += [Items(tuple(f"{question.asks} ({question.tests})" for question in group.questions), numbered=True)]
    return outline(f"Interview questions: {document.title}", blocks)


# What you have done


def _about_soft_skills(document: GuideDocument) -> Iterator[Question]:
    skills = skills_by_importance(document, "soft")[:MOST_SKILLS]
    for skill, template in zip(skills, cycle(SKILL_TEMPLATES), strict=False):
        tests = f"Tests whether you have it in practice. {skill.detail}".strip()
        yield Question(template.format(skill.name), tests)


def _about_duties(document: GuideDocument) -> Iterator[Question]:
    tests = "Tests whether you have met this duty before, or something near it, and how you went about it."
    for duty in document.responsibilities[:MOST_DUTIES]:
        yield Question(f"When have you done something like this? {_quoted(duty)}", tests)


# What you would do


def _about_challenges(document: GuideDocument) -> Iterator[Question]:
    tests = "Tests whether you know what the field is going through and can think about it calmly."
    for sentence in islice(_opening_sentences(document, CHALLENGES), MOST_CHALLENGES):
        yield Question(f"The guide says: {_quoted(sentence)} How would you deal with that in this role?", tests)


def _about_drawbacks(document: GuideDocument) -> Iterator[Question]:
    tests = "Tests whether you know this side of the work and what you do to keep going."
    for drawback in document.cons[:MOST_CHALLENGES]:
        yield Question(f"In a hard week this weighs on you: {_quoted(drawback)} What do you do?", tests)


def _about_first_weeks(document: GuideDocument) -> Iterator[Question]:
    tests = "Tests how you begin with something new, and whether you know when to ask."
    for duty in document.responsibilities[MOST_DUTIES : 2 * MOST_DUTIES]:
        yield Question(f"It is your first week. How do you begin with this? {_quoted(duty)}", tests)


# What you know


def _about_tools(document: GuideDocument) -> Iterator[Question]:
    marks = document.marks
    for skill in skills_by_importance(document, "technical")[:MOST_SKILLS]:
        mark = marks.get(skill.name)
        tests = "Tests whether you know it from use." + (f" The guide marks it as {mark}." if mark else "")
        if skill.detail:
            asks = f"{skill.name}: what of this have you worked with, and for what? {_quoted(skill.detail)}"
        else:
            asks = f"{skill.name}: what have you done that shows what you can do here?"
        yield Question(asks, tests)


# What you can ask back


def _to_ask_back(document: GuideDocument) -> Iterator[Question]:
    yield Question(
        f"What should a new {document.title} have achieved here after three months?",
        "It tells you by what your work will be judged.",
    )
    if schedule := _schedule(document):
        tests = f"It tells you how this employer compares with the guide, which says: {_quoted(schedule[0])}"
        yield Question("Which hours and which place does the team work in?", tests)
    for lower, upper in islice(pairwise(document.career_path), 2):
        above = f" The guide gives {upper.title} as {upper.experience}." if upper.experience else ""
        asks = f"What does it take here to get from {lower.title} to {upper.title}?"
        yield Question(asks, f"It tells you whether the next step is open to you.{above}")
    for sentence in islice(_opening_sentences(document, TRENDS), 2):
        asks = f"How does your team see this? {_quoted(sentence)}"
        yield Question(asks, "It tells you whether the team looks ahead.")
    for drawback in document.cons[:2]:
        asks = f"How does your team keep this in bounds? {_quoted(drawback)}"
        yield Question(asks, "It tells you whether the drawback is known and what is done about it.")


# Shared


def _opening_sentences(document: GuideDocument, kinds: Iterable[str]) -> Iterator[str]:
    """Return the first sentence of each paragraph and point, from the first of these kinds of section with text."""
    for kind in kinds:
        lines = [line for section in document.sections if section.kind == kind for line in plain_lines(section.body)]
        if lines:
            return (split_sentences(line)[0] for line in lines)
    return iter(())


def _quoted(words: str) -> str:
    return f"“{words}”"


def _schedule(document: GuideDocument) -> list[str]:
    """List the sentences about working hours and place."""
    remote = document.details.remote_work
    sections = (section for section in document.sections if section.kind == "work_environment")
    lines = (sentence for item in sections for line in plain_lines(item.body) for sentence in split_sentences(line))
    found = [sentence for sentence in lines if SCHEDULE_WORDS.search(sentence)]
    return [f"Remote work in this role: {remote}.", *found] if remote else found
