"""The public addresses of withdrawn revisions: every one says that it was withdrawn."""

import pytest

from guides.document.shape import RelatedRole, Skill
from guides.editing.preview_links import create_link, token_for
from guides.editing.publishing import publish, unpublish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.editing.withdrawals import undo_withdrawal, withdraw
from guides.models import JobDescription, Revision
from tests.builders import make_document, make_live

pytestmark = pytest.mark.django_db

PAGE = "/guides/lighthouse-keeper/"
DESCRIPTION = f"{PAGE}job-description/"
OEMBED = f"/oembed/?url=http://testserver{DESCRIPTION}"
# Addresses that show revision 1 as long as another one is live.
OLD = [
    *(f"{PAGE}pack/?v=1{more}" for more in ("", "&as=md", "&s-patience=1")),
    f"{PAGE}readiness/?v=1&years=1",
    f"{PAGE}skills-gap/?v=1&s-patience=1",
    *(f"{DESCRIPTION}?version=1{more}" for more in ("", "&employer=Board", "&embed=1")),
    *(f"{DESCRIPTION}?version=1&as={form}" for form in ("txt", "docx", "html", "md", "job-schema")),
    *(f"{DESCRIPTION}v/1/{more}" for more in ("", "?as=data", "?as=docx")),
    f"{OEMBED}%3Fversion=1",
]
# Addresses that show what is live.
LIVE = [
    PAGE,
    *(f"{PAGE[:-1]}{ending}" for ending in (".json", ".txt", ".md", "/share-x.png")),
    *(f"{PAGE}{tool}/" for tool in ("pack", "readiness", "skills-gap", "interview", "resume", "cover-letter")),
]
LISTS = [
    *("/", "/guides/", "/search/?q=patience", "/search/suggestions/?q=light", "/skills/", "/salaries/"),
    *("/guides.json", "/guides/feed.atom", "/sitemap.xml", "/compare/?find=1", "/guides/harbor-pilot/"),
]
WRONG = {
    "summary": "Zwxq is wrong.",
    "responsibilities": ("Zwxq.",),
    "skills": (Skill(kind="soft", name="Zwxq"), Skill(kind="soft", name="Patience")),
}


@pytest.fixture
def role():
    """A guide whose revision 1 has a wrong word that the live revision 2 has not."""
    role = make_live(**WRONG)
    revise(role)
    return role


def revise(role, **parts):
    write_document(role, make_document(**parts))
    return publish(record_revision(role, Revision.Kind.EDIT)).revision


def take(role, *numbers):
    for number in numbers:
        withdraw(role.revisions.get(number=number), reason="It was wrong.")


@pytest.mark.parametrize("address", OLD)
def test_every_address_of_a_withdrawn_revision_says_so_until_that_is_undone(client, role, address):
    before = client.get(address)
    take(role, 1)
    response = client.get(address, headers={"If-None-Match": before.headers.get("ETag", "")})
    assert (before.status_code, response.status_code) == (200, 410)
    words = response.content.decode().lower()
    assert "withdrawn" in words
    assert "zwxq" not in words
    assert "it was wrong" not in words
    undo_withdrawal(role.revisions.get(number=1))
    assert client.get(address).content == before.content


@pytest.mark.parametrize("address", [address for address in OLD[:-1] if "as=data" not in address])
def test_a_withdrawn_revision_leads_to_the_current_guide(client, role, address):
    take(role, 1)
    assert f'<a href="{PAGE}">Lighthouse Keeper</a>' in client.get(address).content.decode()


@pytest.mark.parametrize("address", OLD)
def test_a_withdrawn_revision_is_withdrawn_while_nothing_is_live(client, role, address):
    take(role, 1)
    unpublish(role)
    assert client.get(address).status_code == 410


@pytest.mark.parametrize("address", [*LIVE, *OLD, DESCRIPTION, OEMBED])
def test_a_guide_whose_revisions_were_all_withdrawn_is_gone(client, role, address):
    make_live(title="Pilot", slug="pilot", related=(RelatedRole(title="Keeper", slug="lighthouse-keeper"),))
    take(role, 1, 2)
    response = client.get(address)
    assert response.status_code == 410
    assert PAGE not in response.content.decode()


