"""Words of an ad or a resume in the form in which they are compared: by stem, with acronyms in full."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guides.document.plurals import singular
from guides.document.search_words import FUNCTION_WORDS, TOKEN, fold, stem, tokens_of, undotted
from guides.document.skill_names import ACRONYMS

MOST_WORDS = 6  # of a name that is looked for


def set_of(words: str) -> frozenset[str]:
    """Return words with spaces between them as a set."""
    return frozenset(words.split())


# Their stems are also those of other words: community, accounts, markets.
_KEPT_WHOLE = set_of(
    "accounting billing catering communication communications counseling documentation engineering filing general"
    " generation marketing mechanical news operations organization organizational policy pricing university writing"
)
_OTHER_MEANINGS = {"AR"}  # accounts receivable
_IN_FULL = {
    acronym.lower(): tuple(tokens_of(words)) for acronym, words in ACRONYMS.items() if acronym not in _OTHER_MEANINGS
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word by its form for comparing, and its place in the text."""

    form: str
    start: int
    end: int


def read_words(text: str) -> list[Word]:
    """Read the words of an NFC text; an acronym in capitals becomes the words it stands for, all at its place."""
    words: list[Word] = []
    for token in TOKEN.finditer(fold(text)):
        word, shown = undotted(token[0]), text[token.start() : token.end()]
        bare = word.removesuffix("s")
        acronym = word if word in _IN_FULL else bare
        is_acronym = acronym in _IN_FULL and shown[: len(acronym)] != shown[: len(acronym)].lower()
        meant = _IN_FULL[acronym] if is_acronym else (word,)
        words += (Word(form_of(each), token.start(), token.end()) for each in meant)
    return words


def form_of(word: str) -> str:
    """Return the form of a folded word: its stem, or the word itself where others have the same stem."""
    if word in _KEPT_WHOLE or not word.isalpha() or not word.isascii():
        return singular(word) if word.isalpha() else word
    return stem(word)


def joined(words: Sequence[Word]) -> str:
    """Return words as one, so that `help desk`, `help-desk` and `helpdesk` are the same."""
    return "".join(word.form for word in words)


def form_of_name(name: str) -> str:
    """Return the form of a name as `joined` returns it."""
    return joined(read_words(name))


def runs_of(words: Sequence[Word]) -> Iterator[str]:
    """Yield the joined form of every run of up to MOST_WORDS words."""
    for start in range(len(words)):
        run = ""
        for word in words[start : start + MOST_WORDS]:
            run += word.form
            yield run


def content_of(words: Sequence[Word]) -> frozenset[str]:
    """Return the forms of words without function words."""
    return frozenset(word.form for word in words) - _FUNCTION_FORMS


_FUNCTION_FORMS = frozenset(map(form_of, FUNCTION_WORDS))
