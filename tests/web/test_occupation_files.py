"""The list of occupations and the page of one as CSV and JSON."""

import csv
import io
import json

import pytest

from guides.official.models import Occupation, OccupationEntry, Release, Technology
from tests.official.occupations import (
    ACTOR,
    CLERK,
    PARTS,
    SKILLS,
    SOLDIER,
    SURGEON,
    TEACHER,
    TITLES,
    load_occupations,
    make_occupation,
)

pytestmark = pytest.mark.django_db

CSV, JSON = "/occupations.csv", "/occupations.json"
ADDRESSES = pytest.mark.parametrize("address", [CSV, JSON])
Table = Release.Table


@pytest.fixture
def releases():
    return load_occupations()


def rows(client, address):
    return list(csv.DictReader(io.StringIO(client.get(address).content.decode("utf-8-sig"))))


def by_code(client, query=""):
    return {row["code"]: row for row in rows(client, f"{CSV}{query}")}


def table_of(client, table, code=CLERK):
    return rows(client, f"/occupations/{code}.csv?table={table}")


def hrefs(client, address, ending):
    content = client.get(address).content.decode()
    return [part.split('"')[0] for part in content.split('href="')[1:] if ending in part.split('"')[0]]


# The list


def test_the_list_as_csv_has_the_figures_of_an_occupation_and_their_sources(client, releases):
    row = by_code(client)[CLERK]
    assert row == {
        "code": CLERK,
        "title": "Harbor Clerks",
        "major_group": "43",
        "major_group_title": "Office",
        "occupation_source": "U.S. Department of Labor, Employment and Training Administration, O*NET Database 1.0",
        "pay_published_as": "43-4051",
        "median_year": "42000",
        "median_hour": "20.19",
        "flags": "",
        "jobs": "120000",
        "pay_source": "U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics May 2025",
        "outlook_published_as": "43-4051",
        "growth_percent": "-5.5",
        "openings_a_year": "1400",
        "entry_education": "High school diploma or equivalent",
        "outlook_source": "U.S. Bureau of Labor Statistics, Employment Projections 2024–34",
        "job_zone": "2",
        "job_zone_source": "U.S. Department of Labor, Employment and Training Administration, O*NET Database 1.0",
        "page": f"http://testserver/occupations/{CLERK}/",
    }


@pytest.mark.parametrize(
    ("code", "year", "hour", "flags"),
    [
        (SURGEON, "", "", "median_year at_least 239200; median_hour at_least 115"),
        (ACTOR, "", "29.05", "median_year not_applicable"),
        (TEACHER, "63970", "", "median_hour not_applicable"),
        (SOLDIER, "", "", ""),
    ],
)
def test_the_list_as_csv_says_why_a_median_is_missing(client, releases, code, year, hour, flags):
    row = by_code(client)[code]
    assert (row["median_year"], row["median_hour"], row["flags"]) == (year, hour, flags)


def test_a_part_of_an_occupation_names_the_code_that_its_figures_are_of(client, releases):
    row = by_code(client)[PARTS[0]]
    assert (row["pay_published_as"], row["outlook_published_as"]) == ("43-4051", "43-4051")


def test_the_armed_forces_name_no_source_of_pay_or_outlook(client, releases):
    row = by_code(client)[SOLDIER]
    assert (row["pay_source"], row["outlook_source"], row["job_zone_source"]) == ("", "", "")


@pytest.mark.parametrize(
    "query", ["", "?q=clerk", "?sort=-pay", "?outlook=shrinking", "?preparation=2&sort=outlook", "?q=zzzz", "?pay="]
)
def test_the_files_have_the_rows_of_the_page_in_its_order(client, releases, query):
    listing = client.get(f"/occupations/{query}").context["listing"]
    codes = [row.summary.code for row in listing.rows]
    assert list(by_code(client, query)) == codes
    found = json.loads(client.get(f"{JSON}{query}").content)
    assert ([item["code"] for item in found["occupations"]], found["count"]) == (codes, len(codes))


def test_the_list_as_json_says_what_each_median_is(client, releases):
    found = json.loads(client.get(JSON).content)
    assert (found["pay_period"], found["outlook_period"]) == ("May 2025", "2024–34")
    occupations = {item["code"]: item for item in found["occupations"]}
    assert occupations[SURGEON]["median_year"] == {"dollars": 239_200, "flag": "at_least"}
    assert occupations[ACTOR]["median_hour"] == {"dollars": 29.05, "flag": "published"}
    assert "median_year" not in occupations[SOLDIER]


@ADDRESSES
def test_a_file_with_an_unknown_filter_is_refused_and_names_it(client, releases, address):
    response = client.get(f"{address}?sort=up&color=red")
    assert (response.status_code, json.loads(response.content)["error"]) == (
        404,
        "Unknown in this address: “color”, “up”.",
    )


@ADDRESSES
def test_a_site_without_official_figures_has_empty_files(client, address):
    assert client.get(address).status_code == 200


@ADDRESSES
def test_a_file_has_all_rows_at_the_same_number_of_queries(client, releases, address, django_assert_num_queries):
    with django_assert_num_queries(4):
        client.get(address)
    for at in range(60):
        code = f"11-{at:04}.00"
        make_occupation(code, f"Buoy Maker {at}")
        OccupationEntry.objects.create(
            release=releases[Table.OCCUPATIONS], occupation_id=code, title=f"Buoy Maker {at}"
        )
    with django_assert_num_queries(4):
        response = client.get(address)
    assert response.content.count(b"Buoy Maker") == 60


