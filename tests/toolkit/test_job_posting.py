"""The JobPosting of an ad, with what Google's documentation requires."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from guides.toolkit.job_description.job_posting import description, job_posting, missing_for_job_posting
from guides.toolkit.job_description.pay import Pay
from guides.toolkit.job_description.posting import Posting
from guides.toolkit.job_description.template import build_template
from guides.toolkit.outline import Facts, Heading, Items, Outline, Paragraph
from tests.builders import make_document

COMPLETE = Posting(
    employer="Harbor Board",
    street="1 Quay St",
    place="Boston",
    region="MA",
    postcode="02110",
    country="United States",
    workplace="on-site",
    employment="full-time",
    pay=Pay(low=40_000, high=50_000, currency="USD"),
    posted=date(2026, 11, 28),
    valid_through=date(2026, 12, 31),
)
REMOTE = replace(COMPLETE, workplace="remote", street="", place="", region="", postcode="")
TEMPLATE = build_template(make_document())


def test_a_job_posting_has_all_that_google_requires():
    data = job_posting(TEMPLATE, COMPLETE)
    assert data["title"] == "Lighthouse Keeper"
    assert (data["datePosted"], data["validThrough"]) == ("2026-11-28", "2026-12-31T23:59")
    assert data["hiringOrganization"] == {"@type": "Organization", "name": "Harbor Board"}
    assert data["jobLocation"]["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "1 Quay St",
        "addressLocality": "Boston",
        "addressRegion": "MA",
        "postalCode": "02110",
        "addressCountry": "US",
    }
    assert data["employmentType"] == "FULL_TIME"
    assert "jobLocationType" not in data


def test_remote_work_says_from_where_people_may_apply():
    data = job_posting(TEMPLATE, REMOTE)
    assert data["jobLocationType"] == "TELECOMMUTE"
    assert data["applicantLocationRequirements"] == {"@type": "Country", "name": "US"}
    assert "jobLocation" not in data
    assert "jobLocation" in job_posting(TEMPLATE, replace(COMPLETE, workplace="remote"))


@pytest.mark.parametrize(
    ("posting", "missing"),
    [
        (COMPLETE, []),
        (REMOTE, []),
        (replace(COMPLETE, street="", postcode="", valid_through=None, workplace=""), []),
        (replace(COMPLETE, employer=""), ["the employer"]),
        (replace(COMPLETE, place=""), ["the city"]),
        (replace(COMPLETE, region=""), ["the state or region"]),
        (replace(COMPLETE, country="Worldwide"), ["the country by its name or code"]),
        (replace(REMOTE, country=""), ["the country by its name or code"]),
        (replace(COMPLETE, posted=None), ["the date posted"]),
        (replace(COMPLETE, workplace="hybrid", region=""), ["the state or region"]),
    ],
)
def test_there_is_no_job_posting_while_something_that_google_requires_is_missing(posting, missing):
    assert missing_for_job_posting(posting) == missing


@pytest.mark.parametrize(
    ("pay", "value"),
    [
        (Pay(low=40_000, high=50_000, currency="USD"), {"minValue": 40_000, "maxValue": 50_000, "unitText": "YEAR"}),
        (Pay(low=Decimal("18.50"), high=22, currency="USD", period="hour"), {"minValue": 18.5, "maxValue": 22}),
        (Pay(low=800, high=800, currency="USD", period="week"), {"value": 800, "unitText": "WEEK"}),
        (Pay(low=150, high=None, currency="USD", period="day"), {"minValue": 150, "unitText": "DAY"}),
    ],
)
def test_the_pay_is_a_number_or_a_range_in_its_period(pay, value):
    salary = job_posting(TEMPLATE, replace(COMPLETE, pay=pay))["baseSalary"]
    assert salary["currency"] == "USD"
    assert value.items() <= salary["value"].items()


def test_the_description_has_only_the_html_that_google_names():
    html = job_posting(TEMPLATE, COMPLETE)["description"]
    assert set(re.findall(r"</?(\w+)", html)) == {"h2", "p", "br", "ul", "li"}
    assert "Employer: Harbor Board<br>Place: 1 Quay St, Boston, MA 02110, United States" in html
    assert "<h2>What you will do</h2>" in html


def test_signs_of_html_in_the_text_stay_text():
    blocks = (Heading("A & B"), Paragraph("1 < 2"), Items(("<b>",)), Facts((("Pay", "<i>"),)))
    assert description(Outline("T", blocks)) == (
        "<h2>A &amp; B</h2>\n<p>1 &lt; 2</p>\n<ul><li>&lt;b&gt;</li></ul>\n<p>Pay: &lt;i&gt;</p>"
    )
