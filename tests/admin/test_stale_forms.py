"""Two editors on one guide: separate changes are combined; conflicts are resolved on one page."""

import html
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test import Client
from django.urls import reverse

from guides.document.shape import FAQ, KeyFacts
from guides.editing.revisions import replace_document
from guides.editing.rows import read_document
from guides.models import Revision, Role
from tests.admin.forms import change_url, data_of, form_data, stored
from tests.builders import make_document, make_editor, make_role

pytestmark = pytest.mark.django_db


def saved_by_another(role, **parts):
    replace_document(role, make_document(**parts), Revision.Kind.EDIT, comment="From the harbor")


def disagree(client, typed: dict, saved: dict):
    """The role, and the answer to a form with what was typed after somebody else saved something."""
    role = make_role()
    data = form_data(client, change_url(role), **typed)
    saved_by_another(role, **saved)
    return role, client.post(change_url(role), data)


def resolve(client, role, answer, **fields):
    """Post the page of conflicts with its hidden fields and these."""
    edit, form = answer.context["edit"], answer.context["form"]
    data = {
        "yours": edit.document.canonical(),
        "started_from": edit.started_from or "",
        "comment": edit.comment,
        "lock_token": str(form["lock_token"].value()),
    }
    return client.post(reverse("admin:guides_role_resolve", args=(role.pk,)), data | fields, follow=True)


def places(answer) -> list[str]:
    return [choice.conflict.place.label for choice in answer.context["form"].choices]


def test_changes_of_one_side_are_combined_and_reported(editor_client):
    role, answer = disagree(editor_client, {"responsibilities-0-text": "Trim it."}, {"summary": "Theirs."})
    assert answer.status_code == 302
    combined = make_document(summary="Theirs.", responsibilities=("Trim it.", "Log every ship."))
    assert read_document(stored(role)) == combined
    page = editor_client.get(change_url(role)).content.decode()
    assert "Your changes were combined with theirs." in page
    assert "From the harbor" in page


def test_what_both_changed_is_shown_with_both_versions_and_nothing_is_saved(editor_client):
    role, answer = disagree(editor_client, {"summary": "Mine, with care."}, {"summary": "Theirs."})
    page = html.unescape(answer.content.decode())
    assert answer.status_code == 409
    assert all(words in page for words in ("From the harbor", "Mine, with care.", "Theirs."))
    assert read_document(stored(role)).summary == "Theirs."


def test_only_what_both_changed_is_asked(editor_client):
    typed = {"summary": "Mine.", "responsibilities-0-text": "Trim it."}
    role, answer = disagree(editor_client, typed, {"summary": "Theirs.", "pros": ("Another",)})
    assert places(answer) == ["Summary"]
    resolve(editor_client, role, answer, **{"place-0-outcome": "theirs"})
    document = read_document(stored(role))
    assert (document.summary, document.responsibilities[0], document.pros) == ("Mine.", "Trim it.", ("Another",))


def test_neither_version_is_shown_as_deleted(editor_client):
    _, answer = disagree(editor_client, {"summary": "Mine."}, {"summary": "Theirs."})
    page = answer.content.decode()
    assert "<del>" not in page
    assert "<ins>" not in page
    assert "<mark>Mine.</mark>" in page
    assert "<mark>Theirs.</mark>" in page


def test_a_row_that_both_rewrote_is_shown_in_both_versions(editor_client):
    typed = {"faqs-0-question": "Do keepers sleep?", "faqs-0-answer": "By day."}
    theirs = (FAQ(question="What about storms?", answer="Bolt the shutters."),)
    role, answer = disagree(editor_client, typed, {"faqs": theirs})
    page = html.unescape(answer.content.decode())
    assert all(words in page for words in ("Do keepers sleep?", "By day.", "What about storms?", "Bolt the shutters."))
    assert "Not in this version" not in page
    choices = {f"{choice.prefix}-outcome": "theirs" for choice in answer.context["form"].choices}
    resolve(editor_client, role, answer, **choices)
    assert read_document(stored(role)).faqs == (FAQ(question="Do keepers sleep?", answer="By day."),)


