"""Names, values and differences of single figures in words."""

import pytest

from guides.pages.figure_words import figure_difference, figure_name, figure_value


def test_figures_of_levels_name_their_level():
    assert figure_name("median_salary") == "Median pay"
    assert figure_name("median", "Head Keeper") == "Median pay of Head Keeper"


@pytest.mark.parametrize(
    ("figure", "value", "is_open", "words"),
    [
        ("median_salary", 44_770, False, "$44,770"),
        ("salary_high", 239_200, True, "$239,200 or more"),
        ("growth_percent", -5.5, False, "−5.5%"),
        ("annual_openings", 341_700, False, "341,700"),
    ],
)
def test_values_have_their_unit(figure, value, is_open, words):
    assert figure_value(figure, value, "USD", is_open=is_open) == words


@pytest.mark.parametrize(
    ("figure", "old", "new", "words"),
    [
        ("median_salary", 42_830, 44_770, "+$1,940"),
        ("median_salary", 44_770, 42_830, "−$1,940"),
        ("average", 44_770, 44_770, "the same"),
        ("growth_percent", -5.1, -5.5, "−0.4 points"),
        ("growth_percent", -1, 0, "+1 point"),
        ("annual_openings", 330_000, 341_700, "+11,700"),
    ],
)
def test_differences_have_a_sign_and_growth_differs_in_points(figure, old, new, words):
    assert figure_difference(figure, old, new, "USD") == words
