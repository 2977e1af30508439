"""Similar jobs on the page of a guide, and the alternative titles that lead to a guide."""

import re

import pytest
from django.urls import reverse

from guides.document.shape import Details, RelatedRole, Skill
from guides.editing.publishing import unpublish
from tests.builders import make_live

pytestmark = pytest.mark.django_db


def guide_html(client, slug="lighthouse-keeper"):
    return client.get(reverse("guide", args=(slug,))).content.decode()


def similar(html):
    """The addresses in the table of similar jobs, in order."""
    return re.findall(r'class="similar__title" href="([^"]+)"', html)


def test_a_guide_leads_to_guides_with_the_same_skills_that_its_text_does_not_name(client):
    make_live()
    make_live(title="Wick Trimmer", slug="wick-trimmer", salary_levels=(), career_path=(), related=())
    html = guide_html(client)
    assert similar(html) == ["/guides/wick-trimmer/"]
    assert "2 of 2" in html
    assert "/compare/?roles=lighthouse-keeper&amp;roles=wick-trimmer" in html


def test_a_related_role_is_listed_once_and_before_those_that_only_share_skills(client):
    make_live(related=(RelatedRole(title="Wick Trimmer", slug="wick-trimmer"),))
    make_live(title="Wick Trimmer", slug="wick-trimmer", related=())
    make_live(title="Angler", slug="angler", salary_levels=(), career_path=(), related=())
    assert similar(guide_html(client)) == ["/guides/wick-trimmer/", "/guides/angler/"]


def make_called(title="Keeper", slug="keeper", **fields):
    """A live guide with the alternative title Light Tender."""
    details = Details(alternative_titles=("Light Tender",))
    return make_live(title=title, slug=slug, details=details, related=(), **fields)


def test_a_related_role_leads_to_the_guide_that_has_its_title_as_an_alternative_title(client):
    make_called()
    make_live(title="Diver", slug="diver", related=(RelatedRole(title="Light Tender", slug="light-tender"),))
    html = guide_html(client, "diver")
    assert similar(html) == ["/guides/keeper/"]
    assert "Guide: Keeper" in html
    assert "coming soon" not in html


def test_two_titles_of_one_guide_stay_two_rows_with_their_own_words(client):
    make_called()
    make_live(
        title="Diver",
        slug="diver",
        related=(
            RelatedRole(title="Light Tender", slug="light-tender", blurb="Tends the light."),
            RelatedRole(title="Keeper", slug="keeper", blurb="Keeps the house."),
        ),
    )
    html = guide_html(client, "diver")
    assert similar(html) == ["/guides/keeper/", "/guides/keeper/"]
    assert "Tends the light." in html
    assert "Keeps the house." in html


@pytest.mark.parametrize("page", ["", "changes/", "interview/"])
def test_the_address_of_an_alternative_title_leads_to_its_guide_for_now(client, page):
    make_called()
    response = client.get(f"/guides/light-tender/{page}?from=mail")
    assert (response.status_code, response["Location"]) == (302, f"/guides/keeper/{page}?from=mail")


def test_a_guide_of_its_own_comes_before_an_alternative_title(client):
    make_called()
    make_live(title="Light Tender", slug="light-tender", related=())
    assert client.get("/guides/light-tender/").status_code == 200


def test_the_alternative_title_of_an_unpublished_guide_leads_to_no_guide(client):
    unpublish(make_called())
    assert client.get("/guides/light-tender/").status_code == 404


def test_of_two_guides_with_an_alternative_title_it_leads_to_the_first_by_title(client):
    make_called()
    make_called(title="Guard", slug="guard")
    assert client.get("/guides/light-tender/")["Location"] == "/guides/guard/"


def test_an_alternative_title_is_not_listed_as_coming_soon(client):
    make_live(title="Diver", slug="diver", related=(RelatedRole(title="Light Tender", slug="light-tender"),))
    assert "Light Tender" in client.get("/guides/").content.decode()
    make_called()
    assert "Light Tender" not in client.get("/guides/").content.decode()


def test_one_skill_in_common_makes_no_neighbor(client):
    make_live()
    patience = (Skill(kind="soft", name="Patience"),)
    make_live(title="Angler", slug="angler", skills=patience, salary_levels=(), career_path=(), related=())
    assert similar(guide_html(client)) == []


def test_soft_skills_that_everybody_lists_make_no_neighbor(client):
    soft = tuple(Skill(kind="soft", name=name) for name in ("Patience", "Empathy", "Teamwork"))
    knots = tuple(Skill(kind="technical", name=name) for name in ("Knots", "Charts", "Radio"))
    make_live(skills=(*soft, *knots))
    bait = (*soft, Skill(kind="technical", name="Bait"))
    make_live(title="Angler", slug="angler", skills=bait, salary_levels=(), career_path=(), related=())
    assert similar(guide_html(client, "angler")) == []
    make_live(title="Sailor", slug="sailor", skills=knots, salary_levels=(), career_path=(), related=())
    assert similar(guide_html(client)) == ["/guides/sailor/"]


def test_skills_are_shared_under_their_other_names_too(client):
    make_live()
    kept = make_live(title="Angler", slug="angler", salary_levels=(), career_path=(), related=())
    skills = kept.skills.get(name="Patience").skill
    skills.aliases.create(name="Endurance")
    make_live(
        title="Runner",
        slug="runner",
        skills=(Skill(kind="soft", name="Endurance"), Skill(kind="technical", name="lamp maintenance")),
        salary_levels=(),
        career_path=(),
        related=(),
    )
    assert guide_html(client).count("2 of 2") == 2
