"""Fixtures that all tests share, and the option that selects those with a database."""

import importlib

import pytest
from django.conf import settings
from django.test.utils import override_settings
from hypothesis import settings as hypothesis_settings

from tests.builders import make_editor

hypothesis_settings.register_profile("untimed", deadline=None)  # how fast a machine is, is no test
hypothesis_settings.load_profile("untimed")

# pytest-django refuses every query of a test that has neither of these: such a test is the same on any database.
USES_A_DATABASE = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}
LEFT_OUT = pytest.StashKey[int]()


def pytest_addoption(parser):
    parser.addoption("--database-only", action="store_true", help="leave out the tests that may not use a database")


def uses_a_database(item) -> bool:
    return item.get_closest_marker("django_db") is not None or not USES_A_DATABASE.isdisjoint(item.fixturenames)


def pytest_collection_modifyitems(config, items):
    if not config.option.database_only:
        return
    left_out = [item for item in items if not uses_a_database(item)]
    items[:] = [item for item in items if uses_a_database(item)]
    config.hook.pytest_deselected(items=left_out)
    config.stash[LEFT_OUT] = len(left_out)
    if hasattr(config, "workeroutput"):
        config.workeroutput["left_out"] = len(left_out)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    if "left_out" in getattr(node, "workeroutput", {}):
        node.config.stash[LEFT_OUT] = node.workeroutput["left_out"]


def pytest_terminal_summary(terminalreporter, config):
    if LEFT_OUT in config.stash:
        terminalreporter.write_line(f"{config.stash[LEFT_OUT]} tests were left out: they may not use a database.")


@pytest.fixture(scope="session", autouse=True)
def quick_passwords():
    """Hash passwords quickly: how slow the real hash is matters to attackers, not to tests."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture
def media(settings, tmp_path):
    """The folder of uploaded files, empty."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def editor_client(client, db):
    """A test client, logged in as an editor who may publish."""
    client.force_login(make_editor())
    return client


@pytest.fixture
def generate(monkeypatch):
    """The module that generates guides for benchmarks."""
    monkeypatch.syspath_prepend(settings.BASE_DIR / "benchmarks")
    return importlib.import_module("generate")
