"""Pay on an axis; positions are a percentage of its length."""

import pytest
from django.template.loader import render_to_string

from guides.document.figures import CURRENCIES
from guides.rendering import charts
from guides.rendering.charts import Arrow, Figure, pay_axis, range_strip

USD = pay_axis("USD")


def ends(bar):
    return bar and (bar.start, bar.end)


def distribution(*amounts):
    figures = [amount if isinstance(amount, Figure) else Figure(amount) for amount in amounts]
    return charts.distribution_strip(USD, figures)


def drawn(strip, **more):
    return render_to_string("partials/_pay_strip.html", {"strip": strip, **more})


@pytest.mark.parametrize("currency", CURRENCIES)
def test_the_axis_of_each_currency_ends_at_the_same_amount_for_any_pay(currency):
    axes = {pay_axis(currency, amounts).end for amounts in ([], [1], [10**9])}
    assert axes == {charts.AXIS_ENDS[currency]}


def test_a_currency_without_an_end_gets_an_axis_that_fits_its_amounts_and_says_so():
    axis = pay_axis("CHF", [90_000, None, 310_000])
    assert axis.end >= 310_000
    assert "This scale only fits the amounts here" in drawn(range_strip(axis, 1, 2, None), labelled=True)
    assert "This scale" not in drawn(range_strip(USD, 1, 2, None), labelled=True)


def test_the_ends_of_an_axis_are_written():
    html = drawn(range_strip(USD, 29_000, 56_000, 39_120), labelled=True)
    assert ">$0<" in html
    assert ">$200,000<" in html


def test_a_bar_ends_where_its_figure_says():
    strip = range_strip(USD, 29_030, 56_130, 39_120)
    assert (strip.range.start, strip.range.end, strip.median) == (14.52, 28.07, 19.56)


def test_a_range_without_an_upper_limit_has_an_arrow_at_its_end():
    assert range_strip(USD, 20_000, 60_000, 30_000, is_open=True).arrow == Arrow("range", 30)
    assert range_strip(USD, 20_000, 60_000, 30_000).arrow is None


def test_a_range_beyond_the_axis_runs_to_its_end_with_an_arrow():
    strip = range_strip(USD, 150_000, 400_000, 180_000)
    assert (ends(strip.range), strip.median, strip.arrow) == ((75, 100), 90, Arrow("range", 100))


def test_a_median_beyond_the_axis_is_an_arrow_and_no_mark():
    strip = range_strip(USD, 150_000, 400_000, 310_000)
    assert (strip.median, strip.arrow) == (None, Arrow("value", 100))


def test_the_end_of_the_axis_itself_needs_no_arrow():
    assert range_strip(USD, 100_000, 200_000, 200_000).arrow is None


def test_a_range_with_one_end_is_not_drawn_as_a_range():
    strip = range_strip(USD, 20_000, None, 30_000)
    assert (strip.range, strip.median, strip.arrow) == (None, 15, None)


def test_without_amounts_there_is_no_strip():
    assert range_strip(USD, None, None, None) is None
    assert distribution(*[None] * 5) is None


def test_a_level_is_a_bar_from_zero_with_its_average():
    strip = charts.level_strip(USD, 50_000, 60_000)
    assert (ends(strip.level), strip.average, strip.arrow) == ((0, 25), 30, None)


@pytest.mark.parametrize(("median", "average", "of"), [(180_000, 230_000, "average"), (420_000, 440_000, "value")])
def test_a_level_beyond_the_axis_has_an_arrow(median, average, of):
    strip = charts.level_strip(USD, median, average)
    assert (strip.average, strip.arrow) == (None, Arrow(of, 100))


def test_a_level_without_an_average_has_no_tick():
    strip = charts.level_strip(USD, 50_000, None)
    assert (ends(strip.level), strip.average, strip.arrow) == ((0, 25), None, None)


def test_a_distribution_is_a_thick_bar_on_a_thin_one():
    strip = distribution(30_000, 36_000, 44_770, 54_000, 66_000)
    assert (ends(strip.range), ends(strip.middle), strip.median) == ((15, 33), (18, 27), 22.39)
    assert drawn(strip).count('class="chart__range"') == 2


def test_equal_percentiles_collapse_into_one_place():
    strip = distribution(30_000, 30_000, 30_000, 54_000, 54_000)
    assert (ends(strip.range), ends(strip.middle), strip.median) == ((15, 27), (15, 27), 15)


def test_a_distribution_of_a_median_alone_is_a_mark():
    strip = distribution(None, None, 40_000, None, None)
    assert (strip.range, strip.middle, strip.median) == (None, None, 20)


def test_top_coded_percentiles_are_open():
    top = Figure(239_200, is_open=True)
    assert distribution(90_000, 120_000, 180_000, top, top).arrow == Arrow("range", 100)
    strip = distribution(90_000, 120_000, top, top, top)
    assert (strip.median, strip.arrow, ends(strip.middle)) == (None, Arrow("value", 100), (60, 100))


def test_a_top_coded_percentile_within_the_axis_is_open_where_it_is():
    strip = distribution(20_000, 30_000, 40_000, 60_000, Figure(80_000, is_open=True))
    assert (ends(strip.range), strip.arrow) == ((10, 40), Arrow("range", 40))


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("*", "Pay not published: the publisher withholds it."),
        ("-", "Pay a year not published: this occupation is usually paid by the hour."),
        ("", "Pay not published."),
    ],
)
def test_without_figures_the_reason_is_given(missing, words):
    assert words in drawn(None, missing=missing)


def test_more_than_one_amount_in_twenty_beyond_the_end_is_too_many():
    assert not charts.is_crowded(amounts=100, beyond=5)
    assert charts.is_crowded(amounts=100, beyond=6)
