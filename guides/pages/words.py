"""Words for what documents say by codes."""

from django.utils.text import Truncator

from guides.markdown import plain_words

LONGEST_DESCRIPTION = 158
REMOTE_WORK_WORDS = {"common": "Common", "possible": "Possible", "rare": "Rare"}
CURRENCY_NAMES = {
    "USD": "US dollars",
    "EUR": "euros",
    "GBP": "pounds sterling",
    "CAD": "Canadian dollars",
    "AUD": "Australian dollars",
    "INR": "Indian rupees",
}


def description_of(summary: str) -> str:
    """For the page's meta element: plain words, no longer than search engines show."""
    return Truncator(plain_words(summary)).chars(LONGEST_DESCRIPTION)
