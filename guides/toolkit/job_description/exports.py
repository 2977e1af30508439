"""The export of the job description: the job schema of JSON Resume."""

from datetime import datetime
from typing import Any

from guides.document.countries import country_code
from guides.toolkit.job_description.posting import EMPLOYMENT, Posting
from guides.toolkit.job_description.sheet import chosen_level, lines, pay_words
from guides.toolkit.job_description.template import Template
from guides.toolkit.lists import split_list

REMOTE = {"on-site": "None", "hybrid": "Hybrid", "remote": "Full"}


def job_schema(
    template: Template, posting: Posting, *, created: datetime, address: str, version: int | None
) -> dict[str, Any]:
    """Export as https://jsonresume.org/job-description-schema, without empty values."""
    level = chosen_level(template, posting)
    data = {
        "title": level.title,
        "company": posting.employer,
        "type": EMPLOYMENT.get(posting.employment, ""),
        "date": f"{posting.posted or created.date()}",
        "description": template.mission,
        "location": _location(posting),
        "remote": REMOTE.get(posting.workplace, ""),
        "salary": pay_words(template, posting),
        "experience": level.experience,
        "responsibilities": list(lines(template, posting, "responsibilities")),
        "qualifications": _qualifications(template, posting),
        "skills": _skills(template, posting),
        "meta": {
            "canonical": address,
            "version": f"v{version or 0}.0.0",
            "lastModified": f"{created:%Y-%m-%dT%H:%M:%S}",
        },
    }
    return {key: value for key, value in data.items() if value}


def _location(posting: Posting) -> dict[str, str]:
    code = country_code(posting.country)
    parts = {
        "address": posting.street,
        "postalCode": posting.postcode,
        "city": posting.place,
        "countryCode": code,
        "region": posting.region or ("" if code else posting.country),
    }
    return {key: value for key, value in parts.items() if value}


def _qualifications(template: Template, posting: Posting) -> list[str]:
    return [line for part in ("essential", "useful", "unmarked") for line in lines(template, posting, part)]


def _skills(template: Template, posting: Posting) -> list[dict[str, Any]]:
    pairs = (line.partition(": ") for line in lines(template, posting, "tools"))
    return [{"name": name, "keywords": split_list(words)} for name, _, words in pairs]
