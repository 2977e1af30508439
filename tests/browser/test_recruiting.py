"""A recruiter in Chromium: fills the form, edits the lists, downloads the ad, sends its link."""

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
    page.get_by_role("navigation", name="Tools for this job").get_by_role("link", name="job description").click()
    fill(page)
    page.get_by_role("button", name="Create the ad").click()
    page.wait_for_url("**employer=Harbor*")
    expect(page.locator(".sheet")).to_contain_text("$45,000 to $55,000 a year")
    name, content = downloaded(page, "Word (DOCX)")
    assert name == "customer-service-operator-job-description.docx"
    lines = {(line.style.name, line.text) for line in Document(BytesIO(content)).paragraphs}
    assert {("Title", "Senior Customer Service Operator"), ("List Bullet", "Four weeks of leave")} <= lines
    sent = page.get_by_label("Link to this ad").input_value()
    reader = open_page(sent)
    assert reader.locator(".sheet").inner_text() == page.locator(".sheet").inner_text()
    expect(reader.get_by_label("Employer", exact=True)).to_have_value("Harbor & Sons")


def test_the_description_follows_while_somebody_types(site, open_page):
    page = open_page(site + PAGE)
    page.get_by_label("Employer", exact=True).fill("Harbor & Sons")
    page.locator(".sheet").get_by_text("Harbor & Sons").wait_for()
    expect(page).to_have_url(re.compile("employer=Harbor"))
    expect(page.get_by_label("Employer", exact=True)).to_be_focused()
    expect(page.locator("#posting-status")).to_have_text("The ad is up to date.")
    page.get_by_label("Level", exact=True).select_option(label="Customer Service Manager")
    page.locator(".sheet").get_by_text("Customer Service Manager", exact=True).wait_for()


def test_a_mistake_is_shown_at_its_field_while_somebody_types(site, open_page):
    page = open_page(site + PAGE)
    status = page.locator("#posting-status")
    page.get_by_label("Pay from").fill("much")
    expect(status).to_have_text("Some fields need fixing. The ad leaves them out.")
    expect(page.locator(".field--wrong")).to_contain_text("Write an amount")
    expect(page.get_by_label("Pay from")).to_be_focused()
    expect(page.get_by_role("link", name="Word (DOCX)")).to_have_count(0)
    page.get_by_label("Pay from").fill("45k")
    expect(status).to_have_text("The ad is up to date.")
    expect(page.locator(".field--wrong")).to_have_count(0)


def test_buttons_move_the_line_with_the_cursor(site, open_page):
    page = open_page(site + PAGE)
    page.get_by_text("Edit the text of the ad").click()
    needs, nice = page.get_by_label("What you need"), page.get_by_label("Good to have")
    first, second, *_ = needs.input_value().split("\n")
    needs.evaluate("field => field.setSelectionRange(0, 0)")
    tools = page.locator(".form__text", has=needs)
    tools.get_by_role("button", name="Move line down").click()
    assert needs.input_value().split("\n")[:2] == [second, first]
    expect(page).to_have_url(re.compile("must_haves=~2~1"))
    tools.get_by_role("button", name="To “Good to have”").click()
    assert nice.input_value().endswith(f"\n{first}")
    expect(page).to_have_url(re.compile("nice_to_haves=~1-[0-9]+~m1"))
    tools.get_by_role("button", name="Undo my changes here").click()
    expect(page.get_by_label("What you need")).to_have_value(re.compile(f"^{re.escape(first)}\n"))


def test_what_is_too_long_for_a_link_follows_too_and_is_downloaded(site, open_page):
    page = open_page(site + PAGE)
    page.get_by_label("Benefits", exact=True).fill("é" * 2000)
    page.get_by_text("too long for a link").wait_for()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Plain text").click()
    with open(waiting.value.path(), encoding="utf-8") as file:
        assert "é" * 2000 in file.read()


def test_without_javascript_the_buttons_do_the_same(site, open_page):
    page = open_page(site + PAGE, java_script_enabled=False)
    fill(page)
    page.get_by_role("button", name="Create the ad").click()
    expect(page.locator(".sheet")).to_contain_text("Boston, MA")
    page.get_by_label("Benefits", exact=True).fill("\u20ac" * 3900)
    page.get_by_role("button", name="Create the ad").click()
    expect(page.locator("main")).to_contain_text("too long for a link")
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


@pytest.mark.parametrize("width", [300, 640])
def test_a_frame_of_the_height_that_oembed_gives_shows_the_whole_ad(site, open_page, width):
    page = open_page(site + PAGE)
    link = page.locator("link[type='application/json+oembed']").get_attribute("href")
    data = page.request.get(f"{link}&maxwidth={width}").json()
    ad = open_page(f"{site}{PAGE}?version=1&embed=1", viewport={"width": width, "height": 400})
    height = ad.evaluate("document.documentElement.scrollHeight")
    assert height <= data["height"] <= 1.4 * height


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", [PAGE, FILLED, f"{PAGE}v/1/", f"{PAGE}?embed=1"])
def test_axe_finds_nothing_in_any_state(site, open_page, theme, path):
    page = open_page(site + path, color_scheme=theme, viewport={"width": 360, "height": 800})
    for disclosure in page.locator("details > summary").all():
        disclosure.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360
