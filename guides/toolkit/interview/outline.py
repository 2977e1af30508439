"""The interview questions as an outline, for files and the print pack."""

from collections.abc import Iterator

from guides.document.shape import GuideDocument
from guides.rendering.markdown import plain_lines
from guides.toolkit.interview.questions import SAMPLE, Group, Question, build_interview
from guides.toolkit.outline import Block, Heading, Outline, Paragraph, outline
from guides.toolkit.samples import blocks_of


def interview_outline(document: GuideDocument) -> Outline:
    """Build an outline of all questions with everything that the page shows of them."""
    blocks = (block for group in build_interview(document) for block in _group_blocks(group))
    return outline(f"Interview questions: {document.title}", blocks)


def _group_blocks(group: Group) -> Iterator[Block]:
    yield Heading(group.name)
    yield Paragraph(group.why)
    for question in group.questions:
        details = list(_details(group, question))
        yield Heading(question.asks, 2) if details else Paragraph(question.asks)
        yield from details


def _details(group: Group, question: Question) -> Iterator[Block]:
    yield from _labeled(group.label_of_looks_for, question.looks_for)
    if question.plan:
        yield Paragraph(f"{group.label_of_plan}:")
        yield from blocks_of(question.plan)
    yield from _labeled(SAMPLE, question.sample)


def _labeled(label: str, markdown: str) -> Iterator[Block]:
    """The paragraphs of a text, the first one after its label."""
    if lines := plain_lines(markdown):
        yield from map(Paragraph, (f"{label}: {lines[0]}", *lines[1:]))
