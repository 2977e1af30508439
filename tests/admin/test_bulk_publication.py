"""Publishing and unpublishing selected guides: the page that lists what will happen, and what confirming it does."""

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from guides.editing.publishing import publish
from guides.editing.reviews import close_review, send_to_review
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import PublishedSlug, Revision, Role
from tests.builders import make_document, make_live, make_role
from tests.hours import hours

pytestmark = pytest.mark.django_db
LIST = reverse("admin:guides_role_changelist")


def make_other(title, **parts):
    return make_role(title=title, slug=title.lower(), **{"related": (), **parts})


def newer(role, summary="Newer."):
    parts = {"title": role.title, "slug": role.slug, "related": ()}
    write_document(role, make_document(summary=summary, **parts))
    return record_revision(role, Revision.Kind.EDIT)


def reviewed(role):
    """A role whose first revision was approved, and whose second was not reviewed."""
    send_to_review(role)
    close_review(role, "approved")
    newer(role)
    return role


def ask(client, action, *roles):
    return client.post(LIST, {"action": action, "_selected_action": [role.pk for role in roles]})


def form_of(page):
    """What a browser posts when a page that asks what to publish is confirmed as it is."""
    data = {"role": [role.pk for role in page.context["roles"]]}
    for row in page.context["rows"]:
        if row.choices:
            data[f"revision-{row.candidate.role.pk}"] = row.chosen.number if row.chosen else ""
            data[f"state-{row.candidate.role.pk}"] = row.candidate.state
    return data


def confirm(client, page, **changes):
    return client.post(reverse("admin:guides_role_publish"), {**form_of(page), **changes}, follow=True)


def live_numbers():
    return dict(Revision.objects.live().values_list("role__title", "number"))


def test_nothing_is_published_before_it_is_confirmed(editor_client):
    page = ask(editor_client, "publish_selected", make_other("First"), make_other("Second"))
    assert live_numbers() == {}
    answer = confirm(editor_client, page).content.decode()
    assert live_numbers() == {"First": 1, "Second": 1}
    assert "Revision 1 of “First” is live now." in answer
    assert LogEntry.objects.count() == 2


def test_the_page_refuses_what_cannot_be_published_and_the_others_go_live(editor_client):
    first, taken, empty = make_other("First"), make_other("Taken"), make_other("Empty", related=())
    PublishedSlug.objects.create(slug="taken", role=first, public_from=timezone.now())
    empty = Role.objects.create(title="Planned", slug="planned", import_key="planned")
    page = ask(editor_client, "publish_selected", first, taken, empty)
    words = page.content.decode()
    assert "already belongs to “First”" in words
    assert "“Planned” has no guide yet." in words
    confirm(editor_client, page)
    assert live_numbers() == {"First": 1}


def test_a_reviewed_guide_goes_live_as_reviewed(editor_client):
    page = ask(editor_client, "publish_selected", reviewed(make_other("First")))
    assert "Revision 2, saved" in page.content.decode()
    assert "was not reviewed." in page.content.decode()
    confirm(editor_client, page)
    assert live_numbers() == {"First": 1}


def test_a_newer_revision_goes_live_where_the_publisher_chose_it(editor_client):
    role = reviewed(make_other("First"))
    page = ask(editor_client, "publish_selected", role)
    confirm(editor_client, page, **{f"revision-{role.pk}": 2})
    assert live_numbers() == {"First": 2}


def test_where_the_reviewed_revision_is_live_nothing_is_selected(editor_client):
    role = make_other("First")
    publish(role.revisions.get())
    reviewed(role)
    page = ask(editor_client, "publish_selected", role)
    assert "Revision 1 is already live." in page.content.decode()
    answer = confirm(editor_client, page)
    assert "nothing was published" in answer.content.decode()
    assert live_numbers() == {"First": 1}


def test_a_thin_guide_is_marked_and_published_only_if_it_was_chosen(editor_client):
    role = make_other("Thin", summary="", faqs=())
    page = ask(editor_client, "publish_selected", role)
    assert "Revision 1 is incomplete. It has no summary, no questions, no related roles." in page.content.decode()
    confirm(editor_client, page)
    assert live_numbers() == {}
    confirm(editor_client, page, **{f"revision-{role.pk}": 1})
    assert live_numbers() == {"Thin": 1}


