"""Addresses made from names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides.document.field_rules import SLUG
from guides.document.kinds import LONGEST_NAME
from guides.document.slugs import DistinctSlugs, is_same_name, legacy_slugify, slugify

ADDRESSES = {
    "Lighthouse Keeper": "lighthouse-keeper",
    "C# Developer": "c-sharp-developer",
    "C++ Developer": "c-plus-plus-developer",
    "C Developer": "c-developer",
    ".NET Developer": "dot-net-developer",
    "Net Developer": "net-developer",
    "Node.js Developer": "nodejs-developer",
    "Web 2.0 Editor": "web-2-0-editor",
    "Sr. Editor": "sr-editor",
    "R&D Manager": "r-and-d-manager",
    "RD Manager": "rd-manager",
    "UI/UX Designer": "ui-ux-designer",
    "Community Lead @ Night": "community-lead-at-night",
    "#1 Barber": "number-1-barber",
    "100% Remote Nurse": "100-percent-remote-nurse",
    "A* Planner": "a-star-planner",
    "Łukasz’s Straße": "lukaszs-strasse",
    "Ｃ＃ Teacher": "c-sharp-teacher",
    "日本語教師 Teacher": "ribenyujiaoshi-teacher",
    "Teacher": "teacher",
    "Врач": "vrach",
}


@pytest.mark.parametrize(("name", "slug"), ADDRESSES.items())
def test_a_name_has_a_readable_address(name, slug):
    assert slugify(name) == slug


@given(st.text(min_size=1, max_size=LONGEST_NAME).filter(str.strip))
def test_every_name_has_an_ascii_address_that_fits_its_column(name):
    slug = slugify(name)
    assert SLUG.fullmatch(slug)
    assert len(slug) <= LONGEST_NAME


def test_names_of_signs_alone_have_addresses_of_their_own():
    assert len({slugify("!!!"), slugify("???"), slugify("\ue000")}) == 3


def test_long_names_that_differ_only_at_the_end_have_addresses_of_their_own():
    assert slugify("&" * 99 + "A") != slugify("&" * 99 + "B")


def test_case_spaces_and_punctuation_make_no_other_name():
    assert is_same_name("Front-End  Developer", "front end developer")
    assert not is_same_name("C Developer", "C# Developer")


@pytest.mark.parametrize(
    ("name", "slug"), [("R&D Manager", "rd-manager"), ("C++", "c"), ("Bäcker", "backer"), ("日", "")]
)
def test_legacy_addresses_are_made_as_they_always_were(name, slug):
    assert legacy_slugify(name) == slug


def test_taken_slugs_get_the_next_free_number():
    slugs = DistinctSlugs({"baker", "baker-3"})
    assert [slugs.take("baker") for _ in range(3)] == ["baker-2", "baker-4", "baker-5"]


def test_a_numbered_slug_is_not_longer_than_its_column():
    slugs = DistinctSlugs({"a" * 20}, longest=20)
    assert slugs.take("a" * 20) == "a" * 18 + "-2"
