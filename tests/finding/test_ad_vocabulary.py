"""The vocabulary that job ads are searched for: skills of the site, tools of the guide, software of official tables."""

import pytest

from guides.finding.ad_vocabulary import read_vocabulary
from guides.models import Skill, SkillAlias
from guides.toolkit.ad_match import match_ad
from tests.builders import make_document

pytestmark = pytest.mark.django_db


@pytest.fixture
def skill():
    skill = Skill.objects.create(name="Fog Signals", slug="fog-signals")
    SkillAlias.objects.create(skill=skill, name="Horn Blowing")
    return skill


def test_names_that_an_editor_made_one_skill_are_one_here(skill):
    (term,) = match_ad("Horn blowing all day", "Fog signals", read_vocabulary(make_document())).terms
    assert (term.name, term.state, term.found) == ("Horn blowing", "other", "Fog Signals")


def test_tools_of_the_guide_are_known_with_what_they_are_for():
    match = match_ad("Fresnel lenses all day", "Lamp maintenance", read_vocabulary(make_document()))
    assert [(term.name, term.line, term.is_product) for term in match.terms] == [
        ("Fresnel lenses", "Lamp maintenance", True)
    ]


def test_the_vocabulary_takes_two_queries(skill, django_assert_num_queries):
    with django_assert_num_queries(2):
        read_vocabulary(make_document())
