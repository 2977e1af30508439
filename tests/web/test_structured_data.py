"""schema.org data: it says what the page shows and nothing else, and cannot leave its element."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime

import html5lib
import pytest
from django.template import Context, Template
from django.urls import reverse

from guides.document.shape import FAQ, KeyFacts
from guides.editing.publishing import publish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import LiveInterval, Revision
from guides.rendering.money import format_money
from guides.rendering.passages import split_lead
from tests.builders import make_document, make_live, make_live_unedited
from tests.fixture_guides import load_guides

pytestmark = pytest.mark.django_db

PAGE = "/guides/lighthouse-keeper/"
FIXED = {"@context", "@type", "duration", "position"}
HOSTILE = "</script><script>alert(1)</script><!-- & \" ' \\ ]]>"


def parse(client, path=PAGE):
    html = client.get(path).content.decode()
    return html5lib.parse(html, namespaceHTMLElements=False)


def data_of(tree):
    """Every thing that a page describes, by its type."""
    blocks = [json.loads(e.text) for e in tree.iter("script") if e.get("type") == "application/ld+json"]
    things = [thing for block in blocks for thing in block.get("@graph", [block])]
    assert len(things) == len({thing["@type"] for thing in things})
    return {thing["@type"]: thing for thing in things}


def read(client, path=PAGE):
    return data_of(parse(client, path))


def seen(tree):
    """The words that readers see, and the addresses and dates behind them."""
    for parent in tree.iter():
        for child in [e for e in parent if e.tag == "script"]:
            child.text = ""
    body = " ".join("".join(tree.find("body").itertext()).split())
    links = {e.get("href") for e in tree.iter("a") if e.get("href")}
    links |= {e.get("href") or e.get("content") for e in tree.find("head")}
    times = {e.get("datetime") for e in tree.iter("time")}
    return body, links, times


def values(thing, name=""):
    """(name, value) of everything in a thing but for words that schema.org prescribes."""
    if isinstance(thing, dict):
        for key, value in thing.items():
            if key not in FIXED and (key, value) != ("name", "base"):
                yield from values(value, key)
    elif isinstance(thing, list):
        for value in thing:
            yield from values(value, name)
    else:
        yield name, thing


def is_seen(name, value, currency, body, links, times):
    if name == "median":
        return format_money(value, currency) in body
    if name in ("datePublished", "dateModified", "lastReviewed"):
        return value in times
    if str(value).startswith("http"):
        return value in links or value.removeprefix("http://testserver") in links
    # The first sentence of a summary leads, and the rest of it opens the text.
    pieces = split_lead(value) if name == "description" else (value,)
    return all(" ".join(words.split()) in body for words in pieces)


@pytest.mark.parametrize("slug", ["customer-service-operator", "customer-service-specialist", "lighthouse-keeper"])
def test_every_value_is_one_that_the_page_shows(client, slug):
    load_guides()
    role = make_live(faqs=(FAQ(question="Is *it* <b>?", answer="A **bold** `code` & [link](https://example.org)."),))
    write_document(role, replace(role.revisions.latest().guide, summary="A & B keep *the* light."))
    publish(record_revision(role, Revision.Kind.EDIT))
    tree = parse(client, f"/guides/{slug}/")
    found = data_of(tree)
    assert set(found) == {"Occupation", "Article", "FAQPage", "BreadcrumbList"}
    currency = found["Occupation"]["estimatedSalary"][0]["currency"]
    shown = seen(tree)
    for name, value in values(list(found.values())):
        assert is_seen(name, value, currency, *shown), (name, value)


def test_an_occupation_has_what_the_guide_states(client):
    make_live_unedited()
    occupation = read(client)["Occupation"]
    assert occupation["estimatedSalary"] == [
        {
            "@type": "MonetaryAmountDistribution",
            "name": "base",
            "currency": "EUR",
            "duration": "P1Y",
            "median": 41_000,
        }
    ]
    assert occupation["occupationLocation"] == {"@type": "Country", "name": "IE"}
    assert occupation["skills"] == ["Lamp Maintenance", "Patience"]
    assert occupation["responsibilities"] == ["Trim the wick.", "Log every ship."]
    assert occupation["educationRequirements"] == ["Radio certificate"]


@pytest.mark.parametrize(("country", "name"), [("UK", "GB"), ("United States", "US"), ("Europe", "Europe")])
def test_the_country_of_an_occupation_is_its_code(client, country, name):
    make_live(key_facts=KeyFacts(country=country))
    assert read(client)["Occupation"]["occupationLocation"] == {"@type": "Country", "name": name}


def test_what_a_guide_does_not_state_is_left_out(client):
    make_live(
        summary="",
        details=replace(make_document().details, alternative_titles=()),
        key_facts=KeyFacts(),
        salary_levels=(),
        responsibilities=(),
        education_requirements=(),
        skills=(),
        faqs=(FAQ(question="Nobody knows?"),),
    )
    found = read(client)
    assert set(found["Occupation"]) == {"@type", "name", "mainEntityOfPage"}
    assert "FAQPage" not in found


def test_an_article_has_the_days_of_publishing_and_of_the_revision(client):
    role = make_live()
    LiveInterval.objects.update(live_from=datetime(2025, 3, 1, 12, tzinfo=UTC))
    write_document(role, make_document(summary="Revised."))
    publish(record_revision(role, Revision.Kind.EDIT), at=datetime(2025, 5, 2, 12, tzinfo=UTC))
    found = read(client)
    assert found["Article"]["datePublished"] == "2025-03-01"
    assert found["Article"]["dateModified"] == "2025-05-02"
    assert found["Occupation"]["mainEntityOfPage"]["lastReviewed"] == "2025-05-02"


def test_the_image_of_an_article_is_there(client):
    make_live_unedited()
    [image] = read(client)["Article"]["image"]
    assert client.get(image).status_code == 200


@pytest.mark.parametrize(
    ("path", "way"),
    [
        (PAGE, [("Home", "/"), ("Guides", "/guides/"), ("Lighthouse Keeper", None)]),
        ("/guides/", [("Home", "/"), ("Guides", None)]),
        ("/skills/patience/", [("Home", "/"), ("Skills", "/skills/"), ("Patience", None)]),
    ],
)
def test_the_breadcrumb_data_match_the_visible_breadcrumb(client, path, way):
    make_live_unedited()
    items = read(client, path)["BreadcrumbList"]["itemListElement"]
    assert [item["position"] for item in items] == list(range(1, len(way) + 1))
    expected = [(name, link and f"http://testserver{link}") for name, link in way]
    assert [(item["name"], item.get("item")) for item in items] == expected


@pytest.mark.parametrize("name", ["guide_list", "skill_list", "salary_list", "about", "compare"])
def test_every_page_below_home_has_its_way(client, name):
    make_live_unedited()
    assert set(read(client, reverse(name))) == {"BreadcrumbList"}


def test_home_tells_of_the_site_alone_and_pages_that_are_not_there_of_nothing(client):
    make_live_unedited()
    assert read(client, "/").keys() == {"WebSite"}
    assert read(client, "/nowhere/") == {}


def test_hostile_words_stay_data(client):
    make_live(
        title=HOSTILE,
        slug="lighthouse-keeper",
        responsibilities=(HOSTILE,),
        faqs=(FAQ(question=HOSTILE, answer=HOSTILE),),
    )
    html = client.get(PAGE).content.decode()
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert len(blocks) == html.count('<script type="application/ld+json"') == 2
    for block in blocks:
        assert not set("<>&") & set(block)
    found = read(client)
    assert found["Occupation"]["name"] == HOSTILE
    assert found["Occupation"]["responsibilities"] == [HOSTILE]
    assert found["FAQPage"]["mainEntity"][0]["name"] == HOSTILE


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("مرحبا", '"مرحبا"'),
        ("</script>", '"\\u003c/script\\u003e"'),
        ("a\u2028b\u2029", '"a\\u2028b\\u2029"'),
        ('&amp; " \\', '"\\u0026amp; \\" \\\\"'),
    ],
)
def test_data_is_json_without_what_could_end_it(words, written):
    html = Template("{% load machines %}{{ data|json_ld }}").render(Context({"data": {"name": words}}))
    assert html == f'{{"name":{written}}}'
    assert json.loads(html) == {"name": words}
