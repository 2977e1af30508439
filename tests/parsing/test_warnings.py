"""What a reader of a text is told of, and where."""

import pytest

from guides.parsing import read_guide

TITLE = "Complete Baker Career Guide\n\n"
AMONG_WORDS = "{} may be a heading, kept as text because of the lines around it"
UNKNOWN = "unknown heading {}, kept as a section of its own"
ENTITY = "HTML entities such as {} are shown as written"


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        ("Bread is old.\nCareer Path\n", [(4, AMONG_WORDS.format("“Career Path”"))]),
        ("Bread is old.\n\\Career Path\n", []),
        ("Career paths for millers\nare the same.", [(3, AMONG_WORDS.format("“Career paths for millers”"))]),
        ("Pros\n• Bread\n  Cons\n• Nights", [(5, AMONG_WORDS.format("“Cons”"))]),
        ("Pros\n• Bread\n• Cons\n• Nights", [(5, AMONG_WORDS.format("“Cons”"))]),
        ("Pros\n• Bread\n• \\Cons\n• Tools & Technologies\n• Nights", []),
        ("Career Path\n\n1\n\nDirector of Remote Work\n\n9 years", []),
        ("FAQ\n\nWhat is a Baker's career path?\n\nShort.\n\nWhat is a Miller?\n\nA friend.", []),
        ("Pros\n\nIt is a career path\nfor many.", [
            (5, "unexpected text, kept under “Pros”"),
            (6, "unexpected text, kept under “Pros”"),
        ]),
        ("Paid in CAD.\n\nOn Yeast\n\nIt lives.\n\nKey Facts\n\nMedian Salary\n\n$41k", [
            (5, UNKNOWN.format("“On Yeast”")),
            (13, "no amount has a currency code, so $ is read as CAD, the only dollar in the text"),
        ]),
        ("Pros & Cons\n\nPros\n\n• Bread\n\nWarm.", [(9, "unexpected text, kept under “Pros”")]),
        ("Pros\n\nCons\n\n• Nights", [(3, "there is nothing under “Pros”, so it is left out")]),
        ("Median Salary\n\nIt varies.", [(3, "“Median Salary” belongs under “Key Facts & Statistics”, kept as text")]),
        ("Slug: baker", [(3, "“Slug: baker” belongs under “Guide Details”, kept as text")]),
        ("Step 1: Learn.", [(3, "“Step 1: Learn.” belongs under “How to Become …”, kept as text")]),
        ("Key Facts\n\n2024 Median Pay: $41k USD", [
            (5, "“2024” is not kept; state it as “Source (key facts): NAME, as of 2024”"),
        ]),
        ("Paid in CAD.\n\nKey Facts\n\nMedian Salary\n\n$41k\n\nRange: up to $60k CAD", []),
        ("Bread.\n\nPros\n\n• Bread &amp; butter\n• &#8211;", [(7, ENTITY.format("&amp;"))]),
        ("Bread &nbsp; butter\n\nPros\n\n• &#8211;", [(3, ENTITY.format("&nbsp;"))]),
        ("Glossary\n\nBakers say crumb.", [
            (3, f"{UNKNOWN.format('“Glossary”')}, because no line such as “Term: meaning” follows"),
        ]),
        ("Glossary\n\nCrumb: Inside.\nCrust: Outside.\nBread.", [(7, "unexpected text, kept under “Glossary”")]),
        ("Interview Questions\n\nOpening: Why?\nPlan: One\nPlan: Two", [
            (7, "this label was used above, so the line is kept as text"),
        ]),
        ("Job Ad\n\nDuties:\n• Knead\n\nAll night.", [(8, "unexpected text, kept under “Job Ad”")]),
        ("Land your dream job with Loaves &amp; Co\n\nNow &copy;", []),
    ],
)  # fmt: skip
def test_what_may_have_been_meant_otherwise_is_told(text: str, warnings: list):
    assert [(warning.line, warning.message) for warning in read_guide(TITLE + text).warnings] == warnings


def test_entities_of_markdown_bodies_are_no_warning():
    assert read_guide(f"# {TITLE.strip()} {{markdown}}\n\nBread &amp; butter").warnings == ()
