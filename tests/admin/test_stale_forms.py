"""Two editors on one guide: one saves, the other is shown both versions and loses nothing."""

import html
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test import Client
from django.urls import reverse

from guides.editing.revisions import record_revision
from guides.editing.rows import read_document, write_document
from guides.models import Revision, Role
from tests.admin.forms import change_url, form_data, stored
from tests.builders import make_document, make_editor, make_role

pytestmark = pytest.mark.django_db


def saved_by_another(role, **parts):
    write_document(role, make_document(**parts))
    record_revision(role, Revision.Kind.EDIT, comment="From the harbor")


def resolve(client, role, answer, **choices):
    """Post the comparison with its hidden fields and these choices."""
    context = answer.context
    data = {name: context[name] for name in ("yours", "lock_token", "base", "comment")}
    chosen = {choice.name: choice.chosen for choice in context["choices"] if choice.chosen}
    return client.post(reverse("admin:guides_role_resolve", args=(role.pk,)), {**data, **chosen, **choices})


def test_a_stale_form_is_answered_with_both_versions(editor_client):
    role = make_role()
    data = form_data(editor_client, change_url(role), summary="Mine, with care.")
    saved_by_another(role, summary="Theirs.")
    answer = editor_client.post(change_url(role), data)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "From the harbor" in page
    assert all(words in html.unescape(page) for words in ("Mine, with care.", "Theirs."))
    assert read_document(stored(role)).summary == "Theirs."


def test_a_form_without_a_token_is_stale(editor_client):
    role = make_role()
    data = form_data(editor_client, change_url(role), summary="Forged.")
    del data["lock_token"]
    assert editor_client.post(change_url(role), data).status_code == 409
    assert read_document(stored(role)) == make_document()


def test_nothing_is_published_by_a_stale_form(editor_client):
    role = make_role()
    data = form_data(editor_client, change_url(role), _publish="1")
    saved_by_another(role, summary="Theirs.")
    assert editor_client.post(change_url(role), data).status_code == 409
    assert not Revision.objects.live().exists()


def test_what_only_one_side_changed_is_chosen_already(editor_client):
    role = make_role()
    data = form_data(editor_client, change_url(role), **{"responsibilities-0-text": "Trim it."})
    saved_by_another(role, summary="Theirs.")
    answer = editor_client.post(change_url(role), data)
    assert {choice.difference.path: choice.chosen for choice in answer.context["choices"]} == {
        "summary": "theirs",
        "responsibilities": "yours",
    }
    assert resolve(editor_client, role, answer).status_code == 302
    assert read_document(stored(role)) == make_document(
        summary="Theirs.", responsibilities=("Trim it.", "Log every ship.")
    )
    assert LogEntry.objects.latest("pk").get_change_message().startswith("Saved revision 3, 1 of 2")


@pytest.mark.parametrize(("side", "expected"), [("yours", "Mine."), ("theirs", "Theirs.")])
def test_what_both_changed_is_chosen_by_the_editor(editor_client, side, expected):
    role = make_role()
    data = form_data(editor_client, change_url(role), summary="Mine.")
    saved_by_another(role, summary="Theirs.")
    answer = editor_client.post(change_url(role), data)
    undecided = resolve(editor_client, role, answer)
    assert "choose one of the versions" in undecided.content.decode()
    resolve(editor_client, role, undecided, **{"choice-0": side})
    assert read_document(stored(role)).summary == expected


@pytest.mark.parametrize(("side", "expected"), [("yours", "Mine."), ("theirs", "Theirs.")])
def test_one_button_takes_a_whole_version(editor_client, side, expected):
    role = make_role()
    data = form_data(editor_client, change_url(role), summary="Mine.")
    saved_by_another(role, summary="Theirs.", pros=("Another",))
    resolve(editor_client, role, editor_client.post(change_url(role), data), all=side)
    assert read_document(stored(role)).summary == expected
    assert Revision.objects.filter(document__contains="Theirs.").exists()


