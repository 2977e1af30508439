"""The skills gap by its stated rule, on documents alone."""

from dataclasses import replace

import pytest

from guides.document import GuideDocument
from guides.document.shape import Details, Skill, Step
from guides.toolkit.skills_gap import (
    RatedSkill,
    compare_skills,
    measure,
    read_ratings,
    skill_key,
    skill_keys,
    skills_of,
    todays_ratings,
)

NAMES = ("Ropes", "Radio", "Charts", "Signals")
DOCUMENT = GuideDocument(
    title="Pilot",
    slug="pilot",
    skills=tuple(Skill(kind="technical", name=name) for name in NAMES),
    details=Details(essential=("Charts",), useful=("Signals",)),
    steps=(Step(number=1, text="Learn ropes and charts."), Step(number=2, text="Serve.")),
)


def named(*names, essential=()):
    """A guide with skills of these names."""
    skills = tuple(Skill(kind="soft", name=name) for name in names)
    return GuideDocument(title="Diver", slug="diver", skills=skills, details=Details(essential=essential))


def test_needed_is_step_two_for_a_useful_skill_and_three_for_any_other():
    assert {skill.name: skill.needed for skill in skills_of(DOCUMENT)} == {
        "Ropes": 3,
        "Radio": 3,
        "Charts": 3,
        "Signals": 2,
    }


def test_a_skill_counts_fully_at_the_needed_step_and_half_with_help_where_it_is_needed_alone():
    ratings = {"ropes": 3, "radio": 2, "charts": 0, "signals": 2}
    assert measure(DOCUMENT, ratings).score == 100 * (2 + 1 + 0 + 2) // (2 * 4)


def test_unrated_skills_do_not_lower_the_score():
    assert measure(named(*"abcdefgh"), dict.fromkeys("abcde", 3)).score == 100


def test_the_score_is_rounded_down_so_that_only_all_is_100_percent():
    ratings = dict.fromkeys("abcdef", 3) | {"a": 2}
    assert measure(named(*"abcdef"), ratings).score == 91


@pytest.mark.parametrize(("names", "fewest"), [("abcdefgh", 5), ("abcde", 5), ("abc", 3), ("ab", 2)])
def test_a_score_takes_five_rated_skills_or_all_of_a_guide_with_fewer(names, fewest):
    few, enough = (measure(named(*names), dict.fromkeys(names[:number], 3)) for number in (fewest - 1, fewest))
    assert (few.lacking, few.score) == (1, None)
    assert (enough.lacking, enough.score) == (0, 100)


def test_a_score_takes_the_essential_skills_first():
    gap = measure(named(*"abcdefgh", essential=("g", "h")), dict.fromkeys("abcdeg", 3))
    assert (gap.lacking_essential, gap.lacking, gap.score) == (1, 1, None)


def test_of_many_essential_skills_five_are_enough():
    assert measure(named(*"abcdefgh", essential=tuple("abcdefg")), dict.fromkeys("abcde", 3)).score == 100


@pytest.mark.parametrize("names", ["", "a"])
def test_a_guide_with_less_than_two_skills_gives_no_score_and_asks_for_no_more(names):
    gap = measure(named(*names), dict.fromkeys(names, 3))
    assert (gap.lacking, gap.score) == (0, None)


def test_next_steps_are_the_first_three_of_must_haves_then_unmarked_skills_then_nice_to_haves():
    gap = measure(DOCUMENT, {"ropes": 2, "radio": 0, "charts": 2, "signals": 0})
    assert [row.skill.name for row in gap.to_learn] == ["Charts", "Radio", "Ropes", "Signals"]
    assert gap.next_steps == gap.to_learn[:3]


def test_rated_skills_are_compared_with_must_haves_first():
    gap = measure(DOCUMENT, {"ropes": 3, "charts": 3})
    assert [row.skill.name for row in gap.compared] == ["Charts", "Ropes"]


def test_a_skill_is_missing_if_it_is_unrated_or_below_the_needed_step():
    gap = measure(DOCUMENT, {"ropes": 3, "radio": 2, "signals": 2})
    assert [row.skill.name for row in gap.missing] == ["Charts", "Radio"]


@pytest.mark.parametrize(("number", "is_near"), [(2, False), (3, True), (6, True)])
def test_a_role_is_near_from_half_of_its_skills(number, is_near):
    assert measure(named(*"abcdef"), dict.fromkeys("abcdef"[:number], 3)).is_near is is_near


def test_a_role_with_a_single_skill_is_not_near():
    assert not measure(named("a"), {"a": 3}).is_near


def test_ratings_from_0_to_4_are_the_three_steps_of_today():
    assert todays_ratings({"a": 0, "b": 1, "c": 2, "d": 3, "e": 4}) == {"a": 0, "b": 0, "c": 2, "d": 3, "e": 3}


@pytest.mark.parametrize(("step", "chosen"), [(None, []), (1, ["Not yet"]), (2, ["With help"]), (4, ["On my own"])])
def test_the_question_shows_the_step_of_today_as_chosen(step, chosen):
    rated = RatedSkill(skills_of(DOCUMENT)[0], step)
    assert [choice.name for choice, is_chosen in rated.choices if is_chosen] == chosen


def test_a_skill_names_the_steps_of_the_guide_that_speak_of_it():
    assert [skill.mentions for skill in skills_of(DOCUMENT)] == [(1,), (), (1,), ()]


def test_a_skill_is_found_in_the_words_of_a_step_and_not_in_its_markdown():
    document = replace(named("A*B Tests"), steps=(Step(number=1, text="Run A\\*B **tests**."),))
    assert [found.mentions for found in skills_of(document)] == [(1,)]


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


def test_what_changed_between_two_states_is_named():
    after = GuideDocument(
        title="Pilot",
        slug="pilot",
        skills=(*DOCUMENT.skills[1:], Skill(kind="soft", name="Calm")),
        details=Details(useful=("Charts", "Signals")),
    )
    changed = compare_skills(DOCUMENT, after)
    assert (changed.added, changed.removed, changed.marked) == (("Calm",), ("Ropes",), ("Charts",))
