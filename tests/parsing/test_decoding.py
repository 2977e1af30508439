"""What a file must be before it can be read as a guide."""

import pytest

from guides.parsing import GuideError, parse_guide

GUIDE = "Complete Baker Career Guide\n\nBakers feed a town.\n\nKey Responsibilities\n\n• Mix dough\n"
NO_TITLE = "expected a first line such as “Complete ROLE Career Guide”"

NO_UTF8 = "expected a text saved as UTF-8"
WINDOWS = "what looks like Windows-1252, also called ANSI"
UTF_16 = "UTF-16, which Windows calls Unicode"


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
        (b"Baker Career Guide\n\nBr\xf6tchen", f"3: {NO_UTF8}, found {WINDOWS} (the byte 0xf6)"),
        ("Bakers’ Career Guide".encode("cp1252"), f"1: {NO_UTF8}, found {WINDOWS} (the byte 0x92)"),
        (GUIDE.encode("utf-16"), f"1: {NO_UTF8}, found {UTF_16}"),
        (GUIDE.encode("utf-16-le"), f"1: {NO_UTF8}, found {UTF_16}"),
        (GUIDE.encode("utf-16-be"), f"1: {NO_UTF8}, found {UTF_16}"),
        ("麵包師".encode("utf-16"), f"1: {NO_UTF8}, found {UTF_16} (the byte 0xff)"),
        (b"\x89PNG\r\n\x1a\n\x00", f"1: {NO_UTF8}, found a file that is no text (the byte 0x89)"),
        (b"Baker\x81", f"1: {NO_UTF8}, found another encoding (the byte 0x81)"),
        (b"Baker Career Guide\n\x00", "2: expected plain text, found the character U+0000"),
        ("Baker Career Guide\n\n\ud800", "3: expected plain text, found the character U+D800"),
        ("Baker Career Guide\n" + "\u0301\u0323" * 16, "2: expected plain text, found more than 30 accents in a row"),
        ("Baker Career Guide\n" + "\u0f73" * 31, "2: expected plain text, found more than 30 accents in a row"),
        ("<html>", f"1: {NO_TITLE}, found “<html>”"),
        ("• Baker Career Guide", f"1: {NO_TITLE}, found “Baker Career Guide”"),
        ("\\Baker Career Guide", f"1: {NO_TITLE}, found “Baker Career Guide”"),
    ],
)  # fmt: skip
def test_what_is_no_guide_text_is_refused_at_its_line(source: str | bytes, problem: str):
    with pytest.raises(GuideError) as refusal:
        parse_guide(source, "baker.txt")
    assert str(refusal.value) == f"baker.txt:{problem}"


@pytest.mark.parametrize(
    "unwanted", ["\ufffe", "\uffff", "\ufdd0", "\U0001fffe", "\u202e", "\u202d", "\u2067", "\u2069", "\u00ad", "\u200b"]
)
def test_code_points_that_are_no_characters_and_overrides_of_direction_do_not_survive(unwanted: str):
    document = parse_guide(f"Ba{unwanted}ker Career Guide\n\nBread{unwanted}.\n\nPros\n\n• {unwanted}Warm")
    assert (document.title, document.summary, document.pros) == ("Baker", "Bread.", ("Warm",))


def test_a_long_line_is_cut_in_the_message():
    with pytest.raises(GuideError) as refusal:
        parse_guide("bread " * 1000)
    assert len(str(refusal.value)) < 200
