"""The list of roles: filters, bulk actions, deletion and restore, and the age of figures."""

from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.admin.models import LogEntry
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from guides.document.shape import Details, Source
from guides.editing.aging import by_age, mark_checked
from guides.editing.deletion import delete_role
from guides.editing.publishing import publish, set_end
from guides.editing.reviews import send_to_review
from guides.models import Revision, Role
from tests.admin.forms import change_url, form_data
from tests.builders import make_editor, make_live, make_role
from tests.official.linked import CHECKED, MEDIAN, linked_document

pytestmark = pytest.mark.django_db

LIST = "/admin/guides/role/"


def make_other(title, **overrides):
    return make_role(title=title, slug=title.lower(), **{"related": (), **overrides})


def dated(*dates):
    return Details(sources=tuple(Source(covers="key_facts", name=f"Board {n}", as_of=d) for n, d in enumerate(dates)))


def listed(client, **filters):
    answer = client.get(LIST, filters)
    assert answer.status_code == 200
    return {role.title for role in answer.context["cl"].result_list}


def bulk(client, action, *roles, **data):
    data = {"action": action, "_selected_action": [role.pk for role in roles], **data}
    return client.post(LIST, data, follow=True)


@pytest.fixture
def writer(client):
    client.force_login(make_editor(may_publish=False))
    return client


def test_the_list_filters_by_state(editor_client):
    live, draft, sent, coming, gone = (make_other(title) for title in ("Live", "Draft", "Sent", "Coming", "Gone"))
    Role.objects.create(title="Planned", slug="planned", import_key="planned")
    publish(live.revisions.get())
    send_to_review(sent)
    publish(coming.revisions.get(), at=timezone.now() + timedelta(hours=1))
    delete_role(gone)
    expected = {
        "live": {"Live"},
        "draft": {"Draft", "Sent", "Coming"},
        "preparation": {"Planned"},
        "review": {"Sent"},
        "scheduled": {"Coming"},
        "deleted": {"Gone"},
        "nonsense": {"Live", "Draft", "Sent", "Coming", "Planned"},
    }
    assert {state: listed(editor_client, state=state) for state in expected} == expected
    assert draft.title in listed(editor_client)


def test_the_list_filters_by_the_age_of_figures(editor_client):
    make_other("Old", details=dated("2015-03", "2024"))
    make_other("Undated", details=Details())
    make_other("New", details=dated(timezone.now().strftime("%Y-%m-%d")))
    mark_checked(make_other("Checked", details=dated("2012")))
    assert listed(editor_client, age="1") == {"Old", "Undated"}
    assert listed(editor_client, age="undated") == {"Undated"}
    assert len(listed(editor_client, age="\0")) == 4


@pytest.mark.parametrize(
    ("missing", "parts"),
    [
        ("summary", {"summary": ""}),
        ("source", {"details": Details()}),
        ("questions", {"faqs": ()}),
        ("career path", {"career_path": ()}),
        ("skills", {"skills": ()}),
        ("pay by level", {"salary_levels": ()}),
    ],
)
def test_the_list_filters_by_what_is_missing(editor_client, missing, parts):
    make_other("Whole")
    make_other("Thin", **parts)
    assert listed(editor_client, missing=missing) == {"Thin"}


def test_the_list_filters_by_owner(editor_client, django_user_model):
    owner = django_user_model.objects.get(username="ed")
    Role.objects.filter(pk=make_other("Mine").pk).update(owner=owner)
    make_other("Free")
    assert listed(editor_client, owner__id__exact=owner.pk) == {"Mine"}
    assert listed(editor_client, owner__isnull="True") == {"Free"}


def test_the_list_costs_the_same_with_two_guides_and_with_twenty(editor_client, django_assert_max_num_queries):
    for number in range(20):
        publish(make_other(f"Role{number}").revisions.get())
    with django_assert_max_num_queries(16):
        editor_client.get(LIST)


# -- many at once --


def test_a_category_is_assigned_to_many(editor_client):
    first, second = make_other("First"), make_other("Second", details=Details(category="Sea"))
    assert b"Assign a category" in bulk(editor_client, "assign_category", first, second).content
    answer = bulk(editor_client, "assign_category", first, second, category="  Sea ").content.decode()
    assert first.revisions.latest().guide.details.category == "Sea"
    assert first.revisions.latest().created_by.username == "ed"
    assert "“Second” is already in that category." in answer


