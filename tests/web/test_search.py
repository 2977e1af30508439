"""The pages of the search: results, suggestions, any input answered."""

import re

import pytest
from django.urls import reverse

from guides.document.material import GlossaryTerm
from guides.document.search_words import LONGEST_QUERY, MOST_WORDS, Query
from guides.document.shape import FAQ, KeyFacts, Skill
from guides.finding.search import search
from guides.official.releases import update_occupations
from tests.builders import make_bare_guide, make_live
from tests.official.occupations import CLERK, Table, load_occupations, make_occupation

pytestmark = pytest.mark.django_db


def titles(text):
    return [hit.guide.title for hit in search(text).hits()]


def test_titles_lead_and_that_there_is_more_is_said_where_more_match_than_are_looked_through(client, monkeypatch):
    for module in ("search", "search.backend"):
        monkeypatch.setattr(f"guides.finding.{module}.MOST_FOUND", 2)
    for number in range(4):
        make_bare_guide(f"Keeper {number}", summary="Rope.")
    make_bare_guide("Alpha", skills=(Skill(kind="technical", name="Rope"),))
    make_bare_guide("Rope Maker")
    make_bare_guide("Rope")
    assert titles("rope") == ["Rope", "Rope Maker"]
    results = search("rope")
    assert (results.total, results.has_more) == (2, True)
    assert "more than <strong>2</strong> guides" in client.get(reverse("search"), {"q": "rope"}).content.decode()


def test_a_guide_is_found_by_the_terms_of_its_glossary():
    make_bare_guide(
        "Diver", glossary=(GlossaryTerm(term="Bottom time", meaning="Minutes between descent and ascent."),)
    )
    for words in ("bottom time", "descent"):
        assert titles(words) == ["Diver"]


def test_markup_in_a_guide_and_in_a_question_stays_words(client):
    make_bare_guide("<b>Bold</b> Keeper", summary="Says <script>alert(1)</script> & more.")
    html = client.get(reverse("search"), {"q": "<script>alert bold"}).content.decode()
    assert "<script>alert" not in html
    assert "&lt;b&gt;<mark>Bold</mark>&lt;/b&gt;" in html


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "'",
        '"keeper',
        "keeper AND",
        "OR",
        "NOT keeper",
        "NEAR(keeper light, 2)",
        "title : keeper",
        "{title} : keeper",
        "keep*",
        "*",
        "^keeper",
        "-keeper",
        "(((",
        "keeper & !light | <-> :*",
        "%_\\",
        "a\0b",
        "\0",
        "🙂",
        "🙂 keeper",
        "\u202eمرحبا",
        "e\u0301" * 50,
        "x " * 5000,
        "lighthouse" * 12_000,
        " ".join(f"word{number}" for number in range(2000)),
    ],
)
def test_whatever_is_typed_is_answered(client, text):
    make_live()
    for name in ("search", "search_suggestions"):
        assert client.get(reverse(name), {"q": text}).status_code == 200


def test_a_long_question_is_cut_and_that_is_said(client):
    make_bare_guide("Diver")
    html = client.get(reverse("search"), {"q": "diver " * 2000}).content.decode()
    assert f"first {LONGEST_QUERY} characters" in html
    assert "Diver" in html
    query = Query.read(" ".join(map(str, range(100))))
    assert (len(query.words), query.is_cut) == (MOST_WORDS, True)


def test_suggestions_are_options_in_groups_with_the_search_last(client):
    make_bare_guide("Diver", faqs=(FAQ(question="Who is a diver?", answer="You."),))
    response = client.get(reverse("search_suggestions"), {"q": " div"})
    html = response.content.decode()
    assert html.startswith('<div class="suggestions" role="listbox"')
    addresses = re.findall('data-address="(.*?)"', html)
    assert addresses == ["/guides/diver/", "/guides/diver/#q-who-is-a-diver-answer", "/search/?q=div"]
    assert 'data-announcement="1 guide. 1 question. "' in html
    assert response["X-Robots-Tag"] == "noindex"
    assert "No suggestions." in client.get(reverse("search_suggestions"), {"q": "zzz"}).content.decode()


def test_the_page_shows_what_was_found_as_rows_and_is_not_indexed(client):
    make_live()
    html = client.get(reverse("search"), {"q": "light"}).content.decode()
    assert "<strong>1</strong> guide for" in " ".join(html.split())
    for words in ("Coast", "€41,000", "slower than others", "Add Lighthouse Keeper to compare"):
        assert words in html
    assert '<meta name="robots" content="noindex">' in html
    assert 'value="light"' in html


def test_a_guide_without_pay_says_so(client):
    make_live(title="Diver", slug="diver", key_facts=KeyFacts(), salary_levels=())
    assert "Pay not stated" in client.get(reverse("search"), {"q": "diver"}).content.decode()


