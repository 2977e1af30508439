"""What a request may send: nothing of what is too long is parsed or stored."""

from io import BytesIO

import pytest
from django.test import Client, RequestFactory
from django.test.client import ClientHandler
from django.urls import reverse

from guides.document.tools import JOB_DESCRIPTION, RESUME
from guides.toolkit.fields import KEPT, LONGEST_TEXT
from guides.web.bodies import FORM_BYTES, GUIDE_FORM_BYTES, LOGIN_BYTES, MOST_FIELDS, size_in_words
from guides.web.charsets import utf8_only
from guides.web.stateless import FILE_FORM_BYTES
from tests.builders import make_live
from tests.page_types import NO_PAGES, PAGES

pytestmark = pytest.mark.django_db

SLUG = "lighthouse-keeper"
PAGE, FILE_PAGE = (f"/guides/{SLUG}/{tool.path}/" for tool in (JOB_DESCRIPTION, RESUME))
FORM = "application/x-www-form-urlencoded"
TAKE_FORMS = {"resume", "cover_letter", "job_description", "my_pay"}


class Unread(BytesIO):
    """A body that must not be read."""

    def read(self, *sizes):
        raise AssertionError("the body was read")

    readline = read


@pytest.fixture(autouse=True)
def guide():
    make_live(slug=SLUG)


def post(client, path, body, content_type=FORM, **environ):
    """Post a body without a length, as gunicorn hands over one that came in chunks."""
    chunked = {"wsgi.input": body, "wsgi.input_terminated": True, "CONTENT_TYPE": content_type}
    return client.generic("POST", path, **(chunked | environ))


def announce(client, path, length, **environ):
    return post(client, path, Unread(), CONTENT_LENGTH=str(length), **environ)


@pytest.mark.parametrize(
    ("path", "most"),
    [
        (PAGE, FORM_BYTES),
        (FILE_PAGE, FILE_FORM_BYTES),
        ("/admin/login/", LOGIN_BYTES),
        ("/admin/guides/role/add/", GUIDE_FORM_BYTES),
        ("/editor/upload/", FORM_BYTES),
    ],
)
@pytest.mark.parametrize("content_type", [FORM, "multipart/form-data; boundary=b"])
def test_a_body_that_is_too_long_is_refused_unread(client, path, most, content_type):
    response = announce(client, path, most + 1, content_type=content_type)
    assert response.status_code == 413
    assert f"at most {size_in_words(most)}" in response.content.decode()


@pytest.mark.parametrize("length", ["9" * 30, "-1", "1e9", "x"])
def test_a_length_that_is_no_number_of_bytes_is_refused_unread(client, length):
    assert announce(client, PAGE, length).status_code == 413


def test_an_address_without_a_form_takes_no_post_and_reads_none(client):
    paths = [addresses[0] for name, addresses in PAGES.items() if name not in TAKE_FORMS]
    paths += [reverse(name) for name in NO_PAGES & {"feed", "guides_json", "openapi", "sitemap", "oembed"}]
    assert {announce(client, path, 10).status_code for path in paths} == {405}


def test_a_program_is_told_in_json_that_a_body_is_too_long(client):
    response = announce(client, "/editor/upload/", FORM_BYTES + 1)
    assert response.json()["error"].startswith("This page takes at most 256 KB")


def test_a_body_in_chunks_is_read_as_a_form(client):
    assert "employer=Acme" in post(client, PAGE, BytesIO(b"employer=Acme"))["Location"]


def test_a_body_in_chunks_is_read_as_far_as_its_limit(client):
    body = BytesIO(b"employer=" + b"x" * 3 * FORM_BYTES)
    assert post(client, PAGE, body).status_code == 413
    assert body.tell() == FORM_BYTES + 1


def test_a_malformed_chunk_is_a_bad_request(client):
    assert post(client, PAGE, Unread()).status_code == 400


@pytest.mark.parametrize("content_type", ["multipart/form-data", "multipart/form-data; boundary=b"])
def test_a_malformed_body_is_a_bad_request(client, content_type):
    body = BytesIO(b"--b\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\n")
    response = post(client, FILE_PAGE, body, content_type, CONTENT_LENGTH="500")
    assert response.status_code in (200, 400)


def test_too_many_fields_are_refused(client):
    fields = "&".join("a=1" for _ in range(MOST_FIELDS + 1))
    assert client.post(PAGE, fields, content_type=FORM).status_code == 413
    assert client.get(f"/search/?{fields}").status_code == 413


def test_an_editor_sends_what_nobody_else_may(editor_client):
    text = "x" * (FORM_BYTES + 1)
    assert editor_client.post("/editor/preview/", {"content": text}).status_code == 200
    assert Client().post("/editor/preview/", {"content": text}).status_code == 413
    assert editor_client.post(PAGE, {"benefits": text}).status_code == 413


def test_an_editor_without_the_second_factor_sends_no_more_than_anyone(editor_client, settings):
    settings.TWO_FACTOR = True
    assert announce(editor_client, "/editor/preview/", FORM_BYTES + 1).status_code == 413


def test_a_field_that_is_too_long_is_shown_cut_and_reported(client):
    page = client.post(PAGE, {"benefits": "x" * 100_000}).content.decode()
    assert f"At most {LONGEST_TEXT:,} characters; only the first {KEPT * LONGEST_TEXT:,} were kept." in page
    assert page.count("x" * 100) == KEPT * LONGEST_TEXT // 100


@pytest.mark.parametrize("name", ["employer", "benefits", "pay_low"])
def test_more_accents_than_can_be_shown_are_reported_at_their_field(client, name):
    response = client.post(PAGE, {name: "a" + "\u0301" * 100}, follow=True)
    assert "A letter has more than 30 accents." in response.content.decode()


# Charsets


def site(environ, start_response):
    """The site as a WSGI application on the database of the test."""
    response = ClientHandler()(environ)
    start_response(f"{response.status_code} {response.reason_phrase}", response.items())
    return [response.content]


def answer(content_type, method="GET"):
    """Status and text of an answer to a request with a content type."""
    environ = RequestFactory().get("/search/?q=caf%C3%A9").environ
    environ |= {"REQUEST_METHOD": method, "CONTENT_TYPE": content_type}
    started = []
    response = utf8_only(site)(environ, lambda status, headers: started.append(status))
    return started[0], b"".join(response).decode()


@pytest.mark.parametrize("charset", ["rot13", "hex", "base64", "idna", "undefined", "utf-7", "latin-1", "none"])
def test_an_address_is_read_as_utf_8_whatever_charset_is_stated(charset):
    status, page = answer(f"text/plain; charset={charset}")
    assert status == "200 OK"
    assert 'value="café"' in page


@pytest.mark.parametrize("content_type", [f"{FORM}; charset=rot13", "text/plain; a*=nothing''b"])
def test_a_body_in_another_charset_is_refused(content_type):
    assert answer(content_type, "POST")[0] == "415 Unsupported Media Type"


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", '"utf8"'])
def test_a_body_in_utf_8_is_taken(charset):
    assert answer(f"{FORM}; charset={charset}", "POST")[0].startswith("405")
