"""Editor and publisher in Chromium: review, publication, two editors at once, and restoring a revision."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from playwright.sync_api import expect

from guides.editing.groups import make_groups
from guides.models import Role
from tests.browser.accessibility import violations

SLUG = "customer-service-operator"
PASSWORD = "a keeper of the light"


@pytest.fixture
def log_in(site, open_page):
    """Open a window of the admin for somebody of a group."""
    make_groups(apps)

    def log_in(name, group, opener=open_page, **options):
        user = get_user_model().objects.create_user(name, password=PASSWORD, is_staff=True)
        user.groups.add(Group.objects.get(name=group))
        page = opener(f"{site}/admin/login/?next=/admin/guides/role/", **options)
        page.fill("#id_username", name)
        page.fill("#id_password", PASSWORD)
        page.click("input[type=submit]")
        page.wait_for_selector("#changelist")
        return page

    return log_in


@pytest.fixture
def role(site):
    return Role.objects.get(slug=SLUG)


def form_of(site, role):
    return f"{site}/admin/guides/role/{role.pk}/change/"


def test_an_editor_sends_to_review_and_a_publisher_publishes(site, role, log_in, open_page):
    editor, publisher = log_in("ben", "Editor"), log_in("anna", "Publisher")
    editor.goto(form_of(site, role))
    assert editor.locator("input[name=_publish]").count() == 0
    editor.fill("#id_summary", "Reviewed and found good.")
    editor.click("input[name=_review]")
    editor.fill("textarea[name=comment]", "Only the summary is new.")
    editor.click("button[value=send]")
    editor.get_by_text("Sent revision 2 to review.").wait_for()
    publisher.goto(f"{site}/admin/guides/role/?state=review")
    publisher.click(f"a[href*='/{role.pk}/change/']")
    publisher.locator("#content").get_by_role("link", name="Publish").click()
    expect(publisher.get_by_text("Only the summary is new.")).to_be_visible()
    publisher.click("button[value=approve]")
    publisher.get_by_text("Approved: revision 2.").wait_for()
    publisher.click("button[value=publish]")
    publisher.get_by_text("Revision 2 is live now.").wait_for()
    expect(open_page(f"{site}/guides/{SLUG}/").get_by_text("Reviewed and found good.").first).to_be_visible()


def two_edits(site, role, log_in, open_quietly, **typed):
    """The window of an editor who typed something while another one saved a summary."""
    first, second = log_in("ben", "Editor"), log_in("anna", "Editor", open_quietly)
    first.goto(form_of(site, role))
    second.goto(form_of(site, role))
    first.fill("#id_summary", "The first summary.")
    first.locator("input[name=_save]").first.click()
    first.wait_for_selector(".messagelist .success")
    for name, words in typed.items():
        second.fill(f"#id_{name}", words)
    second.locator("input[name=_continue]").first.click()
    return second


def test_what_two_editors_changed_apart_from_each_other_is_combined(site, role, log_in, open_quietly):
    second = two_edits(site, role, log_in, open_quietly, category="Second thoughts")
    second.get_by_text("Your changes were combined with theirs.").wait_for()
    expect(second.locator("#id_summary")).to_have_value("The first summary.")
    expect(second.locator("#id_category")).to_have_value("Second thoughts")


def test_the_second_editor_decides_what_both_changed_in_words_of_her_own(site, role, log_in, open_quietly):
    second = two_edits(site, role, log_in, open_quietly, summary="The second summary.", category="Second thoughts")
    second.get_by_text("ben saved revision 2").wait_for()
    assert [mark.inner_text().strip() for mark in second.locator("mark").all()] == ["first", "second"]
    assert violations(second, "#content") == []
    second.get_by_label("Write your own", exact=True).check()
    second.click("text=Write your own version")
    second.get_by_label("Summary").fill("A summary of both.")
    second.click("input[value='Save']")
    second.wait_for_selector("#id_summary")
    expect(second.locator("#id_summary")).to_have_value("A summary of both.")
    expect(second.locator("#id_category")).to_have_value("Second thoughts")


def test_a_revision_is_restored(site, role, log_in):
    page = log_in("anna", "Publisher")
    page.goto(form_of(site, role))
    before = page.input_value("#id_summary")
    page.fill("#id_summary", "Spoiled.")
    page.locator("input[name=_continue]").first.click()
    page.wait_for_selector(".messagelist .success")
    page.locator("#content").get_by_role("link", name="Revisions").click()
    page.click("input[value='Compare']")
    expect(page.locator("ins", has_text="Spoiled.")).to_be_visible()
    page.fill("#comment", "It was better before")
    page.click("input[value='Restore revision 1']")
    page.get_by_text("Restored revision 1 as revision 3.").wait_for()
    page.goto(form_of(site, role))
    expect(page.locator("#id_summary")).to_have_value(before)


def test_a_reviewer_without_an_account_reads_what_an_editor_sends(site, role, log_in, open_page):
    editor = log_in("ben", "Editor")
    editor.goto(f"{site}/admin/guides/role/{role.pk}/revisions/")
    editor.click("button:has-text('Create preview link')")
    link = editor.locator(".messagelist a").get_attribute("href")
    reviewer = open_page(link)
    expect(reviewer.get_by_text("This is revision 1 of")).to_be_visible()
    assert reviewer.context.cookies() == []


def test_axe_finds_nothing_on_the_pages_about_versions_and_publication(site, role, log_in, theme):
    page = log_in("anna", "Publisher", color_scheme=theme, viewport={"width": 360, "height": 800})
    base, found = f"{site}/admin/guides/role/", []
    own = [f"{role.pk}/{name}/" for name in ("publication", "revisions", "delete")]
    paths = [*own, f"publish/?role={role.pk}", "aging/"]
    for path in paths:
        page.goto(base + path)
        found += violations(page, "#content")
        assert page.evaluate("document.documentElement.scrollWidth") == 360, path
    assert found == []
