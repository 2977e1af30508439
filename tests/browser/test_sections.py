"""The sections of a guide in Chromium: folding on phones, links to them, and the margin of wide windows."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

GUIDE = "/guides/customer-service-operator/"
SPECIALIST = "/guides/customer-service-specialist/"
PHONE = {"viewport": {"width": 360, "height": 800}, "has_touch": True}
FOLDED = "[data-folded][hidden]"


def button(page, heading):
    return page.get_by_role("button", name=f"Read more {heading}")


@pytest.mark.parametrize("path", [GUIDE, SPECIALIST])
def test_a_guide_on_a_phone_is_half_as_long_folded(site, open_page, path):
    page = open_page(site + path, **PHONE)
    assert page.evaluate("document.documentElement.scrollHeight") < 16_500
    expect(page.locator("#pros-cons ~ *, .pros-cons").first).to_be_visible()


def test_no_word_is_lost_by_folding(site, open_page):
    words = "document.querySelector('main').textContent.replace(/\\s+/g, ' ')"
    folded = open_page(site + GUIDE, **PHONE)
    opened = open_page(site + GUIDE, java_script_enabled=False, **PHONE)
    expect(opened.locator(FOLDED)).to_have_count(0)
    assert folded.evaluate(words) == opened.evaluate(words)


def test_a_button_opens_a_section_and_closes_it_without_moving_the_page(site, open_page):
    page = open_page(site + GUIDE, **PHONE)
    path = page.locator("#career-path")
    text = page.locator("#rungs")
    more = button(page, "Career Path")
    path.scroll_into_view_if_needed()
    place = path.bounding_box()["y"]
    expect(text).not_to_be_in_viewport()
    more.tap()
    less = page.get_by_role("button", name="Show less Career Path")
    expect(less).to_have_attribute("aria-expanded", "true")
    assert text.evaluate("e => e.checkVisibility({contentVisibilityAuto: true})")
    assert abs(path.bounding_box()["y"] - place) <= 1
    less.tap()
    expect(more).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("anchor", ["workplace-culture", "related"])
def test_an_address_with_a_section_opens_it(site, open_page, anchor):
    page = open_page(f"{site}{GUIDE}#{anchor}", **PHONE)
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    section = page.locator("[data-folds=section]", has=page.locator(f"#{anchor}"))
    expect(section.locator(FOLDED)).to_have_count(0)


def test_a_link_within_the_page_opens_the_section_that_it_leads_to(site, open_page):
    page = open_page(site + SPECIALIST, **PHONE)
    page.locator(".term").first.tap()
    expect(page.locator("dt:target")).to_be_in_viewport()


def test_a_section_that_is_found_in_the_page_is_open(site, open_page):
    page = open_page(site + GUIDE, **PHONE)
    page.locator(".block__rest[hidden]").first.dispatch_event("beforematch", {"bubbles": True})
    expect(page.locator("[data-folds=section]").first.locator(FOLDED)).to_have_count(0)


def test_everything_is_open_on_wide_windows_and_in_print(site, open_page):
    page = open_page(site + GUIDE, viewport={"width": 1440, "height": 900})
    expect(page.locator(FOLDED)).to_have_count(0)
    expect(page.locator(".fold").first).to_be_hidden()
    page.set_viewport_size({"width": 360, "height": 800})
    expect(page.locator(FOLDED)).not_to_have_count(0)
    page.emulate_media(media="print")
    assert page.locator("#workplace-culture").evaluate("e => e.checkVisibility({contentVisibilityAuto: true})")
    hidden = "all => all.filter(e => getComputedStyle(e).contentVisibility == 'hidden').length"
    assert page.locator("[data-folded]").evaluate_all(hidden) == 0


def test_a_link_beside_a_heading_copies_its_address_and_says_so(site, open_page):
    page = open_page(site + GUIDE, permissions=["clipboard-read", "clipboard-write"])
    field = page.locator("#site-search")

    def pasted():
        field.fill("")
        field.press("Control+V")
        return field.input_value()

    page.get_by_role("link", name="Link to this section: Career Path").click()
    expect(page.locator(".section-said")).to_have_text("Link copied")
    assert pasted() == f"{site}{GUIDE}#career-path"
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".page-end .section-said")).to_have_text("Link copied")
    assert pasted() == f"{site}{GUIDE}"


@pytest.mark.parametrize("path", [GUIDE, SPECIALIST])
def test_notes_in_the_margin_begin_with_their_section_and_never_overlap(site, open_page, path):
    page = open_page(site + path, viewport={"width": 1440, "height": 900})
    notes = [note.bounding_box() for note in page.locator(".beside, .part--education").all()]
    notes = sorted((note for note in notes if note), key=lambda note: note["y"])
    assert len(notes) >= 6
    assert all(one["y"] + one["height"] <= other["y"] for one, other in pairwise(notes))
    bottom = "element => element.getBoundingClientRect().bottom"
    within = f"all => all.every(e => ({bottom})(e) <= ({bottom})(e.closest('.block')))"
    assert page.locator(".beside").evaluate_all(within)
