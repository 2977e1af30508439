"""Finding official occupations by any of their titles."""

import pytest
from django.core.management import call_command
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from guides.finding.occupations import find_occupations
from guides.official.models import AlternateTitle, Occupation, OccupationTitle, Projection, Release
from guides.official.releases import activate, update_occupations
from tests.official.occupations import make_occupation, make_release

pytestmark = pytest.mark.django_db

Table = Release.Table
NURSES, MIDWIVES, NURSERY, CLERKS = "29-1141.00", "29-1161.00", "45-2092.00", "43-4051.00"


def make_titles(titles, release=None):
    """Occupations by code, each with its own title and its alternate ones."""
    release = release or make_release(Table.ALTERNATE_TITLES)
    for code, (own, *others) in titles.items():
        if not Occupation.objects.filter(code=code).exists():
            make_occupation(code, own)
        AlternateTitle.objects.bulk_create(
            AlternateTitle(release=release, occupation_id=code, title=title, short_title=title.partition(" (")[2][:-1])
            for title in others
        )
    update_occupations([release.table])
    return release


def words(parts):
    return "".join(part.text for part in parts)


def found(text, *limit):
    return [match.code for match in find_occupations(text, *limit)]


def also(text):
    return {match.code: words(match.also) for match in find_occupations(text)}


@pytest.mark.parametrize("text", ["nurse", "Nurses", "nurses ", "how do I become a nurse?"])
def test_a_title_is_found_in_the_singular_and_the_plural_and_in_a_question(text):
    make_titles({NURSES: ["Registered Nurses"], CLERKS: ["Clerks"]})
    assert found(text) == [NURSES]


def test_an_alternate_title_is_found_and_named():
    make_titles({CLERKS: ["Clerks", "Barista", "Coffee Cart Clerk"]})
    assert also("barista") == {CLERKS: "Barista"}
    assert also("clerk") == {CLERKS: ""}


def test_a_short_title_is_found_alone():
    make_titles({NURSES: ["Registered Nurses", "Certified Anesthetist (CRNA)"]})
    assert also("crna") == {NURSES: "CRNA"}


def test_titles_come_in_the_order_of_how_well_they_match():
    titles = {
        "11-1011.01": ["Tree Nursery Officers"],  # its own title has it as the start of a word
        "11-1011.02": ["Officers", "Chief of the Nurse Corps"],  # another title has the word
        "11-1011.03": ["Heads", "Nurse Leader"],  # another title starts with it
        "11-1011.04": ["Registered Nurses"],  # its own title has it
        "11-1011.05": ["Nurse Practitioners"],  # its own title starts with it
        "11-1011.06": ["Caregivers", "Nurse"],  # another title equals it
        "11-1011.07": ["Nurses"],
    }
    make_titles(titles)
    assert found("nurse") == [f"11-1011.0{number}" for number in (7, 6, 5, 4, 3, 2, 1)]


def test_whole_words_come_before_the_starts_of_words():
    make_titles({NURSERY: ["Workers", "Tree Nursery Worker"], MIDWIVES: ["Midwives", "Head Nurse Worker"]})
    assert found("worker nurs") == [MIDWIVES, NURSERY]


def test_titles_with_some_of_the_words_are_found_only_if_no_title_has_all():
    make_titles({NURSES: ["Nurses", "Night Sitter"], CLERKS: ["Clerks", "Harbor Sitter"]})
    assert found("night sitter") == [NURSES]
    assert sorted(found("moon sitter")) == [NURSES, CLERKS]
    assert found("moon rider") == []


@pytest.mark.parametrize("text", ["frontend", "front end", "Front-End", "frontend developer", "Front End Developers"])
def test_compounds_are_found_however_they_are_written(text):
    make_titles({NURSES: ["Designers", "Front End Developer"], CLERKS: ["Testers", "Frontend Developer"]})
    assert sorted(found(text)) == [NURSES, CLERKS]


@pytest.mark.parametrize("text", ["rn", "R.N.", "r n"])
def test_initials_are_found_however_they_are_written(text):
    make_titles({NURSES: ["Nurses", "R.N. Educator"]})
    assert found(text) == [NURSES]


