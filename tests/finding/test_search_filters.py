"""Filters of search results: the same choices as in the list of guides, counted among the results."""

import pytest
from django.urls import reverse

from guides.document.shape import Details, KeyFacts
from guides.finding.filters import FILTERS, PAY_BOUNDS
from guides.finding.search import search
from guides.finding.search.filtering import ResultFilters
from guides.models import GuideIndex
from tests.builders import make_bare_guide

pytestmark = pytest.mark.django_db


@pytest.fixture
def divers():
    """Five guides found by `diver` and one that is not."""
    for number, (field, education, pay) in enumerate(
        [("Sea", "High school diploma or equivalent", 50_000), ("Sea", "Bachelor's degree", 70_000)] * 2
        + [("Air", "Bachelor's degree", 90_000)]
    ):
        details = Details(category=field, education_level=education, remote_work="common" if number == 4 else None)
        make_bare_guide(f"Diver {number}", details=details, key_facts=KeyFacts(currency="USD", median_salary=pay))
    make_bare_guide("Pilot", details=Details(category="Air"))


def titles(**chosen):
    results = search("diver")
    filters = ResultFilters.read(chosen, results)
    return [hit.guide.title for hit in results.hits(filters.revisions)]


def test_results_keep_their_order_under_filters(divers):
    assert titles() == [f"Diver {number}" for number in range(5)]
    assert titles(category="Sea") == ["Diver 0", "Diver 1", "Diver 2", "Diver 3"]
    assert titles(education="no-degree") == ["Diver 0", "Diver 2"]
    assert titles(pay="usd-from-60", category="Sea") == ["Diver 1", "Diver 3"]
    assert titles(remote="common") == ["Diver 4"]
    assert titles(pay="usd-40-60") == ["Diver 0", "Diver 2"]


def test_a_known_filter_that_no_result_fits_finds_nothing(divers):
    assert titles(pay="usd-from-120") == []


@pytest.mark.parametrize(
    "parameters", [{"pay": "lots"}, {"category": "x" * 120_000}, {"remote": "\0"}, {"pay": "eur-"}]
)
def test_an_unknown_filter_is_ignored(divers, parameters):
    filters = ResultFilters.read(parameters, search("diver"))
    assert (filters.chosen, filters.has_ignored, len(filters.revisions)) == ({}, True, 5)


def test_choices_are_counted_among_the_results_under_the_other_filters(divers):
    filters = ResultFilters.read({"category": "Sea"}, search("diver"))
    numbers = {filter_.name: {choice.key: choice.number for choice in choices} for filter_, choices in filters.choices}
    assert numbers["category"] == {"Air": 1, "Sea": 4}
    assert numbers["education"]["no-degree"] == 2
    assert numbers["pay"] == {"usd-from-40": 4, "usd-from-60": 2}


def test_the_value_of_pay_is_the_same_as_in_the_list():
    amounts = [
        (currency, low * 1000 + step) for currency, bounds in PAY_BOUNDS.items() for low in bounds for step in (-1, 0)
    ]
    for number, (currency, amount) in enumerate([*amounts, ("CHF", 50_000)]):
        make_bare_guide(f"Diver {number}", key_facts=KeyFacts(currency=currency, median_salary=amount))
    pay = next(filter_ for filter_ in FILTERS if filter_.name == "pay")
    results = search("diver")
    rows = GuideIndex.objects.annotate(value=pay.value("")).values_list("revision", "value")
    in_list = {revision: value or "not-stated" for revision, value in rows}
    found = ResultFilters.read({}, results).values
    assert {revision: values["pay"] for revision, values in found.items()} == in_list


def test_the_page_keeps_the_question_with_its_filters(client, divers):
    html = client.get(reverse("search"), {"q": "diver", "category": "Sea"}).content.decode()
    assert "<strong>4</strong> of <strong>5</strong> guides for" in " ".join(html.split())
    assert (
        'href="/search/?q=diver&amp;education=no-degree' in html
        or "q=diver&amp;category=Sea&amp;education=no-degree" in html
    )
    assert '<input type="hidden" name="q" value="diver">' in html


def test_the_page_tells_of_unknown_filters(client, divers):
    html = client.get(reverse("search"), {"q": "diver", "pay": "<b>"}).content.decode()
    assert "Some filters in this link are unknown and were ignored." in html
    assert "<b>" not in html


def test_a_few_results_have_no_filters(client):
    make_bare_guide("Diver")
    assert "Show guides" not in client.get(reverse("search"), {"q": "diver"}).content.decode()
