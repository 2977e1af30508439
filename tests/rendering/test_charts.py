"""Geometry of the drawings; positions are a percentage of the drawing's width."""

import pytest

from guides.document.shape import CareerStep, SalaryLevel
from guides.rendering import charts


def levels(*amounts):
    return [SalaryLevel(title=f"L{i}", median=median, average=average) for i, (median, average) in enumerate(amounts)]


def test_pay_bars_start_at_zero_and_the_highest_amount_fills_the_drawing():
    chart = charts.pay_chart(levels((25_000, 30_000), (50_000, 100_000)), "USD")
    assert [(bar.width, bar.tick) for bar in chart.bars] == [(25.0, 30.0), (50.0, 100.0)]


def test_pay_bars_know_the_step_from_the_level_before():
    chart = charts.pay_chart(levels((30, 30), (50, 50), (40, 40)), "USD")
    assert [bar.step for bar in chart.bars] == [None, 20, -10]


def test_equal_amounts_give_equal_bars():
    assert {bar.width for bar in charts.pay_chart(levels(*[(7, 7)] * 20), "USD").bars} == {100.0}


def test_a_chart_without_levels_is_empty():
    assert charts.pay_chart([], None).bars == ()


def test_a_pay_strip_ends_where_its_range_ends():
    strip = charts.pay_strip(20_000, 60_000, 30_000, is_open=True)
    assert (strip.start, strip.width, strip.end, strip.median, strip.is_open) == (0, 100, 100, 25, True)


def test_a_pay_strip_on_a_common_axis_lies_where_its_amounts_are():
    strip = charts.pay_strip(20_000, 60_000, 30_000, scale=(0, 100_000))
    assert (strip.start, strip.width, strip.median) == (20, 40, 30)


def test_a_median_outside_its_range_stays_in_the_drawing():
    strip = charts.pay_strip(20_000, 60_000, 100_000)
    assert (strip.start, strip.end, strip.median) == (0, 50, 100)


def test_a_range_with_one_end_is_not_drawn_as_a_range():
    strip = charts.pay_strip(20_000, None, 30_000, is_open=True)
    assert (strip.start, strip.width, strip.is_open) == (None, None, False)


def test_without_amounts_there_is_no_strip():
    assert charts.pay_strip(None, None, None) is None


def test_a_range_of_one_amount_has_no_width():
    assert charts.pay_strip(5, 5, 5).width == 0


@pytest.mark.parametrize(("highest", "top"), [(60_000, 60_000), (56_000, 60_000), (205_000, 250_000), (7, 8), (0, 1)])
def test_an_axis_ends_at_a_round_amount(highest, top):
    axis = charts.money_axis([highest])
    assert axis.top == top
    assert (axis.marks[0].x, axis.marks[-1].x) == (0, 100)


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
    chart = charts.career_path_chart(
        [rung("team LEAD", 0, 1), rung("Boss", 1, 2)], [*levels(), level("Team Lead", 58)], "USD"
    )
    assert [item.median for item in chart.levels] == [58, None]


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


@pytest.mark.parametrize(
    ("count", "unit", "dots"), [(330_000, 10_000, 33), (7, 1, 7), (41, 2, 20), (1_000_000, 50_000, 20)]
)
def test_openings_are_dots_of_a_round_number(count, unit, dots):
    drawing = charts.openings_dots(count)
    assert (drawing.unit, len(drawing.places)) == (unit, dots)


def test_no_openings_are_no_dots():
    assert charts.openings_dots(0) is None


def test_education_is_placed_only_where_its_words_are_known():
    assert charts.education_mark("bachelor's degree").number == 6
    assert charts.education_mark("Some school") is None
