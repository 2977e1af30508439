"""Withdrawing in the admin: a single revision, and what stays public of a guide that is unpublished or deleted."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from guides.editing.deletion import delete_role
from guides.editing.preview_links import create_link
from guides.editing.publishing import publish, set_end, unpublish
from guides.editing.revisions import record_revision, revert
from guides.editing.rows import write_document
from guides.editing.withdrawals import withdraw
from guides.models import Revision, Withdrawal
from tests.admin.forms import change_url
from tests.builders import make_document, make_editor, make_live, make_role

pytestmark = pytest.mark.django_db

GUIDE = "/guides/lighthouse-keeper/"


@pytest.fixture
def writer(client):
    """The session of an editor who may not publish."""
    client.force_login(make_editor(may_publish=False))
    return client


def page(name, role, *more):
    return reverse(f"admin:guides_role_{name}", args=(role.pk, *more))


def shown(client, address, **data):
    """The words of a page; with data, those after sending them."""
    response = client.post(address, data, follow=True) if data else client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def newer(role, **parts):
    write_document(role, make_document(**{"summary": "Newer.", **parts}))
    return record_revision(role, Revision.Kind.EDIT)


def logged():
    return [entry.get_change_message() for entry in LogEntry.objects.order_by("pk")]


# -- a single revision --


def test_a_publisher_withdraws_a_revision_with_a_reason_and_undoes_it(editor_client):
    role = make_live()
    publish(newer(role))
    address = page("withdrawal", role, 1)
    words = shown(editor_client, address, action="withdraw", reason="The <b>pay</b> was wrong.")
    assert editor_client.get(f"{GUIDE}pack/?v=1").status_code == 410
    assert "by ed: The &lt;b&gt;pay&lt;/b&gt; was wrong." in words
    assert f'href="{address}"' in words
    assert "The <b>pay</b>" not in words
    shown(editor_client, address, action="undo")
    assert editor_client.get(f"{GUIDE}pack/?v=1").status_code == 200
    assert logged() == [
        "Withdrew revision 1. Reason: The <b>pay</b> was wrong.",
        "Undid the withdrawal of revision 1. This puts nothing live.",
    ]


@pytest.mark.parametrize("reason", ["", "   ", "\0", "x" * 2_001])
def test_a_revision_is_withdrawn_with_a_reason_alone(editor_client, reason):
    role = make_live()
    words = shown(editor_client, page("withdrawal", role, 1), action="withdraw", reason=reason)
    assert "is not withdrawn yet" in words
    assert 'aria-invalid="true"' in words
    assert not Withdrawal.objects.exists()


def test_the_page_lists_what_is_public_of_the_revision_and_of_those_with_the_same_text(editor_client):
    role = make_live()
    publish(newer(role), until=timezone.now() + timedelta(hours=1))
    again = revert(role.revisions.get(number=1))
    create_link(again)
    words = shown(editor_client, page("withdrawal", role, 1))
    for path in ("job-description/v/1/", "pack/?v=1", "readiness/?v=1", "skills-gap/?v=1"):
        assert f'<a href="{GUIDE}{path}">' in words
    assert "It is live" not in words
    assert "Revision 3 has the same text." in words
    assert "A preview link that somebody created" in words
    words = shown(editor_client, page("withdrawal", role, 2))
    assert "<strong>It is live</strong>" in words
    assert page("publication", role) in words


def test_the_page_says_that_a_schedule_is_canceled_or_that_nothing_is_public(editor_client):
    role = make_role()
    assert "<li>Nothing</li>" in shown(editor_client, page("withdrawal", role, 1))
    publish(role.revisions.get(), at=timezone.now() + timedelta(hours=1))
    assert "this is canceled" in shown(editor_client, page("withdrawal", role, 1))


def test_withdrawing_the_live_revision_reports_that_the_guide_is_no_longer_live(editor_client):
    words = shown(editor_client, page("withdrawal", make_live(), 1), action="withdraw", reason="Wrong.")
    assert "Withdrew revision 1. The guide is no longer live." in words


def test_what_somebody_else_did_meanwhile_is_not_done_again(editor_client):
    role = make_live()
    address = page("withdrawal", role, 1)
    assert "is not withdrawn." in shown(editor_client, address, action="undo")
    withdraw(role.revisions.get(), reason="Theirs.")
    assert "already withdrawn" in shown(editor_client, address, action="withdraw", reason="Mine.")
    assert Withdrawal.objects.get().reason == "Theirs."


@pytest.mark.parametrize("action", ["withdraw", "undo"])
def test_an_editor_who_may_not_publish_withdraws_nothing(writer, action):
    role = make_live()
    address = page("withdrawal", role, 1)
    assert writer.get(address).status_code == 403
    assert writer.post(address, {"action": action, "reason": "Wrong."}).status_code == 403
    assert address not in shown(writer, page("revisions", role))


def test_a_withdrawn_revision_is_read_by_editors_and_not_offered_to_publish(editor_client):
    role = make_live()
    newer(role)
    withdraw(role.revisions.get(number=1), reason="Wrong.")
    assert make_document().summary in shown(editor_client, page("revision", role, 1))
    assert "(withdrawn)" in shown(editor_client, page("compare", role))
    assert page("link", role, 1) not in shown(editor_client, page("revisions", role))
    publication = editor_client.get(page("publication", role))
    assert [revision.number for revision in publication.context["forms"]["publish"].fields["revision"].queryset] == [2]


def test_the_revision_of_a_deleted_guide_is_withdrawn_in_the_admin(editor_client):
    role = make_live()
    delete_role(role)
    shown(editor_client, page("withdrawal", role, 1), action="withdraw", reason="Wrong.")
    assert editor_client.get(f"{GUIDE}job-description/v/1/").status_code == 410
    words = shown(editor_client, page("restore", role))
    assert page("withdrawal", role, 1) in words
    assert 'name="publish"' not in words


def test_restoring_a_version_says_that_its_revision_is_still_withdrawn(editor_client):
    role = make_live()
    withdraw(role.revisions.get(), reason="Wrong.")
    url = reverse("admin:guides_jobdescription_changelist")
    version = role.job_descriptions.get()
    words = shown(editor_client, url, action="restore_selected", _selected_action=version.pk)
    assert "1 of the selected stays withdrawn" in words


# -- unpublishing and deleting --


def test_unpublishing_lists_what_stays_public_and_leaves_it(editor_client):
    role = make_live()
    publish(newer(role))
    words = shown(editor_client, page("publication", role))
    assert "2 job description versions" in words
    assert f'href="{GUIDE}job-description/v/1/"' in words
    shown(editor_client, page("publication", role), action="unpublish")
    assert editor_client.get(GUIDE).status_code == 404
    assert editor_client.get(f"{GUIDE}job-description/v/1/").status_code == 200


def test_unpublishing_withdraws_what_stays_public_on_request(editor_client):
    role = make_live()
    publish(newer(role))
    shown(editor_client, page("publication", role), action="unpublish", withdraw="on")
    for path in ("", "job-description/", "job-description/v/1/", "pack/?v=1"):
        assert editor_client.get(GUIDE + path).status_code == 410
    assert Withdrawal.objects.filter(withdrawn_by__username="ed", reason="Unpublished.").count() == 2


def test_what_is_unpublished_later_is_not_withdrawn_before(editor_client):
    role = make_live()
    later = (timezone.now() + timedelta(hours=3)).strftime("%Y-%m-%dT%H:%M")
    words = shown(editor_client, page("publication", role), action="unpublish", withdraw="on", at=later)
    assert "withdraw after that" in words
    assert not Withdrawal.objects.exists()
    assert role.live_intervals.get().live_until is None


def test_the_page_to_delete_lists_what_stays_public_and_withdraws_it_on_request(editor_client):
    role = make_live()
    publish(newer(role))
    words = shown(editor_client, page("delete", role))
    assert "2 job description versions" in words
    assert 'name="withdraw"' in words
    assert "checked" not in words.partition('name="withdraw"')[2].partition(">")[0]
    editor_client.post(page("delete", role), {"withdraw": "on"})
    assert editor_client.get(f"{GUIDE}job-description/v/1/").status_code == 410


def test_the_page_to_delete_a_draft_offers_nothing_to_withdraw(editor_client):
    words = shown(editor_client, page("delete", make_role()))
    assert "stay public" not in words
    assert 'name="withdraw"' not in words


def test_an_editor_who_may_not_publish_deletes_an_unpublished_guide_and_withdraws_nothing(writer):
    role = make_live()
    unpublish(role)
    assert "Only a publisher can withdraw them." in shown(writer, page("delete", role))
    assert writer.post(page("delete", role), {"withdraw": "on"}).status_code == 403
    writer.post(page("delete", role))
    assert writer.get(f"{GUIDE}job-description/v/1/").status_code == 200


# -- where deleting is offered --


def test_delete_is_offered_where_it_works(editor_client):
    role = make_live()
    assert f'href="{page("delete", role)}"' in shown(editor_client, change_url(role))


def test_delete_is_not_offered_before_a_scheduled_change_and_the_form_says_why(editor_client):
    role = make_live()
    set_end(role.live_intervals.get(), timezone.now() + timedelta(hours=1))
    words = shown(editor_client, change_url(role))
    assert page("delete", role) not in words
    assert "deleted now. “Lighthouse Keeper” changes on" in words
    asked = editor_client.get(page("delete", role), follow=True)
    assert asked.redirect_chain == [(page("publication", role), 302)]
    assert "Cancel that first." in asked.content.decode()


def test_delete_is_not_offered_for_a_live_guide_to_editors_who_may_not_publish(writer):
    role = make_live()
    words = shown(writer, change_url(role))
    assert page("delete", role) not in words
    assert "Only a publisher can delete it." in words
    assert writer.get(page("delete", role)).status_code == 403
