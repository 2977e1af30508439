"""Deleting in the admin is offered where it works; elsewhere the page says why it is not."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from guides.editing.saving import set_owner
from guides.models import Industry, Picture, Skill
from tests.admin_pages import make_boss
from tests.builders import make_live, make_picture, make_role
from tests.pictures import stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss(client, media):
    client.force_login(make_boss())
    return client


def owner():
    account = get_user_model().objects.create(username="owner")
    set_owner(make_role(title="Pilot", slug="pilot"), account)
    return account


def led_picture():
    picture = make_picture()
    make_live(title="Pilot", slug="pilot", summary=picture.markdown)
    return picture


IN_USE = {
    "skill": lambda: make_live().skills.all()[0].skill,
    "industry": lambda: make_live().industries.all()[0].industry,
    "picture": led_picture,
    "user": owner,
}
UNUSED = {
    "skill": lambda: Skill.objects.create(name="Unused", slug="unused"),
    "industry": lambda: Industry.objects.create(name="Unused"),
    "picture": make_picture,
    "user": lambda: get_user_model().objects.create(username="unused"),
}


def address(row, name) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{name}", args=(row.pk,))


def delete_selected(client, rows):
    changelist = reverse(f"admin:{rows[0]._meta.app_label}_{rows[0]._meta.model_name}_changelist")
    data = {"action": "delete_selected", "_selected_action": [row.pk for row in rows], "post": "yes"}
    return client.post(changelist, data, follow=True)


@pytest.mark.parametrize("make", IN_USE.values(), ids=IN_USE)
def test_what_is_in_use_has_no_delete_button_but_a_reason(boss, make):
    row = make()
    page = boss.get(address(row, "change")).content
    assert (b"deletelink" in page, b"can&#x27;t be deleted" in page) == (False, True)
    refused = boss.post(address(row, "delete"), {"post": "yes"})
    assert (refused.status_code, b"can&#x27;t be deleted" in refused.content) == (403, True)
    assert type(row).objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("make", UNUSED.values(), ids=UNUSED)
def test_what_nothing_uses_can_be_deleted(boss, make):
    row = make()
    assert b"deletelink" in boss.get(address(row, "change")).content
    boss.post(address(row, "delete"), {"post": "yes"})
    assert not type(row).objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("name", IN_USE)
def test_deleting_a_selection_leaves_what_is_in_use_and_names_it(boss, name):
    used, unused = IN_USE[name](), UNUSED[name]()
    answer = delete_selected(boss, [used, unused])
    assert f"Not deleted: “{used}”" in answer.content.decode()
    assert list(type(used).objects.filter(pk__in=(used.pk, unused.pk))) == [used]


def test_pictures_deleted_as_a_selection_leave_no_files(boss, media, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        delete_selected(boss, [make_picture(), make_picture()])
    assert (stored(media), Picture.objects.count()) == ([], 0)
