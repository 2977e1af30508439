"""A database or a disk that cannot be used: readers get a plain page, programs JSON, and editors what they typed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, close_old_connections, connection
from django.urls import reverse

from guides.admin.pictures import PictureAdmin
from guides.editing.importing import Importer
from guides.models import Picture, Role, Upload
from tests.admin.forms import change_url, form_data, stored
from tests.builders import make_editor, make_image, make_live, make_role
from tests.faults import full, full_disk, limited, locked, unreachable
from tests.fixture_guides import load_guides
from tests.page_types import ADDRESSES, FRAGMENTS, NOT_FOUND, OPERATOR
from tests.uploads import file_of, text_of

pytestmark = pytest.mark.django_db(transaction=True)
on_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="a fault of SQLite")
on_postgresql = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="a fault of PostgreSQL")

FOR_PROGRAMS = [
    "/guides.json",
    f"/guides/{OPERATOR}.json",
    "/openapi.json",
    "/oembed/?url=https://example.org/",
    "/search/suggestions/?q=cust",
    f"/guides/{OPERATOR}/job-description/v/1/?as=data",
]


@pytest.fixture
def visitor(client):
    """A reader, to whom failures are answered instead of raised in the test."""
    client.raise_request_exception = False
    return client


@pytest.fixture
def editor(visitor):
    visitor.force_login(make_editor())
    return visitor


FAULTS = {
    "unreachable": (unreachable, "The database cannot be reached."),
    "locked": (locked, "The database is busy."),
    "full": (full, "The disk is full."),
    "read-only": (lambda: limited("query_only = ON"), "The database or the disk is read-only."),
}


# Readers


def test_every_page_says_plainly_that_the_site_is_not_available(visitor):
    load_guides()
    pages = [address for address in ADDRESSES if address not in {*FRAGMENTS, "/nowhere/"}]
    with unreachable():
        answers = {address: visitor.get(address) for address in pages}
    for address, answer in answers.items():
        assert (answer.status_code, answer["Retry-After"]) == (503, "60"), address
        assert answer["Cache-Control"] == "private, no-store"
        assert b"<h1>The site is not available right now</h1>" in answer.content
    assert {address: visitor.get(address).status_code for address in pages if address not in NOT_FOUND} == {
        address: 200 for address in pages if address not in NOT_FOUND
    }


@pytest.mark.parametrize("path", ["/nowhere/", "/static/favicon.svg"])
def test_what_needs_no_database_is_answered_as_usual(visitor, path):
    usual = visitor.get(path).status_code
    with unreachable():
        assert visitor.get(path).status_code == usual


def test_what_a_reader_typed_into_a_tool_can_be_sent_again(visitor):
    make_live()
    path = "/guides/lighthouse-keeper/resume/"
    with unreachable():
        answer = visitor.post(path, {"name": "Di </textarea><b>", "example": "1"})
    assert answer.status_code == 503
    assert b"Di &lt;/textarea&gt;&lt;b&gt;</textarea>" in answer.content
    assert b"Send again" in answer.content


def test_a_mistake_of_ours_is_no_outage(visitor, monkeypatch):
    monkeypatch.setattr("guides.web.about.render", lambda *arguments: 1 / 0)
    answer = visitor.get("/about/")
    assert answer.status_code == 500
    assert "Retry-After" not in answer
    assert b"The page could not be shown" in answer.content


# Programs


@pytest.mark.parametrize("path", FOR_PROGRAMS)
def test_a_program_is_told_in_json_that_the_site_is_not_available(visitor, path):
    with unreachable():
        answer = visitor.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (503, "application/json")
    assert answer["Retry-After"] == "60"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer.json() == {
        "status": 503,
        "error": "The site is not available right now. Try again in a minute.",
    }


@pytest.mark.parametrize("path", FOR_PROGRAMS)
def test_a_program_that_sends_the_wrong_method_is_told_in_json(visitor, path):
    make_live(slug=OPERATOR)
    answer = visitor.post(path)
    assert (answer.status_code, answer["Content-Type"], answer["Allow"]) == (405, "application/json", "GET, HEAD")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/guides.json?page=99", 404),
        ("/guides/nobody.json", 404),
        ("/nowhere.json", 404),
        ("/oembed/?url=x", 404),
        ("/oembed/?format=xml", 501),
        ("/guides/nobody/job-description/v/1/?as=data", 404),
        ("/editor/upload/", 405),
    ],
)
def test_a_program_is_told_in_json_what_is_wrong(visitor, path, status):
    answer = visitor.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/json")
    assert answer.json()["status"] == status


def test_a_program_is_told_in_json_of_a_mistake_of_ours(visitor, monkeypatch):
    monkeypatch.setattr("guides.web.machines.catalog_guides", lambda: 1 / 0)
    answer = visitor.get("/guides.json")
    assert (answer.status_code, answer.json()["error"]) == (500, "Something went wrong on our side.")


def test_the_upload_of_the_editor_tells_of_an_outage_in_json(editor):
    with unreachable():
        answer = editor.post("/editor/upload/", {"alt": "Mine"})
    assert (answer.status_code, answer["Content-Type"]) == (503, "application/json")


def test_the_preview_of_the_editor_tells_of_an_outage_in_a_paragraph(editor):
    with unreachable():
        answer = editor.post("/editor/preview/", {"content": "Mine"})
    assert (answer.status_code, answer.content[:9]) == (503, b"<p class=")


# Editors


@pytest.mark.parametrize(
    "fault",
    ["unreachable", *(pytest.param(name, marks=on_sqlite) for name in ("locked", "full", "read-only"))],
)
def test_what_an_editor_typed_comes_back_and_can_be_sent_again(editor, fault):
    role = make_role()
    mine = "Mine <b> " + "x" * 50_000
    data = form_data(editor, change_url(role), summary=mine)
    broken, cause = FAULTS[fault]
    with broken():
        answer = editor.post(change_url(role), data)
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert f"{cause} Nothing was saved. Wait a minute, then send it again." in answer.content.decode()
    assert dict(answer.context["fields"]) == data
    assert stored(role).summary != mine
    assert editor.post(change_url(role), dict(answer.context["fields"])).status_code == 302
    assert stored(role).summary == mine


def test_what_an_editor_typed_comes_back_after_a_mistake_of_ours(editor, monkeypatch):
    role = make_role()
    data = form_data(editor, change_url(role), summary="Mine")
    monkeypatch.setattr("guides.admin.role.RoleAdmin.log_change", lambda *arguments: 1 / 0)
    answer = editor.post(change_url(role), data)
    assert (answer.status_code, dict(answer.context["fields"])) == (500, data)
    assert stored(role).summary != "Mine"


def test_no_password_comes_back(editor):
    with unreachable():
        login = editor.post(reverse("admin:login"), {"username": "ed", "password": "secret words"})
        account = editor.post("/admin/auth/user/add/", {"username": "new", "password1": "secret words"})
    assert (login.status_code, account.status_code) == (503, 503)
    assert b"secret" not in login.content + account.content
    assert dict(account.context["fields"]) == {"username": "new"}


@on_postgresql
def test_a_connection_that_was_lost_between_requests_is_replaced(visitor):
    make_live()
    assert visitor.get("/").status_code == 200
    terminate()
    close_old_connections()  # as a request does outside of tests
    assert visitor.get("/").status_code == 200


@on_postgresql
def test_a_connection_that_is_lost_during_a_request_costs_that_request_alone(editor):
    role = make_role()
    data = form_data(editor, change_url(role), summary="Mine")
    terminate()
    answer = editor.post(change_url(role), data)
    assert (answer.status_code, dict(answer.context["fields"])) == (503, data)
    close_old_connections()
    assert editor.post(change_url(role), data).status_code == 302


def terminate():
    """End the connection of the site from another one."""
    import psycopg

    with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": None}) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [connection.connection.info.backend_pid])


# Files


def files(media):
    return sorted(path.name for path in media.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", ["/editor/upload/", "/admin/guides/picture/add/"])
def test_a_picture_for_which_the_disk_has_no_room_leaves_no_row_and_no_file(editor, media, path):
    image = make_image()
    with full_disk():
        answer = editor.post(path, {"image": SimpleUploadedFile("a.jpg", image), "alt": "Two halves"})
    assert answer.status_code == 503
    assert (files(media), Picture.objects.count()) == ([], 0)


def test_a_picture_whose_row_cannot_be_saved_leaves_no_file(editor, media, monkeypatch):
    def fail(*arguments):
        assert len(files(media)) == 3
        raise OperationalError

    monkeypatch.setattr(PictureAdmin, "log_addition", fail)
    image = SimpleUploadedFile("a.jpg", make_image())
    answer = editor.post("/admin/guides/picture/add/", {"image": image, "alt": "Two halves"})
    assert (answer.status_code, files(media), Picture.objects.count()) == (503, [], 0)


def test_an_import_keeps_the_texts_that_were_finished_before_an_outage_and_says_so(editor, monkeypatch):
    data = {"files": [file_of(text_of(number), f"{number}.txt") for number in (1, 2)]}
    editor.post(reverse("admin:guides_upload_add"), data)
    confirm, work = (
        reverse(f"admin:guides_upload_{name}", args=(Upload.objects.get().pk,)) for name in ("confirm", "work")
    )
    import_text, names = Importer.import_text, []

    def fail_at_the_second(importer, source, name):
        names.append(name)
        if len(names) == 2:
            raise OperationalError
        return import_text(importer, source, name)

    monkeypatch.setattr(Importer, "import_text", fail_at_the_second)
    answer = editor.post(confirm)
    assert answer.status_code == 503
    assert "The database cannot be reached. The texts that were finished before are kept." in answer.content.decode()
    assert Role.objects.get().slug == "keeper-1"
    assert editor.post(work).status_code == 302
    assert set(Role.objects.values_list("slug", flat=True)) == {"keeper-1", "keeper-2"}


def test_files_that_are_uploaded_during_an_outage_are_not_there_in_part(editor, monkeypatch):
    monkeypatch.setattr(Importer, "import_text", lambda *arguments: 1 / 0)
    answer = editor.post(reverse("admin:guides_upload_add"), {"files": file_of(text_of(1))})
    assert b"Something went wrong on our side. Nothing was saved." in answer.content
    assert not Upload.objects.exists()
