"""The pages of skills gap, readiness and pack: results at addresses that keep their meaning."""

import pytest

from guides.document import GuideDocument
from guides.document.shape import CareerStep, Details, Skill
from guides.editing.publishing import publish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import Revision
from tests.builders import make_document, make_live, make_live_unedited
from tests.web.reading import page

pytestmark = pytest.mark.django_db

GAP = "/guides/lighthouse-keeper/skills-gap/"
READINESS = "/guides/lighthouse-keeper/readiness/"
PACK = "/guides/lighthouse-keeper/pack/"


def revise(role, **overrides):
    write_document(role, make_document(**overrides))
    publish(record_revision(role, Revision.Kind.EDIT))


@pytest.mark.parametrize("number", ["99", "x", "²", "-1", "9" * 400])
def test_a_revision_that_was_never_public_is_not_shown(client, number):
    role = make_live()
    write_document(role, make_document(skills=(Skill(kind="soft", name="Secret"),)))
    record_revision(role, Revision.Kind.EDIT)
    for address in (f"{GAP}?v={number}", f"{READINESS}?v=2", f"{PACK}?v=2"):
        text = page(client, address)
        assert "was never public" in text
        assert "Secret" not in text


@pytest.mark.parametrize("base", [GAP, READINESS, PACK])
@pytest.mark.parametrize(
    "query",
    [
        "s-patience=9&s-nope=1&years=-3&has=x&done=y&with=nobody",
        "s-patience=%00&with=%00&years=%00&v=%00",
        "s-%3Cscript%3E=1&with=%3Cscript%3E&s-patience=%3Cscript%3Ealert(1)%3C/script%3E&years=%3Cb%3E",
        f"with={'a' * 3000}&years={'9' * 3000}",
    ],
)
def test_hostile_addresses_are_answered(client, base, query):
    make_live_unedited()
    response = client.get(f"{base}?{query}")
    assert response.status_code == 200
    assert b"<script>" not in response.content.replace(b'<script type="module"', b"")


def test_assessments_cost_at_most_six_queries(client, django_assert_max_num_queries):
    role = make_live()
    make_live(make_document(title="Harbor Pilot", slug="harbor-pilot", related=()))
    revise(role, pros=("Another",))
    for address in (
        f"{GAP}?v=1&s-patience=1&with=harbor-pilot",
        f"{GAP}?v=1&s-patience=1",
        f"{READINESS}?v=1&rules=2&years=3",
    ):
        with django_assert_max_num_queries(6):
            client.get(address)


def test_readiness_shows_which_level_fits_and_what_separates_from_the_next(client):
    make_live_unedited()
    text = page(client, f"{READINESS}?rules=2&years=0&done=1").split("Change your answers")[0]
    for words in (
        "Your starting level: Assistant Keeper",
        "Next: Principal Keeper",
        "6 years of experience. This level usually starts at 6 years.",
        "Serve a winter. Step 2 of the guide.",
    ):
        assert words in text
    assert "Learn the tides." not in text


@pytest.mark.parametrize("rules", ["", "&rules=1"])
def test_an_old_result_keeps_its_words_and_leads_to_todays(client, rules):
    make_live_unedited()
    old = f"{READINESS}?v=1&years=1&done=1{rules}"
    text = page(client, old)
    for words in (
        "under rules 1.",
        "Now: Assistant Keeper",
        "5 years more of experience: Principal Keeper begins at 6 years (the guide says “6+ years”).",
        "Step 2: Serve a winter.",
    ):
        assert words in text
    todays = f"{READINESS}?v=1&years=1&done=1&rules=2"
    assert f'href="{todays.replace("&", "&amp;")}"' in client.get(old).content.decode()
    assert "Your level now: Assistant Keeper" in page(client, todays)
    assert "earlier rules" not in page(client, todays)


@pytest.mark.parametrize("rules", ["3", "0", "x", "²", "9" * 400])
def test_unknown_rules_are_reported_and_todays_apply(client, rules):
    make_live_unedited()
    for base in (READINESS, PACK):
        text = page(client, f"{base}?years=1&rules={rules}")
        assert "The rules in this address are unknown; these are today’s." in text
        assert "Your level now: Assistant Keeper" in text


def test_without_answers_the_page_has_todays_rules_and_no_result(client):
    make_live_unedited()
    text = page(client, READINESS)
    assert "under rules 2." in text
    assert "You have not answered anything yet." not in text


