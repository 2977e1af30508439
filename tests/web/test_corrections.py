"""The log of corrections, and the page about the site."""

import datetime

import pytest
from django.urls import reverse

from guides.editing.deletion import delete_role
from guides.editing.publishing import unpublish
from guides.models import Correction
from tests.builders import make_live

pytestmark = pytest.mark.django_db

LOG, CHANGES = "/corrections/", "/guides/lighthouse-keeper/changes/"


def text_of(client, address=LOG):
    return " ".join(client.get(address).content.decode().split())


def correct(role=None, title="Lighthouse Keeper", wrong="Lamps burn oil.", right="Lamps burn gas.", **fields):
    return Correction.objects.create(role=role, title=title, wrong=wrong, right=right, **fields)


def test_a_log_without_corrections_says_so(client):
    assert "No correction has been recorded yet." in text_of(client)


def test_corrections_are_listed_newest_first_with_what_was_wrong_and_what_is_right(client):
    role = make_live()
    correct(role, date=datetime.date(2026, 11, 25))
    correct(title="", wrong="Prices were old.", right="They are new.", date=datetime.date(2026, 11, 26))
    html = text_of(client)
    assert '<a href="/guides/lighthouse-keeper/">Lighthouse Keeper</a>' in html
    assert "November 25, 2026" in html
    words = (
        "This site",
        "Prices were old.",
        "They are new.",
        "Lighthouse Keeper</a>",
        "Lamps burn oil.",
        "Lamps burn gas.",
    )
    assert [html.index(text) for text in words] == sorted(html.index(text) for text in words)


@pytest.mark.parametrize("end", [unpublish, delete_role])
def test_a_correction_of_a_guide_that_is_gone_stays_without_a_link(client, end):
    role = make_live()
    correct(role)
    end(role)
    html = text_of(client)
    assert "Lighthouse Keeper" in html
    assert "/guides/lighthouse-keeper/" not in html


def test_a_long_log_has_pages(client):
    for number in range(1, 22):
        correct(title="", wrong=f"Error {number}.", date=datetime.date(2026, 1, number))
    first, second = text_of(client), text_of(client, f"{LOG}?page=2")
    assert ("Error 21." in first, "Error 1." in first) == (True, False)
    assert ("Error 21." in second, "Error 1." in second) == (False, True)


def test_the_changes_of_a_guide_lead_to_its_corrections(client):
    role = make_live()
    assert LOG not in text_of(client, CHANGES)
    correct(role)
    correct(title="", wrong="Prices were old.")
    assert '<a href="/corrections/?guide=lighthouse-keeper">1 correction</a>' in text_of(client, CHANGES)
    html = text_of(client, f"{LOG}?guide=lighthouse-keeper")
    assert "<h1>Corrections: Lighthouse Keeper</h1>" in html
    assert ("Lamps burn oil." in html, "Prices were old." in html) == (True, False)


@pytest.mark.parametrize("slug", ["nobody", "%00", "a" * 300, "<b>"])
def test_the_corrections_of_an_unknown_guide_are_those_of_all(client, slug):
    correct(title="")
    html = text_of(client, f"{LOG}?guide={slug}")
    assert "No guide has the name in this link" in html
    assert "Lamps burn oil." in html


def test_the_text_of_a_correction_is_shown_as_it_is(client):
    correct(title="<i>", wrong="<b>1</b>", right="<script>2")
    html = text_of(client)
    assert "&lt;b&gt;1&lt;/b&gt;" in html
    assert "&lt;script&gt;2" in html


def test_a_log_costs_as_many_queries_with_many_corrections_as_with_one(client, django_assert_max_num_queries):
    role = make_live()
    for _ in range(15):
        correct(role)
    with django_assert_max_num_queries(3):
        client.get(LOG)


def test_the_page_about_the_site_leads_to_the_log_and_names_the_publisher(client, settings):
    settings.PUBLISHER = "Harbor Press & Co."
    html = text_of(client, reverse("about"))
    assert f'href="{LOG}"' in html
    assert "published by Harbor Press &amp; Co." in html
    assert "© Harbor Press &amp; Co." in html


def test_a_license_of_the_texts_takes_the_place_of_the_right_to_quote(client, settings):
    settings.TEXT_LICENSE, settings.TEXT_LICENSE_URL = "CC BY-SA 4.0", "https://example.org/by-sa"
    html = text_of(client, reverse("about"))
    assert '<a href="https://example.org/by-sa" rel="license">CC BY-SA 4.0</a>' in html
    assert "You may quote them" not in html


def test_what_links_lead_to_on_the_page_about_the_site_is_there(client):
    html = text_of(client, reverse("about"))
    for anchor in ("publisher", "editorial", "figures", "license", "corrections", "privacy", "accessibility"):
        assert f'href="#{anchor}"' in html
        assert f'id="{anchor}"' in html
