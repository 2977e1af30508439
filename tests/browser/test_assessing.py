"""A job seeker finds out where they stand, by keyboard, and finds the result again from its address."""

import re

import pytest
from playwright.sync_api import expect

from tests.page_types import OPERATOR, SPECIALIST

GUIDE = f"/guides/{OPERATOR}/"
MANY_GAPS = "s-active-listening=2&s-empathy=0&s-patience=2&s-problem-solving=1&s-clear-communication=2"


def test_skills_are_rated_by_keyboard_and_the_result_is_found_again(open_page, site):
    page = open_page(f"{site}{GUIDE}skills-gap/")
    page.get_by_role("group", name="CRM Software Proficiency must-have").get_by_role("radio").first.focus()
    for _ in range(5):
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")  # the next skill
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your result")).to_be_in_viewport()
    sentence = "You are 50% of the way in the 5 skills you rated"
    expect(page.locator(".gap__score")).to_contain_text(sentence)
    again = open_page(page.get_by_label("Link to this result").input_value())
    expect(again.locator(".gap__score")).to_contain_text(sentence)
    chosen = again.get_by_role("group", name="Active Listening").get_by_role("radio", name="With help")
    expect(chosen).to_be_checked()


def test_a_rating_is_taken_back_and_not_sent(open_page, site):
    page = open_page(f"{site}{GUIDE}skills-gap/")
    question = page.get_by_role("group", name="Empathy")
    taken_back = question.get_by_text("Not rated")
    expect(taken_back).to_be_hidden()
    question.get_by_text("On my own").click()
    taken_back.click()
    page.get_by_role("button", name="Show my result").click()
    expect(page.get_by_role("alert")).to_contain_text("You have not rated any skill yet.")
    expect(page.get_by_role("group", name="Empathy").locator(":checked")).to_have_count(0)


def test_the_way_leads_from_skills_over_readiness_to_paper(open_page, site):
    skills = ("crm-software-proficiency", "active-listening", "empathy", "problem-solving")
    ratings = "".join(f"&s-{skill}=3" for skill in skills)
    page = open_page(f"{site}{GUIDE}skills-gap/?rules=2&s-patience=0{ratings}")
    page.get_by_role("link", name="Go on to readiness").click()
    page.get_by_label("Years of experience").fill("2")
    page.get_by_role("radio", name="I have led a team").check()
    page.get_by_role("button", name="Show my level").click()
    expect(page.get_by_role("heading", name="Your level now: Customer Service Operator")).to_be_visible()
    page.get_by_role("link", name="Print this as a plan").click()
    expect(page.get_by_text("☐ Patience: from “not yet” to “on your own”. A must-have skill.")).to_be_visible()


def test_years_that_are_none_are_told_at_the_field_and_nothing_typed_is_lost(open_page, site):
    page = open_page(f"{site}{GUIDE}readiness/")
    page.get_by_label("Years of experience").fill("many")
    page.get_by_role("group", name="Patience").get_by_role("radio", name="With help").check()
    page.get_by_role("button", name="Show my level").click()
    field = page.get_by_label("Years of experience")
    expect(field).to_have_value("many")
    expect(field).to_have_accessible_description(re.compile("Give whole years"))
    expect(page.get_by_role("group", name="Patience").get_by_role("radio", name="With help")).to_be_checked()


@pytest.mark.parametrize("guide", [OPERATOR, SPECIALIST])
def test_the_usual_pack_is_two_printed_pages(open_page, site, guide):
    page = open_page("about:blank")
    for answers in ("", "?rules=2&years=0&led=no", f"?rules=2&years=20&led=stand-in&{MANY_GAPS}"):
        page.goto(f"{site}/guides/{guide}/pack/{answers}")
        assert re.findall(rb"/Type /Page\b", page.pdf(format="Letter")) == [b"/Type /Page"] * 2, answers


def test_no_page_of_the_pack_is_printed_for_the_footer_alone(open_page, site):
    page = open_page(f"{site}{GUIDE}pack/?part=checklist")
    page.emulate_media(media="print")
    expect(page.locator("footer")).to_be_hidden()
    expect(page.get_by_role("button", name="Show these parts")).to_be_hidden()


def test_the_parts_of_the_pack_are_chosen_and_stay_in_its_files(open_page, site):
    page = open_page(f"{site}{GUIDE}pack/?rules=2&years=3")
    page.get_by_label("Interview questions on one page").uncheck()
    page.get_by_label("Checklist").check()
    page.get_by_role("button", name="Show these parts").click()
    expect(page.get_by_role("heading", name="your checklist")).to_be_visible()
    expect(page.get_by_role("heading", name="Where you stand")).to_be_visible()
    expect(page.get_by_role("link", name="Word")).to_have_attribute(
        "href", re.compile(r"years=3.*part=plan&part=checklist&as=docx")
    )
