"""The public pages in Chromium."""

import pytest
from axe_playwright_python.sync_playwright import Axe

GUIDE = "/guides/customer-service-operator/"
PAGES = [
    "/",
    "/guides/",
    GUIDE,
    "/guides/call-center-operator/",
    "/search/?q=operators",
    "/skills/",
    "/skills/active-listening/",
    "/salaries/",
    "/compare/?roles=customer-service-operator&roles=customer-service-specialist",
    "/about/",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_on_any_page(site, open_page, theme, width):
    page = open_page(site, color_scheme=theme, viewport={"width": width, "height": 800})
    found = []
    for path in PAGES:
        page.goto(site + path)
        answer = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        found += [(path, violation["id"]) for violation in answer.response["violations"]]
    assert found == []


def test_no_page_needs_sideways_scrolling_on_a_phone(site, open_page):
    page = open_page(site, viewport={"width": 320, "height": 640})
    for path in PAGES:
        page.goto(site + path)
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path


def test_no_page_asks_another_host_or_sets_a_cookie(site, open_page):
    page = open_page("about:blank")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        page.goto(site + path)
    assert len(asked) >= len(PAGES)
    assert all(url.startswith(site) for url in asked)
    assert page.context.cookies() == []


def test_the_contents_lead_to_every_section_without_javascript(site, open_page):
    page = open_page(site + GUIDE, java_script_enabled=False, viewport={"width": 1440, "height": 800})
    links = page.locator("nav[aria-label='Contents'] a, .contents a")
    assert links.count() > 20
    last = links.last
    target = last.get_attribute("href")
    last.click()
    assert page.url.endswith(target)
    assert page.locator(target).is_visible()


def test_a_question_opens_by_keyboard(site, open_page):
    page = open_page(site + GUIDE)
    question = page.locator("details summary").filter(has_text="How soon can I be ready")
    question.focus()
    page.keyboard.press("Enter")
    assert page.get_by_text("Entry-level jobs usually begin with training").is_visible()


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(site, open_page):
    page = open_page(site + GUIDE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
