"""Pay of an occupation by place: its page, and the same as CSV and JSON."""

import csv
import io
import json
import re

import pytest

from guides.official.models import Area, Wage
from guides.web.csv_files import safe_cell
from tests.official.occupations import ACTOR, CLERK, PARTS, SOLDIER, TEACHER, Table, load_occupations
from tests.official.places import load_places, make_place_wage

PAGE = f"/occupations/{CLERK}/pay/"
QUERIES = 6


@pytest.fixture
def releases(db):
    return load_places(load_occupations())


def text(client, address=PAGE):
    html = client.get(address).content.decode()
    words = re.sub(r"<title>.*?</title>|<[^>]+>", " ", html[html.index("<main") :])
    return re.sub(r"\s+", " ", words).replace(" .", ".").replace(" ,", ",")


def test_a_page_lists_all_states_with_their_figures(client, releases):
    words = text(client)
    assert "50 Alabama" in words
    assert "$31,000" in words
    assert "$25,000 at average US prices" in words
    assert "1,000 jobs (2.1%) 1.4 times as common" in words


def test_figures_that_are_not_published_stand_below_with_the_reason(client, releases):
    words = text(client)
    top = words.index("Median of $239,200 or more a year: the publisher gives no exact figure (not ranked)")
    withheld = words.index("Median withheld by the publisher (not ranked)")
    assert words.index(" Alabama ", words.index("Jobs")) < top < words.index("Arizona", top) < withheld
    assert "No figures for Wyoming." in words
    assert "No price level is published for Guam, Puerto Rico or Virgin Islands." in words


def test_a_page_says_how_it_ranks_and_what_it_calculated(client, releases):
    words = text(client, f"{PAGE}?unit=month")
    assert "Ranked by median pay, among places with a published median and at least 500 jobs." in words
    assert "a month is the published year divided by 12" in words
    assert "the median × 100 ÷ the state’s price level" in words
    assert "Ranked by pay at average US prices" in text(client, f"{PAGE}?sort=-prices")


def test_figures_stand_with_their_sources(client, releases):
    words = text(client)
    assert "Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics" in words
    assert "Source: U.S. Bureau of Economic Analysis, Regional Price Parities" in words
    assert words.count("O*NET® is a trademark") == words.count("has modified all or some of this information") == 1


def test_amounts_by_the_hour_have_cents(client, releases):
    assert "$14.90" in text(client, f"{PAGE}?unit=hour")


def test_somebody_in_a_city_finds_it_beside_the_state_and_the_nation(client, releases):
    words = text(client, f"{PAGE}?q=fresno")
    assert "$34,000 a year at the median, 700 jobs, 0.6 times as common as in the nation." in words
    assert "California: $35,000, $1,000 more than here." in words
    assert "U.S.: $42,000, $8,000 more than here." in words


def test_a_search_without_a_match_says_so_and_keeps_what_was_typed(client, releases):
    words = text(client, f"{PAGE}?q=<zzz>")
    assert "No place here matches “&lt;zzz&gt;”." in words
    assert 'value="&lt;zzz&gt;"' in client.get(f"{PAGE}?q=<zzz>").content.decode()


def test_a_tile_leads_to_the_areas_of_its_state_and_has_its_figure_as_a_title(client, releases):
    html = client.get(f"{PAGE}?unit=hour").content.decode()
    assert 'href="?unit=hour&amp;state=CA#areas"><title>California: $16.82 an hour, rank 49</title>' in html
    assert "<title>Wyoming: no figures</title>" in html


def test_without_areas_a_tile_leads_to_the_row_of_its_state(client, releases):
    Wage.objects.filter(release=releases[Table.METRO_WAGES]).delete()
    html = client.get(PAGE).content.decode()
    assert 'href="#CA"><title>California' in html
    assert '<tr id="CA">' in html
    assert "Pay by metropolitan area is not on this site yet for this occupation." in text(client)


def test_without_states_a_page_says_so(client, releases):
    Wage.objects.filter(release=releases[Table.STATE_WAGES]).delete()
    assert "Pay by state is not on this site yet." in text(client)
    Wage.objects.all().delete()
    assert "Pay by place is not on this site yet." in text(client)


def test_a_page_says_whose_pay_it_is(client, releases):
    assert "This is the pay of all Harbor Clerks (43-4051)." in text(client, f"/occupations/{PARTS[0]}/pay/")
    assert "civilian jobs only" in text(client, f"/occupations/{SOLDIER}/pay/")


def test_pay_that_is_only_published_by_the_hour_is_shown_by_the_hour(client, releases):
    words = text(client, f"/occupations/{ACTOR}/pay/")
    assert "$29.05 an hour" in words
    assert "A year" not in words
    assert "An hour" not in text(client, f"/occupations/{TEACHER}/pay/")


def test_unknown_parts_of_a_link_are_ignored_and_named(client, releases):
    assert "“sort=up”, “state=XX”." in text(client, f"{PAGE}?sort=up&state=XX&unit=year")


def test_a_soc_code_redirects_with_its_query(client, releases):
    response = client.get("/occupations/43-4051/pay/?state=CA")
    assert (response.status_code, response["Location"]) == (301, f"{PAGE}?state=CA")


@pytest.mark.parametrize("code", ["99-9999.00", "43-4051.0", "43-4051.00.00", "%00", "x" * 300])
@pytest.mark.parametrize("address", ["/pay/", "/pay.csv", "/pay.json", ".json"])
def test_there_is_no_pay_of_an_unknown_occupation(client, releases, code, address):
    assert client.get(f"/occupations/{code}{address}").status_code == 404


