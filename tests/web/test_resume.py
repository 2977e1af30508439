"""The page of the resume: an example and the form by GET, the builder by POST, of which nothing is kept."""

import gzip
import json
import logging
import re
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
TWO_JOBS = {"jobs-TOTAL_FORMS": "2", "jobs-1-position": "Keeper", "jobs-1-employer": "Light"}


@pytest.fixture
def guide():
    return make_live()


def post(client, page=PAGE, **typed):
    return client.post(page, {**TYPED, **typed})


def upload(client, content, **typed):
    return post(client, do="read", file=SimpleUploadedFile("resume.json", content), **typed)


def upload_alone(client, content):
    """Send a file with a form in which nothing was typed."""
    return client.post(PAGE, {"do": "read", "file": SimpleUploadedFile("resume.json", content)})


def resume_file(**basics):
    return json.dumps({"basics": basics}).encode()


def sections(response):
    """The titles of the sections of the preview, in order."""
    return re.findall(r'<h3>(.+?) <a class="sheet__edit"', text(response))


# The example and the template


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
    assert "Invented person, an example" in shown
    assert 'href="?situation=assistant-keeper&amp;as=pdf"' in shown


def test_notes_stand_beside_a_sample(client, guide_with_samples):
    assert "<li>It is <strong>short</strong>.</li>" in text(client.get(PAGE))


def test_an_older_address_shows_the_nearest_sample(client, guide_with_samples):
    assert "<h2>Curtis</h2>" in text(client.get(f"{PAGE}?level=3"))


def test_an_unknown_situation_is_reported_and_shows_the_first_sample(client, guide_with_samples):
    shown = text(client.get(f"{PAGE}?situation=%00"))
    assert "This guide has no example for that situation." in shown
    assert "<h2>Maya</h2>" in shown


def test_a_sample_applies_for_its_level_and_others_for_the_role(client, guide_with_samples):
    assert values(client.get(f"{PAGE}?tab=mine"))["headline"] == "Lighthouse Keeper"
    assert values(client.get(f"{PAGE}?tab=mine&situation=assistant-keeper"))["headline"] == "Assistant Keeper"


@pytest.mark.parametrize("form", ["pdf", "txt", "md", "html", "docx", "json"])
def test_a_sample_downloads_with_the_same_bytes_each_time(client, guide_with_samples, form):
    first, second = (client.get(f"{PAGE}?situation=assistant-keeper&as={form}") for _ in range(2))
    assert first.content == second.content
    name = f"lighthouse-keeper-resume-example-assistant-keeper.{form}"
    assert first["Content-Disposition"] == f'attachment; filename="{name}"'


def test_a_guide_without_samples_has_a_template_that_is_called_one(client, guide):
    shown = text(client.get(f"{PAGE}?situation=first-job&level=2"))
    assert '<h2 class="example__heading" id="example">Resume template</h2>' in shown
    assert "Use this as my start" not in shown
    response = client.get(f"{PAGE}?level=2&as=txt")
    assert response["Content-Disposition"] == 'attachment; filename="lighthouse-keeper-resume-template.txt"'


@pytest.mark.parametrize("form", ["exe", "json", "pdf"])
def test_a_format_that_the_template_does_not_have_is_not_found(client, guide, form):
    assert client.get(f"{PAGE}?as={form}").status_code == 404


def test_the_page_has_validators(client, guide):
    etag = client.get(f"{PAGE}?level=2")["ETag"]
    assert client.get(f"{PAGE}?level=2", headers={"If-None-Match": etag}).status_code == 304


# The tabs


@pytest.mark.parametrize(
    ("query", "current"), [("", "Examples"), ("?tab=mine", "My resume"), ("?tab=none", "Examples")]
)
def test_the_current_tab_is_marked(client, guide_with_samples, query, current):
    assert re.findall(r'<a [^>]+aria-current="page">([^<]+)<', text(client.get(f"{PAGE}{query}"))) == [current]


def test_only_the_second_tab_has_the_form(client, guide_with_samples):
    assert 'id="builder"' not in text(client.get(PAGE))
    assert "<h2>Maya</h2>" not in text(client.get(f"{PAGE}?tab=mine"))


