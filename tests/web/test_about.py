"""The About page and the log of corrections."""

from datetime import date

import pytest

from guides.editing.publishing import unpublish
from guides.models import Correction, Role
from tests.builders import make_live

pytestmark = pytest.mark.django_db

ANCHORS = ("publisher", "editorial", "figures", "license", "corrections", "privacy", "accessibility")


def html(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def make_correction(number=1, **values):
    values = {"date": date(2026, 11, number), "wrong": f"Wrong {number}.", "right": f"Right {number}."} | values
    return Correction.objects.create(**values)


def test_the_about_page_lists_its_sections(client):
    page = html(client, "/about/")
    for anchor in ANCHORS:
        assert f'<a href="#{anchor}">' in page
        assert f'<h2 id="{anchor}">' in page


def test_the_about_page_names_the_publisher_and_the_license(client, settings):
    settings.PUBLISHER, settings.TEXT_LICENSE = "the <Harbor> Press", "CC BY 4.0"
    settings.TEXT_LICENSE_URL = "https://example.org/by"
    page = html(client, "/about/")
    assert "published by the &lt;Harbor&gt; Press." in page
    assert 'licensed under <a href="https://example.org/by" rel="license">CC BY 4.0</a>.' in page


def test_without_a_license_the_texts_may_be_quoted(client):
    assert "You may quote them with a link" in html(client, "/about/")


def test_without_corrections_the_log_says_so(client):
    assert "No correction has been recorded yet." in html(client, "/corrections/")


def test_corrections_are_listed_newest_first_with_a_link_to_a_live_guide(client):
    role = make_live()
    make_correction(1)
    make_correction(2, role=role, title="Lighthouse Keeper")
    page = html(client, "/corrections/")
    assert page.index("Wrong 2.") < page.index("Right 2.") < page.index("This site") < page.index("Wrong 1.")
    assert '<h2><a href="/guides/lighthouse-keeper/">Lighthouse Keeper</a></h2>' in page
    assert "November 2, 2026" in page
    unpublish(role)
    assert "<h2>Lighthouse Keeper</h2>" in html(client, "/corrections/")


def test_corrections_are_shown_in_pages(client):
    for number in range(1, 26):
        make_correction(number)
    first = html(client, "/corrections/")
    assert "Wrong 6." in first
    assert "Wrong 5." not in first
    assert "Wrong 5." in html(client, "/corrections/?page=2")
    assert "Wrong 5." in html(client, "/corrections/?page=99")
    assert "Wrong 25." in html(client, "/corrections/?page=x")


def test_a_guide_links_to_its_corrections_alone(client):
    role = make_live()
    assert "/corrections/?guide" not in html(client, "/guides/lighthouse-keeper/changes/")
    make_correction(1)
    make_correction(2, role=role, title="Lighthouse Keeper")
    changes = html(client, "/guides/lighthouse-keeper/changes/")
    assert '<a href="/corrections/?guide=lighthouse-keeper">1 correction</a>' in changes
    page = html(client, "/corrections/?guide=lighthouse-keeper")
    assert "Wrong 2." in page
    assert "Wrong 1." not in page


@pytest.mark.parametrize("slug", ["nobody", "%00", "%FF", "a" * 5000, "<b>"])
def test_an_unknown_guide_in_the_link_is_said_to_be_unknown(client, slug):
    make_correction(1)
    page = html(client, f"/corrections/?guide={slug}")
    assert "No guide has the name in this link" in page
    assert "Wrong 1." in page


def test_the_log_costs_the_same_queries_however_long_it_is(client, django_assert_max_num_queries):
    role = make_live()
    for number in range(1, 26):
        make_correction(number, role=role, title="Lighthouse Keeper")
    with django_assert_max_num_queries(5):
        client.get("/corrections/?guide=lighthouse-keeper")


def test_publishers_record_corrections_under_the_title_that_readers_know(admin_client):
    role = make_live()
    Role.objects.filter(pk=role.pk).update(title="Keeper of Lights")
    form = {"date": "2026-11-28", "role": role.pk, "title": "", "wrong": "Oil.", "right": "Gas."}
    assert admin_client.post("/admin/guides/correction/add/", form).status_code == 302
    assert Correction.objects.get().title == "Lighthouse Keeper"
