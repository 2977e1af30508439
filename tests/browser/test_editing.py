"""The editors' side in Chromium, under the strict content security policy."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from guides.models import Role

PASSWORD = "a keeper of the light"


@pytest.fixture
def form(site, open_page):
    """The form of a role, with an editor logged in."""
    editor = get_user_model().objects.create_user("ed", password=PASSWORD, is_staff=True)
    editor.user_permissions.set(Permission.objects.filter(content_type__app_label="guides"))
    role = Role.objects.get(slug="customer-service-operator")
    page = open_page(f"{site}/admin/guides/role/{role.pk}/change/", viewport={"width": 1440, "height": 900})
    page.fill("#id_username", "ed")
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    return page


def test_a_question_added_in_the_form_is_previewed_saved_and_published(form, site):
    form.click("#faqs-group .add-row a")
    form.fill("#id_faqs-8-question", "Do operators wear uniforms?")
    form.fill("#id_faqs-8-answer", "**Seldom**, and never at home.")
    form.wait_for_selector("#faqs-8 .markdownx-preview strong")
    form.click("input[name=_publish]")
    form.goto(f"{site}/guides/customer-service-operator/")
    form.get_by_text("Do operators wear uniforms?").click()
    assert form.get_by_text("and never at home.").is_visible()


def test_the_tab_key_leaves_the_markdown_editor(form):
    form.focus("#id_summary")
    before = form.input_value("#id_summary")
    form.keyboard.press("Tab")
    assert form.evaluate("document.activeElement.id") != "id_summary"
    assert form.input_value("#id_summary") == before


def test_preview_shows_the_working_copy(form):
    form.fill("#id_summary", "Only in the working copy.")
    form.click("input[name=_preview]")
    assert form.get_by_text("Only in the working copy.").is_visible()
    assert form.get_by_text("Preview.").is_visible()
