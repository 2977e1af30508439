"""Writes lists: responsibilities, qualifications, steps, the career path, pros and cons."""

from itertools import groupby

from guides.document.lines import is_short, read_line
from guides.document.shape import CareerStep, GuideDocument, Skill
from guides.document.words import FOCUS_LABEL, read_skill, write_importance
from guides.parsing import headings
from guides.parsing.writer.layout import Blocks, body, bullet, bullets, mark, own_line


def responsibility_blocks(document: GuideDocument) -> Blocks:
    yield headings.DEFAULT_HEADINGS[headings.RESPONSIBILITIES]
    yield bullets(document.responsibilities)


def qualification_blocks(document: GuideDocument) -> Blocks:
    marks = document.marks
    if document.education_requirements:
        yield headings.DEFAULT_HEADINGS[headings.EDUCATION]
        yield "\n".join(
            write_importance(bullet(words), marks.get(words, "")) for words in document.education_requirements
        )
    for kind, skills in groupby(document.skills, key=lambda skill: skill.kind):
        yield headings.DEFAULT_HEADINGS[kind]
        yield "\n".join(write_importance(_skill(skill), marks.get(skill.name, "")) for skill in skills)


def _skill(skill: Skill) -> str:
    """`Name (detail)` or `Name: detail`; an escaped name, a tab and the detail if those would be misread."""
    if skill.kind == "soft":
        words = f"{skill.name}: {skill.detail}" if skill.detail else skill.name
    else:
        words = f"{skill.name} ({skill.detail})" if skill.detail else skill.name
    bullet = f"• {words}"
    line = read_line(bullet)
    is_heading = headings.recognize(words, exact=True) in headings.BULLETS
    if not is_heading and not line.escaped and read_skill(skill.kind, line.text) == (skill.name, skill.detail):
        return bullet
    return f"• \\{skill.name}" + (f"\t{skill.detail}" if skill.detail else "")


def step_blocks(document: GuideDocument) -> Blocks:
    for step in document.steps:
        yield f"{step.number}"
        yield f"Step {step.number}"
        yield body(step.text)


def career_path_blocks(steps: tuple[CareerStep, ...]) -> Blocks:
    for number, step in enumerate(steps, start=1):
        if step.experience:
            yield f"{number}"
            yield own_line(step.title)
            yield own_line(step.experience) if is_short(step.experience) else f"\\{step.experience}"
        else:
            yield mark(step.title, "rung")
        if step.description:
            yield body(step.description)
        if step.focus_areas:
            yield FOCUS_LABEL
            yield body(step.focus_areas)


def pros_and_cons_blocks(document: GuideDocument) -> Blocks:
    for place, items in ((headings.PROS, document.pros), (headings.CONS, document.cons)):
        if items:
            yield headings.DEFAULT_HEADINGS[place]
            yield bullets(items)
