"""The public pages through their addresses."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import html5lib
import pytest
from django.conf import settings
from django.urls import reverse

from guides.document import GuideDocument
from guides.document.shape import FAQ, RelatedRole, SalaryLevel, Skill
from guides.editing.publishing import publish, unpublish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import Revision
from tests.builders import make_document, make_live, make_live_unedited, make_role
from tests.fixture_guides import load_guides

pytestmark = pytest.mark.django_db


def address(slug="lighthouse-keeper", name="guide"):
    return reverse(name, args=(slug,))


class Addresses(HTMLParser):
    """Every address that a page loads something from or links to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.loaded, self.linked, self.ids = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.ids += [attrs["id"]] if "id" in attrs else []
        target = attrs.get("href") or attrs.get("src") or attrs.get("srcset")
        if target:
            is_link = tag == "a" or attrs.get("rel") in ("canonical", "alternate")
            (self.linked if is_link else self.loaded).append(target)
        assert "style" not in attrs, f"inline style in <{tag}>"
        assert not any(name.startswith("on") for name in attrs), f"inline script in <{tag}>"


def test_a_live_guide_has_its_page(client):
    make_live_unedited()
    response = client.get(address())
    assert response.status_code == 200
    assert b"<h1" in response.content
    assert b"Trim the wick." in response.content


def test_a_guide_that_is_not_published_is_not_found(client):
    make_role()
    assert client.get(address()).status_code == 404
    assert client.get(address(name="guide_json")).status_code == 404


def test_the_public_sees_the_live_revision_and_not_the_rows(client):
    role = make_live()
    write_document(role, make_document(responsibilities=("Secret plans.",)))
    record_revision(role, Revision.Kind.EDIT)
    assert b"Trim the wick." in client.get(address()).content
    assert b"Secret plans." not in client.get(address()).content


def test_an_unpublished_guide_leaves_the_site(client):
    role = make_live()
    unpublish(role)
    assert client.get(address()).status_code == 404
    assert b"Lighthouse Keeper" not in client.get(reverse("guide_list")).content


def test_the_json_address_serves_the_document(client):
    make_live_unedited()
    response = client.get(address(name="guide_json"))
    assert response["Content-Type"] == "application/json"
    assert GuideDocument.from_dict(json.loads(response.content)) == make_document()


def test_an_address_that_a_guide_had_before_leads_to_the_present_one(client):
    role = make_live()
    write_document(role, make_document(slug="keeper"))
    publish(record_revision(role, Revision.Kind.EDIT))
    response = client.get(f"{address()}?from=mail")
    assert (response.status_code, response["Location"]) == (301, f"{address('keeper')}?from=mail")


def test_home_and_list_show_every_live_guide(client):
    make_live_unedited()
    make_live(title="Diver", slug="diver", related=())
    for name in ("home", "guide_list"):
        content = client.get(reverse(name)).content
        assert address().encode() in content
        assert address("diver").encode() in content


def test_the_list_links_drafts(client):
    make_live_unedited()
    content = client.get(reverse("guide_list")).content.decode()
    assert f'<a href="{address("harbor-pilot")}">Harbor Pilot</a>' in content


def test_drafts_are_sorted_by_how_many_guides_name_them_and_the_page_tells(client):
    pilot, mate = (RelatedRole(title=title, slug=slug) for title, slug in (("Pilot", "pilot"), ("Mate", "mate")))
    make_live(related=(mate, pilot))
    make_live(title="Diver", slug="diver", related=(pilot,))
    content = client.get(reverse("guide_list")).content.decode()
    assert content.index(f'<a href="{address("pilot")}">') < content.index(f'<a href="{address("mate")}">')
    assert content.count(">2 guides</span>") == content.count(">1 guide</span>") == 1


def test_a_role_that_only_unpublished_guides_name_is_not_shown(client):
    make_role()
    assert "Harbor Pilot" not in client.get(reverse("guide_list")).content.decode()


def test_a_role_whose_own_guide_is_live_is_no_longer_a_draft(client):
    make_live_unedited()
    make_live(title="Harbor Pilot", slug="harbor-pilot", related=())
    assert "Coming soon" not in client.get(reverse("guide_list")).content.decode()


def test_home_and_list_work_without_any_guide(client):
    for name in ("home", "guide_list"):
        assert client.get(reverse(name)).status_code == 200


def test_a_related_role_is_linked_and_one_without_a_live_guide_is_marked_as_a_draft(client):
    make_live(related=(RelatedRole(title="Diver", slug="diver"), RelatedRole(title="Pilot", slug="pilot")))
    assert "similar__title" not in client.get(address()).content.decode()
    make_live(title="Diver", slug="diver", related=())
    content = client.get(address()).content.decode()
    assert content.count("similar__title") == content.count("guides coming soon") == 1
    assert {address("diver"), address("pilot")} <= set(Addresses(content).linked)


