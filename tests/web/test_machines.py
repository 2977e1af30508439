"""What programs read: feed, sitemap, robots.txt, guides as data and text, and what the heads of pages say."""

import json
from dataclasses import fields, replace
from datetime import timedelta
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings, strategies

from guides.document import GuideDocument
from guides.document.material import INVENTED, GlossaryTerm
from guides.document.other_pay import OtherPay
from guides.document.shape import Details, KeyFacts, RelatedRole, Section, Source
from guides.editing.publishing import publish, unpublish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import GuideIndex, LiveInterval, Revision
from guides.official.models import Release
from guides.pages.as_markdown import write_markdown
from guides.parsing import parse_guide
from guides.rendering.markdown import plain_words
from guides.web import catalog, sitemaps
from guides.web.catalog import GuideEntry
from tests.builders import MATERIAL, make_document, make_live, make_live_unedited, make_role
from tests.official.occupations import ACTOR, CLERK, SOLDIER, SURGEON, load_occupations
from tests.official.places import load_places

UNPACKED = {"Accept-Encoding": "identity"}  # the test client would take a packed body for the answer itself

pytestmark = pytest.mark.django_db

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
FORMS = ["guide", "guide_json", "guide_text", "guide_markdown"]


def revise(role, **overrides):
    write_document(role, make_document(**overrides))
    return publish(record_revision(role, Revision.Kind.EDIT))


def head(client, path):
    """What a page's head says: `link` by relation, `meta` by name."""

    class Head(HTMLParser):
        link, meta = {}, {}

        def handle_starttag(self, tag, attrs):
            attrs = dict(attrs)
            if tag == "link":
                self.link[attrs["rel"]] = attrs["href"]
            if tag == "meta" and "content" in attrs:
                self.meta[attrs.get("property") or attrs["name"]] = attrs["content"]

    found = Head()
    found.link, found.meta = {}, {}
    found.feed(client.get(path).content.decode())
    return found


# The heads of pages


@pytest.mark.parametrize("path", ["/", "/guides/", "/guides/lighthouse-keeper/", "/about/"])
def test_a_page_names_its_address_without_what_changes_nothing(client, path):
    make_live_unedited()
    assert head(client, f"{path}?from=mail").link["canonical"] == f"http://testserver{path}"


def test_a_page_of_a_list_is_a_page_of_its_own(client):
    for number in range(30):
        make_live(title=f"Role {number}", slug=f"role-{number}", related=())
    canonical = head(client, "/guides/?page=2&sort=-pay&category=Coast&from=mail").link["canonical"]
    assert canonical == "http://testserver/guides/?category=Coast&sort=-pay&page=2"


def test_a_comparison_is_shared_under_the_address_of_its_roles(client):
    for slug in ("a", "b"):
        make_live(title=slug.upper(), slug=slug, related=())
    found = head(client, "/compare/?roles=b&roles=nobody&roles=a&from=mail")
    assert found.link["canonical"] == found.meta["og:url"] == "http://testserver/compare/?roles=b&roles=a"


def test_a_page_that_is_not_there_names_no_address(client):
    assert "canonical" not in head(client, "/guides/nobody/").link


def test_a_guide_introduces_itself_where_it_is_shared(client):
    make_live_unedited()
    meta = head(client, "/guides/lighthouse-keeper/").meta
    assert meta["og:title"] == "Lighthouse Keeper: pay, outlook and career path"
    assert meta["og:description"] == meta["description"] == "Keepers look after a light and the ships that trust it."
    assert meta["og:type"] == "article"
    assert meta["og:url"] == "http://testserver/guides/lighthouse-keeper/"
    assert meta["twitter:card"] == "summary_large_image"
    assert "€41,000" in meta["og:image:alt"]
    assert client.get(meta["og:image"]).status_code == 200


def test_a_preview_is_not_for_programs(editor_client):
    role = make_role()
    found = head(editor_client, reverse("admin:guides_role_preview", args=(role.pk,)))
    assert found.meta["robots"] == "noindex"
    assert "canonical" not in found.link


# Guides as data and text


