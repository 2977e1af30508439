"""Glossary terms in the text of a guide: each is a link where it first stands."""

import re
from collections.abc import Iterable, Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from guides.document.plurals import singular
from guides.pages.leads import TAG
from guides.pages.parts import Term

MOST_WORDS = 6  # of a term that is looked for
NOT_IN = {"a", "code", "pre", "h3", "h4", "h5", "h6"}
_WORD = re.compile(r"&#?\w+;|(?P<word>\w+(?:['’-]\w+)*)")  # the words of an entity are none

Key = tuple[str, ...]


class GlossaryLinks:
    """The terms of a glossary that no text has linked so far."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.waiting: dict[Key, Term] = {}
        for term in terms:
            key = tuple(map(_key, re.findall(r"\w+(?:['’-]\w+)*", term.name)))
            if 0 < len(key) <= MOST_WORDS:
                self.waiting.setdefault(key, term)

    def add_to(self, html: str) -> tuple[SafeString, tuple[Term, ...]]:
        """Link the first mention of each term that is still waiting; return the HTML and the terms linked in it."""
        if not self.waiting:
            return mark_safe(html), ()
        found: list[Term] = []
        pieces: list[str] = []
        position = closed = 0
        for tag in TAG.finditer(html):
            text = html[position : tag.start()]
            pieces += (*([text] if closed else self._linked(text, found)), tag[0])
            position = tag.end()
            if tag["name"] in NOT_IN:
                closed += -1 if tag["end"] else 1
        pieces += self._linked(html[position:], found)
        return mark_safe("".join(pieces)), tuple(found)

    def _linked(self, text: str, found: list[Term]) -> list[str]:
        """The pieces of a text without tags, terms as links."""
        words = [match.span() for match in _WORD.finditer(text) if match["word"]]
        keys = [_key(text[start:end]) for start, end in words]
        pieces, position, index = [], 0, 0
        while index < len(words):
            length = self._length_of_term(text, words[index : index + MOST_WORDS], keys[index : index + MOST_WORDS])
            if length:
                term = self.waiting.pop(tuple(keys[index : index + length]))
                found.append(term)
                start, end = words[index][0], words[index + length - 1][1]
                link = format_html('<a class="term" href="#{}">{}</a>', term.anchor, mark_safe(text[start:end]))
                pieces += (text[position:start], link)
                position = end
            index += length or 1
        return [*pieces, text[position:]]

    def _length_of_term(self, text: str, words: Sequence[tuple[int, int]], keys: Sequence[str]) -> int:
        """How many of these words, the first ones, are a term that is waiting; the longest counts."""
        together = 1
        while together < len(words) and text[words[together - 1][1] : words[together][0]].isspace():
            together += 1
        return next((length for length in range(together, 0, -1) if tuple(keys[:length]) in self.waiting), 0)


def _key(word: str) -> str:
    """The form of a word that is the same in singular and plural; letters of an acronym stay capitals."""
    return word if len(word) > 1 and word.isupper() else singular(word.casefold())
