"""The cost of a save in the admin: queries and changed rows."""

import re

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from guides.editing.rows import read_document
from guides.models import Role
from tests.admin.forms import change_url, form_data, stored
from tests.builders import make_document, make_role
from tests.fixture_guides import load_guides

pytestmark = pytest.mark.django_db
MOST_QUERIES = 60


def queries_of(client, role, **typed) -> list[str]:
    data = form_data(client, change_url(role), **typed)
    with CaptureQueriesContext(connection) as queries:
        assert client.post(change_url(role), data).status_code == 302
    return [query["sql"] for query in queries]


def tables_written(queries: list[str]) -> set[str]:
    changes = [sql for sql in queries if sql.startswith(("INSERT", "UPDATE", "DELETE"))]
    return {re.search(r'"(\w+)"', sql)[1] for sql in changes} - {"django_session"}


def test_an_edit_of_one_sentence_of_a_long_guide_costs_at_most_sixty_queries(editor_client):
    load_guides()
    role = Role.objects.get(slug="customer-service-operator")
    queries = queries_of(editor_client, role, summary="One sentence, written anew.")
    assert len(queries) <= MOST_QUERIES, "\n".join(sql[:120] for sql in queries)
    assert tables_written(queries) == {"guides_role", "guides_revision", "django_admin_log"}


def test_an_edit_of_one_row_writes_that_row_alone(editor_client):
    load_guides()
    role = Role.objects.get(slug="customer-service-operator")
    rows = {row.pk: row.answer for row in role.faqs.all()}
    queries = queries_of(editor_client, role, **{"faqs-1-answer": "Briefly: yes."})
    assert len(queries) <= MOST_QUERIES
    assert tables_written(queries) == {"guides_faq", "guides_role", "guides_revision", "django_admin_log"}
    second = role.faqs.all()[1]
    assert {row.pk: row.answer for row in role.faqs.all()} == {**rows, second.pk: "Briefly: yes."}
    deleted = [sql for sql in queries if sql.startswith("DELETE")]
    assert deleted == [f'DELETE FROM "guides_faq" WHERE "guides_faq"."id" IN ({second.pk})']


@pytest.mark.parametrize(
    "forged",
    [
        {"faqs-TOTAL_FORMS": "9" * 30},
        {"faqs-TOTAL_FORMS": "-1"},
        {"faqs-INITIAL_FORMS": "999"},
        {"faqs-INITIAL_FORMS": "-5"},
        {"faqs-INITIAL_FORMS": "x"},
        {"faqs-0-id": "99999"},
        {"faqs-0-role": "99999"},
        {"faqs-0-place": "9" * 40},
        {"started_from": "9" * 40},
        {"lock_token": "no token"},
        {"related_roles-0-target": "\0"},
    ],
    ids=lambda forged: "-".join(forged),
)
def test_a_forged_form_is_answered_and_loses_nothing(editor_client, forged):
    role = make_role()
    answer = editor_client.post(change_url(role), form_data(editor_client, change_url(role)) | forged)
    assert answer.status_code in (200, 302, 409)
    assert read_document(stored(role)) == make_document()


def test_a_row_that_was_emptied_is_an_error_and_not_a_deletion(editor_client):
    role = make_role()
    data = form_data(editor_client, change_url(role), **{"responsibilities-0-text": ""})
    answer = editor_client.post(change_url(role), data)
    assert "This field is required." in answer.content.decode()
    assert read_document(stored(role)) == make_document()


def test_a_related_role_keeps_the_words_that_a_guide_has_for_it(editor_client):
    role = make_role()
    Role.objects.filter(slug="harbor-pilot").update(title="Pilot of the Harbor")
    editor_client.post(change_url(role), form_data(editor_client, change_url(role), summary="New."))
    assert [related.title for related in read_document(stored(role)).related] == ["Harbor Pilot"]


def test_a_name_that_another_editor_takes_at_the_same_moment_is_an_error_of_the_form(editor_client, monkeypatch):
    def collide(*args, **kwargs):
        raise IntegrityError("UNIQUE constraint failed")

    monkeypatch.setattr("guides.admin.guide_form.save_edit", collide)
    role = make_role()
    answer = editor_client.post(change_url(role), form_data(editor_client, change_url(role), summary="Mine."))
    assert (answer.status_code, "at the same time. Save again." in answer.content.decode()) == (200, True)
    assert "Mine." in answer.content.decode()


def with_duties(client, role, number: int, **changes) -> dict[str, str]:
    data = form_data(client, change_url(role), **changes)
    rows = {f"responsibilities-{index}-text": f"Trim wick {index}." for index in range(number)}
    return {**data, **rows, "responsibilities-TOTAL_FORMS": str(number)}


def test_too_long_a_list_is_an_error_at_its_part_of_the_form(editor_client):
    role = make_role()
    answer = editor_client.post(change_url(role), with_duties(editor_client, role, 501))
    (place, words) = answer.context["errors_by_place"][0]
    assert (place.anchor, place.label) == ("responsibilities-group", "Responsibilities")
    assert words == "Expected at most 500 rows under “Responsibilities”, found 501."
    assert read_document(stored(role)) == make_document()


def test_a_guide_with_a_longer_list_can_be_saved_as_long_as_the_list_does_not_grow(editor_client):
    role = make_role(make_document(responsibilities=tuple(f"Duty {number}" for number in range(501))))
    saved = editor_client.post(change_url(role), with_duties(editor_client, role, 501))
    grown = editor_client.post(change_url(role), with_duties(editor_client, role, 502))
    assert (saved.status_code, grown.status_code) == (302, 200)
    assert read_document(stored(role)).responsibilities[0] == "Trim wick 0."
