"""The print pack: a plan from the two assessments, checklists and interview questions, then the guide itself."""

from collections.abc import Iterator

from django.template.defaultfilters import pluralize

from guides.document.shape import GuideDocument
from guides.pages.as_markdown import write_markdown as write_guide_markdown
from guides.toolkit.interview import interview_outline
from guides.toolkit.outline import Block, Heading, Items, Outline, Paragraph, outline
from guides.toolkit.readiness import Answers, assess
from guides.toolkit.skills_gap import RatedSkill, measure
from guides.toolkit.skills_gap_first_rules import FirstResult
from guides.toolkit.writers import write_markdown

BOX = "☐"


def draft_plan(document: GuideDocument, answers: Answers) -> Outline:
    """Draft the plan; without answers, the checklists contain every requirement of the guide."""
    return outline(f"{document.title}: your plan", (*_result(document, answers), *_checklists(document, answers)))


def write_pack(document: GuideDocument, answers: Answers) -> str:
    """Write the plan, the questions and the whole guide as Markdown."""
    outlines = (draft_plan(document, answers), interview_outline(document))
    written = (write_markdown(page) for page in outlines if page.blocks)
    return "\n".join([*written, write_guide_markdown(document)])


def _result(document: GuideDocument, answers: Answers) -> Iterator[Block]:
    if answers.is_empty:
        return
    result, gap = assess(document, answers), measure(document, answers.ratings)
    yield Heading("Where you stand")
    if result.fits:
        yield Paragraph(f"The rung that fits now: {result.fits.title}.")
    yield from map(Paragraph, result.reasons)
    if gap.rated:
        skills = f"{len(gap.rated)} skill{pluralize(gap.rated)}"
        yield Paragraph(f"{FirstResult(gap).score}% of the steps needed in the {skills} that you rated.")
    if result.next:
        yield Heading(f"To {result.next.title}", 2)
        yield Items(tuple(f"{BOX} {line}" for line in result.missing))


def _checklists(document: GuideDocument, answers: Answers) -> Iterator[Block]:
    gap = measure(document, answers.ratings)
    yield Heading("Skills to learn, in this order")
    yield Items(tuple(map(_to_learn, FirstResult(gap).to_learn)), numbered=True)
    yield Heading("Skills not rated yet")
    yield Items(tuple(f"{BOX} {row.skill.name}" for row in gap.unrated))
    yield Heading("Requirements and steps still open")
    yield Items(tuple(f"{BOX} {line}" for line in assess(document, answers).open))


def _to_learn(row: RatedSkill) -> str:
    mark = f" ({row.skill.importance})" if row.skill.importance else ""
    return f"{BOX} {row.skill.name}{mark}: from step {row.step} to step {row.skill.needed}"
