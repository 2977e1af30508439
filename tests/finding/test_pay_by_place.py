"""Tables of pay by place: search, order, ranks, comparison."""

import pytest

from guides.finding.pay_by_place import FEWEST_JOBS, MOST_AREAS, PlaceTables
from guides.official.models import Area, Wage
from guides.official.pay import Flag, Unit
from guides.official.places import pay_of
from tests.official.occupations import ACTOR, CLERK, TEACHER, Table, load_occupations
from tests.official.places import load_places, make_place_wage


@pytest.fixture
def releases(db):
    return load_places(load_occupations())


def tables(code=CLERK, **parameters):
    return PlaceTables(pay_of(code), parameters)


def names(rows):
    return [row.place.name for row in rows]


def row(name, **parameters):
    return next(found for found in tables(**parameters).all_states if found.place.name == name)


def test_places_with_few_jobs_are_listed_without_a_rank(releases):
    Wage.objects.filter(area="02").update(employment=FEWEST_JOBS - 1)
    assert "Alaska" in names(tables().states.rows)
    assert row("Alaska").rank is None
    Wage.objects.filter(area="02").update(employment=FEWEST_JOBS)
    assert row("Alaska").rank == 50


def test_places_with_withheld_employment_are_not_ranked(releases):
    Wage.objects.filter(area="72").update(employment=None)
    assert row("Puerto Rico").rank is None


def test_equal_medians_share_a_rank(releases):
    Wage.objects.filter(area__in=("78", "72", "66")).update(annual_p50=90_000)
    assert [row(name).rank for name in ("Guam", "Puerto Rico", "Virgin Islands", "Wisconsin")] == [1, 1, 1, 4]


def test_top_coded_and_withheld_medians_stand_apart_in_every_order(releases):
    for sort in ("-median", "median", "place", "-jobs", "prices"):
        groups = dict(tables(sort=sort).states.groups)
        assert list(groups) == [Flag.PUBLISHED, Flag.TOP_CODED, Flag.WITHHELD]
        assert names(groups[Flag.TOP_CODED]) == ["Arizona"]
        assert names(groups[Flag.WITHHELD]) == ["Arkansas"]
        assert {found.rank for flag in (Flag.TOP_CODED, Flag.WITHHELD) for found in groups[flag]} == {None}


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        ("-median", "Virgin Islands", "Alabama"),
        ("median", "Alabama", "Virgin Islands"),
        ("place", "Alabama", "Wisconsin"),
        ("-place", "Wisconsin", "Alabama"),
        ("-prices", "Wisconsin", "Virgin Islands"),
        ("prices", "Alabama", "Virgin Islands"),
        ("jobs", "Alaska", "Wisconsin"),
    ],
)
def test_a_table_is_sorted_by_a_column_with_unknown_figures_last(releases, sort, first, last):
    rows = names(tables(sort=sort).states.groups[0][1])
    assert (rows[0], rows[-1]) == (first, last)


def test_a_table_sorted_by_what_pay_buys_is_ranked_by_it(releases):
    assert (row("Wisconsin").rank, row("Wisconsin", sort="-prices").rank) == (4, 1)
    assert row("Guam", sort="-prices").rank is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("new", ["New Hampshire", "New Jersey", "New Mexico", "New York"]),
        ("NEW  york", ["New York"]),
        ("carolina no", ["North Carolina"]),
        ("tx", ["Texas"]),
        ("zzz", []),
    ],
)
def test_a_search_finds_states_by_the_beginnings_of_words_and_by_code(releases, text, found):
    assert sorted(names(tables(q=text).states.rows)) == found


def test_a_search_does_not_change_ranks(releases):
    assert [found.rank for found in tables(q="wisconsin").states.rows] == [4]


def test_a_search_finds_cities_with_or_without_accents(releases):
    Area.objects.filter(code="0023420").update(name="Mayagüez, PR")
    for text in ("mayaguez", "Mayagüez"):
        assert names(tables(q=text).areas.rows) == ["Mayagüez, PR"]


