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
# Words that sentences need and that tell nothing of what is looked for: almost every guide has them.
FUNCTION_WORDS = frozenset(
    WORD.findall(
        "a an and are as at be by can do does for from get how i if in is me my of on or should that the there this to"
        " was what when where which who why will with would you your"
    )
)

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_STEMMER = stemmer("porter")  # what both databases stem with


@lru_cache(maxsize=2_000)
def _fold_letter(letter: str) -> str:
    base, *marks = unicodedata.normalize("NFD", letter.lower())
    return base if all(map(unicodedata.combining, marks)) else letter


def fold(text: str) -> str:
    """A text in NFC in lower case and without accents: character for character, so that places stay where they are."""
    if not text.isascii():
        text = _NOT_ASCII.sub(lambda found: _fold_letter(found.group()), text)
    return text.lower()


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
