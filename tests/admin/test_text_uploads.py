"""Uploads of texts in the admin: preview, confirmation and permissions."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from guides.editing.deletion import delete_role
from guides.editing.revisions import record_revision
from guides.editing.rows import read_document, write_document
from guides.editing.text_uploads import read_upload, store_upload, work
from guides.models import Revision, Role, Upload, UploadedText
from tests.admin.forms import stored
from tests.admin.uploads import ADD, confirm, upload
from tests.builders import keeper, make_document, make_editor, make_role, make_text
from tests.uploads import file_of, text_of

pytestmark = pytest.mark.django_db


def test_the_preview_writes_nothing_and_the_confirmation_imports(editor_client):
    page = upload(editor_client, file_of(make_text()))
    assert b"1 created" in page.content
    assert not Role.objects.exists()
    assert b"1 created" in confirm(editor_client).content
    assert read_document(keeper()) == make_document()
    assert not Revision.objects.live().exists()


def test_the_preview_tells_conflicts_and_the_import_keeps_them(editor_client):
    role = make_role()
    write_document(role, make_document(summary="Better."))
    record_revision(role, Revision.Kind.EDIT)
    page = upload(editor_client, file_of(make_text(summary="New.")))
    assert "the guide says “Better.”, the text “New.” (conflict)" in page.content.decode()
    assert not role.conflicts.exists()
    page = confirm(editor_client)
    assert reverse("admin:guides_role_conflicts", args=(role.pk,)) in page.content.decode()
    assert role.conflicts.open().count() == 1


def test_a_text_that_is_refused_says_why_and_leaves_the_others_alone(editor_client):
    page = upload(
        editor_client, file_of(b"No guide", "no.txt"), file_of(b"\xff\xfe", "utf16.txt"), file_of(make_text())
    )
    assert "no.txt:1: expected" in page.content.decode()
    assert "utf16.txt:1: expected a text saved as UTF-8, found UTF-16" in page.content.decode()
    confirm(editor_client)
    assert keeper()


def test_the_preview_says_what_was_read(editor_client):
    page = upload(editor_client, file_of(b"Baker Career Guide\n\nBakers bake.\n\nPros\n\n- Bread", "baker.txt"))
    assert "The text has 0 duties, no pay, 0 requirements, 0 skills" in page.content.decode()


def test_a_text_without_any_list_or_figure_is_imported_and_not_published(editor_client):
    upload(editor_client, file_of(b"Baker Career Guide\n\nBakers bake.", "baker.txt"))
    page = confirm(editor_client, publish="on")
    assert "not published, because it has neither a list nor a figure" in page.content.decode()
    assert not Revision.objects.live().exists()


def test_a_second_text_of_one_role_in_an_upload_is_refused(editor_client):
    page = upload(editor_client, file_of(make_text(), "a.txt"), file_of(make_text(pros=()), "b.txt"))
    assert "a second beside a.txt" in page.content.decode()


def test_a_text_of_a_deleted_guide_is_refused(editor_client):
    delete_role(make_role())
    assert "which is deleted" in upload(editor_client, file_of(make_text())).content.decode()


def test_hostile_names_and_texts_are_shown_as_text(editor_client):
    name = "<script>alert(1)</script>\u202e.txt"
    page = upload(editor_client, file_of(make_text(title="<b>Bold</b>", slug="bold"), name))
    assert b"<script>alert(1)" not in page.content
    assert b"<b>Bold</b>" not in confirm(editor_client).content


def test_while_texts_are_left_the_page_shows_progress_and_goes_on_by_a_button(editor_client, django_user_model):
    kept = store_upload(read_upload([file_of(text_of(1), "1.txt")]), django_user_model.objects.get(username="ed"))
    page = editor_client.get(reverse("admin:guides_upload_change", args=(kept.pk,)))
    assert b"<progress" in page.content
    page = editor_client.post(reverse("admin:guides_upload_work", args=(kept.pk,)), follow=True)
    assert b"1 created" in page.content


def test_sources_go_once_they_are_imported_and_all_of_an_upload_after_a_day(editor_client):
    upload(editor_client, file_of(make_text()))
    confirm(editor_client)
    assert bytes(UploadedText.objects.get().source) == b""
    Upload.objects.update(created_at=timezone.now() - timedelta(hours=25))
    editor_client.get(reverse("admin:guides_upload_changelist"))
    assert not UploadedText.objects.exists()


def test_an_upload_can_be_discarded_and_is_logged(editor_client):
    upload(editor_client, file_of(make_text()))
    editor_client.post(reverse("admin:guides_upload_discard", args=(Upload.objects.get().pk,)))
    assert not Upload.objects.exists()
    assert LogEntry.objects.filter(action_flag=DELETION, content_type__model="upload").count() == 1


def test_every_import_is_in_the_log(editor_client):
    upload(editor_client, file_of(make_text()))
    confirm(editor_client)
    entry = LogEntry.objects.get(object_id=keeper().pk)
    assert (entry.is_addition(), entry.user.username) == (True, "ed")
    assert "guide.txt" in entry.change_message


def test_an_upload_without_files_is_reported_at_the_field(editor_client):
    assert b"required" in editor_client.post(reverse(ADD), {}).content


def test_the_number_of_queries_of_a_report_does_not_grow_with_its_texts(editor_client, django_assert_max_num_queries):
    upload(editor_client, *[file_of(text_of(n), f"{n}.txt") for n in range(6)])
    with django_assert_max_num_queries(12):
        editor_client.get(reverse("admin:guides_upload_change", args=(Upload.objects.get().pk,)))


def user_with(django_user_model, *codenames):
    user = django_user_model.objects.create(username="-".join(codenames) or "nobody", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return user


@pytest.mark.parametrize("codenames", [(), ("view_role",), ("change_role",), ("add_role", "view_upload", "add_upload")])
def test_importing_needs_the_permission_to_change_and_to_add_guides(client, django_user_model, codenames):
    client.force_login(user_with(django_user_model, *codenames))
    assert client.get(reverse(ADD)).status_code == 403
    assert upload(client, file_of(make_text())).status_code == 403
    assert not Upload.objects.exists()


def test_publishing_on_import_needs_the_permission_to_publish(client, django_user_model):
    client.force_login(user_with(django_user_model, "change_role", "add_role"))
    assert b'name="publish"' not in upload(client, file_of(make_text())).content
    assert confirm(client, publish="on").status_code == 403
    assert not Role.objects.exists()
    confirm(client)
    assert keeper()
    assert not Revision.objects.live().exists()


def test_who_lost_the_permission_to_publish_meanwhile_publishes_nothing(client, django_user_model):
    user = user_with(django_user_model, "change_role", "add_role")
    kept = store_upload(read_upload([file_of(make_text())]), user)
    list(work(kept))
    Upload.objects.update(publish=True, confirmed_at=timezone.now())
    client.force_login(user)
    client.post(reverse("admin:guides_upload_work", args=(kept.pk,)))
    assert keeper()
    assert not Revision.objects.live().exists()


def test_a_publisher_publishes_on_import(editor_client):
    upload(editor_client, file_of(make_text()))
    assert b"created, published" in confirm(editor_client, publish="on").content.lower().replace(b"</strong>", b"")
    assert Revision.objects.live().get().guide == make_document()


def test_an_upload_is_seen_by_who_made_it_alone(editor_client, django_user_model):
    other = django_user_model.objects.create_superuser("other")
    kept = store_upload(read_upload([file_of(make_text())]), other)
    for name in ("change", "work", "confirm", "discard"):
        address = reverse(f"admin:guides_upload_{name}", args=(kept.pk,))
        answer = editor_client.get(address) if name == "change" else editor_client.post(address)
        assert answer.status_code == 404
    assert b"Texts of" not in editor_client.get(reverse("admin:guides_upload_changelist")).content


@pytest.mark.parametrize("name", ["work", "confirm", "discard"])
def test_a_link_alone_changes_nothing(editor_client, name):
    upload(editor_client, file_of(make_text()))
    address = reverse(f"admin:guides_upload_{name}", args=(Upload.objects.get().pk,))
    assert editor_client.get(address).status_code == 405


def test_every_address_of_uploads_asks_for_a_login(client):
    kept = store_upload(read_upload([file_of(make_text())]), make_editor())
    for name in ("change", "work", "confirm", "discard"):
        answer = client.post(reverse(f"admin:guides_upload_{name}", args=(kept.pk,)))
        assert (answer.status_code, answer.context["must_log_in"]) == (403, True)
    assert Upload.objects.exists()


def taken_text() -> bytes:
    """A text with the address of “C++ Sailor”, another title and no Slug line."""
    return make_text(title="C Sailor", slug="c-sailor")


def test_another_title_at_a_taken_address_is_asked_about_and_refused_without_a_yes(editor_client):
    role = make_role(title="C++ Sailor", slug="c-sailor")
    page = upload(editor_client, file_of(taken_text()), file_of(make_text(), "keeper.txt"))
    assert "rename “C++ Sailor” at c-sailor to “C Sailor”" in page.content.decode()
    page = confirm(editor_client)
    assert "found “C Sailor”. To rename that guide, add the line “Slug: c-sailor”" in page.content.decode()
    assert stored(role).title == "C++ Sailor"
    assert keeper()


def test_another_title_is_imported_with_a_yes(editor_client):
    role = make_role(title="C++ Sailor", slug="c-sailor")
    upload(editor_client, file_of(taken_text()))
    confirm(editor_client, rename=[UploadedText.objects.get().pk])
    assert stored(role).title == "C Sailor"


def test_a_yes_counts_for_its_own_text_and_forged_ones_for_none(editor_client):
    first = make_role(title="C++ Sailor", slug="c-sailor")
    second = make_role(title="R&D Cook", slug="rd-cook")
    upload(editor_client, file_of(taken_text()), file_of(make_text(title="RD Cook", slug="rd-cook"), "b.txt"))
    confirm(editor_client, rename=[UploadedText.objects.get(slug="rd-cook").pk, "x", "9" * 30])
    assert (stored(first).title, stored(second).title) == ("C++ Sailor", "RD Cook")


def test_a_text_that_names_its_address_is_not_asked_about(editor_client):
    make_role(title="C++ Sailor", slug="c-sailor")
    text = taken_text().replace(b"Guide Details\n", b"Guide Details\nSlug: c-sailor\n")
    assert b"rename" not in upload(editor_client, file_of(text)).content
