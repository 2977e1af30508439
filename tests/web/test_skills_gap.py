"""The page of the skills gap: a result in plain words, at an address that keeps it."""

from html import escape

import html5lib
import pytest
from pytest_django.asserts import assertContains

from guides.document.shape import Details, Skill, Step
from guides.editing.publishing import publish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import Revision
from tests.admin_pages import XHTML
from tests.builders import make_document, make_live, make_live_unedited
from tests.web.reading import page, values

pytestmark = pytest.mark.django_db

GAP = "/guides/lighthouse-keeper/skills-gap/"
NAMES = ("Knots", "Lamps", "Logs", "Radio", "Ropes", "Tact")


def skills(*names):
    return tuple(Skill(kind="soft", name=name) for name in names)


def gap(**ratings):
    """The address of a result of today."""
    rated = "".join(f"&s-{key}={step}" for key, step in ratings.items())
    return f"{GAP}?v=1&rules=2{rated}"


@pytest.fixture
def keeper():
    """A guide with six skills. The first one is essential, and a step of the guide mentions it."""
    steps = (Step(number=1, text="Sail."), Step(number=2, text="Learn your knots."))
    document = make_document(skills=skills(*NAMES), details=Details(essential=("Knots",)), steps=steps)
    return make_live_unedited(document)


def make_pilot(*names):
    return make_live(make_document(title="Harbor Pilot", slug="harbor-pilot", related=(), skills=skills(*names)))


def test_a_result_is_one_sentence_and_the_next_steps(client, keeper):
    text = page(client, gap(knots=0, lamps=3, logs=2, radio=3, ropes=0))
    assert (
        "You are 50% of the way in the 5 skills you rated: 2 of them are where a Lighthouse Keeper needs them." in text
    )
    assert (
        "Start with Knots, a must-have: try it with somebody who can help you; step 2 of the guide mentions it. "
        "Start with Ropes: try it with somebody who can help you. "
        "Practice Logs until you need no help with it. Skill by skill"
    ) in text


def test_the_step_of_the_guide_that_mentions_a_skill_is_linked_at_its_own_anchor(client, keeper):
    anchor = "step_2"
    assert (
        f'href="/guides/lighthouse-keeper/#{anchor}"'
        in client.get(gap(**dict.fromkeys(("knots", "lamps", "logs", "radio", "ropes"), 0))).content.decode()
    )
    tree = html5lib.parse(client.get("/guides/lighthouse-keeper/").content.decode())
    found = [" ".join("".join(item.itertext()).split()) for item in tree.iter(f"{XHTML}li") if item.get("id") == anchor]
    assert found == ["2 Learn your knots."]


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (0, "You are at the start: none of the 6 skills you rated is where a Lighthouse Keeper needs it yet."),
        (3, "All 6 skills you rated are where a Lighthouse Keeper needs them."),
    ],
)
def test_nothing_and_everything_have_sentences_of_their_own(client, keeper, step, sentence):
    assert sentence in page(client, gap(**{name.lower(): step for name in NAMES}))


@pytest.mark.parametrize(
    ("ratings", "sentence"),
    [
        ({"knots": 3, "lamps": 3}, "Rate at least 3 more skills for a result."),
        ({"lamps": 3, "logs": 3}, "Rate at least 3 more skills for a result, 1 of them a must-have."),
        ({"lamps": 3, "logs": 3, "radio": 3, "ropes": 3}, "Rate at least 1 more must-have skill for a result."),
    ],
)
def test_too_few_ratings_say_how_many_more_instead_of_a_percentage(client, keeper, ratings, sentence):
    text = page(client, gap(**ratings))
    assert sentence in text
    assert "%" not in text


def test_the_only_skill_of_a_guide_gives_no_percentage(client):
    make_live(skills=skills("Tact"))
    text = page(client, gap(tact=3))
    assert "The guide names a single skill" in text
    assert "%" not in text


def test_an_empty_form_is_told_so(client, keeper):
    told = "You have not rated any skill yet. Choose a step for at least 5 skills"
    assert told in page(client, f"{GAP}?v=1&rules=2&with=")
    assert told not in page(client, GAP)


def test_essential_skills_are_asked_first_and_marked_in_words(client):
    make_live(skills=skills("Calm", "Tact"), details=Details(essential=("Tact",), useful=("Calm",)))
    asked = page(client, GAP).split("Rate yourself")[1]
    assert asked.index("Must-have skills Tact must-have") < asked.index("Soft skills Calm nice-to-have")


