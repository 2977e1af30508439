"""Labels for the codes of a document, and short descriptions."""

import re

from guides.rendering.markdown import plain_words

LONGEST_DESCRIPTION = 158
_CLAUSE = re.compile(r"(?:\S+ +){2,}\S+(?=[,:;] | [–—] )")
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


def opening_of(sentence: str, longest: int) -> str:
    """Cut a sentence to `longest` characters: before the last punctuation after three words, or else after a word."""
    if len(sentence) <= longest:
        return sentence
    clause = _CLAUSE.match(sentence[: longest + 1])
    return f"{clause[0]}…" if clause else shortened(sentence, longest)


def shortened(words: str, longest: int) -> str:
    """Cut words, after a whole one, to at most `longest` characters."""
    if len(words) <= longest:
        return words
    return words[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
