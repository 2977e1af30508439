"""The page of the cover letter: the example by GET, one's own by POST, of which nothing is kept."""

import json
import logging
import tempfile

import html5lib
import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.builders import make_live
from tests.web.reading import text, values

pytestmark = pytest.mark.django_db

PAGE = "/guides/lighthouse-keeper/cover-letter/"
SECRET = "I sat through 40 nights of fog in Dover"
TYPED = {"name": "Ada Byron", "tone": "warm", "needs-TOTAL_FORMS": "2", "needs-1-shown": SECRET}


@pytest.fixture
def guide():
    return make_live()


def post(client, **typed):
    return client.post(PAGE, {**TYPED, **typed})


@pytest.mark.parametrize("form", ["txt", "md", "html", "docx"])
def test_the_example_in_a_tone_downloads_with_the_same_bytes_each_time(client, guide, form):
    first, second = (client.get(f"{PAGE}?level=2&tone=direct&as={form}") for _ in range(2))
    assert first.content == second.content
    assert first.content != client.get(f"{PAGE}?level=2&tone=warm&as={form}").content


def test_the_links_to_files_keep_level_and_tone(client, guide):
    assert 'href="?level=3&amp;tone=warm&amp;as=docx"' in text(client.get(f"{PAGE}?tone=warm&level=3"))


@pytest.mark.parametrize("query", ["tone=loud", "level=99", "tone=%00&level=x", "as=exe&tone=warm"])
def test_an_invalid_choice_is_reported_at_its_field(client, guide, query):
    response = client.get(f"{PAGE}?{query}")
    assert response.status_code == (404 if "exe" in query else 200)
    assert "exe" in query or "errorlist" in text(response)


def test_the_letter_is_created_from_the_input(client, guide):
    response = post(client, employer="<b>Port</b>")
    html5lib.HTMLParser(strict=True).parse(text(response))
    assert f"<p>{SECRET}</p>" in text(response)
    assert "I would be glad to join &lt;b&gt;Port&lt;/b&gt;" in text(response)


def test_one_more_row_keeps_the_input(client, guide):
    found = values(post(client, do="add-needs"))
    assert (found["needs-1-shown"], found["needs-2-shown"]) == (SECRET, "")


def test_an_error_is_reported_at_its_field_and_no_input_is_lost(client, guide):
    response = post(client, do="docx", email="nobody", why="y" * 1_500)
    assert 'href="#id_email"' in text(response)
    assert values(response)["why"] == "y" * 1_500
    assert values(response)["needs-1-shown"] == SECRET


def test_a_resume_fills_in_the_sender_and_leaves_the_rest(client, guide):
    content = json.dumps({"basics": {"name": "Grace"}, "work": [{"position": "Helper", "name": "Port"}]}).encode()
    found = values(post(client, do="read", file=SimpleUploadedFile("a.json", content)))
    assert (found["name"], found["now"], found["needs-1-shown"]) == ("Grace", "a Helper at Port", SECRET)


@pytest.mark.parametrize("content", [b"", b"{", b'{"basics": 1}'])
def test_an_unreadable_file_is_reported_and_no_input_is_lost(client, guide, content):
    response = post(client, do="read", file=SimpleUploadedFile("a.json", content))
    assert 'href="#id_file"' in text(response)
    assert values(response)["needs-1-shown"] == SECRET


@pytest.mark.parametrize("do", ["draw", "add-needs", "docx", "read"])
def test_a_post_leaves_no_cookie_no_session_no_file_and_no_line_in_a_log(guide, tmp_path, monkeypatch, caplog, do):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    caplog.set_level(logging.DEBUG)
    response = Client(enforce_csrf_checks=True).post(PAGE, {**TYPED, "do": do})
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
    assert not response.cookies
    assert Session.objects.count() == 0
    assert list(tmp_path.iterdir()) == []
    assert SECRET not in caplog.text


def test_creating_a_letter_takes_few_queries_that_only_read(client, guide):
    post(client)
    with CaptureQueriesContext(connection) as queries:
        post(client)
    assert len(queries) <= 6
    assert all(query["sql"].startswith("SELECT") for query in queries)
