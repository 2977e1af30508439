"""The skills gap by its stated rule, on documents alone."""

import pytest

from guides.document import GuideDocument
from guides.document.shape import Details, KeyFacts, Skill, Step
from guides.toolkit.skills_gap import (
    compare_skills,
    measure,
    read_ratings,
    skill_key,
    skill_keys,
    skills_of,
    transition,
)

NAMES = ("Ropes", "Radio", "Charts", "Signals")
DOCUMENT = GuideDocument(
    title="Pilot",
    slug="pilot",
    skills=tuple(Skill(kind="technical", name=name) for name in NAMES),
    details=Details(essential=("Charts",), useful=("Signals",)),
    steps=(Step(number=1, text="Learn ropes and charts."), Step(number=2, text="Serve.")),
    key_facts=KeyFacts(currency="EUR", country="DE", median_salary=40_000),
)


def other(**overrides):
    parts = {"skills": (Skill(kind="technical", name="radio"), Skill(kind="soft", name="Calm")), **overrides}
    return GuideDocument(title="Diver", slug="diver", **parts)


def test_needed_is_step_two_for_a_useful_skill_and_three_for_any_other():
    assert {skill.name: skill.needed for skill in skills_of(DOCUMENT)} == {
        "Ropes": 3,
        "Radio": 3,
        "Charts": 3,
        "Signals": 2,
    }


def test_the_score_counts_steps_up_to_the_needed_one_of_rated_skills_alone():
    assert measure(DOCUMENT, {"ropes": 4, "charts": 1, "signals": 2}).score == 100 * (3 + 1 + 2) // (3 + 3 + 2)


def test_without_ratings_there_is_no_score():
    assert measure(DOCUMENT, {}).score is None


def test_what_to_learn_is_essential_first_then_the_largest_gap_then_in_the_guides_order():
    gap = measure(DOCUMENT, {"ropes": 2, "radio": 0, "charts": 2, "signals": 0})
    assert [row.skill.name for row in gap.to_learn] == ["Charts", "Radio", "Signals", "Ropes"]


def test_a_skill_names_the_steps_of_the_guide_that_speak_of_it():
    assert [skill.mentions for skill in skills_of(DOCUMENT)] == [(1,), (), (1,), ()]


def test_a_skill_is_found_in_the_words_of_a_step_and_not_in_its_markdown():
    skill, step = Skill(kind="technical", name="A*B Tests"), Step(number=1, text="Run A\\*B **tests**.")
    assert [found.mentions for found in skills_of(other(skills=(skill,), steps=(step,)))] == [(1,)]


@pytest.mark.parametrize("names", [("C", "C++", "C#"), ("日本語", "中文")])
def test_skills_that_differ_in_signs_alone_have_keys_of_their_own(names):
    assert len({skill_key(name) for name in names}) == len(names)


def test_the_key_of_a_skill_is_the_same_in_any_case():
    assert skill_key("Problem-Solving") == skill_key("problem-solving") == "problem-solving"


def test_skills_with_the_same_key_are_told_apart_and_the_first_keeps_it():
    keys = skill_keys(("Front End", "Front-End", "front end"))
    assert keys["Front End"] == keys["front end"] == skill_key("Front End") == "front-end"
    assert keys["Front-End"] not in ("front-end", "")


def test_long_names_have_short_keys_of_their_own():
    keys = {skill_key(f"{'The same long beginning of ' * 3}{end}") for end in ("one", "another")}
    assert len(keys) == 2
    assert max(map(len, keys)) <= 55


def test_invalid_ratings_and_unknown_skills_are_distinguished():
    query = {"s-ropes": "3", "s-radio": "9", "s-charts": "", "s-nope": "1", "with": "x"}
    ratings = read_ratings(query, skills_of(DOCUMENT))
    assert (ratings.steps, ratings.errors, ratings.unknown) == ({"ropes": 3}, {"radio": "9"}, ("nope",))


def test_a_transition_lists_shared_and_missing_skills():
    found = transition(DOCUMENT, other(), {"radio": 2}, {})
    assert [row.skill.name for row in found.shared] == ["radio"]
    assert [row.skill.name for row in found.missing] == ["Calm"]
    assert [skill.name for skill in found.unused] == ["Ropes", "Charts", "Signals"]


def test_two_names_of_one_skill_are_shared_and_rated_once():
    renamed = other(skills=(Skill(kind="technical", name="VHF"),))
    found = transition(DOCUMENT, renamed, {"radio": 2}, {"vhf": "radio"})
    assert [(row.skill.name, row.step) for row in found.shared] == [("VHF", 2)]
    assert found.missing == ()


@pytest.mark.parametrize(
    ("facts", "difference"),
    [
        (KeyFacts(currency="EUR", median_salary=38_000), -2_000),
        (KeyFacts(currency="USD", median_salary=38_000), None),
        (KeyFacts(currency="EUR", country="IE", median_salary=38_000), None),
        (KeyFacts(), None),
    ],
)
def test_pay_is_compared_unless_the_currency_or_a_known_country_differs(facts, difference):
    assert transition(DOCUMENT, other(key_facts=facts), {}, {}).pay == difference


def test_what_changed_between_two_states_is_named():
    after = GuideDocument(
        title="Pilot",
        slug="pilot",
        skills=(*DOCUMENT.skills[1:], Skill(kind="soft", name="Calm")),
        details=Details(useful=("Charts", "Signals")),
    )
    changed = compare_skills(DOCUMENT, after)
    assert (changed.added, changed.removed, changed.marked) == (("Calm",), ("Ropes",), ("Charts",))
