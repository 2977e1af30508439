"""The pages of the search: results, suggestions, any input answered."""

import pytest
from django.urls import reverse

from guides.document.search_words import LONGEST_QUERY, MOST_WORDS, Query
from guides.document.shape import KeyFacts, Skill
from guides.finding.search import search
from tests.builders import make_bare_guide, make_live

pytestmark = pytest.mark.django_db


def titles(text, **page):
    return [hit.guide.title for hit in search(text, **page).hits]


def test_titles_lead_and_that_there_is_more_is_said_where_more_match_than_are_looked_through(client, monkeypatch):
    for module in ("search", "search.backend"):
        monkeypatch.setattr(f"guides.finding.{module}.MOST_FOUND", 2)
    for number in range(4):
        make_bare_guide(f"Keeper {number}", summary="Rope.")
    make_bare_guide("Alpha", skills=(Skill(kind="technical", name="Rope"),))
    make_bare_guide("Rope Maker")
    make_bare_guide("Rope")
    assert titles("rope") == ["Rope", "Rope Maker"]
    results = search("rope", offset=2)
    assert (results.hits, results.total, results.has_more) == ((), 2, True)
    assert "More than <strong>2</strong> guides found" in client.get(reverse("search"), {"q": "rope"}).content.decode()


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
        "lighthouse" * 1000,
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


def test_suggestions_are_a_list_of_options(client):
    make_bare_guide("Diver")
    response = client.get(reverse("search_suggestions"), {"q": "div"})
    html = response.content.decode()
    assert html.startswith('<ul class="suggestions" role="listbox"')
    assert f'data-address="{reverse("guide", args=("diver",))}"' in html
    assert "1 guide suggested" in html
    assert response["X-Robots-Tag"] == "noindex"


def test_the_page_shows_what_was_found_with_pay_and_is_not_indexed(client):
    make_live()
    html = client.get(reverse("search"), {"q": "light"}).content.decode()
    assert "<strong>1</strong> guide found" in html
    assert "Coast" in html
    assert "€41,000" in html
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
    assert client.get(reverse("search"), {"q": "diver & co", "page": 2}).content.decode().count("results__result") == 10
    assert client.get(reverse("search"), {"q": "diver & co", "page": 3}).content.decode().count("results__result") == 1


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
