"""Home: the search with examples, the fields, all jobs in one drawing, the tools and the occupations."""

import json

import html5lib
import pytest
from django.urls import reverse

from guides.document.shape import Details, KeyFacts, Source
from guides.pages.home import FEWEST_DRAWN
from guides.rendering.charts import EDUCATION_LEVELS
from guides.web import home
from tests.builders import make_document, make_live_unedited
from tests.official.occupations import load_occupations

pytestmark = pytest.mark.django_db

SVG = "{http://www.w3.org/2000/svg}"


def make_guide(title, *, field="Sea", level="", remote=None, sources=(), **facts):
    """A live guide with these facts and no others."""
    make_live_unedited(
        make_document(
            title=title,
            slug=title.lower().replace(" ", "-"),
            details=Details(category=field, education_level=level or None, remote_work=remote, sources=sources),
            key_facts=KeyFacts(**({"currency": "USD"} if "median_salary" in facts else {}) | facts),
            salary_levels=(),
            related=(),
        )
    )


def make_guides(number=FEWEST_DRAWN, **facts):
    """Live guides that can be drawn."""
    for place in range(number):
        make_guide(f"Job {place}", median_salary=30_000 + 1_000 * place, growth_percent=place, **facts)


def main_of(client):
    html = client.get("/").content.decode()
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html).find(".//main")


def words_of(client):
    return " ".join("".join(main_of(client).itertext()).split())


def links_of(client):
    return [link.get("href") for tag in ("a", f"{SVG}a") for link in main_of(client).iter(tag)]


def titles_of(client):
    """What the links of the drawing say."""
    return ["".join(title.itertext()) for title in main_of(client).iter(f"{SVG}title")]


def test_examples_of_filters_are_links_to_the_list(client):
    make_guide("Diver", level=EDUCATION_LEVELS[3], remote="common", median_salary=60_000)
    assert links_of(client)[:3] == [
        "/guides/?education=no-degree",
        "/guides/?remote=common",
        "/guides/?pay=usd-from-60",
    ]


def test_an_example_that_finds_nothing_is_not_offered(client):
    make_guide("Diver", level=EDUCATION_LEVELS[4], remote="rare", median_salary=59_999)
    assert not [link for link in links_of(client) if "?" in link and "category" not in link]


def test_a_field_leads_to_its_guides_with_their_number_and_pay(client):
    make_guide("Diver", field="Sea & Shore", median_salary=50_000, salary_low=20_000, salary_high=90_000)
    make_guide("Keeper", field="Sea & Shore")
    assert "/guides/?category=Sea%20%26%20Shore" in links_of(client)
    assert "Sea & Shore 2 guides median $50,000, $20,000 to $90,000" in words_of(client)


def test_pay_of_a_field_in_another_currency_is_in_words_alone(client):
    make_guide("Diver", median_salary=50_000)
    make_guide("Keeper", median_salary=60_000)
    make_guide("Pilot", field="Air", median_salary=40_000, currency="EUR")
    pays = {card.field.name: card.pay for card in client.get("/").context["fields"].cards}
    assert pays["Sea"].strip
    assert (pays["Air"].median, pays["Air"].strip) == ("€40,000", None)


def test_fields_beyond_a_grid_are_in_the_list(client, monkeypatch):
    monkeypatch.setattr(home, "MOST_FIELDS", 1)
    make_guide("Diver")
    make_guide("Pilot", field="Air")
    assert "All 2 fields" in words_of(client)
    assert "/guides/?category=Sea" not in links_of(client)


def test_jobs_are_drawn_as_links_with_their_figures(client):
    make_guides(annual_openings=1_200)
    titles = titles_of(client)
    assert "Job 7: $37,000 a year, outlook +7%, 1,200 openings a year" in titles
    assert len(titles) == FEWEST_DRAWN
    assert "/guides/job-7/" in links_of(client)


def test_the_drawing_has_its_table_with_the_source_of_each_figure(client):
    make_guides(sources=(Source(covers="key_facts", name="Harbor Board", as_of="2025-05"),))
    make_guide("Unsourced", median_salary=45_000, growth_percent=1)
    rows = ["".join(row.itertext()).split() for row in main_of(client).iter("tr")]
    job = next(row for row in rows if row[:2] == ["Job", "7"])
    assert job == ["Job", "7", "$37,000", "+7%", "not", "stated", "Harbor", "Board,", "as", "of", "May", "2025"]


def test_jobs_that_are_not_drawn_are_counted(client):
    make_guides()
    make_guide("Diver", median_salary=50_000)
    make_guide("Keeper", growth_percent=1)
    make_guide("Pilot", median_salary=50_000, currency="EUR", growth_percent=1)
    assert "Not drawn: 1 with pay in another currency, 1 without median pay, 1 without an outlook." in words_of(client)


def test_a_few_guides_are_rows_of_a_list(client):
    make_guides(FEWEST_DRAWN - 1)
    response = client.get("/")
    assert response.context["overview"] is None
    assert [row.card.title for row in response.context["guides"].rows] == [f"Job {n}" for n in range(FEWEST_DRAWN - 1)]


def test_many_guides_are_drawn_as_fields(client, monkeypatch):
    monkeypatch.setattr(home, "MOST_DRAWN", FEWEST_DRAWN)
    for place in range(FEWEST_DRAWN):
        for growth in (1, 3):
            make_guide(f"Job {place} {growth}", field=f"Field {place}", median_salary=50_000, growth_percent=growth)
    titles = titles_of(client)
    assert titles[0] == "Field 0: $50,000 a year, outlook +2%, 2 guides"
    assert "/guides/?category=Field%200" in links_of(client)


def test_many_guides_in_few_fields_are_not_drawn(client, monkeypatch):
    monkeypatch.setattr(home, "MOST_DRAWN", 1)
    make_guides()
    context = client.get("/").context
    assert context["overview"] is context["guides"] is None


def test_every_tool_opens_for_an_example(client):
    make_guide("Diver")
    links = links_of(client)
    for tool in ("resume", "cover-letter", "interview", "skills-gap", "readiness", "pack", "job-description"):
        assert f"/guides/diver/{tool}/" in links


def test_official_occupations_are_counted(client):
    assert "official occupation" not in words_of(client)
    load_occupations()
    assert "official occupations with U.S. pay by state and city" in words_of(client)
    assert reverse("occupation_list") in links_of(client)


def test_a_new_site_says_that_there_is_no_guide(client):
    assert "No guide is published yet." in words_of(client)


def test_home_names_the_site_for_search_engines(client, settings):
    html = client.get("/").content.decode()
    data = json.loads(html.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert (data["@type"], data["name"], data["url"]) == ("WebSite", settings.SITE_NAME, "http://testserver/")


@pytest.mark.parametrize("most_drawn", [1, 300])
def test_home_costs_the_same_queries_for_any_number_of_guides(
    client, monkeypatch, django_assert_num_queries, most_drawn
):
    monkeypatch.setattr(home, "MOST_DRAWN", most_drawn)
    make_guides(2)
    for title in "ABCDEFGHI":
        make_guide(title, field=title, median_salary=50_000, growth_percent=3)
        with django_assert_num_queries(6):
            client.get("/")
