"""Numbers from outside, whatever somebody sends."""

import pytest

from guides.document.numbers import whole_number


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("7", 7), ("007", 7), ("999999999", 999_999_999)])
def test_digits_are_a_number(text, number):
    assert whole_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        " ",
        "1 ",
        " 1",
        "1\n",
        "+1",
        "-1",
        "1.0",
        "1,000",
        "1_000",
        "1e3",
        "0x1",
        "٣",
        "１",
        "²",
        "Ⅳ",
        "½",
        "\0",
    ],
)
def test_anything_else_is_none(text):
    assert whole_number(text) is None


@pytest.mark.parametrize(("digits", "number"), [(9, None), (20, None), (21, 10**20)])
def test_a_number_has_at_most_so_many_digits(digits, number):
    assert whole_number(str(10**20), digits) == number
