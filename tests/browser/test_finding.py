"""Finding a role in Chromium: by keyboard, by filters, side by side; with and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from guides.document.shape import KeyFacts
from tests.browser.accessibility import violations
from tests.builders import make_document, make_live, make_live_unedited
from tests.page_types import OPERATOR, SPECIALIST


def test_a_role_is_found_by_keyboard_alone(site, open_page):
    page = open_page(f"{site}/about/")
    page.locator("header input[name=q]").focus()
    page.keyboard.type("speciali")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/guides/customer-service-specialist/")
    assert page.locator("h1").inner_text().split() == ["Customer", "Service", "Specialist"]


def test_a_suggested_question_opens_its_answer(site, open_page):
    page = open_page(f"{site}/about/")
    page.locator("header input[name=q]").focus()
    page.keyboard.type("need a degree")
    option = page.get_by_role("group", name="Questions").get_by_role("option").first
    expect(option).to_contain_text("degree")
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/guides/.*#q-do-i-need-a-degree.*-answer"))
    expect(page.locator(".questions__item[open] .questions__answer", has_text="degree").first).to_be_in_viewport()


def test_the_last_suggestion_searches_for_what_was_typed(site, open_page):
    page = open_page(f"{site}/about/")
    page.locator("header input[name=q]").focus()
    page.keyboard.type("remote work")
    expect(page.get_by_role("option", name="Search for “remote work”")).to_be_visible()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=remote%20work")
    page.get_by_role("link", name="In: Remote Work").first.click()
    page.wait_for_url("**/guides/*/#remote-work")
    expect(page.locator("#remote-work")).to_be_in_viewport()


def test_the_search_page_works_without_javascript(site, open_page):
    page = open_page(f"{site}/about/", java_script_enabled=False)
    page.fill("header input[name=q]", "operators")
    page.click("header button")
    expect(page).to_have_url(re.compile("/search/[?]q=operators"))
    expect(page.locator("main a", has_text="Operator").first).to_be_visible()
    expect(page.locator("mark").first).to_be_visible()


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_a_filter_makes_an_address_that_can_be_sent(site, open_page, java_script_enabled):
    page = open_page(f"{site}/guides/", java_script_enabled=java_script_enabled)
    page.select_option("select[name=category]", "Customer Service")
    page.locator(".filters [type=submit]").click()
    page.wait_for_url("**category=Customer*")
    sent = open_page(page.url)
    assert sent.locator("main").get_by_role("link", name="Customer Service Operator").count() > 0


@pytest.fixture
def three_roles(site):
    """A third role beside those of the fixtures; all three by their slugs."""
    return [make_live(related=()).slug, OPERATOR, SPECIALIST]


def assert_compared(page, slugs):
    asked = [part for part in page.url.partition("/compare/?")[2].split("&") if part.startswith("roles=")]
    assert sorted(asked) == sorted(f"roles={slug}" for slug in slugs)
    titles = page.locator(".comparison__job a").all_inner_texts()
    assert sorted(titles) == sorted(slug.replace("-", " ").title() for slug in slugs)


def test_three_marked_roles_of_a_list_are_compared_without_javascript(site, open_page, three_roles):
    page = open_page(f"{site}/guides/", java_script_enabled=False)
    for slug in three_roles:
        page.check(f"input[name=roles][value={slug}]")
    page.get_by_role("button", name="Compare").click()
    assert_compared(page, three_roles)
    expect(page.get_by_text("pays the same").first).to_be_visible()


def test_jobs_stay_in_the_tray_from_page_to_page_until_they_are_compared(site, open_page, three_roles):
    page = open_page(f"{site}/guides/?sort=-title")
    keeper, *others = three_roles
    page.get_by_label("Add Lighthouse Keeper to compare").check()
    page.goto(f"{site}/guides/?category=Customer+Service")
    for slug in others:
        page.check(f"input[name=roles][value={slug}]")
    page.get_by_role("link", name="Compare 3 jobs").click()
    assert_compared(page, three_roles)
    page.goto(f"{site}/guides/")
    expect(page.locator(f"input[value={keeper}]")).to_be_checked()
    page.get_by_role("button", name="Remove Lighthouse Keeper").click()
    expect(page.locator(f"input[value={keeper}]")).not_to_be_checked()
    page.get_by_role("button", name="Clear").click()
    expect(page.get_by_role("region", name="Jobs to compare")).to_be_hidden()


def test_a_fifth_job_is_refused_with_the_reason(site, open_page):
    for number in range(3):
        make_live(title=f"Role {number}", slug=f"role-{number}", related=())
    page = open_page(f"{site}/guides/")
    boxes = page.locator("input[name=roles]")
    for number in range(5):
        boxes.nth(number).click()
    expect(page.get_by_text("You can compare up to 4 jobs.")).to_be_visible()
    expect(boxes.nth(4)).not_to_be_checked()


def test_the_tray_hides_nothing_that_has_the_focus(site, open_page):
    for number in range(12):
        make_live(title=f"Role {number:02}", slug=f"role-{number:02}", related=())
    page = open_page(f"{site}/guides/", viewport={"width": 360, "height": 640})
    page.locator("input[name=roles]").first.check()
    for link in page.locator("main a").all():
        link.focus()
        assert link.evaluate("e => e.getBoundingClientRect().bottom <= innerHeight - 60 || !!e.closest('.tray')")


def test_without_storage_the_form_of_the_list_compares(site, open_page, three_roles):
    page = open_page("about:blank")
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); }")
    page.goto(f"{site}/guides/")
    for slug in three_roles:
        page.check(f"input[name=roles][value={slug}]")
    page.get_by_role("button", name="Compare").click()
    assert_compared(page, three_roles)


def test_the_button_of_the_filters_says_how_many_jobs_its_choices_show(site, open_page, three_roles):
    page = open_page(f"{site}/guides/", viewport={"width": 360, "height": 800})
    page.get_by_text("Filter · Sort").click()
    expect(page.get_by_role("button", name="Show 3 jobs")).to_be_visible()
    page.select_option("select[name=category]", "Customer Service")
    page.get_by_role("button", name="Show 2 jobs").click()
    page.wait_for_url("**category=Customer*")
    expect(page.get_by_text("Filter (1) · Sort")).to_be_visible()


def mark(page, words, title):
    page.get_by_label("Find a job by its title").fill(words)
    page.get_by_role("button", name="Find", exact=True).click()
    page.get_by_label(title).check()


def test_three_roles_are_compared_from_a_guide_by_a_link(site, open_page, three_roles):
    page = open_page(f"{site}/guides/{OPERATOR}/", java_script_enabled=False)
    page.locator(f"main a[href='/compare/?roles={OPERATOR}']").first.click()
    mark(page, "keeper", "Lighthouse Keeper")
    mark(page, "specialist", "Customer Service Specialist")
    page.get_by_role("button", name="Compare the chosen jobs").click()
    assert_compared(page, three_roles)


def shown_jobs(page):
    return [each.inner_text() for each in page.locator(".comparison__job a").all() if each.is_visible()]


def test_a_phone_shows_the_first_of_three_jobs_beside_the_one_that_is_chosen(site, open_page, three_roles):
    address = f"{site}/compare/?{'&'.join(f'roles={slug}' for slug in three_roles)}"
    page = open_page(address, java_script_enabled=False, viewport={"width": 360, "height": 800})
    assert shown_jobs(page) == ["Lighthouse Keeper", "Customer Service Operator"]
    page.get_by_role("radio", name="Customer Service Operator").focus()
    page.keyboard.press("ArrowRight")
    assert shown_jobs(page) == ["Lighthouse Keeper", "Customer Service Specialist"]
    page.mouse.wheel(0, 2_000)
    expect(page.locator(".comparison__job a").first).to_be_in_viewport()
    page.set_viewport_size({"width": 768, "height": 800})
    assert len(shown_jobs(page)) == 3


def test_jobs_are_swapped_and_removed_by_links(site, open_page, three_roles):
    page = open_page(f"{site}/compare/?roles={OPERATOR}&roles={SPECIALIST}", java_script_enabled=False)
    page.get_by_role("link", name="Swap").click()
    assert shown_jobs(page) == ["Customer Service Specialist", "Customer Service Operator"]
    page.get_by_role("link", name="Remove Customer Service Specialist").click()
    expect(page.get_by_label("Customer Service Operator").first).to_be_checked()


def test_the_levels_of_a_job_open_below_its_dots(site, open_page):
    page = open_page(f"{site}/salaries/", viewport={"width": 360, "height": 800}, java_script_enabled=False)
    page.locator(".salary-jobs__details summary").first.press("Enter")
    expect(page.locator(".salary-jobs__list").first).to_be_visible()


def test_a_reader_without_javascript_searches_filters_compares_and_reads(site, open_page):
    page = open_page(site, java_script_enabled=False)
    page.locator("input[name=q]").first.fill("operator")
    page.locator("input[name=q]").first.press("Enter")
    page.locator("main").get_by_role("link", name="Customer Service Operator").first.click()
    page.get_by_role("link", name="Guides", exact=True).first.click()
    page.select_option("select[name=category]", "Customer Service")
    page.get_by_role("button", name="Show jobs").click()
    page.wait_for_url("**category=Customer*")
    for box in page.locator("input[name=roles]").all():
        box.check()
    page.get_by_role("button", name="Compare").click()
    expect(page.locator(".comparison__job a")).to_have_count(2)
    page.locator("main").get_by_role("link", name="Customer Service Specialist").first.click()
    expect(page).to_have_url(f"{site}/guides/{SPECIALIST}/")
    question = page.locator("details.questions__item").first
    question.locator("summary").click()
    expect(question.locator(":scope > :not(summary)").first).to_be_visible()


@pytest.fixture
def drawn_jobs(site):
    """Enough guides for the drawing of home, each with more pay and a better outlook than the one before."""
    for place in range(8):
        facts = KeyFacts(currency="USD", median_salary=90_000 + 10_000 * place, growth_percent=place)
        make_live_unedited(make_document(title=f"Job {place}", slug=f"job-{place}", key_facts=facts, related=()))
    return site


def test_jobs_in_the_drawing_of_home_are_reached_by_keyboard(drawn_jobs, open_page):
    page = open_page(drawn_jobs)
    label = page.locator(".scatter__label")
    page.locator(".scatter__point[tabindex='0']").focus()
    expect(label).to_contain_text("Customer Service")
    page.keyboard.press("ArrowLeft")
    expect(label).to_contain_text("Job 7$160,000 a year, outlook +7%")
    page.keyboard.press("Escape")
    expect(label).to_be_hidden()
    page.keyboard.press("Tab")
    expect(page.get_by_text("Table, CSV and citation")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{drawn_jobs}/guides/job-6/")


def test_a_touch_shows_what_a_circle_is_and_the_next_one_opens_it(drawn_jobs, open_page):
    page = open_page(drawn_jobs, viewport={"width": 360, "height": 800}, has_touch=True)
    circle = page.get_by_role("link", name="Job 7: $160,000 a year")
    circle.tap()
    expect(page.locator(".scatter__label")).to_contain_text("Job 7")
    expect(page).to_have_url(f"{drawn_jobs}/")
    circle.tap()
    expect(page).to_have_url(f"{drawn_jobs}/guides/job-7/")


@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_in_the_drawing_of_home(drawn_jobs, open_page, width):
    page = open_page(drawn_jobs, viewport={"width": width, "height": 800})
    page.get_by_text("Table, CSV and citation").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
