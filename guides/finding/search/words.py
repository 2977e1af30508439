"""Normalization of texts into comparable words: lower case and without accents."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from snowballstemmer import stemmer

WORD = re.compile(r"[^\W_]+")
LONGEST_QUERY = 200  # characters
MOST_WORDS = 16
SHORTEST_SIGNIFICANT = 3  # letters
# Words of questions that carry no meaning in a search, as in `how do I become a`.
FUNCTION_WORDS = frozenset(
    WORD.findall(
        "a am an and are as at be become becoming been being by can could did do does for from get getting have how i"
        " if in into is it me my need of on or should tell that the there this to want was what when where which who"
        " why will with would you your"
    )
)

_ASCII = bytes(range(128))
_STEMMER = stemmer("porter")  # the stemmer of both databases


@lru_cache(maxsize=2_000)
def _fold_letter(letter: str) -> str:
    base, *marks = unicodedata.normalize("NFD", letter.lower())
    return base if all(map(unicodedata.combining, marks)) else letter


def fold(text: str) -> str:
    """Lowercase an NFC text and strip its accents, character by character, so that positions stay the same."""
    if text.isascii():
        return text.lower()
    # Bytes are twice as fast as letters, since most texts contain few characters beyond ASCII.
    data = text.encode("utf-8", "surrogatepass")
    folded = data.lower().decode("utf-8", "surrogatepass")
    for letter in set(data.translate(None, delete=_ASCII).decode("utf-8", "surrogatepass")):
        folded = folded.replace(letter, _fold_letter(letter))
    return folded


def words_of(text: str) -> list[str]:
    """Return the folded words of a text: runs of letters and digits."""
    return WORD.findall(fold(unicodedata.normalize("NFC", text)))


def key(title: str) -> str:
    """Return the key that titles are compared by: `Café Manager (Night)` becomes `cafe manager night`."""
    return " ".join(words_of(title))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the stem of a folded English word: `operators` becomes `oper`."""
    return _STEMMER.stemWord(word)


@dataclass(frozen=True, slots=True)
class Term:
    """A search word in all its forms, or any of `others`; with `is_prefix`, also as the start of a word."""

    word: str
    is_prefix: bool = False
    others: tuple[str, ...] = ()

    @property
    def is_stem_prefix(self) -> bool:
        """Whether databases can match stems by this prefix; for `electricity` they must not match `electr`."""
        return self.is_prefix and stem(self.word) == self.word


def significant(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Return the longer terms, or all if there are none: short words of a sentence carry little meaning."""
    return tuple(term for term in terms if len(term.word) >= SHORTEST_SIGNIFICANT) or tuple(terms)


@dataclass(frozen=True, slots=True)
class Query:
    """A search query: its text, cut to the longest supported length, and its words."""

    text: str
    words: tuple[str, ...]
    is_cut: bool = False

    @classmethod
    def read(cls, typed: str) -> "Query":
        text = " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", typed).split())
        words = list(dict.fromkeys(words_of(text[:LONGEST_QUERY])))
        is_cut = len(text) > LONGEST_QUERY or len(words) > MOST_WORDS
        return cls(text[:LONGEST_QUERY], tuple(words[:MOST_WORDS]), is_cut)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The search terms: the words without function words, unless there are no others."""
        words = [word for word in self.words if word not in FUNCTION_WORDS]
        return tuple(map(Term, words or self.words))
