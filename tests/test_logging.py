"""The log of a site in production: what it has, and that nobody outside can write entries into it."""

import re

import pytest

from tests.processes import start

pytestmark = pytest.mark.django_db(transaction=True)

SITE = """
import logging
from unittest.mock import patch
from careerguide.wsgi import application
from django.conf import settings
from django.test import Client
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
client = Client(raise_request_exception=False, headers={"host": "example.org"})
"""
LOGIN = r'client.post("/admin/login/", {"username": NAME, "password": "secret words"}, secure=True)'


def log_of(code: str) -> list[str]:
    """The entries that a site in production writes to standard error."""
    process = start("-c", SITE + code, PRODUCTION="1", SECRET_KEY="x" * 60, ALLOWED_HOSTS="example.org")
    log = process.communicate()[1]
    assert process.returncode == 0, log
    return re.split(r"^(?=\S)", log, flags=re.MULTILINE)[1:]


def test_a_failure_is_logged_once_with_its_traceback():
    (entry,) = log_of(
        'with patch("guides.web.about.render", side_effect=ValueError("Bad.")): client.get("/about/", secure=True)'
    )
    assert re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} ERROR django.request: Internal Server Error: /about/", entry)
    assert "Traceback (most recent call last)" in entry
    assert entry.endswith("ValueError: Bad.\n")


def test_words_in_an_error_do_not_become_an_entry():
    fake = r"2026-01-01 00:00:00,000 ERROR django.request: Fake"
    code = rf'side_effect=ValueError("Bad.\n{fake}")): client.get("/about/", secure=True)'
    (entry,) = log_of(f'with patch("guides.web.about.render", {code}')
    assert f"\n    {fake}" in entry


@pytest.mark.parametrize("name", [r"di", r"di\n2026 ERROR fake\r\x1b[2J\u2028", "x" * 5000])
def test_a_failed_login_is_one_short_line_with_name_and_address_and_without_the_password(name):
    (entry,) = log_of(LOGIN.replace("NAME", f'"{name}"'))
    assert "WARNING guides.web.failed_logins: Failed login: address '127.0.0.1', name '" in entry
    assert entry.count("\n") == 1
    assert len(entry) < 250
    assert entry.rstrip("\n").isprintable()
    assert "secret" not in entry


def test_warnings_of_the_site_are_logged_and_what_is_usual_is_not():
    entries = log_of(
        'logging.getLogger("guides.web").warning("Odd.")\n'
        'logging.getLogger("guides.web").info("Usual.")\n'
        'client.get("/nowhere/", secure=True)'
    )
    assert [entry[24:] for entry in entries] == ["WARNING guides.web: Odd.\n"]
