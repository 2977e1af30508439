"""The bands of the outlook."""

import pytest

from guides.official.outlook import BANDS, outlook_band


@pytest.mark.parametrize(
    ("growth", "key"),
    [
        (-361, "shrinking"),
        (-11, "shrinking"),
        (-10, "steady"),
        (10, "steady"),
        (11, "growing"),
        (50, "fast"),
        (100, "very-fast"),
    ],
)
def test_a_growth_in_tenths_of_a_percent_has_its_band(growth, key):
    assert outlook_band(growth).key == key


def test_each_growth_is_in_one_band():
    assert {sum(band.covers(growth) for band in BANDS) for growth in range(-400, 600)} == {1}


def test_a_band_says_its_range_in_numbers():
    assert [band.range for band in BANDS] == [
        "+10% or more",
        "+5% to +9.9%",
        "+1.1% to +4.9%",
        "−1% to +1%",
        "−1.1% or less",
    ]