@pytest.mark.parametrize(("outcome", "expected"), [("theirs", "Mine."), ("ours", "Theirs."), ("edited", "Ours now.")])
def test_the_editor_chooses_a_version_or_writes_one(editor_client, outcome, expected):
    role, answer = disagree(editor_client, {"summary": "Mine."}, {"summary": "Theirs."})
    fields = {"place-0-outcome": outcome, "place-0-summary": "Ours now."}
    resolve(editor_client, role, answer, **fields)
    assert read_document(stored(role)).summary == expected


def test_a_conflict_without_a_choice_is_asked_again(editor_client):
    role, answer = disagree(editor_client, {"summary": "Mine."}, {"summary": "Theirs."})
    again = resolve(editor_client, role, answer)
    assert again.status_code == 409
    assert "Choose one of the versions." in again.content.decode()
    assert "Mine." in again.content.decode()


@pytest.mark.parametrize(("side", "expected"), [("theirs", "Mine."), ("ours", "Theirs.")])
def test_one_button_decides_everything_that_is_left(editor_client, side, expected):
    role, answer = disagree(editor_client, {"summary": "Mine."}, {"summary": "Theirs.", "pros": ("Another",)})
    resolve(editor_client, role, answer, all=side)
    assert read_document(stored(role)).summary == expected
    assert Revision.objects.filter(document__contains="Theirs.").exists()
    assert LogEntry.objects.latest("pk").get_change_message() == "Resolved 1 conflict with another editor."


def test_a_form_without_a_token_and_a_start_overwrites_nothing(editor_client):
    role = make_role()
    data = form_data(editor_client, change_url(role), summary="Forged.")
    del data["lock_token"], data["started_from"]
    assert editor_client.post(change_url(role), data).status_code == 409
    assert read_document(stored(role)) == make_document()


@pytest.mark.parametrize("typed", [{"summary": "Mine."}, {"responsibilities-0-text": "Trim it."}])
def test_nothing_is_published_by_a_stale_form(editor_client, typed):
    role, _ = disagree(editor_client, {**typed, "_publish": "1"}, {"summary": "Theirs."})
    assert not Revision.objects.live().exists()
    assert Role.objects.get(pk=role.pk)


def test_rows_that_another_removed_do_not_lose_what_was_typed(editor_client):
    _, answer = disagree(
        editor_client, {"faqs-0-answer": "Only in winter."}, {"faqs": (), "responsibilities": ("Sing.",)}
    )
    assert answer.status_code == 409
    assert "Only in winter." in answer.content.decode()


def test_a_stale_form_with_an_error_keeps_every_field_and_is_combined_once_it_is_right(editor_client):
    role, answer = disagree(
        editor_client, {"responsibilities-0-text": "Mine.", "slug": "two words"}, {"skills": (), "faqs": ()}
    )
    page = answer.content.decode()
    assert "valid “slug”" in page
    assert all(words in page for words in ("Mine.", "Lamp Maintenance", "Is it lonely?", "while you were writing"))
    again = data_of(answer.context) | {"slug": "lighthouse-keeper"}
    assert editor_client.post(change_url(role), again).status_code == 302
    document = read_document(stored(role))
    assert (document.responsibilities[0], document.skills, document.faqs) == ("Mine.", (), ())


def test_versions_that_break_a_rule_together_are_refused_with_the_rule(editor_client):
    theirs = KeyFacts(currency="EUR", salary_low=30_000, salary_high=40_000)
    role, answer = disagree(editor_client, {"pay_range": "58k - 60k+"}, {"key_facts": theirs})
    assert places(answer) == ["Pay range a year"]
    written = {"key_facts.salary_low": "70000", "key_facts.salary_high": "60000"}
    fields = {f"place-0-{name}": value for name, value in written.items()}
    refused = resolve(editor_client, role, answer, **{"place-0-outcome": "edited"}, **fields)
    assert refused.status_code == 409
    assert "a range with the lower amount first" in refused.content.decode()
    assert read_document(stored(role)).key_facts.salary_low == 30_000