def test_pages_of_results_keep_the_question(client):
    for number in range(21):
        make_bare_guide(f"Diver & Co {number}")
    html = client.get(reverse("search"), {"q": "diver & co"}).content.decode()
    assert "?q=diver+%26+co&amp;page=2" in html
    assert client.get(reverse("search"), {"q": "diver & co", "page": 2}).content.decode().count("pay-row__below") == 10
    assert client.get(reverse("search"), {"q": "diver & co", "page": 3}).content.decode().count("pay-row__below") == 1


@pytest.mark.parametrize("number", ["0", "-1", "x", "99", "9" * 30, "٢"])
def test_a_page_that_is_not_there_is_answered(client, number):
    make_bare_guide("Diver")
    assert client.get(reverse("search"), {"q": "diver", "page": number}).status_code == 200


def test_the_page_works_without_any_guide(client):
    for text in ("", "keeper"):
        assert client.get(reverse("search"), {"q": text}).status_code == 200


def test_every_page_has_one_search_form(client):
    make_live()
    for address in ("/", reverse("search"), reverse("guide_list"), reverse("guide", args=("lighthouse-keeper",))):
        assert client.get(address).content.decode().count('role="search"') == 1


# Nothing found


def test_where_nothing_is_found_the_fields_are_offered_and_no_other_guides(client):
    make_live()
    html = client.get(reverse("search"), {"q": "zzzzqqqq"}).content.decode()
    assert 'href="/guides/?category=Coast"' in html
    assert "Lighthouse Keeper" not in html


def test_a_word_with_a_similar_spelling_leads_to_its_results(client):
    make_bare_guide("Astronomer")
    html = client.get(reverse("search"), {"q": "astronaut"}).content.decode()
    assert 'href="/search/?q=astronomer"' in html


def test_an_empty_search_offers_fields_and_examples_of_filters(client):
    make_live(key_facts=KeyFacts(currency="USD", median_salary=70_000))
    html = client.get(reverse("search")).content.decode()
    assert 'href="/guides/?category=Coast"' in html
    assert 'href="/guides/?pay=usd-from-60"' in html
    assert "Lighthouse Keeper" not in html


# Official occupations


def page(client, text, **more):
    return client.get(reverse("search"), {"q": text, **more}).content.decode()


def test_occupations_come_below_the_guides_with_their_source(client):
    load_occupations()
    make_bare_guide("Harbor Pilot")
    html = page(client, "harbor")
    places = [html.index(words) for words in ("Harbor</mark> Pilot", "Official occupations", "Harbor</mark> Clerks")]
    assert places == sorted(places)
    assert f'href="{reverse("occupation", args=(CLERK,))}"' in html
    assert "O*NET 1.0 Database" in html


def test_the_alternate_title_that_matched_is_shown(client):
    load_occupations()
    assert "Also called: <mark>Dockside</mark> Clerk" in page(client, "dockside")


def test_a_search_that_finds_only_occupations_does_not_say_that_nothing_was_found(client):
    load_occupations()
    html = page(client, "dockside")
    assert "No guides, but <strong>1</strong> occupation for" in " ".join(html.split())
    assert "Nothing found" not in html
    assert "Nothing found for" in page(client, "zzzz")


def test_a_few_occupations_are_shown_with_a_link_to_all(client):
    for number in range(6):
        make_occupation(f"11-1011.0{number}", f"Rope Makers {number}")
    update_occupations([Table.OCCUPATIONS])
    html = page(client, "rope & makers")
    assert html.count(reverse("occupation_list") + "11-1011") == 5
    assert f'href="{reverse("occupation_list")}?q=rope%20%26%20makers"' in html
    assert "All occupations for" not in page(client, "rope makers 5")


def test_occupations_are_on_the_first_page_alone(client):
    load_occupations()
    for number in range(11):
        make_bare_guide(f"Harbor Pilot {number}")
    assert "Official occupations" in page(client, "harbor")
    assert "Official occupations" not in page(client, "harbor", page=2)


def test_three_occupations_are_suggested_after_the_guides(client):
    load_occupations()
    make_bare_guide("Ferry Clerk")
    for number in range(4):
        make_occupation(f"11-1011.0{number}", f"Clerks {number}")
    update_occupations([Table.OCCUPATIONS])
    html = client.get(reverse("search_suggestions"), {"q": "clerk"}).content.decode()
    assert "1 guide. 3 occupations. " in html
    assert html.index("/guides/ferry-clerk/") < html.index("/occupations/")


def test_a_title_with_markup_stays_words(client):
    make_occupation(CLERK, "<i>Clerks</i> & more")
    update_occupations([Table.OCCUPATIONS])
    for name in ("search", "search_suggestions"):
        html = client.get(reverse(name), {"q": "clerks"}).content.decode()
        assert "&lt;i&gt;<mark>Clerks</mark>&lt;/i&gt; &amp; more" in html
