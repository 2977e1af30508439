"""The official figures on the page of a guide with a main occupation."""

import html
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guides.document.shape import Details, KeyFacts, OccupationLink
from guides.official.models import Projection, Release, Wage
from guides.official.releases import activate
from tests.builders import make_live
from tests.official.occupations import (
    ACTOR,
    CLERK,
    PARTS,
    SOLDIER,
    TEACHER,
    Table,
    load_occupations,
    make_wage,
    make_wages_release,
    yearly,
)
from tests.official.places import load_places

pytestmark = pytest.mark.django_db

PAGE = "/guides/lighthouse-keeper/"
FACTS = KeyFacts(currency="USD", country="US", median_salary=39_120, growth_percent=5, annual_openings=1_400)


@pytest.fixture
def releases():
    return load_places(load_occupations())


def link(code=CLERK, **more):
    details = Details(occupations=(OccupationLink(code=code),)) if code else Details()
    return make_live(details=details, **{"key_facts": FACTS, **more})


def words(client, query=""):
    response = client.get(f"{PAGE}{query}")
    assert response.status_code == 200
    found = response.content.decode()
    found = found[found.index('id="official-figures"') : found.index('id="about-the-figures"')]
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", found)))


def test_a_linked_guide_shows_pay_outlook_openings_and_education_with_their_sources(client, releases):
    link()
    found = words(client)
    assert "Pay in the United States" in found
    assert "$42,000 a year, median" in found
    assert "Median: half earn less than $42,000" in found
    assert "Jobs 120,000" in found
    assert "BLS, May 2025." in found
    assert "−5.5% shrinking" in found
    assert "Openings a year, on average 1,400" in found
    assert "High school diploma or equivalent" in found
    assert "Outlook, openings and education are published for the nation alone." in found
    assert "Source: U.S. Bureau of Labor Statistics, Employment Projections 2024–34" in found


def test_it_shows_the_median_of_each_year(client, releases):
    link()
    assert "May 2023 $36,000 May 2024 $39,000 May 2025 $42,000" in words(client)


def test_it_compares_the_figures_of_the_guide(client, releases):
    link()
    found = words(client)
    assert "This guide says growth +5%. The Bureau of Labor Statistics projects −5.5% for 2024–34" in found
    assert "This guide says 1,400 openings a year, and so does the Bureau of Labor Statistics" in found


def test_it_comes_after_the_pay_and_stands_in_the_contents(client, releases):
    link()
    found = client.get(PAGE).content.decode()
    assert '<a href="#official-figures">Official Figures</a>' in found
    assert found.index('id="salary-outlook"') < found.index('id="official-figures"') < found.index('id="career-path"')


def test_a_place_changes_pay_and_employment_beside_those_of_the_nation(client, releases):
    link()
    found = words(client, "?place=06")
    assert "Pay in California" in found
    assert "Median: half earn less than $35,000 $42,000" in found
    assert "Jobs 1,000 120,000" in found
    assert "Openings a year, on average 1,400" in found
    assert "Pay in Fresno, CA" in words(client, "?place=0023420")


def test_the_areas_of_a_state_are_offered_once_it_or_one_of_them_is_chosen(client, releases):
    link()
    assert '<optgroup label="California">' not in client.get(PAGE).content.decode()
    assert "Choose a state to see its cities." in words(client)
    for place in ("06", "0023420"):
        page = client.get(f"{PAGE}?place={place}").content.decode()
        assert '<optgroup label="California"><option value="0023420"' in page
        assert page.count("<optgroup") == 2


def test_the_chosen_place_leads_on_to_own_pay(client, releases):
    link()
    assert f'href="/occupations/{CLERK}/my-pay/?place=06"' in client.get(f"{PAGE}?place=06").content.decode()
    assert f'href="/occupations/{CLERK}/my-pay/"' in client.get(PAGE).content.decode()


