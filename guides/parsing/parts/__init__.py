"""The parts of a guide text, one class for each layout; a part reads the lines under its heading."""

from guides.parsing import headings
from guides.parsing.draft import Draft, SectionDraft
from guides.parsing.parts.base import LEFT_OUT, STRUCTURE, LeftOut, Part, Place, Prose
from guides.parsing.parts.details import GuideDetails
from guides.parsing.parts.entries import Entries, Questions, Resources
from guides.parsing.parts.facts import Facts
from guides.parsing.parts.lists import Items
from guides.parsing.parts.numbered import CareerPath, Steps
from guides.parsing.parts.pay import PayTable

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

LISTS = {
    headings.RESPONSIBILITIES: ("responsibilities",),
    headings.EDUCATION: ("education_requirements",),
    headings.TECHNICAL: ("skills", "technical"),
    headings.SOFT: ("skills", "soft"),
    headings.PROS: ("pros",),
    headings.CONS: ("cons",),
}
ENTRIES = {"emerging_specializations": "specializations", "related": "related"}
PARTS: dict[str, type[Part]] = {
    headings.KEY_FACTS: Facts,
    headings.DETAILS: GuideDetails,
    headings.SALES: LeftOut,
    headings.SALARY_LEVELS: PayTable,
    "how_to_become": Steps,
    "career_path": CareerPath,
    "toolkit": Resources,
    "readiness": Resources,
    "faq": Questions,
}


def part_for(place: str, draft: Draft, section: SectionDraft) -> Part:
    """The part that a heading opens; a place without a layout of its own is prose."""
    if place in LISTS:
        return Items(draft, section, *LISTS[place])
    if place in ENTRIES:
        return Entries(draft, section, ENTRIES[place])
    return PARTS.get(place, Prose)(draft, section)
