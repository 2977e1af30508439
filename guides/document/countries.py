"""ISO 3166 codes of countries, for data that leaves the site; readers see the words of the guide."""

from functools import lru_cache

import pycountry

# Everyday names that the standard does not list. England and its neighbors have no code of their own in ISO 3166-1.
_EVERYDAY_NAMES = {
    "america": "US",
    "britain": "GB",
    "brunei": "BN",
    "burma": "MM",
    "cape verde": "CV",
    "england": "GB",
    "great britain": "GB",
    "holland": "NL",
    "ivory coast": "CI",
    "macau": "MO",
    "northern ireland": "GB",
    "palestine": "PS",
    "republic of ireland": "IE",
    "russia": "RU",
    "scotland": "GB",
    "turkey": "TR",
    "uae": "AE",
    "uk": "GB",
    "wales": "GB",
}


@lru_cache(maxsize=1_000)
def country_code(country: str) -> str | None:
    """Return the two-letter code of a country given by name or code: `UK` and `United Kingdom` are `GB`."""
    name = " ".join(country.casefold().replace(".", "").split()).removeprefix("the ")
    if name in _EVERYDAY_NAMES:
        return _EVERYDAY_NAMES[name]
    try:
        return str(pycountry.countries.lookup(name).alpha_2)
    except LookupError:
        return None


def code_or_words(country: str) -> str:
    """Return the code of a country, or the words as they are if they name none: `Europe`."""
    return country_code(country) or country