def test_rows_that_another_removed_or_added_do_not_lose_what_was_typed(editor_client):
    role = make_role()
    data = form_data(editor_client, change_url(role), **{"faqs-0-answer": "Only in winter."})
    saved_by_another(role, faqs=(), responsibilities=("Sing.",))
    answer = editor_client.post(change_url(role), data)
    assert answer.status_code == 409
    assert "Only in winter." in answer.content.decode()


def test_a_stale_form_with_a_mistake_keeps_every_field_and_then_meets_the_comparison(editor_client):
    role = make_role()
    data = form_data(editor_client, change_url(role), summary="Mine.", slug="two words")
    saved_by_another(role, skills=(), faqs=())
    answer = editor_client.post(change_url(role), data)
    page = answer.content.decode()
    assert "valid “slug”" in page
    assert all(words in page for words in ("Mine.", "Lamp Maintenance", "Is it lonely?", "while you were writing"))
    again = form_data_of(answer) | {"slug": "lighthouse-keeper"}
    assert editor_client.post(change_url(role), again).status_code == 409


def form_data_of(response):
    """As test_admin.form_data, of a page that was answered already."""

    class Answered:
        def get(self, url):
            response.status_code = 200
            return response

    return form_data(Answered(), "")


def test_sides_that_are_no_guide_together_are_told_and_can_be_chosen_anew(editor_client):
    role = make_role()
    data = form_data(editor_client, change_url(role), pay_range="58k - 60k+")
    facts = make_document().key_facts
    saved_by_another(role, key_facts=type(facts)(currency="EUR", salary_low=30_000, salary_high=40_000))
    answer = editor_client.post(change_url(role), data)
    places = {choice.difference.path: choice.name for choice in answer.context["choices"]}
    wanted = dict.fromkeys(places.values(), "theirs") | {places["key_facts.salary_low"]: "yours"}
    told = resolve(editor_client, role, answer, **wanted)
    assert told.status_code == 409
    assert told.context["findings"]
    assert read_document(stored(role)).key_facts.salary_low == 30_000


def test_a_third_save_during_the_choice_is_compared_anew(editor_client):
    role = make_role()
    data = form_data(editor_client, change_url(role), summary="Mine.")
    saved_by_another(role, summary="Theirs.")
    answer = editor_client.post(change_url(role), data)
    saved_by_another(role, summary="A third.")
    again = resolve(editor_client, role, answer, **{"choice-0": "yours"})
    assert again.status_code == 409
    assert read_document(stored(role)).summary == "A third."


@pytest.mark.parametrize("yours", ["", "{}", "\0", '{"schema": 1}', "[" * 10_000], ids=range(5))
def test_a_forged_version_is_no_version(editor_client, yours):
    role = make_role()
    data = {"yours": yours, "lock_token": str(role.lock_token), "all": "yours"}
    assert editor_client.post(reverse("admin:guides_role_resolve", args=(role.pk,)), data).status_code == 302
    assert role.revisions.count() == 1


def test_only_who_may_change_a_guide_may_choose(client, django_user_model):
    role = make_role()
    client.force_login(django_user_model.objects.create(username="reader", is_staff=True))
    data = {"yours": make_document(summary="Mine.").canonical(), "all": "yours"}
    assert client.post(reverse("admin:guides_role_resolve", args=(role.pk,)), data).status_code == 403


def test_a_save_that_changes_nothing_leaves_other_forms_fresh(editor_client):
    role = make_role()
    data = form_data(editor_client, change_url(role))
    other = form_data(editor_client, change_url(role), summary="Mine.")
    editor_client.post(change_url(role), data)
    assert editor_client.post(change_url(role), other).status_code == 302


def test_a_change_of_owner_makes_other_forms_stale(editor_client, django_user_model):
    role = make_role()
    owner = django_user_model.objects.get(username="ed")
    other = form_data(editor_client, change_url(role), summary="Mine.")
    editor_client.post(change_url(role), form_data(editor_client, change_url(role), owner=owner.pk))
    assert editor_client.post(change_url(role), other).status_code == 409


@pytest.mark.django_db(transaction=True)
def test_of_sixteen_saves_at_once_one_wins_and_fifteen_are_told_and_nothing_is_lost():
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
