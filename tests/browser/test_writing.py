"""Writing a guide in Chromium: every kind of part, rows moved by keyboard and by drag, and the suggestions."""

from dataclasses import replace

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from playwright.sync_api import expect

from guides.document.material import MATERIAL
from guides.document.shape import GuideDocument
from guides.editing.groups import make_groups
from guides.editing.revisions import replace_document
from guides.editing.rows import read_document
from guides.models import Revision, Role
from tests.browser.accessibility import violations
from tests.builders import make_image

PASSWORD = "a keeper of the light"
# What an editor types into a new row of each part.
ROWS = {
    "industries": {"industry": "Retail Trade"},
    "sources": {"name": "Harbor Board", "url": "https://example.org/pay", "as_of": "2026-05"},
    "provenance": {
        "figure": "growth_percent",
        "value": "5",
        "kind": "editor",
        "source": "Harbor Board",
        "checked": "2026-05",
    },
    "sections": {"kind": "overview", "heading": "What is a Diver?", "body": "A diver **works** under water. " * 6},
    "responsibilities": {"text": "Weld under water."},
    "education_requirements": {"text": "Diving licence"},
    "skills": {"kind": "technical", "name": "Welding", "detail": "Arc and gas"},
    "steps": {"text": "Learn to dive."},
    "salary_levels": {"title": "Diver", "median": "39k", "average": "$40,500"},
    "other_pay": {"figure": "median", "words": "$18.81 an hour"},
    "career_steps": {"title": "Diver", "experience": "0-1 year", "description": "Dives."},
    "specializations": {"name": "Salvage", "description": "Lifts wrecks."},
    "pros_cons": {"kind": "pro", "text": "The silence"},
    "faqs": {"question": "Is it cold?", "answer": "Yes."},
    "resources": {"kind": "resume", "title": "Diver Resume Examples", "blurb": "To start from."},
    "related_roles": {"target": "Call Center Operator", "blurb": "On dry land."},
}


@pytest.fixture
def open_form(site, open_page):
    """Open an address of the admin of roles, with somebody of a group logged in."""
    make_groups(apps)

    def open_form(path, group="Editor", shows="#role_form", opener=open_page, **options):
        user = get_user_model().objects.create_user(group.lower(), password=PASSWORD, is_staff=True)
        user.groups.add(Group.objects.get(name=group))
        page = opener(f"{site}/admin/guides/role/{path}", **{"viewport": {"width": 1440, "height": 900}, **options})
        page.fill("#id_username", user.username)
        page.fill("#id_password", PASSWORD)
        page.click("input[type=submit]")
        page.wait_for_selector(shows)
        return page

    return open_form


def change_path(slug="customer-service-operator") -> str:
    return f"{Role.objects.get(slug=slug).pk}/change/"


def stored(slug="customer-service-operator") -> GuideDocument:
    return read_document(Role.objects.with_parts().get(slug=slug))


def add_row(page, part, values):
    page.click(f"#{part}-group .add-row a")
    row = f"{part}-{page.locator(f'#{part}-group .part-row:not(.empty-form)').count() - 1}"
    for name, value in values.items():
        field = page.locator(f"#id_{row}-{name}")
        if name in ("industry", "target"):
            page.click(f"#{row} .select2-selection")
            page.fill(".select2-search__field", value)
            page.locator(".select2-results__option", has_text=value).first.click()
        elif field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def titles(page, part) -> list[str]:
    return page.locator(f"#{part}-group .part-row:not(.empty-form) .part-row__title").all_inner_texts()


def check(page) -> str:
    """Have the form checked in place; the words of the panel."""
    with page.expect_response(lambda response: response.request.method == "POST" and "/role/" in response.url):
        page.click(".checks__again")
    page.locator("#form-news", has_text="Checked").wait_for(state="attached")
    return page.inner_text("#checks")


