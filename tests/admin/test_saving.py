"""The cost of a save in the admin: queries and changed rows."""

import re

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guides.models import Role
from tests.admin.test_admin import change_url, form_data

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
    call_command("loaddata", "guides", verbosity=0)
    role = Role.objects.get(slug="customer-service-operator")
    queries = queries_of(editor_client, role, summary="One sentence, written anew.")
    assert len(queries) <= MOST_QUERIES, "\n".join(sql[:120] for sql in queries)
    assert tables_written(queries) == {"guides_role", "guides_revision", "django_admin_log"}


def test_an_edit_of_one_row_writes_that_row_alone(editor_client):
    call_command("loaddata", "guides", verbosity=0)
    role = Role.objects.get(slug="customer-service-operator")
    rows = {row.pk: row.answer for row in role.faqs.all()}
    queries = queries_of(editor_client, role, **{"faqs-1-answer": "Briefly: yes."})
    assert len(queries) <= MOST_QUERIES
    assert tables_written(queries) == {"guides_faq", "guides_role", "guides_revision", "django_admin_log"}
    second = role.faqs.all()[1]
    assert {row.pk: row.answer for row in role.faqs.all()} == {**rows, second.pk: "Briefly: yes."}
    deleted = [sql for sql in queries if sql.startswith("DELETE")]
    assert deleted == [f'DELETE FROM "guides_faq" WHERE "guides_faq"."id" IN ({second.pk})']