@pytest.mark.parametrize("category", ["x" * 201, "a\0b", "a\ab"], ids=range(3))
def test_an_invalid_category_is_reported(editor_client, category):
    role = make_other("First")
    answer = bulk(editor_client, "assign_category", role, category=category)
    assert b"errorlist" in answer.content
    assert role.revisions.count() == 1


def test_an_open_form_does_not_take_an_assigned_category_back(editor_client):
    role = make_role()
    data = form_data(editor_client, change_url(role), summary="Mine.")
    bulk(editor_client, "assign_category", role, category="Sea")
    editor_client.post(change_url(role), data)
    document = role.revisions.latest().guide
    assert (document.summary, document.details.category) == ("Mine.", "Sea")


def test_figures_are_marked_as_checked_from_the_list(editor_client):
    role = make_role()
    bulk(editor_client, "mark_checked", role)
    role.refresh_from_db()
    assert (role.checked_by.username, role.checked_at.date()) == ("ed", timezone.now().date())
    assert LogEntry.objects.latest("pk").get_change_message() == "Marked its figures as checked."


def test_a_deleted_guide_is_changed_by_no_bulk_action(editor_client):
    role = make_role()
    delete_role(role)
    for action, data in (("publish_selected", {}), ("assign_category", {"category": "Sea"}), ("mark_checked", {})):
        url = f"{LIST}?state=deleted"
        editor_client.post(url, {"action": action, "_selected_action": [role.pk], **data})
    role.refresh_from_db()
    assert (role.category, role.checked_at, role.live_intervals.count()) == ("Coast", None, 0)


def test_djangos_own_bulk_delete_is_not_offered(editor_client):
    role = make_role()
    bulk(editor_client, "delete_selected", role, post="yes")
    assert Role.objects.present().filter(pk=role.pk).exists()


# -- deleting and restoring --


def delete_url(role):
    return reverse("admin:guides_role_delete", args=(role.pk,))


def restore_url(role):
    return reverse("admin:guides_role_restore", args=(role.pk,))


def test_a_guide_is_deleted_and_restored_in_the_admin(editor_client, client):
    role = make_live()
    assert b"can restore it" in editor_client.get(delete_url(role)).content
    editor_client.post(delete_url(role))
    assert role.title not in listed(editor_client)
    assert client.get("/guides/lighthouse-keeper/").status_code == 410
    assert b">Restore</a>" in editor_client.get(change_url(role)).content
    assert b"revision 1" in editor_client.get(restore_url(role)).content
    editor_client.post(restore_url(role), {"publish": "on"})
    assert client.get("/guides/lighthouse-keeper/").status_code == 200
    assert LogEntry.objects.latest("pk").get_change_message() == "Restored and published."


def test_a_deleted_guide_is_looked_at_and_not_changed(editor_client):
    role = make_role()
    data = form_data(editor_client, change_url(role), summary="Changed.")
    delete_role(role)
    assert editor_client.get(change_url(role)).status_code == 200
    assert editor_client.post(change_url(role), data).status_code == 403
    assert editor_client.post(reverse("admin:guides_role_revert", args=(role.pk, 1))).status_code == 403


def test_a_deleted_guide_is_not_offered_as_a_related_one(editor_client):
    make_role()
    query = {"app_label": "guides", "model_name": "relatedrole", "field_name": "target", "term": "pilot"}
    offered = editor_client.get("/admin/autocomplete/", query).json()["results"]
    delete_role(Role.objects.get(slug="harbor-pilot"))
    assert (len(offered), editor_client.get("/admin/autocomplete/", query).json()["results"]) == (1, [])


def test_a_live_guide_is_deleted_and_published_again_by_publishers_alone(writer):
    role = make_live()
    assert writer.post(delete_url(role)).status_code == 403
    delete_role(role)
    writer.post(restore_url(role), {"publish": "on"})
    assert not Revision.objects.live().exists()
    assert Role.objects.present().filter(pk=role.pk).exists()


def test_a_guide_with_a_scheduled_change_is_kept_and_the_reason_reported(editor_client):
    role = make_live()
    set_end(role.live_intervals.get(), timezone.now() + timedelta(days=1))
    assert "Cancel that first" in editor_client.post(delete_url(role), follow=True).content.decode()
    assert role.title in listed(editor_client)