def test_the_form_sends_the_revision_and_the_rules(client, keeper):
    fields = values(client.get(GAP))
    assert (fields["v"], fields["rules"]) == ("1", "2")


@pytest.mark.parametrize("number", ["0", "3", "x", "²", "9" * 400])
def test_unknown_rules_are_told_and_the_present_ones_apply(client, keeper, number):
    text = page(client, f"{GAP}?rules={number}&s-knots=3&s-lamps=3")
    assert "The rules in this address are unknown; these are today’s." in text
    assert "Rate at least 3 more skills" in text


def test_a_value_that_is_no_rating_is_told_at_its_question(client, keeper):
    text = page(client, gap(knots=9))
    assert "The link has values that are not ratings." in text
    assert "Knots must-have The link has “9” here, which is not a rating. Choose again." in text


def test_a_related_role_that_is_near_says_what_is_missing(client, keeper):
    make_pilot("Knots", "Lamps", "Logs", "Radio", "Ropes", "A", "B", "C", "D", "E")
    text = page(client, gap(knots=3, lamps=3, logs=3, radio=3, ropes=3))
    assert "Harbor Pilot: you have 5 of its 10 skills. Missing: A, B, C, D, E. Compare" in text


def test_more_than_five_missing_skills_are_counted(client, keeper):
    make_pilot(*NAMES, "A", "B", "C", "D", "E", "F", "G")
    make_live(make_document(title="Diver", slug="diver", related=(), skills=skills(*NAMES, *"ABCDEF")))
    text = page(client, gap(**dict.fromkeys(map(str.lower, NAMES), 3)))
    assert "Diver: you have 6 of its 12 skills. Missing: A, B, C, D, E and 1 more. Compare" in text
    assert "Harbor Pilot: you have" not in text


def test_a_related_role_that_is_not_near_is_not_named_in_the_result(client, keeper):
    make_pilot("Knots", "Lamps", "A", "B", "C")
    text = page(client, gap(knots=3, lamps=3, logs=3, radio=3, ropes=3))
    assert "Harbor Pilot: you have" not in text


def test_a_comparison_says_what_the_other_role_needs(client, keeper):
    make_pilot("Knots", "Pumps", "Tides")
    text = page(client, gap(knots=3, pumps=2) + "&with=harbor-pilot")
    for words in (
        "From Lighthouse Keeper to Harbor Pilot",
        "The same in both guides.",
        "You have 1 of the 6 skills for Lighthouse Keeper, and 1 of the 3 for Harbor Pilot.",
        "Both need (1)Knots",
        "New in that job (2) Pumps (you: with help, needed: on my own) Tides",
        "Not needed there (5)Lamps, Logs, Radio, Ropes, Tact",
    ):
        assert words in text


def test_a_result_of_two_roles_is_kept_when_the_other_is_revised(client, keeper):
    pilot = make_pilot("Knots", "Lamps")
    kept = f"{GAP}?s-knots=2&v=1&rules=2&with=harbor-pilot&with-v=1"
    assertContains(client.get(gap(knots=2) + "&with=harbor-pilot"), escape(f"http://testserver{kept}"))
    calm = skills("Calm")
    write_document(pilot, make_document(title="Harbor Pilot", slug="harbor-pilot", related=(), skills=calm))
    publish(record_revision(pilot, Revision.Kind.EDIT))
    text = page(client, kept)
    assert "Both need (2)" in text
    assert "it has been revised since" in text
    assert "Both need (0)" in page(client, gap(knots=2) + "&with=harbor-pilot")


def test_a_result_costs_at_most_seven_queries(client, django_assert_max_num_queries, keeper):
    make_pilot(*NAMES)
    result = gap(knots=3, lamps=3, logs=3, radio=3, ropes=3)
    for address in (GAP, result, f"{result}&with=harbor-pilot"):
        with django_assert_max_num_queries(7):
            client.get(address)


def test_titles_that_begin_with_a_vowel_have_their_article(client):
    make_live(title="Astronaut", slug="astronaut", skills=skills("Calm", "Tact"))
    address = "/guides/astronaut/skills-gap/?rules=2&s-calm=3&s-tact=2"
    assert "where an Astronaut needs it" in page(client, address)
