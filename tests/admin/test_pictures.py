"""Pictures in the admin: uploaded, described, deleted, and chosen as the lead picture of a guide."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from guides.document import shape
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import Picture, Revision
from tests.admin.forms import form_data
from tests.builders import make_document, make_editor, make_image, make_live, make_picture, make_role
from tests.pictures import SVG, stored

pytestmark = pytest.mark.django_db


def test_a_picture_is_added_found_and_described_in_the_admin(editor_client, media):
    image = SimpleUploadedFile("a.jpg", make_image((200, 200)))
    editor_client.post("/admin/guides/picture/add/", {"image": image, "alt": "A beacon"})
    picture = Picture.objects.get()
    assert picture.uploaded_by.username == "ed"
    assert b"A beacon" in editor_client.get("/admin/guides/picture/", {"q": "beacon"}).content
    page = f"/admin/guides/picture/{picture.pk}/change/"
    assert picture.markdown in editor_client.get(page).content.decode()
    editor_client.post(page, {"alt": "A lit beacon"})
    picture.refresh_from_db()
    assert picture.alt == "A lit beacon"


def test_a_file_that_is_refused_in_the_admin_leaves_nothing(editor_client, media):
    response = editor_client.post(
        "/admin/guides/picture/add/", {"image": SimpleUploadedFile("a.png", SVG), "alt": "A beacon"}
    )
    assert b"Upload a JPEG, PNG or WebP" in response.content
    assert stored(media) == []


def test_a_picture_that_no_guide_shows_can_be_removed_with_its_files(
    editor_client, media, django_capture_on_commit_callbacks
):
    picture = make_picture()
    with django_capture_on_commit_callbacks(execute=True):
        editor_client.post(f"/admin/guides/picture/{picture.pk}/delete/", {"post": "yes"})
    assert (stored(media), Picture.objects.count()) == ([], 0)


def test_a_picture_that_a_guide_shows_cannot_be_removed(editor_client, media):
    picture = make_picture()
    make_live(summary=picture.markdown)
    assert editor_client.post(f"/admin/guides/picture/{picture.pk}/delete/", {"post": "yes"}).status_code == 403


def test_a_picture_that_a_guide_could_go_back_to_cannot_be_removed(editor_client, media):
    picture = make_picture()
    role = make_role(summary=picture.markdown)
    write_document(role, make_document())
    record_revision(role, Revision.Kind.EDIT)
    assert editor_client.post(f"/admin/guides/picture/{picture.pk}/delete/", {"post": "yes"}).status_code == 403


def test_who_may_not_publish_removes_no_picture(client, media):
    client.force_login(make_editor(may_publish=False))
    picture = make_picture()
    assert client.post(f"/admin/guides/picture/{picture.pk}/delete/", {"post": "yes"}).status_code == 403


def test_a_lead_picture_is_chosen_in_the_form_and_takes_its_own_words(editor_client, media):
    role, picture = make_role(), make_picture()
    url = f"/admin/guides/role/{role.pk}/change/"
    editor_client.post(url, form_data(editor_client, url, lead_picture=picture.pk, focus_x=20))
    document = role.revisions.latest().guide
    assert document.picture == shape.Picture(name=picture.name, alt=picture.alt, focus_x=20)
    editor_client.post(url, form_data(editor_client, url, lead_picture=""))
    assert role.revisions.latest().guide.picture is None


@pytest.mark.parametrize("focus", ["101", "-1", "left", ""])
def test_a_focus_outside_the_picture_is_reported_at_its_field(editor_client, media, focus):
    role, picture = make_role(), make_picture()
    url = f"/admin/guides/role/{role.pk}/change/"
    response = editor_client.post(url, form_data(editor_client, url, lead_picture=picture.pk, focus_x=focus))
    assert response.status_code == 200
    assert "focus_x" in response.context["adminform"].form.errors
