"""The blocks of a guide, in the order of its text.

A block is a section of the text with the lists that belong to it. Lists whose section is missing become
a block of their own at its usual place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from django.utils.safestring import SafeString

from guides.document.choices import SECTION_KINDS
from guides.document.shape import GuideDocument, Section
from guides.pages.anchors import Anchors
from guides.pages.beside import Beside
from guides.pages.figures import SourceLine, has_figures, reading_notes, source_line, sources_of
from guides.pages.job_searches import SearchLink
from guides.pages.leads import Lead
from guides.pages.neighbors import Neighbors
from guides.pages.official_figures import OfficialFigures
from guides.pages.part import Part
from guides.pages.parts import parts_of
from guides.pages.provenance import KnownFigure, known_figures, sources_in
from guides.parsing.headings import DEFAULT_HEADINGS, has_role
from guides.rendering.markdown import render_markdown

# The order of blocks, to place those without a section: the order of the texts, then the glossary, with the links to
# other pages last.
LINKS = ("toolkit", "readiness", "related")
USUAL_ORDER = (*(kind for kind in SECTION_KINDS if kind not in (*LINKS, "other")), "glossary", *LINKS)
PARENTS = {
    "market_commentary": "salary_outlook",
    "inclusive_hiring": "diversity",
    "workplace_culture": "diversity",
    "support_networks": "diversity",
    "global_salaries": "global_opportunities",
    "remote_work": "global_opportunities",
    "visa_immigration": "global_opportunities",
    "current_challenges": "market_reality",
    "growth_opportunities": "market_reality",
    "market_trends": "market_reality",
}
# Names of sections: for the contents if the heading repeats the role, and as headings of lists without a section.
SHORT_HEADINGS = DEFAULT_HEADINGS | {
    "overview": "Overview",
    "responsibilities": "Responsibilities",
    "how_to_become": "How to Become One",
    "education_training": "Education & Training",
    "diversity": "Diversity & Inclusion",
    "global_opportunities": "Global Opportunities",
    "market_reality": "Market Reality",
    "readiness": "Assess Your Readiness",
}


@dataclass(frozen=True, slots=True)
class AboutFigures(Part):
    """All sources: those that the guide names, and how each figure is `known`; codes of its official `occupations`.

    `is_complete` if no figure is without a source.
    """

    known: tuple[KnownFigure, ...] = ()
    occupations: tuple[str, ...] = ()
    is_complete: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A section of the page: heading (h2 or h3 by `level`), body, then its parts, then the `children` below it.

    On phones a `section` that folds shows only its lead, or without one the number of its rows, until it is opened; a
    `text` that folds shows its first paragraph, an `introduction` its first sentence.
    """

    kind: str
    anchor: str
    heading: str
    label: str
    level: int = 2
    body: SafeString | str = ""
    parts: tuple[Part, ...] = ()
    sources: tuple[SourceLine, ...] = ()
    official: OfficialFigures | None = None
    children: tuple["Block", ...] = ()
    folds: Literal["", "section", "text", "introduction"] = ""
    lead: Lead | None = None
    beside: Beside | None = None


def blocks_of(
    document: GuideDocument,
    neighbors: Neighbors,
    official: OfficialFigures | None = None,
    searches: tuple[SearchLink, ...] = (),
) -> tuple[Block, ...]:
    anchors = Anchors()
    parts = parts_of(document, neighbors, anchors, searches)
    blocks = [_block(section, document, anchors) for section in document.sections]
    for kind in USUAL_ORDER:
        if kind in parts and all(block.kind != kind for block in blocks):
            heading = SHORT_HEADINGS[kind]
            blocks.insert(_usual_place(kind, blocks), Block(kind, anchors.take(kind), heading, heading))
    if official:
        blocks.insert(_usual_place("career_path", blocks), _official_block(official))  # after the pay
    return tuple(_with_levels(_with_parts(block, parts, document) for block in blocks))


def _block(section: Section, document: GuideDocument, anchors: "Anchors") -> Block:
    anchor = anchors.take(section.heading if section.kind == "other" else section.kind)
    is_long = has_role(section.heading, document.title)
    label = SHORT_HEADINGS.get(section.kind, section.heading) if is_long else section.heading
    return Block(section.kind, anchor, section.heading, label, body=render_markdown(section.body))


def _official_block(official: OfficialFigures) -> Block:
    heading = "Official Figures"
    return Block("official_figures", "official-figures", heading, heading, official=official)


def _usual_place(kind: str, blocks: Sequence[Block]) -> int:
    """The index after the last block of the nearest kind that usually comes before it."""
    for before in reversed(USUAL_ORDER[: USUAL_ORDER.index(kind)]):
        places = [index for index, block in enumerate(blocks) if block.kind == before]
        if places:
            return places[-1] + 1
    return 0


def _with_parts(block: Block, parts: dict[str, list[Part]], document: GuideDocument) -> Block:
    """Give the first block of each kind the parts and sources of that kind."""
    taken = tuple(parts.pop(block.kind, ()))
    return replace(block, parts=taken, sources=sources_of(document, {block.kind}) if block.kind != "other" else ())


def _with_levels(blocks: Iterable[Block]) -> Iterable[Block]:
    """Set children one level below if their parent, or another of its children, comes right before them."""
    open_parent = None
    for block in blocks:
        parent = PARENTS.get(block.kind)
        if parent is not None and parent == open_parent:
            yield replace(block, level=3)
        else:
            open_parent = block.kind
            yield block


def about_figures(document: GuideDocument) -> tuple[Block, ...]:
    """The last block: how to read the figures, and all sources in one place; nothing without figures."""
    heading = "About the Figures"
    sources = tuple(source_line(source) for source in document.details.sources)
    if not (sources or document.salary_levels or has_figures(document)):
        return ()
    known = sources_in(document)
    stated = [known.of(*figure).is_stated for figure in document.figures]
    if document.other_pay:
        stated.append(known.of("other_pay").is_stated)
    part = AboutFigures(
        "about_figures",
        items=sources,
        notes=reading_notes(document),
        known=known_figures(document),
        occupations=tuple(dict.fromkeys(link.code for link in document.details.occupations)),
        is_complete=all(stated),
    )
    return (Block("about_figures", "about-the-figures", heading, heading, parts=(part,)),)
