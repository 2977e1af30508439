"""Job descriptions under rules 1 and 2, kept so that stored versions and links to them show what they did.

Their templates are read, never made. Nothing here changes what it writes.
"""

import json
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from guides.toolkit.fields import LinesField
from guides.toolkit.job_description.posting import EMPLOYMENT, WORKPLACES, Posting, PostingForm
from guides.toolkit.job_description.template import Level, Template, template_from_data
from guides.toolkit.outline import Block, Facts, Heading, Items, Outline, Paragraph, outline

LAST_RULES = 2
# The lists of a template in the order of the page; a line is identified by its list and number: `tools-2`.
LISTS = ("responsibilities", "essential", "useful", "unmarked", "tools", "schedule")
ADDED = ("responsibilities", "essential", "useful")
HEADINGS = {
    "responsibilities": "What you will do",
    "essential": "Must have",
    "useful": "Useful to have",
    "unmarked": "What we look for",
    "tools": "Tools",
    "schedule": "Schedule and place",
}
ALSO = "Also asked for"  # the heading of unmarked needs if others are marked


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLevel:
    """A level to hire for; `pay` is a sentence, `leads_to` describes the next levels."""

    title: str
    experience: str = ""
    about: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    pay: str = ""
    leads_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstTemplate:
    """A template under rules 1 or 2; `usual_level` is the index in `levels` of the level with the role's own title."""

    rules: int
    role: str
    mission: str
    levels: tuple[FirstLevel, ...]
    usual_level: int
    responsibilities: tuple[str, ...]
    essential: tuple[str, ...]
    useful: tuple[str, ...]
    unmarked: tuple[str, ...]
    tools: tuple[str, ...]
    schedule: tuple[str, ...]
    currency: str
    country: str
    equal_opportunity: str
    pay_source: str = ""


def read_template(text: str) -> Template | FirstTemplate:
    """Read the canonical JSON of a template under any rules."""
    data = json.loads(text)
    if data["rules"] <= LAST_RULES:
        return template_from_data(data, FirstTemplate, FirstLevel)
    return template_from_data(data, Template, Level)


class FirstForm(PostingForm):
    """The form of these templates: `drop` leaves lines out, and lines are added to the end of some lists."""

    template: FirstTemplate

    add_responsibilities = LinesField()
    add_essential = LinesField()
    add_useful = LinesField()

    def posting(self) -> Posting:
        posting = super().posting()
        return replace(posting, lines={part: self._lines(part) for part in LISTS})

    def _lines(self, part: str) -> tuple[str, ...]:
        """Return the lines of a list: the kept ones, then the added ones."""
        dropped, values = set(self.dropped), self.cleaned_data if self.is_bound else {}
        numbered = enumerate(getattr(self.template, part), start=1)
        kept = (text for number, text in numbered if f"{part}-{number}" not in dropped)
        return (*kept, *values.get(f"add_{part}", ()))

    @property
    def dropped(self) -> list[str]:
        """Return the names of the lines to leave out; unknown names are ignored."""
        names = self.data.getlist("drop") if self.is_bound else []
        known = {f"{part}-{number}" for part in LISTS for number in range(1, len(getattr(self.template, part)) + 1)}
        return [name for name in dict.fromkeys(names) if name in known]

    def query(self, version: int | None) -> str:
        own = urlencode([("drop", name) for name in self.dropped])
        return "&".join(filter(None, (super().query(version), own)))


def draft_first_sheet(template: FirstTemplate, posting: Posting) -> Outline:
    """Draft the job description in reading order."""
    level = first_level(template, posting)
    blocks: list[Block] = [
        Facts(tuple(_facts(level, posting))),
        Heading("About the role"),
        Paragraph(template.mission),
        *map(Paragraph, level.about),
        *_listed(posting, "responsibilities", "essential", "useful", "unmarked"),
        Heading("Focus at this level"),
        *map(Paragraph, level.focus),
        *_listed(posting, "tools"),
        Heading("Pay and benefits"),
        Paragraph(first_pay_words(template, posting), stays_with_list=False),  # as these rules wrote Word files
        Items(posting.benefits),
        *_listed(posting, "schedule"),
        Heading("Where it can lead"),
        Items(level.leads_to),
        Heading("How to apply"),
        *map(Paragraph, posting.apply),
        Heading("Equal opportunity"),
        Paragraph(template.equal_opportunity),
    ]
    return outline(level.title, blocks)


def first_level(template: FirstTemplate, posting: Posting) -> FirstLevel:
    return template.levels[(posting.level or template.usual_level + 1) - 1]


def first_pay_words(template: FirstTemplate, posting: Posting) -> str:
    """Return the employer's pay, by default the guide's pay for the level."""
    words = str(posting.pay) if posting.pay else ""
    return f"{words[:1].upper()}{words[1:]}." if words else first_level(template, posting).pay


def _listed(posting: Posting, *parts: str) -> list[Block]:
    has_marks = any(posting.lines[part] for part in ("essential", "useful"))
    headings = {**HEADINGS, "unmarked": ALSO} if has_marks else HEADINGS
    return [block for part in parts for block in (Heading(headings[part]), Items(posting.lines[part]))]


def _facts(level: FirstLevel, posting: Posting):
    rows = {
        "Employer": posting.employer,
        "Place": ", ".join(filter(None, (posting.place, posting.country))),
        "Workplace": WORKPLACES.get(posting.workplace, ""),
        "Employment": EMPLOYMENT.get(posting.employment, ""),
        "Experience": level.experience,
        "Reports to": posting.reports_to,
    }
    return ((label, value) for label, value in rows.items() if value)
