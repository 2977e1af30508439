"""The pages of skills gap, readiness and pack: results at addresses that keep their meaning."""

import pytest

from guides.document import GuideDocument
from guides.document.shape import Skill
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
    for address in (f"{GAP}?v=1&s-patience=1&with=harbor-pilot", f"{GAP}?v=1&s-patience=1", f"{READINESS}?v=1&years=3"):
        with django_assert_max_num_queries(6):
            client.get(address)


def test_readiness_shows_which_level_fits_and_why(client):
    make_live_unedited()
    text = page(client, f"{READINESS}?years=1&done=1")
    assert "Now: Assistant Keeper" in text
    assert "5 years more of experience: Principal Keeper begins at 6 years" in text
    assert "Step 2: Serve a winter." in text
    assert "Step 1: Learn the tides." not in text.split("Change your answers")[0]


def test_the_pack_is_one_page_and_one_text(client):
    make_live_unedited()
    query = "years=1&s-patience=1"
    text = page(client, f"{PACK}?{query}")
    taken = client.get(f"{PACK}?{query}&as=md")
    for words in ("The rung that fits now: Assistant Keeper.", "Trim the wick.", "It is windy."):
        assert words in text
        assert words in taken.content.decode()
    assert taken["Content-Disposition"] == 'attachment; filename="lighthouse-keeper-pack.md"'
    assert client.get(f"{PACK}?as=exe").status_code == 404


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
    assert "Patience: “9” is no step from 0 to 4." in text


def test_the_pack_of_a_guide_that_says_little_has_no_empty_plan(client):
    make_live(GuideDocument(title="Astronaut", slug="astronaut", summary="Astronauts work in space."))
    address = "/guides/astronaut/pack/"
    assert "your plan" not in page(client, address).split("Markdown")[1]
    assert "your plan" not in client.get(f"{address}?as=md").content.decode()
