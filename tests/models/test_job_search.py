"""Which addresses a job search can have, and the searches that ship with the site."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from guides.models import JobSearch

pytestmark = pytest.mark.django_db


def check(**fields):
    JobSearch(**{"label": "Harbor Jobs", "address": "https://example.org/?q={title}", **fields}).full_clean()


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/search?q={title}",
        "https://example.org/{code}/jobs/",
        "https://example.org:8443/#/jobs?text={title}&page=1",
    ],
)
def test_an_address_has_one_place_for_the_job(address):
    check(address=address)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "http://example.org/?q={title}",
        "javascript:alert('{title}')",
        "https://example.org/?q={title}&again={title}",
        "https://example.org/?q={title}&code={code}",
        "https://example.org/?q={name}",
        "https://example.org/?q={title}}",
        "https://user:secret@example.org/?q={title}",
        "https://{title}.example.org/",
        "https://{title}/",
        "https://example.org/a b?q={title}",
        "https://[example.org/?q={title}",
        f"https://example.org/?q={{title}}&{'a' * 600}",
    ],
)
def test_any_other_address_is_refused(address):
    with pytest.raises(ValidationError):
        check(address=address)


@pytest.mark.parametrize("country", ["us", "USA", "XX", "Europe"])
def test_a_country_is_stored_by_its_code(country):
    with pytest.raises(ValidationError):
        check(country=country)


def test_a_country_has_one_search_of_a_name():
    JobSearch.objects.create(label="Harbor Jobs", address="https://example.org/?q={title}", country="US")
    check(country="IE")
    with pytest.raises(ValidationError, match="already"):
        check(country="US")


def test_the_searches_that_ship_with_the_site_are_valid():
    call_command("loaddata", "job_searches", verbosity=0)
    for search in JobSearch.objects.all():
        search.full_clean()
    kinds = set(JobSearch.objects.filter(country__in=("US", "GB")).values_list("country", "kind"))
    assert kinds == {(country, kind) for country in ("US", "GB") for kind in JobSearch.Kind.values}
