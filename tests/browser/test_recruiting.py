"""A recruiter in Chromium: fills the form, takes the description away, sends its address."""

import re
from io import BytesIO

import pytest
from docx import Document
from playwright.sync_api import expect

from tests.browser.accessibility import violations

PAGE = "/guides/customer-service-operator/job-description/"
FILLED = f"{PAGE}?version=1&employer=Harbor+Board&place=Cork&pay_low=much&benefits=House"


def fill(page):
    page.get_by_label("Level", exact=True).select_option(label="Senior Customer Service Operator")
    page.get_by_label("Employer", exact=True).fill("Harbor & Sons")
    page.get_by_label("Workplace", exact=True).select_option("hybrid")
    page.get_by_label("City", exact=True).fill("Boston")
    page.get_by_label("State or region", exact=True).fill("MA")
    page.get_by_label("Pay from").fill("45k")
    page.get_by_label("Pay to").fill("$55,000")
    page.get_by_label("Benefits", exact=True).fill("Health insurance\nFour weeks of leave")


def downloaded(page, name):
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).click()
    with open(waiting.value.path(), "rb") as file:
        return waiting.value.suggested_filename, file.read()


def test_a_recruiter_fills_the_form_downloads_it_and_sends_its_address(site, open_page):
    page = open_page(f"{site}/guides/customer-service-operator/")
    page.get_by_role("navigation", name="Tools").get_by_role("link", name="Job description").click()
    fill(page)
    page.get_by_role("button", name="Draw it up").click()
    page.wait_for_url("**employer=Harbor*")
    expect(page.locator(".sheet")).to_contain_text("$45,000 to $55,000 a year.")
    name, content = downloaded(page, "Word (DOCX)")
    assert name == "customer-service-operator-job-description.docx"
    lines = {(line.style.name, line.text) for line in Document(BytesIO(content)).paragraphs}
    assert {("Title", "Senior Customer Service Operator"), ("List Bullet", "Four weeks of leave")} <= lines
    sent = page.get_by_label("Address of this description").input_value()
    reader = open_page(sent)
    assert reader.locator(".sheet").inner_text() == page.locator(".sheet").inner_text()
    expect(reader.get_by_label("Employer", exact=True)).to_have_value("Harbor & Sons")


def test_the_description_follows_while_somebody_types(site, open_page):
    page = open_page(site + PAGE)
    page.get_by_label("Employer", exact=True).fill("Harbor & Sons")
    page.locator(".sheet").get_by_text("Harbor & Sons").wait_for()
    expect(page).to_have_url(re.compile("employer=Harbor"))
    expect(page.get_by_label("Employer", exact=True)).to_be_focused()
    expect(page.locator("[role=status]").last).to_have_text("The description is up to date.")
    page.get_by_text("Leave lines out").click()
    page.get_by_label("CRM Software Proficiency", exact=True).check()
    page.locator(".sheet li", has_text="CRM Software Proficiency").nth(1).wait_for(state="detached")
    expect(page).to_have_url(re.compile("drop=essential-"))


def test_what_is_too_long_for_an_address_follows_too_and_is_taken_away(site, open_page):
    page = open_page(site + PAGE)
    page.get_by_label("Benefits", exact=True).fill("é" * 2000)
    page.get_by_text("too long for an address").wait_for()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Plain text").click()
    with open(waiting.value.path(), encoding="utf-8") as file:
        assert "é" * 2000 in file.read()


def test_without_javascript_the_buttons_do_the_same(site, open_page):
    page = open_page(site + PAGE, java_script_enabled=False)
    fill(page)
    page.get_by_role("button", name="Draw it up").click()
    expect(page.locator(".sheet")).to_contain_text("Boston, MA")
    page.get_by_label("Benefits", exact=True).fill("\u20ac" * 3900)
    page.get_by_role("button", name="Draw it up").click()
    expect(page.locator("main")).to_contain_text("too long for an address")
    expect(page.get_by_label("Employer", exact=True)).to_have_value("Harbor & Sons")


def test_the_text_is_copied_by_a_button(site, open_page):
    page = open_page(site + PAGE, permissions=["clipboard-write"])
    page.get_by_text("Copy as text").click()
    page.get_by_role("button", name="Copy", exact=True).click()
    page.get_by_role("button", name="Copied").wait_for()
    field = page.locator("textarea[name=benefits]")
    field.press("ControlOrMeta+V")  # pages may not read the clipboard
    assert field.input_value().startswith("Customer Service Operator\n====")


def test_another_site_may_show_the_embedded_description(site, open_page, elsewhere):
    folder, address = elsewhere
    (folder / "index.html").write_text(f'<link rel="icon" href="data:,"><iframe src="{site}{PAGE}?embed=1"></iframe>')
    heading = open_page(address).frame_locator("iframe").get_by_role("heading", level=1)
    expect(heading).to_have_text("Customer Service Operator")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", [PAGE, FILLED, f"{PAGE}v/1/", f"{PAGE}?embed=1"])
def test_axe_finds_nothing_in_any_state(site, open_page, theme, path):
    page = open_page(site + path, color_scheme=theme, viewport={"width": 360, "height": 800})
    for disclosure in page.locator("details > summary").all():
        disclosure.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360
