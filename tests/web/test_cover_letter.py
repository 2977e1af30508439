"""The page of the cover letter: samples or the template by GET, one's own by POST, of which nothing is kept."""

import json
import logging
import tempfile
from io import BytesIO

import html5lib
import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from docx import Document

from guides.document.material import SampleLetter
from tests.builders import make_document, make_live, make_live_unedited
from tests.web.reading import text, values

pytestmark = pytest.mark.django_db

PAGE = "/guides/lighthouse-keeper/cover-letter/"
SECRET = "I sat through 40 nights of fog in Dover."
TYPED = {"name": "Ada Byron", "situation": "first-job", "needs-TOTAL_FORMS": "2", "needs-1-shown": SECRET}
SAMPLE = "Dear Ms. Lind,\nI want your light.\nI kept a stove.\nThank you.\nSincerely,\nMaya Torres"
FILE = json.dumps({"basics": {"name": "Grace"}, "work": [{"position": "Helper", "name": "Port"}]}).encode()


@pytest.fixture
def guide():
    return make_live()


def post(client, **typed):
    return client.post(PAGE, {**TYPED, **typed})


def read(client, content=FILE, **typed):
    return post(client, do="read", file=SimpleUploadedFile("a.json", content), **typed)


@pytest.fixture
def guide_with_samples():
    letters = (
        SampleLetter(situation="First job", body=SAMPLE, notes="It is **short**."),
        SampleLetter(situation="Short e-mail", body="Dear Mr. Roe,\nMy resume is attached."),
    )
    return make_live_unedited(make_document(letters=letters))


# Examples


@pytest.mark.parametrize("form", ["pdf", "txt", "md", "html", "docx"])
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


@pytest.mark.parametrize("query", ["tone=loud", "level=99", "tone=%00&level=x", "situation=first-job", "tone=warm&as="])
def test_older_addresses_show_the_template_of_a_guide_without_samples(client, guide, query):
    response = client.get(f"{PAGE}?{query}")
    assert response.status_code == 200
    assert "Template: replace everything in square brackets." in text(response)


def test_an_unknown_format_is_not_found(client, guide):
    assert client.get(f"{PAGE}?as=json").status_code == 404


def test_the_form_has_a_tab_of_its_own_with_the_job_and_needs_of_the_guide(client, guide):
    found = values(client.get(f"{PAGE}?tab=mine"))
    assert (found["position"], found["needs-0-need"]) == ("Lighthouse Keeper", "Lamp Maintenance")


# One's own


def test_the_letter_is_created_from_the_input(client, guide):
    response = post(client, employer="<b>Port</b>", position="keeper", found="Indeed")
    html5lib.HTMLParser(strict=True).parse(text(response))
    assert f"<p>{SECRET}</p>" in text(response)
    expected = "for the position of keeper at &lt;b&gt;Port&lt;/b&gt;, which I saw advertised on Indeed."
    assert expected in text(response)


def test_an_email_is_ready_to_copy_and_has_no_files_for_print(client, guide):
    response = post(client, situation="email", position="Keeper")
    assert 'value="Keeper: Ada Byron"' in text(response)
    assert SECRET in values(response)[None]  # the text to copy has no name, so that it is not sent again
    assert 'value="txt"' in text(response)
    assert 'value="pdf"' not in text(response)
    assert post(client, situation="email", do="txt").content.startswith(b"Subject: Application: Ada Byron\n\nDear")


def test_one_more_row_keeps_the_input(client, guide):
    found = values(post(client, do="add-needs"))
    assert (found["needs-1-shown"], found["needs-2-shown"]) == (SECRET, "")


def test_a_row_moves_up(client, guide):
    assert values(post(client, do="up-needs-1"))["needs-0-shown"] == SECRET


def test_a_removed_row_is_named_and_restored(client, guide):
    removed = values(post(client, do="remove-needs-1"))
    assert SECRET not in (removed.get("needs-0-shown"), removed.get("needs-1-shown"))
    held = {name: value for name, value in removed.items() if name and name.startswith("removed-")}
    restored = values(client.post(PAGE, {**TYPED, "needs-TOTAL_FORMS": "1", "needs-1-shown": "", **held, "do": "undo"}))
    assert restored["needs-1-shown"] == SECRET


