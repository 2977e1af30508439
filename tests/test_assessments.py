"""The pages of skills gap, readiness and pack: results at addresses that keep their meaning."""

import html5lib
import pytest

from guides.documents import write_document
from guides.models import Revision
from guides.parsing.document import Skill
from guides.publishing import publish
from guides.revisions import record_revision

from .builders import make_document, make_live

pytestmark = pytest.mark.django_db

GAP = "/guides/lighthouse-keeper/skills-gap/"
READINESS = "/guides/lighthouse-keeper/readiness/"
PACK = "/guides/lighthouse-keeper/pack/"


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200
    html = response.content.decode()
    html5lib.HTMLParser(strict=True).parse(html)
    return " ".join("".join(html5lib.parse(html, namespaceHTMLElements=False).itertext()).split())


def revise(role, **overrides):
    write_document(role, make_document(**overrides))
    publish(record_revision(role, Revision.Kind.EDIT))


def test_a_result_is_found_again_under_its_address(client):
    make_live()
    text = page(client, f"{GAP}?v=1&s-patience=1&s-lamp-maintenance=3")
    assert "You have 66% of the steps" in text
    assert "Patience: from step 1 to step 3." in text


def test_an_address_keeps_its_result_when_the_guide_is_revised_and_says_how(client):
    role = make_live()
    revise(role, skills=(Skill(kind="soft", name="Patience"), Skill(kind="soft", name="Calm")))
    text = page(client, f"{GAP}?v=1&s-patience=1&s-lamp-maintenance=3")
    assert "You have 66% of the steps" in text
    assert "Now it also asks for Calm." in text
    assert "It no longer names Lamp Maintenance." in text
    assert "You have 33% of the steps" in page(client, f"{GAP}?s-patience=1")


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
    make_live()
    response = client.get(f"{base}?{query}")
    assert response.status_code == 200
    assert b"<script>" not in response.content.replace(b'<script type="module"', b"")


def test_two_roles_show_the_way_and_the_difference_in_pay(client):
    make_live()
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


def test_assessments_cost_at_most_six_queries(client, django_assert_max_num_queries):
    role = make_live()
    make_live(make_document(title="Harbor Pilot", slug="harbor-pilot", related=()))
    revise(role, pros=("Another",))
    for address in (f"{GAP}?v=1&s-patience=1&with=harbor-pilot", f"{GAP}?v=1&s-patience=1", f"{READINESS}?v=1&years=3"):
        with django_assert_max_num_queries(6):
            client.get(address)


def test_readiness_says_which_rung_fits_and_why(client):
    make_live()
    text = page(client, f"{READINESS}?years=1&done=1")
    assert "Now: Assistant Keeper" in text
    assert "5 years more of experience: Principal Keeper begins at 6 years" in text
    assert "Step 2: Serve a winter." in text
    assert "Step 1: Learn the tides." not in text.split("Change your answers")[0]


def test_the_pack_is_one_page_and_one_text(client):
    make_live()
    query = "years=1&s-patience=1"
    text = page(client, f"{PACK}?{query}")
    taken = client.get(f"{PACK}?{query}&as=md")
    for words in ("The rung that fits now: Assistant Keeper.", "Trim the wick.", "It is windy."):
        assert words in text
        assert words in taken.content.decode()
    assert taken["Content-Disposition"] == 'attachment; filename="lighthouse-keeper-pack.md"'
    assert client.get(f"{PACK}?as=exe").status_code == 404
