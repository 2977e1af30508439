"""Where to look for work, on the page of a guide; `tests/finding/test_job_searches.py` tests which searches it has."""

import re
from html import unescape

import pytest

from guides.document.shape import Section
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


def test_a_guide_without_searches_says_nothing_about_work(client):
    make_live()
    make_search(is_shown=False)
    html = html_of(client)
    assert links(html) == []
    assert NO_VACANCIES not in html


def test_searches_leave_the_anchors_of_the_text_alone(client):
    section = Section(kind="other", heading="Where to look for work", body="At the harbor.")
    make_live(sections=(section,))
    before = re.findall(r' id="([^"]+)"', html_of(client))
    make_search()
    after = re.findall(r' id="([^"]+)"', html_of(client))
    assert len(set(after)) == len(after)
    assert set(after) - set(before) >= {"where-to-look-for-work"}
    assert set(before) <= set(after)