def add_picture(page, words):
    """Put a picture into the summary."""
    page.locator(".field-summary .markdownx-tools__picture").click()
    page.set_input_files("#picture-dialog-image", {"name": "a.png", "mimeType": "image/png", "buffer": make_image()})
    page.fill("#picture-dialog-alt", words)
    page.keyboard.press("Enter")
    page.wait_for_selector(f".field-summary .markdownx-preview img[alt='{words}']")


def write_diver(page):
    """Fill a new form with something of every kind; the panel follows."""
    page.fill("#id_title", "Diver")
    page.select_option("#id_currency", "USD")
    page.fill("#id_median_salary", "$39,120")
    page.fill("#id_pay_range", "$29k - $56k+")
    page.fill("#id_growth_percent", "5%")
    page.fill("#id_annual_openings", "≈330k")
    assert "No summary." in check(page)
    page.fill("#id_summary", "Divers work under water, where they build, mend and find what others cannot reach. " * 2)
    add_picture(page, "A diver")
    for part, values in ROWS.items():
        add_row(page, part, values)
        assert values.get("name", values.get("text", "")) in titles(page, part)[0]
    add_row(page, "pros_cons", {"kind": "con", "text": "The cold"})
    words = check(page)
    assert "No summary." not in words
    assert "“Yes.”" in words
    page.fill("#id_faqs-0-answer", "It is, below ten metres and in every winter, so divers wear dry suits.")
    assert "“Yes.”" not in check(page)


def test_a_new_guide_is_written_checked_previewed_reviewed_and_published(open_form, open_page, site, media):
    editor = open_form("add/")
    write_diver(editor)
    editor.click("input[name=_preview]")
    expect(editor.get_by_role("heading", name="Diver", exact=True, level=1)).to_be_visible()
    expect(editor.get_by_alt_text("A diver")).to_be_visible()
    editor.goto(f"{site}/admin/guides/role/{change_path('diver')}")
    editor.click("input[name=_review]")
    editor.click("button[value=send]")
    editor.get_by_text("Sent revision 1 to review.").wait_for()
    assert editor.locator("button[value=publish]").count() == 0
    path = change_path("diver").replace("change", "publication")
    publisher = open_form(path, group="Publisher", shows="button[value=publish]")
    publisher.click("button[value=publish]")
    publisher.get_by_text("Revision 1 is live now.").wait_for()
    page = open_page(f"{site}/guides/diver/")
    expect(page.get_by_alt_text("A diver").first).not_to_have_js_property("naturalWidth", 0)
    document = stored("diver")
    empty = GuideDocument(title="", slug="")
    parts = [name for name in document.__dataclass_fields__ if name not in ("schema", "picture", *MATERIAL)]
    assert [name for name in parts if getattr(document, name) == getattr(empty, name)] == []
    facts = document.key_facts
    assert (facts.median_salary, facts.salary_high, facts.salary_high_is_open) == (39_120, 56_000, True)
    assert (document.salary_levels[0].average, document.career_path[0].years_max) == (40_500, 1)


def test_a_form_that_is_sent_after_its_login_is_kept_and_sent_again(open_form, open_quietly):
    page = open_form(change_path(), opener=open_quietly)
    page.fill("#id_summary", "Written for hours,\n\nin two paragraphs.")
    page.context.clear_cookies(name="sessionid")
    page.locator("input[name=_continue]").first.click()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Log in in another window").click()
    window = opened.value
    window.fill("#id_username", "editor")
    window.fill("#id_password", PASSWORD)
    window.click("input[type=submit]")
    window.wait_for_selector("#user-tools")
    page.click("input[value='Send again']")
    page.wait_for_selector(".messagelist .success")
    assert stored().summary == "Written for hours,\n\nin two paragraphs."