def test_a_third_save_during_the_choice_is_compared_again(editor_client):
    role, answer = disagree(editor_client, {"summary": "Mine."}, {"summary": "Theirs."})
    saved_by_another(role, summary="A third.")
    again = resolve(editor_client, role, answer, **{"place-0-outcome": "theirs"})
    assert again.status_code == 409
    assert all(words in again.content.decode() for words in ("A third.", "has changed since"))
    assert read_document(stored(role)).summary == "A third."


def test_an_edit_whose_conflicts_are_gone_is_kept_and_can_be_saved(editor_client):
    role, answer = disagree(editor_client, {"summary": "Mine."}, {"summary": "Theirs."})
    replace_document(role, make_document(pros=("Another",)), Revision.Kind.EDIT)
    again = resolve(editor_client, role, answer, **{"place-0-outcome": "theirs"})
    assert "No place is in conflict any more." in again.content.decode()
    resolve(editor_client, role, again)
    document = read_document(stored(role))
    assert (document.summary, document.pros) == ("Mine.", ("Another",))


@pytest.mark.parametrize("yours", ["", "{}", "\0", '{"schema": 1}', "[" * 10_000], ids=range(5))
def test_a_forged_version_is_no_version(editor_client, yours):
    role = make_role()
    data = {"yours": yours, "lock_token": str(role.lock_token), "all": "theirs"}
    assert editor_client.post(reverse("admin:guides_role_resolve", args=(role.pk,)), data).status_code == 302
    assert role.revisions.count() == 1


def test_only_who_may_change_a_guide_may_choose(client, django_user_model):
    role = make_role()
    client.force_login(django_user_model.objects.create(username="reader", is_staff=True))
    data = {"yours": make_document(summary="Mine.").canonical(), "all": "theirs"}
    assert client.post(reverse("admin:guides_role_resolve", args=(role.pk,)), data).status_code == 403


def test_a_save_that_changes_nothing_leaves_other_forms_fresh(editor_client):
    role = make_role()
    data = form_data(editor_client, change_url(role))
    other = form_data(editor_client, change_url(role), summary="Mine.")
    editor_client.post(change_url(role), data)
    assert b"combined" not in editor_client.post(change_url(role), other, follow=True).content


def test_a_stale_form_does_not_take_an_owner_back(editor_client, django_user_model):
    role = make_role()
    owner = django_user_model.objects.get(username="ed")
    other = form_data(editor_client, change_url(role), summary="Mine.")
    editor_client.post(change_url(role), form_data(editor_client, change_url(role), owner=owner.pk))
    page = editor_client.post(change_url(role), other, follow=True).content.decode()
    assert "The owner was not changed; your form had nobody." in page
    assert (stored(role).owner, read_document(stored(role)).summary) == (owner, "Mine.")


@pytest.mark.django_db(transaction=True)
def test_of_sixteen_saves_at_once_one_wins_and_fifteen_are_reported_and_nothing_is_lost():
    editor, role = make_editor(), make_role()
    clients = [Client() for _ in range(16)]
    for client in clients:
        client.force_login(editor)
    data = form_data(clients[0], change_url(role))

    def save(number):
        try:
            return clients[number].post(change_url(role), data | {"summary": f"Written by editor {number}."})
        finally:
            connection.close()

    with ThreadPoolExecutor(len(clients)) as threads:
        answers = list(threads.map(save, range(len(clients))))
    won = [number for number, answer in enumerate(answers) if answer.status_code == 302]
    assert sorted(answer.status_code for answer in answers) == [302] + [409] * 15
    assert read_document(Role.objects.get(pk=role.pk)).summary == f"Written by editor {won[0]}."
    for number, answer in enumerate(answers):
        assert number in won or f"Written by editor {number}." in html.unescape(answer.content.decode())
    assert role.revisions.count() == 2
