"""Time and cost to qualify, and licenses, on the page of a guide."""

import html5lib
import pytest
from django.template.loader import render_to_string

from guides.document.shape import Details, License, Source
from guides.pages import guide_page
from tests.builders import make_document

CARD = License(name="Food handler card", body="the county", where="varies by state", url="https://example.org/cards")
NO_SOURCE = "as the guide’s text says, no source given."


def page_of(**details):
    return guide_page(make_document(details=Details(**details)))


def part_of(page):
    """The part of the page as text, or None."""
    html = render_to_string("guides/guide.html", {"page": page})
    found = html5lib.parse(html, namespaceHTMLElements=False).find(".//*[@class='part part--qualifying']")
    return None if found is None else " ".join("".join(found.itertext()).split())


def test_a_guide_shows_what_it_states_and_that_it_gives_no_source():
    words = part_of(page_of(time_to_qualify="2 years", licenses=(CARD, License(name="Mill license"))))
    for text in ("Time to qualify 2 years", "Food handler card Varies by state; granted by the county", "Mill license"):
        assert text in words
    assert "Cost to qualify" not in words
    assert f"Time to qualify, licenses: {NO_SOURCE}" in words


def test_a_guide_that_states_nothing_has_no_such_part():
    page = page_of()
    assert part_of(page) is None
    assert page.qualifying == ()


@pytest.mark.parametrize("covers", ["cost_to_qualify", "qualifying"])
def test_the_source_of_a_fact_is_below_it(covers):
    source = Source(covers=covers, name="Guild of Bakers", url="https://example.org/", as_of="2025-05")
    words = part_of(page_of(cost_to_qualify="$900", sources=(source,)))
    assert "$900 Source: Guild of Bakers, as of May 2025." in words
    assert NO_SOURCE not in words


def test_a_license_with_the_address_of_its_official_page_needs_no_other_source():
    assert NO_SOURCE not in part_of(page_of(licenses=(CARD,)))


@pytest.mark.parametrize(
    ("details", "expected"),
    [
        ({"time_to_qualify": "2 years", "cost_to_qualify": "$900", "licenses": (CARD,)}, ["2 years", "$900"]),
        ({"licenses": (CARD,)}, ["Food handler card"]),
        ({"licenses": (CARD, License(name="Mill license"))}, ["2 licenses or certificates"]),
    ],
)
def test_the_head_has_up_to_two_facts_in_short(details, expected):
    assert [fact.in_short for fact in page_of(**details).qualifying] == expected
