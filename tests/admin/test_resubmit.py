"""A form that cannot be accepted, because its login expired or its guide was deleted: nothing typed is lost."""

import pytest
from django.test import Client
from django.urls import reverse

from guides.editing.deletion import delete_role, restore_role
from guides.editing.rows import read_document
from tests.admin.forms import change_url, form_data, stored
from tests.builders import make_editor, make_role

pytestmark = pytest.mark.django_db
HOSTILE = "Mine <script>alert(1)</script>\n\n</textarea> 🧭 שלום"
ORIGIN = {"Origin": "http://testserver"}


def kept(answer) -> dict[str, list[str]]:
    """What the page would send again."""
    assert answer.status_code == 403
    data: dict[str, list[str]] = {}
    for name, value in answer.context["fields"]:
        data.setdefault(name, []).append(value)
    return data


@pytest.mark.parametrize("name", ["add", "change"])
def test_a_form_that_comes_after_its_login_is_kept_and_can_be_sent_again(editor_client, name):
    role = make_role()
    url = change_url(role) if name == "change" else reverse("admin:guides_role_add")
    data = form_data(editor_client, url, title="Diver", slug="diver", summary=HOSTILE)
    editor_client.logout()
    answer = editor_client.post(url, data)
    again = kept(answer)
    assert {field: values[0] for field, values in again.items()} == data
    assert b"<script>alert" not in answer.content
    assert b"</textarea> " not in answer.content
    editor_client.force_login(type(role).owner.field.related_model.objects.get(username="ed"))
    assert editor_client.post(url, again).status_code == 302
    assert type(role).objects.get(slug="diver").summary == HOSTILE


def test_a_form_without_the_second_factor_is_kept(editor_client, settings):
    settings.TWO_FACTOR = True
    assert kept(editor_client.post(reverse("admin:guides_role_add"), {"summary": "Mine"})) == {"summary": ["Mine"]}


def test_a_form_with_the_token_of_an_earlier_login_is_kept():
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_editor())
    data = {"summary": "Mine", "csrfmiddlewaretoken": "x" * 64}
    assert kept(client.post(change_url(make_role()), data, headers=ORIGIN)) == {"summary": ["Mine"]}


@pytest.mark.parametrize("origin", [{}, {"Origin": "https://elsewhere.example"}, {"Origin": "null"}])
def test_a_form_of_another_site_is_refused_and_not_shown(origin):
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_editor())
    answer = client.post(change_url(make_role()), {"summary": "Forged"}, headers=origin)
    assert answer.status_code == 403
    assert b"Please send it again" in answer.content
    assert b"Forged" not in answer.content


def test_what_was_typed_about_a_guide_that_was_deleted_meanwhile_is_saved_once_it_is_back(editor_client):
    role = make_role()
    data = form_data(editor_client, change_url(role), summary="Mine.")
    delete_role(role)
    again = kept(editor_client.post(change_url(role), data))
    restore_role(role)
    assert editor_client.post(change_url(role), again).status_code == 302
    assert read_document(stored(role)).summary == "Mine."


def test_a_choice_between_versions_of_a_deleted_guide_is_kept(editor_client):
    role = make_role()
    delete_role(role)
    url = reverse("admin:guides_role_resolve", args=(role.pk,))
    assert kept(editor_client.post(url, {"yours": "{}"})) == {"yours": ["{}"]}


def test_who_may_not_change_guides_gets_nothing_held(client, django_user_model):
    role = make_role()
    delete_role(role)
    client.force_login(django_user_model.objects.create(username="reader", is_staff=True))
    assert client.post(change_url(role), {"summary": "x"}).context.get("fields") is None
