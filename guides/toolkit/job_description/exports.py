"""Exports of the job description: the job schema of JSON Resume, and a schema.org JobPosting."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from guides.document.countries import code_or_words, country_code
from guides.toolkit.job_description.first_rules import FirstTemplate
from guides.toolkit.job_description.posting import EMPLOYMENT, Posting
from guides.toolkit.job_description.sheet import Content, content_of, draft_sheet
from guides.toolkit.job_description.template import Template
from guides.toolkit.lists import split_list
from guides.toolkit.writers import write_html

REMOTE = {"on-site": "None", "hybrid": "Hybrid", "remote": "Full"}
EMPLOYMENT_TYPES = {
    "full-time": "FULL_TIME",
    "part-time": "PART_TIME",
    "contract": "CONTRACTOR",
    "temporary": "TEMPORARY",
    "internship": "INTERN",
}


def job_schema(
    template: Template | FirstTemplate, posting: Posting, *, created: datetime, address: str, version: int | None
) -> dict[str, Any]:
    """Export as https://jsonresume.org/job-description-schema, without empty values."""
    content = content_of(template, posting)
    data = {
        "title": content.title,
        "company": posting.employer,
        "type": EMPLOYMENT.get(posting.employment, ""),
        "date": f"{posting.posted or created.date()}",
        "description": content.summary,
        "location": _location(posting),
        "remote": REMOTE.get(posting.workplace, ""),
        "salary": content.pay,
        "experience": content.experience,
        "responsibilities": list(content.duties),
        "qualifications": list(content.qualifications),
        "skills": _skills(content),
        "meta": {
            "canonical": address,
            "version": f"v{version or 0}.0.0",
            "lastModified": f"{created:%Y-%m-%dT%H:%M:%S}",
        },
    }
    return {key: value for key, value in data.items() if value}


def _location(posting: Posting) -> dict[str, str]:
    code = country_code(posting.country)
    parts = {"city": posting.place, "countryCode": code, "region": "" if code else posting.country}
    return {key: value for key, value in parts.items() if value}


def _skills(content: Content) -> list[dict[str, Any]]:
    pairs = (line.partition(": ") for line in content.tools)
    return [{"name": name, "keywords": split_list(words)} for name, _, words in pairs]


def can_be_posted(posting: Posting) -> bool:
    """Return whether employer and place (for remote work, the country) are known, as JobPosting requires."""
    return bool(posting.employer and (posting.country if posting.workplace == "remote" else posting.place))


def job_posting(template: Template | FirstTemplate, posting: Posting, *, created: date) -> dict[str, Any]:
    """Export as https://schema.org/JobPosting, dated with the day of posting, by default the day of the version."""
    sheet, content = draft_sheet(template, posting), content_of(template, posting)
    data = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": sheet.title,
        "description": str(write_html(sheet)),
        "datePosted": f"{posting.posted or created}",
        "hiringOrganization": {"@type": "Organization", "name": posting.employer},
        **_where(posting),
        "employmentType": EMPLOYMENT_TYPES.get(posting.employment, ""),
        "baseSalary": _base_salary(posting),
        "responsibilities": _joined(content.duties),
        "qualifications": _joined(content.qualifications),
        "jobBenefits": _joined(posting.benefits),
    }
    return {key: value for key, value in data.items() if value}


def _joined(lines: Iterable[str]) -> str:
    return "; ".join(lines)


def _where(posting: Posting) -> dict[str, Any]:
    parts = {"addressLocality": posting.place, "addressCountry": code_or_words(posting.country)}
    address = {"@type": "PostalAddress", **{key: value for key, value in parts.items() if value}}
    place = {"jobLocation": {"@type": "Place", "address": address}} if posting.place else {}
    if posting.workplace != "remote":
        return place
    country = {"@type": "Country", "name": code_or_words(posting.country)}
    return {**place, "jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": country}


def _base_salary(posting: Posting) -> dict[str, Any] | None:
    pay = posting.pay
    if pay is None:
        return None
    ends = {"minValue": pay.low, "maxValue": pay.high}
    value = {"@type": "QuantitativeValue", **{key: end for key, end in ends.items() if end is not None}}
    return {
        "@type": "MonetaryAmount",
        "currency": pay.currency,
        "value": {**value, "unitText": pay.period.upper()},
    }
