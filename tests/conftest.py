"""What tests share."""

import importlib

import pytest
from django.conf import settings

from tests.builders import make_editor


@pytest.fixture
def media(settings, tmp_path):
    """The folder of uploaded files, empty."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def editor_client(client, db):
    """A browser's session of an editor who may publish."""
    client.force_login(make_editor())
    return client


@pytest.fixture
def generate(monkeypatch):
    """The module that makes the guides which benchmarks are run on."""
    monkeypatch.syspath_prepend(settings.BASE_DIR / "benchmarks")
    return importlib.import_module("generate")
