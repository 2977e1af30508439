"""Readability: long sentences and the reading level."""

from collections.abc import Iterator

from guides.document import GuideDocument
from guides.editing.checks.suggestion import SiteContext, Suggestion
from guides.rendering.passages import excerpt, grade_of, passages, words_of

MOST_WORDS = 30  # in a sentence
HIGHEST_GRADE, HIGHEST_PASSAGE_GRADE = 13, 16


def long_sentences(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    for passage in passages(document):
        for sentence in passage.sentences:
            if (length := len(words_of(sentence))) > MOST_WORDS:
                what = f"A sentence of {length} words: {excerpt(sentence)}"
                yield Suggestion("clear", passage.path, what, f"Readers skip sentences over {MOST_WORDS} words.")


def reading_level(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    """Passages with a high grade, and the guide as a whole."""
    grade = grade_of(passages(document))
    if grade is not None and grade > HIGHEST_GRADE:
        yield _suggestion("summary", "The whole guide reads", grade, HIGHEST_GRADE)
    for passage in passages(document):
        grade = grade_of([passage])
        if grade is not None and grade > HIGHEST_PASSAGE_GRADE:
            yield _suggestion(passage.path, "This reads", grade, HIGHEST_PASSAGE_GRADE)


def _suggestion(path: str, subject: str, grade: float, highest: int) -> Suggestion:
    what = f"{subject} at grade {grade:.0f}."
    why = f"Many readers give up above grade {highest} (Flesch-Kincaid). Use shorter sentences and words."
    return Suggestion("clear", path, what, why)
