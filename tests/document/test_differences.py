"""Two documents side by side, and one put together from both."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from guides.document.differences import differences, mark_words
from guides.document.shape import FAQ, Step
from tests.builders import make_document
from tests.parsing.strategies import documents


def paths(old, new):
    return [(difference.path, difference.old, difference.new) for difference in differences(old, new)]


def marked(pieces):
    return "".join(f"[{piece.text}]" if piece.is_changed else piece.text for piece in pieces)


def test_documents_that_say_the_same_have_no_differences():
    assert differences(make_document(), make_document()) == []


def test_a_field_differs_by_itself():
    facts = replace(make_document().key_facts, median_salary=50_000)
    assert paths(make_document(), make_document(key_facts=facts)) == [("key_facts.median_salary", 41_000, 50_000)]


def test_a_row_that_was_added_is_the_only_difference():
    new = make_document(responsibilities=("Paint the tower.", "Trim the wick.", "Log every ship."))
    assert paths(make_document(), new) == [("responsibilities", [], [{"text": "Paint the tower."}])]


def test_a_step_that_was_added_in_front_leaves_the_others():
    steps = (
        Step(number=1, text="Swim."),
        Step(number=2, text="Learn the tides."),
        Step(number=3, text="Serve a winter."),
    )
    assert paths(make_document(), make_document(steps=steps)) == [("steps", [], [{"text": "Swim."}])]


def test_rows_of_one_name_stand_beside_each_other():
    old = make_document(faqs=(FAQ(question="A?", answer="1"), FAQ(question="B?", answer="2")))
    new = make_document(faqs=(FAQ(question="New?", answer="0"), FAQ(question="B?", answer="3")))
    assert [(old[0]["question"], new[0]["question"]) for _, old, new in paths(old, new)] == [
        ("A?", "New?"),
        ("B?", "B?"),
    ]


def test_a_difference_is_named_for_people():
    new = make_document(responsibilities=("Trim the wick.", "Log every ship.", "Sing."), summary="Other.")
    assert [difference.label for difference in differences(make_document(), new)] == ["Summary", "Responsibilities 3"]


def test_words_that_only_one_side_has_are_marked():
    old, new = mark_words("The lamp is lit.\n\nAlways.", "The old lamp is out.\n\nAlways.")
    assert marked(old) == "The lamp is [lit.\n]\nAlways."
    assert marked(new) == "The [old ]lamp is [out.\n]\nAlways."


@given(documents(), documents())
@settings(max_examples=30)
def test_there_are_differences_exactly_where_two_documents_are_not_the_same(old, new):
    assert bool(differences(old, new)) == (old != new)
    assert differences(old, old) == []


@pytest.mark.parametrize(
    "words",
    [
        pytest.param([f"word{number}" for number in range(2_000)], id="more words than are matched"),
        pytest.param(["ay", "no"] * 400, id="words that repeat themselves"),
    ],
)
def test_what_would_take_long_to_match_is_marked_as_a_whole(words):
    old, new = " ".join(words), " ".join(words[::-1])
    assert [marked(pieces) for pieces in mark_words(old, new)] == [f"[{old}]", f"[{new}]"]


def test_a_long_text_with_one_change_has_one_word_marked():
    old = "ay no " * 50_000
    new = f"{old[:120_000]}yes {old[120_000:]}"
    changed = [piece.text for piece in mark_words(old, new)[1] if piece.is_changed]
    assert changed == ["yes "]
