"""The job ad as an outline: the template for a level with the recruiter's details."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guides.toolkit.job_description.equal_opportunity import equal_opportunity
from guides.toolkit.job_description.first_rules import (
    FirstTemplate,
    draft_first_sheet,
    first_level,
    first_pay_words,
)
from guides.toolkit.job_description.posting import EMPLOYMENT, WORKPLACES, Posting
from guides.toolkit.job_description.template import HEADINGS, Level, Template
from guides.toolkit.outline import Block, Facts, Heading, Items, Outline, Paragraph, outline


@dataclass(frozen=True, slots=True)
class Content:
    """What an ad says, for exports as data; `tools` are lines such as `CRM: Zendesk`."""

    title: str
    summary: str
    pay: str
    duties: tuple[str, ...]
    qualifications: tuple[str, ...]
    experience: str = ""
    tools: tuple[str, ...] = ()


def draft_sheet(template: Template | FirstTemplate, posting: Posting) -> Outline:
    """Draft the ad in the order of its parts."""
    if isinstance(template, FirstTemplate):
        return draft_first_sheet(template, posting)
    blocks: list[Block] = [Facts(tuple(_facts(posting)))]
    for part in posting.order or HEADINGS:
        blocks += [Heading(HEADINGS[part]), *_part(template, posting, part)]
    return outline(chosen_level(template, posting).title, blocks)


def content_of(template: Template | FirstTemplate, posting: Posting) -> Content:
    if isinstance(template, FirstTemplate):
        return _first_content(template, posting)
    return Content(
        title=chosen_level(template, posting).title,
        summary=" ".join(lines(template, posting, "summary")),
        pay=pay_words(posting),
        duties=lines(template, posting, "duties"),
        qualifications=(*lines(template, posting, "must_haves"), *lines(template, posting, "nice_to_haves")),
    )


def _first_content(template: FirstTemplate, posting: Posting) -> Content:
    level, listed = first_level(template, posting), posting.lines
    return Content(
        title=level.title,
        summary=template.mission,
        pay=first_pay_words(template, posting),
        duties=listed["responsibilities"],
        qualifications=(*listed["essential"], *listed["useful"], *listed["unmarked"]),
        experience=level.experience,
        tools=listed["tools"],
    )


def chosen_level(template: Template, posting: Posting) -> Level:
    return template.levels[(posting.level or template.usual_level + 1) - 1]


def lines(template: Template, posting: Posting, part: str) -> tuple[str, ...]:
    """Return the recruiter's lines of a part, by default the template's; none for a part that is left out."""
    if posting.order and part not in posting.order:
        return ()
    if part in posting.lines:
        return posting.lines[part]
    if part == "equal_opportunity":
        return (equal_opportunity(posting.country or template.country),)
    level_lines: tuple[str, ...] = getattr(chosen_level(template, posting), part)
    return level_lines


def pay_words(posting: Posting) -> str:
    words = str(posting.pay) if posting.pay else ""
    return f"{words[:1].upper()}{words[1:]}"


def place_words(posting: Posting) -> str:
    """Return the address on one line: `12 High St, Boston, MA 02110, US`."""
    region = " ".join(filter(None, (posting.region, posting.postcode)))
    return ", ".join(filter(None, (posting.street, posting.place, region, posting.country)))


def date_words(day: date | None) -> str:
    return f"{day:%B} {day.day}, {day.year}" if day else ""


def _part(template: Template, posting: Posting, part: str) -> list[Block]:
    if part == "offer":
        return [Items(posting.benefits)]
    if part == "apply":
        return [*map(Paragraph, posting.apply), Facts(tuple(_application(posting)))]
    if part == "company":
        return [*map(Paragraph, posting.company)]
    own = lines(template, posting, part)
    return [*map(Paragraph, own)] if part in ("summary", "equal_opportunity") else [Items(own)]


def _facts(posting: Posting) -> Iterator[tuple[str, str]]:
    rows = {
        "Employer": posting.employer,
        "Place": place_words(posting),
        "Workplace": WORKPLACES.get(posting.workplace, ""),
        "Employment": EMPLOYMENT.get(posting.employment, ""),
        "Hours": posting.hours,
        "Pay": pay_words(posting),
        "Reports to": posting.reports_to,
    }
    return ((label, value) for label, value in rows.items() if value)


def _application(posting: Posting) -> Iterator[tuple[str, str]]:
    rows = {
        "Contact": posting.contact,
        "Reference": posting.reference,
        "Apply by": date_words(posting.valid_through),
        "Start": posting.start,
    }
    return ((label, value) for label, value in rows.items() if value)
