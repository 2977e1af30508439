"""Pay and employment of an occupation by place and by industry."""

import pytest

from guides.official.models import Area, Wage
from guides.official.pay import Amount, Flag, Unit
from guides.official.place_words import how_common, short_amount
from guides.official.places import MOST_INDUSTRIES, pay_of, states_of
from tests.official.occupations import CLERK, SOLDIER, Table, load_occupations
from tests.official.places import load_places


@pytest.fixture
def pay(db):
    load_places(load_occupations())
    return pay_of(CLERK)


@pytest.mark.parametrize(
    ("area", "states"),
    [
        (Area(code="0028140", name="Kansas City, MO-KS", kind=Area.Kind.METRO, state="MO"), ("MO", "KS")),
        (Area(code="0023420", name="Fresno, CA", kind=Area.Kind.METRO), ("CA",)),
        (Area(code="0100001", name="North nonmetropolitan area", kind=Area.Kind.NONMETRO, state="AL"), ("AL",)),
        (Area(code="0000001", name="Nowhere", kind=Area.Kind.METRO), ()),
        (Area(code="06", name="California", kind=Area.Kind.STATE), ("CA",)),
        (Area(code="60", name="A new territory", kind=Area.Kind.STATE), ()),
    ],
)
def test_an_area_belongs_to_every_state_in_its_name(area, states):
    assert states_of(area) == states


def place(pay, name):
    return next(found for found in pay.nation_and_states if found.name == name)


def test_pay_at_average_prices_is_the_median_by_the_price_level(pay):
    alabama = place(pay, "Alabama")
    assert alabama.parity == 124_000
    assert alabama.at_average_prices(Unit.YEAR) == 2_500_000  # $31,000 at 124% of average prices
    assert alabama.at_average_prices(Unit.MONTH) == 208_333


@pytest.mark.parametrize("name", ["Arizona", "Arkansas", "Guam"])
def test_without_a_published_median_or_a_price_level_pay_buys_no_known_amount(pay, name):
    assert place(pay, name).at_average_prices(Unit.YEAR) is None


def test_the_nation_comes_first_and_is_no_state(pay):
    assert pay.nation_and_states[0] == pay.nation
    assert len(pay.states) == 53


def test_an_occupation_without_pay_has_no_places(pay):
    soldier = pay_of(SOLDIER)
    assert (soldier.nation_and_states, soldier.areas, soldier.industries, soldier.has_areas) == ([], [], [], False)


def test_an_unknown_code_has_no_pay(db):
    assert pay_of("99-9999.00") is None


def test_the_largest_industries_do_not_overlap(pay):
    assert [industry.name for industry in pay.largest_industries] == ["Food Shops"]
    assert len(pay.industries) == 3


def test_narrower_industries_stand_in_for_missing_broad_ones(pay):
    Wage.objects.filter(industry="445000").delete()
    assert [industry.name for industry in pay_of(CLERK).largest_industries] == ["Bakeries"]


def test_only_some_industries_are_the_largest(pay):
    pay.industries[:] = [pay.industries[1]] * (MOST_INDUSTRIES + 1)
    assert len(pay.largest_industries) == MOST_INDUSTRIES


def test_the_releases_of_the_pay_are_known(pay):
    assert {Table.STATE_WAGES, Table.STATE_PRICES} <= {release.table for release in pay.shown_releases}


@pytest.mark.parametrize(
    ("quotient", "words"),
    [
        (140, "1.4 times as common"),
        (105, "1.1 times as common"),
        (104, "about as common"),
        (95, "about as common"),
        (94, "0.9 times as common"),
        (5, "0.1 times as common"),
        (4, "less than a tenth as common"),
    ],
)
def test_a_location_quotient_in_words(quotient, words):
    assert how_common(quotient) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Amount(4_477_000), "$45k"),
        (Amount(999_999), "$10k"),
        (Amount(373_083), "$3.7k"),
        (Amount(2_153), "$22"),
        (Amount(23_920_000, Flag.TOP_CODED), "$239k+"),
        (Amount(None, Flag.WITHHELD), "–"),
    ],
)
def test_an_amount_for_a_tile(amount, words):
    assert short_amount(amount) == words
