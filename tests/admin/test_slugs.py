"""Addresses that the admin makes from names."""

import pytest
from django.urls import reverse

from guides.models import Role, Skill
from tests.admin.forms import change_url, form_data, stored
from tests.builders import make_role

pytestmark = pytest.mark.django_db


def add_role(client, **fields):
    url = reverse("admin:guides_role_add")
    return client.post(url, form_data(client, url, summary="Sails.", **fields))


def add_skill(client, name: str, slug: str = ""):
    data = {"name": name, "slug": slug, "aliases-TOTAL_FORMS": "0", "aliases-INITIAL_FORMS": "0"}
    return client.post(reverse("admin:guides_skill_add"), data)


def test_a_new_role_without_a_slug_gets_one_from_its_title(editor_client):
    for title in ("C Sailor", "C++ Sailor", "日本語教師 Sailor"):
        add_role(editor_client, title=title, slug="")
    assert set(Role.objects.values_list("slug", flat=True)) == {
        "c-sailor",
        "c-plus-plus-sailor",
        "ribenyujiaoshi-sailor",
    }


def test_a_slug_that_was_typed_stays(editor_client):
    add_role(editor_client, title="C++ Sailor", slug="sailor")
    assert Role.objects.get().slug == "sailor"


def test_a_slug_from_a_title_that_is_taken_is_an_error_at_the_slug(editor_client):
    make_role(title="C++ Sailor", slug="c-plus-plus-sailor", related=())
    page = add_role(editor_client, title="C++ sailor", slug="")
    assert list(page.context["adminform"].form.errors) == ["slug"]


def test_a_missing_title_is_reported_at_the_title_alone(editor_client):
    page = add_role(editor_client, title="", slug="")
    assert set(page.context["adminform"].form.errors) == {"title"}


def test_a_changed_title_leaves_the_slug_alone(editor_client):
    role = make_role()
    editor_client.post(change_url(role), form_data(editor_client, change_url(role), title="R&D Keeper"))
    assert (stored(role).title, stored(role).slug) == ("R&D Keeper", "lighthouse-keeper")


def test_a_new_skill_without_a_slug_gets_a_free_one_from_its_name(editor_client):
    for name in ("C", "C!", "C#"):
        add_skill(editor_client, name)
    assert dict(Skill.objects.values_list("name", "slug")) == {"C": "c", "C!": "c-2", "C#": "c-sharp"}


def test_a_skill_keeps_its_slug_if_the_field_is_emptied(editor_client):
    add_skill(editor_client, "C++", "cpp")
    url = reverse("admin:guides_skill_change", args=(Skill.objects.get().pk,))
    editor_client.post(url, form_data(editor_client, url, slug=""))
    assert Skill.objects.get().slug == "cpp"
