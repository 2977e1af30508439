"""Official figures in the admin: releases and occupations, and which release the site shows."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import reverse

from guides.models import Role
from guides.official.models import Release
from tests.builders import make_editor
from tests.official.occupations import CLERK, Table, load_occupations, make_release, make_wages_release

pytestmark = pytest.mark.django_db

PAGES = {
    "releases": lambda: reverse("admin:official_release_changelist"),
    "a release": lambda: reverse("admin:official_release_change", args=(Release.objects.current().first().pk,)),
    "occupations": lambda: reverse("admin:official_occupation_changelist") + "?q=harbor",
    "an occupation": lambda: reverse("admin:official_occupation_change", args=(CLERK,)),
}


@pytest.fixture
def releases():
    """The older and the current release of pay, of which the current one has a file."""
    old, new = make_wages_release(2024), make_wages_release(2025, current=True)
    new.files.create(name="national_M2025_dl.xlsx", sha256="0" * 64, rows=1234)
    return old, new


def show(release):
    return reverse("admin:official_release_show", args=(release.pk,))


def shown():
    return Release.objects.current().get(table=Table.NATIONAL_WAGES)


@pytest.mark.parametrize("place", PAGES)
def test_editors_see_official_figures_and_change_none(client, place):
    load_occupations()
    client.force_login(make_editor(may_publish=False))
    address = PAGES[place]()
    html = client.get(address).content.decode()
    assert "Show on the site" not in html
    assert 'name="_save"' not in html
    assert "Harbor Clerks" in html or "release" in place
    client.post(address, {"title": "Changed", "name": "Changed"})
    assert not Release.objects.filter(name="Changed").exists()


@pytest.mark.parametrize("place", PAGES)
def test_staff_who_may_not_see_guides_see_no_figures(client, place):
    load_occupations()
    client.force_login(get_user_model().objects.create(username="other", is_staff=True))
    assert client.get(PAGES[place]()).status_code == 403
    assert "Official figures" not in client.get("/admin/").content.decode()


def test_the_list_of_releases_says_what_they_are_from(editor_client, releases):
    html = editor_client.get(PAGES["releases"]()).content.decode()
    for words in ("May 2024", "May 2025", "1,234", "national_M2025_dl.xlsx", show(releases[0])):
        assert words in html
    assert show(releases[1]) not in html


@pytest.mark.parametrize("number", [1, 20])
def test_the_list_of_releases_costs_the_same_few_queries(editor_client, django_assert_max_num_queries, number):
    for year in range(number):
        make_release(Table.SKILLS, str(year), current=False).files.create(name="Skills.txt", sha256="0" * 64, rows=1)
    with django_assert_max_num_queries(8):
        editor_client.get(PAGES["releases"]())


def test_a_publisher_is_asked_before_another_release_is_shown(editor_client, releases):
    html = editor_client.get(show(releases[0])).content.decode()
    assert "will show May 2024 instead of May 2025. May 2024 is the older release." in html
    assert "1,234" in html
    assert shown() == releases[1]


def test_a_publisher_shows_an_older_release_and_goes_back(editor_client, releases):
    for release, words in zip(releases, ("May 2025", "May 2024"), strict=True):
        answer = editor_client.post(show(release), follow=True)
        assert f"The site now shows Pay in the nation, {release.name} instead of {words}." in answer.content.decode()
        assert shown() == release
        entry = LogEntry.objects.first()
        assert (entry.object_id, entry.change_message) == (str(release.pk), f"Shown on the site instead of {words}.")


def test_the_first_release_of_a_table_can_be_shown(editor_client):
    release = make_release(Table.SKILLS, current=False)
    assert "the site shows no release yet" in editor_client.get(show(release)).content.decode()
    editor_client.post(show(release))
    assert LogEntry.objects.get().change_message == "Shown on the site."
    assert Release.objects.current().get() == release


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_release_that_is_shown_already_is_not_shown_again(editor_client, releases, method):
    answer = getattr(editor_client, method)(show(releases[1]), follow=True)
    assert "The site already shows Pay in the nation, May 2025." in answer.content.decode()
    assert not LogEntry.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_only_publishers_show_a_release(client, releases, method):
    client.force_login(make_editor(may_publish=False))
    assert getattr(client, method)(show(releases[0])).status_code == 403
    assert shown() == releases[1]


@pytest.mark.parametrize("key", [0, 10**30])
def test_a_release_that_does_not_exist_is_not_found(editor_client, key):
    assert editor_client.get(f"/admin/official/release/{key}/show/").status_code == 404


def start(code=CLERK):
    return reverse("admin:official_occupation_start", args=(code,))


def test_an_editor_starts_a_guide_from_an_occupation_with_one_click(editor_client):
    load_occupations()
    page = editor_client.get(PAGES["an occupation"]()).content.decode()
    assert f'action="{start()}"' in page
    assert 'value="Harbor Clerks"' in page
    response = editor_client.post(start(), {"title": "Harbor Clerk"}, follow=True)
    role = Role.objects.get(title="Harbor Clerk")
    assert response.redirect_chain[-1][0] == reverse("admin:guides_role_change", args=(role.pk,))
    assert "Started “Harbor Clerk” as a draft." in response.content.decode()
    assert role.revisions.get().created_by.username == "ed"


def test_a_guide_that_is_already_there_is_not_started_again(editor_client):
    load_occupations()
    editor_client.post(start(), {"title": "Harbor Clerk"})
    response = editor_client.post(start(), {"title": "Harbor Clerk"}, follow=True)
    assert "“Harbor Clerk” already has the address “harbor-clerk”" in response.content.decode()
    assert Role.objects.get(title="Harbor Clerk").revisions.count() == 1


@pytest.mark.parametrize("title", ["", "x" * 201, "\x00", "B" + "\u0323" * 40])
def test_an_odd_title_starts_a_guide_or_is_refused_in_words(editor_client, title):
    load_occupations()
    assert editor_client.post(start(), {"title": title}, follow=True).status_code == 200


def test_people_who_may_not_add_guides_start_none(client):
    load_occupations()
    reader = get_user_model().objects.create(username="reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_role"))
    client.force_login(reader)
    assert "Start a guide" not in client.get(PAGES["an occupation"]()).content.decode()
    assert client.post(start()).status_code == 403
    assert not Role.objects.filter(title="Harbor Clerks").exists()


def test_starting_a_guide_takes_a_post(editor_client):
    load_occupations()
    assert editor_client.get(start()).status_code == 405
