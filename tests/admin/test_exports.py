"""Guides exported from the list of roles, as text and JSON."""

import io
import zipfile

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from guides.models import Role
from tests.admin.uploads import upload
from tests.builders import keeper, make_document, make_live, make_role, make_text
from tests.uploads import file_of

pytestmark = pytest.mark.django_db


def export(client, action: str, *roles):
    data = {"action": action, "_selected_action": [role.pk for role in roles]}
    return client.post(reverse("admin:guides_role_changelist"), data)


def test_one_guide_is_exported_as_a_file(editor_client):
    answer = export(editor_client, "export_text", make_role())
    assert answer.content == make_text()
    assert answer["Content-Disposition"] == 'attachment; filename="lighthouse-keeper.txt"'
    assert export(editor_client, "export_json", keeper()).content.decode() == make_document().canonical()


def test_several_guides_are_exported_as_an_archive_that_changes_nothing_when_imported(editor_client):
    roles = [make_live(), make_role(title="Diver", slug="diver", related=())]
    content = b"".join(export(editor_client, "export_text", *roles).streaming_content)
    assert zipfile.ZipFile(io.BytesIO(content)).namelist() == ["diver.txt", "lighthouse-keeper.txt"]
    assert b"2 unchanged" in upload(editor_client, file_of(content, "guides.zip")).content


def test_every_export_is_in_the_log(editor_client):
    roles = [make_role(), make_role(title="Diver", slug="diver", related=())]
    export(editor_client, "export_json", *roles)
    assert {str(entry.get_change_message()) for entry in LogEntry.objects.all()} == {"Exported as json."}
    assert LogEntry.objects.count() == 2


def test_a_role_in_preparation_has_nothing_to_export(editor_client):
    make_role()
    answer = export(editor_client, "export_text", Role.objects.get(slug="harbor-pilot"))
    assert answer.status_code == 302