def test_a_title_equals_a_text_without_its_short_form():
    make_titles({NURSES: ["Pier Agent Nurses"], CLERKS: ["Clerks", "Pier Agent (PA)"]})
    assert also("pier agent") == {CLERKS: "Pier Agent", NURSES: ""}
    assert found("pier agent") == [CLERKS, NURSES]


def test_a_title_that_the_text_begins_comes_before_those_with_more_words():
    make_titles({NURSES: ["Veterinary Aides"], CLERKS: ["Veterinarians"]})
    assert found("vet") == [CLERKS, NURSES]


def test_of_equal_matches_one_with_the_root_of_the_word_in_its_own_title_comes_first():
    make_titles({NURSES: ["Laborers", "Trucker"], CLERKS: ["Heavy Truck Drivers", "Trucker"]})
    assert found("trucker") == [CLERKS, NURSES]


def test_of_matches_by_a_word_the_one_with_more_such_titles_comes_first():
    make_titles({NURSES: ["Analysts", "HR Analyst"], CLERKS: ["Recruiters", "HR Specialist", "HR Partner"]})
    assert found("hr") == [CLERKS, NURSES]


def test_a_frequent_word_is_compared_only_in_the_first_titles_unless_all_are_asked_for(monkeypatch):
    monkeypatch.setattr("guides.finding.occupations.MOST_TITLES", 2)
    make_titles({f"11-1011.0{number}": [f"Nurses {number}"] for number in range(5)})
    assert len(found("nurse", 5)) == 2
    assert len(found("nurse")) == 5


@pytest.mark.parametrize("text", ["", "n", "?", "a b", "zz"])
def test_too_little_finds_nothing(text):
    make_titles({NURSES: ["Nurses", "N B"]})
    assert found(text) == []


def test_of_equal_matches_the_one_with_more_openings_comes_first():
    make_titles({"53-1000.00": ["Movers", "Driver"], "53-2000.00": ["Haulers", "Driver"]})
    projections = make_release(Table.PROJECTIONS)
    for code, openings in (("53-1000", 10), ("53-2000", 900)):
        make_occupation(code, code, Occupation.Level.DETAILED)
        Projection.objects.create(
            release=projections, occupation_id=code, base_year=2024, target_year=2034, openings=openings
        )
    update_occupations([Table.PROJECTIONS])
    assert found("driver") == ["53-2000.00", "53-1000.00"]


def test_no_more_are_found_than_asked_for():
    make_titles({f"11-1011.0{number}": [f"Nurses {number}"] for number in range(5)})
    assert len(found("nurse", 3)) == 3
    assert len(found("nurse")) == 5


def test_words_are_marked():
    make_titles({NURSES: ["Registered Nurses", "Charge Nurse"]})
    (match,) = find_occupations("charge nur")
    assert [part.text for part in match.also if part.is_match] == ["Charge", "Nurse"]


def test_only_titles_of_the_current_release_are_found():
    old = make_titles({NURSES: ["Nurses", "Matron"]})
    new = make_release(Table.ALTERNATE_TITLES, "2.0", position=2, current=False)
    make_titles({NURSES: ["Nurses", "Ward Manager"]}, new)
    assert (found("matron"), found("ward manager")) == ([NURSES], [])
    activate(new)
    assert (found("matron"), found("ward manager")) == ([], [NURSES])
    activate(old)
    assert (found("matron"), found("ward manager")) == ([NURSES], [])


def test_a_command_writes_the_titles_anew():
    make_titles({NURSES: ["Nurses", "Matron"]})
    OccupationTitle.objects.all().delete()
    assert found("matron") == []
    call_command("rebuild_search", verbosity=0)
    assert found("matron") == [NURSES]


@pytest.mark.parametrize("limit", [1, 50])
def test_finding_costs_one_query(django_assert_num_queries, limit):
    make_titles({f"11-1011.{number:02}": [f"Nurses {number}", "Nurse"] for number in range(20)})
    with django_assert_num_queries(1):
        find_occupations("nurse", limit)


class AnyText(TestCase):
    """Hypothesis needs a transaction for each example."""

    @given(st.text())
    @settings(max_examples=100)
    def test_any_text_is_answered(self, text):
        find_occupations(text)
        find_occupations(f"nurse {text}")
