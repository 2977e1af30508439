"""Publication and history in the admin: review, schedule, revisions, comparison, restore, preview links."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import strip_tags

from guides.document.shape import CareerStep
from guides.editing.deletion import delete_role, restore_role
from guides.editing.preview_links import create_link
from guides.editing.publishing import publish, unpublish
from guides.editing.reviews import send_to_review
from guides.editing.revisions import record_revision
from guides.editing.rows import read_document, write_document
from guides.editing.states import day
from guides.editing.withdrawals import withdraw
from guides.models import PreviewLink, Revision, Role
from guides.models.preview_link import LIFETIME
from tests.admin.forms import change_url, form_data, stored
from tests.builders import make_document, make_editor, make_live, make_role

pytestmark = pytest.mark.django_db

HOSTILE = ["\0", "x" * 10_000, "<script>alert(1)</script>", "שלום עולם", "🧭🔥"]


@pytest.fixture
def writer(client):
    """The session of an editor who may not publish."""
    client.force_login(make_editor(may_publish=False))
    return client


def page(name, role, *more):
    return reverse(f"admin:guides_role_{name}", args=(role.pk, *more))


def act(client, role, action, **data):
    return client.post(page("publication", role), {"action": action, **data}, follow=True)


def hour(number):
    return (timezone.now() + timedelta(hours=number)).strftime("%Y-%m-%dT%H:%M")


def newer(role, **parts):
    write_document(role, make_document(**{"summary": "Newer.", **parts}))
    return record_revision(role, Revision.Kind.EDIT, comment="Brushed up")


def logged():
    return LogEntry.objects.latest("pk").get_change_message()


# -- review --


def test_an_editor_sends_to_review_and_takes_it_back(writer):
    role = make_role()
    assert b"in review" in act(writer, role, "send", comment="Is the pay right?").content
    assert role.reviews.get().comment == "Is the pay right?"
    assert logged() == "Sent revision 1 to review."
    act(writer, role, "take_back", review=role.reviews.get().pk)
    assert role.reviews.get().outcome == "taken_back"


def test_a_publisher_returns_with_words_that_the_editor_reads_in_the_form(editor_client):
    role = make_role()
    review = send_to_review(role).pk
    assert b"Explain what needs to change" in act(editor_client, role, "return", review=review, answer="").content
    act(editor_client, role, "return", review=review, answer="Name the source of the pay.")
    assert role.reviews.get().outcome == "returned"
    assert b"Name the source of the pay." in editor_client.get(change_url(role)).content


def test_a_publisher_approves_and_publishes(editor_client):
    role = make_role()
    act(editor_client, role, "approve", review=send_to_review(role).pk)
    assert role.reviews.get().outcome == "approved"
    act(editor_client, role, "publish", revision=role.revisions.get().pk)
    assert Revision.objects.live().get().role == role
    assert logged() == "Revision 1 is live now."


def test_one_button_approves_and_publishes_what_is_in_review(editor_client):
    role = make_role()
    review = send_to_review(role)
    newer(role)
    answer = act(editor_client, role, "approve_and_publish", review=review.pk)
    assert "Approved and published revision 1." in answer.content.decode()
    assert (role.reviews.get().outcome, Revision.objects.live().get().number) == ("approved", 1)


def test_a_revision_that_cannot_go_live_is_not_approved_with_the_same_button(editor_client):
    role = make_role()
    publish(role.revisions.get(), at=timezone.now() + timedelta(hours=2))
    newer(role)
    review = send_to_review(role)
    answer = act(editor_client, role, "approve_and_publish", review=review.pk)
    assert "Move or cancel that first" in answer.content.decode()
    assert role.reviews.open().get() == review


def test_a_decision_about_a_revision_that_was_replaced_meanwhile_is_reported(editor_client):
    role = make_role()
    seen = send_to_review(role)
    newer(role)
    latest = send_to_review(role)
    for action in ("approve", "approve_and_publish"):
        answer = act(editor_client, role, action, review=seen.pk, answer="Good.")
        assert "Revision 1 is no longer in review. Revision 2 is." in answer.content.decode()
    assert answer.context["forms"]["decide"]["review"].value() == latest.pk
    assert answer.context["forms"]["decide"]["answer"].value() == "Good."
    assert role.reviews.open().exists()


def test_the_form_proposes_the_reviewed_revision_and_links_to_what_is_newer(editor_client):
    role = make_role()
    send_to_review(role)
    newer(role)
    answer = editor_client.get(page("publication", role))
    assert answer.context["forms"]["publish"]["revision"].value() == role.revisions.get(number=1).pk
    assert "Revision 2, saved" in answer.content.decode()
    assert f"{page('compare', role)}?old=1&amp;new=2" in answer.content.decode()


def test_an_unreviewed_revision_is_published_by_the_form_only_after_a_question(editor_client):
    role = make_role()
    send_to_review(role)
    newest = newer(role)
    answer = act(editor_client, role, "publish", revision=newest.pk, until=hour(5))
    assert "was not reviewed." in answer.content.decode()
    assert answer.context["forms"]["publish"]["until"].value() == hour(5)
    assert not Revision.objects.live().exists()
    act(editor_client, role, "publish", revision=newest.pk, publish_1_anyway="on")
    assert not Revision.objects.live().exists()
    act(editor_client, role, "publish", revision=newest.pk, publish_2_anyway="on")
    assert (Revision.objects.live().get(), role.reviews.get().outcome) == (newest, "superseded")


def test_a_thin_guide_is_published_by_the_form_only_after_a_question(editor_client):
    role = make_role(summary="")
    answer = act(editor_client, role, "publish", revision=role.revisions.get().pk)
    assert "is incomplete. It has no summary." in answer.content.decode()
    act(editor_client, role, "publish", revision=role.revisions.get().pk, publish_1_anyway="on")
    assert Revision.objects.live().exists()


def test_the_save_button_leads_to_the_question_before_an_unreviewed_revision_goes_live(editor_client):
    role = make_role()
    send_to_review(role)
    data = form_data(editor_client, change_url(role), summary="Newer.", _publish="1")
    answer = editor_client.post(change_url(role), data, follow=True)
    assert answer.request["PATH_INFO"] == reverse("admin:guides_role_publish")
    assert "Saved revision 2 of" in answer.content.decode()
    assert not Revision.objects.live().exists()


SAVED, SAME = "Saved revision 2 of “Lighthouse Keeper”.", "Nothing changed in “Lighthouse Keeper”"
BUTTONS = [
    ("_save", "Newer.", [SAVED]),
    ("_continue", "Newer.", [SAVED]),
    ("_preview", "Newer.", []),
    ("_publish", "Newer.", [SAVED, "Revision 2 of “Lighthouse Keeper” is live now."]),
    ("_unpublish", "Newer.", [SAVED]),
    ("_save", None, [SAME]),
    ("_publish", None, [SAME, "Revision 1 of “Lighthouse Keeper” is already live."]),
]


@pytest.mark.parametrize(("button", "summary", "expected"), BUTTONS)
def test_each_button_of_the_form_says_what_it_did_and_no_more(editor_client, button, summary, expected):
    role = make_live()
    typed = {"summary": summary} if summary else {}
    data = form_data(editor_client, change_url(role), **{button: "1"}, **typed)
    shown = [
        strip_tags(str(words)) for words in editor_client.post(change_url(role), data, follow=True).context["messages"]
    ]
    assert len(shown) == len(expected)
    assert all(words.startswith(start) for words, start in zip(shown, expected, strict=True))


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_any_comment_is_accepted_or_refused_without_an_error(editor_client, words):
    role = make_role()
    answer = act(editor_client, role, "send", comment=words)
    assert answer.status_code == 200
    assert b"<script>alert" not in answer.content
    assert b"<script>alert" not in editor_client.get(page("publication", role)).content


# -- hours --


def test_a_guide_is_scheduled_moved_and_cancelled(editor_client):
    role = make_role()
    act(editor_client, role, "publish", revision=role.revisions.get().pk, at=hour(2), until=hour(9))
    interval = role.live_intervals.get()
    assert not Revision.objects.live().exists()
    assert b"scheduled from" in editor_client.get(page("publication", role)).content
    act(editor_client, role, "move", interval=interval.pk, at=hour(5))
    assert role.live_intervals.get().live_from > interval.live_from
    act(editor_client, role, "end", interval=interval.pk, until="")
    assert role.live_intervals.get().live_until is None
    act(editor_client, role, "cancel", interval=interval.pk)
    assert not role.live_intervals.exists()
    assert logged() == "Canceled the publication of revision 1."


def test_a_guide_is_unpublished_now_or_at_a_set_time(editor_client):
    role = make_live()
    act(editor_client, role, "unpublish", at=hour(3))
    assert Revision.objects.live().exists()
    assert not Revision.objects.live(at=timezone.now() + timedelta(hours=4)).exists()
    act(editor_client, role, "unpublish")
    assert not Revision.objects.live().exists()


@pytest.mark.parametrize(
    ("action", "data", "message"),
    [
        ("publish", {"at": "2020-01-01T00:00"}, "This time is in the past."),
        ("publish", {"at": "soon"}, "Enter a valid date/time."),
        ("publish", {"revision": "0"}, "Select a valid choice"),
        ("publish", {"revision": "\0"}, "not allowed"),
        ("unpublish", {"at": "9" * 10_000}, "Enter a valid date/time."),
        ("move", {"interval": "x", "at": ""}, ""),
        ("end", {"until": "2020-01-01T00:00"}, ""),
        ("nonsense", {}, ""),
    ],
    ids=range(8),
)
def test_what_cannot_be_done_is_reported_at_its_field_and_changes_nothing(editor_client, action, data, message):
    role = make_live()
    revision = newer(role)
    before = list(role.live_intervals.values())
    answer = act(editor_client, role, action, **{"revision": revision.pk, **data})
    assert answer.status_code == 200
    assert message in answer.content.decode()
    assert list(role.live_intervals.values()) == before


def test_an_hour_for_what_is_live_already_is_honored_or_refused_at_its_field(editor_client):
    role = make_live()
    live = {"revision": role.revisions.get().pk}
    for hours, field in ((("5", "3"), "until"), (("5", ""), "at")):
        at, until = (hour(int(number)) if number else "" for number in hours)
        answer = act(editor_client, role, "publish", **live, at=at, until=until)
        assert list(answer.context["refused"].errors) == [field]
    act(editor_client, role, "publish", **live, until=hour(3))
    assert role.live_intervals.get().live_until is not None


def test_a_publication_that_was_canceled_meanwhile_is_reported(editor_client):
    role = make_role()
    answer = act(editor_client, role, "move", interval="999", at=hour(3))
    assert "This publication was canceled." in answer.content.decode()


def test_an_interval_of_another_guide_is_not_moved(editor_client):
    role, other = make_live(), make_role(title="Diver", slug="diver", related=())
    scheduled = publish(other.revisions.get(), at=timezone.now() + timedelta(hours=2))
    act(editor_client, role, "cancel", interval=scheduled.pk)
    assert other.live_intervals.exists()


def test_a_refused_publication_is_reported_on_the_page(editor_client):
    make_live()
    other = make_role(import_key="other", related=(), slug="other")
    write_document(other, make_document(title="Other", slug="other", related=()))
    role = Revision.objects.live().get().role
    publish(newer(role), at=timezone.now() + timedelta(hours=2))
    latest = newer(role, summary="Newest.")
    answer = act(editor_client, role, "publish", revision=latest.pk)
    assert "Move or cancel that first" in answer.content.decode()


# -- who may --

FORGED = ["approve", "return", "publish", "unpublish", "move", "cancel", "end"]


@pytest.mark.parametrize("action", FORGED)
def test_an_editor_without_the_permission_publishes_by_no_forged_post(writer, action):
    role = make_live()
    later = publish(newer(role), at=timezone.now() + timedelta(hours=2))
    send_to_review(role)
    before = list(role.live_intervals.values())
    data = {"revision": role.revisions.latest().pk, "interval": later.pk, "at": hour(4), "answer": "No."}
    assert writer.post(page("publication", role), {"action": action, **data}).status_code == 403
    assert list(role.live_intervals.values()) == before
    assert role.reviews.open().exists()


@pytest.mark.parametrize("button", ["_publish", "_unpublish"])
def test_an_editor_without_the_permission_publishes_by_no_button_of_the_form(writer, button):
    role = make_live()
    newer(role)
    data = form_data(writer, change_url(role), summary="Typed.", **{button: "1"})
    assert writer.post(change_url(role), data).status_code == 403
    assert Revision.objects.live().get().number == 1


@pytest.mark.parametrize("action", ["publish_selected", "unpublish_selected"])
def test_an_editor_without_the_permission_publishes_by_no_bulk_action(writer, action):
    role = make_live()
    newer(role)
    writer.post(reverse("admin:guides_role_changelist"), {"action": action, "_selected_action": [role.pk]})
    assert Revision.objects.live().get().number == 1


def test_the_page_shows_an_editor_only_what_he_may_do(writer):
    role = make_live()
    answer = writer.get(page("publication", role)).content.decode()
    assert 'value="send"' in answer
    assert 'value="publish"' not in answer


@pytest.mark.parametrize("name", ["publication", "revisions", "compare", "preview"])
def test_the_pages_are_closed_to_who_may_not_see_guides(client, django_user_model, name):
    role = make_role()
    assert client.get(page(name, role)).status_code == 302
    client.force_login(django_user_model.objects.create(username="reader", is_staff=True))
    assert client.get(page(name, role)).status_code == 403
    assert client.get(reverse(f"admin:guides_role_{name}", args=(10**9,))).status_code in (403, 404)


# -- revisions --


def test_the_history_shows_who_when_and_why_and_what_is_live(editor_client):
    role = make_live()
    newer(role)
    answer = editor_client.get(page("revisions", role)).content.decode()
    assert "Brushed up" in answer
    assert answer.count("<strong>Live</strong>") == 1


def test_the_history_shows_every_time_in_which_a_revision_was_public(editor_client):
    role = make_role()
    first, start = role.revisions.get(), timezone.now() - timedelta(days=9)
    publish(first, at=start)
    unpublish(role, at=start + timedelta(days=2))
    publish(first, at=start + timedelta(days=4))
    publish(newer(role), at=start + timedelta(days=6))
    answer = editor_client.get(page("revisions", role)).content.decode()
    assert answer.count("Public ") == 2
    assert f"Public {day(start)} – {day(start + timedelta(days=2))}" in answer
    assert answer.count("<strong>Live</strong>") == 1


def test_the_history_of_a_role_names_what_a_save_changed_and_nothing_else(editor_client):
    role = make_role()
    changes = {"sections-2-body": "It is calm.", "median_salary": "42000"}
    editor_client.post(change_url(role), form_data(editor_client, change_url(role), **changes))
    assert logged() == "Saved revision 2. Changed: Median pay a year; Sections 3: “Weather”."
    editor_client.post(change_url(role), form_data(editor_client, change_url(role)))
    assert LogEntry.objects.count() == 1


def test_the_history_costs_the_same_with_two_revisions_and_with_forty(editor_client, django_assert_max_num_queries):
    role = make_live()
    for number in range(40):
        newer(role, summary=f"State {number}.")
    with django_assert_max_num_queries(9):
        editor_client.get(page("revisions", role))
    with django_assert_max_num_queries(20):
        editor_client.get(page("publication", role))


def test_two_revisions_are_compared_with_their_words_marked(editor_client):
    role = make_role()
    newer(role, summary="Keepers look after a lamp and the ships that trust it.")
    answer = editor_client.get(page("compare", role), {"old": 1, "new": 2}).content.decode()
    assert "<del>light </del>" in answer
    assert "<ins>lamp </ins>" in answer
    assert "1 difference." in answer


@pytest.mark.parametrize("number", ["x", "\0", "9" * 50, "-1", "²", "99"])
def test_an_unknown_revision_falls_back_to_the_latest_two(editor_client, number):
    role = make_role()
    newer(role)
    answer = editor_client.get(page("compare", role), {"old": number, "new": number})
    assert (answer.context["old"].number, answer.context["new"].number) == (1, 2)


def test_a_guide_with_one_revision_has_nothing_to_compare(editor_client):
    assert b"two revisions to compare yet" in editor_client.get(page("compare", make_role())).content


def test_an_earlier_revision_is_restored_with_all_its_parts(editor_client):
    role = make_live()
    newer(role, faqs=(), salary_levels=(), title="Other", slug="other")
    editor_client.post(page("revert", role, 1), {"comment": "Too short"})
    assert read_document(stored(role)) == make_document(slug="other")
    made = role.revisions.latest()
    assert (made.number, made.kind, made.comment) == (3, "revert", "Restored revision 1: Too short")
    assert made.created_by.username == "ed"
    assert logged() == "Restored revision 1 as revision 3."


def test_going_back_to_what_is_there_makes_no_revision(editor_client):
    role = make_role()
    assert b"already" in editor_client.post(page("revert", role, 1), follow=True).content
    assert role.revisions.count() == 1


def test_a_restored_guide_keeps_its_address_and_says_so_also_if_another_guide_has_the_old_one(editor_client):
    role = make_role()
    newer(role, slug="keeper", summary="Newer.")
    make_role(import_key="other", related=())
    answer = editor_client.post(page("revert", role, 1), follow=True)
    assert "The guide keeps its present address, “keeper” (then: “lighthouse-keeper”)." in answer.content.decode()
    assert read_document(stored(role)) == make_document(slug="keeper")


def test_a_related_role_whose_address_the_guide_has_taken_is_left_out_when_restoring(editor_client):
    role = make_role()
    Role.objects.filter(slug="harbor-pilot").update(slug="pilot", import_key="pilot")
    newer(role, slug="harbor-pilot", related=())
    answer = editor_client.post(page("revert", role, 1), follow=True)
    assert "already listed: “Harbor Pilot”." in answer.content.decode()
    assert read_document(stored(role)) == make_document(slug="harbor-pilot", related=())


def test_an_open_form_is_stale_after_a_revert(editor_client):
    role = make_role()
    newer(role)
    data = form_data(editor_client, change_url(role), summary="Mine.")
    editor_client.post(page("revert", role, 1))
    assert editor_client.post(change_url(role), data).status_code == 409


@pytest.mark.parametrize("name", ["revert", "link", "recall"])
def test_what_changes_something_takes_post_alone(editor_client, name):
    assert editor_client.get(page(name, make_role(), 1)).status_code == 405


def test_any_revision_is_previewed_as_its_page(editor_client):
    role = make_role()
    newer(role)
    answer = editor_client.get(page("revision", role, 1)).content.decode()
    assert "This is revision 1 of" in answer
    assert make_document().summary in answer


# -- links for reviewers --


def shared(client, role, number=1):
    answer = client.post(page("link", role, number), follow=True)
    return answer.content.decode().split("href='http://testserver")[1].split("'")[0]


def test_a_reviewer_without_an_account_reads_a_revision_by_its_link(editor_client):
    role = make_role()
    link = shared(editor_client, role)
    assert logged() == "Created a preview link to revision 1."
    editor_client.logout()
    answer = editor_client.get(link)
    assert make_document().summary in answer.content.decode()
    assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == ("private, no-store", "noindex")
    assert "ETag" not in answer.headers
    assert not answer.cookies


def test_a_link_is_over_after_its_days(editor_client):
    link = shared(editor_client, make_role())
    PreviewLink.objects.update(created_at=timezone.now() - LIFETIME)
    answer = editor_client.get(link)
    assert answer.status_code == 410
    assert "Lighthouse" not in answer.content.decode()


def test_a_link_to_a_deleted_guide_is_over(editor_client):
    role = make_role()
    link = shared(editor_client, role)
    delete_role(role)
    assert editor_client.get(link).status_code == 410
    restore_role(role)
    assert editor_client.get(link).status_code == 410


def test_the_history_lists_the_links_that_work_with_who_created_them_and_until_when(editor_client):
    role = make_role()
    shared(editor_client, role)
    link = PreviewLink.objects.get()
    PreviewLink.objects.create(revision=link.revision, created_at=timezone.now() - LIFETIME)
    answer = editor_client.get(page("revisions", role))
    assert list(answer.context["links"]) == [link]
    assert f"created by ed on {date_format(link.created_at, 'M j, Y, H:i')}" in answer.content.decode()
    assert f"works until {date_format(link.created_at + LIFETIME, 'M j, Y, H:i')}" in answer.content.decode()


def test_a_recalled_link_is_over(editor_client):
    role = make_role()
    link, other = shared(editor_client, role), shared(editor_client, role)
    recalled = PreviewLink.objects.earliest("pk")
    editor_client.post(page("recall", role, recalled.pk))
    assert logged() == "Recalled a preview link to revision 1."
    assert (editor_client.get(link).status_code, editor_client.get(other).status_code) == (410, 200)
    recalled.refresh_from_db()
    assert recalled.recalled_by.username == "ed"
    before = recalled.recalled_at
    assert b"had already ended" in editor_client.post(page("recall", role, recalled.pk), follow=True).content
    recalled.refresh_from_db()
    assert recalled.recalled_at == before


def test_a_link_is_recalled_from_its_own_guide_and_by_editors_alone(client, django_user_model):
    role, other = make_role(), make_role(title="Diver", slug="diver", related=())
    link = create_link(role.revisions.get())
    client.force_login(django_user_model.objects.create(username="reader", is_staff=True))
    assert client.post(page("recall", role, link.pk)).status_code == 403
    client.force_login(make_editor())
    assert client.post(page("recall", other, link.pk)).status_code == 404
    assert PreviewLink.objects.open().exists()


def test_no_link_leads_to_a_withdrawn_text(editor_client):
    role = make_role()
    newer(role)
    withdraw(role.revisions.get(number=1), reason="Wrong.")
    editor_client.post(page("revert", role, 1))
    for number in (1, 3):
        assert b"has no preview" in editor_client.post(page("link", role, number), follow=True).content
    assert not PreviewLink.objects.exists()


@pytest.mark.parametrize("token", ["x", "MQ:1:x", "a" * 3_000, "%00", "🧭"])
def test_a_forged_link_shows_nothing(client, token):
    assert client.get(f"/preview/{token}/").status_code == 410


# -- addresses --


def test_a_slug_and_a_title_changed_in_the_admin_leave_the_old_address_working(editor_client):
    role = make_live()
    data = form_data(editor_client, change_url(role), title="Light Warden", slug="light-warden", _publish="1")
    editor_client.post(change_url(role), data)
    answer = editor_client.get("/guides/lighthouse-keeper/?from=bookmark")
    assert (answer.status_code, answer["Location"]) == (301, "/guides/light-warden/?from=bookmark")
    assert b"Light Warden" in editor_client.get("/guides/light-warden/").content


def test_a_revision_whose_words_were_once_not_read_can_be_restored(editor_client):
    unread = (CareerStep(title="Keeper", experience="less than 2 years"),)
    role = make_live(career_path=unread)
    newer(role, career_path=())
    editor_client.post(page("revert", role, 1))
    assert read_document(stored(role)) == make_document(career_path=unread)
    assert role.revisions.latest().comment == "Restored revision 1"
    editor_client.post(change_url(role), form_data(editor_client, change_url(role), summary="Edited."))
    assert read_document(stored(role)).career_path[0].years_max == 2
