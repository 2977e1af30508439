"""The parts of a guide text, one class for each layout; a part reads the lines under its heading."""

from guides.document.shape import LISTS
from guides.parsing import headings
from guides.parsing.draft import Draft
from guides.parsing.material import GLOSSARY, LABELS
from guides.parsing.parts.base import LEFT_OUT, STRUCTURE, LeftOut, Part, Place, Prose
from guides.parsing.parts.details import GuideDetails
from guides.parsing.parts.entries import Entries, Questions, Resources
from guides.parsing.parts.facts import Facts
from guides.parsing.parts.lists import Items
from guides.parsing.parts.material import Glossary, Material
from guides.parsing.parts.numbered import CareerPath, Steps
from guides.parsing.parts.other_pay import OtherPay
from guides.parsing.parts.pay import PayTable
from guides.parsing.pieces import SectionDraft

__all__ = [
    "LEFT_OUT",
    "STRUCTURE",
    "Facts",
    "LeftOut",
    "Part",
    "PayTable",
    "Place",
    "Prose",
    "Questions",
    "part_for",
]

# The list that a place opens, if it has another name or the place is also a section; for skills also their kind.
NAMES = {
    headings.RESPONSIBILITIES: ("responsibilities",),
    headings.TECHNICAL: ("skills", "technical"),
    headings.SOFT: ("skills", "soft"),
    "emerging_specializations": ("specializations",),
    "related": ("related",),
}
PARTS: dict[str, type[Part]] = {
    headings.KEY_FACTS: Facts,
    headings.DETAILS: GuideDetails,
    headings.SALES: LeftOut,
    headings.SALARY_LEVELS: PayTable,
    headings.OTHER_PAY: OtherPay,
    "how_to_become": Steps,
    "career_path": CareerPath,
    "toolkit": Resources,
    "readiness": Resources,
    "faq": Questions,
    GLOSSARY: Glossary,
}


def part_for(place: str, draft: Draft, section: SectionDraft) -> Part:
    """The part that a heading opens: its own class, labeled rows, a list of entries or of items, or prose."""
    if place in PARTS:
        return PARTS[place](draft, section)
    if place in LABELS:
        return Material(draft, section, place)
    if place not in NAMES and place not in headings.HOSTS:
        return Prose(draft, section)
    name, *kind = NAMES.get(place, (place,))
    return Entries(draft, section, name) if LISTS[name].is_part and not kind else Items(draft, section, name, *kind)
