"""Addresses of results that were made under the first rules of the skills gap: they still answer with their words."""

from urllib.parse import parse_qsl, urlsplit

import html5lib
import pytest

from guides.document.shape import Skill
from guides.editing.publishing import publish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import Revision
from tests.admin_pages import XHTML
from tests.builders import make_document, make_live, make_live_unedited
from tests.web.reading import page

pytestmark = pytest.mark.django_db

GAP = "/guides/lighthouse-keeper/skills-gap/"


def revise(role, **overrides):
    write_document(role, make_document(**overrides))
    publish(record_revision(role, Revision.Kind.EDIT))


def test_a_result_is_found_again_under_its_address(client):
    make_live_unedited()
    text = page(client, f"{GAP}?v=1&s-patience=1&s-lamp-maintenance=3")
    assert "You have 66% of the steps" in text
    assert "Patience: from step 1 to step 3; see how to get in. Nights are long." in text


def test_an_address_keeps_its_result_when_the_guide_is_revised_and_says_how(client):
    role = make_live()
    revise(role, skills=(Skill(kind="soft", name="Patience"), Skill(kind="soft", name="Calm")))
    text = page(client, f"{GAP}?v=1&s-patience=1&s-lamp-maintenance=3")
    assert "You have 66% of the steps" in text
    assert "Now it also asks for Calm." in text
    assert "It no longer names Lamp Maintenance." in text
    assert "You have 33% of the steps" in page(client, f"{GAP}?s-patience=1")


def test_two_roles_show_the_way_and_the_difference_in_pay(client):
    make_live_unedited()
    skills = (Skill(kind="soft", name="patience"), Skill(kind="technical", name="Pumps"))
    make_live(make_document(title="Harbor Pilot", slug="harbor-pilot", skills=skills, related=()))
    text = page(client, f"{GAP}?s-patience=2&s-pumps=1&with=harbor-pilot")
    for words in (
        "From Lighthouse Keeper to Harbor Pilot",
        "Shared (1)",
        "Pumps: you are at step 1",
        "The same, as both",
    ):
        assert words in text


def test_a_related_role_that_is_nearer_is_named(client):
    make_live(skills=tuple(Skill(kind="soft", name=name) for name in ("Patience", "Calm", "Humour", "Tact")))
    make_live(
        make_document(
            title="Harbor Pilot",
            slug="harbor-pilot",
            related=(),
            skills=tuple(Skill(kind="soft", name=name) for name in ("Patience", "Calm")),
        )
    )
    assert "100%, nearer to you than Lighthouse Keeper" in page(client, f"{GAP}?s-patience=3&s-calm=4")


def test_a_result_of_two_roles_is_kept_when_the_other_is_revised_too(client):
    make_live_unedited()
    pilot = make_live(make_document(title="Harbor Pilot", slug="harbor-pilot", related=()))
    calm = (Skill(kind="soft", name="Calm"),)
    revise(pilot, title="Harbor Pilot", slug="harbor-pilot", related=(), skills=calm)
    text = page(client, f"{GAP}?s-patience=2&v=1&with=harbor-pilot&with-v=1")
    assert "Shared (2)" in text
    assert "it has been revised since" in text
    assert "Shared (0)" in page(client, f"{GAP}?s-patience=2&with=harbor-pilot")


def test_a_guide_without_steps_links_to_none(client):
    make_live(steps=())
    assert "#how-to-become" not in client.get(f"{GAP}?s-patience=1").content.decode()


def test_titles_that_begin_with_a_vowel_have_their_article(client):
    make_live(title="Astronaut", slug="astronaut")
    assert "of the steps that an Astronaut needs" in page(client, "/guides/astronaut/skills-gap/?s-patience=1")


def test_the_number_of_the_first_rules_answers_like_none(client):
    make_live_unedited()
    assert "You have 66% of the steps" in page(client, f"{GAP}?v=1&rules=1&s-patience=1&s-lamp-maintenance=3")


def test_a_result_of_the_first_rules_leads_to_the_same_ratings_under_those_of_today(client):
    make_live_unedited()
    response = client.get(f"{GAP}?v=1&s-patience=1&s-lamp-maintenance=4")
    tree = html5lib.parse(response.content.decode())
    link = next(link.get("href") for link in tree.iter(f"{XHTML}a") if "under today’s rules" in (link.text or ""))
    query = {"s-patience": "0", "s-lamp-maintenance": "3", "v": "1", "rules": "2"}
    assert dict(parse_qsl(urlsplit(link).query)) == query
    assert "of the steps" not in page(client, link)


def test_only_the_page_of_a_first_result_has_a_link_without_todays_rules(client):
    make_live_unedited()
    for address in (f"{GAP}?s-patience=1", f"{GAP}?rules=2&s-patience=0&s-lamp-maintenance=2", GAP):
        tree = html5lib.parse(client.get(address).content.decode())
        links = [link.get("href", "") for link in tree.iter(f"{XHTML}a")]
        assert [link for link in links if "s-" in urlsplit(link).query and "rules=" not in link] == []
