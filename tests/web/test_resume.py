"""The page of the resume: samples or the template by GET, the builder by POST, of which nothing is kept."""

import gzip
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

from guides.document.material import SampleResume
from guides.editing.publishing import publish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import Revision
from guides.toolkit.resume.form import ResumeForm
from guides.toolkit.resume.json_resume import LARGEST_FILE
from guides.toolkit.rows import MOST_ROWS
from tests.builders import make_document, make_live, make_live_unedited
from tests.web.reading import text, values

pytestmark = pytest.mark.django_db

PAGE = "/guides/lighthouse-keeper/resume/"
SECRET = "Ada Byron of Dover"
TYPED = {
    "name": SECRET,
    "email": "ada@example.org",
    "jobs-TOTAL_FORMS": "1",
    "jobs-0-position": "Helper",
    "jobs-0-start": "March 2020",
    "jobs-0-highlights": "Lit 40 lamps",
    "skills": "Lamps: LED",
}


@pytest.fixture
def guide():
    return make_live()


def post(client, page=PAGE, **typed):
    return client.post(page, {**TYPED, **typed})


def upload(client, content, **typed):
    return post(client, do="read", file=SimpleUploadedFile("resume.json", content), **typed)


# The sample or the template


@pytest.fixture
def guide_with_samples():
    resumes = (
        SampleResume(situation="First job", person="Maya", notes="- It is **short**."),
        SampleResume(situation="Assistant Keeper", person="Curtis", experience="Helper; Port; Cobh; 2024\n- Lit lamps"),
    )
    return make_live_unedited(make_document(resumes=resumes))


def test_the_page_links_each_situation_and_marks_the_one_it_shows(client, guide_with_samples):
    shown = text(client.get(f"{PAGE}?situation=assistant-keeper"))
    assert '<a href="?situation=first-job">First job</a>' in shown
    assert '<a href="?situation=assistant-keeper" aria-current="true">Assistant Keeper</a>' in shown
    assert "<h2>Curtis</h2>" in shown
    assert "Invented person, an example." in shown
    assert 'href="?situation=assistant-keeper&amp;as=json"' in shown


def test_notes_stand_beside_a_sample(client, guide_with_samples):
    assert "<li>It is <strong>short</strong>.</li>" in text(client.get(PAGE))


def test_an_older_address_shows_the_nearest_sample(client, guide_with_samples):
    assert "<h2>Curtis</h2>" in text(client.get(f"{PAGE}?level=3"))


def test_the_guide_as_markdown_says_that_the_people_are_invented(client, guide_with_samples):
    assert "The people, employers and schools in these samples are invented." in text(
        client.get("/guides/lighthouse-keeper.md")
    )


def test_an_unknown_situation_is_reported_and_shows_the_first_sample(client, guide_with_samples):
    shown = text(client.get(f"{PAGE}?situation=%00"))
    assert "This guide has no example for that situation." in shown
    assert "<h2>Maya</h2>" in shown


def test_a_sample_applies_for_its_level_and_others_for_the_role(client, guide_with_samples):
    assert values(client.get(PAGE))["headline"] == "Lighthouse Keeper"
    assert values(client.get(f"{PAGE}?situation=assistant-keeper"))["headline"] == "Assistant Keeper"


@pytest.mark.parametrize("form", ["txt", "md", "html", "docx", "json"])
def test_a_sample_downloads_with_the_same_bytes_each_time(client, guide_with_samples, form):
    first, second = (client.get(f"{PAGE}?situation=assistant-keeper&as={form}") for _ in range(2))
    assert first.content == second.content
    name = f"lighthouse-keeper-resume-example-assistant-keeper.{form}"
    assert first["Content-Disposition"] == f'attachment; filename="{name}"'


def test_the_sample_stays_on_the_page_below_ones_own(client, guide_with_samples):
    shown = text(post(client, f"{PAGE}?situation=assistant-keeper"))
    assert 0 < shown.index(f"<h2>{SECRET}</h2>") < shown.index("<h2>Curtis</h2>")
    assert 'action="/guides/lighthouse-keeper/resume/?situation=assistant-keeper"' in shown
    assert "First job" not in shown  # a link away would lose what was typed


def test_a_guide_without_samples_has_a_template_that_is_called_one(client, guide):
    shown = text(client.get(f"{PAGE}?situation=first-job&level=2"))
    assert '<h2 class="example__heading" id="example">Resume template</h2>' in shown
    assert "Trim the wick" not in shown
    response = client.get(f"{PAGE}?level=2&as=txt")
    assert response["Content-Disposition"] == 'attachment; filename="lighthouse-keeper-resume-template.txt"'


@pytest.mark.parametrize("form", ["exe", "json"])
def test_an_unknown_format_is_not_found(client, guide, form):
    assert client.get(f"{PAGE}?as={form}").status_code == 404


def test_the_page_has_validators(client, guide):
    etag = client.get(f"{PAGE}?level=2")["ETag"]
    assert client.get(f"{PAGE}?level=2", headers={"If-None-Match": etag}).status_code == 304


# One's own


def test_the_resume_is_created_from_the_input(client, guide):
    response = post(client)
    html5lib.HTMLParser(strict=True).parse(text(response))
    for words in (f"<h2>{SECRET}</h2>", "Since March 2020", "<li>Lit 40 lamps</li>"):
        assert words in text(response)
    assert values(response)["jobs-0-start"] == "March 2020"


