"""The blocks of a guide as its page arranges them: pros and cons after the pay, subsections within their section, and
what folds on phones.

Texts and Markdown keep the order of the guide's own text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from guides.document.shape import GuideDocument
from guides.pages.beside import beside_of
from guides.pages.blocks import Block, about_figures, blocks_of
from guides.pages.glossary_links import GlossaryLinks
from guides.pages.job_searches import SearchLink
from guides.pages.leads import lead_of
from guides.pages.neighbors import Neighbors
from guides.pages.official_figures import OfficialFigures

PAY, OFFICIAL, PROS_CONS = "salary_outlook", "official_figures", "pros_cons"
LONGEST_OPEN_TEXT = 600  # characters of HTML, about half a screen of a phone


def arranged_blocks(
    document: GuideDocument,
    neighbors: Neighbors,
    official: OfficialFigures | None = None,
    searches: tuple[SearchLink, ...] = (),
) -> tuple[Block, ...]:
    """Build the sections of a guide page, in the order of the page, each with its subsections."""
    blocks = (*blocks_of(document, neighbors, official, searches), *about_figures(document))
    ordered = _with_what_is_beside(_pros_cons_after_pay(blocks), document, neighbors.slug, official)
    return tuple(_nested(_with_folds(ordered)))


def _pros_cons_after_pay(blocks: Sequence[Block]) -> list[Block]:
    """Move pros and cons behind the pay: its section, the subsections of it, and official figures that follow."""
    moved = [block for block in blocks if block.kind == PROS_CONS]
    others = [block for block in blocks if block.kind != PROS_CONS]
    place = next((index for index, block in enumerate(others) if block.kind == PAY), None)
    if place is None:
        return list(blocks)
    place += 1
    while place < len(others) and (others[place].level > 2 or others[place].kind == OFFICIAL):
        place += 1
    return [*others[:place], *moved, *others[place:]]


def _with_what_is_beside(
    blocks: Iterable[Block], document: GuideDocument, slug: str, official: OfficialFigures | None
) -> Iterator[Block]:
    blocks = list(blocks)
    parts = (part for block in blocks for part in block.parts if part.kind == "glossary")
    links = GlossaryLinks(term for part in parts for term in part.items)
    for block in blocks:
        body, terms = links.add_to(block.body)
        yield replace(block, body=body, beside=beside_of(block.kind, document, terms, slug, official))


def _with_folds(blocks: Iterable[Block]) -> Iterator[Block]:
    """Let everything fold that follows the text on pay, and the introduction to pros and cons; before them, only long
    texts fold."""
    is_after_pay = False
    for block in blocks:
        lead = lead_of(block.body)
        if block.kind == PROS_CONS:
            has_more = lead and (lead.paragraph or lead.rest)
            yield replace(block, folds="introduction", lead=lead) if has_more else block
        elif is_after_pay:
            yield replace(block, folds="section", lead=lead)
        elif len(block.body) > LONGEST_OPEN_TEXT and lead and lead.rest:
            yield replace(block, folds="text", lead=lead)
        else:
            yield block
        is_after_pay = is_after_pay or block.kind in (PAY, PROS_CONS)


def _nested(blocks: Iterable[Block]) -> list[Block]:
    """Put blocks of level 3 into the one of level 2 before them; what folds with its section does not fold alone."""
    nested: list[Block] = []
    for block in blocks:
        if block.level == 2:
            nested.append(block)
        else:
            parent = nested[-1]
            child = replace(block, folds="", lead=None) if parent.folds == "section" else block
            nested[-1] = replace(parent, children=(*parent.children, child))
    return nested
