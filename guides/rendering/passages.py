"""The text of a guide as readers see it, passage by passage, and how easy it is to read."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from guides.document import GuideDocument
from guides.document.kinds import values_of
from guides.document.shape import LISTS as ALL_LISTS
from guides.rendering.markdown import plain_blocks, plain_lines, plain_words

LISTS = tuple(path for path, field in ALL_LISTS.items() if "." not in path and not field.is_part)
MATERIAL_OF_TOOLS = ("interview", "resumes", "letters", "job_ads")  # what a guide's own page does not show
WORDS_A_MINUTE = 230
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])([\"'”’)\]]*)\s+(?=[\"'“‘(\[]*[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|Mr|Mrs|Ms|Dr|St|No|approx|[A-Z])\.)$")


@dataclass(frozen=True)
class Passage:
    """A text of a guide: its path in the document, and its lines without Markdown."""

    path: str
    lines: tuple[str, ...]

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        return tuple(sentence for line in self.lines for sentence in split_sentences(line))

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(word for line in self.lines for word in words_of(line))


@lru_cache(maxsize=8)  # several checks read the same guide one after the other
def passages(document: GuideDocument) -> tuple[Passage, ...]:
    """All passages with words, in the order of the document."""
    found = (Passage(path, tuple(plain_lines(text))) for path, text in markdown_texts(document))
    lists = (
        Passage(f"{name}[{index}]", (text,)) for name in LISTS for index, text in enumerate(getattr(document, name))
    )
    return tuple(passage for passage in (*found, *lists) if passage.words)


def markdown_texts(document: GuideDocument) -> Iterator[tuple[str, str]]:
    """All Markdown texts of a guide with their paths, in the order of the document."""
    return ((path, text) for path, field, text in values_of(document) if field.kind.form == "markdown")


def words_of(text: str) -> list[str]:
    return _WORD.findall(text)


def split_sentences(line: str) -> list[str]:
    """Split a line into sentences. A period after an abbreviation or an initial does not end a sentence."""
    sentences: list[str] = []
    start = 0
    for end in _SENTENCE_END.finditer(line):
        if not _ABBREVIATION.search(line[max(start, end.start() - 12) : end.start()]):
            sentences.append(line[start : end.end(1)])
            start = end.end()
    return [*sentences, line[start:]]


def split_lead(text: str) -> tuple[str, str]:
    """Split Markdown into its first sentence and the rest.

    The lead is the whole first paragraph if the sentence ends within markup, and empty if the text begins otherwise.
    """
    paragraph = text.split("\n\n", 1)[0]
    for lead in (split_sentences(paragraph)[0], paragraph):
        rest = text[len(lead) :].strip()
        is_paragraph = [kind for kind, _ in plain_blocks(lead)] == ["p"]
        if is_paragraph and f"{plain_words(lead)} {plain_words(rest)}".rstrip() == plain_words(text):
            return lead, rest
    return "", text


def reading_minutes(document: GuideDocument) -> int:
    """The time to read the text of a guide's page, at WORDS_A_MINUTE and rounded up."""
    lines = [line for name in LISTS for line in getattr(document, name)]
    texts = [text for path, text in markdown_texts(document) if not path.startswith(MATERIAL_OF_TOOLS)]
    return math.ceil(sum(len(text.split()) for text in (*lines, *texts)) / WORDS_A_MINUTE)


def excerpt(text: str, most: int = 12) -> str:
    """The first words of a text, in quotation marks."""
    words = text.split()
    return f"“{' '.join(words[:most])[:120]}{' …' if len(words) > most else ''}”"


# Readability

FEWEST_WORDS = 60  # with fewer, the grade means little
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouysxzcg]es)$")


def grade_of(texts: Sequence[Passage]) -> float | None:
    """The Flesch-Kincaid grade level, None for fewer than 60 words.

    0.39 * words / sentences + 11.8 * syllables / words - 15.59 (Kincaid et al., 1975). Groups of vowels, except a
    silent ending, count as syllables, at least one a word; list items count as sentences.
    """
    words = [word for passage in texts for word in passage.words]
    if len(words) < FEWEST_WORDS:
        return None
    sentences = sum(len(passage.sentences) for passage in texts)
    return 0.39 * len(words) / sentences + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def _syllables(word: str) -> int:
    lower = word.lower()
    groups = len(_VOWELS.findall(lower))
    return max(1, groups - bool(_SILENT_END.search(lower)))
