"""A job seeker writes about themselves in a real browser: rows without scripts, files out and in again."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations

RESUME = "/guides/customer-service-operator/resume/"
LETTER = "/guides/customer-service-operator/cover-letter/"
DRAW = {RESUME: "Draw up my resume", LETTER: "Draw up my letter"}


def press(page, name):
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


def save(page, name, folder):
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


@pytest.mark.parametrize("scripts", [True, False])
def test_a_resume_is_filled_in_taken_away_and_read_again(open_page, site, tmp_path, scripts):
    page = open_page(site + RESUME, java_script_enabled=scripts, accept_downloads=True)
    page.get_by_label("Your name").fill("Ada Byron")
    page.get_by_label("Position", exact=True).fill("Helper")
    press(page, "Add a job")
    expect(page.locator("#id_jobs-1-position")).to_be_focused()
    page.locator("#id_jobs-1-position").fill("Keeper")
    page.locator("#id_name").press("Enter")
    expect(page.get_by_label("Your resume")).to_contain_text("Keeper, [employer]")
    path = save(page, "JSON Resume", tmp_path)
    assert [job["position"] for job in json.loads(path.read_text())["work"]] == ["Helper", "Keeper"]

    page.goto(site + RESUME)
    page.get_by_text("Start from a saved resume").click()
    page.get_by_label("Read a JSON Resume").set_input_files(path)
    press(page, "Read this file")
    expect(page.locator("#id_jobs-1-position")).to_have_value("Keeper")
    expect(page.get_by_label("Your resume")).to_contain_text("Ada Byron")
    assert page.context.cookies() == []


@pytest.mark.parametrize("tool", DRAW)
@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 320)])
def test_axe_finds_nothing_on_what_is_drawn_up_and_on_its_mistakes(open_page, site, tool, theme, width):
    page = open_page(site + tool, color_scheme=theme, viewport={"width": width, "height": 800})
    found = {}
    for email in ("ada@example.org", "nobody"):
        page.get_by_label("Email").fill(email)
        press(page, DRAW[tool])
        found[email] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") == width
    assert found == {"ada@example.org": [], "nobody": []}


@pytest.mark.parametrize("tool", DRAW)
def test_template_and_own_are_one_tap_apart_wherever_a_phone_is_on_the_page(open_page, site, tool):
    page = open_page(site + tool, java_script_enabled=False, viewport={"width": 360, "height": 740})
    press(page, DRAW[tool])
    links = page.get_by_role("navigation", name="On this page").get_by_role("link")
    for number, anchor in ((0, "#example"), (1, "#own"), (0, "#example")):
        links.nth(number).click()
        expect(page.locator(anchor)).to_be_in_viewport()
        expect(links.nth(1 - number)).to_be_in_viewport()


def test_a_file_that_is_no_resume_is_told_in_the_focus(open_page, site, tmp_path):
    (tmp_path / "photo.json").write_bytes(b"\x89PNG")
    page = open_page(site + RESUME)
    page.get_by_text("Start from a saved resume").click()
    page.get_by_label("Read a JSON Resume").set_input_files(tmp_path / "photo.json")
    press(page, "Read this file")
    expect(page.locator(".form__mistakes")).to_be_focused()
    expect(page.locator(".form__mistakes")).to_contain_text("The file is not text, so it is no JSON Resume.")


def test_a_letter_is_written_with_one_more_need_and_taken_away(open_page, site, tmp_path):
    page = open_page(site + LETTER, java_script_enabled=False, accept_downloads=True)
    page.get_by_label("Your name").fill("Ada Byron")
    press(page, "Add a need")
    expect(page.locator("#id_needs-4-need")).to_be_focused()
    page.locator("#id_needs-4-need").fill("Night shifts")
    page.locator("#id_needs-4-shown").fill("I kept a light for 40 nights.")
    press(page, "Draw up my letter")
    letter = page.get_by_label("Your cover letter")
    expect(letter).to_contain_text("I kept a light for 40 nights.")
    expect(letter).not_to_contain_text("Empathy")
    assert "I kept a light for 40 nights." in save(page, "Plain text", tmp_path).read_text()
    assert page.context.cookies() == []