@pytest.mark.parametrize("pk", ["abc", "9" * 30, "0"])
def test_an_address_of_nothing_to_delete_is_404(editor_client, pk):
    assert editor_client.get(f"/admin/guides/role/{pk}/delete/").status_code == 404


# -- age --


def test_the_oldest_figures_come_first():
    make_other("Dated", details=dated("2019-05"))
    make_other("Undated", details=dated("2025", None))
    mark_checked(make_other("Checked", details=Details()))
    make_other("Older", details=dated("2018", "2026-01"))
    assert [role.title for role in by_age()] == ["Undated", "Older", "Dated", "Checked"]


def test_figures_of_official_releases_do_not_grow_old_by_themselves(editor_client):
    make_other("Undated", details=Details())
    for title, known in (("Official", (MEDIAN,)), ("Mixed", (MEDIAN, replace(CHECKED, checked="2019-11")))):
        make_role(linked_document(*known, title=title, slug=title.lower()))
    others = Details(sources=(Source(covers="skills", name="Board", as_of="2011"),))
    make_role(linked_document(MEDIAN, title="Taught", slug="taught", details=others))
    assert [role.title for role in by_age()] == ["Undated", "Mixed", "Official", "Taught"]
    assert listed(editor_client, age="1") == {"Undated", "Mixed"}
    assert "official releases" in editor_client.get("/admin/guides/role/").text


def test_a_guide_is_marked_as_checked_with_one_click(editor_client):
    role = make_other("Old", details=dated("2015"))
    url = reverse("admin:guides_role_aging")
    assert b"2015" in editor_client.get(url).content
    answer = editor_client.post(url, {"checked": role.pk}, follow=True)
    assert timezone.now().date().isoformat() in answer.content.decode()


@pytest.mark.parametrize("checked", ["", "x", "\0", "9" * 40])
def test_a_click_on_nothing_is_answered(editor_client, checked):
    assert editor_client.post(reverse("admin:guides_role_aging"), {"checked": checked}).status_code == 302


def test_the_aging_report_costs_the_same_for_many(editor_client, django_assert_max_num_queries):
    for number in range(12):
        make_other(f"Role{number}")
    with django_assert_max_num_queries(6):
        editor_client.get(reverse("admin:guides_role_aging"))


def test_the_aging_report_is_for_who_may_see_guides(client, django_user_model):
    client.force_login(django_user_model.objects.create(username="reader", is_staff=True))
    assert client.get(reverse("admin:guides_role_aging")).status_code == 403


# -- reminders --


@pytest.fixture
def owner(django_user_model):
    owner = django_user_model.objects.create(username="ada", email="ada@example.org", is_staff=True)
    for title, details in (("Old", dated("2015")), ("Undated", Details()), ("New", dated("2999"))):
        Role.objects.filter(pk=make_other(title, details=details).pk).update(owner=owner)
    return owner


def test_an_owner_gets_one_mail_about_all_guides_that_are_old(owner):
    call_command("remind_owners", stdout=StringIO())
    (message,) = mail.outbox
    assert (message.to, message.subject) == (["ada@example.org"], "2 guides to check")
    role = Role.objects.get(title="Old")
    assert f"http://127.0.0.1:8000/admin/guides/role/{role.pk}/change/" in message.body
    assert message.body.index("Undated") < message.body.index("Old (")
    assert "New" not in message.body


def test_a_dry_run_lists_reminders_and_sends_nothing(owner):
    out = StringIO()
    call_command("remind_owners", "--dry-run", stdout=out)
    assert out.getvalue() == "ada <ada@example.org>: Undated, Old\n"
    assert mail.outbox == []


def test_an_owner_without_an_address_is_reported_and_not_mailed(owner):
    type(owner).objects.update(email="")
    err = StringIO()
    call_command("remind_owners", stderr=err)
    assert (err.getvalue(), mail.outbox) == ("ada: no email address, 2 to check\n", [])


def test_a_deleted_guide_reminds_nobody(owner):
    for role in Role.objects.all():
        delete_role(role)
    call_command("remind_owners", stdout=StringIO())
    assert mail.outbox == []
