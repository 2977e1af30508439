"""Snippets of matching texts, as marked and unmarked parts without markup."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guides.document.search_words import WORD, Term, fold, significant, stem

LONGEST_SNIPPET = 180  # characters
BEFORE_MATCH = 60  # characters shown before the first match
READ_FIRST = 4000  # characters of each column that are searched before the rest
NO_LETTER_BEFORE = r"(?<![^\W_])"
COLUMNS = ("summary", "alternative_titles", "responsibilities", "skills", "sections", "questions")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of text, marked or not."""

    text: str
    is_match: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """The position of a term in a text, from `start` up to and not including `end`."""

    start: int
    end: int
    term: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one of several texts, by the name of the text and the start of the line, with its matches."""

    name: str
    start: int
    text: str
    matches: Sequence[Match]


class Marker:
    """Finds the words of a query in a text as the databases do: by stem or by prefix."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.words = {term.word: number for number, term in enumerate(terms)}
        self.terms: dict[str, set[int]] = defaultdict(set)
        for number, term in enumerate(terms):
            for word in term.forms:
                self.terms[stem(word)].add(number)
        self.prefixes = {term.word: number for number, term in enumerate(terms) if term.is_prefix}
        # The common start of all forms of a word, by term: stems can end differently from words (study, studi).
        starts = tuple(stem(word)[:-1] or word for word in self.words)
        self.common_prefixes = list(zip(starts, self.words.values(), strict=True))
        self.common_prefixes += [
            (form[:-1] or form, number)
            for form, found in self.terms.items()
            for number in found
            if not form.startswith(starts)
        ]
        self.common_prefixes += self.prefixes.items()
        either = "|".join(sorted({re.escape(prefix) for prefix, _ in self.common_prefixes}))
        self.pattern = re.compile(f"{NO_LETTER_BEFORE}(?:{either}){WORD.pattern[:-1]}*") if either else None
        self.significant = {terms.index(term) for term in significant(terms)}

    def matches(self, text: str) -> list[Match]:
        if self.pattern is None:
            return []
        words = self.pattern.finditer(fold(text))
        return [Match(*word.span(), term) for word in words for term in sorted(self._terms(word.group()))]

    def _terms(self, word: str) -> set[int]:
        found = self.terms.get(stem(word), set())
        return found or {number for prefix, number in self.prefixes.items() if word.startswith(prefix)}

    def matches_in_title(self, text: str) -> list[Match]:
        """Return the matches in a title, also of words that it writes apart: `R.N.`, `Front End`."""
        matches = self.matches(text)
        found = {match.term for match in matches}
        missing = {word: term for word, term in self.words.items() if term not in found}
        if not missing:
            return matches
        apart = (Match(start, end, missing[word]) for word, start, end in _written_apart(fold(text), missing))
        return sorted([*matches, *apart], key=lambda match: match.start)

    def count(self, text: str) -> int:
        """Count the query words that a title contains."""
        return len({match.term for match in self.matches_in_title(text)})

    def mark(self, text: str) -> tuple[Part, ...]:
        """Return the whole title with its matches marked."""
        return _parts(text, self.matches_in_title(text), 0, len(text))

    def has_all(self, title: str) -> bool:
        """Return whether a title has all significant words."""
        return self._number(self.matches_in_title(title)) == len(self.significant)

    def best_line(self, texts: Mapping[str, str]) -> Line | None:
        """Return the line with the most query words, the first of them in the order of the texts."""
        return self._best_line({name: _first_lines(text) for name, text in texts.items()}) or self._best_line(texts)

    def cut(self, text: str) -> tuple[Part, ...]:
        """Return a line with its matches marked, cut around them."""
        return cut(text, self.matches(text))

    def _best_line(self, texts: Mapping[str, str]) -> Line | None:
        best, most = None, 0
        for name, text in texts.items():
            for may_have, start in self._promising_lines(text):
                if may_have <= most:
                    break
                line = _line_at(start, text)
                matches = self.matches(line)
                if self._number(matches) > most:
                    best, most = Line(name, start, line, matches), self._number(matches)
            if most == len(self.significant):
                break
        return best

    def _number(self, matches: Sequence[Match]) -> int:
        """Count the significant words."""
        return len({match.term for match in matches} & self.significant)

    def _promising_lines(self, text: str) -> list[tuple[int, int]]:
        """Return the highest possible number of significant words of lines, judged by prefix, and the starts of the
        lines; best first."""
        folded = fold(text)
        may_have: dict[int, set[int]] = defaultdict(set)  # by the start of a line
        for prefix, term in self.common_prefixes:
            if term in self.significant:
                for start in _lines_with(prefix, folded):
                    may_have[start].add(term)
        ordered = sorted(may_have.items(), key=lambda item: (-len(item[1]), item[0]))
        return [(len(terms), start) for start, terms in ordered]


def _written_apart(text: str, words: Collection[str]) -> Iterator[tuple[str, int, int]]:
    """Yield the words that a text writes as several, with the start and the end of each."""
    parts = list(WORD.finditer(text))
    longest = max(map(len, words))
    for index, first in enumerate(parts):
        joined = ""
        for part in parts[index:]:
            joined += part[0]
            if joined in words:
                yield joined, first.start(), part.end()
            if len(joined) >= longest:
                break


def _lines_with(part: str, text: str) -> Iterator[int]:
    """Yield the starts of lines that contain a part, without visiting the other lines of a long text."""
    place = text.find(part)
    while place >= 0:
        yield text.rfind("\n", 0, place) + 1
        end = text.find("\n", place)
        place = text.find(part, end + 1) if end >= 0 else -1


def _line_at(start: int, text: str) -> str:
    end = text.find("\n", start)
    return text[start:] if end < 0 else text[start:end]


def _first_lines(text: str) -> str:
    """Return the lines that are searched before the rest, since long texts name their subject early."""
    return text if len(text) <= READ_FIRST else text[: text.rfind("\n", 0, READ_FIRST) + 1]


def cut(text: str, matches: Sequence[Match]) -> tuple[Part, ...]:
    """Cut a text to LONGEST_SNIPPET characters from shortly before the first match, at word boundaries."""
    if len(text) <= LONGEST_SNIPPET:
        return _parts(text, matches, 0, len(text))
    start = max(0, min(matches[0].start - BEFORE_MATCH, len(text) - LONGEST_SNIPPET)) if matches else 0
    if start:
        space = text.find(" ", start, matches[0].start)
        start = space + 1 if space >= 0 else start
    end = min(start + LONGEST_SNIPPET, len(text))
    if end < len(text):
        space = text.rfind(" ", start, end)
        end = space if space > start else end
    parts = _parts(text, matches, start, end)
    return (*[Part("… ")] * (start > 0), *parts, *[Part(" …")] * (end < len(text)))


def _parts(text: str, matches: Sequence[Match], start: int, end: int) -> tuple[Part, ...]:
    parts, place = [], start
    for match in matches:
        if match.start >= place and match.end <= end:
            parts += [Part(text[place : match.start]), Part(text[match.start : match.end], is_match=True)]
            place = match.end
    return tuple(part for part in (*parts, Part(text[place:end])) if part.text)
