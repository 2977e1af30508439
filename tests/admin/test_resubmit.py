"""A form that cannot be accepted, because its login expired or its guide was deleted: nothing typed is lost."""

import re

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, reverse

from guides.admin.resubmit import NOT_KEPT
from guides.editing.deletion import delete_role, restore_role
from guides.editing.rows import read_document
from tests.admin.forms import change_url, form_data, stored
from tests.admin_pages import make_boss
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


def addresses_of_the_admin(patterns=None):
    """Name and address of everything in the admin, each for the row with the key 1."""
    for pattern in patterns or admin.site.urls[0]:
        if isinstance(pattern, URLResolver):
            yield from addresses_of_the_admin(pattern.url_patterns)
        elif pattern.name:
            values = {key: "guides" if key == "app_label" else 1 for key in pattern.pattern.regex.groupindex}
            yield pattern.name, reverse(f"admin:{pattern.name}", kwargs=values)


def test_every_form_of_the_admin_is_kept_but_those_of_logins_and_passwords(client):
    addresses = dict(addresses_of_the_admin())
    assert len(addresses) > 60
    data = {"words": "Mine", "_selected_action": ["1", "2"], "password1": "a keeper of the light"}
    lost = {name for name, address in addresses.items() if client.post(address, data).status_code != 403}
    assert lost == NOT_KEPT
    for name in addresses.keys() - lost:
        answer = client.post(addresses[name], data)
        assert kept(answer) == {"words": ["Mine"], "_selected_action": ["1", "2"]}, name
        assert b"a keeper of the light" not in answer.content


LIST = "/admin/guides/role/"


def page(name, role) -> str:
    return reverse(f"admin:guides_role_{name}", args=(role.pk,))


def preview_form(client, role):
    return change_url(role), form_data(client, change_url(role), _preview="Preview")


def publish_form(client, role):
    return page("publication", role), {"action": "publish", "revision": role.revisions.get().pk}


SENT_AGAIN = {
    "save and preview": preview_form,
    "publish": publish_form,
    "delete": lambda client, role: (page("delete", role), {"post": "yes"}),
    "selection": lambda client, role: (LIST, {"action": "mark_checked", "_selected_action": [role.pk]}),
    "industry": lambda client, role: ("/admin/guides/industry/add/?_changelist_filters=q%3Dx", {"name": "New"}),
    "account": lambda client, role: ("/admin/auth/user/add/", {"username": "new", "usable_password": "false"}),
}


def where(answer) -> str:
    """Where an answer leads, whatever key a new row got."""
    assert answer.status_code == 302
    return re.sub("[0-9]+", "N", answer["Location"])


def logged_in(client, boss):
    client.force_login(boss)
    return client


@pytest.mark.parametrize("form", SENT_AGAIN.values(), ids=SENT_AGAIN)
def test_a_form_that_is_sent_again_ends_where_the_first_one_would_have(client, form):
    boss = make_boss()
    url, data = form(logged_in(client, boss), make_role())
    with transaction.atomic():
        expected = client.post(url, data)
        transaction.set_rollback(True)
    client.logout()
    again = kept(client.post(url, data))
    assert where(logged_in(client, boss).post(url, again)) == where(expected)


@pytest.mark.parametrize(
    ("url", "field", "names"),
    [("/admin/guides/picture/add/", "image", ["a.jpg"]), ("/admin/guides/upload/add/", "files", ["a.txt", "b.txt"])],
)
def test_files_are_asked_for_again_beside_what_was_typed(client, url, field, names):
    files = [SimpleUploadedFile(name, b"x") for name in names]
    answer = client.post(url, {field: files, "alt": "A beacon"})
    assert kept(answer) == {"alt": ["A beacon"]}
    page = answer.content.decode()
    assert f'name="{field}"{" multiple" if len(names) > 1 else ""} required' in page
    assert f"again: {', '.join(names)}" in page


def test_a_form_with_ten_thousand_fields_is_kept_and_can_be_sent_again(client):
    data = {f"faqs-{number}-answer": f"Answer {number}\r\n" for number in range(9_999)}
    again = kept(client.post("/admin/guides/role/add/", data))
    assert {name: value for name, (value,) in again.items()} == data
    assert kept(client.post("/admin/guides/role/add/", {**again, "csrfmiddlewaretoken": "x"})) == again


def test_the_page_runs_no_query_for_a_user_without_a_session(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        kept(client.post("/admin/guides/role/add/", {"title": "Mine"}))


def test_a_reader_with_an_account_is_told_to_log_in_as_an_editor(client, django_user_model):
    client.force_login(django_user_model.objects.create(username="reader"))
    assert b"Log in as an editor" in client.post("/admin/guides/role/add/", {"title": "Mine"}).content


def test_the_services_of_the_editor_say_beside_the_text_that_the_login_ended(client):
    preview = client.post("/editor/preview/", {"content": "x"})
    upload = client.post("/editor/upload/", {"alt": "x"})
    assert (preview.status_code, b'role="alert">Your login expired.' in preview.content) == (403, True)
    assert (upload.status_code, upload.json()["error"].startswith("Your login expired.")) == (403, True)


@pytest.mark.parametrize("service", ["/editor/preview/", "/editor/upload/"])
def test_the_services_of_the_editor_say_that_the_login_has_changed(service):
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_editor())
    answer = client.post(service, {"csrfmiddlewaretoken": "x" * 64}, headers=ORIGIN)
    assert (answer.status_code, b"Your login has changed." in answer.content) == (403, True)