@pytest.mark.parametrize("address", LIVE)
def test_the_address_of_a_guide_is_gone_when_the_live_revision_was_withdrawn(client, role, address):
    take(role, 2)
    assert client.get(address).status_code == 410
    unpublish(role)
    publish(role.revisions.get(number=1))
    assert client.get(address).status_code in (200, 302)


def test_the_address_of_a_guide_that_was_unpublished_is_not_withdrawn_with_an_earlier_revision(client, role):
    take(role, 1)
    unpublish(role)
    assert client.get(PAGE).status_code == 404


@pytest.mark.parametrize("address", LISTS)
def test_no_list_has_the_words_of_a_withdrawn_revision(client, address):
    role = make_live(**WRONG)
    make_live(title="Diver", slug="diver")
    take(role, 1)
    response = client.get(address)
    assert response.status_code == 200
    assert not any(words in response.content.decode() for words in ("Zwxq", "zwxq", PAGE))


def test_a_former_address_leads_to_the_withdrawal(client, role):
    revise(role, slug="keeper")
    take(role, 1)
    response = client.get(f"{PAGE}pack/?v=1", follow=True)
    assert (response.redirect_chain, response.status_code) == ([("/guides/keeper/pack/?v=1", 301)], 410)


def test_an_address_that_only_a_withdrawn_revision_had_leads_to_the_live_guide(client, role):
    take(role, 1)
    revise(role, slug="keeper")
    assert client.get(PAGE)["Location"] == "/guides/keeper/"


def test_an_address_whose_last_revision_was_withdrawn_is_gone_when_nothing_is_live(client, role):
    revise(role, slug="keeper")
    unpublish(role)
    take(role, 2)
    assert (client.get(PAGE).status_code, client.get("/guides/keeper/").status_code) == (410, 404)


def test_a_withdrawn_revision_of_the_second_role_is_not_compared(client, role):
    make_live(title="Diver", slug="diver", related=())
    address = "/guides/diver/skills-gap/?with=lighthouse-keeper&with-v=1"
    assert client.get(address).status_code == 200
    take(role, 1)
    response = client.get(address)
    assert response.status_code == 410
    assert f'href="{PAGE}"' in response.content.decode()


def test_other_versions_of_a_description_stay_and_name_the_withdrawn_one(client, role):
    take(role, 1)
    assert client.get(f"{DESCRIPTION}v/2/").status_code == 200
    assert "Version 1 was removed" in client.get(DESCRIPTION).content.decode()


def test_the_description_of_a_withdrawn_live_revision_gives_way_to_the_one_before(client, role):
    take(role, 2)
    response = client.get(DESCRIPTION)
    assert response.status_code == 200
    assert "Zwxq." in response.content.decode()


def test_a_version_that_was_removed_on_its_own_stays_so_when_its_revision_returns(client, role):
    JobDescription.objects.filter(number=1).update(removed_at=role.revisions.first().created_at)
    take(role, 1)
    undo_withdrawal(role.revisions.get(number=1))
    assert client.get(f"{DESCRIPTION}v/1/").status_code == 410


def test_a_guide_that_had_no_stored_versions_has_no_description_once_it_is_withdrawn(client):
    role = make_live()
    JobDescription.objects.all()._raw_delete("default")
    take(role, 1)
    assert client.get(DESCRIPTION).status_code == 410


def test_a_form_is_not_filled_in_for_a_withdrawn_version(client, role):
    take(role, 1)
    assert client.post(DESCRIPTION, {"version": "1", "employer": "Board", "as": "txt"}).status_code == 410


def test_a_preview_of_a_withdrawn_revision_has_ended(client, role):
    address = f"/preview/{token_for(create_link(role.revisions.get(number=1)))}/"
    assert client.get(address).status_code == 200
    take(role, 1)
    assert client.get(address).status_code == 410


def test_an_unknown_revision_is_no_withdrawn_one(client, role):
    write_document(role, make_document(summary="A draft."))
    withdraw(record_revision(role, Revision.Kind.EDIT), reason="Never public.")
    assert "was never public" in client.get(f"{PAGE}pack/?v=3").content.decode()


def test_oembed_says_nothing_of_withdrawn_versions_at_other_hosts(client, role):
    take(role, 1)
    assert client.get(OEMBED.replace("testserver", "elsewhere.example") + "%3Fversion=1").status_code == 404