@pytest.mark.parametrize("do", ["pdf", "docx", "txt", "md"])
def test_a_field_that_is_wrong_takes_no_download_away(client, guide, do):
    response = post(client, do=do, email="nobody", date="February 30, 2027")
    assert response["Content-Disposition"] == f'attachment; filename="Ada-Byron-Cover-Letter.{do}"'
    assert response.content == post(client, do=do, email="nobody", date="February 30, 2027").content


def test_an_error_is_reported_at_its_field_beside_the_letter_and_no_input_is_lost(client, guide):
    response = post(client, email="nobody", why="y" * 2_000)
    assert 'href="#id_email"' in text(response)
    assert values(response)["why"] == "y" * 2_000
    assert f"<p>{SECRET}</p>" in text(response)


def test_a_word_document_names_its_author(client, guide):
    properties = Document(BytesIO(post(client, do="docx").content)).core_properties
    assert properties.author == "Ada Byron"


def test_papers_of_the_pdf_differ(client, guide):
    assert post(client, do="pdf", paper="a4").content != post(client, do="pdf", paper="letter").content
    assert post(client, do="pdf", paper="x").content == post(client, do="pdf").content


def test_the_letter_is_compared_with_a_pasted_job_ad(client, guide):
    shown = text(post(client, ad="Requirements:\n- 5 years of experience in lamp maintenance\n- Excel"))
    assert "Your letter and the job ad" in shown
    assert "Excel" in shown


# Beginning from a resume or an example


def test_a_resume_fills_in_the_sender_and_leaves_the_rest(client, guide):
    found = values(read(client, name=""))
    assert (found["name"], found["now"], found["needs-1-shown"]) == ("Grace", "Helper at Port", SECRET)


def test_a_resume_asks_before_it_replaces_another_name_and_waits_in_the_page(client, guide):
    asked = values(read(client))
    assert asked["name"] == "Ada Byron"
    for do, name in (("replace", "Grace"), ("keep", "Ada Byron")):
        found = values(post(client, do=do, **{"held-file": asked["held-file"]}))
        assert (found["name"], found["needs-1-shown"]) == (name, SECRET)


@pytest.mark.parametrize("content", [b"", b"{", b"\x89PNG", b"[]"])
def test_an_unreadable_file_is_reported_beside_the_letter_and_no_input_is_lost(client, guide, content):
    response = read(client, content)
    assert 'href="#id_file"' in text(response)
    assert values(response)["needs-1-shown"] == SECRET
    assert f"<p>{SECRET}</p>" in text(response)


def test_an_example_fills_an_empty_form_without_its_person(client, guide_with_samples):
    found = values(client.post(PAGE, {"do": "start-first-job"}))
    paragraphs = [found[name] for name in ("opening", "needs-0-shown", "ending")]
    assert paragraphs == ["I want your light.", "I kept a stove.", "Thank you."]
    assert (found["name"], found["position"]) == (None, "Lighthouse Keeper")


def test_an_example_asks_before_it_replaces_paragraphs_and_keeps_the_sender(client, guide_with_samples):
    asked = values(post(client, do="start-first-job"))
    assert (asked["needs-1-shown"], asked["held-example"]) == (SECRET, "first-job")
    found = values(post(client, do="replace", **{"held-example": "first-job"}))
    assert (found["name"], found["needs-0-shown"]) == ("Ada Byron", "I kept a stove.")
    assert SECRET not in found.values()


@pytest.mark.parametrize("do", ["start-nobody", "start-", "replace", "up-needs-99", "add-x", "undo", "\x00"])
def test_an_unknown_action_changes_nothing(client, guide_with_samples, do):
    assert values(post(client, do=do))["needs-1-shown"] == SECRET


# Nothing is kept


@pytest.mark.parametrize("do", ["create", "add-needs", "pdf", "docx", "read"])
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
        post(client, ad="Requirements:\n- Excel")
    assert len(queries) <= 8
    assert all(query["sql"].startswith("SELECT") for query in queries)
