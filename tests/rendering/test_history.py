"""The line of a figure over the years."""

from guides.rendering.charts.history import history


def test_the_line_starts_at_zero_and_ends_with_the_last_year():
    chart = history([(2020, 50), (2021, 75), (2022, 100)])
    assert [(point.x, point.y) for point in chart.points] == [(0, 50), (50, 25), (100, 0)]
    assert len(chart.lines) == 2


def test_a_year_without_a_figure_is_a_gap():
    chart = history([(2020, 50), (2021, None), (2022, 80), (2023, 100)])
    assert [(before.year, after.year) for before, after in chart.lines] == [(2022, 2023)]


def test_a_year_that_is_missing_is_a_gap():
    assert history([(2020, 50), (2022, 80)]).lines == ()


def test_one_figure_is_not_drawn():
    assert history([(2020, None), (2021, 50)]) is None
