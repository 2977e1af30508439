"""Series of figures in releases: their values, and why there is none."""

import pytest

from guides.document.provenance import CHANGE, OEWS, OPENINGS, PROJECTIONS, Series
from guides.official.models import Occupation, Projection, Wage
from guides.official.series import Missing, Reading, read_series_in, read_series_in_releases
from tests.official.occupations import (
    ACTOR,
    CLERK,
    SURGEON,
    Table,
    load_occupations,
    make_occupation,
    make_wage,
    yearly,
)

pytestmark = pytest.mark.django_db

MEDIAN = Series(CLERK[:7], "annual median")


@pytest.fixture
def releases():
    return load_occupations()


def read(source, release, code, measure) -> Reading:
    asked = (source, release, Series(code[:7], measure))
    return read_series_in_releases([asked])[asked]


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        ("annual mean", 43_680),
        ("annual 10th percentile", 29_400),
        ("annual 25th percentile", 33_600),
        ("annual median", 42_000),
        ("annual 75th percentile", 50_400),
        ("annual 90th percentile", 58_800),
    ],
)
def test_pay_is_in_dollars_a_year(releases, measure, value):
    assert read(OEWS, "May 2025", CLERK, measure) == Reading(CLERK[:7], value)


def test_growth_is_in_percent_and_openings_are_jobs(releases):
    assert read(PROJECTIONS, "2024–34", CLERK, CHANGE).value == -5.5
    assert read(PROJECTIONS, "2024–34", CLERK, OPENINGS).value == 1_400


def test_whole_growth_is_an_integer_as_in_guides(releases):
    Projection.objects.filter(occupation=CLERK[:7]).update(change_percent=-50)
    assert repr(read(PROJECTIONS, "", CLERK, CHANGE).value) == "-5"


def test_older_releases_have_their_own_values_and_no_name_means_the_current_one(releases):
    assert read(OEWS, "May 2024", CLERK, "annual median").value == 39_000
    assert read(OEWS, "", CLERK, "annual median").value == 42_000


@pytest.mark.parametrize(
    ("release", "code", "reading"),
    [
        ("May 2025", SURGEON, Reading("29-1240", missing=Missing.TOP_CODED, least=239_200)),
        ("May 2025", ACTOR, Reading("27-2011", missing=Missing.NOT_APPLICABLE)),
        ("May 2025", "99-9999", Reading("99-9999", missing=Missing.GONE)),
        ("May 2019", CLERK, Reading(CLERK[:7], missing=Missing.NOT_LOADED)),
    ],
)
def test_a_missing_value_has_its_reason(releases, release, code, reading):
    assert read(OEWS, release, code, "annual median") == reading


def test_withheld_pay_and_growth_that_is_not_published_are_withheld(releases):
    Wage.objects.filter(occupation=CLERK[:7]).update(annual_p50=None, annual_flags="vvv*vv")
    Projection.objects.filter(occupation=CLERK[:7]).update(change_percent=None)
    assert read(OEWS, "", CLERK, "annual median").missing == Missing.WITHHELD
    assert read(OEWS, "", CLERK, "annual 25th percentile").value == 33_600
    assert read(PROJECTIONS, "", CLERK, CHANGE).missing == Missing.WITHHELD


@pytest.mark.parametrize(("code", "covering"), [("29-1241", "29-1240"), ("21-1011", "21-1018")])
def test_an_occupation_that_is_merged_is_read_under_the_code_that_covers_it(releases, code, covering):
    if covering != SURGEON[:7]:
        make_occupation(covering, "Counselors", Occupation.Level.DETAILED)
        make_wage(releases[Table.NATIONAL_WAGES], covering, **yearly(60_000))
    reading = read(OEWS, "", code, "annual median")
    assert reading.code == covering
    assert reading.is_merged(Series(code, "annual median"))


def test_a_broad_group_is_no_merged_occupation(releases):
    make_occupation("43-4050", "Clerks, all together", Occupation.Level.BROAD)
    make_wage(releases[Table.NATIONAL_WAGES], "43-4050", **yearly(40_000))
    assert read(OEWS, "", "43-4059", "annual median").missing == Missing.GONE
    assert read(OEWS, "", "43-4050", "annual median").value == 40_000


def test_many_series_in_many_releases_cost_three_queries(releases, django_assert_num_queries):
    asked = [
        (OEWS, f"May {year}", Series(f"43-{code}", "annual median"))
        for year in range(2023, 2026)
        for code in range(4000, 4100)
    ]
    with django_assert_num_queries(3):
        found = read_series_in_releases([*asked, (PROJECTIONS, "", Series(CLERK[:7], CHANGE))])
    assert len(found) == 301


def test_a_release_is_read_by_itself(releases):
    assert read_series_in(releases[Table.NATIONAL_WAGES], [MEDIAN]) == {MEDIAN: Reading(CLERK[:7], 42_000)}
