"""The first line of a text: the title of a role, and never a headline."""

import pytest

from guides.parsing import GuideError, parse_guide, write_guide


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Complete Electrician Career Guide", "Electrician"),
        ("The Complete Welder Career Guide", "Welder"),
        ("# **Complete Baker Career Guide**", "Baker"),
        ("**Nurse Career Guide**", "Nurse"),
        ("Full Stack Developer Career Guide", "Full Stack Developer"),
        ("X-Ray Technician Career Guide", "X-Ray Technician"),
        ("C# Developer Career Guide", "C# Developer"),
        ("Tour Guide Operator Career Guide", "Tour Guide Operator"),
        ("# What Next? {title}", "What Next?"),
    ],
)
def test_the_first_line_has_the_title_of_the_role(line: str, title: str):
    assert parse_guide(line).title == title


@pytest.mark.parametrize(
    "line",
    [
        "How to Become an Electrician: The Complete Career Guide",
        "Electrician: Complete Career Guide",
        "Becoming a Nurse Career Guide",
        "Your Complete Baker Career Guide",
        "The Ultimate Baker Career Guide",
        "A Career Guide",
        "An Electrician Career Guide",
        "Baker - The Definitive Career Guide",
        "Baker | Career Guide",
        "2026 Baker Career Guide",
        "What Is a Baker? Career Guide",
        "Everything about Bakers: a Career Guide",
    ],
)
def test_a_headline_is_refused(line: str):
    with pytest.raises(GuideError, match="expected a first line such as"):
        parse_guide(line)


@pytest.mark.parametrize("title", ["Your Majesty", "2026", "Baker: Rye", "The", "A", "Who?"])
def test_a_title_that_looks_like_a_headline_is_written_with_a_mark(title: str):
    document = parse_guide(f"# {title} {{title}}\n\nWords.\n\nGuide Details\n\nSlug: baker")
    assert document.title == title
    assert parse_guide(write_guide(document)) == document
