"""The guides that benchmarks are run on."""

import pytest

from guides.document.rules import validate
from guides.models import GuideIndex


def test_generated_guides_are_valid_and_always_the_same(generate):
    guides = list(generate.generate(200))
    assert [error for guide in guides for error in validate(guide)] == []
    assert len({guide.slug for guide in guides}) == 200
    assert guides == list(generate.generate(200))


def test_generated_ladders_reach_titles_of_other_guides(generate):
    guides = list(generate.generate(200))
    titles = {guide.title for guide in guides}
    assert all({level.title for level in guide.career_path} & (titles - {guide.title}) for guide in guides)


@pytest.mark.django_db
def test_generated_guides_are_published_as_they_were_made(generate):
    generate.fill(5)
    live = {guide.slug: guide.revision.guide for guide in GuideIndex.objects.live().select_related("revision")}
    assert live == {guide.slug: guide for guide in generate.generate(5)}
