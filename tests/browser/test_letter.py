"""A job seeker writes a letter in a real browser: with a keyboard, on a phone, without scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations

LETTER = "/guides/customer-service-specialist/cover-letter/"
MINE = f"{LETTER}?tab=mine"
CREATE = "Create my letter"


def press(page, name):
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


def save(page, name, folder):
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def fill(page):
    page.get_by_label("Your name").fill("Ada Byron")
    page.get_by_label("Employer", exact=True).fill("the Corner Bakery")
    page.locator("#id_needs-0-shown").fill("I checked in eighty families a morning.")


def test_a_letter_is_written_and_downloaded_without_scripts(open_page, site, tmp_path):
    page = open_page(site + MINE, java_script_enabled=False, accept_downloads=True)
    fill(page)
    press(page, "Add an example")
    expect(page.locator("#id_needs-2-need")).to_be_focused()
    page.locator("#id_name").press("Enter")
    expect(page.get_by_label("Your cover letter")).to_contain_text("at the Corner Bakery")
    path = save(page, "Plain text", tmp_path)
    assert path.name == "Ada-Byron-Cover-Letter.txt"
    assert "I checked in eighty families a morning." in path.read_text()
    assert save(page, "PDF", tmp_path).read_bytes().startswith(b"%PDF")
    assert page.context.cookies() == []


def test_the_letter_follows_typing_and_an_email_is_ready_to_copy(open_page, site):
    page = open_page(site + MINE)
    fill(page)
    expect(page.get_by_label("Your cover letter")).to_contain_text("I checked in eighty families a morning.")
    page.get_by_label("Kind of letter").select_option("Short email")
    expect(page.get_by_label("Subject", exact=True)).to_have_value("Customer Service Specialist: Ada Byron")
    expect(page.get_by_role("button", name="Copy the email")).to_be_visible()
    expect(page.locator("#builder-status")).to_have_text("Updated.")


def test_a_finding_leads_to_its_field(open_page, site):
    page = open_page(site + MINE, java_script_enabled=False)
    press(page, CREATE)
    page.get_by_role("link", name="The employer is not named.").click()
    expect(page.locator("#id_employer")).to_be_in_viewport()


def test_an_example_begins_a_letter_and_typed_words_are_asked_about(open_page, site):
    page = open_page(site + LETTER, java_script_enabled=False)
    press(page, "Use this as my start")
    expect(page.get_by_label("First paragraph")).to_contain_text("Tansy Lane Eyewear")
    expect(page.get_by_text("still from the example").first).to_be_visible()
    page.get_by_label("First paragraph").fill("My own words.")
    page.get_by_text("Start again from an example or a file").click()
    page.get_by_text("Start from an example").click()
    press(page, "Experienced")
    expect(page.get_by_label("First paragraph")).to_have_value("My own words.")
    press(page, "Replace what I typed")
    expect(page.get_by_label("First paragraph")).to_contain_text("Northbank Cycle Supply")


@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 320)])
def test_axe_finds_nothing_on_a_letter_an_email_and_their_errors(open_page, site, theme, width):
    page = open_page(site + MINE, color_scheme=theme, viewport={"width": width, "height": 800})
    found = {}
    for kind, email in (("Experienced", "ada@example.org"), ("Short email", "nobody")):
        page.get_by_label("Kind of letter").select_option(kind)
        page.get_by_label("Email", exact=True).fill(email)
        press(page, CREATE)
        found[kind] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") == width
    assert found == {"Experienced": [], "Short email": []}


def test_the_form_begins_on_the_first_screen_of_a_phone(open_page, site):
    page = open_page(site + LETTER, java_script_enabled=False, viewport={"width": 360, "height": 800})
    page.get_by_role("link", name="My cover letter").click()
    expect(page.get_by_label("Job you apply for")).to_be_in_viewport()