def test_an_area_is_listed_in_each_of_its_states(releases):
    assert names(tables(state="KS").areas.rows) == names(tables(state="MO").areas.rows) == ["Kansas City, MO-KS"]
    assert names(tables(state="CA").areas.rows) == ["North Harbor nonmetropolitan area", "Fresno, CA"]


def test_areas_are_ranked_among_all_of_the_country(releases):
    assert [found.rank for found in tables(state="CA").areas.rows] == [2, 3]


def test_without_a_state_or_a_search_no_areas_are_read(releases, django_assert_num_queries):
    found = tables()
    with django_assert_num_queries(1):
        assert found.has_areas
        assert found.areas.rows == []


def test_a_search_shows_a_limited_number_of_areas(releases):
    for at in range(MOST_AREAS):
        Area.objects.create(code=f"1{at:06}", name=f"Pier {at}, TX", kind=Area.Kind.METRO)
        make_place_wage(releases[Table.METRO_WAGES], f"1{at:06}", 40_000)
    assert len(tables(q="tx").areas.rows) == MOST_AREAS
    assert tables(q="t").areas.left_out == 0
    assert tables(state="TX").areas.left_out == 0
    Area.objects.create(code="2000000", name="Pier Z, TX", kind=Area.Kind.METRO)
    make_place_wage(releases[Table.METRO_WAGES], "2000000", 40_000)
    assert tables(q="pier").areas.left_out == 1


def compared(**parameters):
    return {
        comparison.row.place.name: [(other.row.place.name, other.amount) for other in comparison.others]
        for comparison in tables(**parameters).compared
    }


def test_a_city_is_compared_with_its_state_and_the_nation(releases):
    assert compared(q="fresno") == {"Fresno, CA": [("California", 100_000), ("U.S.", 800_000)]}


def test_an_area_in_two_states_is_compared_with_both(releases):
    assert [name for name, _ in compared(q="kansas city")["Kansas City, MO-KS"]] == ["Kansas", "Missouri", "U.S."]


def test_a_chosen_state_is_compared_with_the_nation(releases):
    assert compared(state="CA") == {"California": [("U.S.", 700_000)]}


def test_a_place_that_is_named_in_full_is_compared_alone(releases):
    assert list(compared(q="Kansas")) == ["Kansas"]
    assert list(compared(q="ca")) == ["California"]


def test_many_places_are_not_compared(releases):
    assert compared(q="new") == {}


def test_a_top_coded_or_withheld_median_has_no_difference(releases):
    assert compared(state="AZ") == {"Arizona": [("U.S.", None)]}
    assert compared(state="AR") == {"Arkansas": [("U.S.", None)]}


def test_unknown_choices_are_ignored_and_named(releases):
    found = tables(sort="up", state="XX", unit="week", q="new")
    assert found.ignored == ["sort=up", "state=XX", "unit=week"]
    assert (found.sort, found.state, found.unit, found.search) == ("-median", None, Unit.YEAR, "new")


def test_equal_states_have_equal_addresses(releases):
    assert tables(sort="-median", unit="year", q=" new  york ").query.urlencode() == "q=new+york"
    assert tables(sort="jobs", unit="hour", state="CA").query.urlencode() == "state=CA&unit=hour&sort=jobs"


def test_only_units_with_figures_are_offered(releases):
    assert tables(CLERK).units == [Unit.YEAR, Unit.MONTH, Unit.HOUR]
    assert tables(TEACHER).units == [Unit.YEAR, Unit.MONTH]
    assert tables(ACTOR).units == [Unit.HOUR]


def test_pay_is_drawn_by_the_year_in_every_unit_and_by_the_hour_if_only_that_is_published(releases):
    assert row("Alabama", unit="hour").strip == row("Alabama").strip
    assert tables(ACTOR).nation.strip.axis.end == tables(ACTOR).axis.end == 100


def test_states_without_a_row_are_known(releases):
    assert [state.name for state in tables().missing] == ["Wyoming"]


def test_the_extremes_are_ranked_states(releases):
    low, high = tables().extremes
    assert (low.place.name, high.place.name) == ("Alabama", "Virgin Islands")
    Wage.objects.filter(area="78").update(employment=10)
    assert tables().extremes[1].place.name == "Puerto Rico"
