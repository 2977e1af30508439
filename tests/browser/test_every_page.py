"""What holds for every page in Chromium."""

import pytest

from tests.browser.accessibility import violations
from tests.page_types import NOT_FOUND, PAGES, USUAL, WHOLE_PAGES

OTHER_STATES = [PAGES["guide"][2], PAGES["search"][2], *PAGES["compare"][2:], PAGES["salary_list"][1], NOT_FOUND[0]]
OTHER_STATES += [PAGES["skills_gap"][-1], PAGES["readiness"][-2]]
# What can be done with scripts alone, and says nothing else.
NEEDS_SCRIPTS = ".drafts, .practice, .line-tools, [data-copies], [data-compare], .page-end__action"


# Dark and light differ by colours, which are the same tokens at any width: both themes and both layouts, not all four.
@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 320)])
def test_axe_finds_nothing_on_any_page(site, open_page, theme, width):
    page = open_page(site, color_scheme=theme, viewport={"width": width, "height": 800})
    found = {}
    for path in [*USUAL, *OTHER_STATES]:
        page.goto(site + path)
        found[path] = violations(page)
    assert {path: ids for path, ids in found.items() if ids} == {}


def test_no_page_needs_sideways_scrolling_on_a_phone(site, open_page):
    page = open_page(site, viewport={"width": 320, "height": 640})
    widths = {}
    for path in [*USUAL, *OTHER_STATES]:
        page.goto(site + path)
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
    assert widths == dict.fromkeys(widths, 320)


def test_no_page_asks_another_host_or_sets_a_cookie(site, open_page):
    page = open_page("about:blank")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for path in WHOLE_PAGES:
        page.goto(site + path)
    assert len(asked) >= len(WHOLE_PAGES)
    assert [url for url in asked if not url.startswith(f"{site}/")] == []
    assert page.context.cookies() == []


def test_what_a_page_says_it_says_without_javascript_too(site, open_page):
    page, plain = open_page(site), open_page(site, java_script_enabled=False)
    for path in [*USUAL, *OTHER_STATES, PAGES["job_description"][-1]]:
        for window in (page, plain):
            window.goto(site + path)
        page.locator(NEEDS_SCRIPTS).evaluate_all("parts => parts.forEach((part) => (part.hidden = true))")
        assert plain.locator("h1").is_visible(), path
        assert set(page.inner_text("main").split()) <= set(plain.inner_text("main").split()), path


@pytest.mark.parametrize("path", ["/salaries/", "/salaries/?view=levels", PAGES["compare"][0]])
def test_a_table_stays_one_where_its_rows_are_drawn_as_blocks(site, open_page, path):
    page = open_page(site + path, viewport={"width": 320, "height": 640})
    assert page.locator("tbody tr").first.evaluate("row => getComputedStyle(row).display") == "grid"
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in tree if not node["ignored"]]
    assert roles.count("rowheader") == page.locator("tbody th:visible").count() > 0
    assert roles.count("row") == page.locator("tr").count()