def test_a_posted_form_always_shows_ones_own(client, guide_with_samples):
    shown = text(post(client, f"{PAGE}?situation=assistant-keeper"))
    assert 'aria-current="page">My resume<' in shown
    assert 'action="/guides/lighthouse-keeper/resume/?situation=assistant-keeper"' in shown


# How to begin


def test_an_empty_form_is_filled_from_an_example_at_once(client, guide_with_samples):
    response = client.post(PAGE, {"do": "start-assistant-keeper"})
    assert values(response)["jobs-0-employer"] == "Port"
    assert values(response)["example"] == "assistant-keeper"
    assert "Replace them with your own" in text(response)


def test_an_example_keeps_the_name_and_contact_that_were_typed(client, guide_with_samples):
    response = client.post(PAGE, {"do": "start-assistant-keeper", "name": SECRET, "email": "ada@example.org"})
    assert values(response).items() >= {"name": SECRET, "email": "ada@example.org", "jobs-0-employer": "Port"}.items()


def test_an_example_for_a_first_job_brings_its_order(client, guide_with_samples):
    shown = text(client.post(PAGE, {"do": "start-first-job"}))
    assert '<option value="first-job" selected>' in shown


def test_an_example_asks_before_it_replaces_typed_words(client, guide_with_samples):
    response = post(client, do="start-assistant-keeper")
    assert "Replace what you typed?" in text(response)
    assert values(response).items() >= {"jobs-0-position": "Helper", "held-example": "assistant-keeper"}.items()
    assert values(post(client, do="keep"))["jobs-0-position"] == "Helper"
    replaced = values(post(client, do="replace", **{"held-example": "assistant-keeper"}))
    assert replaced.items() >= {"name": SECRET, "jobs-0-employer": "Port", "skills": ""}.items()


@pytest.mark.parametrize("do", ["start-none", "start-", "start-\0", "replace"])
def test_an_example_that_is_not_there_changes_nothing(client, guide_with_samples, do):
    assert values(post(client, do=do))["jobs-0-position"] == "Helper"


def test_words_that_are_still_those_of_the_example_are_told(client, guide_with_samples):
    filled = values(client.post(PAGE, {"do": "start-assistant-keeper"}))
    typed = {name: value for name, value in filled.items() if name and value and name != "file"}
    assert "Still from the example" in text(client.post(PAGE, {**typed, "do": "create"}))


def test_an_empty_form_is_filled_from_a_file_at_once(client, guide):
    response = upload_alone(client, resume_file(name="Grace"))
    assert values(response)["name"] == "Grace"
    assert "Your file is in the form." in text(response)


def test_a_file_asks_before_it_replaces_typed_words(client, guide):
    asked = upload(client, b'{"basics":\r\n {"name": "Grace \\" <b>"}}')
    assert "Replace what you typed?" in text(asked)
    assert values(asked)["name"] == SECRET
    replaced = post(client, do="replace", **{"held-file": values(asked)["held-file"]})
    assert values(replaced)["name"] == 'Grace " <b>'
    assert values(replaced)["skills"] == ""


