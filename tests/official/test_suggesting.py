"""Suggesting occupations for titles, on all titles that the project ships."""

import csv
import gzip
from pathlib import Path

import pytest

from guides.official.models import AlternateTitle, Occupation, Release
from guides.official.releases import index_titles
from guides.official.suggesting import suggest, suggest_each
from tests.official.occupations import CLERK, TEACHER, load_occupations, make_release

pytestmark = pytest.mark.django_db

EXTRACT = Path(__file__).resolve().parents[2] / "fixtures" / "official"
OPERATOR = ("Customer Service Operator", "Contact Center Operator", "Customer Care Operator")
SPECIALIST = ("Customer Service Specialist", "Customer Support Specialist", "Client Service Specialist")
# Judged by hand: the occupation of each title, and whether it may be chosen without looking.
CLEAR = {
    OPERATOR: "43-4051.00",
    SPECIALIST: "43-4051.00",
    ("Registered Nurse",): "29-1141.00",
    ("Electrician",): "47-2111.00",
    ("Software Developer",): "15-1252.00",
    ("Medical Assistant",): "31-9092.00",
    ("Accountant",): "13-2011.00",
    ("Barista",): "35-3023.01",
    ("Lawyer",): "23-1011.00",
    ("Plumber",): "47-2152.00",
    ("Chef",): "35-1011.00",
    ("Graphic Designer",): "27-1024.00",
    ("Dental Hygienist",): "29-1292.00",
    ("HR Manager",): "11-3121.00",
    ("Janitor",): "37-2011.00",
    ("Product Manager",): "11-2021.00",  # not of production
    ("R.N.",): "29-1141.00",
}
TIED = {
    ("Elementary School Teacher",): "25-2021.00",
    ("Truck Driver",): "53-3032.00",
    ("Customer Service Supervisor",): "43-1011.00",
    ("Customer Service Agent",): "43-4051.00",
    ("Police Officer",): "33-3051.00",
    ("Nurse",): "29-1141.00",
    ("C# Developer",): "15-1252.00",
}


def rows_of(table):
    with gzip.open(EXTRACT / f"{table}.csv.gz", "rt", encoding="utf-8") as file:
        yield from csv.DictReader(line for line in file if not line.startswith("#"))


def load_titles(asked):
    """Load the shipped titles that have one of the asked words."""
    Occupation.objects.bulk_create(
        Occupation(code=row["code"], title=row["title"], level="onet")
        for row in rows_of("occupation")
        if row["level"] == "onet"
    )
    release = make_release(Release.Table.ALTERNATE_TITLES)
    AlternateTitle.objects.bulk_create(
        AlternateTitle(
            release=release, occupation_id=row["occupation_id"], title=row["title"], short_title=row["short_title"]
        )
        for row in rows_of("alternate_titles-30.0")
        if asked.intersection(row["title"].lower().split())  # the others would only be counted
    )
    index_titles()


def test_titles_find_their_occupation_and_ties_choose_none():
    load_titles({word.lower() for titles in (*CLEAR, *TIED) for title in titles for word in title.split()})
    found = dict(zip([*CLEAR, *TIED], suggest_each([*CLEAR, *TIED]), strict=True))
    assert {titles: suggestions[0].code for titles, suggestions in found.items() if titles in CLEAR} == CLEAR
    assert all(found[titles][0].is_best for titles in CLEAR)
    assert [titles for titles, code in TIED.items() if code not in [item.code for item in found[titles]]] == []
    assert not any(item.is_best for titles in TIED for item in found[titles])
    assert not any(item.is_best for item in suggest(["Manager"]))  # close to no title


@pytest.fixture
def official():
    return load_occupations()


def test_a_suggestion_says_which_title_matches_and_what_pay_it_brings(official):
    best = suggest(["Dockside Clerk"])[0]
    assert (best.code, best.title, best.matching, best.strength) == (
        CLERK, "Harbor Clerks", "Dockside Clerk", "exact title",
    )  # fmt: skip
    assert best.median.amount.dollars == 42_000
    assert best.is_best


def test_alternative_titles_vote(official):
    assert suggest(["Coach"])[0].code == TEACHER
    assert suggest(["Coach", "Dockside Clerk", "Pier Agent", "Harbor Clerk"])[0].code == CLERK


def test_an_alternative_title_that_no_occupation_is_near_does_not_vote(official):
    assert suggest(["Dockside Clerk", "Zookeeper Extraordinaire"])[0].strength == "exact title"


@pytest.mark.parametrize("titles", [[""], ["?!"], ["Qqqq"], ["of the"], ["x" * 5000], ["a " * 3000]])
def test_titles_without_a_known_word_suggest_nothing(official, titles):
    assert suggest(titles) == []


def test_a_title_in_the_singular_is_the_occupation_in_the_plural(official):
    assert [(item.code, item.score) for item in suggest(["Harbor Clerk"])[:1]] == [(CLERK, 1.0)]


def test_more_words_than_a_query_can_name_are_compared(official):
    words = [f"word{number}" for number in range(2_000)]
    assert suggest([" ".join(words), "Harbor Clerk"])[0].code == CLERK


def test_the_first_twenty_titles_of_a_guide_vote(official):
    assert suggest(["Harbor Clerk", *["Nobody"] * 19, *["Coach"] * 50])[0].code == CLERK


def test_the_queries_do_not_grow_with_the_guides(official, django_assert_num_queries):
    with django_assert_num_queries(4):
        suggest_each([["Harbor Clerk"]] * 20)
    with django_assert_num_queries(4):
        suggest(["Harbor Clerk"])
