"""The job description as an outline: the template for a level with the recruiter's details."""

from guides.toolkit.job_description.posting import EMPLOYMENT, WORKPLACES, Posting, keyed_lines
from guides.toolkit.job_description.template import Level, Template
from guides.toolkit.outline import Block, Facts, Heading, Items, Outline, Paragraph, outline

HEADINGS = {
    "responsibilities": "What you will do",
    "essential": "Must have",
    "useful": "Useful to have",
    "unmarked": "What we look for",
    "tools": "Tools",
    "schedule": "Schedule and place",
}
ALSO = "Also asked for"  # the heading of unmarked needs if others are marked


def draft_sheet(template: Template, posting: Posting) -> Outline:
    """Draft the job description in reading order."""
    level = chosen_level(template, posting)
    blocks: list[Block] = [
        Facts(tuple(_facts(level, posting))),
        Heading("About the role"),
        Paragraph(template.mission),
        *map(Paragraph, level.about),
        *_listed(template, posting, "responsibilities", "essential", "useful", "unmarked"),
        Heading("Focus at this level"),
        *map(Paragraph, level.focus),
        *_listed(template, posting, "tools"),
        Heading("Pay and benefits"),
        Paragraph(pay_words(template, posting)),
        Items(posting.benefits),
        *_listed(template, posting, "schedule"),
        Heading("Where it can lead"),
        Items(level.leads_to),
        Heading("How to apply"),
        *map(Paragraph, posting.apply),
        Heading("Equal opportunity"),
        Paragraph(template.equal_opportunity),
    ]
    return outline(level.title, blocks)


def chosen_level(template: Template, posting: Posting) -> Level:
    return template.levels[(posting.level or template.usual_level + 1) - 1]


def lines(template: Template, posting: Posting, part: str) -> tuple[str, ...]:
    """Return the lines of a list: the kept ones, then the added ones."""
    kept = (text for key, text in keyed_lines(template, part) if key not in posting.dropped)
    return (*kept, *posting.added.get(part, ()))


def pay_words(template: Template, posting: Posting) -> str:
    """Return the employer's pay, by default the guide's pay for the level."""
    words = str(posting.pay) if posting.pay else ""
    return f"{words[:1].upper()}{words[1:]}." if words else chosen_level(template, posting).pay


def place_words(posting: Posting) -> str:
    """Return the address on one line: `12 High St, Boston, MA 02110, US`."""
    region = " ".join(filter(None, (posting.region, posting.postcode)))
    return ", ".join(filter(None, (posting.street, posting.place, region, posting.country)))


def _listed(template: Template, posting: Posting, *parts: str) -> list[Block]:
    has_marks = any(lines(template, posting, part) for part in ("essential", "useful"))
    headings = {**HEADINGS, "unmarked": ALSO} if has_marks else HEADINGS
    return [block for part in parts for block in (Heading(headings[part]), Items(lines(template, posting, part)))]


def _facts(level: Level, posting: Posting):
    rows = {
        "Employer": posting.employer,
        "Place": place_words(posting),
        "Workplace": WORKPLACES.get(posting.workplace, ""),
        "Employment": EMPLOYMENT.get(posting.employment, ""),
        "Experience": level.experience,
        "Reports to": posting.reports_to,
    }
    return ((label, value) for label, value in rows.items() if value)
