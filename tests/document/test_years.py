"""Years of experience in words."""

import pytest

from guides.document.figures import can_be_years, read_years


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("0-1 year", (0, 1)),
        ("0–1 Year", (0, 1)),
        ("3 to 5 years", (3, 5)),
        ("between 3 and 5 years", (3, 5)),
        ("two to four years", (2, 4)),
        ("at least 2-5 years", (2, 5)),
        ("5 years", (5, 5)),
        ("One year of experience", (1, 1)),
        ("12 months", (1, 1)),
        ("12-24 months", (1, 2)),
        ("18+ years total experience", (18, None)),
        ("12-15+ years", (12, None)),
        ("10+ yrs. of relevant experience", (10, None)),
        ("over 10 years", (10, None)),
        ("more than 5 years", (5, None)),
        ("5 or more years", (5, None)),
        ("5 years or more", (5, None)),
        ("minimum 3 years", (3, None)),
        ("Minimum of three years' experience", (3, None)),
        ("up to 2 years", (None, 2)),
        ("less than 2 years", (None, 2)),
        ("under a year", (None, 1)),
    ],
)
def test_years_are_read_from_their_usual_forms(words, years):
    assert read_years(words) == years


@pytest.mark.parametrize(
    "words",
    ["", "years", "1.5 years", "6 months", "6-12 months", "up to 2-5 years", "between 3 years", "no experience",
     "5 years in 2 firms", "several years", "3 to 5 years " * 20],
)  # fmt: skip
def test_anything_else_states_no_years(words):
    assert read_years(words) == (None, None)


@pytest.mark.parametrize("words", ["12-15+ years", "less than 2 years", "two to four years"])
def test_older_documents_state_no_years_for_words_that_were_not_read(words):
    assert can_be_years((None, None), words)
    assert can_be_years(read_years(words), words)
    assert not can_be_years((7, 8), words)


@pytest.mark.parametrize("words", ["0-1 year", "5 years", "18+ years", "up to 2 years"])
def test_words_that_were_always_read_need_their_years(words):
    assert not can_be_years((None, None), words)
