"""`/occupations/<code>/my-pay/`: somebody's own pay among that of an occupation, sent by POST and kept nowhere."""

import html
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from guides.official.models import Wage
from tests.official.occupations import ACTOR, CLERK, PARTS, SOLDIER, SURGEON, TEACHER, Table, load_occupations
from tests.official.places import WITHHELD, load_places, make_place_wage

pytestmark = pytest.mark.django_db

FRESNO = "0023420"
QUERIES = 6


def page(code=CLERK):
    return f"/occupations/{code}/my-pay/"


@pytest.fixture
def releases():
    return load_places(load_occupations())


def words(response):
    text = response.content.decode()
    text = html.unescape(re.sub(r"<[^>]+>", " ", text[text.index("<main") : text.index("</main>")]))
    return re.sub(r"\s+", " ", text)


def answer(client, amount, code=CLERK, **fields):
    response = client.post(page(code), {"amount": amount, "unit": "hour", **fields})
    assert response.status_code == 200
    return words(response)


def test_a_job_seeker_in_fresno_who_earns_19_dollars_an_hour_learns_where_that_stands(client, releases):
    Wage.objects.filter(area=FRESNO).update(hourly_p10=1_500, hourly_p25=1_800, hourly_p50=2_100)
    said = answer(client, "$19", place=FRESNO)
    assert "At least half of Harbor Clerks in Fresno, CA earn more than you, and at least a quarter earn less." in said
    assert "Your $19.00 an hour is between the 25th percentile ($18.00) and the median ($21.00)." in said
    assert "25th percentile $18.00 Your pay $19.00 Median $21.00" in said
    assert "Occupational Employment and Wage Statistics, May 2025" in said


def test_own_pay_is_marked_on_the_strip(client, releases):
    assert client.post(page(), {"amount": "$19"}).content.count(b"chart__own") == 1
    assert b"chart__own" not in client.get(page()).content


@pytest.mark.parametrize(
    ("amount", "unit", "said"),
    [
        ("19.00 an hour", "year", "Your $19.00 an hour is"),
        ("$41,000 a year", "hour", "Your $41,000 a year is"),
        ("41k", "year", "Your $41,000 a year is"),
        ("$19/hr", "", "Your $19.00 an hour is"),
        ("3,400", "month", "That is $40,800 a year: no pay by the month is published."),
    ],
)
def test_pay_is_read_as_people_write_it(client, releases, amount, unit, said):
    assert said in answer(client, amount, unit=unit)


@pytest.mark.parametrize(
    ("amount", "unit", "said"),
    [
        ("", "hour", "Write an amount such as $19.50, $3,400 or 41k."),
        ("a lot", "hour", "Write an amount such as $19.50, $3,400 or 41k."),
        ("19,50", "hour", "Write a point before cents, such as 18.50."),
        ("€41k", "year", "The published figures are in US dollars. Write your pay in dollars."),
        ("$700 a week", "hour", "Write your pay by the hour, month or year."),
        ("41,000", "hour", "$41,000.00 an hour? Check the amount"),
        ("0", "year", "$0 a year? Check the amount"),
        ("9" * 50, "hour", "an hour? Check the amount"),
        ("19", "century", "Per: Select a valid choice."),
    ],
)
def test_an_amount_that_cannot_be_compared_is_answered_with_what_to_write(client, releases, amount, unit, said):
    found = answer(client, amount, unit=unit)
    assert said in found
    assert "percentile (" not in found


def test_after_a_mistake_nothing_draws_the_focus_away_from_it(client, releases):
    assert b'id="result"' not in client.post(page(), {"amount": "x"}).content
    assert b'id="result"' in client.post(page(), {"amount": "$19"}).content


def test_what_was_typed_stays_in_the_form(client, releases):
    response = client.post(page(), {"amount": "<19", "unit": "month", "place": "06"})
    assert 'value="&lt;19"' in response.content.decode()
    assert '<option value="06" selected>' in response.content.decode()


