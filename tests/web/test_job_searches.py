"""Where to look for work: the searches on other sites that a guide links to."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guides.document.shape import Details, KeyFacts, OccupationLink, Section
from guides.models import JobSearch
from tests.builders import make_live

pytestmark = pytest.mark.django_db

PAGE = "/guides/lighthouse-keeper/"
NO_VACANCIES = "This site has no vacancies."


def make_search(label="Harbor Jobs", address="https://example.org/?q={title}", country="IE", **fields):
    return JobSearch.objects.create(label=label, address=address, country=country, **fields)


def html_of(client):
    return client.get(PAGE).content.decode()


def links(html):
    """Label and address of each search, in order."""
    found = re.findall(r'class="job-searches__link" href="([^"]+)" rel="external nofollow noopener">([^<]+)<', html)
    return [(label, unescape(address)) for address, label in found]


def test_a_guide_links_to_the_searches_of_its_country_jobs_first(client):
    make_live()
    make_search("Sea Training", kind="apprenticeships", position=1)
    make_search("Ferry Jobs", "https://example.org/{title}/", position=2)
    make_search(position=1)
    make_search("U.S. Jobs", country="US")
    make_search("Jobs Anywhere", country="")
    html = html_of(client)
    assert links(html) == [
        ("Harbor Jobs", "https://example.org/?q=Lighthouse%20Keeper"),
        ("Ferry Jobs", "https://example.org/Lighthouse%20Keeper/"),
        ("Sea Training", "https://example.org/?q=Lighthouse%20Keeper"),
    ]
    assert NO_VACANCIES in html


def test_a_guide_of_another_country_or_none_links_to_the_searches_without_a_country(client):
    make_live(key_facts=KeyFacts(), salary_levels=(), details=Details())
    make_search()
    make_search("Jobs Anywhere", country="")
    assert links(html_of(client)) == [("Jobs Anywhere", "https://example.org/?q=Lighthouse%20Keeper")]


def test_a_guide_without_searches_says_nothing_about_work(client):
    make_live()
    make_search(is_shown=False)
    html = html_of(client)
    assert links(html) == []
    assert NO_VACANCIES not in html


@pytest.mark.parametrize(
    ("occupations", "addresses"),
    [((), []), ((OccupationLink(code="53-5011.00"),), ["https://example.org/53-5011.00/"])],
)
def test_a_search_by_code_is_for_guides_with_an_official_occupation(client, occupations, addresses):
    make_live(details=Details(occupations=occupations))
    make_search(address="https://example.org/{code}/")
    assert [address for _, address in links(html_of(client))] == addresses


def test_a_title_cannot_change_the_address_around_it(client):
    make_live(title='C++ & "Rock/Roll" #1?', slug="lighthouse-keeper")
    make_search(address="https://example.org/find?q={title}&page=1")
    [(_, address)] = links(html_of(client))
    assert address == "https://example.org/find?q=C%2B%2B%20%26%20%22Rock%2FRoll%22%20%231%3F&page=1"


def test_searches_leave_the_anchors_of_the_text_alone(client):
    section = Section(kind="other", heading="Where to look for work", body="At the harbor.")
    make_live(sections=(section,))
    before = re.findall(r' id="([^"]+)"', html_of(client))
    make_search()
    after = re.findall(r' id="([^"]+)"', html_of(client))
    assert len(set(after)) == len(after)
    assert set(after) - set(before) >= {"where-to-look-for-work"}
    assert set(before) <= set(after)


def test_a_guide_costs_as_many_queries_with_many_searches_as_without(client):
    make_live()
    numbers = []
    for more in (0, 20):
        for number in range(more):
            make_search(f"Jobs {number}")
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGE)
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]
