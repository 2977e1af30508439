"""What holds for every page of `page_types`, with the two guides of the fixtures and with many more."""

import gzip
from html.parser import HTMLParser

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, resolve
from whitenoise.compress import Compressor

from tests.builders import make_live_unedited
from tests.fixture_guides import load_guides
from tests.official.occupations import load_occupations
from tests.official.places import load_places
from tests.page_types import ADDRESSES, NOT_FOUND, WHOLE_PAGES, addresses_of

pytestmark = pytest.mark.django_db

MOST_BYTES = 60_000
MOST_QUERIES = 6
MORE_QUERIES = {
    "compare": 12,  # guides and occupations, their figures, and to choose from: similar jobs, and what a search finds
    # six for the official figures of its occupation in a place, one each for how specific its skills are, for their
    # addresses and for jobs under another title
    "guide": 16,
    "occupation": 13,  # what an occupation has is in twelve tables, and its guides are in another one
    "search": 11,  # it finds guides and occupations, or else the fields; a typo costs three queries
    "search_suggestions": 7,  # of guides, skills, questions and occupations
    "skills_gap": 7,  # similar guides and same skills cost two queries each
}


class Needed(HTMLParser):
    """The addresses of the files that a browser fetches for a page: style sheets, scripts, icons, images."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found = set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if "src" in attrs:
            self.found.add(attrs["src"])
        if tag == "link" and {"icon", "stylesheet"} & set(attrs["rel"].split()):
            self.found.add(attrs["href"])


def compressed(path: str) -> int:
    """The bytes of a static file as WhiteNoise sends it to a browser that knows no brotli."""
    with open(finders.find(path.removeprefix("/static/")), "rb") as file:
        data = file.read()
    return min(len(data), len(Compressor.compress_gzip(data)))


def weight(response):
    """The bytes that come over the line for a page and all that it needs, none of it known already."""
    html = gzip.decompress(response.content).decode()
    return len(response.content) + sum(map(compressed, Needed(html).found))


def visit(client, paths):
    """What each page weighs and how many queries it costs, by its address."""
    found = {}
    for path in paths:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(path, headers={"Accept-Encoding": "gzip"})
        found[path] = (weight(response), len(queries))
    return found


def beyond_limits(found):
    return {path: costs for path, costs in found.items() if costs[0] >= MOST_BYTES or costs[1] > most_queries(path)}


def most_queries(path):
    try:
        return MORE_QUERIES.get(resolve(path.partition("?")[0]).url_name, MOST_QUERIES)
    except Resolver404:
        return MOST_QUERIES


@pytest.fixture
def two_guides(db):
    load_guides()
    load_places(load_occupations())


@pytest.fixture
def many_guides(two_guides, generate):
    """The documents, published without rows, which no public page reads."""
    documents = list(generate.generate(150))
    for document in documents:
        make_live_unedited(document)
    return documents


def test_every_page_answers(client, two_guides):
    answers = {path: client.get(path) for path in ADDRESSES}
    statuses = {path: response.status_code for path, response in answers.items()}
    assert statuses == {path: 404 if path in NOT_FOUND else 200 for path in ADDRESSES}
    assert {response["Content-Type"] for response in answers.values()} == {"text/html; charset=utf-8"}


def test_every_page_is_light_and_costs_few_queries(client, two_guides):
    assert beyond_limits(visit(client, WHOLE_PAGES)) == {}


def test_with_many_guides_too_every_page_is_light_and_costs_few_queries(client, many_guides):
    assert beyond_limits(visit(client, [*WHOLE_PAGES, *addresses_of(many_guides)])) == {}
