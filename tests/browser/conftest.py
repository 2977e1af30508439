"""A real browser on a real server; skipped, saying so, where there is no Chromium."""

import os
import shutil
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.fixture_guides import load_guides
from tests.official.occupations import load_occupations
from tests.official.places import load_places
from tests.page_types import NOT_FOUND

# The headless shell draws the same pages in half the time: it has no windows and menus of its own.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)

# Playwright runs an event loop in the test's thread, in which Django would refuse its ORM.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in item.path.parts and not (CHROMIUM or os.environ.get("SKIP_NOTHING")):
            item.add_marker(
                pytest.mark.skip(reason="no Chromium on this machine: install Debian's package chromium-headless-shell")
            )


@pytest.fixture(scope="session")
def browser_type_launch_args():
    assert CHROMIUM, "there is no Chromium on this machine"
    return {
        "executable_path": CHROMIUM,
        "args": [
            *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"),
            *("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"),  # a microphone that hums
        ],
    }


@pytest.fixture
def site(live_server, transactional_db):
    """The address of a running site with the guides of the fixtures and a few occupations."""
    load_guides()
    load_places(load_occupations())
    return live_server.url


@pytest.fixture
def elsewhere(tmp_path):
    """A site of somebody else: its folder and its address."""
    handler = partial(SimpleHTTPRequestHandler, directory=tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield tmp_path, f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def open_page(new_context):
    """Open an address in a window of its own; what the browser complains about fails the test at its end."""
    complaints = []

    def listen(message):
        is_asked_for = message.location["url"].endswith(tuple(NOT_FOUND))
        if message.type == "error" and not is_asked_for:
            complaints.append(message.text)

    def open_page(url, **options):
        page = new_context(**options).new_page()
        page.on("console", listen)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(url)
        return page

    yield open_page
    assert complaints == []


@pytest.fixture
def open_quietly(new_context):
    """Open a page whose browser may complain: it does about every answer that is no success, such as 409."""

    def open_quietly(url, **options):
        page = new_context(**options).new_page()
        page.goto(url)
        return page

    return open_quietly


@pytest.fixture(params=["light", "dark"])
def theme(request):
    return request.param
