"""Places whose law asks for the pay in a job ad."""

import re
from dataclasses import replace

import pytest

from guides.document.countries import country_code
from guides.official.states import BY_POSTAL
from guides.toolkit.job_description.checks import check
from guides.toolkit.job_description.pay import Pay
from guides.toolkit.job_description.pay_laws import COUNTRIES, MEMBERS, PROVINCES, STATES, pay_law
from guides.toolkit.job_description.posting import Posting
from guides.toolkit.job_description.template import build_template
from tests.builders import make_document

PAID = Posting(pay=Pay(low=40_000, high=50_000, currency="USD"), country="US", region="CO")


def findings(posting):
    found = check(build_template(make_document()), posting)
    return [(finding.state, finding.what, finding.why) for finding in found if "requires employers" in finding.what]


@pytest.mark.parametrize(
    ("country", "region", "place", "since"),
    [
        ("US", "CO", "Colorado", "since January 1, 2021"),
        ("United States", "new york", "New York", "since September 17, 2023"),
        ("USA", "District of  Columbia", "The District of Columbia", "since June 30, 2024"),
        ("Canada", "BC", "British Columbia", "since November 1, 2023"),
        ("Austria", "Tirol", "Austria", "since March 1, 2011"),
        ("Ireland", "", "The European Union", "in national laws that were due by June 7, 2026"),
    ],
)
def test_a_place_has_its_law_by_name_or_code(country, region, place, since):
    law = pay_law(country, region)
    assert (law.place, law.since) == (place, since)


@pytest.mark.parametrize(("country", "region"), [("US", "TX"), ("US", ""), ("GB", "CO"), ("", "CO"), ("Mars", "NY")])
def test_other_places_have_none(country, region):
    assert pay_law(country, region) is None


def test_every_law_names_a_real_place_its_date_and_where_to_read_it():
    for law in (*STATES, *PROVINCES, *COUNTRIES):
        assert country_code(law.country) == law.country
        assert re.fullmatch(r"(since|from) [A-Z][a-z]+( \d{1,2},)? 20\d\d", law.since)
        assert law.source.name
        assert law.source.address.startswith("https://")
    assert [BY_POSTAL[law.region].name.casefold() for law in STATES] == [law.names[1] for law in STATES]
    assert len(set(MEMBERS)) == 27


def test_a_job_ad_without_the_range_is_told_who_asks_for_it_and_since_when():
    what = "Colorado requires employers to tell applicants the pay in a job ad"
    why = "Since January 1, 2021, for employers with an employee there:"
    assert findings(PAID) == [("good", f"{what}, and this ad states it.", why)]
    for pay in (None, Pay(low=40_000, high=None, currency="USD")):
        assert findings(replace(PAID, pay=pay)) == [("fix", f"{what}. State both ends of the range.", why)]


def test_where_the_pay_may_follow_before_the_interview_it_is_a_suggestion():
    ((state, what, _),) = findings(Posting(country="Poland"))
    assert state == "note"
    assert "in a job ad or before the interview" in what


def test_the_country_of_the_guide_counts_until_the_form_states_one():
    assert "European Union" in findings(Posting())[0][1]
