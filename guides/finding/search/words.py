"""From texts to words that are compared: lower case, without accents, letter for letter."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from snowballstemmer import stemmer

WORD = re.compile(r"[^\W_]+")
LONGEST_QUERY = 200  # characters
MOST_WORDS = 16
SHORTEST_TELLING = 3  # letters
# Words that questions need and that tell nothing of what is looked for: `how do I become a` asks nothing else.
FUNCTION_WORDS = frozenset(
    WORD.findall(
        "a am an and are as at be become becoming been being by can could did do does for from get getting have how i"
        " if in into is it me my need of on or should tell that the there this to want was what when where which who"
        " why will with would you your"
    )
)

_ASCII = bytes(range(128))
_STEMMER = stemmer("porter")  # what both databases stem with


@lru_cache(maxsize=2_000)
def _fold_letter(letter: str) -> str:
    base, *marks = unicodedata.normalize("NFD", letter.lower())
    return base if all(map(unicodedata.combining, marks)) else letter


def fold(text: str) -> str:
    """A text in NFC in lower case and without accents: character for character, so that places stay where they are."""
    if text.isascii():
        return text.lower()
    # As bytes, for most texts have a few dashes and quotation marks: twice as fast as letter by letter.
    data = text.encode("utf-8", "surrogatepass")
    folded = data.lower().decode("utf-8", "surrogatepass")
    for letter in set(data.translate(None, delete=_ASCII).decode("utf-8", "surrogatepass")):
        folded = folded.replace(letter, _fold_letter(letter))
    return folded


def words_of(text: str) -> list[str]:
    """The folded words, runs of letters and digits."""
    return WORD.findall(fold(unicodedata.normalize("NFC", text)))


def key(title: str) -> str:
    """What titles are compared by: `Café Manager (Night)` is `cafe manager night`."""
    return " ".join(words_of(title))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What the forms of a folded English word have in common: `operators` is `oper`."""
    return _STEMMER.stemWord(word)


@dataclass(frozen=True, slots=True)
class Term:
    """A word that is looked for in all its forms, or any of `others`; with `is_prefix` also as half a word."""

    word: str
    is_prefix: bool = False
    others: tuple[str, ...] = ()

    @property
    def begins_stems(self) -> bool:
        """Whether databases may look for stems that begin like it: not for `electr` where `electricity` is meant."""
        return self.is_prefix and stem(self.word) == self.word


def telling(terms: Sequence[Term]) -> tuple[Term, ...]:
    """The terms of some length, where there are such: in a sentence the others tell nothing of what it is about."""
    return tuple(term for term in terms if len(term.word) >= SHORTEST_TELLING) or tuple(terms)


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody asks for: as it was typed, cut where it is longer than is looked for, and its words."""

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
        """What is looked for: the words without those that only make a sentence of them, unless there are no others."""
        words = [word for word in self.words if word not in FUNCTION_WORDS]
        return tuple(map(Term, words or self.words))
