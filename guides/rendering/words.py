"""Labels for the codes of a document, and short descriptions."""

from guides.rendering.markdown import plain_words

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
    """Cut a summary, after a whole word, to the length that search engines show."""
    words = plain_words(summary)
    if len(words) <= LONGEST_DESCRIPTION:
        return words
    return words[: LONGEST_DESCRIPTION - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
