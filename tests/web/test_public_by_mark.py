"""What may be kept and by whom: public addresses are marked so, everything else is private."""

import pytest
from django.contrib.auth import get_user_model
from django.http import HttpResponse, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.template import RequestContext, Template
from django.test import Client
from django.urls import URLResolver, get_resolver, include, path, reverse

from guides.urls import PUBLIC
from guides.web.caching import PRIVATE, private, public
from tests.builders import make_editor, make_live
from tests.official.occupations import load_occupations
from tests.official.places import load_places

pytestmark = pytest.mark.django_db

PAGE = "/guides/lighthouse-keeper/"
# An address for every part of a public route.
SAMPLES = {
    "slug": "lighthouse-keeper",
    "key": "0",
    "code": "43-4051.00",
    "number": 1,
    "section": "guides",
    "name": "00000000-0000-0000-0000-000000000000-1x1",
}


# A site with pages that look at the reader


def greeting(request):
    return HttpResponse(f"Hello {request.user}", headers={"ETag": '"own"', "Last-Modified": "today"})


def greeting_kept(request):
    return HttpResponse(f"Hello {request.user}", headers={"Cache-Control": "public, max-age=60"})


def template(text):
    return lambda request: HttpResponse(Template(text).render(RequestContext(request)))


LOOKING = {
    "user": greeting,
    "user-kept": greeting_kept,
    "user-in-template": template("{{ user }}"),
    "permissions": template("{{ perms.guides.change_role }}"),
    "messages": template("{% if messages %}News{% endif %}"),
    "token": template("{% csrf_token %}"),
    "token-of-scripts": lambda request: HttpResponse(get_token(request)),
    "session": lambda request: HttpResponse(request.session.get("seen", "")),
    "cookie": lambda request: _with_cookie(HttpResponse()),
    "streamed": lambda request: StreamingHttpResponse(str(request.user) for _ in range(1)),
}


def _with_cookie(response):
    response.set_cookie("seen", "1")
    return response


def broken(request):
    raise RuntimeError


urlpatterns = [
    path("unmarked/", greeting),
    *private([path("private/", greeting), path("below/", include([path("page/", greeting)]))]),
    *public([path(f"public/{name}/", view) for name, view in LOOKING.items()]),
    *public([path("same/", lambda request: HttpResponse("Hello")), path("broken/", broken)]),
    path("", include("guides.urls")),
]


def is_private(response):
    kept = {"ETag", "Last-Modified"} & set(response.headers)
    return response["Cache-Control"] == PRIVATE and not kept


def unmarked(patterns):
    """The routes of patterns that are neither public nor private."""
    for pattern in patterns:
        if hasattr(pattern, "is_public"):
            continue
        if isinstance(pattern, URLResolver):
            yield from unmarked(pattern.url_patterns)
        else:
            yield str(pattern.pattern)


def test_every_address_is_public_or_private():
    assert list(unmarked(get_resolver().url_patterns)) == []


@pytest.mark.urls(__name__)
def test_an_address_without_a_mark_is_found():
    assert list(unmarked(get_resolver().url_patterns)) == ["unmarked/"]


@pytest.mark.urls(__name__)
def test_a_public_page_is_shared_and_asked_for_again_each_time(client):
    response = client.get("/same/")
    assert response["Cache-Control"] == "no-cache"
    assert client.get("/same/", headers={"If-None-Match": response["ETag"]}).status_code == 304


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("name", LOOKING)
def test_a_page_marked_public_that_looks_at_the_reader_is_kept_by_nobody(client, caplog, name):
    client.force_login(make_editor())
    response = client.get(f"/public/{name}/")
    assert response.status_code == 200
    assert is_private(response)
    assert f"public/{name}/ is marked public" in caplog.text


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("address", ["/public/user/", "/public/user-in-template/", "/private/", "/unmarked/"])
def test_nobody_is_shown_the_page_of_somebody_else(address):
    for name in ("anna", "ben"):
        client = Client()
        client.force_login(get_user_model().objects.create(username=name))
        response = client.get(address)
        again = client.get(address, headers={"If-None-Match": response.get("ETag", "*")})
        assert (again.status_code, name in again.content.decode()) == (200, True)


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("address", ["/private/", "/below/page/", "/unmarked/"])
def test_everything_without_the_mark_is_private(client, address):
    response = client.get(address)
    assert response["Cache-Control"] == PRIVATE
    assert response["X-Robots-Tag"] == "noindex"
    assert response["ETag"] == '"own"'


# The site itself


def address_of(pattern):
    arguments = {name: SAMPLES[name] for name in pattern.pattern.converters}
    return reverse(pattern.name, kwargs=arguments | ({"slug": "patience"} if pattern.name == "skill" else {}))


@pytest.mark.parametrize("pattern", PUBLIC, ids=lambda pattern: pattern.name)
def test_no_public_page_looks_at_the_reader(client, pattern):
    make_live()
    if "code" in pattern.pattern.converters:
        load_places(load_occupations())
    address = address_of(pattern)
    anonymous = client.get(address)
    client.force_login(make_editor())
    response = client.get(address)
    assert not response.wsgi_request.session.accessed
    assert response["Cache-Control"] != PRIVATE
    assert (response.status_code, response.content) == (anonymous.status_code, anonymous.content)


@pytest.mark.parametrize("name", ["admin:login", "admin:index", "admin:jsi18n", "second_factor"])
def test_pages_of_editors_are_stored_by_nobody(editor_client, name):
    response = editor_client.get(reverse(name))
    assert response.status_code in (200, 302)
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert "ETag" not in response.headers


def test_a_missing_guide_is_asked_for_again_each_time(client):
    response = client.get("/guides/nobody/")
    assert (response.status_code, response["Cache-Control"]) == (404, "no-cache")


@pytest.mark.parametrize(("address", "status"), [("/nowhere/", 404), ("/guides", 301)])
def test_an_unknown_address_is_not_stored(client, address, status):
    response = client.get(address)
    assert (response.status_code, response["Cache-Control"]) == (status, PRIVATE)
    assert "X-Robots-Tag" not in response.headers


@pytest.mark.urls(__name__)
def test_a_server_error_is_not_stored(client):
    client.raise_request_exception = False
    response = client.get("/broken/")
    assert response.status_code == 500
    assert is_private(response)


def test_the_response_to_a_post_is_private(client):
    make_live()
    for address, status in ((f"{PAGE}resume/", 200), (f"{PAGE}job-description/", 302), (PAGE, 405)):
        response = client.post(address)
        assert response.status_code == status
        assert is_private(response)
