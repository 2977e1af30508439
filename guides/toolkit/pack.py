"""The print pack: the parts that a reader chooses, and the files with them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from guides.document.shape import GuideDocument
from guides.pages.as_markdown import write_markdown as write_guide_markdown
from guides.rendering.markdown import plain_words
from guides.toolkit.guide_outline import LOWEST_HEADING, guide_outline
from guides.toolkit.interview import build_interview, interview_outline
from guides.toolkit.outline import Block, Heading, Items, Outline, Paragraph, Tasks, outline
from guides.toolkit.readiness import RULES, Answers, Need, Readiness, assess, skill_to_learn
from guides.toolkit.readiness.education import read_requirements, unmet
from guides.toolkit.readiness.first_rules import plan_by_first_rules
from guides.toolkit.skills_gap import measure
from guides.toolkit.writers import write_docx, write_markdown

MOST_QUESTIONS = 4  # of each kind, so that the questions fit on a page


@dataclass(frozen=True, slots=True)
class Pack:
    """A guide, a person's answers with the number of the rules that apply to them, and the names of the parts."""

    document: GuideDocument
    answers: Answers
    parts: tuple[str, ...]
    rules: int = RULES

    def outlines(self, *, without: str = "") -> list[Outline]:
        """Build the parts that have content."""
        outlines = (PARTS[name].build(self) for name in self.parts if name != without)
        return [page for page in outlines if page.blocks]


def choose_parts(names: Iterable[str]) -> tuple[str, ...]:
    """Return the known names in the order of the pack, or the usual parts without any. All questions include the page
    of questions."""
    chosen = set(names)
    if "interview" in chosen:
        chosen.discard("questions")
    return tuple(name for name in PARTS if name in chosen) or USUAL_PARTS


# Parts


def _plan(pack: Pack) -> Outline:
    if pack.rules == RULES or pack.answers.is_empty:
        blocks = _plan_blocks(assess(pack.document, pack.answers), has_answers=not pack.answers.is_empty)
    else:
        blocks = plan_by_first_rules(pack.document, pack.answers)
    return outline(f"{pack.document.title}: your plan", blocks)


def _plan_blocks(result: Readiness, *, has_answers: bool) -> Iterator[Block]:
    if has_answers:
        yield Heading("Where you stand")
        if result.fits:
            yield Paragraph(f"{'Your starting level' if result.is_new else 'Your level now'}: {result.fits.title}.")
        yield Paragraph(" ".join(result.reasons))
    if has_answers and result.next:
        yield Heading(f"Next: {result.next.title}")
        yield Paragraph(" ".join(need.words for need in result.missing if not need.is_task))
        yield _tasks(need for need in result.missing if need.is_task)
        yield Paragraph(" ".join(("What this level is about:", *result.focus)) if result.focus else "")
    yield Heading("How to start")
    yield _tasks(result.start)
    yield Heading("Skills to work on")
    yield _tasks(result.skills)
    yield Heading("Can also help")
    yield Items(result.later)


def _questions(pack: Pack) -> Outline:
    """Build the page of questions: the first ones of each kind."""
    blocks: list[Block] = []
    for group in build_interview(pack.document):
        asks = tuple(question.asks for question in group.questions[:MOST_QUESTIONS])
        blocks += [Heading(group.name), Paragraph(group.why), Items(asks)]
    return outline(f"Interview questions: {pack.document.title}", blocks)


def _checklist(pack: Pack) -> Outline:
    document, answers = pack.document, pack.answers
    requirements = unmet(read_requirements(document), answers.has)
    blocks = [
        Heading("Skills"),
        _tasks(map(skill_to_learn, measure(document, answers.ratings).missing)),
        Heading("Education"),
        Tasks(tuple(requirement.text for requirement in requirements if requirement.is_asked)),
        Heading("Steps of the guide"),
        Tasks(tuple(plain_words(step.text) for step in document.steps if step.number not in answers.done)),
        Heading("Can also help"),
        Items(tuple(requirement.text for requirement in requirements if not requirement.is_asked)),
    ]
    return outline(f"{document.title}: your checklist", blocks)


def _tasks(needs: Iterable[Need]) -> Tasks:
    return Tasks(tuple(need.words for need in needs))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the pack, by its name in addresses, and what readers call it."""

    label: str
    build: Callable[[Pack], Outline]


PARTS = {
    "plan": Part("Your plan: where you stand and what comes next", _plan),
    "questions": Part("Interview questions on one page", _questions),
    "checklist": Part("Checklist of all skills, requirements and steps", _checklist),
    "interview": Part("All interview questions", lambda pack: interview_outline(pack.document)),
    "guide": Part("The whole guide", lambda pack: guide_outline(pack.document)),
}
USUAL_PARTS = ("plan", "questions")  # two printed pages


# Files


def _as_markdown(pack: Pack, date: datetime) -> bytes:
    texts = [write_markdown(page) for page in pack.outlines(without="guide")]
    if "guide" in pack.parts:
        texts.append(write_guide_markdown(pack.document))
    return "\n".join(texts).encode()


def _as_docx(pack: Pack, date: datetime) -> bytes:
    blocks: list[Block] = []
    for page in pack.outlines():
        blocks += [Heading(page.title), *map(_one_lower, page.blocks)]
    return write_docx(Outline(f"{pack.document.title}: print pack", tuple(blocks)), date)


def _one_lower(block: Block) -> Block:
    return replace(block, level=min(block.level + 1, LOWEST_HEADING)) if isinstance(block, Heading) else block


# Names of formats in FORMATS; each writes a pack and the date of its guide.
FILES: dict[str, Callable[[Pack, datetime], bytes]] = {"docx": _as_docx, "md": _as_markdown}
