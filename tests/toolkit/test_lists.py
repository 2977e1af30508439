"""Lists separated by commas, and what is made of them."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from guides.document.shape import Skill
from guides.toolkit.job_description import exports
from guides.toolkit.job_description.first_rules import FirstForm
from guides.toolkit.lists import split_list
from guides.toolkit.resume.json_resume import write_resume
from guides.toolkit.resume.keywords import build_keywords, named_keywords
from guides.toolkit.resume.person import Person
from tests.builders import first_template, make_document

CREATED = datetime(2025, 5, 31, tzinfo=UTC)
WHOLE = ["Office software (Word, Excel)", "10,000 steps", "Jira"]
LISTED = ", ".join(WHOLE)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (LISTED, WHOLE),
        ("Adobe (Photoshop (CC, CS6), Illustrator), Figma", ["Adobe (Photoshop (CC, CS6), Illustrator)", "Figma"]),
        ("Lists [a, b],c", ["Lists [a, b]", "c"]),
        ("1,500,000 rows, 1,500 columns", ["1,500,000 rows", "1,500 columns"]),
        ("2019,2022", ["2019", "2022"]),
        ("2019,500", ["2019", "500"]),
        ("1,2,3", ["1", "2", "3"]),
        ("C,C++", ["C", "C++"]),
        ("Word (or Excel, Calc", ["Word (or Excel", "Calc"]),
        ("a), b", ["a)", "b"]),
        (" , a,, b ,", ["a", "b"]),
        ("", []),
    ],
)
def test_a_list_is_split_at_commas_outside_brackets_and_numbers(words, parts):
    assert split_list(words) == parts


def test_a_long_list_of_brackets_is_split_in_linear_time():
    assert split_list("(," * 200_000) == ["("] * 200_000


def test_the_keywords_of_a_skill_are_whole():
    document = make_document(skills=(Skill(kind="technical", name="10,000 steps", detail=LISTED),))
    keyword = build_keywords(document)[1]
    assert (keyword.name, list(keyword.others)) == ("10,000 steps", WHOLE)


@pytest.mark.parametrize("text", ["I know Excel.", "Good at office software.", "Office software (Word, Excel)"])
def test_a_text_contains_a_keyword_with_brackets_by_any_of_its_parts(text):
    skill = Skill(kind="technical", name="Tools", detail="Office software (Word, Excel)")
    keyword = build_keywords(make_document(skills=(skill,)))[1]
    assert named_keywords([keyword], text) == [(keyword, True)]


def test_the_skills_of_a_job_description_have_whole_keywords():
    template = replace(first_template(2), tools=(f"Tools: {LISTED}",))
    posting = FirstForm(template).posting()
    data = exports.job_schema(template, posting, created=CREATED, address="https://example.org/", version=1)
    assert data["skills"] == [{"name": "Tools", "keywords": WHOLE}]


def test_the_skills_of_a_resume_have_whole_keywords():
    data = json.loads(write_resume(Person(skills=(f"Tools: {LISTED}",))))
    assert data["skills"] == [{"name": "Tools", "keywords": WHOLE}]
