"""The example resume for a level: text from the guide, with placeholders for facts that only the reader knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle

from guides.document.levels import RoleLevel, RoleLevels
from guides.document.needs import by_importance, skills_by_importance
from guides.document.shape import GuideDocument
from guides.rendering.markdown import plain_lines
from guides.rendering.passages import split_sentences
from guides.toolkit.outline import Block, Facts, Heading, Items, Outline, Paragraph, outline
from guides.toolkit.placeholders import placeholder

MOST_DUTIES = 4
MOST_SKILLS = 6
MOST_STRENGTHS = 3
MOST_REQUIREMENTS = 3
RESULTS = (
    "how many a day or a week",
    "how fast, or how much faster than before",
    "for how many people, orders or accounts",
    "what came of it, with a figure",
)


@dataclass(frozen=True, slots=True)
class Note:
    """The reason for a part of the resume."""

    part: str
    why: str


@dataclass(frozen=True, slots=True)
class Target:
    """The level of an example; `below` is the title of the level below it, empty for the entry level."""

    level: RoleLevel
    below: str
    is_entry: bool


def choose_level(document: GuideDocument, found: RoleLevels, number: int | None) -> Target:
    """Return the level with a number, counted from 1; by default the level with the role's own title."""
    level = found.levels[found.usual_level if number is None else number - 1]
    titles = [step.title for step in document.career_path]
    index = titles.index(level.title) if level.title in titles else None
    return Target(level, below=titles[index - 1] if index else "", is_entry=index == 0)


def draft_example(document: GuideDocument, target: Target) -> Outline:
    """Draft a resume for the level, in reading order."""
    blocks: list[Block] = [
        Paragraph(target.level.title),
        Paragraph(" · ".join(map(placeholder, ("email", "telephone", "town", "profile or portfolio")))),
        Heading("Profile"),
        Paragraph(_profile(document, target)),
        Heading("Experience"),
        *_experience(document, target),
        Heading("Skills and tools"),
        Facts(tuple(_skills(document))),
        Heading("Strengths"),
        Items(tuple(_strengths(document))),
        Heading("Education and certificates"),
        Items(tuple(_education(document))),
        Heading("Languages"),
        Items((f"{placeholder('language')}: {placeholder('how well')}",)),
    ]
    return outline(placeholder("Your name"), blocks)


def _profile(document: GuideDocument, target: Target) -> str:
    title = target.level.title
    if target.is_entry:
        opening = f"{placeholder('What you have done so far: a job, a school, a training')}, applying as {title}."
    else:
        opening = (
            f"{title} with {placeholder('number')} years of experience in {placeholder('field or kind of employer')}."
        )
    names = ", ".join(skill.name for skill in skills_by_importance(document, "soft")[:MOST_STRENGTHS])
    strengths = f"Strengths: {names}." if names else ""
    goal = placeholder("What you want to do next, and for whom, in one sentence")
    return " ".join(filter(None, (opening, strengths, goal)))


def _experience(document: GuideDocument, target: Target) -> Iterator[Block]:
    """Yield a job at the level, then a job at the level below with further duties."""
    duties = [_with_result(*pair) for pair in zip(document.responsibilities, cycle(RESULTS), strict=False)]
    achievements = [
        placeholder(f"Something you achieved that shows this: {words}") for words in _expectations(target.level)
    ]
    title = placeholder("Your last job, training or voluntary work") if target.is_entry else target.level.title
    yield from _job(title, (*duties[:MOST_DUTIES], *achievements))
    if target.below:
        yield from _job(target.below, tuple(duties[MOST_DUTIES : 2 * MOST_DUTIES]))


def _job(title: str, points: tuple[str, ...]) -> Iterator[Block]:
    yield Heading(f"{title}, {placeholder('employer')}, {placeholder('town')}", 2)
    yield Paragraph(f"{placeholder('month and year')} – {placeholder('month and year, or today')}")
    yield Items(points or (placeholder("What you did there, and what came of it, with a figure"),))


def _with_result(duty: str, result: str) -> str:
    return f"{duty.rstrip(' .')} – {placeholder(result)}"


def _expectations(level: RoleLevel) -> list[str]:
    """List the first three sentences of the guide about a level."""
    about = plain_lines(level.step.description) if level.step else []
    return [sentence for line in about for sentence in split_sentences(line)][:3]


def _skills(document: GuideDocument) -> Iterator[tuple[str, str]]:
    for skill in skills_by_importance(document, "technical")[:MOST_SKILLS]:
        question = f"what of this you know: {skill.detail}" if skill.detail else "for what, and how long"
        yield skill.name, placeholder(question)


def _strengths(document: GuideDocument) -> Iterator[str]:
    for skill in skills_by_importance(document, "soft")[:MOST_STRENGTHS]:
        yield f"{skill.name}: {placeholder('an occasion that shows it')}"


def _education(document: GuideDocument) -> Iterator[str]:
    for need in by_importance(document, document.education_requirements)[:MOST_REQUIREMENTS]:
        yield placeholder(f"Yours, with school and year; the guide names: {need}")
    if not document.education_requirements:
        yield placeholder("Degree, training or certificate, school, year")


# Notes


def build_notes(document: GuideDocument, target: Target) -> tuple[Note, ...]:
    """Explain each part of the resume, with facts from the guide if it has any."""
    return (
        Note("Name and contact", "One way to reach you that you look at every day is enough, and the town."),
        Note("Title under the name", _about_title(document, target)),
        Note("Profile", "Who reads a hundred resumes reads this one first. Three sentences: who you are, what for."),
        Note("Experience", _about_experience(target)),
        Note("Skills and tools", _about_skills(document)),
        Note("Strengths", "A strength is believed for the occasion that shows it, not for its name."),
        Note("Education", _about_education(document)),
    )


def _about_title(document: GuideDocument, target: Target) -> str:
    words = f"The title of the position in the words of the advertisement; here that of the rung, {target.level.title}."
    others = ", ".join(document.details.alternative_titles)
    return f"{words} Employers also say: {others}." if others else words


def _about_experience(target: Target) -> str:
    years = f" The guide gives this rung as {target.level.experience}." if target.level.experience else ""
    return (
        "A duty says what the job was, a result says what you did in it: keep the duties that were yours, put the verb "
        f"in the past where the job has ended, and add your own figures. Strike out the rest.{years}"
    )


def _about_skills(document: GuideDocument) -> str:
    marked = "must-haves first, " if document.details.essential else ""
    return f"Employers search applications by the names of tools, so write them out: {marked}then what you know best."


def _about_education(document: GuideDocument) -> str:
    typical = document.key_facts.typical_education.rstrip(" .")
    words = "What is closest to the work stands first; what is older than your first job can be short."
    return f"{words} Typical for this role: {typical}." if typical else words
