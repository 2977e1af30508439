"""What a file must be before it can be read as a guide."""

import pytest

from guides.parsing import GuideError, parse_guide

GUIDE = "Complete Baker Career Guide\n\nBakers feed a town.\n\nKey Responsibilities\n\n• Mix dough\n"
NO_TITLE = "expected a first line such as “Complete ROLE Career Guide”"


@pytest.mark.parametrize(
    "source",
    [
        GUIDE,
        GUIDE.encode(),
        GUIDE.encode("utf-8-sig"),
        "\ufeff" + GUIDE,
        GUIDE.replace("\n", "\r\n").encode(),
        GUIDE.replace("\n", "\r").encode(),
        GUIDE.replace(" ", "\u00a0"),
        GUIDE.replace("\n", " \t\n"),
        "\n\n" + GUIDE,
        GUIDE.rstrip(),
    ],
)
def test_encoding_and_line_ends_mean_nothing(source: str | bytes):
    document = parse_guide(source)
    assert (document.title, document.summary) == ("Baker", "Bakers feed a town.")
    assert document.responsibilities == ("Mix dough",)


def test_words_are_composed():
    assert parse_guide("Cafe\u0301 Owner Career Guide").title == "Café Owner"


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (b"", "1: expected a guide text, found nothing"),
        (" \n\t\n", "1: expected a guide text, found nothing"),
        (b"\xef\xbb\xbf", "1: expected a guide text, found nothing"),
        (b"Baker Career Guide\n\nBr\xf6tchen", "3: expected UTF-8 text, found the byte 0xf6"),
        (b"\x89PNG\r\n\x1a\n\x00", "1: expected UTF-8 text, found the byte 0x89"),
        (b"Baker Career Guide\n\x00", "2: expected plain text, found the character U+0000"),
        ("Baker Career Guide\n\n\ud800", "3: expected plain text, found the character U+D800"),
        ("Baker Career Guide\n" + "\u0301\u0323" * 16, "2: expected plain text, found more than 30 accents in a row"),
        ("<html>", f"1: {NO_TITLE}, found “<html>”"),
        ("• Baker Career Guide", f"1: {NO_TITLE}, found “Baker Career Guide”"),
        ("\\Baker Career Guide", f"1: {NO_TITLE}, found “Baker Career Guide”"),
    ],
)  # fmt: skip
def test_what_is_no_guide_text_is_refused_at_its_line(source: str | bytes, problem: str):
    with pytest.raises(GuideError) as refusal:
        parse_guide(source, "baker.txt")
    assert str(refusal.value) == f"baker.txt:{problem}"


def test_a_long_line_is_cut_in_the_message():
    with pytest.raises(GuideError) as refusal:
        parse_guide("bread " * 1000)
    assert len(str(refusal.value)) < 200