def test_a_guide_page_costs_ten_queries_whatever_its_length(client, django_assert_num_queries):
    make_live(title="Diver", slug="diver", related=())
    make_live(related=(RelatedRole(title="Diver", slug="diver"),))
    make_live(
        title="Long",
        slug="long",
        responsibilities=tuple(f"Task {n}" for n in range(60)),
        faqs=tuple(FAQ(question=f"Question {n}?", answer="Yes.") for n in range(40)),
        salary_levels=tuple(SalaryLevel(title=f"Level {n}", median=10_000 + n, average=10_001) for n in range(20)),
        related=(
            RelatedRole(title="Diver", slug="diver"),
            RelatedRole(title="Lighthouse Keeper", slug="lighthouse-keeper"),
            *(RelatedRole(title=f"Role {n}", slug=f"role-{n}") for n in range(20)),
        ),
    )
    for slug in ("lighthouse-keeper", "long"):
        with django_assert_num_queries(10):
            client.get(address(slug))


def test_the_list_costs_the_same_queries_for_any_number_of_guides(client, django_assert_num_queries):
    for number in range(3):
        make_live(title=f"Role {number}", slug=f"role-{number}")
        with django_assert_num_queries(5):
            client.get(reverse("guide_list"))


def test_a_page_that_is_not_there_is_answered_by_the_sites_own_page(client):
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert b"Careerguide" in response.content


def test_an_error_is_answered_by_the_sites_own_page(client, monkeypatch):
    monkeypatch.setattr("guides.web.home.live_numbers", lambda: 1 / 0)
    client.raise_request_exception = False
    response = client.get("/")
    assert response.status_code == 500
    assert b"Careerguide" in response.content


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_public_pages_are_only_read(client, method):
    make_live_unedited()
    assert getattr(client, method)(address()).status_code == 405


def test_the_real_pages_are_valid_and_load_nothing_from_elsewhere(client):
    load_guides()
    slugs = [path.stem for path in (settings.BASE_DIR / "fixtures" / "texts").glob("*.txt")]
    for path in ("/", reverse("guide_list"), "/nowhere/", *map(address, slugs)):
        html = client.get(path).content.decode()
        html5lib.HTMLParser(strict=True).parse(html)
        found = Addresses(html)
        assert all(target.startswith("/") for target in found.loaded)
        assert len(found.ids) == len(set(found.ids))
        assert html.count("<h1") == 1
        assert {link[1:] for link in found.linked if link.startswith("#")} <= set(found.ids)


def test_every_link_of_the_real_pages_leads_somewhere(client):
    load_guides()
    seen, queue = set(), ["/"]
    while queue:
        path = queue.pop()
        if path in seen or path.startswith(("#", "http", "mailto:")):
            continue
        seen.add(path)
        response = client.get(path)
        assert response.status_code == 200, path
        if response["Content-Type"].startswith("text/html"):
            queue += [link.partition("#")[0] or "/" for link in Addresses(response.content.decode()).linked]
    assert len(seen) >= 4


def test_every_answer_carries_the_strict_content_security_policy(client):
    for path in ("/", "/nowhere/", "/admin/login/"):
        policy = client.get(path)["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_markup_in_a_guide_stays_words(client):
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    make_live(title=evil, responsibilities=(evil,), summary=evil, slug="evil")
    content = client.get(address("evil")).content.decode()
    assert "<script>alert" not in content
    assert "<img src=x" not in content


def test_dates_are_written_as_html_has_them(client):
    make_live_unedited()
    dates = re.findall(r'datetime="([^"]+)"', client.get(address()).content.decode())
    assert dates
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", date) for date in dates)


def test_each_section_of_a_guide_has_an_address_to_report_errors_to(client, settings):
    settings.CORRECTIONS_EMAIL = "fix@example.net"
    make_live_unedited(make_document(title="R&D Keeper"))
    mails = [link for link in Addresses(client.get(address()).content.decode()).linked if link.startswith("mailto:")]
    found = [{name: value[0] for name, value in parse_qs(urlsplit(mail).query).items()} for mail in mails]
    assert {urlsplit(mail).path for mail in mails} == {"fix@example.net"}
    assert found[-1]["subject"] == "Correction: R&D Keeper"
    assert found[0]["subject"].startswith("Correction: R&D Keeper – ")
    assert found[0]["body"].splitlines()[0].startswith(f"http://testserver{address()}#")
    assert not any(" " in mail or "+" in mail for mail in mails)


def test_a_guide_links_its_skills_by_whatever_name_the_site_has_for_them(client):
    make_live(skills=(Skill(kind="technical", name="CRM Software Proficiency"),))
    linked = Addresses(client.get(address()).content.decode()).linked
    assert [link for link in linked if link.startswith("/skills/") and link != "/skills/"] == [
        "/skills/customer-relationship-management-crm/"
    ]