def test_pay_can_be_shown_by_the_month_or_hour(client, releases):
    link()
    assert "$20.19 an hour, median" in words(client, "?unit=hour")
    monthly = words(client, "?unit=month")
    assert "$3,500 a month, median" in monthly
    assert "A month is the year divided by 12, our calculation." in monthly


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?place=ZZ", "There are no figures here for the place “ZZ”: these are for the United States."),
        ("?place=56", "There are no figures here for Wyoming: these are for the United States."),
        ("?place=%00%27", "There are no figures here for the place"),
        ("?unit=day", "The unit is unknown: this is pay a year."),
    ],
)
def test_unknown_values_give_the_national_figures_and_a_sentence(client, releases, query, said):
    link()
    found = words(client, query)
    assert said in found
    assert "$42,000 a year, median" in found


def test_the_canonical_address_has_no_query_and_the_choice_sets_no_cookie(client, releases):
    link()
    response = client.get(f"{PAGE}?place=06&unit=hour")
    assert f'<link rel="canonical" href="http://testserver{PAGE}">' in response.content.decode()
    assert not client.cookies


def test_validators_differ_by_place_and_change_with_the_release(client, releases):
    link()
    first = client.get(PAGE)["ETag"]
    in_california = client.get(f"{PAGE}?place=06")["ETag"]
    assert first != in_california
    newer = make_wages_release(2026)
    make_wage(newer, CLERK, **yearly(43_000))
    activate(newer)
    response = client.get(f"{PAGE}?place=06", headers={"If-None-Match": in_california})
    assert response.status_code == 200
    assert "$43,000" in response.content.decode()


def test_pay_that_is_withheld_or_top_coded_in_a_place_is_said_to_be_so(client, releases):
    link()
    withheld = words(client, "?place=05")
    assert "The publisher withholds pay in Arkansas." in withheld
    assert "Median: half earn less than not released $42,000" in withheld
    assert "$239,200 or more a year, median" in words(client, "?place=04")


def test_pay_by_the_hour_or_year_alone_is_said_to_be_so(client, releases):
    link(ACTOR)
    hourly = words(client, "?unit=year")
    assert "Pay a year is not published here: this is pay an hour." in hourly
    assert "Only pay by the hour is published" in hourly
    assert "publishes it by the hour only" in hourly


def test_pay_by_the_year_alone_has_no_hours(client, releases):
    link(TEACHER)
    assert "Pay an hour is not published here: this is pay a year." in words(client, "?unit=hour")


def test_the_pay_and_outlook_of_a_part_are_said_to_be_those_of_the_whole(client, releases):
    link(PARTS[0])
    found = words(client)
    assert "This is the pay of all Harbor Clerks (43-4051)." in found
    assert "This is the outlook of Harbor Clerks (43-4051)." in found


def test_an_occupation_without_figures_says_so(client, releases):
    link(SOLDIER)
    assert "civilian jobs only" in words(client)


def test_without_a_projection_there_is_no_outlook(client, releases):
    Projection.objects.all().delete()
    link()
    assert "Outlook" not in words(client)


def test_a_guide_without_a_link_or_of_an_unknown_occupation_has_no_section(client, releases):
    link(None)
    assert "official-figures" not in client.get(PAGE).content.decode()


def test_an_occupation_that_no_release_knows_has_no_section(client):
    link("99-9999.00")
    assert "official-figures" not in client.get(PAGE).content.decode()


def test_without_releases_of_pay_the_outlook_remains(client, releases):
    Wage.objects.all().delete()
    Release.objects.filter(table__in=(Table.STATE_WAGES, Table.METRO_WAGES)).delete()
    link()
    assert "−5.5% shrinking" in words(client)


def test_the_section_costs_few_queries_and_none_without_a_link(client, releases):
    def cost(query=""):
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{PAGE}{query}")
        return len(queries)

    link(None)
    without = cost()
    link()
    assert cost() - without == 5
    assert cost("?place=06") - without == 6
