"""Practicing interview questions in a real browser: by keyboard, with notes that stay in it."""

from playwright.sync_api import expect

PAGE = "/guides/customer-service-operator/interview/"


def press(page, name):
    page.get_by_role("button", name=name).press("Enter")


def test_notes_of_one_question_are_found_again_and_deleted(open_page, site):
    page = open_page(site + PAGE)
    press(page, "Start practicing")
    expect(page.locator(".practice__asks")).to_be_focused()
    press(page, "Next")
    page.get_by_label("Your notes").fill("<b>The flood of 2019</b>")
    page.reload()
    expect(page.locator(".interview__note:visible")).to_have_text(["<b>The flood of 2019</b>"])
    press(page, "Delete my notes")
    page.reload()
    expect(page.locator(".interview__note")).to_have_count(0)
    assert page.evaluate("localStorage.length") == 0


def test_the_clock_runs_down_and_says_so(open_page, site):
    page = open_page(f"{site}/about/")
    page.clock.install()
    page.goto(site + PAGE)
    press(page, "Start practicing")
    press(page, "Start the clock")
    page.clock.run_for(61_000)
    expect(page.get_by_role("timer")).to_have_text("0:59")
    page.clock.run_for(60_000)
    expect(page.get_by_role("status").filter(has_text="The time is over.")).to_have_count(1)


def test_practicing_ends_at_the_last_question(open_page, site):
    page = open_page(site + PAGE)
    number = page.locator(".interview__question").count()
    press(page, "Start practicing")
    for _ in range(number - 1):
        press(page, "Next")
    expect(page.get_by_text(f"Question {number} of {number}")).to_be_visible()
    expect(page.get_by_role("button", name="Next")).to_be_disabled()


def test_without_scripts_the_questions_are_a_list(open_page, site):
    page = open_page(site + PAGE, java_script_enabled=False)
    expect(page.locator(".practice")).to_be_hidden()
    expect(page.locator(".interview__tests").first).to_be_visible()
