"""The page of the cover letter: samples or the template by GET, one's own by POST, of which nothing is kept."""

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

from guides.document.material import SampleLetter
from tests.builders import make_document, make_live, make_live_unedited
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


@pytest.fixture
def guide_with_samples():
    letters = (
        SampleLetter(situation="First job", body="Dear Ms. Lind,", notes="It is **short**."),
        SampleLetter(situation="Short e-mail", body="Dear Mr. Roe,"),
    )
    return make_live_unedited(make_document(letters=letters))


@pytest.mark.parametrize("form", ["txt", "md", "html", "docx"])
def test_a_sample_downloads_with_the_same_bytes_each_time(client, guide_with_samples, form):
    first, second = (client.get(f"{PAGE}?situation=short-e-mail&as={form}") for _ in range(2))
    assert first.content == second.content
    assert first.content != client.get(f"{PAGE}?situation=first-job&as={form}").content
    name = f"lighthouse-keeper-cover-letter-example-short-e-mail.{form}"
    assert first["Content-Disposition"] == f'attachment; filename="{name}"'


def test_the_page_shows_a_sample_with_its_notes_and_links_the_others(client, guide_with_samples):
    shown = text(client.get(PAGE))
    assert "<p>Dear Ms. Lind,</p>" in shown
    assert "<p>It is <strong>short</strong>.</p>" in shown
    assert "Invented person, an example." in shown
    assert '<a href="?situation=short-e-mail">Short e-mail</a>' in shown


def test_the_sample_stays_on_the_page_below_ones_own(client, guide_with_samples):
    shown = text(client.post(f"{PAGE}?situation=short-e-mail", TYPED))
    assert 0 < shown.index(f"<p>{SECRET}</p>") < shown.index("<p>Dear Mr. Roe,</p>")


@pytest.mark.parametrize(
    "query", ["tone=loud", "level=99", "tone=%00&level=x", "situation=first-job", "tone=warm&as=txt"]
)
def test_older_addresses_show_the_template_of_a_guide_without_samples(client, guide, query):
    response = client.get(f"{PAGE}?{query}")
    assert response.status_code == 200
    assert "Template: replace everything in square brackets." in text(response)
    assert "Lamp Maintenance" not in text(response).partition("Your own cover letter</h2>")[0]


def test_an_unknown_format_is_not_found(client, guide):
    assert client.get(f"{PAGE}?as=json").status_code == 404


def test_the_letter_is_created_from_the_input(client, guide):
    response = post(client, employer="<b>Port</b>")
    html5lib.HTMLParser(strict=True).parse(text(response))
    assert f"<p>{SECRET}</p>" in text(response)
    assert "I would be glad to work with you at &lt;b&gt;Port&lt;/b&gt;." in text(response)


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
