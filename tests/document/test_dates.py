"""Dates as people write them."""

import pytest

from guides.document.dates import is_date, read_date


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2025", "2025"),
        ("2025-05", "2025-05"),
        ("2025-5", "2025-05"),
        ("2025/05/14", "2025-05-14"),
        ("05/2025", "2025-05"),
        ("May 2025", "2025-05"),
        ("may, 2025", "2025-05"),
        ("Sept. 2025", "2025-09"),
        ("May 14, 2025", "2025-05-14"),
        ("May 1st 2025", "2025-05-01"),
        ("14 May 2025", "2025-05-14"),
        ("29th of February, 2024", "2024-02-29"),
    ],
)
def test_a_date_is_read_in_its_own_precision(words, iso):
    assert read_date(words) == iso


@pytest.mark.parametrize(
    "words",
    ["", "soon", "05/06/2025", "13/2025", "2025-13", "2025-02-30", "30 February 2025", "February 29, 2025",
     "Mayor 2025", "May 32, 2025", "0000", "٢٠٢٥", "2025-05-31T10:00", "May 2025" * 9],
)  # fmt: skip
def test_words_that_are_no_date_of_the_calendar_are_not_read(words):
    assert read_date(words) is None


@pytest.mark.parametrize("words", ["2025-5", "2025-02-30", "2025-00", "May 2025", "2025-05-31\n"])
def test_a_document_states_dates_in_iso(words):
    assert not is_date(words)
