"""How figures are written in the text layout."""

import pytest

from guides.document.figures import (
    expected_amount,
    find_amounts,
    find_percents,
    read_amount,
    read_count,
    read_ends,
    read_money,
    read_percent,
    read_range,
    read_row,
    write_range,
)


@pytest.mark.parametrize(
    ("low", "high", "currency", "is_open", "words"),
    [
        (29_000, 56_000, "USD", False, "$29k - $56k USD"),
        (29_000, 56_000, "USD", True, "$29k - $56k+ USD"),
        (29_000, 56_500, "EUR", False, "€29,000 - €56,500 EUR"),
        (29_000, 56_000, None, True, "29k - 56k+"),
        (29_000, None, "USD", False, "from $29k USD"),
        (29_500, None, None, False, "from 29,500"),
        (None, 56_000, "USD", False, "up to $56k USD"),
        (None, 56_000, "USD", True, "up to $56k+ USD"),
        (None, 56_000, None, True, "up to 56k+"),
    ],
)
def test_a_range_is_written_as_it_is_read(low, high, currency, is_open, words):
    assert write_range(low, high, currency, is_open=is_open) == words
    ends = read_range(words)
    assert [end and end.amount for end in ends] == [low, high]
    assert bool(ends[1] and ends[1].is_open) is is_open


def test_a_range_without_ends_is_not_written():
    assert write_range(None, None, "USD", is_open=False) == ""


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("39.120 €", 39_120),
        ("39.120,00 €", 39_120),
        ("39 120 €", 39_120),
        ("€39.120", 39_120),
        ("1.200.000 EUR", 1_200_000),
        ("1,2M €", 1_200_000),
        ("€39,120", 39_120),
        ("39,120.00 EUR", 39_120),
        ("$39.120k USD", 39_120),
        ("INR 3,00,000", 300_000),
    ],
)
def test_the_currency_makes_clear_what_dots_and_commas_mean(words, amount):
    assert read_money(words).amount == amount


@pytest.mark.parametrize(
    "words", ["39.120", "$39.120", "£39.120,50", "39 120 USD", "$18,50 an hour", "1,2M USD", "39.1234 €"]
)
def test_a_number_that_may_be_two_is_not_read(words):
    assert read_amount(words) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("$39.120", "commas between thousands"),
        ("£1.200.000 a year", "commas between thousands"),
        ("39 120 USD", "commas between thousands"),
        ("$18,50 an hour", "a point before cents"),
        ("$18.50", "the period of the pay"),
        ("much", "usual"),
    ],
)
def test_a_refused_amount_says_how_to_write_it(words, expected):
    assert expected in expected_amount(words, "usual")


@pytest.mark.parametrize(
    ("words", "cents", "period"),
    [
        ("$18.50 an hour", 1_850, "hour"),
        ("$52.25/hr USD", 5_225, "hour"),
        ("£120 per day", 12_000, "day"),
        ("$1,100 weekly", 110_000, "week"),
        ("€3.450,00 monthly", 345_000, "month"),
        ("$4,000 Each Month", 400_000, "month"),
        ("$36,650.50", 3_665_050, ""),
        ("€40k p.a.", 4_000_000, "year"),
    ],
)
def test_pay_is_read_in_cents_with_its_period(words, cents, period):
    money = read_amount(words)
    assert (money.cents, money.period) == (cents, period)
    assert (read_money(words) is not None) is (period in ("", "year") and cents % 100 == 0)


@pytest.mark.parametrize("words", ["$18 - $25 an hour", "$18 an hour to $25 an hour", "$18 an hour - $25"])
def test_both_ends_of_a_range_have_one_period(words):
    assert [(end.cents, end.period) for end in read_ends(words)] == [(1_800, "hour"), (2_500, "hour")]
    assert read_range(words) is None


@pytest.mark.parametrize("words", ["$18 an hour - $900 a week", "$18+ - $25 an hour", "from $18+ an hour"])
def test_a_range_of_two_periods_or_with_an_open_low_end_is_not_read(words):
    assert read_ends(words) is None


def test_the_currency_of_one_end_of_a_range_makes_the_other_clear():
    assert [end.amount for end in read_range("29.000 – 56.000 €")] == [29_000, 56_000]


def test_a_glued_row_has_the_words_of_both_amounts():
    title, median, average = read_row("Apprentice$14.50 an hour$15 an hour USD")
    assert (title, median.words, average.words) == ("Apprentice", "$14.50 an hour", "$15 an hour USD")


def test_amounts_in_prose_are_those_of_whole_years():
    assert [money.amount for money in find_amounts("It pays $39,120, or $18.81 an hour, and $1,500 monthly.")] == [
        39_120
    ]


@pytest.mark.parametrize(("words", "percent"), [("5,5 %", 5.5), ("-2.5%", -2.5), ("5%", 5), ("5,500%", None)])
def test_a_percentage_may_have_a_comma(words, percent):
    assert (read_percent(words) or (None,))[0] == percent


def test_a_long_run_of_digits_is_searched_in_linear_time():
    assert find_percents("9" * 100_000) == []


def test_a_count_with_a_dot_is_not_read():
    assert (read_count("330.000"), read_count("330,000")) == (None, (330_000, False))
