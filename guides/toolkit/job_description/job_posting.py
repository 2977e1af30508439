"""The ad as a JobPosting for search engines, with all that Google requires and nothing that the ad does not say.

See https://developers.google.com/search/docs/appearance/structured-data/job-posting.
"""

from decimal import Decimal
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from guides.document.countries import country_code
from guides.toolkit.job_description.posting import EMPLOYMENT_TYPES, Posting
from guides.toolkit.job_description.sheet import draft_sheet
from guides.toolkit.job_description.template import Template
from guides.toolkit.outline import Block, Facts, Heading, Items, Outline


def missing_for_job_posting(posting: Posting) -> list[str]:
    """List what the form has to state before there is a JobPosting, in the words of its labels."""
    needs = {
        "the employer": posting.employer,
        "the country by its name or code": country_code(posting.country),
        "the date posted": posting.posted,
    }
    if posting.workplace != "remote":
        needs |= {"the city": posting.place, "the state or region": posting.region}
    return [name for name, value in needs.items() if not value]


def job_posting(template: Template, posting: Posting) -> dict[str, Any]:
    """Export as https://schema.org/JobPosting; only for a posting that misses nothing."""
    sheet = draft_sheet(template, posting)
    data = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": sheet.title,
        "description": str(description(sheet)),
        "datePosted": f"{posting.posted}",
        "validThrough": f"{posting.valid_through}T23:59" if posting.valid_through else "",
        "hiringOrganization": {"@type": "Organization", "name": posting.employer},
        **_where(posting),
        "employmentType": EMPLOYMENT_TYPES.get(posting.employment, ""),
        "baseSalary": _base_salary(posting),
    }
    return {key: value for key, value in data.items() if value}


def description(sheet: Outline) -> SafeString:
    """Return an ad in the HTML that Google names: paragraphs, lists, headings and `<br>`, without the title."""
    return format_html_join("\n", "{}", ((_block(block),) for block in sheet.blocks))


def _block(block: Block) -> SafeString:
    match block:
        case Heading(text, level):
            return format_html("<h{0}>{1}</h{0}>", level + 1, text)
        case Items(texts):
            return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((text,) for text in texts)))
        case Facts(rows):
            return format_html("<p>{}</p>", format_html_join(SafeString("<br>"), "{}: {}", rows))
        case _:
            return format_html("<p>{}</p>", block.text)


def _where(posting: Posting) -> dict[str, Any]:
    country = country_code(posting.country)
    parts = {
        "streetAddress": posting.street,
        "addressLocality": posting.place,
        "addressRegion": posting.region,
        "postalCode": posting.postcode,
        "addressCountry": country,
    }
    address = {"@type": "PostalAddress", **{key: value for key, value in parts.items() if value}}
    has_address = bool(posting.place and posting.region)
    place = {"jobLocation": {"@type": "Place", "address": address}} if has_address else {}
    if posting.workplace != "remote":
        return place
    applicants = {"@type": "Country", "name": country}
    return {**place, "jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": applicants}


def _base_salary(posting: Posting) -> dict[str, Any] | None:
    pay = posting.pay
    if pay is None:
        return None
    ends = {"value": pay.low} if pay.low == pay.high else {"minValue": pay.low, "maxValue": pay.high}
    numbers = {key: float(end) if isinstance(end, Decimal) else end for key, end in ends.items() if end is not None}
    value = {"@type": "QuantitativeValue", **numbers, "unitText": pay.period.upper()}
    return {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}
