"""How hard a text is to read: its sentences, its words and the school grade of Flesch and Kincaid. English only."""

import re

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]?\s+(?=[\"“‘(]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|approx|Dr|Mr|Mrs|Ms|No|St)|\b[A-Z])\.$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")


def sentences(text: str) -> list[str]:
    """The sentences of plain words on one line."""
    found: list[str] = []
    for piece in filter(None, _SENTENCE_END.split(text.strip())):
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def grade(texts: list[str]) -> float | None:
    """The grade of texts that each are one or more sentences; None where there are no words.

    0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid, Fishburne, Rogers and Chissom, 1975). Syllables
    are groups of vowels without a silent final e: a good guess for English, which is all that the grade needs.
    """
    number_of_sentences = sum(len(sentences(text)) for text in texts)
    found = [word for text in texts for word in words(text)]
    if not found or not number_of_sentences:
        return None
    syllables = sum(map(_syllables, found))
    return 0.39 * len(found) / number_of_sentences + 11.8 * syllables / len(found) - 15.59


def _syllables(word: str) -> int:
    letters = word.lower()
    silent = letters.endswith("e") and not letters.endswith("le")
    return max(1, len(_VOWELS.findall(letters)) - silent)
