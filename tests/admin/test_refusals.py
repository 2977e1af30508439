"""What the admin refuses looks like the admin and says why; readers get their own page."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from guides.editing.deletion import delete_role
from tests.admin.forms import change_url
from tests.admin_pages import make_boss
from tests.builders import make_editor, make_live, make_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(client):
    """The session of an editor who may not publish."""
    client.force_login(make_editor(may_publish=False))
    return client


def reason(answer) -> str:
    assert (answer.status_code, b'id="user-tools"' in answer.content) == (403, True)
    return answer.context["why"]


def test_a_page_of_the_admin_names_the_missing_permission_and_who_can_help(writer):
    make_boss()
    answer = writer.get(reverse("admin:auth_user_changelist"))
    assert reason(answer) == "Your account doesn't have the permission to view users."
    assert b"ask an administrator: boss." in answer.content


def test_publishing_without_the_permission_says_that_only_publishers_can(writer):
    role = make_live()
    for answer in (
        writer.post(reverse("admin:guides_role_publication", args=(role.pk,)), {"action": "unpublish"}),
        writer.get(reverse("admin:guides_role_delete", args=(role.pk,))),
    ):
        assert reason(answer).startswith("Only publishers can")


def test_a_deleted_guide_says_that_it_is_deleted(writer):
    role = make_role()
    delete_role(role)
    answer = writer.post(reverse("admin:guides_role_revert", args=(role.pk, 1)))
    assert reason(answer) == "“Lighthouse Keeper” is deleted. Restore it first."


def test_what_nobody_can_change_says_so(writer):
    revision = make_role().revisions.get()
    answer = writer.post(reverse("admin:guides_revision_change", args=(revision.pk,)))
    assert reason(answer) == "This revision can't be changed."


def test_a_form_of_another_site_is_refused_in_the_admin():
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_editor())
    assert "sent by another site" in reason(client.post(change_url(make_role()), {"title": "Forged"}))


def test_a_page_for_editors_outside_the_admin_keeps_the_plain_refusal(client):
    client.force_login(get_user_model().objects.create(username="reader"))
    answer = client.get(reverse("lead_picture", args=(1,)))
    assert (answer.status_code, b"Your account may not do this." in answer.content) == (403, True)
