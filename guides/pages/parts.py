"""The lists of a document, by the kind of section that they belong to."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from guides.document.choices import SECTION_KINDS
from guides.document.shape import LISTS, GuideDocument, Resource, Skill
from guides.document.tools import BY_KIND, Tool
from guides.pages.anchors import JOB_SEARCHES, Anchors
from guides.pages.figures import sources_of
from guides.pages.job_searches import SearchLink
from guides.pages.leads import split_name
from guides.pages.level_parts import level_parts
from guides.pages.neighbors import Neighbors
from guides.pages.part import Part
from guides.pages.qualifying import qualifying_part
from guides.pages.similar import similar_jobs
from guides.parsing.headings import DEFAULT_HEADINGS, PLAIN_LISTS
from guides.rendering.markdown import render_markdown

_EXAMPLES = re.compile(r"(.+?) (\([^()]*\)(?: (?:for|to) .+)?)")  # of a skill: in brackets, then what it is for
READINESS_RESOURCES = ("skills_gap", "readiness")


@dataclass(frozen=True, slots=True)
class Words:
    """A name with its Markdown rendered."""

    name: str
    html: SafeString
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the trade and its meaning, which links can lead to."""

    name: str
    meaning: str
    anchor: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step; `name` is what its text opens with in bold or as a title, empty for most texts."""

    number: int
    name: SafeString
    html: SafeString


@dataclass(frozen=True, slots=True)
class Need:
    """A requirement or a skill; `importance` is `essential`, `useful` or empty, `slug` the address of the skill.

    `rest` is what follows the name of a skill in its text: examples in brackets, and what it is for.
    """

    name: str
    detail: str
    importance: str
    slug: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """A tool as the text describes it, and the page of the tool if there is one; `slug` is the guide's, empty in a
    preview."""

    name: str
    html: SafeString
    tool: Tool | None
    slug: str


def parts_of(
    document: GuideDocument, neighbors: Neighbors, anchors: Anchors, searches: tuple[SearchLink, ...] = ()
) -> dict[str, list[Part]]:
    toolkit = [item for item in document.resources if item.kind not in READINESS_RESOURCES]
    readiness = [item for item in document.resources if item.kind in READINESS_RESOURCES]
    found = {
        "responsibilities": [_part(document, "responsibilities", "responsibilities", document.responsibilities)],
        "qualifications": _qualification_parts(document, neighbors, anchors),
        "how_to_become": [
            _part(document, "steps", "steps", _steps(document)),
            Part("job_searches", JOB_SEARCHES, "Where to Look for Work", items=searches),
        ],
        **level_parts(document, neighbors, anchors),
        "emerging_specializations": [_part(document, "specializations", "specializations", _specializations(document))],
        "pros_cons": [_pros_cons(document)],
        "faq": [_part(document, "questions", "faqs", _questions(document, anchors))],
        "glossary": [Part("glossary", items=_terms(document, anchors))],
        "toolkit": [_part(document, "resources", "resources", _resources(toolkit, neighbors.slug))],
        "readiness": [_part(document, "resources", "resources", _resources(readiness, neighbors.slug))],
        "related": [similar_jobs(document, neighbors)],
    }
    for name, host in PLAIN_LISTS.items():
        found.setdefault(host, []).append(_plain_list(document, name, anchors))
    kept = {kind: [part for part in parts if not part.is_empty] for kind, parts in found.items()}
    return {kind: parts for kind, parts in kept.items() if parts}


def _part(document: GuideDocument, kind: str, covers: str, items: tuple[object, ...], **extra: str) -> Part:
    """A part with the sources of its list, unless its block shows them as those of a section."""
    names = {covers} - set(SECTION_KINDS)
    return Part(kind, items=items, sources=sources_of(document, names) or None, **extra)


def _plain_list(document: GuideDocument, name: str, anchors: Anchors) -> Part:
    """A list without a chart: names with their Markdown text, or only names."""
    rows, heading = getattr(document, name), DEFAULT_HEADINGS[name]
    items = tuple(Words(words, render_markdown(text)) for words, text in map(LISTS[name].name_and_text, rows))
    return _part(document, name, name, items, heading=heading, anchor=anchors.take(heading)) if items else Part(name)


def _qualification_parts(document: GuideDocument, neighbors: Neighbors, anchors: Anchors) -> list[Part]:
    slugs = neighbors.skill_slugs
    lists = (
        ("education", "education_requirements", "Education Requirements", _requirements(document)),
        ("technical_skills", "technical_skills", "Technical Skills", _skills(document, "technical", slugs)),
        ("soft_skills", "soft_skills", "Soft Skills", _skills(document, "soft", slugs)),
    )
    education, *skills = [
        _part(document, kind, covers, items, heading=heading, anchor=anchors.take(heading)) if items else Part(kind)
        for kind, covers, heading, items in lists
    ]
    return [education, qualifying_part(document, anchors), *skills]


def _requirements(document: GuideDocument) -> tuple[Need, ...]:
    marks = document.marks
    return tuple(Need(text, "", marks.get(text, "")) for text in document.education_requirements)


def _skills(document: GuideDocument, kind: str, slugs: Mapping[str, str]) -> tuple[Need, ...]:
    return tuple(_skill(skill, document.marks, slugs) for skill in document.skills if skill.kind == kind)


def _skill(skill: Skill, marks: Mapping[str, str], slugs: Mapping[str, str]) -> Need:
    split = _EXAMPLES.fullmatch(skill.name) if skill.kind == "technical" else None
    name, rest = split.groups() if split else (skill.name, "")
    return Need(name, skill.detail, marks.get(skill.name, ""), slugs.get(skill.name, ""), rest)


def _steps(document: GuideDocument) -> tuple[StepRow, ...]:
    return tuple(StepRow(step.number, *split_name(render_markdown(step.text))) for step in document.steps)


def _specializations(document: GuideDocument) -> tuple[Words, ...]:
    return tuple(Words(item.name, render_markdown(item.description)) for item in document.specializations)


def _pros_cons(document: GuideDocument) -> Part:
    sides = (("Pros", document.pros), ("Cons", document.cons))
    return Part("pros_cons", items=tuple((name, items) for name, items in sides if items))


def _questions(document: GuideDocument, anchors: Anchors) -> tuple[Words, ...]:
    return tuple(
        Words(faq.question, render_markdown(faq.answer), anchors.take(f"q-{faq.question}")) for faq in document.faqs
    )


def _terms(document: GuideDocument, anchors: Anchors) -> tuple[Term, ...]:
    return tuple(Term(row.term, row.meaning, anchors.take(f"term-{row.term}")) for row in document.glossary)


def _resources(resources: Sequence[Resource], slug: str) -> tuple[ResourceRow, ...]:
    return tuple(
        ResourceRow(item.title, render_markdown(item.blurb), BY_KIND.get(item.kind) if slug else None, slug)
        for item in resources
    )
