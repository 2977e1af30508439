"""Figures of guides on every page: printed by the filter `figure`, with their source beside them or once for a list."""

import html5lib
import pytest
from django.utils.html import strip_tags

from guides.document.shape import Details, Source
from guides.models import Revision
from guides.pages.provenance import sources_in
from guides.rendering.markdown import render_markdown
from guides.rendering.money import format_growth, format_money
from tests.builders import make_live
from tests.fixture_guides import load_guides
from tests.official.occupations import load_occupations
from tests.official.places import load_places
from tests.page_types import OPERATOR, PAGES, WHOLE_PAGES

pytestmark = pytest.mark.django_db

NOT_TEXT = ("script", "style", "svg", "template", "select")  # bands to choose from are no figures of a guide
SHORTEST_PROSE = 40  # letters; no figure is as long
OFFICIAL = ("occupation_list", "occupation", "occupation_pay")  # figures of the publishers alone
GUIDE_PAGES = [path for path in WHOLE_PAGES if path not in [page for name in OFFICIAL for page in PAGES[name]]]


@pytest.fixture
def documents(db):
    """Two guides with official figures, one without sources, one whose text names a source."""
    load_guides()
    load_places(load_occupations())
    make_live(details=Details(category="Maritime"))
    source = Source(covers="key_facts", name="Harbor Board", url="https://example.org", as_of="2025-05")
    make_live(title="Harbor Pilot", slug="harbor-pilot", related=(), details=Details(sources=(source,)))
    return [revision.guide for revision in Revision.objects.live()]


def figures_of(document):
    """The words of each figure of a document, and the words of its source."""
    known, currency = sources_in(document), document.key_facts.currency
    for (name, level), value in document.figures.items():
        other = {"growth_percent": format_growth, "annual_openings": "{:,}".format}.get(name)
        yield other(value) if other else format_money(value, currency), known.of(name, level).words


def prose_of(documents):
    """All that the documents say in words."""
    texts = []

    def collect(value):
        if isinstance(value, dict):
            for key, item in value.items():
                if key not in ("key_facts", "salary_levels", "provenance"):
                    collect(item)
        elif isinstance(value, (list, tuple)):
            for item in value:
                collect(item)
        elif isinstance(value, str):
            texts.append(value)
            texts.append(strip_tags(render_markdown(value)))

    for document in documents:
        collect(document.to_dict())
    return " ".join(" ".join(texts).split())


def main_of(client, path):
    page = html5lib.parse(client.get(path).content.decode(), namespaceHTMLElements=False)
    return page.find(".//main")


def texts_outside_figures(element):
    """The text nodes below an element that are not inside of a figure or of a source."""
    if element.tag in NOT_TEXT or "data-figure" in element.attrib or "data-sources" in element.attrib:
        return
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from texts_outside_figures(child)
        yield child.tail or ""


def is_figure_in(words, text):
    """Whether a figure stands in a text, and not as a part of a longer number."""
    before, found, after = text.partition(words)
    return bool(found) and not before[-1:].isdigit() and not after[:1].isdigit() and not after[:2].strip(",").isdigit()


def bare_figures(main, figures, prose):
    """The texts of a page that have a figure without the filter and without its source."""
    texts = [" ".join(text.split()) for text in texts_outside_figures(main)]
    own = [text for text in texts if len(text) < SHORTEST_PROSE or text not in prose]
    return [text for text in own for words, source in figures if is_figure_in(words, text) and source not in text]


def figures_without_source(main):
    """The figures of a page that no list, table or line shares with a source."""
    parents = {child: parent for parent in main.iter() for child in parent}
    for figure in main.iterfind(".//*[@data-figure]"):
        place = parents[figure]
        while place is not main and place.find(".//*[@data-sources]") is None:
            place = parents[place]
        if place is main:
            yield "".join(figure.itertext())


def test_no_page_prints_a_figure_without_the_filter_or_its_source(client, documents):
    figures, prose = {pair for document in documents for pair in figures_of(document)}, prose_of(documents)
    found = {path: bare_figures(main_of(client, path), figures, prose) for path in GUIDE_PAGES}
    assert {path: texts for path, texts in found.items() if texts} == {}


def test_every_figure_on_every_page_has_a_source_beside_it_or_in_its_list(client, documents):
    found = {path: list(figures_without_source(main_of(client, path))) for path in GUIDE_PAGES}
    assert {path: figures for path, figures in found.items() if figures} == {}


def test_a_list_whose_guides_share_their_sources_names_them_once(client, db):
    load_guides()
    sources = ["".join(note.itertext()).strip() for note in main_of(client, "/guides/").iterfind(".//*[@data-sources]")]
    assert sources == ["Pay: BLS, May 2025. Outlook: BLS, 2024–34."]


def test_a_list_whose_guides_differ_numbers_their_sources(client, documents):
    main = main_of(client, "/guides/")
    sources = ["".join(note.itertext()).strip() for note in main.iterfind(".//*[@data-sources]")]
    assert sorted(sources) == [
        "Figures: as the guide’s text says, no source given.",
        "Pay: BLS, May 2025. Outlook: BLS, 2024–34.",
        "Source: Harbor Board, as of May 2025.",
    ]
    numbers = {
        row.find(".//h2/a").text: row.find(".//sup").text or row.find(".//sup/span").tail
        for row in main.iterfind(".//li[@class='pay-row']")
    }
    assert "Harbor Board" in sources[int(numbers["Harbor Pilot"]) - 1]
    assert "no source given" in sources[int(numbers["Lighthouse Keeper"]) - 1]
    assert len(set(numbers.values())) == 3


def test_the_share_image_is_described_with_the_source_of_its_figures(client, documents):
    html = client.get(f"/guides/{OPERATOR}/").content.decode()
    assert "$44,770 a year" in html
    assert "Outlook −5.5%, 2024–34" in html
    sources = "pay: BLS, May 2025; outlook: BLS, 2024–34"
    assert f"Source: {sources}; Junior Customer Service Operator: derived: 25th percentile of 43-4051" in html
