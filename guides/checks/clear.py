"""Whether a guide reads easily: long sentences and the reading level."""

import re
from collections.abc import Iterator, Sequence

from guides.parsing import GuideDocument

from .passages import Passage, excerpt, passages, words_of
from .remark import Remark, Surroundings

MOST_WORDS = 30  # a sentence
FEWEST_WORDS = 60  # below these a level says little
HIGHEST_GRADE, HIGHEST_PASSAGE_GRADE = 13, 16
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouysxzcg]es)$")


def long_sentences(document: GuideDocument, around: Surroundings) -> Iterator[Remark]:
    for passage in passages(document):
        for sentence in passage.sentences:
            if (length := len(words_of(sentence))) > MOST_WORDS:
                what = f"A sentence of {length} words: {excerpt(sentence)}"
                yield Remark("clear", passage.path, what, f"Sentences over {MOST_WORDS} words are read twice or not.")


def reading_level(document: GuideDocument, around: Surroundings) -> Iterator[Remark]:
    """Passages, and the guide as a whole, whose grade is high."""
    grade = grade_of(passages(document))
    if grade is not None and grade > HIGHEST_GRADE:
        yield _remark("summary", "The guide as a whole reads", grade, HIGHEST_GRADE)
    for passage in passages(document):
        grade = grade_of([passage])
        if grade is not None and grade > HIGHEST_PASSAGE_GRADE:
            yield _remark(passage.path, "This reads", grade, HIGHEST_PASSAGE_GRADE)


def _remark(path: str, subject: str, grade: float, highest: int) -> Remark:
    what = f"{subject} at grade {grade:.0f}."
    why = f"Above grade {highest} (Flesch-Kincaid, years of school) many readers give up: shorter sentences and words."
    return Remark("clear", path, what, why)


def grade_of(texts: Sequence[Passage]) -> float | None:
    """The Flesch-Kincaid grade level, None for fewer than 60 words.

    0.39 * words / sentences + 11.8 * syllables / words - 15.59 (Kincaid et al., 1975). Syllables are counted as groups
    of vowels without a silent ending, at least one a word; items of lists count as sentences.
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
