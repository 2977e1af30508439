"""Addresses that the admin makes from names."""

import pytest
from django.urls import reverse

from guides.models import Role, Skill
from tests.admin.forms import change_url, form_data, stored
from tests.builders import make_live, make_role

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
    for name in ("C++", "C plus plus", "C#"):
        add_skill(editor_client, name)
    assert dict(Skill.objects.values_list("name", "slug")) == {
        "C++": "c-plus-plus",
        "C plus plus": "c-plus-plus-2",
        "C#": "c-sharp",
    }


def test_a_skill_keeps_its_slug_if_the_field_is_emptied(editor_client):
    add_skill(editor_client, "C++", "cpp")
    url = reverse("admin:guides_skill_change", args=(Skill.objects.get().pk,))
    editor_client.post(url, form_data(editor_client, url, slug=""))
    assert Skill.objects.get().slug == "cpp"


def test_an_address_that_another_guide_has_is_refused_with_its_title_and_a_free_one(editor_client):
    pilot = make_role(title="Pilot", slug="pilot", related=())
    make_role(title="Second Pilot", slug="pilot-2", related=())
    page = add_role(editor_client, title="Diver", slug="pilot").content.decode()
    words = f"The address “pilot” belongs to the guide <a href='{change_url(pilot)}'>Pilot</a>. “pilot-3” is free"
    assert page.count(words) == 2  # in the list of errors and at the field


def test_a_former_address_of_another_guide_is_refused_when_saving(editor_client):
    role = make_live(slug="keeper")
    editor_client.post(change_url(role), form_data(editor_client, change_url(role), slug="lighthouse"))
    page = add_role(editor_client, title="Keeper", slug="")
    assert "“keeper” belongs to the guide" in page.context["adminform"].form.errors["slug"][0]
    assert Role.objects.filter(slug="keeper").count() == 0


def test_an_address_that_a_guide_already_has_is_never_refused(editor_client):
    role = make_role(related=())
    make_live(title="Diver", slug="diver", related=()).published_slugs.update(slug="lighthouse-keeper")
    answer = editor_client.post(change_url(role), form_data(editor_client, change_url(role), summary="New."))
    assert answer.status_code == 302


@pytest.mark.parametrize(("title", "other"), [("C++ Sailor (2.0)", "c++ SAILOR (2.0)"), ("Éclusier", "éclusier")])
def test_a_title_that_another_guide_has_is_saved_with_a_warning(editor_client, title, other):
    pilot = make_role(title=other, slug="another", related=())
    answer = add_role(editor_client, title=title, slug="")
    messages = [str(message) for message in editor_client.get(answer["Location"]).context["messages"]]
    assert f"The guide <a href='{change_url(pilot)}'>{other}</a> has the same title." in " ".join(messages)


def test_a_title_of_its_own_is_saved_without_a_warning(editor_client):
    make_role(title="Sailor II", slug="sailor-ii", related=())
    answer = add_role(editor_client, title="Sailor.II", slug="")
    assert "same title" not in editor_client.get(answer["Location"]).content.decode()