def test_a_guide_that_changed_after_the_page_was_shown_is_not_published(editor_client):
    saved, sent, same = make_other("Saved"), make_other("Sent"), make_other("Same")
    page = ask(editor_client, "publish_selected", saved, sent, same)
    newer(saved)
    send_to_review(sent)
    answer = confirm(editor_client, page).content.decode()
    assert answer.count("was changed or reviewed meanwhile") == 2
    assert live_numbers() == {"Same": 1}


@pytest.mark.parametrize("number", ["x", "\0", "9" * 40, "-1", "2"])
def test_a_forged_revision_is_refused_with_a_message(editor_client, number):
    role = make_other("First")
    page = ask(editor_client, "publish_selected", role)
    answer = confirm(editor_client, page, **{f"revision-{role.pk}": number})
    assert "“First” was not published" in answer.content.decode()


def test_the_save_button_asks_on_the_same_page_before_an_unreviewed_revision_goes_live(editor_client):
    role = reviewed(make_other("First"))
    url = f"{reverse('admin:guides_role_publish')}?role={role.pk}"
    answer = confirm(editor_client, editor_client.get(url), **{f"revision-{role.pk}": 2})
    assert answer.request["PATH_INFO"] == reverse("admin:guides_role_change", args=(role.pk,))
    assert live_numbers() == {"First": 2}


@pytest.mark.parametrize("action", ["publish_selected", "unpublish_selected"])
def test_a_page_of_many_guides_costs_as_many_queries_as_one_of_few(
    editor_client, django_assert_max_num_queries, action
):
    roles = [reviewed(make_other(f"Role{number}")) for number in range(12)]
    for role in roles:
        publish(role.revisions.latest())
        newer(role, "Newest.")
    with CaptureQueriesContext(connection) as few:
        ask(editor_client, action, *roles[:2])
    with django_assert_max_num_queries(len(few)):
        ask(editor_client, action, *roles)


# -- unpublishing --


def test_guides_are_unpublished_once_confirmed(editor_client):
    live, draft = make_live(related=()), make_other("Draft")
    page = ask(editor_client, "unpublish_selected", live, draft)
    assert "Not live" in page.content.decode()
    assert live_numbers() != {}
    data = {"role": [live.pk, draft.pk], "interval": [live.live_intervals.get().pk]}
    answer = editor_client.post(reverse("admin:guides_role_unpublish"), data, follow=True)
    assert "“Lighthouse Keeper” is no longer live." in answer.content.decode()
    assert live_numbers() == {}


def test_the_page_and_the_message_name_what_is_still_scheduled(editor_client):
    role = make_live(related=())
    later = publish(newer(role), at=hours(2))
    assert "Revision 2 still goes live on" in ask(editor_client, "unpublish_selected", role).content.decode()
    first = role.live_intervals.exclude(pk=later.pk).get()
    data = {"role": role.pk, "interval": first.pk}
    answer = editor_client.post(reverse("admin:guides_role_unpublish"), data, follow=True)
    assert "is no longer live. Revision 2 is scheduled from" in answer.content.decode()


def test_another_revision_that_went_live_meanwhile_stays_live(editor_client):
    role = make_live(related=())
    first = role.live_intervals.get()
    publish(newer(role))
    data = {"role": role.pk, "interval": first.pk}
    answer = editor_client.post(reverse("admin:guides_role_unpublish"), data, follow=True)
    assert "its publication was changed meanwhile" in answer.content.decode()
    assert live_numbers() == {"Lighthouse Keeper": 2}


@pytest.mark.parametrize("keys", [[], ["x"], ["\0"], ["9" * 40]], ids=range(4))
def test_unpublishing_nothing_is_answered(editor_client, keys):
    answer = editor_client.post(reverse("admin:guides_role_unpublish"), {"interval": keys}, follow=True)
    assert "nothing was unpublished" in answer.content.decode()


def test_what_stays_public_of_unpublished_guides_is_withdrawn_if_asked(editor_client):
    role = make_live()
    assert "These stay public" in ask(editor_client, "unpublish_selected", role).content.decode()
    data = {"role": role.pk, "interval": role.live_intervals.get().pk, "withdraw": "on"}
    editor_client.post(reverse("admin:guides_role_unpublish"), data)
    assert role.revisions.get().is_withdrawn