def test_an_empty_form_is_told_what_to_do(client):
    make_live_unedited()
    assert "You have not answered anything yet." in page(client, f"{READINESS}?v=1&rules=2&years=")
    assert "You have not answered anything yet." not in page(client, f"{READINESS}?v=1&rules=2&years=x")


def test_leading_is_asked_about_only_if_the_ladder_leads(client):
    make_live_unedited()
    assert "Have you led people?" not in page(client, READINESS)
    path = (*make_document().career_path, CareerStep(title="Head of Lights", experience="9+ years", years_min=9))
    make_live(make_document(title="Harbor Pilot", slug="harbor-pilot", related=(), career_path=path))
    html = client.get("/guides/harbor-pilot/readiness/?led=team").content.decode()
    assert 'id="led-team" type="radio" name="led" value="team" checked' in html


def test_skills_that_do_not_change_the_level_are_closed_until_one_is_rated(client):
    path = make_document().career_path[:1]
    make_live(career_path=path, details=Details(essential=("Patience",)))
    closed, opened = (
        client.get(f"{READINESS}{query}").content.decode() for query in ("", "?rules=2&s-lamp-maintenance=2")
    )
    assert '<details class="form__group form__group--more">' in closed
    assert '<details class="form__group form__group--more" open>' in opened
    assert "Must-have skills: how far are you?" in closed


def test_the_pack_has_the_parts_that_the_address_chooses(client):
    make_live_unedited()
    usual, guide = page(client, f"{PACK}?rules=2&years=1"), page(client, f"{PACK}?rules=2&years=1&part=guide")
    assert "Your level now: Assistant Keeper." in usual
    assert "Interview questions: Lighthouse Keeper" in usual
    assert "It is windy." not in usual
    assert "It is windy." in guide
    assert "Your level now" not in guide


def test_the_files_of_the_pack_have_the_same_answers_and_parts(client):
    make_live_unedited()
    query = "rules=2&years=1&part=plan&part=guide"
    html = client.get(f"{PACK}?{query}").content.decode()
    for name in ("docx", "md"):
        assert f'href="?{query.replace("&", "&amp;")}&amp;as={name}"' in html
    taken = client.get(f"{PACK}?{query}&as=md")
    assert taken["Content-Disposition"] == 'attachment; filename="lighthouse-keeper-pack.md"'
    for words in ("Your level now: Assistant Keeper.", "It is windy."):
        assert words in taken.content.decode()
    assert client.get(f"{PACK}?{query}&as=docx").content.startswith(b"PK")
    assert client.get(f"{PACK}?as=exe").status_code == 404


def test_an_old_pack_keeps_its_plan_and_its_file(client):
    make_live_unedited()
    query = "years=1&s-patience=1"
    for text in (page(client, f"{PACK}?{query}"), client.get(f"{PACK}?{query}&as=md").content.decode()):
        assert "The rung that fits now: Assistant Keeper." in text
    assert "earlier rules" in page(client, f"{PACK}?{query}")


def test_choosing_parts_keeps_the_answers(client):
    make_live_unedited()
    html = client.get(f"{PACK}?v=1&rules=2&years=1&done=1&done=2&part=guide").content.decode()
    for name, value in (("v", 1), ("rules", 2), ("years", 1), ("done", 1), ("done", 2)):
        assert f'<input type="hidden" name="{name}" value="{value}">' in html
    assert 'type="hidden" name="part"' not in html


@pytest.mark.parametrize(
    ("address", "is_named"),
    [
        (GAP, True),
        (f"{GAP}?s-patience=2", False),
        (READINESS, True),
        (f"{READINESS}?years=2", False),
        (f"{READINESS}?from=mail", True),
        (PACK, False),
    ],
)
def test_search_engines_may_index_tools_but_not_results(client, address, is_named):
    make_live_unedited()
    assert (b'<meta name="robots" content="noindex">' not in client.get(address).content) == is_named


@pytest.mark.parametrize("base", [READINESS, PACK])
def test_invalid_answers_are_reported(client, base):
    make_live_unedited()
    text = page(client, f"{base}?years=many&s-patience=9")
    assert "Give whole years of experience from 0 to 60." in text
    assert "Patience: “9” is no answer to choose." in text


def test_the_pack_of_a_guide_that_says_little_has_no_empty_plan(client):
    make_live(GuideDocument(title="Astronaut", slug="astronaut", summary="Astronauts work in space."))
    address = "/guides/astronaut/pack/"
    assert "Astronaut: your plan" not in page(client, address)
    assert "Astronaut: your plan" not in client.get(f"{address}?as=md").content.decode()
