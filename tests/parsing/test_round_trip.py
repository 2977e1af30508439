"""Whatever `validate` accepts can be written as text and read again; whatever is read, `validate` accepts."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from guides.document import GuideDocument, validate
from guides.document.lines import INVISIBLE, plain_body, plain_line
from guides.parsing import GuideError, read_guide, write_guide
from tests.parsing.strategies import documents, loose_texts

many = settings(
    max_examples=150,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def numbers_of_words(text: str) -> list[int]:
    lines = INVISIBLE.sub("", text).split("\n")
    return [number for number, line in enumerate(lines, start=1) if line.strip()]


@many
@given(documents())
def test_written_documents_are_read_as_they_were(document: GuideDocument):
    assume(not validate(document))
    text = write_guide(document)
    reading = read_guide(text)
    assert reading.document == document
    assert [warning for warning in reading.warnings if "HTML entities" not in warning.message] == []
    assert [line.number for line in reading.lines] == numbers_of_words(text)


@settings(many, max_examples=100)
@given(documents())
def test_canonical_form_is_the_document(document: GuideDocument):
    assert GuideDocument.from_json(document.canonical()) == document


@many
@given(loose_texts)
def test_any_text_is_read_whole_or_refused(text: str):
    try:
        reading = read_guide(text)
    except GuideError:
        return
    assert [line.number for line in reading.lines] == numbers_of_words(text)
    assert all(bool(line.path) is (line.kind == "content") for line in reading.lines)
    assert not any("None" in line.path for line in reading.lines)
    assert validate(reading.document) == []
    assert read_guide(write_guide(reading.document)).document == reading.document


@many
@given(st.one_of(st.text(), st.binary()))
def test_what_is_no_guide_is_refused(source: str | bytes):
    with pytest.raises(GuideError):
        read_guide(source)


@settings(many, max_examples=100)
@given(st.one_of(loose_texts, st.text()))
def test_canonical_words_stay_canonical(text: str):
    assert plain_body(plain_body(text)) == plain_body(text)
    assert plain_line(plain_line(text)) == plain_line(text)