def test_one_more_row_keeps_the_input(client, guide):
    found = values(post(client, do="add-jobs"))
    assert found["jobs-0-position"] == "Helper"
    assert "jobs-1-position" in found
    assert found["jobs-TOTAL_FORMS"] == "2"


def test_rows_end_where_no_more_fit(client, guide):
    response = post(client, do="add-jobs", **{"jobs-TOTAL_FORMS": f"{MOST_ROWS}"})
    assert values(response)["jobs-TOTAL_FORMS"] == f"{MOST_ROWS}"
    assert "More rows do not fit." in text(response)


def test_an_error_is_reported_at_its_field_and_no_input_is_lost(client, guide):
    typed = {"email": "no address", "jobs-0-end": "1999", "name": "x" * 250, "url": "<script>"}
    response = post(client, do="docx", **typed)
    assert response["Content-Type"].startswith("text/html")
    assert "Job 1, To: This is before the beginning." in text(response)
    assert typed.items() <= values(response).items()


def test_a_downloaded_resume_is_read_back(client, guide):
    taken = post(client, do="json")
    assert taken["Content-Disposition"] == 'attachment; filename="lighthouse-keeper-resume.json"'
    assert json.loads(taken.content)["work"][0]["startDate"] == "2020-03"
    response = upload(client, taken.content, name="somebody else")
    assert values(response)["name"] == SECRET
    assert "The file was read into the form." in text(response)


def test_the_word_document_holds_the_resume(client, guide):
    response = post(client, do="docx")
    lines = [line.text for line in Document(BytesIO(response.content)).paragraphs]
    assert (lines[0], "Lit 40 lamps" in lines) == (SECRET, True)


@pytest.mark.parametrize("content", [b"", b"[1]", b"[" * 90_000, b'{"work": 1}', b" " * (LARGEST_FILE + 1)])
def test_an_unreadable_file_is_reported_at_its_field_and_no_input_is_lost(client, guide, content):
    response = upload(client, content)
    assert 'href="#id_file"' in text(response)
    assert values(response)["name"] == SECRET


def test_a_missing_file_is_reported(client, guide):
    assert "Choose a file first." in text(post(client, do="read"))


def test_an_invalid_value_in_a_file_is_reported_at_its_field(client, guide):
    response = upload(client, b'{"basics": {"email": "nobody"}, "work": [{"startDate": "soon"}]}')
    assert values(response)["jobs-0-start"] == "soon"
    assert "Job 1, From: Write a year" in text(response)


def test_no_field_lets_a_browser_cut_what_is_pasted_without_a_word(client, guide):
    tree = html5lib.parse(text(client.get(PAGE)), namespaceHTMLElements=False)
    cut = {field.get("name") for field in tree.iter() if field.get("maxlength")}
    assert cut <= {"q", "email", "url"}


@pytest.mark.parametrize("do", ["", "draw", "add-nothing", "exe", "\0", "add-", "<script>"])
def test_an_unknown_action_shows_the_result(client, guide, do):
    assert f"<h2>{SECRET}</h2>" in text(post(client, do=do))


def test_an_empty_post_is_answered(client, guide):
    assert client.post(PAGE).status_code == 200


def test_a_post_to_a_former_address_is_redirected_with_its_data(client, guide):
    write_document(guide, make_document(slug="second"))
    publish(record_revision(guide, Revision.Kind.EDIT))
    response = post(client)
    assert (response.status_code, response["Location"]) == (308, "/guides/second/resume/")


def test_creating_a_resume_takes_few_queries(client, guide):
    with CaptureQueriesContext(connection) as queries:
        post(client)
    assert len(queries) <= 6


def test_a_full_form_is_light(client, guide):
    rows = {f"{part.name}-TOTAL_FORMS": f"{MOST_ROWS}" for part in ResumeForm.parts}
    assert len(gzip.compress(post(client, **rows).content)) < 30_000


# Nothing is kept


@pytest.fixture
def fresh_folder(tmp_path, monkeypatch):
    """The only place for temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("do", ["draw", "add-jobs", "json", "docx", "read"])
def test_a_post_leaves_no_cookie_no_session_no_file_and_no_line_in_a_log(guide, fresh_folder, caplog, do):
    caplog.set_level(logging.DEBUG)
    client = Client(enforce_csrf_checks=True)
    content = json.dumps({"basics": {"name": SECRET}}).encode()
    response = post(client, do=do, file=SimpleUploadedFile("resume.json", content))
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert not response.has_header("ETag")
    assert not response.cookies
    assert Session.objects.count() == 0
    assert list(fresh_folder.iterdir()) == []
    assert SECRET not in caplog.text
    assert SECRET not in response.get("Content-Disposition", "")


def test_a_file_that_is_too_large_is_reported_at_its_field_and_no_input_is_lost(client, guide):
    response = upload(client, b"x" * 300_000)
    assert "The file is larger than 200 KB." in text(response)
    assert values(response)["name"] == SECRET


def test_nothing_typed_gets_into_the_database(client, guide):
    post(client)
    with CaptureQueriesContext(connection) as queries:
        post(client)
    assert [query["sql"] for query in queries if not query["sql"].startswith("SELECT")] == []


def test_other_methods_are_refused(client, guide):
    assert client.put(PAGE).status_code == 405
