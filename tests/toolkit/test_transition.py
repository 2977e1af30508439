"""What leads from one role to another, on documents alone."""

import pytest

from guides.document import GuideDocument
from guides.document.shape import KeyFacts, Skill
from guides.toolkit.transition import transition

NAMES = ("Ropes", "Radio", "Charts", "Signals")
DOCUMENT = GuideDocument(
    title="Pilot",
    slug="pilot",
    skills=tuple(Skill(kind="technical", name=name) for name in NAMES),
    key_facts=KeyFacts(currency="EUR", country="DE", median_salary=40_000),
)


def other(**overrides):
    parts = {"skills": (Skill(kind="technical", name="radio"), Skill(kind="soft", name="Calm")), **overrides}
    return GuideDocument(title="Diver", slug="diver", **parts)


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
