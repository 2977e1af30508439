"""Searches for work on other sites: which ones a guide links to, and which addresses editors may enter."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from guides.document import GuideDocument
from guides.document.shape import Details, KeyFacts, OccupationLink
from guides.finding.job_searches import job_searches
from guides.models import JobSearch

pytestmark = pytest.mark.django_db
ADDRESS = "https://example.org/search?q={title}"


def make_search(label="Harbor Jobs", address=ADDRESS, **values):
    search = JobSearch(label=label, address=address, **values)
    search.full_clean()
    search.save()
    return search


def guide(title="Keeper", country=None, code=""):
    occupations = (OccupationLink(code=code),) if code else ()
    details = Details(occupations=occupations)
    return GuideDocument(title=title, slug="keeper", details=details, key_facts=KeyFacts(country=country))


def labels(document):
    return [link.label for link in job_searches(document)]


def test_a_guide_links_to_the_searches_of_its_country_or_else_to_those_of_none():
    make_search("Everywhere")
    make_search("British", country="GB")
    assert labels(guide(country="United Kingdom")) == labels(guide(country="UK")) == ["British"]
    assert labels(guide(country="Ireland")) == labels(guide()) == labels(guide(country="the coast")) == ["Everywhere"]


def test_jobs_come_before_apprenticeships_each_in_the_order_of_the_editors():
    make_search("Third", kind="apprenticeships", position=1)
    make_search("Second", position=2)
    make_search("First", position=1)
    make_search("Hidden", is_shown=False)
    assert labels(guide()) == ["First", "Second", "Third"]


def test_the_title_is_encoded():
    make_search()
    (link,) = job_searches(guide("R&D / “Sea” #1 {code}?"))
    assert link.address == "https://example.org/search?q=R%26D%20%2F%20%E2%80%9CSea%E2%80%9D%20%231%20%7Bcode%7D%3F"


def test_a_search_by_code_is_for_guides_with_an_occupation():
    make_search(address="https://example.org/{code}")
    assert [link.address for link in job_searches(guide(code="43-4051.00"))] == ["https://example.org/43-4051.00"]
    assert job_searches(guide()) == ()


def test_the_searches_cost_one_query(django_assert_num_queries):
    make_search()
    with django_assert_num_queries(1):
        job_searches(guide(country="US"))


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/?q={title}",
        "https://example.org/?q=title",
        "https://example.org/?q={title}&t={title}",
        "https://example.org/?q={title}&c={code}",
        "https://example.org/?q={title}{",
        "https://example.org/?q={job}",
        "https://{title}.example.org/",
        "https://example.org:{code}/",
        "https://me:secret@example.org/?q={title}",
        "https://me@example.org/?q={title}",
        "https://example.org /?q={title}",
        "https:///?q={title}",
        "https://[/?q={title}",
        "javascript:alert({title})",
        "{title}",
    ],
)
def test_only_a_public_https_address_with_one_place_for_the_job_is_taken(address):
    with pytest.raises(ValidationError) as refused:
        make_search(address=address)
    assert list(refused.value.message_dict) == ["address"]


@pytest.mark.parametrize("country", ["UK", "us", "XX", "1"])
def test_a_country_is_stored_as_its_code(country):
    with pytest.raises(ValidationError) as refused:
        make_search(country=country)
    assert list(refused.value.message_dict) == ["country"]


def test_a_label_is_used_once_in_a_country():
    make_search(country="US")
    make_search(country="CA")
    with pytest.raises(ValidationError, match="This country has a search with this name already"):
        make_search(country="US")


def test_the_searches_that_ship_with_the_site_are_valid():
    call_command("loaddata", "job_searches", verbosity=0)
    for search in JobSearch.objects.all():
        search.full_clean()
    assert {search.country for search in JobSearch.objects.all()} == {"US", "GB", "CA", ""}
