"""Geometry of the drawings; positions are a percentage of the drawing's width."""

import pytest

from guides.document.shape import CareerStep
from guides.rendering import charts


def step(first=None, last=None):
    return CareerStep(title="Mate", years_min=first, years_max=last)


def bars(*steps):
    return charts.career_path_chart(steps).levels


def test_a_level_lies_between_its_years():
    assert [(bar.start, bar.width) for bar in bars(step(0, 2), step(1, 4))] == [(0, 50), (25, 75)]


def test_an_open_level_runs_beyond_the_last_year():
    chart = charts.career_path_chart([step(0, 18), step(18)])
    assert chart.span > 18
    assert chart.levels[1].is_open
    assert chart.levels[1].start + chart.levels[1].width == pytest.approx(100)


def test_a_level_of_one_year_is_a_point():
    bar = bars(step(5, 5), step(0, 10))[0]
    assert (bar.point, bar.start) == (50, None)


def test_up_to_some_years_begins_at_zero():
    bar = bars(step(None, 2))[0]
    assert (bar.first, bar.last, bar.start) == (0, 2, 0)


def test_a_level_without_years_is_listed_without_a_bar():
    assert [bar.is_placed for bar in bars(step(), step(0, 1))] == [False, True]


@pytest.mark.parametrize("number", [0, 1, 20])
def test_a_career_path_of_any_length_stays_within_its_chart(number):
    chart = charts.career_path_chart([step(year, year + 3) for year in range(number)])
    assert all(0 <= bar.start <= bar.start + bar.width <= 100.01 for bar in chart.levels)
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