def test_the_largest_file_can_still_replace_what_was_typed(client, guide):
    line = json.dumps("é" * 40)
    lines = [*([line] * (LARGEST_FILE // (len(line.encode()) + 9))), json.dumps("end")]
    content = b'{"basics": {"name": "Grace"}, "other": [\n' + ",\n".join(lines).encode("ascii") + b"]}"
    held = values(upload(client, content))["held-file"]
    response = post(client, do="replace", **{"held-file": held})
    assert (response.status_code, values(response)["name"]) == (200, "Grace")


@pytest.mark.parametrize("held", ["", "{}", "[" * 90_000, "\0", "x" * LARGEST_FILE])
def test_a_held_file_that_was_changed_is_an_error_and_no_input_is_lost(client, guide, held):
    response = post(client, do="replace", **{"held-file": held})
    assert 'href="#id_file"' in text(response)
    assert values(response)["name"] == SECRET


@pytest.mark.parametrize("content", [b"", b"[1]", b"[" * 90_000, b"{}", b" " * (LARGEST_FILE + 1), b"\x89PNG"])
def test_an_unreadable_file_is_reported_at_its_field_and_no_input_is_lost(client, guide, content):
    response = upload(client, content)
    assert 'href="#id_file"' in text(response)
    assert values(response)["name"] == SECRET
    assert f"<h2>{SECRET}</h2>" in text(response)


def test_a_missing_file_is_reported(client, guide):
    assert "Choose a file first." in text(post(client, do="read"))


def test_an_invalid_value_in_a_file_is_reported_at_its_field(client, guide):
    content = json.dumps({"basics": {"name": "Grace"}, "work": [{"name": "Port", "startDate": "February 30 2021"}]})
    response = upload_alone(client, content.encode())
    assert values(response)["jobs-0-start"] == "February 30 2021"
    assert "field--wrong" in text(response)


def test_a_downloaded_resume_is_read_back(client, guide):
    taken = post(client, do="json")
    assert json.loads(taken.content)["work"][0]["startDate"] == "2020-03"
    assert values(upload_alone(client, taken.content))["name"] == SECRET


# Entries and sections


def test_the_resume_is_created_from_the_input(client, guide):
    response = post(client)
    html5lib.HTMLParser(strict=True).parse(text(response))
    for words in (f"<h2>{SECRET}</h2>", "March 2020 – Present", "<li>Lit 40 lamps</li>"):
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


def test_an_entry_moves_up_with_the_focus(client, guide):
    response = post(client, do="up-jobs-1", **TWO_JOBS)
    assert [values(response)[f"jobs-{row}-position"] for row in (0, 1)] == ["Keeper", "Helper"]
    assert 'id="jobs-0" tabindex="-1" autofocus' in text(response)


def test_a_removed_entry_is_named_and_restored(client, guide):
    removed = post(client, do="remove-jobs-1", **TWO_JOBS)
    assert "Removed Keeper, Light." in text(removed)
    carried = {name: value for name, value in values(removed).items() if (name or "").startswith("removed-")}
    restored = post(client, do="undo", **carried)
    assert values(restored)["jobs-1-employer"] == "Light"
    assert "Removed" not in text(restored)


def test_a_removed_entry_waits_while_somebody_goes_on(client, guide):
    carried = values(post(client, do="remove-jobs-1", **TWO_JOBS))
    removed = {name: value for name, value in carried.items() if (name or "").startswith("removed-")}
    assert "Removed Keeper, Light." in text(post(client, do="add-studies", **removed))


def test_a_section_moves_up_and_stays_there(client, guide):
    assert sections(post(client)) == ["Experience", "Skills"]
    moved = post(client, do="up-section-skills")
    assert sections(moved) == ["Skills", "Experience"]
    kept = {name: values(moved)[name] for name in ("order", "ordered-for")}
    assert sections(post(client, **kept)) == ["Skills", "Experience"]


def test_a_situation_gives_the_order_of_sections(client, guide):
    found = {name: sections(post(client, situation=name)) for name in ("first-job", "career-change")}
    assert found == {"first-job": ["Experience", "Skills"], "career-change": ["Skills", "Experience"]}


def test_another_situation_replaces_an_order_made_by_hand(client, guide):
    by_hand = {"order": "skills,jobs", "ordered-for": "career-change"}
    assert sections(post(client, situation="first-job", **by_hand)) == ["Experience", "Skills"]


def test_sections_that_few_need_are_folded_until_they_have_words(client, guide):
    def is_folded(shown):
        return shown.index('id="more-sections"') < shown.index('id="awards"')

    assert is_folded(text(post(client)))
    assert not is_folded(text(post(client, do="add-awards")))
    assert not is_folded(text(post(client, **{"awards-TOTAL_FORMS": "1", "awards-0-title": "Medal"})))


def test_each_section_of_the_preview_links_to_its_part_of_the_form(client, guide):
    shown = text(post(client))
    assert 'href="#jobs">Edit' in shown
    assert 'id="jobs"' in shown


# Errors, and downloads in spite of them


def test_an_error_is_reported_at_its_field_and_no_input_is_lost(client, guide):
    typed = {"email": "no address", "jobs-0-end": "1999", "name": "x" * 250, "url": "<script>"}
    response = post(client, do="create", **typed)
    assert "Job 1" in text(response)
    assert typed.items() <= values(response).items()


@pytest.mark.parametrize("do", ["pdf", "docx", "json", "md", "txt"])
def test_an_error_takes_no_download_away(client, guide, do):
    response = post(client, do=do, email="no address", **{"jobs-0-end": "February 30 2021"})
    assert response["Content-Disposition"] == f'attachment; filename="Ada-Byron-of-Dover-Resume.{do}"'


def test_an_error_leaves_the_preview_with_the_words_typed(client, guide):
    shown = text(post(client, **{"jobs-0-end": "February 30 2021"}))
    assert "field--wrong" in shown
    assert "March 2020 – February 30 2021" in shown


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("José García", 'attachment; filename="Jose-Garcia-Resume.pdf"'),
        ('../"Ada"\r\nX: 1', 'attachment; filename="Ada-X-1-Resume.pdf"'),
        ("", 'attachment; filename="Resume.pdf"'),
        ("王", "attachment; filename*=utf-8''%E7%8E%8B-Resume.pdf"),
    ],
)
def test_a_file_has_the_name_of_the_person(client, guide, name, header):
    assert post(client, do="pdf", name=name)["Content-Disposition"] == header


@pytest.mark.parametrize("look", [{"design": "side", "paper": "a4"}, {"design": "\0", "paper": "x" * 9000}])
def test_a_pdf_takes_any_choice_of_its_look(client, guide, look):
    response = post(client, do="pdf", **look)
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-")


def test_the_chosen_look_of_the_pdf_stays_chosen(client, guide):
    shown = text(post(client, design="side", paper="a4"))
    assert '<option value="side" selected>' in shown
    assert '<option value="a4" selected>' in shown


def test_the_word_document_holds_the_resume_and_names_its_author(client, guide):
    document = Document(BytesIO(post(client, do="docx").content))
    lines = [line.text for line in document.paragraphs]
    assert (lines[0], "Lit 40 lamps" in lines) == (SECRET, True)
    assert document.core_properties.author == SECRET


# A job ad, and the tense of points


def test_a_pasted_job_ad_is_compared_with_the_resume(client, guide):
    shown = text(post(client, ad="Requirements\n- Experience with Zendesk required"))
    assert "Your resume and the job ad" in shown
    assert "Zendesk" in shown


def test_a_point_of_a_job_that_has_ended_is_offered_in_the_past(client, guide):
    ended = {"jobs-0-end": "2021", "jobs-0-highlights": "Manage a team of 5"}
    assert 'value="tense-jobs-0-0"' in text(post(client, **ended))
    assert values(post(client, do="tense-jobs-0-0", **ended))["jobs-0-highlights"] == "Managed a team of 5"


# Odd requests


def test_no_field_lets_a_browser_cut_what_is_pasted_without_a_word(client, guide):
    tree = html5lib.parse(text(client.get(f"{PAGE}?tab=mine")), namespaceHTMLElements=False)
    cut = {field.get("name") for field in tree.iter() if field.get("maxlength")}
    assert cut <= {"q", "email", "url"}


@pytest.mark.parametrize(
    "do", ["", "create", "add-nothing", "exe", "\0", "add-", "up-section-", "tense-", "undo", "<b>"]
)
def test_an_unknown_action_shows_the_resume(client, guide, do):
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


@pytest.mark.parametrize("do", ["create", "add-jobs", "remove-jobs-0", "pdf", "json", "docx", "read", "replace"])
def test_a_post_leaves_no_cookie_no_session_no_file_and_no_line_in_a_log(guide, fresh_folder, caplog, do):
    caplog.set_level(logging.DEBUG)
    client = Client(enforce_csrf_checks=True)
    content = json.dumps({"basics": {"name": SECRET}}).encode()
    held = {"held-file": content.decode(), "ad": SECRET}
    response = post(client, do=do, file=SimpleUploadedFile("resume.json", content), **held)
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert not response.has_header("ETag")
    assert not response.cookies
    assert Session.objects.count() == 0
    assert list(fresh_folder.iterdir()) == []
    assert SECRET not in caplog.text


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
