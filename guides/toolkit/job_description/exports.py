"""The export of the job description: the job schema of JSON Resume."""

from datetime import datetime
from typing import Any

from guides.document.countries import country_code
from guides.toolkit.job_description.first_rules import FirstTemplate
from guides.toolkit.job_description.posting import EMPLOYMENT, Posting
from guides.toolkit.job_description.sheet import Content, content_of
from guides.toolkit.job_description.template import Template
from guides.toolkit.lists import split_list

REMOTE = {"on-site": "None", "hybrid": "Hybrid", "remote": "Full"}


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
    parts = {
        "address": posting.street,
        "postalCode": posting.postcode,
        "city": posting.place,
        "countryCode": code,
        "region": posting.region or ("" if code else posting.country),
    }
    return {key: value for key, value in parts.items() if value}


def _skills(content: Content) -> list[dict[str, Any]]:
    pairs = (line.partition(": ") for line in content.tools)
    return [{"name": name, "keywords": split_list(words)} for name, _, words in pairs]
