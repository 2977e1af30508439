"""How figures are written in the text layout."""

import pytest

from guides.document.figures import read_range, write_range


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
