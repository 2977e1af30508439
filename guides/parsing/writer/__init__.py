"""Writes a guide document as text in the publishers' layout, with `{kind}` marks and `\\` only where needed."""

from collections.abc import Callable, Collection, Iterator
from itertools import takewhile

from guides.document import figures
from guides.document.lines import read_line
from guides.document.markup import strip_markup, unescape
from guides.document.other_pay import read_line as read_pay_line
from guides.document.plain_text import read_as_plain
from guides.document.shape import GuideDocument, Resource, Section
from guides.document.words import RESOURCE_LINKS, read_detail_label, read_entry
from guides.parsing import headings
from guides.parsing.titles import write_title
from guides.parsing.writer.entries import entry_blocks, faq_blocks, plain_blocks, related_blocks, resource_blocks
from guides.parsing.writer.facts import details_blocks, fact_blocks, pay_blocks
from guides.parsing.writer.layout import Blocks, body, is_label, mark
from guides.parsing.writer.lists import (
    career_path_blocks,
    pros_and_cons_blocks,
    qualification_blocks,
    responsibility_blocks,
    step_blocks,
)
from guides.parsing.writer.material import material_blocks


def write_guide(document: GuideDocument) -> str:
    """The text of a document; `parse_guide` reads a valid document back unchanged."""
    return "\n\n".join(_blocks(document)) + "\n"


def _blocks(document: GuideDocument) -> Blocks:
    yield write_title(document.title, is_markdown=read_as_plain(document) != document)
    if document.summary:
        yield body(document.summary)
    yield from details_blocks(document)
    yield from fact_blocks(document.key_facts)
    lists = _lists(document)
    written: set[str] = set()
    for kind, section in _order(document, lists):
        yield _heading(document, kind, section, written)
        if section:
            yield body(section.body, questions=kind == "faq", entries=kind in ("how_to_become", "career_path"))
        if kind in lists and kind not in written:
            yield from lists[kind]()
            yield from plain_blocks(document, kind)
        written.add(kind)
    yield from material_blocks(document)


def _order(document: GuideDocument, lists: Collection[str]) -> Iterator[tuple[str, Section | None]]:
    """The sections in order; lists without a section are inserted where guide texts usually have them."""
    kinds = {section.kind for section in document.sections}
    bare = [kind for kind in headings.KIND_ORDER if kind in lists and kind not in kinds]
    for section in document.sections:
        while bare and headings.KIND_ORDER[bare[0]] < headings.KIND_ORDER[section.kind]:
            yield bare.pop(0), None
        yield section.kind, section
    for kind in bare:
        yield kind, None


def _lists(document: GuideDocument) -> dict[str, Callable[[], Blocks]]:
    """Writers of the lists that are not empty, by the kind of the section they follow."""
    toolkit, readiness = _split_resources(document)
    lists: dict[str, tuple[object, Callable[[], Blocks]]] = {
        "responsibilities": (document.responsibilities, lambda: responsibility_blocks(document)),
        "qualifications": (
            document.education_requirements or document.skills,
            lambda: qualification_blocks(document),
        ),
        "how_to_become": (document.steps, lambda: step_blocks(document)),
        "salary_outlook": (
            document.salary_levels or document.key_facts.country or document.other_pay,
            lambda: pay_blocks(document),
        ),
        "career_path": (document.career_path, lambda: career_path_blocks(document.career_path)),
        "emerging_specializations": (document.specializations, lambda: entry_blocks(document, "specializations")),
        "toolkit": (toolkit, lambda: resource_blocks(toolkit, document.title)),
        "pros_cons": (document.pros or document.cons, lambda: pros_and_cons_blocks(document)),
        "faq": (document.faqs, lambda: faq_blocks(document)),
        "related": (document.related, lambda: related_blocks(document)),
        "readiness": (readiness, lambda: resource_blocks(readiness, document.title)),
    }
    hosts = (host for name, host in headings.PLAIN_LISTS.items() if getattr(document, name))
    return dict.fromkeys(hosts, _nothing) | {kind: blocks for kind, (content, blocks) in lists.items() if content}


def _nothing() -> Blocks:
    return iter(())


def _split_resources(document: GuideDocument) -> tuple[list[Resource], list[Resource]]:
    """The resources of the toolkit and of the readiness section.

    The section that comes first takes the leading resources of its own kinds, the other one the rest.
    """
    hosts = ("toolkit", "readiness")
    readiness_first = next(kind for kind, _ in _order(document, hosts) if kind in hosts) == "readiness"
    first = list(takewhile(lambda resource: (resource.kind in RESOURCE_LINKS) is readiness_first, document.resources))
    second = list(document.resources[len(first) :])
    return (second, first) if readiness_first else (first, second)


def _heading(document: GuideDocument, kind: str, section: Section | None, written: set[str]) -> str:
    """A heading, with a mark if it could be read as something else."""
    heading = section.heading if section else headings.default_heading(kind, document.title)
    line = read_line(heading)
    plain = (
        headings.recognize(heading) == kind
        and unescape(heading) == heading
        and strip_markup(line) is line
        and not (line.bullet or line.escaped or line.mark or is_label(line) or read_entry(line))
        and not (read_detail_label(line)[0] or figures.read_header(heading)[0] or figures.read_row(heading))
        and read_pay_line(heading) is None
        and not ("faq" in written and heading.endswith("?"))
    )
    return heading if plain else mark(heading, kind)
