"""Drafts on the device of a job seeker, in a real browser: chosen, found again, deleted, never written over."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.builders import make_document, make_live_unedited

TOOLS = "/guides/lighthouse-keeper/"
RESUME = f"{TOOLS}resume/?tab=mine"
LETTER = f"{TOOLS}cover-letter/?tab=mine"
GAP, READINESS, PACK = (f"{TOOLS}{tool}/" for tool in ("skills-gap", "readiness", "pack"))
REFUSES = "{ throw new DOMException('refused', 'SecurityError'); }"
FULL_STORAGE = f"Storage.prototype.setItem = () => {REFUSES}"
NO_STORAGE = f"Object.defineProperty(window, 'localStorage', {{ get() {REFUSES} }})"


@pytest.fixture
def guide(live_server, transactional_db):
    """The address of a running site with one guide."""
    make_live_unedited(make_document())
    return live_server.url


def open_tab(page, address):
    """Open an address in another tab of the same browser."""
    tab = page.context.new_page()
    tab.goto(address)
    return tab


def keep(page):
    page.get_by_label("Keep a draft on this device").check()


def type_name(page, name="Ada Byron"):
    page.get_by_label("Your name").fill(name)


def press(page, name):
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


def saved(page):
    return page.get_by_text("Draft saved")


def stored_names(page):
    return page.evaluate("Object.keys(localStorage).sort()")


def hide(page):
    """Have the page save at once, as when its reader goes elsewhere."""
    page.evaluate("dispatchEvent(new Event('pagehide'))")


def questions(page):
    """Listen to what the browser asks, answer yes, and return the growing list of the kinds of questions."""
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    return asked


def leave(page):
    """Close a tab as a reader does; return the kinds of questions that the browser asked."""
    asked = questions(page)
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    return asked


def test_nothing_is_stored_until_somebody_chooses_a_draft(open_page, guide):
    page = open_page(guide + RESUME)
    type_name(page)
    expect(page.get_by_label("Your resume")).to_contain_text("Ada Byron")
    page.reload()
    assert stored_names(page) == []
    expect(page.get_by_label("Keep a draft on this device")).not_to_be_checked()


def test_a_draft_with_all_its_rows_outlives_its_tab(open_page, guide):
    page = open_page(guide + RESUME)
    keep(page)
    page.locator("#id_jobs-0-position").fill("Helper")
    press(page, "Add a job")
    page.locator("#id_jobs-1-position").fill("Keeper")
    tab = open_tab(page, guide)
    assert leave(page) == []
    tab.goto(guide + RESUME)
    press(tab, "Continue my draft")
    expect(tab.locator("#id_jobs-1-position")).to_have_value("Keeper")
    expect(tab.get_by_label("Your resume")).to_contain_text("Keeper")
    expect(saved(tab)).to_be_visible()


def test_a_draft_is_there_after_back(open_page, guide):
    page = open_page(guide + RESUME)
    keep(page)
    page.locator("#id_jobs-0-position").fill("Helper")
    press(page, "Add a job")
    page.locator("#id_jobs-1-position").fill("Keeper")
    page.get_by_role("link", name="About").click()
    page.goto(guide + RESUME)
    press(page, "Continue my draft")
    expect(page.locator("#id_jobs-1-position")).to_have_value("Keeper")
    page.go_back()
    page.get_by_label("Your name").press_sequentially("A")
    expect(page.get_by_text("You have another draft")).to_be_visible()
    press(page, "Continue my draft")
    expect(page.locator("#id_jobs-1-position")).to_have_value("Keeper")


def test_new_words_never_replace_an_earlier_draft_unasked(open_page, guide):
    page = open_page(guide + RESUME)
    keep(page)
    type_name(page)
    expect(saved(page)).to_be_visible()
    page.goto(guide + RESUME)
    type_name(page, "Somebody Else")
    press(page, "Create my resume")
    expect(page.get_by_text("You have another draft")).to_be_visible()
    press(page, "Continue my draft")
    expect(page.get_by_label("Your name")).to_have_value("Ada Byron")


def test_all_drafts_are_deleted_after_asking(open_page, guide):
    page = open_page(guide + RESUME)
    keep(page)
    type_name(page)
    expect(saved(page)).to_be_visible()
    page.get_by_role("button", name="Delete my drafts").click()
    page.get_by_role("button", name="Keep them").click()
    assert stored_names(page) == ["draft:resume", "drafts"]
    page.get_by_label("Keep a draft on this device").click()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.get_by_label("Keep a draft on this device")).not_to_be_checked()
    expect(page.get_by_label("Keep a draft on this device")).to_be_focused()
    expect(page.get_by_label("Your name")).to_have_value("Ada Byron")
    assert stored_names(page) == []


def test_a_letter_begins_with_the_name_of_the_resume(open_page, guide):
    page = open_page(guide + RESUME)
    keep(page)
    type_name(page)
    page.get_by_label("Town or city").first.fill("Tulsa")
    page.get_by_label("State", exact=True).fill("OK")
    hide(page)
    page.goto(guide + LETTER)
    expect(page.get_by_label("Your name")).to_have_value("Ada Byron")
    expect(page.locator("#id_place")).to_have_value("Tulsa, OK")
    expect(page.get_by_label("Your cover letter")).to_contain_text("Ada Byron")
    hide(page)
    assert stored_names(page) == ["draft:resume", "drafts"]


def test_ratings_are_shared_by_skills_gap_readiness_and_pack(open_page, guide):
    page = open_page(guide + GAP)
    keep(page)
    page.locator(".rating__step input").first.check(force=True)
    expect(saved(page)).to_be_visible()
    page.goto(guide + READINESS)
    press(page, "Continue my draft")
    rated = page.locator(".rating__step input:checked")
    expect(rated).to_have_count(1)
    page.get_by_label("Years of experience").fill("3")
    expect(saved(page)).to_be_visible()
    page.goto(guide + PACK)
    press(page, "Continue my draft")
    assert "years=3" in page.url
    assert "&s-" in page.url
    expect(page.get_by_role("button", name="Continue my draft")).to_be_hidden()


def test_a_newer_draft_of_another_tab_is_not_written_over(open_page, guide):
    older = open_page(guide + RESUME)
    keep(older)
    type_name(older, "Older")
    expect(saved(older)).to_be_visible()
    newer = open_tab(older, guide + RESUME)
    press(newer, "Continue my draft")
    type_name(newer, "Newer")
    expect(older.get_by_text("You have another draft")).to_be_visible()
    type_name(older, "Older again")
    hide(older)
    assert "Newer" in older.evaluate("localStorage['draft:resume']")
    older.get_by_role("button", name="Keep this form instead").click()
    expect(newer.get_by_text("You have another draft")).to_be_visible()
    assert "Older again" in older.evaluate("localStorage['draft:resume']")


def test_leaving_asks_only_with_words_that_are_kept_nowhere(open_page, guide):
    page = open_page(guide + RESUME, accept_downloads=True)
    untouched = open_tab(page, guide + RESUME)
    assert leave(untouched) == []
    asked = questions(page)
    type_name(page)
    with page.expect_download():
        page.get_by_role("button", name="Plain text").click()
    press(page, "Create my resume")
    assert asked == []
    type_name(page, "Ada B.")
    page.get_by_role("link", name="About").click()
    expect(page).to_have_title(re.compile("About"))
    assert asked == ["beforeunload"]


@pytest.mark.parametrize("broken", [FULL_STORAGE, NO_STORAGE], ids=["full", "forbidden"])
def test_a_browser_that_cannot_store_says_so_and_asks_before_leaving(new_context, guide, broken):
    context = new_context()
    context.add_init_script(broken)
    page = context.new_page()
    page.goto(guide + RESUME)
    page.get_by_label("Keep a draft on this device").click()
    expect(page.get_by_text("This browser can’t keep a draft")).to_be_visible()
    type_name(page)
    expect(page.get_by_label("Your resume")).to_contain_text("Ada Byron")
    assert leave(page) == ["beforeunload"]


def test_no_word_of_a_draft_is_sent_in_an_address_and_no_file_is_kept(open_page, guide, tmp_path):
    (tmp_path / "resume.json").write_text('{"basics": {"name": "Filed"}}')
    page = open_page(guide + RESUME)
    addresses = []
    page.context.on("request", lambda request: addresses.append(request.url))
    keep(page)
    type_name(page)
    page.get_by_text("Start from a saved resume").click()
    page.get_by_label("JSON Resume file").set_input_files(tmp_path / "resume.json")
    press(page, "Read this file")
    expect(page.get_by_text("Replace what you typed?")).to_be_visible()
    assert "Filed" not in page.evaluate("localStorage['draft:resume']")
    page.goto(guide + RESUME)
    press(page, "Continue my draft")
    assert addresses
    assert not any("Ada" in address for address in addresses)
    assert page.context.cookies() == []


def test_the_offers_are_accessible_on_a_phone_and_the_form_begins_on_its_first_screen(open_page, guide):
    page = open_page(guide + RESUME, viewport={"width": 360, "height": 800})
    expect(page.get_by_label("Your name")).to_be_in_viewport(ratio=1)
    keep(page)
    type_name(page)
    expect(saved(page)).to_be_visible()
    page.goto(guide + RESUME)
    expect(page.get_by_role("button", name="Continue my draft")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Delete my drafts").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_without_scripts_no_draft_is_offered(open_page, guide):
    page = open_page(guide + RESUME, java_script_enabled=False)
    expect(page.get_by_label("Keep a draft on this device")).to_be_hidden()