def test_a_suggestion_leads_to_its_field_in_a_folded_row_and_disappears_once_it_is_followed(open_form):
    document = stored("customer-service-specialist")
    short = replace(document.faqs[4], answer="It depends.")
    role = Role.objects.get(slug="customer-service-specialist")
    faqs = (*document.faqs[:4], short, *document.faqs[5:])
    replace_document(role, replace(document, faqs=faqs), Revision.Kind.EDIT)
    page = open_form(change_path("customer-service-specialist"))
    link = page.get_by_role("link", name="Question 5, answer")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#id_faqs-4-answer")).to_be_focused()
    expect(page.locator("#id_faqs-4-answer")).to_be_visible()
    page.fill("#id_faqs-4-answer", "Pay differs a lot from country to country. " * 5)
    check(page)
    expect(link).to_have_count(0)
    assert stored("customer-service-specialist").faqs[4].answer.count("differs a lot") == 0


def test_rows_are_moved_by_keyboard_announced_and_saved_in_their_new_order(open_form):
    page = open_form(change_path())
    first, second, third = titles(page, "responsibilities")[:3]
    down = page.locator("#responsibilities-0 [data-move=down]")
    down.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert titles(page, "responsibilities")[:3] == [second, third, first]
    expect(down).to_be_focused()
    expect(page.locator("#form-news")).to_contain_text("is now 3 of 7")
    before = stored().responsibilities
    page.click("input[name=_continue]")
    page.wait_for_selector(".messagelist .success")
    assert stored().responsibilities[:3] == (before[1], before[2], before[0])


def test_rows_are_moved_by_drag_and_deleted(open_form):
    page = open_form(change_path())
    before = stored().steps
    page.locator("#steps-0 .part-row__handle").scroll_into_view_if_needed()
    target = page.locator("#steps-1").bounding_box()
    page.locator("#steps-0 .part-row__handle").hover()
    page.mouse.down()
    page.mouse.move(target["x"] + 20, target["y"] + target["height"] - 4, steps=5)
    page.mouse.up()
    page.check("#id_steps-2-DELETE")
    page.click("input[name=_continue]")
    page.wait_for_selector(".messagelist .success")
    assert [step.text for step in stored().steps[:2]] == [before[1].text, before[0].text]
    assert len(stored().steps) == len(before) - 1


def test_a_form_with_an_error_is_shown_with_it_when_it_is_checked(open_form):
    page = open_form(change_path())
    page.fill("#id_median_salary", "much")
    page.click(".checks__again")
    page.wait_for_selector("#role_form > div > .errornote")
    expect(page.locator("#role_form")).to_contain_text("“much” is not a whole amount")
    expect(page.locator("#checks")).to_contain_text("Fix the marked fields to check")


def test_without_javascript_rows_are_added_ordered_and_checked(open_form):
    page = open_form(f"{change_path()}?rows=1", java_script_enabled=False)
    before = stored().responsibilities
    page.click("#responsibilities-7 summary")
    page.fill("#id_responsibilities-7-text", "Sing.")
    page.fill("#id_responsibilities-7-place", "1")
    page.click(".checks__again")
    expect(page.locator("#checks")).to_contain_text("nothing was saved")
    page.click("input[name=_save]")
    page.wait_for_selector(".messagelist .success")
    assert stored().responsibilities == ("Sing.", *before)


def test_the_form_fits_a_phone_and_the_check_covers_nothing(open_form):
    page = open_form(change_path(), viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.click(".guide-form__jump a")
    expect(page.locator("#checks")).to_be_focused()
    form, panel = page.locator("#role_form").bounding_box(), page.locator("#checks").bounding_box()
    assert panel["y"] >= form["y"] + form["height"]


def test_axe_finds_nothing_but_what_is_the_admins_own(open_form, theme):
    """Left out are Django's breadcrumbs, whose links have no underline, and its Select2, nameless while empty."""
    page = open_form(change_path(), color_scheme=theme)
    page.click("#faqs-0 summary")
    page.click("#salary_levels-0 summary")
    not_ours = {"exclude": [[".breadcrumbs"], [".select2-container"]]}
    assert violations(page, not_ours, preload=False) == []
