"""Odd input at every address: an answer, and never an error of the server."""

import re

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from tests.admin_pages import make_boss
from tests.fixture_guides import load_guides
from tests.page_types import OPERATOR

pytestmark = pytest.mark.django_db

HUGE = "9" * 30
PARTS = ["%00", "%ED%A0%80", "%", HUGE, "-1", "a" * 3000, "a%CC%81"]
METHODS = ["HEAD", "OPTIONS", "PUT", "DELETE", "FOO"]
HEADERS = [
    {"HTTP_HOST": "a\0b"},
    {"HTTP_REFERER": "http://["},
    {"HTTP_ACCEPT": "*/*;q=" + HUGE},
    {"HTTP_ACCEPT_LANGUAGE": "a-" * 3000},
    {"HTTP_IF_NONE_MATCH": 'W/"a",' * 1000},
    {"HTTP_IF_MODIFIED_SINCE": "Mon, 99 Foo 9999999999 99:99:99 GMT"},
    {"HTTP_RANGE": "bytes=-" + HUGE},
    {"HTTP_COOKIE": "sessionid=%00; csrftoken=\0; messages=["},
]
TARGETS = ["javascript:alert(1)", "//example.org", "https://example.org/", "http://["]
FILTERS = ["id__in", "id__range", "created_at__year", "uploaded_at__year", "drawn_at__iso_year", "p", "o", "_to_field"]


def routes(patterns, prefix=""):
    for pattern in patterns:
        route = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route


def filled(route, value):
    """The address of a route with one value in each of its places."""
    return "/" + re.sub(r"<[^>]*>|\(.*\)|[\^$\\]", lambda place: value if place[0][0] in "<(" else "", route)


@pytest.fixture
def boss():
    load_guides()
    client = Client()
    client.force_login(make_boss())
    return client


def server_errors(answers):
    """The answers that are errors of the server; the client raises those of the views."""
    return [
        (response.request["PATH_INFO"], response.status_code) for response in answers if response.status_code >= 500
    ]


@pytest.mark.parametrize("part", PARTS, ids=range(len(PARTS)))
def test_odd_parts_of_an_address_are_answered(boss, part):
    addresses = {filled(route, part) for route in routes(get_resolver().url_patterns) if "<" in route}
    assert server_errors(boss.get(address) for address in addresses) == []


@pytest.mark.parametrize("method", METHODS)
def test_every_address_answers_every_method(boss, method):
    addresses = {filled(route, OPERATOR) for route in routes(get_resolver().url_patterns)}
    assert server_errors(boss.generic(method, address) for address in addresses) == []


@pytest.mark.parametrize("headers", HEADERS, ids=lambda headers: "".join(headers))
def test_odd_headers_are_answered(boss, headers):
    addresses = ["/", f"/guides/{OPERATOR}/", f"/guides/{OPERATOR}/resume/", "/admin/", "/guides.json", "/nowhere/"]
    assert server_errors(boss.get(address, **headers) for address in addresses) == []


@pytest.mark.parametrize("target", TARGETS, ids=range(len(TARGETS)))
def test_an_address_elsewhere_is_no_next_page(boss, target):
    login = boss.post("/admin/login/", {"username": "boss", "password": "a keeper of the light", "next": target})
    assert login["Location"] == reverse("admin:index")
    assert boss.post("/admin/logout/", {"next": target}).status_code == 200


@pytest.mark.parametrize("value", [HUGE, "10000", "x", "%00"])
def test_a_list_that_cannot_be_filtered_is_shown_without_filters(boss, value):
    for model in admin.site._registry:
        address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        answers = [boss.get(f"{address}?{name}={value}", follow=True) for name in FILTERS]
        assert {response.status_code for response in answers} <= {200, 400}


def test_the_reader_of_a_list_is_told_that_its_filters_failed(boss):
    page = boss.get(reverse("admin:guides_revision_changelist"), {"created_at__year": HUGE}, follow=True)
    assert "shown without filters" in page.content.decode()


def test_actions_of_every_list_ignore_invalid_keys(boss):
    for model in admin.site._registry:
        address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        chosen = {"action": "delete_selected", "_selected_action": [HUGE, "\0", "x"]}
        assert boss.post(address, chosen, follow=True).status_code in (200, 403)
