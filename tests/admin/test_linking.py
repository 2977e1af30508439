"""Linking guides to official occupations in the admin."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from guides.document.shape import Details, OccupationLink, SalaryLevel
from guides.editing.rows import read_document
from guides.models import LiveInterval, Role
from tests.admin.forms import change_url, form_data
from tests.builders import make_role
from tests.official.occupations import CLERK, TEACHER, load_occupations

pytestmark = pytest.mark.django_db

LIST = reverse("admin:guides_role_changelist")


@pytest.fixture
def official():
    return load_occupations()


def make_clerk(**more):
    return make_role(title="Dockside Clerk", slug="dockside-clerk", related=(), details=Details(), **more)


def occupations_of(role):
    return [(link.code, link.level) for link in read_document(Role.objects.get(pk=role.pk)).details.occupations]


def test_a_guide_without_a_main_occupation_is_offered_some_with_match_score_and_pay(editor_client, official):
    page = " ".join(editor_client.get(change_url(make_clerk())).content.decode().split())
    assert "43-4051.00 Harbor Clerks</strong>: exact title, “Dockside Clerk”" in page
    assert "median pay $42,000 a year" in page
    assert f'name="_link" value="{CLERK}"' in page


def test_a_suggested_occupation_is_linked_with_what_was_typed(editor_client, official):
    role = make_clerk()
    data = form_data(editor_client, change_url(role)) | {"summary": "Typed just now.", "_link": CLERK}
    response = editor_client.post(change_url(role), data)
    assert response.url == change_url(role)
    assert occupations_of(role) == [(CLERK, "")]
    assert Role.objects.get(pk=role.pk).summary == "Typed just now."
    assert "Save and link" not in editor_client.get(change_url(role)).content.decode()
    assert not LiveInterval.objects.exists()


@pytest.mark.parametrize("code", ["nonsense", "43-4051", "x" * 500])
def test_a_code_that_is_none_is_refused_and_nothing_typed_is_lost(editor_client, official, code):
    role = make_clerk()
    data = form_data(editor_client, change_url(role)) | {"summary": "Typed just now.", "_link": code}
    page = editor_client.post(change_url(role), data).content.decode()
    assert "O*NET code such as 43-4051.00" in page
    assert "Typed just now." in page
    assert occupations_of(role) == []


def linked_row(client, role, code):
    rows = {"occupations-TOTAL_FORMS": "1", "occupations-0-code": code, "occupations-0-place": "1"}
    return client.post(change_url(role), form_data(client, change_url(role)) | rows)


def test_a_typed_soc_code_is_the_whole_occupation(editor_client, official):
    role = make_clerk()
    linked_row(editor_client, role, "43-4051")
    assert occupations_of(role) == [(CLERK, "")]


def test_a_typed_code_that_no_occupation_has_is_told_at_its_field(editor_client, official):
    role = make_clerk()
    assert (
        "Expected the code of an O*NET occupation, found “99-9999.00”."
        in linked_row(editor_client, role, "99-9999.00").content.decode()
    )
    assert occupations_of(role) == []


def test_a_guide_whose_occupation_is_gone_from_the_figures_can_still_be_edited(editor_client, official):
    gone = Details(occupations=(OccupationLink(code="99-9999.00"),))
    role = make_role(title="Clerk", slug="clerk", related=(), details=gone)
    data = form_data(editor_client, change_url(role)) | {"summary": "Typed just now."}
    assert editor_client.post(change_url(role), data).status_code == 302
    assert Role.objects.get(pk=role.pk).summary == "Typed just now."
    assert occupations_of(role) == [("99-9999.00", "")]


def test_a_row_is_headed_by_the_title_of_its_occupation(editor_client, official):
    role = make_clerk()
    linked_row(editor_client, role, CLERK)
    assert f"{CLERK} Harbor Clerks" in editor_client.get(change_url(role)).content.decode()


@pytest.mark.parametrize("code", ["99-9999.00", "nonsense", "43-4051.00\0"])
def test_a_row_with_a_code_that_is_none_is_shown_again(editor_client, official, code):
    assert linked_row(editor_client, make_clerk(), code).status_code == 200


def test_somebody_who_may_only_look_is_offered_no_occupation(client, official, django_user_model):
    viewer = django_user_model.objects.create_user("viewer", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_role"))
    client.force_login(viewer)
    page = client.get(change_url(make_clerk())).content.decode()
    assert "Dockside Clerk" in page
    assert 'name="_link"' not in page


def test_the_list_finds_guides_without_a_main_occupation(editor_client, official):
    make_clerk()
    linked = Details(occupations=(OccupationLink(code=CLERK),))
    make_role(title="Linked", slug="linked", details=linked, related=())
    of_level = Details(occupations=(OccupationLink(code=CLERK, level="Senior"),))
    levels = (SalaryLevel(title="Senior", median=50_000),)
    make_role(title="Level alone", slug="level", details=of_level, salary_levels=levels, career_path=(), related=())
    response = editor_client.get(LIST, {"missing": "official occupation"})
    assert {role.title for role in response.context_data["cl"].result_list} == {"Dockside Clerk", "Level alone"}


def ask(client, *roles, **more):
    data = {"action": "link_occupations", "_selected_action": [role.pk for role in roles], **more}
    return client.post(LIST, data, follow=True)


def test_many_guides_are_linked_at_once_with_a_revision_each(editor_client, official):
    clerk, coach = make_clerk(), make_role(title="Pier Agent Coach", slug="coach", details=Details(), related=())
    page = ask(editor_client, clerk, coach).content.decode()
    assert f'name="occupation_{clerk.pk}" value="{CLERK}" checked' in page
    chosen = {f"occupation_{clerk.pk}": CLERK, f"occupation_{coach.pk}": "", "link": "Link"}
    assert "is now linked to 43-4051.00" in ask(editor_client, clerk, coach, **chosen).content.decode()
    assert (occupations_of(clerk), occupations_of(coach)) == ([(CLERK, "")], [])
    assert clerk.revisions.latest().comment == "Linked to 43-4051.00 Harbor Clerks"


@pytest.mark.parametrize("code", ["99-9999.00", "43-4051", "43-4051.00\0", "x" * 5_000])
def test_linking_with_a_code_that_no_occupation_has_changes_nothing(editor_client, official, code):
    role = make_clerk()
    page = ask(editor_client, role, **{f"occupation_{role.pk}": code, "link": "Link"}).content.decode()
    assert "was not linked" in page
    assert occupations_of(role) == []


def test_guides_that_are_linked_already_are_left_alone(editor_client, official):
    role = make_clerk()
    ask(editor_client, role, **{f"occupation_{role.pk}": TEACHER, "link": "Link"})
    assert "already have a main occupation" in ask(editor_client, role).content.decode()
    assert occupations_of(role) == [(TEACHER, "")]