def test_pay_by_the_hour_is_not_converted_where_only_pay_by_the_year_is_published(client, releases):
    said = answer(client, "$19", TEACHER)
    assert "No pay by the hour is published for Sailing Teachers in the United States" in said
    assert "no conversion would be right. Write your pay for a year." in said
    assert "Your $64,000 a year is" in answer(client, "$64k", TEACHER, unit="year")


def test_pay_by_the_year_is_not_converted_where_only_pay_by_the_hour_is_published(client, releases):
    assert "only pay by the hour is published, because few work all year" in answer(client, "60k", ACTOR, unit="year")
    assert "Your $30.00 an hour is" in answer(client, "$30", ACTOR)


def test_where_pay_is_withheld_it_is_compared_with_the_nation(client, releases):
    said = answer(client, "$19", place="05")
    assert "The publisher withholds the pay of Harbor Clerks in Arkansas." in said
    assert "Harbor Clerks in the United States" in said


def test_a_place_without_figures_is_named_and_the_nation_is_shown(client, releases):
    said = answer(client, "$19", place="56")
    assert "There are no figures here for Wyoming: these are for the United States." in said
    unknown = answer(client, "$19", place="<x>\0")
    assert "There are no figures here for the place “<x>" in unknown


def test_where_only_a_bound_is_published_nothing_more_is_said(client, releases):
    assert "below the 10th percentile ($239,200 or more)" in answer(client, "90k", SURGEON, unit="year")
    assert "Nobody can say how your $300,000 a year compares" in answer(client, "300k", SURGEON, unit="year")


def test_the_page_says_whose_pay_it_is(client, releases):
    said = answer(client, "$19", PARTS[0])
    assert "This is the pay of all Harbor Clerks (43-4051)." in said
    assert "of Harbor Clerks in the United States" in said


def test_without_published_pay_the_page_says_why_and_has_no_form(client, releases):
    response = client.get(page(SOLDIER))
    assert "civilian jobs only" in words(response)
    assert b'<form class="form"' not in response.content
    assert answer(client, "$19", SOLDIER)


def test_a_link_can_choose_the_place_but_not_the_pay(client, releases):
    found = client.get(f"{page()}?place={FRESNO}&amount=77.77").content.decode()
    assert f'<option value="{FRESNO}" selected>' in found
    assert "chart__own" not in found
    assert "77.77" not in found


def test_nothing_of_it_is_kept(releases):
    client = Client(enforce_csrf_checks=True)
    response = client.post(page(), {"amount": "$19", "unit": "hour"})
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert "ETag" not in response
    assert not client.cookies
    assert response.request["QUERY_STRING"] == ""


def test_an_area_of_two_states_is_listed_under_both_and_chosen_once(client, releases):
    found = client.get(f"{page()}?place=0028140").content.decode()
    assert found.count(">Kansas City, MO-KS</option>") == 2
    assert found.count(" selected") == 1


def test_an_area_with_an_article_reads_well(client, releases):
    make_place_wage(releases[Table.STATE_WAGES], "11", 40_000, WITHHELD, code=TEACHER)
    assert "in the District of Columbia" in answer(client, "60k", TEACHER, unit="year", place="11")
    assert "in the North Harbor nonmetropolitan area" in answer(client, "$19", place="4000001")


def test_an_unknown_occupation_is_not_found_and_a_soc_code_redirects(client, releases):
    assert client.get(page("99-9999.00")).status_code == 404
    assert client.get(page("43-4051"))["Location"] == page()


def test_the_page_costs_few_queries(client, releases):
    with CaptureQueriesContext(connection) as queries:
        answer(client, "$19", place=FRESNO)
    assert len(queries) <= QUERIES


def test_the_pages_of_an_occupation_lead_to_it(client, releases):
    for path in (f"/occupations/{CLERK}/", f"/occupations/{CLERK}/pay/"):
        assert f'href="{page()}"' in client.get(path).content.decode()
