"""Importing a changed text in Chromium: upload, preview, import, and a conflict resolved."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from playwright.sync_api import expect

from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import Revision, Role
from tests.browser.accessibility import violations
from tests.builders import make_document, make_role, make_text

PASSWORD = "a keeper of the light"


@pytest.fixture
def log_in(live_server, transactional_db, open_page):
    """A page on the form for uploads, of an editor who is logged in."""
    editor = get_user_model().objects.create_user("ed", password=PASSWORD, is_staff=True)
    editor.user_permissions.set(Permission.objects.filter(content_type__app_label="guides"))

    def log_in(**options):
        page = open_page(f"{live_server.url}/admin/guides/upload/add/", **options)
        page.fill("#id_username", "ed")
        page.fill("#id_password", PASSWORD)
        page.click("input[type=submit]")
        page.wait_for_selector("#id_files")
        return page

    return log_in


def disagreeing_text() -> bytes:
    """A role that an editor changed, and a text that says something else there and something new elsewhere."""
    role = make_role()
    write_document(role, make_document(summary="Keepers tend a light and the ships that trust it."))
    record_revision(role, Revision.Kind.EDIT)
    return make_text(summary="Keepers look after a light.", pros=("The view", "The quiet"))


def upload(page, source: bytes, name: str = "keeper.txt"):
    page.set_input_files("#id_files", {"name": name, "mimeType": "text/plain", "buffer": source})
    page.click("text=Upload and preview")


def continue_until(page, words: str, scripts: bool) -> None:
    """Wait for a page that says something, or press the button as long as it does not."""
    wanted = page.locator(f"text={words} >> visible=true").or_(page.locator(f"input[value='{words}']")).first
    while not scripts and not wanted.is_visible():
        page.click("input[value='Continue']")
    wanted.wait_for(timeout=60_000)


@pytest.mark.parametrize(("width", "theme"), [(360, "dark"), (1440, "light")])
def test_a_changed_text_is_imported_and_its_conflict_resolved(log_in, width, theme):
    source = disagreeing_text()
    page = log_in(viewport={"width": width, "height": 900}, color_scheme=theme)
    assert violations(page) == []
    upload(page, source)
    page.get_by_text("Planned changes").click()
    expect(page.get_by_text("the guide says “Keepers tend a light")).to_be_visible()
    assert violations(page) == []
    page.click("text=Import 1 text")
    page.get_by_role("link", name="Resolve conflicts").click()
    expect(page.get_by_text("Keepers look after a light", exact=False).first).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.get_by_label("Take the text's version").check()
    page.click("input[value='Save']")
    page.get_by_text("Resolved 1 conflict. Saved as revision 4.").wait_for()
    document = Role.objects.get(slug="lighthouse-keeper").revisions.latest().guide
    assert (document.summary, document.pros) == ("Keepers look after a light.", ("The view", "The quiet"))


@pytest.mark.parametrize("scripts", [True, False])
def test_many_texts_are_imported_with_scripts_and_without(log_in, scripts):
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for number in range(40):
            archive.writestr(f"{number}.txt", make_text(title=f"Keeper {number}", slug=f"keeper-{number}", related=()))
    page = log_in(java_script_enabled=scripts)
    upload(page, file.getvalue(), "all.zip")
    continue_until(page, "Import 40 texts", scripts)
    page.click("input[value='Import 40 texts']")
    continue_until(page, "Imported: 40 created", scripts)
    assert Role.objects.count() == 40


def test_a_guide_is_exported_from_the_list(log_in, live_server):
    make_role()
    page = log_in()
    page.goto(f"{live_server.url}/admin/guides/role/?state=draft")
    page.check("input.action-select")
    page.select_option("select[name=action]", "export_text")
    with page.expect_download() as download:
        page.click("button[name=index]")
    assert download.value.suggested_filename == "lighthouse-keeper.txt"
