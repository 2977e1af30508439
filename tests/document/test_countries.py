"""Codes of countries."""

import pytest

from guides.document.countries import code_or_words, country_code


@pytest.mark.parametrize(
    ("countries", "code"),
    [
        (("UK", "U.K.", "GB", "gbr", "United Kingdom", "the United Kingdom", "Great Britain", "England"), "GB"),
        (("US", "us", "USA", "U.S.", "U.S.A.", "United States", "United  States of America"), "US"),
        (("DE", "Germany"), "DE"),
        (("Holland", "The Netherlands"), "NL"),
        (("South Korea", "Korea, Republic of"), "KR"),
        (("UAE", "United Arab Emirates"), "AE"),
        (("Turkey", "Türkiye"), "TR"),
        (("Russia", "Russian Federation"), "RU"),
        (("Vietnam", "Viet Nam"), "VN"),
        (("Czechia", "Czech Republic"), "CZ"),
    ],
)
def test_a_country_has_one_code_whatever_it_is_called(countries, code):
    assert {country_code(country) for country in countries} == {code}


@pytest.mark.parametrize("words", ["EU", "Europe", "Worldwide", "ZZ", ""])
def test_words_that_name_no_country_have_no_code_and_stay(words):
    assert (country_code(words), code_or_words(words)) == (None, words)
