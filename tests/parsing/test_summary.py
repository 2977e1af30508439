"""The line on what was read from a text."""

import pytest

from guides.parsing import is_thin, parse_guide, summarize

BAKER = "Baker Career Guide\n\nBakers feed a town.\n\n"


def test_the_summary_counts_what_was_read():
    text = BAKER + "Key Responsibilities\n\n• Mix\n• Bake\n\nPros\n\n• Bread\n\nFAQ\n\nHot?\n\nYes."
    assert summarize(parse_guide(text)) == (
        "2 duties, no pay, 0 requirements, 0 skills, 0 steps, 0 career levels, 1 pro, 0 cons, 1 question,"
        " 0 related careers, 0 sections"
    )


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("Key Facts\n\nMedian Salary: $39,120 USD", "median pay"),
        ("Key Facts\n\nMedian Salary\n\nRange: $29k - $56k USD", "a pay range"),
        ("Salary by Experience\n\nLevel Median Average\nBaker\t$30k USD\t$31k USD", "1 pay level"),
    ],
)
def test_the_summary_says_what_pay_was_read(text: str, pay: str):
    assert summarize(parse_guide(BAKER + text)).startswith(f"0 duties, {pay}, 0 requirements")


@pytest.mark.parametrize(
    ("text", "thin"),
    [
        ("", True),
        ("Work Environment\n\nHot.", True),
        ("Pros\n\nThe bread.", True),
        ("Pros\n\n• The bread", False),
        ("Key Facts\n\nGrowth Outlook: 5%", False),
        ("Key Facts\n\nMedian Salary: $39,120 USD", False),
    ],
)
def test_a_guide_without_a_list_or_a_figure_is_thin(text: str, thin: bool):
    assert is_thin(parse_guide(BAKER + text)) is thin


def test_the_summary_counts_material_that_is_there():
    text = "Interview Questions\n\nOpening: Why bread?\n\n# Glossary {glossary}\n\nCrumb: Inside."
    assert summarize(parse_guide(BAKER + text)).endswith("0 sections, 1 interview question, 1 term")
