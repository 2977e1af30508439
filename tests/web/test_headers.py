"""The headers that every response has, and which pages other sites may use."""

import re
from datetime import UTC, datetime

import pytest

from guides.web import machines
from guides.web.headers import FEATURES
from tests.builders import make_live, make_picture

pytestmark = pytest.mark.django_db

GUIDE = "/guides/lighthouse-keeper/"
EMBED = f"{GUIDE}job-description/?embed=1"
FOR_ALL = [
    f"{GUIDE[:-1]}.json",
    "/guides.json",
    "/openapi.json",
    f"/oembed/?url=http://testserver{GUIDE}job-description/",
    f"{GUIDE}job-description/v/1/?as=data",
    EMBED,
    "/favicon.ico",
    "/static/favicon.png",
]
FOR_THIS_SITE = [
    "/",
    GUIDE,
    f"{GUIDE[:-1]}.txt",
    f"{GUIDE}job-description/",
    f"{GUIDE}job-description/v/1/",
    f"{GUIDE}resume/?embed=1",
    "/static/css/embed.css",
    "/nowhere/",
    "/guides",
    "/admin/",
    "/admin/login/",
    "/.well-known/security.txt",
]


def off(response):
    return set(re.findall(r"([\w-]+)=\(\)", response["Permissions-Policy"]))


@pytest.mark.parametrize(
    ("address", "policy"),
    [*((address, "cross-origin") for address in FOR_ALL), *((address, "same-origin") for address in FOR_THIS_SITE)],
)
def test_other_sites_may_load_data_pictures_and_embeds_alone(client, address, policy):
    make_live()
    response = client.get(address)
    assert response["Cross-Origin-Resource-Policy"] == policy
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert off(response) == set(FEATURES)
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_other_sites_may_load_pictures(client, media):
    assert client.get(f"/media/{make_picture().file.path}")["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_other_sites_may_load_share_images(client):
    make_live()
    image = client.get(f"{GUIDE}share-0.png", follow=True)
    assert image["Content-Type"] == "image/png"
    assert image["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.parametrize("address", [GUIDE, EMBED, f"{GUIDE}interview/", "/guides.json"])
def test_a_304_has_the_headers_of_the_page_because_it_replaces_them(client, address):
    make_live()
    page = client.get(address)
    again = client.get(address, headers={"If-None-Match": page["ETag"]})
    assert again.status_code == 304
    names = ("Permissions-Policy", "Cross-Origin-Resource-Policy", "Cross-Origin-Opener-Policy", "X-Frame-Options")
    assert [again.get(name) for name in names] == [page.get(name) for name in names]
    assert directives(again) == directives(page)


def directives(response):
    return set(response["Content-Security-Policy"].split("; "))


def test_only_the_interview_may_use_the_microphone_and_play_what_it_records(client):
    make_live()
    response = client.get(f"{GUIDE}interview/")
    assert "microphone=(self)" in response["Permissions-Policy"]
    assert off(response) == set(FEATURES) - {"microphone"}
    assert "media-src blob:" in directives(response)
    assert "media-src" not in client.get(GUIDE)["Content-Security-Policy"]


def test_only_embeds_are_shown_in_frames_of_other_sites(client):
    make_live()
    for address, policy in ((EMBED, "frame-ancestors *"), (GUIDE, "frame-ancestors 'none'")):
        assert policy in directives(client.get(address))


def test_an_error_has_the_headers_too(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("guides.web.machines.openapi", lambda address: 1 / 0)
    response = client.get("/openapi.json")
    assert response.status_code == 500
    assert off(response) == set(FEATURES)


# security.txt


def security_txt(client):
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    return dict(line.split(": ", 1) for line in response.content.decode().splitlines())


def test_security_txt_says_where_to_report_a_vulnerability(client, settings):
    settings.SECURITY_CONTACT = "https://example.org/?a=1&b=2"
    fields = security_txt(client)
    assert fields.pop("Expires")
    assert fields == {
        "Contact": "https://example.org/?a=1&b=2",
        "Preferred-Languages": "en",
        "Canonical": "http://testserver/.well-known/security.txt",
    }


@pytest.mark.parametrize("today", [(2027, 1, 1), (2028, 2, 29), (2027, 12, 31)])
def test_security_txt_expires_within_a_year(client, monkeypatch, today):
    now = datetime(*today, 23, 59, tzinfo=UTC)
    monkeypatch.setattr(machines.timezone, "now", lambda: now)
    expires = datetime.fromisoformat(security_txt(client)["Expires"])
    assert 290 < (expires - now).days < 365


def test_security_txt_is_the_same_within_a_month_and_never_out_of_date(client, monkeypatch):
    texts = []
    for day in ((2027, 1, 1), (2027, 1, 31), (2027, 2, 1)):
        now = datetime(*day, tzinfo=UTC)
        monkeypatch.setattr(machines.timezone, "now", lambda now=now: now)
        response = client.get("/.well-known/security.txt")
        assert "ETag" not in response.headers
        texts.append(response.content)
    assert texts[0] == texts[1] != texts[2]