@pytest.mark.parametrize("name", FORMS)
def test_every_form_of_a_guide_moves_with_it_in_one_step(client, name):
    role = make_live()
    revise(role, slug="second")
    revise(role, slug="third")
    for former in ("lighthouse-keeper", "second"):
        response = client.get(f"{reverse(name, args=(former,))}?a=1&b=%20")
        assert (response.status_code, response["Location"]) == (301, f"{reverse(name, args=('third',))}?a=1&b=%20")
        assert response["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("name", FORMS)
def test_no_form_of_an_unpublished_guide_is_left(client, name):
    unpublish(make_live(related=()))
    assert client.get(reverse(name, args=("lighthouse-keeper",))).status_code == 404


def test_the_text_of_a_guide_is_read_as_the_guide_again(client):
    make_live_unedited()
    response = client.get("/guides/lighthouse-keeper.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert parse_guide(response.content.decode()) == make_document()


def test_other_forms_name_the_page_as_the_canonical_one(client):
    make_live_unedited()
    for name in FORMS[1:]:
        link = client.get(reverse(name, args=("lighthouse-keeper",)))["Link"]
        assert link == '<http://testserver/guides/lighthouse-keeper/>; rel="canonical"'


def test_scripts_of_other_sites_may_read_the_json(client):
    make_live_unedited()
    for path in ("/guides.json", "/guides/lighthouse-keeper.json", "/openapi.json"):
        assert client.get(path)["Access-Control-Allow-Origin"] == "*"


def strings(value):
    """Every text in a document, but for names of kinds and addresses."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in {"slug", "kind", "figure", "period", "currency", "covers", "remote_work"}:
                yield from strings(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from strings(part)
    elif isinstance(value, str) and value:
        yield value


@pytest.mark.parametrize(
    "document",
    [
        make_document(),
        make_document(
            title="C* _and_ `more` [x](y) <b> & #1 | 2",
            details=Details(sources=(Source(covers="pay", name="A_b_c", url="https://example.org/a_b", as_of="2024"),)),
            responsibilities=("- a dash", "1. a number", "+ plus", "# mark", "AT&amp;T", "*stars*"),
            pros=("1) one",),
            glossary=(GlossaryTerm(term="*Wick*", meaning="- What [burns](x)."),),
            sections=(Section(kind="pros_cons", heading="# Heading", body="a\n\n- b\n  - c"),),
        ),
        GuideDocument(title="Lighthouse Keeper", slug="lighthouse-keeper"),
        make_document(
            other_pay=(
                OtherPay(
                    figure="median", words="$239,200+", cents=23_920_000, is_open=True, period="year", currency="USD"
                ),
                OtherPay(
                    level="A*b*",
                    figure="range",
                    words="£9 - £12 an hour",
                    cents=900,
                    cents_high=1200,
                    period="hour",
                    currency="GBP",
                ),
            )
        ),
    ],
)
def test_markdown_leaves_nothing_of_a_guide_out(document):
    shown = plain_words(write_markdown(document))
    for text in strings(document.to_dict()):
        assert plain_words(text) in shown or " ".join(text.split()) in shown, text


def test_markdown_says_that_the_people_of_samples_are_invented():
    shown = write_markdown(make_document(**MATERIAL))
    for label in ("Sample answer", "Person", "Body"):
        assert f"{label} ({INVENTED.lower()})" in shown


def test_markdown_has_the_glossary_once_in_its_place_on_the_page():
    shown = write_markdown(make_document(**MATERIAL))
    assert shown.count(MATERIAL["glossary"][0].meaning) == 1
    assert shown.index("## Glossary") < shown.index("## Interview Questions")


def test_markdown_writes_figures_as_the_page_does(client):
    make_live_unedited()
    response = client.get("/guides/lighthouse-keeper.md")
    assert response["Content-Type"] == "text/markdown; charset=utf-8"
    text = plain_words(response.content.decode())
    for words in ("€41,000", "€60,000 and more", "−2.5%", "about 120", "€50,500", "From year 6", "Remote work: Rare"):
        assert words in text


# /guides.json


def read(client, path="/guides.json"):
    return json.loads(client.get(path).content)


def test_the_catalog_says_what_a_guide_states_and_null_where_it_does_not(client):
    make_live_unedited()
    make_live(title="Diver", slug="diver", key_facts=KeyFacts(), details=Details(), salary_levels=(), related=())
    diver, keeper = read(client)["guides"]
    assert set(keeper) == {field.name for field in fields(GuideEntry)}
    assert (keeper["median_salary"], keeper["currency"], keeper["growth_percent"]) == (41_000, "EUR", -2.5)
    assert (keeper["category"], keeper["salary_high_is_open"]) == ("Coast", True)
    assert all(diver[name] is None for name in (*catalog.EMPTY_IS_NONE, "median_salary", "growth_percent"))


def test_the_country_in_the_catalog_is_its_code(client):
    make_live(key_facts=KeyFacts(country="UK"))
    assert read(client)["guides"][0]["country"] == "GB"


def test_every_address_in_the_catalog_answers(client):
    make_live_unedited()
    for address in read(client)["guides"][0]["addresses"].values():
        assert client.get(address).status_code == 200


def test_the_catalog_is_read_page_by_page_in_a_stable_order(client, monkeypatch):
    monkeypatch.setattr("guides.web.machines.PAGE_SIZE", 2)
    for number in (3, 1, 5, 2, 4):
        make_live(title=f"Role {9 - number}", slug=f"role-{number}", related=())
    slugs, path = [], "/guides.json"
    while path:
        page = read(client, path)
        assert page["count"] == 5
        slugs += [guide["slug"] for guide in page["guides"]]
        path, previous = page["next"], page["previous"]
    assert slugs == [f"role-{number}" for number in range(1, 6)]
    assert previous == "http://testserver/guides.json?page=2"


@pytest.mark.parametrize("page", ["0", "-1", "2", "x", "", "1e9", "²", "9" * 5000])
def test_an_invalid_page_of_the_catalog_is_not_found(client, page):
    make_live_unedited()
    assert client.get("/guides.json", {"page": page}).status_code == 404


def test_the_catalog_costs_the_same_queries_for_any_number_of_guides(client, django_assert_num_queries):
    for number in range(3):
        make_live(title=f"Role {number}", slug=f"role-{number}")
        with django_assert_num_queries(3):
            client.get("/guides.json")


# The feed


def entries(client):
    feed = ElementTree.fromstring(client.get("/guides/feed.atom").content)
    return feed.findall("a:entry", ATOM)


def test_every_page_names_the_feed(client):
    assert head(client, "/").link["alternate"] == "/guides/feed.atom"


def test_the_feed_leaves_out_code_points_that_older_revisions_have_and_xml_refuses(client):
    make_live_unedited()
    GuideIndex.objects.update(title="Light\ufffehouse", summary="A\uffff light.", category="Co\ufdd0ast")
    (entry,) = entries(client)
    assert entry.findtext("a:title", namespaces=ATOM) == "Lighthouse"
    assert "A light." in entry.findtext("a:summary", namespaces=ATOM)
    assert entry.find("a:category", ATOM).get("term") == "Coast"


def test_the_feed_has_new_and_revised_guides_newest_first(client):
    role = make_live()
    make_live(title="Diver", slug="diver", related=())
    assert [entry.find("a:title", ATOM).text for entry in entries(client)] == ["Diver", "Lighthouse Keeper"]
    revise(role, summary="Now *better*.")
    first = entries(client)[0]
    assert first.find("a:summary", ATOM).get("type") == "html"
    assert first.find("a:title", ATOM).text == "Lighthouse Keeper"
    assert first.find("a:summary", ATOM).text.strip() == "<p>Now <em>better</em>.</p>"
    assert first.find("a:published", ATOM).text < first.find("a:updated", ATOM).text


def test_an_entry_keeps_its_name_whatever_the_slug_and_the_host(client):
    role = make_live()
    before = entries(client)[0]
    revise(role, slug="keeper")
    after = entries(client)[0]
    assert after.find("a:id", ATOM).text == before.find("a:id", ATOM).text
    assert after.find("a:link", ATOM).get("href") == "http://testserver/guides/keeper/"
    assert b"testserver" not in client.get("/guides/feed.atom", headers={"host": "localhost"}).content


def test_the_feed_costs_two_queries(client, django_assert_num_queries):
    for number in range(3):
        make_live(title=f"Role {number}", slug=f"role-{number}")
        with django_assert_num_queries(2):
            client.get("/guides/feed.atom")


# sitemap.xml and robots.txt


def dates(client, path="/sitemap.xml"):
    urls = ElementTree.fromstring(client.get(path).content)
    return {url.find("s:loc", SITEMAP).text: url.findtext("s:lastmod", namespaces=SITEMAP) for url in urls}


def test_the_sitemap_dates_a_guide_by_its_live_revision(client):
    role = make_live()
    interval = LiveInterval.objects.get()
    interval.live_from = timezone.now() - timedelta(days=90)
    interval.save()
    before = dates(client)["http://testserver/guides/lighthouse-keeper/"]
    assert before == interval.live_from.date().isoformat()
    write_document(role, make_document(summary="Not public."))
    record_revision(role, Revision.Kind.EDIT)
    assert dates(client)["http://testserver/guides/lighthouse-keeper/"] == before
    live = revise(role, summary="Public.")
    after = dates(client)["http://testserver/guides/lighthouse-keeper/"]
    assert after == live.live_from.date().isoformat()


def test_the_sitemap_names_live_pages_alone_and_all_of_them_answer(client):
    make_live_unedited()
    unpublish(make_live(title="Diver", slug="diver", related=()))
    make_role(title="Pilot", slug="pilot", related=())
    found = dates(client)
    assert not [address for address in found if "diver" in address or "pilot" in address]
    assert "http://testserver/skills/patience/" in found
    assert "http://testserver/guides/lighthouse-keeper/interview/" in found
    assert "http://testserver/guides/lighthouse-keeper/pack/" not in found
    for address in found:
        assert client.get(address).status_code == 200, address


def test_a_large_sitemap_is_an_index_of_pages(client, monkeypatch):
    monkeypatch.setattr(sitemaps.DatedSitemap, "limit", 2)
    monkeypatch.setattr(sitemaps.GuidePages, "names", ("guide",))
    for number in range(5):
        make_live(title=f"Role {number}", slug=f"role-{number}", related=(), skills=())
    index = dates(client)
    assert [address.partition("sitemap-")[2] for address in index] == [
        *("site.xml", "site.xml?p=2", "site.xml?p=3"),
        *("guides.xml", "guides.xml?p=2", "guides.xml?p=3"),
        "fields.xml",
        "skills.xml",
        "occupations.xml",
    ]
    found = {address for page in index for address in dates(client, page)}
    assert {f"http://testserver/guides/role-{number}/" for number in range(5)} <= found


def test_the_sitemap_has_occupations_and_pay_where_some_is_published_dated_by_the_newest_release(client):
    releases = load_places(load_occupations())
    Release.objects.update(activated_at=timezone.now() - timedelta(days=90))
    Release.objects.filter(pk=releases[Release.Table.STATE_WAGES].pk).update(activated_at=timezone.now())
    found = {address: date for address, date in dates(client).items() if "/occupations/" in address}
    assert f"http://testserver/occupations/{CLERK}/pay/" in found
    assert f"http://testserver/occupations/{SOLDIER}/" in found
    assert f"http://testserver/occupations/{SOLDIER}/pay/" not in found
    assert set(found.values()) == {timezone.now().date().isoformat()}
    for address in found:
        assert client.get(address).status_code == 200, address


def test_the_sitemap_has_the_canonical_address_of_every_field_with_a_live_guide(client):
    make_live(details=Details(category="Ships & Sea"))
    unpublish(make_live(title="Diver", slug="diver", related=(), details=Details(category="Diving")))
    found = [address for address in dates(client) if "category" in address]
    assert found == ["http://testserver/guides/?category=Ships+%26+Sea"]
    assert head(client, found[0]).link["canonical"] == found[0]


def test_the_sitemap_costs_ten_queries(client, django_assert_num_queries):
    load_occupations()
    for number in range(3):
        make_live(title=f"Role {number}", slug=f"role-{number}")
        with django_assert_num_queries(10):
            client.get("/sitemap.xml")


def test_robots_txt_lists_the_sitemap_and_disallows_the_admin(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().split("\n")[:2] == ["User-agent: *", "Disallow: /admin/"]
    assert "Sitemap: http://testserver/sitemap.xml" in response.content.decode()


def test_the_old_address_of_the_favicon_redirects_to_it(client):
    assert client.get("/favicon.ico")["Location"] == "/static/favicon.png"


# The description of the JSON


@pytest.fixture
def application(db):
    """The site for any client of WSGI; the test's connection stays open after an answer."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield get_wsgi_application()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_the_description_fits_every_answer(application):
    load_places(load_occupations())
    make_live_unedited()
    make_live(title="Diver", slug="diver", key_facts=KeyFacts(), details=Details(), related=())
    role = make_live(title="Pilot", slug="pilot", related=(RelatedRole(title="Diver", slug="diver"),))
    write_document(role, replace(make_document(), title="Captain", slug="captain", related=()))
    publish(record_revision(role, Revision.Kind.EDIT))
    schema = schemathesis.openapi.from_wsgi("/openapi.json", application)
    operations = [found.ok() for found in schema.get_all_operations()]
    for operation in operations:
        check(operation)
    for slug in ("lighthouse-keeper", "diver", "captain", "pilot"):
        schema["/guides/{slug}.json"]["GET"].Case(path_parameters={"slug": slug}).call_and_validate(headers=UNPACKED)
    paths = ("/occupations/{code}.json", "/occupations/{code}/pay.json", "/occupations/{code}/pay.csv")
    for path in (*paths, "/occupations/{code}.csv"):
        for code in (CLERK, SURGEON, ACTOR, SOLDIER):
            schema[path]["GET"].Case(path_parameters={"code": code}).call_and_validate(headers=UNPACKED)
    assert len(operations) == 10


def check(operation):
    """Ask an operation with what its description allows and with what it does not."""
    cases = [operation.as_strategy(generation_mode=mode) for mode in schemathesis.GenerationMode]

    # A failure is reported as it was found: to shrink it, the site would be asked for minutes.
    @settings(max_examples=30, phases=(Phase.generate,), database=None, suppress_health_check=list(HealthCheck))
    @given(case=strategies.one_of(cases))
    def ask(case):
        case.call_and_validate(headers=UNPACKED)

    ask()
