"""Job searches and corrections in the admin: publishers edit them, editors see them."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from guides.models import Correction, JobSearch
from tests.builders import make_live

pytestmark = pytest.mark.django_db

SEARCH = {"label": "Harbor Jobs", "address": "https://example.org/?q={title}", "kind": "jobs", "position": "1"}
CORRECTION = {"date": "2026-11-25", "wrong": "Lamps burn oil.", "right": "Lamps burn gas."}


def member_of(client, group):
    user = get_user_model().objects.create(username="member", is_staff=True)
    user.groups.set([Group.objects.get(name=group)])
    client.force_login(user)
    return client


def add(client, model, **data):
    return client.post(reverse(f"admin:guides_{model}_add"), data)


def test_a_publisher_adds_a_search_with_a_country_by_name(client):
    member_of(client, "Publisher")
    assert add(client, "jobsearch", **SEARCH, country="Ireland", is_shown="on").status_code == 302
    assert JobSearch.objects.get().country == "IE"


@pytest.mark.parametrize("wrong", [{"address": "http://example.org/?q={title}"}, {"country": "Atlantis"}])
def test_a_search_that_is_wrong_is_shown_again(client, wrong):
    member_of(client, "Publisher")
    answer = add(client, "jobsearch", **{**SEARCH, **wrong})
    assert (answer.status_code, JobSearch.objects.count()) == (200, 0)
    assert b"errorlist" in answer.content


def test_a_correction_keeps_the_title_under_which_readers_know_the_guide(client):
    role = make_live()
    member_of(client, "Publisher")
    assert add(client, "correction", **CORRECTION, role=role.pk, title="").status_code == 302
    correction = Correction.objects.get()
    assert (correction.role, correction.title) == (role, "Lighthouse Keeper")


@pytest.mark.parametrize(("model", "data"), [("jobsearch", SEARCH), ("correction", CORRECTION)])
def test_an_editor_sees_them_but_adds_none(client, model, data):
    member_of(client, "Editor")
    assert client.get(reverse(f"admin:guides_{model}_changelist")).status_code == 200
    assert add(client, model, **data).status_code == 403
