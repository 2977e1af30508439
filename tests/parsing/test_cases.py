"""A case is two files in `cases/`: NAME.txt with NAME.json (its document) or NAME.err (why it is refused)."""

import json
from pathlib import Path

import pytest

from guides.parsing import GuideError, parse_guide, read_guide, write_guide

CASES = Path(__file__).parent / "cases"
accepted = pytest.mark.parametrize("path", sorted(CASES.glob("*.json")), ids=lambda path: path.stem)
refused = pytest.mark.parametrize("path", sorted(CASES.glob("*.err")), ids=lambda path: path.stem)


def test_every_text_has_one_answer():
    answers = sorted(path.stem for pattern in ("*.json", "*.err") for path in CASES.glob(pattern))
    assert answers == sorted(path.stem for path in CASES.glob("*.txt"))


@accepted
def test_text_becomes_this_document(path: Path):
    document = parse_guide(path.with_suffix(".txt").read_bytes())
    assert json.dumps(document.to_dict(), indent=2, ensure_ascii=False) + "\n" == path.read_text()


@accepted
def test_document_of_a_case_is_written_and_read_again(path: Path):
    document = parse_guide(path.with_suffix(".txt").read_bytes())
    again = read_guide(write_guide(document))
    assert again.document == document
    assert again.warnings == ()


@refused
def test_text_is_refused_with_these_lines(path: Path):
    text = path.with_suffix(".txt")
    with pytest.raises(GuideError) as refusal:
        parse_guide(text.read_bytes(), text.name)
    assert f"{refusal.value}\n" == path.read_text()
