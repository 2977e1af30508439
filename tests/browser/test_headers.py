"""What a browser makes of the headers: embeds and pictures on other sites, and features that are off."""

import pytest
from playwright.sync_api import expect

from guides.web.headers import FEATURES
from tests.page_types import OPERATOR

EMBED = f"/guides/{OPERATOR}/job-description/?embed=1"


def test_an_embed_is_still_shown_on_another_site_after_it_was_revalidated(site, open_page, elsewhere):
    folder, address = elsewhere
    (folder / "index.html").write_text(f'<link rel="icon" href="data:,"><iframe src="{site}{EMBED}"></iframe>')
    page = open_page(address)
    for _ in range(2):
        page.reload()
        expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_be_visible()


LOADS = "address => fetch(address, {mode: 'no-cors'}).then(() => true, () => false)"


@pytest.mark.parametrize(
    ("path", "is_loaded"), [("/guides.json", True), (f"/guides/{OPERATOR}.txt", False), ("/", False)]
)
def test_another_site_may_load_data_but_no_pages(site, new_context, elsewhere, path, is_loaded):
    page = new_context().new_page()
    page.goto(elsewhere[1])
    assert page.evaluate(LOADS, site + path) == is_loaded


@pytest.mark.parametrize(("path", "allowed"), [("/", set()), (f"/guides/{OPERATOR}/interview/", {"microphone"})])
def test_the_browser_allows_no_feature_that_the_page_does_not_use(site, open_page, path, allowed):
    features = open_page(site + path).evaluate("document.featurePolicy.allowedFeatures()")
    assert set(features) & set(FEATURES) == allowed
    assert "clipboard-write" in features
