"""Pay by level across all guides: a row for each job, or for each level."""

import csv
import io

import html5lib
import pytest
from django.urls import reverse

from guides.document.other_pay import OtherPay
from guides.document.shape import CareerStep, Details, KeyFacts, SalaryLevel
from tests.builders import make_live

pytestmark = pytest.mark.django_db


def make_guide(title, **overrides):
    return make_live(title=title, slug=title.lower(), related=(), career_path=(), **overrides)


def make_levels(title, currency="USD", field="Coast", **levels):
    rows = tuple(SalaryLevel(title=name, median=pay, average=pay + 1) for name, pay in levels.items())
    details = Details(category=field)
    return make_guide(title, key_facts=KeyFacts(currency=currency), salary_levels=rows, details=details)


def get(client, **query):
    return client.get(reverse("salary_list"), query)


def jobs(client, **query):
    return [row.guide.title for row in get(client, **query).context["rows"]]


def rows(client, **query):
    found = get(client, view="levels", **query).context["rows"]
    return [(row.level.title, row.level.median) for row in found]


def assert_valid(response):
    assert response.status_code == 200
    html5lib.HTMLParser(strict=True).parse(response.content.decode())


# Jobs


def test_jobs_come_first_each_with_its_levels_in_their_order_as_dots(client):
    make_levels("Diver", Diver=50_000, Chief=100_000)
    make_levels("Sailor", Mate=30_000)
    response = get(client)
    first, second = response.context["rows"]
    assert [(dot.title, dot.x) for dot in first.dots.dots] == [("Diver", 25.0), ("Chief", 50.0)]
    assert (first.guide.lowest, first.guide.highest, second.guide.title) == (50_000, 100_000, "Sailor")
    assert_valid(response)


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("", ["Pilot", "Diver", "Sailor"]),
        ("role", ["Diver", "Pilot", "Sailor"]),
        ("-role", ["Sailor", "Pilot", "Diver"]),
        ("lowest", ["Pilot", "Diver", "Sailor"]),
        ("-lowest", ["Sailor", "Diver", "Pilot"]),
        ("highest", ["Sailor", "Diver", "Pilot"]),
        ("x", ["Pilot", "Diver", "Sailor"]),
    ],
)
def test_jobs_are_sorted_by_name_and_by_their_lowest_and_highest_level(client, sort, order):
    make_levels("Diver", Diver=20, Chief=40)
    make_levels("Sailor", Mate=30)
    make_levels("Pilot", Pilot=10, Captain=90)
    assert jobs(client, sort=sort) == order


def test_jobs_and_levels_of_one_field_can_be_shown(client):
    make_levels("Diver", Diver=20)
    make_levels("Baker", field="Food", Baker=30)
    assert jobs(client, category="Food") == ["Baker"]
    assert rows(client, category="Food") == [("Baker", 30)]
    assert jobs(client, category="Nothing") == ["Baker", "Diver"]


def test_a_link_from_when_levels_were_the_first_view_still_leads_to_them(client):
    make_levels("Diver", Diver=20, Chief=40)
    found = get(client, sort="median").context["rows"]
    assert [row.level.title for row in found] == ["Diver", "Chief"]


def test_pay_beyond_the_end_of_the_axis_is_an_arrow_there(client):
    make_levels("Surgeon", Surgeon=450_000)
    (row,) = get(client).context["rows"]
    assert (row.dots.dots[0].x, row.dots.dots[0].is_beyond) == (100.0, True)


def test_a_job_that_is_paid_by_the_hour_is_listed_last_in_words(client):
    pay = OtherPay(level="Extra", figure="median", words="$18.50 an hour", cents=1850, period="hour", currency="USD")
    make_guide("Actor", key_facts=KeyFacts(), salary_levels=(), other_pay=(pay,))
    make_levels("Diver", Diver=20)
    response = get(client, sort="lowest")
    assert [row.guide.title for row in response.context["rows"]] == ["Diver", "Actor"]
    assert "Extra, median pay: <span data-figure>$18.50 an hour" in response.content.decode()
    assert_valid(response)


def test_the_file_has_all_levels_of_the_list_in_its_order(client):
    make_levels("Diver", Diver=20, Chief=40)
    make_levels("Baker", field="Food", Baker=30)
    response = client.get("/salaries.csv", {"category": "Coast"})
    found = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [(row["job"], row["level"], row["position"], row["median"]) for row in found] == [
        ("Diver", "Diver", "1", "20"),
        ("Diver", "Chief", "2", "40"),
    ]
    assert (found[0]["average"], found[0]["currency"]) == ("21", "USD")
    assert found[0]["page"] == "http://testserver/guides/diver/"
    by_median = client.get("/salaries.csv", {"view": "levels"}).content.decode("utf-8-sig").splitlines()
    assert [line.split(",")[4] for line in by_median[1:]] == ["40", "30", "20"]
    assert '<a href="/salaries.csv?category=Coast">' in get(client, category="Coast").content.decode()


@pytest.mark.parametrize("view", ["", "levels"])
def test_the_file_of_an_address_without_a_sort_key_is_sorted_as_the_page(client, view):
    make_levels("Diver", Diver=20)
    make_levels("Baker", Baker=30)
    lines = client.get("/salaries.csv", {"view": view, "sort": "", "category": ""}).content.decode("utf-8-sig")
    assert [line.split(",")[0] for line in lines.splitlines()[1:]] == ["Baker", "Diver"]


def test_the_file_stands_without_any_guide(client):
    assert client.get("/salaries.csv").content.decode("utf-8-sig").startswith("job,field,level")