@pytest.mark.parametrize(
    "query", ["?q=%00", "?q=%ED%A0%80", f"?q={'x' * 5000}", "?state=%00&unit=%00", "?sort=--median"]
)
def test_any_query_gets_a_page(client, releases, query):
    assert client.get(f"{PAGE}?{query}").status_code == 200


@pytest.mark.parametrize("query", ["", "?state=TX", "?q=pier", "?q=zzz", "?sort=prices"])
def test_a_page_costs_the_same_queries_for_any_number_of_places(client, releases, django_assert_num_queries, query):
    for at in range(3):
        Area.objects.create(code=f"1{at:06}", name=f"Pier {at}, TX", kind=Area.Kind.METRO)
        make_place_wage(releases[Table.METRO_WAGES], f"1{at:06}", 40_000)
        with django_assert_num_queries(QUERIES):
            client.get(PAGE + query)


# CSV


def rows(client, address=f"/occupations/{CLERK}/pay.csv"):
    return list(csv.DictReader(io.StringIO(client.get(address).content.decode("utf-8-sig"))))


def test_the_csv_has_every_place_in_every_unit(client, releases):
    found = rows(client)
    assert len(found) == 3 * (1 + 53 + 3 + 3)
    assert {row["kind"] for row in found} == {"nation", "state", "metro", "nonmetro", "industry"}
    alabama = {row["unit"]: row for row in found if row["name"] == "Alabama"}
    assert [alabama[unit]["p50"] for unit in ("year", "month", "hour")] == ["31000", "2583.33", "14.9"]
    assert alabama["year"]["median_at_average_us_prices"] == "25000"
    assert alabama["year"]["source"].startswith("U.S. Bureau of Labor Statistics")


def test_the_csv_says_why_a_figure_is_missing(client, releases):
    flags = {row["name"]: row["flags"] for row in rows(client) if row["unit"] == "year"}
    assert flags["Arizona"].startswith("mean at_least 239200; p10 at_least 239200")
    assert flags["Arkansas"].startswith("mean withheld; p10 withheld")
    assert flags["Alabama"] == ""


@pytest.mark.parametrize(("table", "number"), [("places", 54), ("areas", 3), ("industries", 3)])
def test_each_table_is_a_csv_of_its_own(client, releases, table, number):
    assert len(rows(client, f"/occupations/{CLERK}/pay.csv?table={table}")) == 3 * number


def test_an_unknown_table_is_not_found(client, releases):
    assert client.get(f"/occupations/{CLERK}/pay.csv?table=no").status_code == 404


def test_a_spreadsheet_reads_the_csv_as_utf_8_and_saves_it_under_its_code(client, releases):
    response = client.get(f"/occupations/{CLERK}/pay.csv?table=areas")
    assert response.content.startswith(b"\xef\xbb\xbfsource,")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == f'attachment; filename="pay-{CLERK}-areas.csv"'


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_text_is_run_as_a_formula(client, releases, cell):
    assert safe_cell(cell) == f"'{cell}"
    Area.objects.filter(code="0023420").update(name=cell)
    assert f"'{cell}" in {row["name"] for row in rows(client)}


@pytest.mark.parametrize("cell", [-5, "A-B", "", None, 1.5])
def test_other_cells_stay_as_they_are(cell):
    assert safe_cell(cell) == cell


# JSON


def read(client, path):
    return json.loads(client.get(f"/occupations/{CLERK}{path}").content)


def test_the_facts_of_an_occupation_have_flags_and_sources(client, releases):
    Wage.objects.filter(release=releases[Table.NATIONAL_WAGES], occupation="43-4051").update(annual_flags="vvvvv#")
    facts = read(client, ".json")
    year = facts["pay"]["pay"][0]
    assert year["p50"] == {"dollars": 42_000, "flag": "published"}
    assert year["p90"] == {"dollars": 239_200, "flag": "at_least"}
    assert facts["outlook"]["change_percent"] == -5.5
    assert facts["job_zone"] == 2
    assert len(facts["sources"]) == 3


def test_the_facts_of_an_occupation_without_figures_leave_them_out(client, releases):
    facts = json.loads(client.get(f"/occupations/{SOLDIER}.json").content)
    assert facts["occupation"]["paid_as"] == "military"
    assert {"pay", "outlook"}.isdisjoint(facts)


def test_the_json_of_pay_has_the_rows_of_the_csv(client, releases):
    pay = read(client, "/pay.json")
    assert 3 * len(pay["places"] + pay["industries"]) == len(rows(client))
    arkansas = next(place for place in pay["places"] if place["name"] == "Arkansas")
    assert arkansas["pay"][0]["p50"] == {"dollars": None, "flag": "withheld"}
    assert (arkansas["states"], arkansas["price_parity"]) == (["AR"], 121.0)


@pytest.mark.parametrize("path", [".json", "/pay.json"])
def test_scripts_of_other_sites_may_read_the_json(client, releases, path):
    assert client.get(f"/occupations/{CLERK}{path}")["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("path", ["pay.csv", "pay.json"])
def test_files_cost_the_same_queries_for_any_number_of_places(client, releases, django_assert_num_queries, path):
    for at in range(2):
        Area.objects.create(code=f"1{at:06}", name=f"Pier {at}, TX", kind=Area.Kind.METRO)
        make_place_wage(releases[Table.METRO_WAGES], f"1{at:06}", 40_000)
        with django_assert_num_queries(QUERIES):
            client.get(f"/occupations/{CLERK}/{path}")


def test_pay_by_the_month_is_marked_as_derived(client, releases):
    found = read(client, "/pay.json")["places"][0]["pay"]
    assert {pay["unit"]: pay["p50"]["flag"] for pay in found} == {
        "year": "published",
        "month": "derived",
        "hour": "published",
    }
