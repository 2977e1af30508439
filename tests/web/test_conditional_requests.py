"""Validators of public answers: what changes them, what does not, and that an answer known already costs one query."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from guides.editing.publishing import publish, unpublish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.editing.vocabulary import merge_skills
from guides.models import LiveInterval, Revision, Skill
from guides.web import site_state
from tests.builders import make_document, make_live

pytestmark = pytest.mark.django_db

PAGE = "/guides/lighthouse-keeper/"
SHOWN = ["/", "/guides/", PAGE, "/guides/lighthouse-keeper.json", "/guides.json", "/sitemap.xml", "/guides/feed.atom"]


def etag(client, path=PAGE):
    return client.get(path)["ETag"]


def make_older(**step):
    """Let what was published have been published earlier: a change of this second has no date yet."""
    for interval in LiveInterval.objects.all():
        interval.live_from -= timedelta(**step)
        interval.save()


@pytest.mark.parametrize("path", SHOWN)
def test_an_answer_that_the_reader_has_is_not_sent_again(client, path):
    make_live()
    known = client.get(path)
    again = client.get(path, headers={"If-None-Match": f'"other", {known["ETag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert "Content-Length" not in again.headers
    assert (again["ETag"], again["Cache-Control"]) == (known["ETag"], known["Cache-Control"])


@pytest.mark.parametrize("path", SHOWN)
def test_a_reader_may_ask_by_date(client, path):
    make_live()
    make_older(days=1)
    known = client.get(path)["Last-Modified"]
    assert client.get(path, headers={"If-Modified-Since": known}).status_code == 304
    assert client.get(path, headers={"If-Modified-Since": "Mon, 01 Jan 2035 00:00:00 GMT"}).status_code == 200


def test_a_tag_counts_more_than_a_date(client):
    make_live()
    make_older(days=1)
    headers = {"If-Modified-Since": client.get(PAGE)["Last-Modified"], "If-None-Match": '"other"'}
    assert client.get(PAGE, headers=headers).status_code == 200


def test_an_answer_of_the_second_of_a_change_has_no_date(client):
    make_live()
    assert "Last-Modified" not in client.get(PAGE).headers


def test_304_costs_one_query(client, django_assert_num_queries):
    make_live()
    known = etag(client)
    with django_assert_num_queries(1):
        client.get(PAGE, headers={"If-None-Match": known})


def test_pages_differ_by_address_query_and_host(client):
    make_live()
    tags = {etag(client, path) for path in ("/", PAGE, f"{PAGE}?a=1")}
    assert len(tags | {client.get(PAGE, headers={"host": "localhost"})["ETag"]}) == 4


def test_publishing_a_neighbor_changes_the_tag(client):
    make_live()
    before = etag(client)
    make_live(title="Diver", slug="diver", related=())
    assert etag(client) != before


def test_unpublishing_a_neighbor_changes_the_tag(client):
    make_live()
    neighbor = make_live(title="Diver", slug="diver", related=())
    before = etag(client)
    unpublish(neighbor)
    assert etag(client) != before


def test_a_new_revision_changes_the_tag(client):
    role = make_live()
    before = etag(client)
    write_document(role, make_document(summary="Another."))
    publish(record_revision(role, Revision.Kind.EDIT))
    assert etag(client) != before


def test_an_edit_of_the_rows_leaves_the_tag(client):
    role = make_live()
    before = etag(client)
    write_document(role, make_document(summary="Another.", skills=()))
    record_revision(role, Revision.Kind.EDIT)
    assert etag(client) == before


def test_a_merge_of_skills_changes_the_tag(client):
    make_live()
    before = etag(client)
    kept, other = Skill.objects.all()
    merge_skills(kept, [other])
    assert etag(client) != before


def test_a_merge_of_skills_is_dated(client):
    make_live()
    make_older(days=1)
    known = client.get(PAGE)["Last-Modified"]
    kept, other = Skill.objects.all()
    merge_skills(kept, [other])
    assert client.get(PAGE, headers={"If-Modified-Since": known}).status_code == 200


def test_another_release_changes_the_tag(client, monkeypatch):
    make_live()
    before = etag(client)
    release = site_state.Release("another", timezone.now())
    monkeypatch.setattr(site_state, "current_release", lambda: release)
    assert etag(client) != before


def test_head_is_answered_like_get_without_content(client):
    make_live()
    head, get = client.head(PAGE), client.get(PAGE)
    assert (head.status_code, head.content) == (200, b"")
    assert head["ETag"] == get["ETag"]
    assert client.head(PAGE, headers={"If-None-Match": get["ETag"]}).status_code == 304


def test_what_is_not_found_has_no_validators(client):
    response = client.get("/guides/nobody/", headers={"If-None-Match": "*"})
    assert response.status_code == 404
    assert "ETag" not in response.headers


def test_the_admin_is_left_alone(editor_client):
    assert "ETag" not in editor_client.get(reverse("admin:index")).headers


@pytest.mark.parametrize("path", [*SHOWN, "/robots.txt", "/openapi.json", "/guides/lighthouse-keeper.md", "/nowhere/"])
def test_a_reader_is_sent_no_cookie_and_no_answer_varies_by_one(path):
    make_live()
    response = Client().get(path)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_pages_are_kept_but_asked_for_each_time(client):
    make_live()
    assert client.get(PAGE)["Cache-Control"] == "no-cache"
