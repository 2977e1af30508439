"""Comparing and writing amounts of money, and writing growth."""

from dataclasses import replace

import pytest

from guides.document.shape import KeyFacts
from guides.rendering.money import (
    format_difference,
    format_growth,
    format_money,
    format_money_short,
    format_range,
    median_difference,
    median_obstacle,
)

FACTS = KeyFacts(median_salary=40_000, currency="USD", country="United States")


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        (39_120, "USD", "$39,120"),
        (36_000, "EUR", "€36,000"),
        (36_000, "GBP", "£36,000"),
        (40_000, "CAD", "CA$40,000"),
        (40_000, "AUD", "A$40,000"),
        (300_000, "INR", "₹300,000"),
        (40_000, "CHF", "CHF 40,000"),
        (40_000, None, "40,000"),
        (-400, "USD", "−$400"),
    ],
)
def test_money_is_written_with_its_currency(amount, currency, words):
    assert format_money(amount, currency) == words


@pytest.mark.parametrize(
    ("amount", "words"), [(0, "$0"), (500, "$500"), (20_000, "$20k"), (1_500_000, "$1.5M"), (2_000_000_000, "$2bn")]
)
def test_money_on_an_axis_is_short(amount, words):
    assert format_money_short(amount, "USD") == words


@pytest.mark.parametrize(("percent", "words"), [(5, "+5%"), (-2.5, "−2.5%"), (0, "0%"), (1200, "+1,200%")])
def test_growth_is_written_with_a_true_minus(percent, words):
    assert format_growth(percent) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        ("$29,000", "$56,000", "$29,000 to $56,000"),
        ("$29,000", "$56,000 and more", "$29,000 to $56,000 and more"),
        ("$29,000", "", "from $29,000"),
        ("", "$56,000+", "up to $56,000+"),
        ("", "", ""),
    ],
)
def test_a_range_is_written_with_the_ends_that_are_known(low, high, words):
    assert format_range(low, high) == words


@pytest.mark.parametrize(("amount", "words"), [(2_880, "+$2,880"), (-400, "−$400"), (0, "the same")])
def test_a_difference_has_its_sign(amount, words):
    assert format_difference(amount, "USD") == words


@pytest.mark.parametrize(("median", "difference"), [(42_880, 2_880), (39_600, -400), (40_000, 0)])
def test_medians_of_one_currency_and_country_are_compared(median, difference):
    assert median_difference(FACTS, replace(FACTS, median_salary=median)) == difference


@pytest.mark.parametrize(
    ("changes", "obstacle"),
    [
        ({"median_salary": None}, "unknown"),
        ({"median_salary": None, "currency": "EUR"}, "unknown"),
        ({"currency": "EUR"}, "currency"),
        ({"currency": None}, "currency"),
        ({"currency": "EUR", "country": "Germany"}, "currency"),
        ({"country": "Ecuador"}, "country"),
    ],
)
def test_medians_that_cannot_be_compared_have_no_difference(changes, obstacle):
    other = replace(FACTS, **changes)
    assert (median_obstacle(FACTS, other), median_difference(FACTS, other)) == (obstacle, None)
    assert (median_obstacle(other, FACTS), median_difference(other, FACTS)) == (obstacle, None)


def test_one_country_under_two_names_does_not_keep_medians_from_being_compared():
    assert median_difference(FACTS, replace(FACTS, country="US")) == 0


def test_an_unknown_country_does_not_keep_medians_from_being_compared():
    assert median_difference(FACTS, replace(FACTS, country=None)) == 0
