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
    return shortened(plain_words(summary), LONGEST_DESCRIPTION)


def shortened(words: str, longest: int) -> str:
    """Cut words, after a whole one, to at most `longest` characters."""
    if len(words) <= longest:
        return words
    return words[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
