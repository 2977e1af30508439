"""A job seeker finds out where they stand, by keyboard, and finds the result again from its address."""

import re

from playwright.sync_api import expect

GUIDE = "/guides/customer-service-operator/"


def test_skills_are_rated_by_keyboard_and_the_result_is_found_again(open_page, site):
    page = open_page(f"{site}{GUIDE}skills-gap/")
    page.get_by_role("group", name="Active Listening").get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")  # the next skill
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your result")).to_be_visible()
    score = page.locator(".gap__score").inner_text()
    again = open_page(page.url)
    expect(again.locator(".gap__score")).to_have_text(score)
    expect(again.get_by_role("group", name="Active Listening").get_by_role("radio", name="1")).to_be_checked()


def test_the_way_leads_from_skills_over_readiness_to_paper(open_page, site):
    page = open_page(f"{site}{GUIDE}skills-gap/?s-active-listening=4&s-patience=1")
    page.get_by_role("link", name="Go on to readiness").click()
    page.get_by_label("Years of experience").fill("2")
    page.get_by_role("button", name="Show where I stand").click()
    expect(page.get_by_text(re.compile("^By years:"))).to_be_visible()
    page.get_by_role("link", name="Put this into a plan").click()
    expect(page.get_by_text("☐ Patience (essential): from step 1 to step 3")).to_be_visible()


def test_years_that_are_none_are_told_at_the_field_and_nothing_typed_is_lost(open_page, site):
    page = open_page(f"{site}{GUIDE}readiness/")
    page.get_by_label("Years of experience").fill("many")
    page.get_by_role("checkbox", name="Patience (essential)").check()
    page.get_by_role("button", name="Show where I stand").click()
    field = page.get_by_label("Years of experience")
    expect(field).to_have_value("many")
    expect(field).to_have_accessible_description(re.compile("Give whole years"))
    expect(page.get_by_role("checkbox", name="Patience (essential)")).to_be_checked()
