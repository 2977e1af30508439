"""What tests share."""

import pytest

from .builders import make_editor


@pytest.fixture
def editor_client(client, db):
    """A browser's session of an editor who may publish."""
    client.force_login(make_editor())
    return client
