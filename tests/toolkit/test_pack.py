"""The pack: the parts that a reader chooses, the same words in each format."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document

from guides.document import GuideDocument
from guides.document.material import InterviewQuestion
from guides.document.shape import Section
from guides.toolkit.outline import Items, Tasks
from guides.toolkit.pack import FILES, PARTS, USUAL_PARTS, Pack, choose_parts
from guides.toolkit.readiness import read_answers
from guides.toolkit.readiness.first_rules import FIRST_RULES
from guides.toolkit.writers import write_plain
from tests.builders import make_document

DATE = datetime(2026, 11, 28, tzinfo=UTC)
DOCUMENT = make_document(education_requirements=("High school diploma", "Radio certificate"))


def make_pack(*parts, query=None, document=DOCUMENT, **options):
    answers = read_answers({key: str(value) for key, value in (query or {}).items()}, {}, document)
    return Pack(document, answers, choose_parts(parts), **options)


def plain(pack):
    return "\n".join(map(write_plain, pack.outlines()))


def lines_of_word(pack):
    return [line.text.replace("\t", " ") for line in Document(BytesIO(FILES["docx"](pack, DATE))).paragraphs]


@pytest.mark.parametrize(
    ("names", "parts"),
    [
        ([], USUAL_PARTS),
        (["novel"], USUAL_PARTS),
        (["guide", "plan", "x", "plan"], ("plan", "guide")),
        (["questions", "interview"], ("interview",)),
    ],
)
def test_without_a_choice_there_are_the_usual_parts_and_a_choice_has_the_order_of_the_pack(names, parts):
    assert choose_parts(names) == parts


def test_the_plan_says_where_you_stand_and_what_comes_next():
    text = plain(make_pack("plan", query={"years": 1, "s-patience": 2}))
    for words in (
        "Your level now: Assistant Keeper.",
        "Next: Principal Keeper",
        "5 more years of experience. This level usually starts at 6 years.\n",
        "☐ High school diploma. Employers usually ask for it.",
        "☐ Patience: from “with help” to “on your own”.",
        "• Radio certificate",
    ):
        assert words in text


def test_only_tasks_have_boxes():
    pack = make_pack("plan", "checklist", query={"years": 1})
    lists = [block for page in pack.outlines() for block in page.blocks if isinstance(block, Items | Tasks)]
    tasks = [text for block in lists if isinstance(block, Tasks) for text in block.texts]
    assert not [text for text in tasks if "years of experience" in text or "Radio certificate" in text]
    assert plain(pack).count("☐") == len(tasks)


def test_a_plan_without_answers_leads_into_the_work():
    text = plain(make_pack("plan"))
    assert "Where you stand" not in text
    assert "☐ Learn the tides. Step 1 of the guide." in text


def test_the_checklist_has_all_that_is_not_there_yet():
    text = plain(make_pack("checklist", query={"s-patience": 3}))
    for words in ("☐ Lamp Maintenance", "☐ High school diploma", "☐ Serve a winter.", "• Radio certificate"):
        assert words in text
    assert "Patience" not in text


def test_the_page_of_questions_has_the_first_of_each_kind_and_the_interview_has_all():
    asked = tuple(InterviewQuestion(id=f"q{n}", kind="opening", question=f"Question {n}?") for n in range(9))
    document = make_document(interview=asked)
    short, whole = (plain(make_pack(name, document=document)) for name in ("questions", "interview"))
    assert "Question 3?" in short
    assert "Question 4?" not in short
    assert "Question 8?" in whole


def test_old_answers_keep_their_plan_in_its_old_words():
    text = plain(make_pack("plan", query={"years": 1, "s-patience": 1}, rules=FIRST_RULES))
    for words in (
        "The rung that fits now: Assistant Keeper.",
        "33% of the steps needed in the 1 skill that you rated.",
        "1. Patience: from step 1 to step 3",
        "☐ Step 1: Learn the tides.",
    ):
        assert words in text


def test_every_format_has_the_words_of_every_part():
    lists = "1. One\n2. Two\n\n```\ncode\n```\n\n> Quote\n\n| A | B |\n| - | - |\n| c | d |"
    body = f"Read [this](https://example.org).\n\n{lists}"
    document = make_document(sections=(Section(kind="other", heading="Weather", body=body),))
    pack = make_pack(*PARTS, query={"years": 1}, document=document)
    markdown, word = FILES["md"](pack, DATE).decode(), lines_of_word(pack)
    for words in (
        "your plan",
        "Interview questions",
        "your checklist",
        "# Lighthouse Keeper",
        "[this](https://example.org)",
    ):
        assert words in markdown
    for words in ("Lighthouse Keeper: your plan", "☐ Serve a winter.", "The guide: Lighthouse Keeper", "The stairs"):
        assert words in word
    for words in ("Read this (https://example.org).", "One", "code", "Quote", "A · B", "c · d"):
        assert words in word


def test_a_guide_that_nests_too_deep_is_in_the_word_file_as_plain_lines():
    body = f"{'> ' * 30}Deep words"
    pack = make_pack("guide", document=make_document(sections=(Section(kind="other", heading="Deep", body=body),)))
    assert any("Deep words" in line for line in lines_of_word(pack))


def test_a_guide_that_says_little_has_no_empty_parts():
    bare = GuideDocument(title="Astronaut", slug="astronaut", summary="Astronauts work in space.")
    assert [page.title for page in make_pack(*PARTS, document=bare).outlines()] == [
        "Interview questions: Astronaut",
        "The guide: Astronaut",
    ]
