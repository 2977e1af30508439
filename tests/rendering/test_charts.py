"""Geometry of the drawings; positions are a percentage of the drawing's width."""

import pytest

from guides.document.shape import CareerStep, SalaryLevel
from guides.rendering import charts


def rung(title="R", first=None, last=None):
    return CareerStep(title=title, years_min=first, years_max=last)


def test_a_rung_lies_between_its_years():
    chart = charts.career_path_chart([rung(first=0, last=2), rung(first=1, last=4)], [], "USD")
    assert [(item.start, item.width) for item in chart.levels] == [(0, 50), (25, 75)]


def test_an_open_rung_runs_beyond_the_last_year():
    chart = charts.career_path_chart([rung(first=0, last=18), rung(first=18)], [], "USD")
    assert chart.span > 18
    assert chart.levels[1].is_open
    assert chart.levels[1].start + chart.levels[1].width == pytest.approx(100)


def test_a_rung_of_one_year_is_a_point():
    item = charts.career_path_chart([rung(first=5, last=5), rung(first=0, last=10)], [], "USD").levels[0]
    assert (item.point, item.start) == (50, None)


def test_up_to_some_years_begins_at_zero():
    assert charts.career_path_chart([rung(last=2)], [], "USD").levels[0].start == 0


def test_a_rung_without_years_is_listed_without_a_bar():
    chart = charts.career_path_chart([rung(), rung(first=0, last=1)], [], "USD")
    assert [item.is_placed for item in chart.levels] == [False, True]
    assert chart.has_unplaced


def test_a_rung_carries_the_pay_of_the_level_of_the_same_title():
    chart = charts.career_path_chart([rung("team LEAD", 0, 1), rung("Boss", 1, 2)], [level("Team Lead", 58)], "USD")
    assert [item.median for item in chart.levels] == [58, None]


def columns(*medians, currency="USD"):
    """The columns of levels that follow each other, with their median pay."""
    steps = [rung(str(at), at, at + 1) for at in range(len(medians))]
    return charts.career_path_chart(steps, [level(str(at), pay) for at, pay in enumerate(medians)], currency).columns


def test_pay_along_the_years_is_on_the_axis_of_its_currency():
    assert [(item.rise, item.top) for item in columns(50_000, 100_000)] == [(25, 75), (50, 50)]


def test_pay_beyond_the_axis_ends_with_it_and_is_marked():
    first, last = columns(50_000, 300_000)
    assert (first.is_beyond, last.is_beyond) == (False, True)
    assert (last.rise, last.center) == (100, 75)


def test_pay_in_a_currency_without_a_fixed_axis_fits_the_drawing():
    assert [item.rise for item in columns(40_000, 80_000, currency="CHF")] == [50, 100]


def level(title, amount):
    return SalaryLevel(title=title, median=amount, average=amount)


@pytest.mark.parametrize("number", [0, 1, 20])
def test_a_career_path_of_any_length_stays_within_its_chart(number):
    chart = charts.career_path_chart([rung(first=i, last=i + 3) for i in range(number)], [], "USD")
    assert all(0 <= item.start <= item.start + item.width <= 100.01 for item in chart.levels)
    assert all(0 <= mark.x <= 100 for mark in chart.marks)
    assert len(chart.marks) <= 7


@pytest.mark.parametrize(
    ("percent", "x", "beyond"), [(-10, 0, 0), (5, 50, 0), (20, 100, 0), (48, 100, 1), (-42.5, 0, -1)]
)
def test_the_outlook_is_a_point_on_a_fixed_scale(percent, x, beyond):
    mark = charts.outlook_mark(percent)
    assert (mark.x, mark.beyond) == (x, beyond)


def test_without_growth_there_is_no_mark():
    assert charts.outlook_mark(None) is None


@pytest.mark.parametrize(("count", "x", "band"), [(0, 0, 1), (1_000, 25, 2), (100_000, 75, 3), (18_000_000, 100, 4)])
def test_openings_are_a_point_on_a_scale_of_powers_of_ten(count, x, band):
    mark = charts.openings_mark(count)
    assert (mark.x, mark.band) == (x, band)
    assert mark.marks == ((25, "1k"), (50, "10k"), (75, "100k"))


def test_without_openings_there_is_no_mark():
    assert charts.openings_mark(None) is None


def test_education_is_placed_only_where_its_words_are_known():
    assert charts.education_mark("bachelor's degree").number == 6
    assert charts.education_mark("Some school") is None
