"""Checks of figures against the releases that they name."""

from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from guides.document import GuideDocument, validate
from guides.document.provenance import Provenance
from guides.editing.checking import check_one
from guides.official.models import Release
from guides.official.releases import activate
from tests.builders import make_role
from tests.official.linked import DERIVED, GROWTH, MEDIAN, OLD_LOW, OLD_MEDIAN, linked_document, published
from tests.official.occupations import ACTOR, SURGEON, load_occupations

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def releases():
    return load_occupations()


def guide(*known: Provenance, **facts) -> GuideDocument:
    """A guide with these figures, and with other key facts."""
    document = linked_document(*known)
    document = replace(document, key_facts=replace(document.key_facts, **facts))
    assert validate(document) == []
    return document


def about(topic: str, document: GuideDocument) -> list[str]:
    return [found.what for found in check_one(document) if found.topic == topic and "provenance" in found.path]


def test_figures_that_are_those_of_their_release_need_nothing():
    document = guide(MEDIAN, GROWTH, DERIVED)
    assert about("figures", document) + about("sources", document) == []


def test_a_figure_that_differs_from_its_release_is_found_with_the_value_there():
    document = guide(replace(MEDIAN, value=39_120), replace(DERIVED, value=46_000))
    assert about("figures", document) == [
        "“Median pay a year” is 39,120, but in BLS OEWS, May 2025 it is 42,000.",
        "“Median” of Head Keeper is 46,000, but in BLS OEWS, May 2025 it is 46,200.",
    ]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (SURGEON, "at least 239,200"),
        (ACTOR, "not published by the year"),
        ("99-9999.00", "not there: the occupation is gone"),
    ],
)
def test_a_figure_that_its_release_does_not_have_is_found(code, words):
    document = guide(replace(MEDIAN, series=f"{code[:7]} annual median"))
    assert about("figures", document) == [f"“Median pay a year” is 42,000, but in BLS OEWS, May 2025 it is {words}."]


def test_an_open_upper_end_agrees_with_a_top_coded_figure():
    top = published("salary_high", 239_200, "", series=f"{SURGEON[:7]} annual 90th percentile")
    assert about("figures", guide(top, salary_high_is_open=True)) == []


def test_figures_of_an_earlier_release_are_a_release_behind():
    document = guide(OLD_MEDIAN, OLD_LOW, GROWTH)
    assert about("figures", document) == []
    assert about("sources", document) == ["2 figures are from BLS OEWS, May 2024. The site shows May 2025."]


def test_figures_of_a_release_that_waits_are_not_behind():
    activate(Release.objects.get(name="May 2024"))
    assert about("sources", guide(MEDIAN)) == []
    assert about("sources", guide(replace(MEDIAN, value=36_000, release="May 2023"))) == [
        "1 figure is from BLS OEWS, May 2023. The site shows May 2024."
    ]


def test_a_release_that_is_not_imported_is_only_behind():
    document = guide(replace(MEDIAN, release="May 2012"))
    assert about("figures", document) == []
    assert about("sources", document) == ["1 figure is from BLS OEWS, May 2012. The site shows May 2025."]


def test_nothing_is_behind_where_no_release_is_imported():
    Release.objects.all().delete()
    document = guide(MEDIAN, GROWTH)
    assert about("figures", document) + about("sources", document) == []


def test_figures_with_provenance_need_no_other_source():
    whats = [found.what for found in check_one(guide(MEDIAN)) if found.topic == "sources"]
    assert "The key facts have no source." not in whats
    whats = [found.what for found in check_one(guide(MEDIAN, annual_openings=7)) if found.topic == "sources"]
    assert "The key facts have no source." in whats


def test_the_command_compares_all_guides_with_their_releases():
    make_role(guide(replace(MEDIAN, value=39_120)))
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("check_guides", only=["figures"], stdout=out)
    assert "provenance[0].value: “Median pay a year” is 39,120, but in BLS OEWS" in out.getvalue()


def test_checking_costs_as_many_queries_with_many_figures_as_with_few(django_assert_num_queries):
    few, many = guide(MEDIAN), guide(MEDIAN, GROWTH, DERIVED)
    for document in (few, many):
        with django_assert_num_queries(9):
            check_one(document)
