"""Finding a role in Chromium: by keyboard, by filters, side by side; with and without JavaScript."""

import pytest


def test_a_role_is_found_by_keyboard_alone(site, open_page):
    page = open_page(f"{site}/about/")
    page.locator("header input[name=q]").focus()
    page.keyboard.type("speciali")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/guides/customer-service-specialist/")
    assert page.locator("h1").inner_text().split() == ["Customer", "Service", "Specialist"]


def test_the_search_page_works_without_javascript(site, open_page):
    page = open_page(f"{site}/about/", java_script_enabled=False)
    page.fill("header input[name=q]", "operators")
    page.click("header button")
    assert "/search/?q=operators" in page.url
    assert page.locator("main a", has_text="Operator").first.is_visible()
    assert page.locator("mark").count() > 0


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_a_filter_makes_an_address_that_can_be_sent(site, open_page, java_script_enabled):
    page = open_page(f"{site}/guides/", java_script_enabled=java_script_enabled)
    page.select_option("select[name=category]", "Customer Service")
    page.click("text=Show guides")
    assert "category=Customer" in page.url
    sent = open_page(page.url)
    assert sent.locator("main").get_by_role("link", name="Customer Service Operator").count() > 0


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_two_marked_roles_are_compared(site, open_page, java_script_enabled):
    page = open_page(f"{site}/guides/", java_script_enabled=java_script_enabled)
    for slug in ("customer-service-operator", "customer-service-specialist"):
        page.check(f"input[name=roles][value={slug}]")
    page.locator("form[action*=compare] button, button[formaction*=compare]").first.click()
    assert "roles=customer-service-operator&roles=customer-service-specialist" in page.url
    assert page.get_by_text("the same as Customer Service Operator").count() > 0
