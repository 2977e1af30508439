"""Words as people type them into short fields: a phone's capitals, shouting, punctuation at the end."""

import re
from collections.abc import Callable


def words_in(text: str) -> frozenset[str]:
    """The words of a table that is written as one text."""
    return frozenset(re.findall(r"\S+", text))


# Words that stay small in a name or title, unless they begin it.
SMALL = words_in("a an and as at but by de del der di du for from in la of on or the to van von with y und &")
# What a name in capitals has that is no acronym.
_SHORT_WORDS = words_in("bar car co gas gym inc inn law ltd new old pet red st sun tax tea the")
_ABBREVIATION = re.compile(
    r"(?:^|[\s.(&])(?:inc|co|corp|ltd|bros|jr|sr|st|dr|dept|[a-z]|etc|[ap]\.m)\.$", re.IGNORECASE
)
_LONGEST_ABBREVIATION = len(" dept.")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# How a whole sentence of somebody about themselves begins.
SENTENCE = re.compile(
    r"I(?:['’](?:m|d|ve|ll))? |my (?:\w+ ){1,3}(?:is|was|has|are|told|works?) |we(?:['’](?:re|ve))? "
    r"|there (?:is|was|were) |it (?:is|was) |(?:since|for|currently)\b.* I(?:['’]| )"
    r"|(?:right now|at|after|as(?! soon)|when|while|with|during|these days|today|having|although|until|before|last|this"
    r"|in|over|because|throughout)\b.*, ?I(?:['’]| )",
    re.IGNORECASE,
)
# What people type to say that there is nothing to say.
_NOTHING = re.compile(r"(?:none|nothing|n/?a|no|-+|unknown|(?:i am |i'm )?not sure|(?:it )?depends)", re.IGNORECASE)
_LONE_I = re.compile(r"(?<![\w.'’-])i(?=['’](?:m|ve|ll|d)\b|[\s,]|$)")
_NO_APOSTROPHE = re.compile(r"^(?:im|ive)\b", re.IGNORECASE)
_WITH_APOSTROPHE = {"im": "I'm", "ive": "I've"}


def without_ending(words: str) -> str:
    """Words without the punctuation at their end; the period of an abbreviation such as `Inc.` stays."""
    bare = words.rstrip(" ,;:")
    while bare.endswith(".") and not _ABBREVIATION.search(bare, len(bare) - _LONGEST_ABBREVIATION):
        bare = bare[:-1].rstrip(" ,;:")
    return bare


def as_sentence(words: str) -> str:
    """Words with a capital at the beginning and one mark at the end; empty for none."""
    bare = words.strip()
    if not bare:
        return ""
    sentence = bare[0].upper() + bare[1:]
    return sentence if sentence.rstrip('"”’)').endswith((".", "!", "?")) else f"{sentence.rstrip(',;:')}."


def typed_line(text: str) -> str:
    """One line of typed words, with `I` where somebody typed `i` or `im`, and without a mark at the end; empty for
    `none` and the like."""
    words = without_ending(" ".join(text.split()))
    if _NOTHING.fullmatch(words):
        return ""
    return _LONE_I.sub("I", _NO_APOSTROPHE.sub(lambda match: _WITH_APOSTROPHE[match[0].lower()], words))


def with_small_start(words: str) -> str:
    """Words without the capital that phones write first: `Immediately`; not `I`, `RN` or `iOS`."""
    first = _WORD.match(words)
    is_capital_of_phone = first and first[0].istitle() and (len(first[0]) > 1 or words.startswith("A "))
    return words[0].lower() + words[1:] if is_capital_of_phone else words


def calm(name: str) -> str:
    """A name or title without shouting: `CORNER BAKERY` is `Corner Bakery`; `IBM`, `UPS` and mixed case stay."""
    if not name.isupper() or not any(_is_shouted(word) for word in _WORD.findall(name)):
        return name
    return _titled(name, lambda word: _is_shouted(word) or word.lower() in _SHORT_WORDS)


def capitalized(name: str) -> str:
    """A name with its capitals, for one that was typed without any: `the corner bakery` is `the Corner Bakery`."""
    return _titled(name, lambda word: True) if name.islower() else calm(name)


def _is_shouted(word: str) -> bool:
    """Whether a word in capitals is no acronym: five letters or more, or an apostrophe, and a vowel."""
    return (len(word) >= 5 or "'" in word or "’" in word) and bool(set("AEIOUY") & set(word.upper()))


def _titled(name: str, is_word: Callable[[str], bool]) -> str:
    def title(match: re.Match[str]) -> str:
        word = match[0]
        if word.lower() in SMALL and (match.start() or word.lower() == "the"):
            return word.lower()
        return word[0].upper() + word[1:].lower() if is_word(word) else word

    return _WORD.sub(title, name)
