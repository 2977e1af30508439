"""The header of every page, on a phone and on paper."""

from playwright.sync_api import expect


def test_on_a_phone_the_search_is_one_tap_away(site, open_page):
    page = open_page(f"{site}/about/", viewport={"width": 360, "height": 800}, has_touch=True)
    page.get_by_role("banner").get_by_role("link", name="Search").tap()
    page.wait_for_url("**/search/")
    expect(page.locator("main input[name=q]")).to_be_visible()


def test_a_printed_page_names_its_address_and_the_day(site, open_page):
    page = open_page(f"{site}/about/")
    line = page.locator(".site-header__printed")
    expect(line).to_be_hidden()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    day = page.evaluate("new Intl.DateTimeFormat('en-US', {dateStyle: 'long'}).format(new Date())")
    expect(line).to_have_text(f"{site}/about/ · printed {day}")
