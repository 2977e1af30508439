"""The document as data: what is stored comes back the same, and nothing else is taken for one."""

import json
from dataclasses import replace

import pytest

from guides.document import DocumentError, GuideDocument
from guides.document.other_pay import OtherPay
from guides.document.shape import Details, KeyFacts, Picture, Section

BAKER = GuideDocument(
    title="Bäcker",
    slug="baker",
    key_facts=KeyFacts(growth_percent=-2.5),
    sections=(Section(kind="overview", heading="Overview", body="Bread."),),
)


def test_canonical_form_keeps_letters_and_the_order_of_keys():
    assert BAKER.canonical().startswith(
        '{"schema":1,"title":"Bäcker","slug":"baker","summary":"","details":{"category"'
    )


def test_equal_documents_have_one_name():
    again = GuideDocument.from_json(BAKER.canonical())
    assert (again, again.sha256()) == (BAKER, BAKER.sha256())


def test_keys_in_another_order_are_the_same_document():
    shuffled = dict(reversed(json.loads(BAKER.canonical()).items()))
    assert GuideDocument.from_dict(shuffled) == BAKER


@pytest.mark.parametrize(
    "change",
    [
        {"schema": 2},
        {"schema": None},
        {"title": None},
        {"pros": "bread"},
        {"pros": [1]},
        {"sections": [{"kind": "overview"}]},
        {"key_facts": []},
        {"flavour": "sweet"},
    ],
)
def test_data_of_another_shape_is_no_document(change: dict):
    with pytest.raises(DocumentError):
        GuideDocument.from_dict(json.loads(BAKER.canonical()) | change)


def test_true_is_no_amount():
    data = json.loads(BAKER.canonical())
    data["key_facts"]["median_salary"] = True
    with pytest.raises(DocumentError, match=r"document\.key_facts\.median_salary"):
        GuideDocument.from_dict(data)


@pytest.mark.parametrize("text", ["", "bread", "[]", "null", "{}", "[" * 100_000])
def test_text_that_is_no_document_is_refused(text: str):
    with pytest.raises(DocumentError):
        GuideDocument.from_json(text)


def test_a_key_that_came_later_stands_only_where_it_says_something():
    pay = OtherPay(figure="median", words="$18.50 an hour", cents=1850, period="hour", currency="USD")
    marked = replace(
        BAKER,
        picture=Picture(name="a-1600x900", alt="An oven"),
        details=Details(essential=("Kneading",)),
        other_pay=(pay,),
    )
    assert {"picture", "other_pay", "essential"}.isdisjoint({*BAKER.to_dict(), *BAKER.to_dict()["details"]})
    assert GuideDocument.from_json(marked.canonical()) == marked


def test_a_picture_without_its_words_is_no_document():
    with pytest.raises(DocumentError, match=r"document\.picture"):
        GuideDocument.from_dict(BAKER.to_dict() | {"picture": {"name": "a-1600x900"}})
