"""Job descriptions under rules 1 and 2, kept so that stored versions and links to them show what they did.

Their templates are read, never made. Nothing here changes what it writes.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError

from guides.document.countries import code_or_words
from guides.document.figures import Money, read_money
from guides.toolkit.fields import LinesField, WordsField
from guides.toolkit.job_description.pay import USUAL_PERIOD, Pay
from guides.toolkit.job_description.posting import (
    EMPLOYMENT,
    EMPLOYMENT_TYPES,
    WORKPLACES,
    Posting,
    PostingForm,
)
from guides.toolkit.job_description.template import Level, Template, template_from_data
from guides.toolkit.outline import Block, Facts, Heading, Items, Outline, Paragraph, outline
from guides.toolkit.writers import write_html

LAST_RULES = 2
# The lists of a template in the order of the page; a line is identified by its list and number: `tools-2`.
LISTS = ("responsibilities", "essential", "useful", "unmarked", "tools", "schedule")
# The lists to which lines can be added, and the lists of later templates that follow them.
LATER = {"responsibilities": "duties", "essential": "must_haves", "useful": "nice_to_haves"}
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


class WholeAmountField(WordsField):
    """A whole amount of money, with no range, period or cents."""

    def to_python(self, value: Any) -> Money | None:
        words = super().to_python(value)
        money = read_money(words) if words else None
        if words and (money is None or money.is_open or not money.amount):
            raise ValidationError("Write a whole amount.")
        return money

    def run_validators(self, value: Any) -> None:
        """Run no further validators, because they are for texts."""


class FirstForm(PostingForm):
    """The form of these templates: `drop` leaves lines out, and lines are added to the end of some lists."""

    template: FirstTemplate

    street = region = postcode = valid_through = None  # not in the form of these rules
    pay_low = WholeAmountField()
    pay_high = WholeAmountField()
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

    def _pay(self, values: dict[str, Any]) -> Pay | None:
        """Return the pay for any period; an end below the beginning is not stated."""
        low, high = values.get("pay_low"), values.get("pay_high")
        stated = [money for money in (low, high) if money]
        currency = values.get("currency") or next((money.code for money in stated if money.code), "")
        is_clear = currency and "currency" not in self.errors and all(money.may_be(currency) for money in stated)
        if not stated or not is_clear:
            return None
        if low and high and low.amount > high.amount:
            high = None
        ends = {"low": low and low.amount, "high": high and high.amount}
        return Pay(**ends, currency=currency, period=values.get("period") or USUAL_PERIOD)

    def texts_for(self, level: Level) -> dict[str, str]:
        """Return the lists of a later template's level that change, with the lines added and without those left out."""
        values = self.cleaned_data if self.is_bound else {}
        numbered = (name.rsplit("-", 1) for name in self.dropped)
        dropped = {getattr(self.template, part)[int(number) - 1] for part, number in numbered}
        texts = {}
        for part, later in LATER.items():
            lines = getattr(level, later)
            own = (*(line for line in lines if line not in dropped), *values.get(f"add_{part}", ()))
            if own != lines:
                texts[later] = "\n".join(own)
        return texts

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


def first_job_posting(template: FirstTemplate, posting: Posting, *, created: date) -> dict[str, Any]:
    """Export as https://schema.org/JobPosting, dated with the day of posting, by default the day of the version.

    It is empty if the employer is unknown, or the place, or for remote work the country.
    """
    if not (posting.employer and (posting.country if posting.workplace == "remote" else posting.place)):
        return {}
    sheet, listed = draft_first_sheet(template, posting), posting.lines
    data = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": sheet.title,
        "description": str(write_html(sheet)),
        "datePosted": f"{posting.posted or created}",
        "hiringOrganization": {"@type": "Organization", "name": posting.employer},
        **_where(posting),
        "employmentType": EMPLOYMENT_TYPES.get(posting.employment, ""),
        "baseSalary": _base_salary(posting.pay),
        "responsibilities": _joined(listed["responsibilities"]),
        "qualifications": _joined([*listed["essential"], *listed["useful"], *listed["unmarked"]]),
        "jobBenefits": _joined(posting.benefits),
    }
    return {key: value for key, value in data.items() if value}


def _joined(lines: Iterable[str]) -> str:
    return "; ".join(lines)


def _where(posting: Posting) -> dict[str, Any]:
    country = code_or_words(posting.country)
    parts = {"addressLocality": posting.place, "addressCountry": country}
    address = {"@type": "PostalAddress", **{key: value for key, value in parts.items() if value}}
    place = {"jobLocation": {"@type": "Place", "address": address}} if posting.place else {}
    if posting.workplace != "remote":
        return place
    applicants = {"@type": "Country", "name": country}
    return {**place, "jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": applicants}


def _base_salary(pay: Pay | None) -> dict[str, Any] | None:
    if pay is None:
        return None
    ends = {name: end for name, end in (("minValue", pay.low), ("maxValue", pay.high)) if end is not None}
    value = {"@type": "QuantitativeValue", **ends, "unitText": pay.period.upper()}
    return {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}
