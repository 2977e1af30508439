"""The project as a whole: settings, commands for a first start, wording."""

import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command

from guides.editing.rows import write_document
from guides.management.commands.build_fixtures import TEXTS
from guides.models import Revision, Role
from guides.official.management.commands import load_official
from guides.urls import urlpatterns
from tests.builders import make_document
from tests.official.occupations import load_occupations
from tests.page_types import NO_PAGES, PAGES

ROOT = settings.BASE_DIR
SEEDS = ROOT.parent / "shared" / "seeds"


def manage(*arguments, **environment):
    """Run a command in a process of its own, without the leave that browser tests have to use the ORM beside a loop."""
    inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_does_not_start_without_its_secrets(missing):
    environment = {"SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "example.org"} | {missing: ""}
    done = manage("check", PRODUCTION="1", **environment)
    assert done.returncode != 0
    assert f"{missing} must be set" in done.stderr


def check_deployment(**environment):
    secret = "".join(map(chr, range(33, 110)))
    environment = {"SECRET_KEY": secret, "ALLOWED_HOSTS": "example.org", "CLIENT_ADDRESS": "X-Real-IP"} | environment
    return manage("check", "--deploy", "--fail-level=WARNING", PRODUCTION="1", **environment)


def test_production_settings_pass_the_deployment_check():
    done = check_deployment()
    assert done.returncode == 0, done.stderr


def test_the_deployment_check_warns_if_production_does_not_know_its_clients():
    done = check_deployment(CLIENT_ADDRESS="")
    assert done.returncode != 0
    assert "guides.W001" in done.stderr
    assert "X-Forwarded-For" in done.stderr


IN_PRODUCTION = """
from django.test import Client
from django.conf import settings
response = Client().get("/.well-known/security.txt", headers={"X-Forwarded-Proto": "https", "Host": "example.org"})
print("upgrade-insecure-requests" in response["Content-Security-Policy"].split("; "))
print(response["Strict-Transport-Security"])
for kind in ("SESSION", "CSRF"):
    print(*(getattr(settings, f"{kind}_COOKIE_{name}") for name in ("NAME", "SECURE", "PATH", "DOMAIN")))
"""


@pytest.mark.parametrize(
    ("environment", "transport"),
    [
        ({}, "max-age=31536000; includeSubDomains; preload"),
        ({"HSTS_SECONDS": "60", "HSTS_SUBDOMAINS": "0", "HSTS_PRELOAD": "0"}, "max-age=60"),
    ],
)
def test_production_insists_on_https(environment, transport):
    secrets = {"SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "example.org"}
    done = manage("shell", "-v", "0", "-c", IN_PRODUCTION, PRODUCTION="1", **secrets, **environment)
    assert done.stdout.splitlines() == [
        "True",
        transport,
        "__Host-sessionid True / None",
        "__Host-csrftoken True / None",
    ], done.stderr


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.fixture
def few_figures(db, monkeypatch):
    """A few official figures in place of those that the project ships, which take half a minute."""
    monkeypatch.setattr(load_official, "load_extract", lambda folder, progress: len(load_occupations()))


def test_demo_loads_guides_and_official_figures_and_makes_an_editor_who_can_see_them(client, few_figures):
    out = StringIO()
    call_command("demo", "--no-serve", stdout=out)
    assert Revision.objects.live().count() == len(list(TEXTS.glob("*.txt")))
    assert "/occupations/" in out.getvalue()
    assert "Harbor Clerks" in client.get("/search/?q=dockside").content.decode()
    password = re.search(r"password (\S+)", out.getvalue())[1]
    client.post("/admin/login/", {"username": "editor", "password": password})
    for address in ("/admin/guides/role/", "/admin/official/release/"):
        assert client.get(address).status_code == 200


def test_demo_again_keeps_what_was_edited_the_figures_and_the_account(few_figures):
    call_command("demo", "--no-serve", stdout=StringIO())
    role = Role.objects.get(slug="customer-service-operator")
    write_document(role, make_document(title="Mine", slug="mine"))
    password = get_user_model().objects.get().password
    out = StringIO()
    call_command("demo", "--no-serve", stdout=out)
    assert "already exists" in out.getvalue()
    assert "already has official figures" in out.getvalue()
    role.refresh_from_db()
    assert (role.title, get_user_model().objects.get().password) == ("Mine", password)


def test_every_public_address_is_a_known_type_of_page_or_none():
    named = set(PAGES) | NO_PAGES
    assert {pattern.name for pattern in urlpatterns} == named, "add it to tests/page_types.py"


def test_no_sentence_of_the_real_texts_stands_in_the_project():
    if not SEEDS.is_dir():
        pytest.skip(f"{SEEDS} is not here, so there is nothing to compare with")
    known = set()
    for seed in SEEDS.glob("*.txt"):
        for sentence in re.split(r"(?<=[.?!])\s+|\n+", seed.read_text(encoding="utf-8")):
            known.update(runs_of_words(sentence))
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, files.split("\0")):
        path = Path(ROOT / name)
        if path.suffix in {".png", ".webp", ".gz"} or not path.is_file():
            continue
        assert not known & set(runs_of_words(path.read_text(encoding="utf-8"))), name


def runs_of_words(text: str, length: int = 10):
    words = re.findall(r"\w+", text.lower())
    return (" ".join(words[i : i + length]) for i in range(len(words) - length + 1))