def test_the_list_leads_to_its_files_with_the_filters_of_the_page(client, releases):
    assert hrefs(client, "/occupations/?q=clerk&sort=-pay&page=1", "occupations.csv") == [
        f"{CSV}?q=clerk&amp;sort=-pay"
    ]
    assert hrefs(client, "/occupations/", "occupations.json") == [JSON]


def test_a_list_without_rows_leads_to_no_files(client, releases):
    assert hrefs(client, "/occupations/?q=zzzz", "occupations.csv") == []


def test_a_title_that_looks_like_a_formula_does_not_run(client, releases):
    Occupation.objects.filter(code=CLERK).update(title="=1+1")
    assert by_code(client)[CLERK]["title"] == "'=1+1"


# The tables of an occupation's page


def test_the_years_have_their_median_and_error(client, releases):
    found = [(row["period"], row["figure"], row["value"], row["unit"]) for row in table_of(client, "history")]
    assert found[:2] == [
        ("May 2023", "median", "36000", "dollars a year"),
        ("May 2023", "mean_relative_standard_error", "0.3", "percent"),
    ]
    assert ("May 2025", "median", "42000", "dollars a year") in found


def test_pay_that_is_only_published_by_the_hour_has_its_years_by_the_hour(client, releases):
    row = table_of(client, "history", ACTOR)[0]
    assert (row["value"], row["unit"]) == ("29.05", "dollars an hour")


def test_a_top_coded_year_is_empty_and_says_from_which_amount_on(client, releases):
    row = table_of(client, "history", SURGEON)[0]
    assert (row["value"], row["flag"]) == ("", "median at_least 239200")


def test_the_outlook_has_its_figures_with_their_code_and_source(client, releases):
    found = {(row["figure"], row["name"]): row for row in table_of(client, "outlook", PARTS[0])}
    assert found["growth", ""]["value"] == "-5.5"
    assert found["jobs", "2034"]["value"] == "123000"
    assert found["openings", ""]["published_as"] == "43-4051"
    assert found["openings", ""]["source"] == "U.S. Bureau of Labor Statistics, Employment Projections"


def test_technologies_say_which_are_in_demand_and_hot(client, releases):
    found = {row["name"]: row["flag"] for row in table_of(client, "technologies")}
    assert found == {"Ticket Desk": "in_demand; hot", "Sheets": "hot", "Old Ledger": ""}


def test_skills_have_their_importance_from_the_highest(client, releases):
    found = table_of(client, "skills")
    assert len(found) == SKILLS
    assert (found[0]["name"], found[0]["value"], found[0]["unit"]) == ("Skill A", "4.9", "from 1 to 5")


def test_related_occupations_have_the_figures_of_the_page(client, releases):
    found = [(row["code"], row["figure"], row["value"]) for row in table_of(client, "related")]
    assert found[:4] == [
        (TEACHER, "", ""),
        (TEACHER, "median", "63970"),
        (TEACHER, "growth", "12.0"),
        (TEACHER, "openings", "1400"),
    ]
    assert found[-1] == (SOLDIER, "", "")


@pytest.mark.parametrize(("table", "number"), [("knowledge", 1), ("interests", 6), ("titles", 2), ("tasks", 3)])
def test_each_table_has_all_rows_of_the_page(client, releases, table, number):
    assert [row["table"] for row in table_of(client, table)] == [table] * number


def test_without_a_table_the_file_has_all(client, releases):
    tables = list(dict.fromkeys(row["table"] for row in rows(client, f"/occupations/{CLERK}.csv")))
    assert tables == [
        *("history", "outlook", "tasks", "technologies", "skills", "knowledge", "interests", "related", "titles")
    ]


def test_a_technology_that_looks_like_a_formula_does_not_run(client, releases):
    Technology.objects.filter(name="Sheets").update(name="@SUM(1)")
    assert "'@SUM(1)" in [row["name"] for row in table_of(client, "technologies")]


@pytest.mark.parametrize("path", [f"{CLERK}.csv?table=no", "99-9999.00.csv", "clerk.csv"])
def test_an_unknown_table_or_occupation_is_not_found(client, releases, path):
    assert client.get(f"/occupations/{path}").status_code == 404


def test_a_file_is_saved_under_its_code_and_table(client, releases):
    response = client.get(f"/occupations/{CLERK}.csv?table=skills")
    assert response["Content-Disposition"] == f'attachment; filename="occupation-{CLERK}-skills.csv"'


@pytest.mark.parametrize("code", [CLERK, ACTOR, SOLDIER])
def test_every_file_that_a_page_leads_to_has_rows(client, releases, code):
    addresses = hrefs(client, f"/occupations/{code}/", ".csv")
    assert addresses
    assert [address for address in addresses if not rows(client, address)] == []


def test_the_page_of_pay_stands_below_the_list_and_the_occupation(client, releases):
    content = client.get(f"/occupations/{CLERK}/pay/").content.decode()
    path = content[content.index('class="breadcrumb"') : content.index('aria-current="page">Pay by place')]
    assert [part.split("<")[0] for part in path.split('/">')[1:]] == ["Home", "Occupations", TITLES[CLERK]]
