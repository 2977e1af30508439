"""Reading a guide in Chromium."""

import re
from dataclasses import replace

import pytest
from django.conf import settings
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
from guides.parsing import parse_guide
from tests.builders import make_live

GUIDE = "/guides/customer-service-operator/"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_guide_is_read_on_a_phone_without_sideways_scrolling(site, open_page, theme):
    page = open_page(site + GUIDE, color_scheme=theme, viewport={"width": 360, "height": 740}, has_touch=True)
    contents = page.locator(".contents__list > li > a")
    expect(contents.first).to_be_hidden()
    page.locator(".contents__bar").tap()
    contents.last.tap()
    page.locator(contents.last.get_attribute("href")).wait_for()
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


def test_the_bar_of_a_phone_names_the_section_and_opens_the_contents(site, open_page):
    page = open_page(site + GUIDE, viewport={"width": 360, "height": 800})
    bar, sheet = page.locator(".contents__bar"), page.get_by_role("dialog", name="Contents")
    page.evaluate("document.getElementById('salary-outlook').scrollIntoView()")
    expect(bar).to_have_text(re.compile(r"Salary & Outlook\s+7 of 1[5-8]"))
    expect(bar).to_be_in_viewport(ratio=1)
    bar.press("Enter")
    expect(sheet.locator("[aria-current]")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(bar).to_be_focused()
    bar.click()
    page.mouse.click(180, 20)
    expect(sheet).to_be_hidden()
    bar.click()
    sheet.get_by_role("link", name="Career Path").click()
    expect(sheet).to_be_hidden()
    heading = page.locator("#career-path")
    expect(heading).to_be_in_viewport()
    assert heading.bounding_box()["y"] >= bar.bounding_box()["height"]


def test_the_bar_of_a_phone_hides_nothing_that_is_focused(site, open_page):
    page = open_page(site + GUIDE, viewport={"width": 360, "height": 800})
    page.locator("#faq").scroll_into_view_if_needed()
    links = page.locator(".guide__body :is(a, summary)").all()
    for link in reversed(links[-12:]):
        link.focus()
        assert link.bounding_box()["y"] >= 44


def test_the_contents_are_a_disclosure_on_a_phone_without_javascript(site, open_page):
    page = open_page(site + GUIDE, java_script_enabled=False, viewport={"width": 360, "height": 800})
    expect(page.locator(".contents__bar")).to_be_hidden()
    page.locator(".contents__summary").click()
    assert page.locator(".contents a:visible").count() == page.locator(".contents a").count() > 20


def test_only_the_current_section_shows_its_parts_in_the_contents(site, open_page):
    page = open_page(site + GUIDE, viewport={"width": 1440, "height": 900})
    part = page.locator(".contents a[href='#technical-skills']")
    expect(part).to_be_hidden()
    page.locator(".contents a[href='#qualifications']").click()
    expect(part).to_be_visible()
    page.locator(".contents a[href='#faq']").click()
    expect(part).to_be_hidden()


LONG_HEAD = replace(
    parse_guide((settings.BASE_DIR / "fixtures/texts/customer-service-operator.txt").read_bytes()),
    slug="mechanic",
    title="Heating, Cooling and Refrigeration Systems Mechanic",
    related=(),
)
INDUSTRIES = (
    "Retail Trade",
    "Finance and Insurance",
    "Healthcare and Social Assistance",
    "Administrative and Support Services",
    "Transportation and Warehousing",
)


@pytest.mark.parametrize(("width", "height", "end"), [(360, 800, 1200), (1440, 900, 900)])
def test_the_head_of_a_guide_fits(site, open_page, width, height, end):
    make_live(replace(LONG_HEAD, key_facts=replace(LONG_HEAD.key_facts, top_industries=INDUSTRIES)))
    page = open_page(site, viewport={"width": width, "height": height}, has_touch=width < 700, is_mobile=width < 700)
    for slug in ("customer-service-operator", "customer-service-specialist", "mechanic"):
        page.goto(f"{site}/guides/{slug}/")
        head = page.locator(".guide__intro").bounding_box()
        assert head["y"] + head["height"] <= end


def test_what_stands_beside_the_lead_begins_at_the_height_of_the_title(site, open_page):
    page = open_page(site + GUIDE, viewport={"width": 1440, "height": 900})
    title, facts = (page.locator(name).bounding_box() for name in (".guide-head h1", ".facts"))
    assert facts["x"] > title["x"] + title["width"]
    assert 0 <= facts["y"] - title["y"] <= 12


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
    box, links = page.locator(".contents"), page.locator(".contents__list > li > a")
    for link in [links.first, links.nth(9), links.last]:
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
    page = open_page(site + GUIDE, permissions=["clipboard-write"])
    page.get_by_text("Table, CSV and citation").last.click()
    page.get_by_role("button", name="Copy citation").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    citation = page.locator("#cite-pay-by-level").inner_text()
    assert citation.startswith("Careerguide, “Customer Service Operator: pay by level”, ")
    assert citation.endswith(f"{site}{GUIDE}#pay-by-level. Data: BLS, May 2025.")
    field = page.locator(".site-header input[name=q]")
    field.press("ControlOrMeta+V")  # pages may not read the clipboard
    expect(field).to_have_value(citation)
