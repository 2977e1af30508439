"""The editors' side in Chromium, under the strict content security policy."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from playwright.sync_api import expect

from guides.models import Picture, Role
from tests.builders import make_image, make_picture

PASSWORD = "a keeper of the light"


def form_of(open_page, site):
    """The form of a role, with an editor logged in."""
    editor = get_user_model().objects.create_user("ed", password=PASSWORD, is_staff=True)
    editor.user_permissions.set(Permission.objects.filter(content_type__app_label="guides"))
    role = Role.objects.get(slug="customer-service-operator")
    page = open_page(f"{site}/admin/guides/role/{role.pk}/change/", viewport={"width": 1440, "height": 900})
    log_in(page)
    return page


def log_in(page):
    page.fill("#id_username", "ed")
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")


@pytest.fixture
def form(site, open_page):
    return form_of(open_page, site)


def test_a_question_added_in_the_form_is_previewed_saved_and_published(form, site):
    form.click("#faqs-group .add-row a")
    form.fill("#id_faqs-12-question", "Do operators wear uniforms?")
    form.fill("#id_faqs-12-answer", "**Seldom**, and never at home.")
    form.wait_for_selector("#faqs-12 .markdownx-preview strong")
    form.click("input[name=_publish]")
    form.wait_for_selector(".messagelist .success")
    form.goto(f"{site}/guides/customer-service-operator/")
    form.get_by_text("Do operators wear uniforms?").click()
    expect(form.get_by_text("and never at home.")).to_be_visible()


def test_the_tab_key_leaves_the_markdown_editor(form):
    form.focus("#id_summary")
    before = form.input_value("#id_summary")
    form.keyboard.press("Tab")
    expect(form.locator("#id_summary")).not_to_be_focused()
    expect(form.locator("#id_summary")).to_have_value(before)


def asks_who_leaves(page) -> bool:
    """Whether a click on a link asks first; the answer is to stay."""
    page.wait_for_selector("#role_form.has-part-tools")
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.locator("#user-tools a", has_text="View site").click()
    return asked == ["beforeunload"]


def test_nobody_leaves_unsaved_words_unasked(form, site):
    summary = form.input_value("#id_summary")
    form.fill("#id_summary", "Not saved yet.")
    assert asks_who_leaves(form)
    expect(form.locator("#id_summary")).to_have_value("Not saved yet.")
    form.fill("#id_summary", summary)
    assert not asks_who_leaves(form)
    form.wait_for_url(f"{site}/")


def test_nobody_leaves_words_that_were_refused_unasked(form):
    form.fill("#id_title", "")
    form.locator("#role_form").evaluate("form => { form.noValidate = true; }")
    form.click("input[name=_continue]")
    form.locator("#role_form .errornote").first.wait_for()
    assert asks_who_leaves(form)


def test_preview_shows_the_working_copy(form):
    form.fill("#id_summary", "Only in the working copy.")
    form.click("input[name=_preview]")
    expect(form.get_by_text("Only in the working copy.")).to_be_visible()
    expect(form.get_by_text("Preview.")).to_be_visible()


def test_a_picture_is_asked_for_its_words_shown_in_the_preview_and_published(form, site, media):
    photo = {"name": "photo.png", "mimeType": "image/png", "buffer": make_image(kind="PNG")}
    form.locator(".field-summary .markdownx-tools__picture").click()
    form.set_input_files("#picture-dialog-image", photo)
    form.click(".picture-dialog [type=submit]")
    expect(form.locator("#picture-dialog")).to_be_visible()  # it wants the words
    form.fill("#picture-dialog-alt", "Two halves [of one]")
    form.keyboard.press("Enter")
    form.wait_for_selector(".field-summary .markdownx-preview img[alt='Two halves [of one]']")
    expect(form.locator("#id_summary")).to_be_focused()
    form.click("input[name=_publish]")
    form.wait_for_selector(".messagelist .success")
    form.goto(f"{site}/guides/customer-service-operator/")
    expect(form.get_by_alt_text("Two halves [of one]")).not_to_have_js_property("naturalWidth", 0)


def test_what_was_typed_is_saved_after_a_login_in_another_window(open_quietly, site):
    form = form_of(open_quietly, site)
    for field in ("#id_summary", "#id_growth_note"):
        form.fill(field, "Typed while the login ended.")
    form.context.clear_cookies(name="sessionid")
    form.click("input[name=_preview]")
    form.get_by_text("Your login expired").wait_for()
    with form.context.expect_page() as opened:
        form.get_by_text("Log in in another window").click()
    log_in(opened.value)
    opened.value.wait_for_url(f"{site}/admin/")
    form.bring_to_front()
    form.click("input[value='Send again']")
    form.wait_for_url("**/preview/")
    expect(form.get_by_text("Typed while the login ended.").first).to_be_visible()


def test_a_refused_form_keeps_rows_open_and_in_their_typed_order(form):
    form.locator("#role_form.has-part-tools").wait_for()
    form.click("#faqs-2 summary")
    form.click("#faqs-0 [data-move=down]")
    form.fill("#id_title", "")
    form.locator("#role_form").evaluate("form => { form.noValidate = true; }")
    form.click("input[name=_continue]")
    form.locator(".mistakes").wait_for()
    form.locator("#role_form.has-part-tools").wait_for()
    rows = form.locator("#faqs-group .part-row:not(.empty-form)")
    assert rows.evaluate_all("rows => rows.slice(0, 3).map(row => row.id)") == ["faqs-1", "faqs-0", "faqs-2"]
    assert form.locator("#faqs-group [open]").evaluate_all("rows => rows.map(row => row.parentElement.id)") == [
        "faqs-2"
    ]


@pytest.mark.parametrize("event", ["paste", "drop"])
def test_a_pasted_or_dropped_picture_is_asked_for_its_words_first(form, media, event):
    form.locator("#id_summary").evaluate(
        """(editor, [type, bytes]) => {
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array(bytes)], "photo.jpg", { type: "image/jpeg" }));
            const options = { bubbles: true, cancelable: true };
            const event = type === "paste"
                ? new ClipboardEvent(type, { ...options, clipboardData: data })
                : new DragEvent(type, { ...options, dataTransfer: data });
            editor.dispatchEvent(event);
        }""",
        [event, list(make_image((200, 200)))],
    )
    expect(form.locator("#picture-dialog-alt")).to_be_focused()
    assert Picture.objects.count() == 0
    form.keyboard.type("A square")
    form.keyboard.press("Enter")
    form.wait_for_selector(".field-summary .markdownx-preview img[alt='A square']")


def test_leaving_the_dialog_uploads_nothing_and_goes_back_to_the_text(form, media):
    button = form.locator(".field-summary .markdownx-tools__picture")
    before = form.input_value("#id_summary")
    button.focus()
    form.keyboard.press("Enter")
    form.keyboard.press("Escape")
    expect(button).to_be_focused()
    assert (form.input_value("#id_summary"), Picture.objects.count()) == (before, 0)


def test_the_focus_of_a_lead_picture_is_chosen_on_the_picture(form, site, media):
    make_picture(alt="Two halves")
    form.locator(".field-lead_picture .select2-selection").click()
    form.locator(".select2-results__option", has_text="Two halves").click()
    image = form.locator(".picture-focus__image")
    image.wait_for()
    box = image.bounding_box()
    image.click(position={"x": box["width"] - 2, "y": 2})
    assert int(form.input_value("#id_focus_x")) > 95
    assert int(form.input_value("#id_focus_y")) < 5
    form.click("input[name=_publish]")
    form.wait_for_selector(".messagelist .success")
    form.goto(f"{site}/guides/customer-service-operator/")
    picture = form.locator("img.lead-picture--x-100.lead-picture--y-0[alt='Two halves']")
    assert picture.evaluate("image => getComputedStyle(image).objectPosition") == "100% 0%"


def test_interview_questions_are_written_on_a_page_of_their_own(form):
    form.locator("#material a", has_text="Interview questions").click()
    form.click("#interview-group .add-row a")
    form.select_option("#id_interview-18-kind", "closing")
    form.fill("#id_interview-18-question", "Do you have a question for us?")
    form.click("input[name=_save]")
    expect(form.locator("#material")).to_contain_text("Interview questions: 19")
    form.locator(".checks a", has_text="Interview questions 19, plan").click()
    expect(form.locator("#id_interview-18-plan")).to_be_focused()
