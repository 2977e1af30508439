"""The state of the site: which changes it knows of, and what it costs to ask."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from guides.editing.deletion import delete_role
from guides.editing.job_descriptions import set_removed
from guides.editing.publishing import publish, unpublish
from guides.editing.vocabulary import merge_skills
from guides.editing.withdrawals import withdraw
from guides.models import Correction, JobDescription, JobSearch, Revision, Role, Skill
from guides.models.state import number_of, value_of
from guides.official.models import Release
from guides.official.releases import activate
from guides.web import site_state
from tests.builders import make_live, make_role
from tests.official.files import wage_row, wages_file
from tests.official.occupations import make_release

pytestmark = pytest.mark.django_db

# A change that a source alone tells, by the name of the source.
CHANGES = {
    "publications": lambda: unpublish(Role.objects.get(slug="lighthouse-keeper")),
    "deletions": lambda: delete_role(Role.objects.get(slug="lighthouse-keeper")),
    "withdrawals": lambda: withdraw(Revision.objects.get(role__slug="lighthouse-keeper"), reason="Wrong."),
    "skills": lambda: merge_skills(Skill.objects.first(), [Skill.objects.last()]),
    "job descriptions": lambda: set_removed(JobDescription.objects.all()),
    "job searches": lambda: JobSearch.objects.create(label="Harbor Jobs", address="https://example.org/?q={title}"),
    "corrections": lambda: Correction.objects.create(wrong="Lamps burn oil.", right="They burn gas."),
    "official figures": lambda: activate(make_release(Release.Table.SKILLS)),
}


@pytest.mark.parametrize("source", site_state.SOURCES)
def test_each_source_tells_its_change_and_when_it_was(source, monkeypatch):
    make_live()
    monkeypatch.setattr(site_state, "SOURCES", {source: site_state.SOURCES[source]})
    before, began = site_state.site_state(), timezone.now()
    CHANGES[source]()
    after = site_state.site_state()
    assert after.name != before.name
    assert after.changed_at >= began


def pages(client):
    addresses = ("/", reverse("occupation_list"), reverse("search") + "?q=harbor", reverse("guide_list"))
    return {address: client.get(address)["ETag"] for address in addresses}


@pytest.mark.parametrize("is_newer", [True, False])
def test_every_public_page_changes_when_another_release_is_shown(client, is_newer):
    old, new = (make_release(Release.Table.SKILLS, f"{number}.0", current=False) for number in (1, 2))
    activate(old if is_newer else new)
    before = pages(client)
    activate(new if is_newer else old)
    assert all(before[address] != etag for address, etag in pages(client).items())
    assert client.get("/", headers={"If-None-Match": before["/"]}).status_code == 200


@pytest.mark.parametrize("is_current", [True, False])
def test_every_public_page_changes_when_a_file_is_imported_into_a_release(client, tmp_path, is_current):
    release = make_release(Release.Table.NATIONAL_WAGES, "May 2025", position=202505, current=False)
    other = make_release(Release.Table.NATIONAL_WAGES, "May 2026", position=202605, current=False)
    activate(release if is_current else other)
    before = pages(client)
    call_command("import_oews", wages_file(tmp_path / "national_M2025_dl.xlsx", wage_row()), "--smaller", verbosity=0)
    assert release.files.count() == 1
    assert all(before[address] != etag for address, etag in pages(client).items())


def test_a_source_counts_once_it_is_named(monkeypatch):
    titles = {"newest": value_of(Role.objects.order_by("-pk"), "title"), "roles": number_of(Role.objects.all())}
    monkeypatch.setitem(site_state.SOURCES, "titles", lambda at: titles)
    before = site_state.site_state()
    make_role()
    assert site_state.site_state().name != before.name


def test_the_state_costs_one_query_with_and_without_guides(django_assert_num_queries):
    for _ in range(2):
        with django_assert_num_queries(1):
            site_state.site_state()
        make_live()


def test_the_state_without_a_change_is_that_of_the_release():
    state, release = site_state.site_state(), site_state.current_release()
    assert state.changed_at == release.changed_at


def test_a_scheduled_revision_changes_the_state_when_it_begins_and_when_it_ends():
    role = make_role()
    start = timezone.now() + timedelta(hours=1)
    publish(role.revisions.latest(), at=start)
    unpublish(role, at=start + timedelta(hours=1))
    states = [site_state.site_state(start + timedelta(minutes=m)).name for m in (-40, -1, 0, 30, 59, 60, 90)]
    assert states[0] == states[1]
    assert states[2] == states[3] == states[4]
    assert states[5] == states[6]
    assert len(set(states)) == 3


def test_a_release_is_known_by_its_files(settings, tmp_path):
    for folder in site_state.RELEASED:
        (tmp_path / folder).mkdir()
    page = tmp_path / "templates" / "page.html"
    page.write_text("old")
    settings.BASE_DIR = tmp_path
    names = set()
    for words in ("old", "new"):
        page.write_text(words)
        names.add(site_state.current_release.__wrapped__().name)
    assert len(names) == 2
