"""The description itself: a template for a level, with what the recruiter said, as an outline."""

from dataclasses import dataclass, field

from guides.toolkit.outline import Block, Facts, Heading, Items, Outline, Paragraph, outline

from .template import Template

HEADINGS = {
    "responsibilities": "What you will do",
    "essential": "Must have",
    "useful": "Useful to have",
    "unmarked": "What we look for",
    "tools": "Tools",
    "schedule": "Schedule and place",
}
WORKPLACES = {"on-site": "On site", "hybrid": "Hybrid", "remote": "Remote"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """What who hires says; everything may be missing. `level` counts from 1, `pay` is in words, `dropped` are names of
    lines (`tools-2`), `added` are lines by list."""

    level: int | None = None
    employer: str = ""
    place: str = ""
    country: str = ""
    workplace: str = ""
    employment_type: str = ""
    pay: str = ""
    reports_to: str = ""
    benefits: tuple[str, ...] = ()
    apply: tuple[str, ...] = ()
    dropped: frozenset[str] = frozenset()
    added: dict[str, tuple[str, ...]] = field(default_factory=dict)


def draw_sheet(template: Template, posting: Posting = Posting()) -> Outline:
    """The description in reading order."""
    level = template.levels[(posting.level or template.usual_level + 1) - 1]
    lists = {name: lines(template, posting, name) for name in HEADINGS}
    blocks: list[Block] = [
        _facts(level.experience, posting),
        Heading("About the role"),
        Paragraph(template.mission),
        *map(Paragraph, level.about),
        Heading("What you will do"),
        Items(lists["responsibilities"]),
        *_listed(lists, "essential", "useful", "unmarked"),
        Heading("Focus at this level"),
        *map(Paragraph, level.focus),
        *_listed(lists, "tools"),
        Heading("Pay and benefits"),
        Paragraph(posting.pay or level.pay),
        Items(posting.benefits),
        *_listed(lists, "schedule"),
        Heading("Where it can lead"),
        Items(level.leads_to),
        Heading("How to apply"),
        *map(Paragraph, posting.apply),
        Heading("Equal opportunity"),
        Paragraph(template.equal_opportunity),
    ]
    return outline(level.title, blocks)


def lines(template: Template, posting: Posting, name: str) -> tuple[str, ...]:
    """The lines of a list that stay, then those that were added."""
    kept = (text for key, text in keyed_lines(template, name) if key not in posting.dropped)
    return (*kept, *posting.added.get(name, ()))


def keyed_lines(template: Template, name: str) -> list[tuple[str, str]]:
    return [(f"{name}-{number}", text) for number, text in enumerate(getattr(template, name), start=1)]


def _listed(lists: dict[str, tuple[str, ...]], *names: str) -> list[Block]:
    return [block for name in names for block in (Heading(HEADINGS[name]), Items(lists[name]))]


def _facts(experience: str, posting: Posting) -> Facts:
    rows = {
        "Employer": posting.employer,
        "Place": ", ".join(filter(None, (posting.place, posting.country))),
        "Workplace": WORKPLACES.get(posting.workplace, ""),
        "Employment": posting.employment_type,
        "Experience": experience,
        "Reports to": posting.reports_to,
    }
    return Facts(tuple((label, value) for label, value in rows.items() if value))
