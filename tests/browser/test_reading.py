"""Reading a guide in Chromium."""

import pytest
from playwright.sync_api import expect

from guides.document.shape import (
    FAQ,
    CareerStep,
    Details,
    KeyFacts,
    RelatedRole,
    Resource,
    SalaryLevel,
    Section,
    Skill,
    Source,
    Specialization,
    Step,
)
from tests.builders import make_live

GUIDE = "/guides/customer-service-operator/"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_guide_is_read_on_a_phone_without_sideways_scrolling(site, open_page, theme):
    page = open_page(site + GUIDE, color_scheme=theme, viewport={"width": 360, "height": 740}, has_touch=True)
    contents = page.locator(".contents a")
    expect(contents.first).to_be_hidden()
    page.get_by_text("Contents", exact=True).tap()
    contents.last.tap()
    section = page.locator(contents.last.get_attribute("href"))
    section.wait_for()
    for details in page.locator("main details").all():
        details.evaluate("details => details.open = true")
    assert page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]") == [360, 360]
    cut = "e => e.scrollWidth > e.clientWidth && getComputedStyle(e).overflowX == 'hidden' && e.clientWidth > 1"
    assert page.locator("main *").evaluate_all(f"all => all.filter({cut}).map(e => e.className)") == []


def test_the_contents_lead_to_every_section_without_javascript(site, open_page):
    page = open_page(site + GUIDE, java_script_enabled=False, viewport={"width": 1440, "height": 800})
    links = page.locator("nav[aria-label='Contents'] a, .contents a")
    assert links.count() > 20
    last = links.last
    target = last.get_attribute("href")
    last.click()
    page.wait_for_url(f"**{target}")
    expect(page.locator(target)).to_be_visible()


def test_the_contents_mark_the_part_that_is_read(site, open_page):
    page = open_page(site + GUIDE, viewport={"width": 1440, "height": 500})
    marked = page.locator(".contents [aria-current=location]")
    expect(marked).to_have_count(0)
    for part in ["#career-path", "#faq", "#salary-outlook", "#about-the-figures"]:
        page.locator(f".contents a[href='{part}']").click()
        page.locator(f".contents [aria-current=location][href='{part}']").wait_for()
        expect(marked).to_have_count(1)


def test_contents_taller_than_the_window_follow_the_reader(site, open_page):
    page = open_page(site + GUIDE, viewport={"width": 1440, "height": 300})
    page.mouse.move(1000, 150)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    last = page.locator(".contents [aria-current=location][href='#about-the-figures']")
    last.wait_for()
    assert 0 <= last.bounding_box()["y"] <= 300


def test_every_link_of_the_contents_shows_its_focus(site, open_page):
    page = open_page(site + GUIDE, viewport={"width": 1440, "height": 300})
    box = page.locator(".contents")
    for link in [box.locator("a").first, box.locator("a").nth(14), box.locator("a").last]:
        link.focus()
        place, window = link.bounding_box(), box.bounding_box()
        assert window["y"] <= place["y"]
        assert place["y"] + place["height"] <= window["y"] + window["height"]
        assert window["x"] + 5 <= place["x"]  # the outline is 3 px wide and 2 px away


LONG = "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstelle" * 2
CODE = f"{LONG}\n\n```\n{LONG} = {LONG}\n```"


def make_long_guide(slug):
    """A guide whose every text is one very long word, with code where Markdown is taken."""
    return make_live(
        title=f"{LONG} {slug}",
        slug=slug,
        summary=CODE,
        details=Details(
            category=LONG,
            alternative_titles=(LONG,),
            education_level=LONG,
            sources=(Source(covers="key_facts", name=LONG, url=f"https://example.org/{LONG}"),),
        ),
        key_facts=KeyFacts(
            currency="INR",
            country="IN",
            median_salary=999_999_999,
            salary_low=999_999_998,
            salary_high=1_000_000_000,
            growth_percent=12.75,
            growth_note=LONG,
            annual_openings=1_234_567_890,
            top_industries=(LONG,),
            typical_education=LONG,
        ),
        sections=(Section(kind="overview", heading=LONG, body=CODE), Section(kind="other", heading=LONG, body=CODE)),
        responsibilities=(LONG,),
        education_requirements=(LONG,),
        skills=(Skill(kind="technical", name=LONG, detail=LONG), Skill(kind="soft", name=f"{LONG}2", detail=LONG)),
        steps=(Step(number=1, text=CODE),),
        salary_levels=(SalaryLevel(title=LONG, median=999_999_998, average=999_999_999),),
        career_path=(
            CareerStep(title=LONG, experience=LONG, description=CODE, focus_areas=CODE),
            CareerStep(title=f"{LONG} 2", experience="3-9 years", years_min=3, years_max=9),
        ),
        specializations=(Specialization(name=LONG, description=CODE),),
        pros=(LONG,),
        cons=(LONG,),
        faqs=(FAQ(question=f"{LONG}?", answer=CODE),),
        resources=(Resource(kind="resume", title=LONG, blurb=CODE),),
        related=(RelatedRole(title=f"{LONG} 3", slug="c", blurb=CODE),),
    )


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_very_long_words_and_code_widen_no_page(live_server, transactional_db, open_page, width):
    for slug in ("a", "b"):
        make_long_guide(slug)
    page = open_page(live_server.url, viewport={"width": width, "height": 640})
    wide = []
    lists = ["/", "/guides/", "/skills/", "/salaries/", f"/search/?q={LONG}", "/compare/"]
    for path in [*lists, "/guides/a/", "/guides/c/", "/compare/?roles=a&roles=b", f"/skills/{LONG.lower()}/"]:
        page.goto(live_server.url + path)
        page.locator("details").evaluate_all("all => all.forEach(details => { details.open = true })")
        wide += [path] if page.evaluate("document.documentElement.scrollWidth") > width else []
    assert wide == []


def test_a_question_opens_by_keyboard(site, open_page):
    page = open_page(site + GUIDE)
    question = page.locator("details summary").filter(has_text="How soon can I be ready")
    question.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Entry-level jobs usually begin with training")).to_be_visible()


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(site, open_page):
    page = open_page(site + GUIDE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_a_citation_is_copied_as_it_is_written(site, open_page):
    page = open_page(site + GUIDE, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_text("Table, CSV and citation").last.click()
    page.get_by_role("button", name="Copy citation").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Careerguide, “Customer Service Operator: pay by level”, ")
    assert copied.endswith(f"{site}{GUIDE}#pay-by-level. Data: BLS, May 2025.")
