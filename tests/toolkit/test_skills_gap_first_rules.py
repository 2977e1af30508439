"""The first rules of the skills gap, on a document alone: results that were made under them do not change."""

from guides.document import GuideDocument
from guides.document.shape import Details, Skill
from guides.toolkit.skills_gap import measure
from guides.toolkit.skills_gap_first_rules import FirstResult

DOCUMENT = GuideDocument(
    title="Pilot",
    slug="pilot",
    skills=tuple(Skill(kind="technical", name=name) for name in ("Ropes", "Radio", "Charts", "Signals")),
    details=Details(essential=("Charts",), useful=("Signals",)),
)


def result(**ratings):
    return FirstResult(measure(DOCUMENT, ratings))


def test_the_score_counts_steps_up_to_the_needed_one_of_rated_skills_alone():
    assert result(ropes=4, charts=1, signals=2).score == 100 * (3 + 1 + 2) // (3 + 3 + 2)


def test_one_rated_skill_has_a_score_and_none_has_not():
    assert (result(ropes=3).score, result().score) == (100, None)


def test_coverage_counts_unrated_skills_as_nothing():
    assert result(ropes=4, charts=1).coverage == 100 * (3 + 1) // (3 + 3 + 3 + 2)


def test_what_to_learn_is_essential_first_then_the_largest_gap_then_in_the_guides_order():
    rows = result(ropes=2, radio=0, charts=2, signals=0).to_learn
    assert [row.skill.name for row in rows] == ["Charts", "Radio", "Signals", "Ropes"]
