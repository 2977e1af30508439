"""A job seeker creates a resume in a real browser: with a keyboard, on a phone, without scripts, with files."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations

RESUME = "/guides/customer-service-specialist/resume/"
LETTER = "/guides/customer-service-specialist/cover-letter/"
MINE = f"{RESUME}?tab=mine"
PHONE = {"width": 360, "height": 800}
WIDE = {"width": 1440, "height": 900}


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
def test_a_resume_is_filled_in_downloaded_and_read_again(open_page, site, tmp_path, scripts):
    page = open_page(site + MINE, java_script_enabled=scripts, accept_downloads=True)
    page.get_by_label("Your name").fill("Ada Byron")
    page.locator("#id_jobs-0-position").fill("Helper")
    press(page, "Add a job")
    expect(page.locator("#id_jobs-1-position")).to_be_focused()
    page.locator("#id_jobs-1-position").fill("Keeper")
    page.locator("#id_name").press("Enter")
    expect(page.get_by_label("Your resume")).to_contain_text("Keeper")
    path = save(page, "JSON Resume", tmp_path)
    assert [job["position"] for job in json.loads(path.read_text())["work"]] == ["Helper", "Keeper"]
    assert save(page, "Download PDF", tmp_path).name == "Ada-Byron-Resume.pdf"

    page.goto(site + MINE)
    page.get_by_text("Start from a saved resume").click()
    page.get_by_label("JSON Resume file").set_input_files(path)
    press(page, "Read this file")
    expect(page.locator("#id_jobs-1-position")).to_have_value("Keeper")
    expect(page.get_by_label("Your resume")).to_contain_text("Ada Byron")
    assert page.context.cookies() == []


def test_the_resume_follows_typing_and_shows_errors_at_their_fields(open_page, site):
    page = open_page(site + MINE, viewport=WIDE)
    page.get_by_label("Your name").fill("Ada Byron")
    sheet = page.get_by_label("Your resume")
    expect(sheet).to_contain_text("Ada Byron")
    page.locator("#id_jobs-0-end").fill("February 30 2021")
    expect(page.locator(".field--wrong #id_jobs-0-end")).to_be_focused()
    expect(page.locator("#builder-status")).to_contain_text("Some fields need fixing")
    page.locator("#id_jobs-0-end").fill("2021")
    expect(page.locator(".field--wrong")).to_have_count(0)
    expect(sheet).to_be_in_viewport()
    expect(page.get_by_role("button", name="Up Experience")).to_have_count(1)


def test_entries_are_moved_removed_and_restored_with_the_keyboard(open_page, site):
    page = open_page(site + MINE, java_script_enabled=False)
    page.locator("#id_jobs-0-position").fill("Helper")
    press(page, "Add a job")
    page.locator("#id_jobs-1-position").fill("Keeper")
    page.get_by_role("button", name="Up Job 2").press("Enter")
    expect(page.locator("#jobs-0")).to_be_focused()
    expect(page.locator("#id_jobs-0-position")).to_have_value("Keeper")
    page.get_by_role("button", name="Remove Job 1").press("Enter")
    expect(page.get_by_text("Removed Keeper.")).to_be_focused()
    page.get_by_role("button", name="Undo").press("Enter")
    expect(page.locator("#jobs-0")).to_be_focused()
    expect(page.locator("#id_jobs-0-position")).to_have_value("Keeper")


def test_a_section_is_moved_and_keeps_the_focus(open_page, site):
    page = open_page(site + MINE, java_script_enabled=False)
    page.locator("#id_jobs-0-position").fill("Helper")
    page.locator("#id_skills").fill("Lamps")
    press(page, "Create my resume")
    press(page, "Up Skills")
    expect(page.locator("#order-skills")).to_be_focused()
    titles = page.get_by_label("Your resume").locator("h3").all_inner_texts()
    assert [title.split()[0] for title in titles] == ["Skills", "Experience"]


def test_an_offer_of_another_tense_keeps_the_focus_on_what_is_left(open_page, site):
    page = open_page(site + MINE, java_script_enabled=False)
    page.locator("#id_jobs-0-end").fill("2021")
    page.locator("#id_jobs-0-highlights").fill("Manage a team of 5\nWrite 3 manuals")
    press(page, "Create my resume")
    press(page, "Change to “Managed a team of 5”")
    expect(page.locator("#tense")).to_be_focused()
    press(page, "Change to “Wrote 3 manuals”")
    expect(page.locator("#own-heading")).to_be_focused()
    expect(page.locator("#id_jobs-0-highlights")).to_have_value("Managed a team of 5\nWrote 3 manuals")


@pytest.mark.parametrize("scripts", [True, False])
def test_an_example_asks_before_it_replaces_what_was_typed(open_page, site, scripts):
    page = open_page(site + MINE, java_script_enabled=scripts)
    page.locator("#id_jobs-0-position").fill("Helper")
    page.get_by_text("Start from an example").click()
    press(page, "Career change")
    expect(page.get_by_role("region", name="Replace what you typed?")).to_be_focused()
    expect(page.locator("#id_jobs-0-position")).to_have_value("Helper")
    press(page, "Replace what I typed")
    expect(page.locator("#id_jobs-0-position")).not_to_have_value("Helper")
    expect(page.locator("#own-heading")).to_be_focused()


def test_an_example_becomes_ones_own_with_one_button(open_page, site):
    page = open_page(f"{site}{RESUME}?situation=career-change", java_script_enabled=False)
    press(page, "Use this as my start")
    expect(page.locator("#id_jobs-0-employer")).not_to_have_value("")
    expect(page.locator("#id_name")).to_have_value("")


def test_a_file_that_is_no_resume_is_told_in_the_focus(open_page, site, tmp_path):
    (tmp_path / "photo.json").write_bytes(b"\x89PNG")
    page = open_page(site + MINE)
    page.get_by_label("Your name").fill("Ada Byron")
    page.get_by_text("Start from a saved resume").click()
    page.get_by_label("JSON Resume file").set_input_files(tmp_path / "photo.json")
    press(page, "Read this file")
    expect(page.locator(".form__mistakes")).to_be_focused()
    expect(page.locator(".form__mistakes")).to_contain_text("JSON Resume file")
    expect(page.get_by_label("Your name")).to_have_value("Ada Byron")


def test_the_form_begins_in_the_first_screen_of_a_phone_and_the_result_is_one_tap_away(open_page, site):
    page = open_page(site + RESUME, java_script_enabled=False, viewport=PHONE)
    page.get_by_role("link", name="My resume").click()
    expect(page.get_by_label("Your name")).to_be_in_viewport(ratio=1)
    page.locator("#id_skills").focus()
    page.get_by_role("link", name="See my resume").click()
    expect(page.locator("#own-heading")).to_be_in_viewport()


def test_a_section_of_the_preview_leads_to_its_fields(open_page, site):
    page = open_page(site + MINE, java_script_enabled=False, viewport=PHONE)
    page.locator("#id_skills").fill("Lamps")
    press(page, "Create my resume")
    page.get_by_role("link", name="Edit Skills").click()
    expect(page.locator("#id_skills")).to_be_in_viewport()


@pytest.mark.parametrize("tool", [RESUME, LETTER])
@pytest.mark.parametrize(("theme", "viewport"), [("light", WIDE), ("dark", {"width": 320, "height": 800})])
def test_axe_finds_nothing_on_example_form_and_result(open_page, site, tool, theme, viewport):
    page = open_page(site + tool, color_scheme=theme, viewport=viewport)
    found = {"example": violations(page)}
    page.goto(f"{site}{tool}?tab=mine")
    found["form"] = violations(page)
    for email in ("ada@example.org", "nobody"):
        page.get_by_label("Email").fill(email)
        press(page, "my resume" if tool == RESUME else "my letter")
        found[email] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    assert not any(found.values()), found