@pytest.mark.parametrize("view", ["", "levels"])
def test_the_list_costs_the_same_queries_for_any_number_of_guides(client, django_assert_num_queries, view):
    for number in range(3):
        make_levels(f"Diver{number}", Diver=20)
        with django_assert_num_queries(5):
            get(client, view=view)


@pytest.mark.parametrize(
    "query",
    [{"page": "x"}, {"page": "-1"}, {"sort": "'"}, {"currency": "\0"}, {"category": "\0"}, {"view": "x" * 9_000}],
)
def test_no_query_string_breaks_the_list(client, query):
    make_levels("Diver", Diver=10)
    assert get(client, **query).status_code == 200


def test_what_is_unknown_in_an_address_is_said_on_the_page_and_refuses_the_file(client):
    make_levels("Diver", Diver=10)
    assert "are unknown and were ignored" in get(client, category="Nothing").content.decode()
    response = client.get("/salaries.csv", {"category": "Nothing", "sort": "-highest"})
    assert (response.status_code, response.json()["error"]) == (404, "Unknown in this address: “Nothing”.")


def test_the_list_stands_without_any_guide(client):
    assert_valid(get(client))


# Levels


def test_all_levels_stand_in_one_table_the_best_paid_first(client):
    make_levels("Diver", Diver=20, Chief=40)
    make_levels("Sailor", Mate=30)
    assert rows(client) == [("Chief", 40), ("Mate", 30), ("Diver", 20)]
    assert_valid(get(client, view="levels"))


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("average", [("Mate", 30), ("Chief", 40), ("Diver", 20)]),
        ("-average", [("Chief", 40), ("Mate", 30), ("Diver", 20)]),
    ],
)
def test_levels_without_an_average_come_last_in_its_column(client, sort, order):
    levels = (SalaryLevel(title="Diver", median=20), SalaryLevel(title="Chief", median=40, average=45))
    make_guide("Diver", key_facts=KeyFacts(currency="USD"), salary_levels=levels)
    make_levels("Sailor", Mate=30)
    assert rows(client, sort=sort) == order


@pytest.mark.parametrize(
    ("sort", "first"), [("level", "Chief"), ("-level", "Mate"), ("role", "Chief"), ("median", "Diver"), ("x", "Chief")]
)
def test_the_table_is_sorted_by_its_columns(client, sort, first):
    make_levels("Diver", Chief=40, Diver=20)
    make_levels("Sailor", Mate=30)
    assert rows(client, sort=sort)[0][0] == first


def test_each_currency_has_its_own_table(client):
    make_levels("Diver", Diver=20, Chief=40)
    make_levels("Sailor", "EUR", Mate=30)
    assert rows(client, currency="EUR") == [("Mate", 30)]
    assert len(rows(client)) == len(rows(client, currency="XXX")) == 2


def test_a_level_links_the_guide_of_its_title_and_other_ladders_that_have_it(client):
    make_levels("Diver", Diver=20, Chief=40)
    make_levels("Sailor", Chief=30)
    make_levels("Chief", Boss=90)
    row = next(row for row in get(client, view="levels").context["rows"] if row.level.median == 40)
    assert row.guide.slug == "chief"
    assert [entry.slug for entry in row.title_matches] == ["chief", "sailor"]


def make_paid_otherwise(**more):
    """A guide with pay a year for one level, and by the hour for it and for another one."""
    pay = [
        OtherPay(level=level, figure="median", words=words, cents=cents, period="hour", currency="USD")
        for level, words, cents in (("Apprentice", "$18.50 an hour", 1850), ("diver", "$25 an hour", 2500))
    ]
    return make_guide(
        "Diver",
        key_facts=KeyFacts(currency="USD"),
        salary_levels=(SalaryLevel(title="Diver", median=50_000, average=52_000),),
        other_pay=tuple(pay),
        **more,
    )


@pytest.mark.parametrize("sort", ["median", "-median", "average", "-average"])
def test_pay_by_the_hour_alone_is_shown_in_words_and_not_ranked(client, sort):
    make_paid_otherwise()
    assert rows(client, sort=sort) == [("Diver", 50_000), ("Apprentice", None)]
    response = get(client, view="levels", sort=sort)
    assert_valid(response)
    assert "Median pay: $18.50 an hour" in response.content.decode()


def test_pay_by_the_hour_beside_pay_a_year_is_in_the_same_row(client):
    make_paid_otherwise()
    row = get(client, view="levels").context["rows"][0]
    assert (row.level.title, [pay.text for pay in row.other_pay]) == ("Diver", ["$25 an hour (USD)"])


def test_a_guide_with_pay_by_the_hour_alone_is_listed_under_its_currency(client):
    pay = OtherPay(level="Apprentice", figure="median", words="€18 an hour", cents=1800, period="hour", currency="EUR")
    make_guide("Diver", key_facts=KeyFacts(), salary_levels=(), other_pay=(pay,))
    assert rows(client) == [("Apprentice", None)]
    assert "€18 an hour" in get(client, view="levels").content.decode()


def test_titles_that_differ_in_case_alone_are_one_title(client):
    make_levels("Diver", Chief=40)
    make_levels("Sailor", CHIEF=30)
    assert [[entry.slug for entry in row.title_matches] for row in get(client, view="levels").context["rows"]] == [
        ["sailor"],
        ["diver"],
    ]


def test_a_level_links_a_ladder_that_has_its_title_without_pay(client):
    make_levels("Diver", Chief=40)
    make_live(title="Sailor", slug="sailor", salary_levels=(), related=(), career_path=(CareerStep(title="Chief"),))
    (row,) = get(client, view="levels").context["rows"]
    assert [entry.slug for entry in row.title_matches] == ["sailor"]
