"""Whether a guide reads easily: long sentences and the reading level."""

from collections.abc import Iterator

from guides.document import GuideDocument
from guides.editing.checks.remark import Remark, Surroundings
from guides.rendering.passages import excerpt, grade_of, passages, words_of

MOST_WORDS = 30  # a sentence
HIGHEST_GRADE, HIGHEST_PASSAGE_GRADE = 13, 16


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
