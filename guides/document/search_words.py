"""Normalization of texts into comparable words: lower case and without accents."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from snowballstemmer import stemmer

from guides.document.bounded_cache import bounded_cache

WORD = re.compile(r"[^\W_]+")
# A word with its symbols, such as `C#` and `.NET`; the dots in `R.N.` and `Node.js` do not end a word.
TOKEN = re.compile(r"(?:(?<![^\W_])\.(?=[^\W\d_]))?[^\W_]+(?:\.[^\W\d_]{1,3}(?![^\W_]))*(?:[+#]+(?![^\W_]))?")
SYMBOLS = {".": "dot", "+": "plus", "#": "sharp"}
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
# A compound has a short part, and is no longer than those in dictionaries.
LONGEST_SHORT_PART, LONGEST_COMPOUND = 7, 18
NEVER_JOINED = FUNCTION_WORDS - {"in", "on", "to"}  # but for initials: `A/V`

_ASCII = bytes(range(128))
_STEMMER = stemmer("porter")  # the stemmer of both databases


@lru_cache(maxsize=2_000)
def _fold_letter(letter: str) -> str:
    decomposed = unicodedata.normalize("NFD", letter.lower())
    return decomposed[0] if all(map(unicodedata.combining, decomposed[1:])) else letter


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


def tokens_of(text: str) -> list[str]:
    """Return the folded words of a text with their symbols: `c#`, `.net`, `rn` for `R.N.`."""
    return [undotted(token) for token in TOKEN.findall(fold(unicodedata.normalize("NFC", text)))]


def undotted(token: str) -> str:
    """Return a match of TOKEN without the dots between its letters."""
    return token[0] + token[1:].replace(".", "")


def word_of(token: str) -> str:
    """Return a token without its symbols."""
    return token.lstrip(".").rstrip("+#")


def spell(token: str) -> str:
    """Return a token with its symbols as words: `csharp`, `dotnet`."""
    return "".join(SYMBOLS.get(letter, letter) for letter in token)


def words_of(text: str) -> list[str]:
    """Return the folded words of a text without their symbols."""
    return list(map(word_of, tokens_of(text)))


def key(title: str) -> str:
    """Return the key that titles are compared by: `Café Manager (Night)` becomes `cafe manager night`."""
    return " ".join(tokens_of(title))


def joined_key(title: str) -> str:
    """Return the key of a title that is the same for `Front End`, `Front-End` and `Frontend`."""
    return "".join(tokens_of(title))


def compound(one: str, other: str) -> str:
    """Return two neighbors as one word, or an empty string if nobody would write them so."""
    joined = one + other
    if min(len(one), len(other)) > LONGEST_SHORT_PART or len(joined) > LONGEST_COMPOUND:
        return ""
    return joined if len(joined) == 2 or NEVER_JOINED.isdisjoint((one, other)) else ""


@bounded_cache(entries=20_000, longest=40)
def stem(word: str) -> str:
    """Return the stem of a folded English word: `operators` becomes `oper`; `s` would have none."""
    return str(_STEMMER.stemWord(word)) or word


@dataclass(frozen=True, slots=True)
class Term:
    """A search word in all its forms, or any of `others`; with `is_prefix`, also as the start of a word.

    `joined` are the word and its neighbors written as one, `spelled` is the word with its symbols, if it has any.
    """

    word: str
    is_prefix: bool = False
    others: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    spelled: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        return (self.word, *self.joined, self.spelled) if self.spelled else (self.word, *self.joined)

    @property
    def forms(self) -> tuple[str, ...]:
        return (*self.words, *self.others)

    @property
    def prefixes(self) -> tuple[str, ...]:
        """The words that may be the start of a longer one; of a complete word, its compounds are complete too."""
        return (self.word, *self.joined) if self.is_prefix else (self.word,)

    @property
    def stem_prefixes(self) -> tuple[str, ...]:
        """The prefixes by which databases can match stems; for `electricity` they must not match `electr`."""
        return tuple(word for word in self.prefixes if self.is_prefix and stem(word) == word)

    @property
    def exact(self) -> "Term":
        """The term with its symbols: not `c`, if `c#` was typed."""
        return Term(self.spelled) if self.spelled else self


def significant(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Return the longer terms, or all if there are none: short words of a sentence carry little meaning."""
    return tuple(term for term in terms if len(term.spelled or term.word) >= SHORTEST_SIGNIFICANT) or tuple(terms)


@dataclass(frozen=True)
class Query:
    """A search query: its text, cut to the longest supported length, and its words with their symbols."""

    text: str
    tokens: tuple[str, ...]
    is_cut: bool = False

    @classmethod
    def read(cls, typed: str) -> "Query":
        text = " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", typed).split())
        tokens = tokens_of(text[:LONGEST_QUERY])
        is_cut = len(text) > LONGEST_QUERY or len(set(tokens)) > MOST_WORDS
        return cls(text[:LONGEST_QUERY], tuple(tokens), is_cut)

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(term.word for term in self.all_terms)

    @cached_property
    def all_terms(self) -> tuple[Term, ...]:
        """A term for each different word, up to MOST_WORDS."""
        joined: dict[str, dict[str, None]] = {token: {} for token in self.tokens}
        for one, other in pairwise(self.tokens):
            if word := compound(word_of(one), word_of(other)):
                joined[one][word] = joined[other][word] = None
        return tuple(_term(token, tuple(words)) for token, words in list(joined.items())[:MOST_WORDS])

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The search terms: the words without function words, unless there are no others."""
        terms = self.all_terms
        return tuple(term for term in terms if term.spelled or term.word not in FUNCTION_WORDS) or terms


def _term(token: str, joined: tuple[str, ...]) -> Term:
    word = word_of(token)
    return Term(word, joined=joined, spelled=spell(token) if token != word else "")
