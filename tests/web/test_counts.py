"""A count of one has a singular noun, on every page and in every message."""

import re
from io import StringIO
from urllib.parse import urljoin, urlsplit

import html5lib
import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse

from guides.document.shape import KeyFacts, RelatedRole
from guides.models import JobDescription, Skill
from tests.admin_pages import XHTML, admin_pages, make_boss
from tests.builders import make_document, make_live, make_role
from tests.page_types import OPERATOR, PAGES, SPECIALIST

pytestmark = pytest.mark.django_db

VERBS = {"has", "is", "was", "asks", "fits", "needs", "says", "means", "does"}
ONE = re.compile(r"(?<![\d.,:/–-])\b1 (?:[a-z-]+ )?([a-z-]+[^s\W]s)\b")


def plurals(words: str) -> list[str]:
    """The counts of one with a plural noun, such as `1 skills`; `1 of 3 skills` is not among them."""
    found = ONE.finditer(" ".join(words.split()))
    return [match[0] for match in found if match[1] not in VERBS and not match[0].startswith("1 of ")]


def text_of(html: str) -> str:
    page = html5lib.parse(html)
    labels = (value for element in page.iter() for value in element.attrib.values())
    return " . ".join(["".join(page.find(f"{XHTML}body").itertext()), *labels])


def one_of_everything(**overrides):
    """A guide with one row in each list."""
    document = make_document()
    names = ("responsibilities", "skills", "steps", "salary_levels", "career_path", "pros", "cons")
    facts = KeyFacts(currency="USD", median_salary=1, growth_percent=1, annual_openings=1)
    lists = {name: getattr(document, name)[:1] for name in names}
    return make_document(**{**lists, "key_facts": facts, **overrides})


@pytest.fixture
def guides():
    make_live(one_of_everything(title="One", slug=OPERATOR, related=()))
    mention = (RelatedRole(title="Two", slug="call-center-operator"),)
    make_live(one_of_everything(title="Two Sailors", slug=SPECIALIST, related=mention))


def test_no_page_has_a_plural_after_one(client, guides):
    addresses = [path for paths in PAGES.values() for path in paths]
    rated = "v=1&s-lamp-maintenance=1&years=1&done=1"
    addresses += [f"/guides/{OPERATOR}/{tool}/?{rated}" for tool in ("skills-gap", "readiness", "pack")]
    addresses += [f"/guides/{OPERATOR}/skills-gap/?{rated}&rules=2&with={SPECIALIST}"]
    addresses += ["/skills/lamp-maintenance/", "/search/?q=sailors", "/search/suggestions/?q=sail"]
    pages = {path: client.get(path).content.decode() for path in addresses}
    assert {path: found for path, html in pages.items() if (found := plurals(text_of(html)))} == {}
    files = {
        urljoin(path, link.get("href"))
        for path, html in pages.items()
        for link in html5lib.parse(html).iter(f"{XHTML}a")
        if re.search(r"\bas=(md|txt)", urlsplit(link.get("href", "")).query)
    }
    assert files
    assert [path for path in files if plurals(client.get(path).content.decode())] == []


def test_no_page_of_the_admin_has_a_plural_after_one(client):
    make_live(one_of_everything(related=()))
    client.force_login(make_boss())
    for path, _ in admin_pages(client):
        assert not plurals(text_of(client.get(path, follow=True).content.decode())), path


def test_no_suggestion_has_a_plural_after_one():
    make_role(one_of_everything(summary="Word.", faqs=make_document().faqs[:1]))
    out = StringIO()
    with pytest.raises(CommandError, match=r"suggestions for 1 of 1 guide\."):
        call_command("check_guides", stdout=out)
    assert "responsibilities: 1 responsibility, at least 5 expected." in out.getvalue()
    assert "career_path: 1 career level, at least 2 expected." in out.getvalue()
    assert "Only 1 word:" in out.getvalue()
    assert plurals(out.getvalue()) == []


def test_no_command_reports_a_plural_after_one():
    make_live(one_of_everything(related=()))
    JobDescription.objects.all().delete()
    out = StringIO()
    for command in ("rebuild_index", "rebuild_search"):
        call_command(command, stdout=out)
    assert "1 revision indexed." in out.getvalue()
    assert "1 job description created." in out.getvalue()
    assert "1 revision indexed for search." in out.getvalue()


def test_a_reminder_of_one_guide_is_in_the_singular():
    role = make_role(one_of_everything(related=()))
    role.owner = make_boss()
    role.owner.email = "boss@example.org"
    role.owner.save()
    role.save()
    call_command("remind_owners", days=1, stdout=StringIO())
    assert mail.outbox[0].subject == "1 guide to check"
    assert "figures of this guide are undated or older than 1 day." in mail.outbox[0].body


def test_messages_about_one_row_are_in_the_singular(client):
    make_live(related=())
    client.force_login(make_boss())
    url = reverse("admin:guides_jobdescription_changelist")
    chosen = {ACTION_CHECKBOX_NAME: [JobDescription.objects.get().pk]}
    page = client.post(url, {"action": "remove_selected", **chosen}, follow=True).content.decode()
    assert "1 version removed. Its address now says so." in page
    page = client.post(url, {"action": "restore_selected", **chosen}, follow=True).content.decode()
    assert "1 version restored." in page


def test_the_log_of_a_merge_names_both_skills(client):
    kept, other = (Skill.objects.create(name=name, slug=name, key=name) for name in ("kept", "other"))
    client.force_login(make_boss())
    data = {"action": "merge", ACTION_CHECKBOX_NAME: [kept.pk, other.pk], "kept": kept.pk}
    client.post(reverse("admin:guides_skill_changelist"), data)
    page = client.get(reverse("admin:guides_skill_history", args=(kept.pk,))).content.decode()
    assert "Merged “other” into “kept”." in page
