"""What the public pages contain and how they are built; no database, no request."""

import itertools
import math
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import html5lib
import pytest
from django.conf import settings
from django.core.paginator import Paginator
from django.template.loader import render_to_string

from guides.document import GuideDocument
from guides.document.choices import SECTION_KINDS
from guides.document.licenses import License
from guides.document.material import GlossaryTerm
from guides.document.other_pay import OtherPay
from guides.document.provenance import PROJECTIONS, Provenance
from guides.document.shape import (
    FAQ,
    Details,
    KeyFacts,
    RelatedRole,
    SalaryLevel,
    Section,
    Skill,
    Source,
    Step,
)
from guides.pages import Neighbors, guide_page, list_rows
from guides.pages.blocks import USUAL_ORDER
from guides.pages.contents import MORE, MOST_ENTRIES
from guides.pages.job_searches import SearchLink
from guides.parsing import parse_guide
from guides.rendering.markdown import render_markdown
from guides.rendering.money import format_growth, format_money
from guides.rendering.passages import split_lead
from guides.rendering.words import LONGEST_DESCRIPTION
from tests.builders import MATERIAL, make_document
from tests.hostile import hostile_document

TEXTS = sorted((Path(settings.BASE_DIR) / "fixtures" / "texts").glob("*.txt"))
NOT_SHOWN = {"schema", "slug", "kind", "covers", "currency", "as_of", "remote_work", "number", "years_min", "years_max"}
NOT_SHOWN |= {"figure", "cents", "cents_high", "period"}  # the words of other pay say them
NOT_SHOWN |= {"value"}  # the figure itself, once more
NOT_SHOWN |= {"interview", "resumes", "letters", "job_ads"}  # the pages of the tools show them
BODIES = {"summary", "body", "text", "description", "focus_areas", "answer", "blurb"}
AMOUNTS = {"median_salary", "salary_low", "salary_high", "median", "average"}


DOCUMENTS = {
    **{path.stem: parse_guide(path.read_bytes()) for path in TEXTS},
    "hostile": hostile_document(),
    "sparse": GuideDocument(title="Lighthouse Keeper", slug="lighthouse-keeper"),
}
any_document = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())


def make_card(**overrides):
    card = {
        "slug": "diver",
        "title": "Diver",
        "summary": "",
        "category": "Sea",
        "country": "US",
        "currency": "USD",
        "median_salary": 50_000,
        "salary_low": 30_000,
        "salary_high": 80_000,
        "salary_high_is_open": False,
        "other_pay": (),
        "provenance": (),
        "sources": (),
        "growth_percent": 5,
        "growth_note": "",
        "annual_openings": 10,
        "annual_openings_is_approximate": False,
        "typical_education": "",
        "education_level": None,
        "remote_work": None,
        "skill_count": 3,
        "shared_skills": 1,
    }
    return SimpleNamespace(**{**card, **overrides})


def make_guide(**overrides):
    return GuideDocument(**{"title": "Keeper", "slug": "keeper", **overrides})


def render(document, **extras):
    return render_to_string("guides/guide.html", {"page": guide_page(document, **extras)})


def parse(html):
    """The tree of a page; raises where it is no valid HTML syntax."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


def words(tree):
    return " ".join("".join(tree.itertext()).split())


def is_repeated(element):
    """Whether an element repeats what the page has elsewhere: contents, breadcrumb, and notes in the margin."""
    return element.tag == "nav" or element.get("class") in ("beside__pay", "beside__terms")


def shown(document, **extras):
    """The words of a page's main part, without what it repeats."""
    main = parse(render(document, **extras)).find(".//main")
    for parent in list(main.iter()):
        for element in filter(is_repeated, list(parent)):
            parent.remove(element)
    return words(main)


def strings(value, name=""):
    """(field, text or figure) of everything in a document that a reader sees."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in NOT_SHOWN:
                yield from strings(item, key)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from strings(item, name)
    elif name == "summary":
        yield from ((name, text) for text in split_lead(value) if text)
    elif value not in (None, "") and not isinstance(value, bool) and name != "url":
        yield name, value


def expected(name, value, currency):
    """A value as the page writes it."""
    if name in AMOUNTS:
        return format_money(value, currency)
    if name == "growth_percent":
        return format_growth(value)
    if name == "annual_openings":
        return f"{value:,}"
    if name in BODIES:
        return words(html5lib.parseFragment(render_markdown(value), namespaceHTMLElements=False))
    return " ".join(str(value).split())


@any_document
def test_everything_in_a_document_is_on_its_page(document):
    text = shown(document)
    values = [expected(name, value, document.key_facts.currency) for name, value in strings(document.to_dict())]
    assert [value for value in values if value not in text] == []


def test_material_for_the_tools_is_not_on_the_page():
    material = {name: rows for name, rows in MATERIAL.items() if name != "glossary"}
    assert render(make_document(**material)) == render(make_document())


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_no_passage_of_a_document_is_on_its_page_twice(path):
    document = DOCUMENTS[path.stem]
    text = shown(document)
    passages = [expected(name, value, None) for name, value in strings(document.to_dict()) if len(str(value)) > 60]
    assert len(passages) > 50
    assert [passage for passage in passages if text.count(passage) != 1] == []


def test_details_are_shown_in_words():
    details = Details(
        remote_work="possible", sources=(Source(covers="key_facts", name="Board", as_of="2025-05"),), category="Coast"
    )
    text = shown(make_guide(details=details, key_facts=KeyFacts(annual_openings=3)))
    assert "Remote work Possible" in text
    assert "Source: Board, as of May 2025." in text


@any_document
def test_a_page_is_valid_html(document):
    parse(render(document, published=datetime(2025, 1, 2, tzinfo=UTC), preview=True))


@any_document
def test_a_page_has_nothing_that_the_security_policy_forbids(document):
    for element in parse(render(document)).iter():
        is_inline = element.get("type") != "application/ld+json" and not element.get("src", "").startswith("/static/")
        assert element.tag not in ("style", "iframe", "img")
        assert element.tag != "script" or not is_inline
        assert not [name for name in element.attrib if name == "style" or str(name).startswith("on")]


@any_document
def test_a_page_has_one_h1_and_skips_no_level(document):
    levels = [int(e.tag[1]) for e in parse(render(document)).iter() if re.fullmatch("h[1-6]", str(e.tag))]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@any_document
def test_anchors_are_unique_and_every_link_within_the_page_has_its_place(document):
    elements = list(parse(render(document)).iter())
    ids = [element.get("id") for element in elements if element.get("id")]
    links = [e.get("href")[1:] for e in elements if e.tag == "a" and e.get("href", "").startswith("#")]
    assert len(ids) == len(set(ids))
    assert set(links) <= set(ids)


@any_document
def test_header_cells_have_a_scope(document):
    assert all(cell.get("scope") for cell in parse(render(document)).iter("th"))


def test_the_contents_lead_to_every_section():
    document = DOCUMENTS["hostile"]
    anchors = {entry.anchor for entry in flat(guide_page(document).contents)}
    assert {block.anchor for block in guide_page(document).blocks} <= anchors


def flat(entries):
    for entry in entries:
        yield entry
        yield from flat(entry.children)


def test_the_contents_do_not_repeat_the_role():
    document = make_guide(sections=(Section(kind="overview", heading="What is a Keeper?", body="x"),))
    assert guide_page(document).contents[0].label == "Overview"


def test_a_renamed_heading_keeps_its_words_in_the_contents():
    document = make_guide(sections=(Section(kind="overview", heading="At a glance", body="x"),))
    assert guide_page(document).contents[0].label == "At a glance"


def kinds(document):
    return [block.kind for block in guide_page(document).blocks]


def test_sections_keep_the_order_of_the_text():
    sections = tuple(Section(kind=kind, heading=kind, body="x") for kind in ("faq", "other", "overview"))
    assert kinds(make_guide(sections=sections)) == ["faq", "other", "overview"]


def test_a_list_without_a_section_stands_at_its_usual_place():
    sections = tuple(Section(kind=kind, heading=kind, body="x") for kind in ("overview", "tools", "faq"))
    document = make_guide(sections=sections, responsibilities=("Light up",), pros=("View",))
    assert kinds(document) == ["overview", "responsibilities", "tools", "pros_cons", "faq"]


def test_a_list_joins_the_section_of_its_kind():
    document = make_guide(
        sections=(Section(kind="how_to_become", heading="Way in", body="x"),), steps=(Step(number=1, text="Go"),)
    )
    assert next((block.kind, len(block.parts)) for block in guide_page(document).blocks) == ("how_to_become", 1)


def levels_of(*names):
    sections = tuple(Section(kind=kind, heading=kind, body="x") for kind in names)
    blocks = guide_page(make_guide(sections=sections)).blocks
    return [section.level for block in blocks for section in (block, *block.children)]


def test_children_stand_below_their_parent():
    assert levels_of("diversity", "inclusive_hiring", "support_networks", "faq") == [2, 3, 3, 2]


def test_children_away_from_their_parent_stand_alone():
    assert levels_of("inclusive_hiring", "diversity", "other", "support_networks") == [2, 2, 2, 2]


def test_figures_without_a_source_say_so():
    document = make_guide(
        key_facts=KeyFacts(currency="USD", median_salary=9),
        salary_levels=(SalaryLevel(title="A", median=9, average=9),),
    )
    assert (
        shown(document).count("Figures: as the guide’s text says, no source given.") == 3
    )  # facts, their table, levels


def test_a_guide_without_figures_does_not_speak_of_them():
    head, end = "What changed Written by our editors; how we check figures", "Print Copy link Something wrong here?"
    links = f"{head} {end} This guide as data (JSON), plain text or Markdown"
    assert shown(make_guide()) == f"Keeper {links}"


def test_two_medians_for_one_title_are_pointed_out():
    document = make_guide(
        key_facts=KeyFacts(currency="USD", median_salary=9),
        salary_levels=(SalaryLevel(title="Keeper", median=8, average=9),),
    )
    assert "The key facts give $9" in shown(document)


def test_a_related_role_with_a_guide_is_compared():
    document = make_guide(
        key_facts=KeyFacts(currency="USD", median_salary=48_000),
        skills=(Skill(kind="technical", name="knots"),),
        related=(RelatedRole(title="Diver", slug="diver"),),
    )
    text = shown(document, neighbors=Neighbors(related={"diver": make_card()}))
    source = "as the guide’s text says, no source given"
    assert f"$50,000 median a year $2,000 more {source}" in text
    assert "1 of 1 skill in common" in text


def test_pay_in_another_currency_is_not_compared():
    document = make_guide(
        key_facts=KeyFacts(currency="EUR", median_salary=48_000), related=(RelatedRole(title="Diver", slug="diver"),)
    )
    assert not re.search(r"\d (more|less)", shown(document, neighbors=Neighbors(related={"diver": make_card()})))


def test_a_related_role_without_a_guide_is_no_link_in_a_preview():
    html = render(make_guide(related=(RelatedRole(title="Diver", slug="diver"),)), preview=True)
    assert "guides coming soon:" in html
    assert "/guides/diver/" not in html


def test_no_word_about_a_related_role_without_a_guide_is_lost():
    document = make_guide(related=(RelatedRole(title="Diver", slug="diver", blurb="Looks *below*."),))
    assert "What this guide says about them Diver Looks below." in shown(document)


def test_a_question_can_be_linked_to():
    html = render(make_guide(faqs=(FAQ(question="Is it cold?", answer="Yes."),)))
    assert '<details class="questions__item" id="q-is-it-cold">' in html


def test_terms_stand_in_a_section_before_the_links_to_other_pages_and_can_be_linked_to():
    glossary = (GlossaryTerm(term="Wick & oil", meaning="What *burns*."),)
    document = make_guide(glossary=glossary, faqs=(FAQ(question="Why?"),), related=(RelatedRole(title="A", slug="a"),))
    html = render(document)
    assert [block.kind for block in guide_page(document).blocks] == ["faq", "glossary", "related"]
    assert '<h2 class="block__heading" id="glossary">Glossary</h2>' in html
    assert '<dt id="term-wick-oil">Wick &amp; oil</dt>' in html
    assert "<dd>What *burns*.</dd>" in html


def test_a_guide_without_terms_has_no_glossary():
    assert "lossary" not in render(make_guide())


def test_a_preview_says_that_it_is_one_and_offers_no_public_data():
    html = render(make_guide(), preview=True)
    assert "Preview." in html
    assert ".json" not in html


def test_dates_are_shown_and_a_revision_on_the_day_of_publishing_is_not():
    moment = datetime(2025, 11, 2, tzinfo=UTC)
    assert "Published November 2, 2025" in shown(make_guide(), published=moment, revised=moment)
    assert "Updated" not in shown(make_guide(), published=moment, revised=moment)
    assert "Updated November 4, 2025" in shown(make_guide(), published=moment, revised=moment.replace(day=4))


def test_the_first_sentence_of_the_summary_leads_and_the_rest_opens_the_text():
    page = parse(render(make_guide(summary="Keepers **keep** lights. They climb.\n\nAt night.")))
    assert words(page.find(".//div[@class='guide-head__lead']")) == "Keepers keep lights."
    assert words(page.find(".//div[@class='guide__summary prose']")) == "They climb. At night."


def test_pros_stand_beside_cons_in_short_with_a_link_to_all():
    pros = ("You learn the trade thoroughly, so that you can go anywhere along the whole coast.", *"bcd")
    page = guide_page(make_guide(pros=pros, cons=("Wind. Rain.",)))
    assert page.trade_offs.pros == ("You learn the trade thoroughly…", "b", "c")
    assert page.trade_offs.cons == ("Wind",)
    html = render(make_guide(pros=pros, cons=("Wind. Rain.",)))
    assert '<a href="#pros-cons">All 4 pros and 1 con in full</a>' in html


def test_a_guide_without_pros_and_cons_has_none_in_its_head():
    assert "trade-offs" not in render(make_guide())


def test_field_and_industries_lead_to_their_guides():
    details = Details(category="Arts & Crafts")
    guide = make_guide(details=details, key_facts=KeyFacts(top_industries=("Boats, Ships", "船")))
    html = render(guide)
    assert '<a href="/guides/?category=Arts%20%26%20Crafts">Arts &amp; Crafts</a>' in html
    assert '<a href="/guides/?industry=boats-ships">Boats, Ships</a>' in html
    assert "<li>船</li>" in html
    assert "/guides/?" not in render(guide, preview=True)


def test_the_tool_for_employers_stands_apart():
    page = parse(render(make_guide()))
    (row,) = (tools for tools in page.iter("ul") if tools.get("class") == "head-links__row")
    assert [link.text for link in row.iter("a")][:2] == ["Resume", "Cover letter"]
    assert "Job description" not in words(row)
    assert 'Hiring? <a href="/guides/keeper/job-description/">Create a job description</a>' in render(make_guide())


def test_the_time_to_read_is_that_of_the_words():
    section = Section(kind="overview", heading="Overview", body="word " * 231)
    assert "2 min read" in shown(make_guide(sections=(section,)))


@pytest.mark.parametrize(
    ("openings", "words_for_it"),
    [
        (341_700, "Very many: more than 100,000 a year."),
        (100_000, "Many: 10,000 to 100,000 a year."),
        (1_000, "Some: 1,000 to 9,999 a year."),
        (0, "Few: fewer than 1,000 a year."),
    ],
)
def test_openings_are_told_in_words_on_one_scale(openings, words_for_it):
    assert words_for_it in shown(make_guide(key_facts=KeyFacts(annual_openings=openings)))


@pytest.mark.parametrize(
    ("percent", "comparison"),
    [
        (9, "Faster than nearly all of the jobs here."),
        (4, "Faster than about half of the jobs here."),
        (3, "Slower than about two thirds of the jobs here."),
        (-3, "Slower than nearly all of the jobs here."),
    ],
)
def test_the_outlook_is_compared_with_all_guides_in_words(percent, comparison):
    guide = make_guide(key_facts=KeyFacts(growth_percent=percent))
    assert comparison in shown(guide, neighbors=Neighbors(growths=(0, 1, 2, 3.5, 4, 5, 6, 8)))
    assert comparison not in shown(guide, neighbors=Neighbors(growths=(0, 1, 2, 3.5, 4, 5, 6)))


def test_an_outlook_that_most_guides_share_is_called_so():
    guide = make_guide(key_facts=KeyFacts(growth_percent=3))
    assert "As fast as most of the jobs here." in shown(guide, neighbors=Neighbors(growths=(3,) * 8))


def test_the_outlook_names_its_period_once():
    known = Provenance(
        figure="growth_percent",
        value=3,
        kind="published",
        source=PROJECTIONS,
        release="2024–34",
        series="43-4051 change",
    )
    facts = KeyFacts(growth_percent=3, growth_note="growing")
    assert "Job outlook, 2024–34" in shown(make_guide(key_facts=facts, provenance=(known,)))
    named = make_guide(key_facts=replace(facts, growth_note="growing, 2024–34"), provenance=(known,))
    assert "Job outlook, 2024–34" not in shown(named)


def test_the_contents_have_at_most_eighteen_entries_and_lose_none():
    sections = tuple(Section(kind="other", heading=f"Part {number}", body="x") for number in range(40))
    page = guide_page(make_guide(sections=sections))
    assert len(page.contents) == MOST_ENTRIES
    assert [entry.anchor for entry in page.contents[-1].children] == [block.anchor for block in page.blocks[17:]]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_contents_of_a_full_guide_need_no_rest(path):
    entries = guide_page(DOCUMENTS[path.stem]).contents
    assert len(entries) <= MOST_ENTRIES
    assert MORE not in {entry.label for entry in entries}


def test_the_description_is_plain_and_short():
    page = guide_page(make_guide(summary="**Keepers** keep. " * 40))
    assert page.description.startswith("Keepers keep.")
    assert len(page.description) <= LONGEST_DESCRIPTION


def test_the_contents_name_a_section_short_where_its_heading_repeats_the_role_in_singular_or_plural():
    headings = ("Skills & Qualifications for Lighthouse Keepers", "Lighthouse Keeper Career Path", "The Long Climb")
    kinds = ("qualifications", "career_path", "market_reality")
    sections = (Section(kind=k, heading=h, body="Words.") for k, h in zip(kinds, headings, strict=True))
    page = guide_page(make_guide(title="Lighthouse Keeper", sections=tuple(sections)))
    labels = {entry.label for entry in page.contents}
    assert {"Skills & Qualifications", "Career Path", "The Long Climb"} <= labels


def test_every_kind_of_section_has_its_usual_place():
    assert set(USUAL_ORDER) == set(SECTION_KINDS) - {"other"} | {"glossary"}


def test_lists_draw_the_pay_of_one_currency():
    guides = list_rows([make_card(), make_card(currency="EUR", salary_high=900_000), make_card(salary_high=100_000)])
    assert guides.scale.axis.currency == "USD"
    assert [row.pay.strip and row.pay.strip.range.end for row in guides.rows] == [40, None, 50]


def test_guides_without_pay_keep_their_place_without_a_drawing():
    empty = make_card(currency=None, median_salary=None, salary_low=None, salary_high=None)
    guides = list_rows([empty, make_card()])
    assert [row.pay.strip is None for row in guides.rows] == [True, False]
    assert [choice.code for choice in guides.scale.choices] == ["USD"]


def test_a_range_with_one_end_is_written():
    (row,) = list_rows([make_card(salary_high=None)]).rows
    assert row.pay.range == "from $30,000"


def test_notes_on_the_figures_say_where_pay_charts_end_and_what_an_arrow_means():
    facts = KeyFacts(currency="USD", median_salary=39_120, salary_low=29_000, salary_high=250_000)
    text = shown(make_guide(key_facts=facts))
    assert "Pay charts end at $200,000 on every page." in text
    assert "An arrow on a pay chart" in text
    assert "An arrow on a pay chart" not in shown(make_guide(key_facts=replace(facts, salary_high=56_000)))


@pytest.mark.parametrize("template", ["guides/home.html", "guides/guide_list.html"])
def test_list_pages_are_valid_and_link_their_guides(template):
    sparse = make_card(
        slug="x", currency=None, median_salary=None, salary_low=None, salary_high=None, growth_percent=None
    )
    page = Paginator([make_card(), sparse], 24).page(1)
    html = render_to_string(template, {"guides": list_rows(page), "page": page, "browser": {"total": 2}})
    links = [element.get("href") for element in parse(html).iter("a")]
    assert {"/guides/diver/", "/guides/x/"} <= set(links)


@pytest.mark.parametrize("template", ["404.html", "500.html", "guides/home.html", "guides/guide_list.html"])
def test_pages_stand_without_any_context(template):
    assert parse(render_to_string(template)).find(".//h1") is not None


# Contrast, measured on the style sheet itself

CSS = (Path(settings.BASE_DIR) / "static" / "css" / "site.css").read_text()
COLOUR = r"oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)"
TOKENS = {
    name: {"light": tuple(map(float, found[:3])), "dark": tuple(map(float, found[3:]))}
    for name, *found in re.findall(rf"--([a-z-]+): light-dark\({COLOUR}, {COLOUR}\)", CSS)
}
TEXT_PAIRS = [(name, "paper") for name in ("ink", "ink-quiet", "accent", "wrong")] + [
    ("ink", "tint"),
    ("ink-quiet", "tint"),
    ("accent", "tint"),
]
GRAPHIC_PAIRS = [("range", "paper"), ("average", "paper"), ("accent", "paper")]


def luminance(lightness, chroma, hue):
    """Relative luminance (0 to 1) of an OKLCH colour, by way of linear sRGB."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    light = lightness / 100
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
    red, green, blue = (min(max(part, 0), 1) for part in (red, green, blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other, scheme):
    lights = sorted(luminance(*TOKENS[name][scheme]) for name in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("one", "other", "least"), [(*pair, 4.5) for pair in TEXT_PAIRS] + [(*pair, 3) for pair in GRAPHIC_PAIRS]
)
def test_colours_keep_their_contrast(one, other, least, scheme):
    assert contrast(one, other, scheme) >= least


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_median_stands_out_from_its_range(scheme):
    assert contrast("accent", "range", scheme) >= 1.5  # and a halo of paper parts them


def test_no_template_has_a_style_a_script_or_a_written_address():
    for path in (Path(settings.BASE_DIR) / "templates").rglob("*.html"):
        if "admin" in path.parts:
            continue
        text = path.read_text()
        assert not re.search(
            r"\sstyle=|<style|<script(?! type=.application/ld|[^>]* src=)|\son[a-z]+=|href=\"/", text
        ), path.name
        if path.parent.name == "partials":
            assert text.startswith("{# Inputs:"), path.name
        assert not re.search(r"{% include (?![^%]* only %})", text), path.name


HOURLY = OtherPay(figure="median", words="$18.50 an hour", cents=1850, period="hour", currency="USD")


def test_pay_by_the_hour_is_shown_among_the_key_facts_in_the_words_of_the_guide():
    text = shown(make_guide(other_pay=(HOURLY,)))
    assert "Pay Median pay: $18.50 an hour (USD)" in text
    assert "an hour a year" not in text


def test_open_pay_without_a_period_is_a_year():
    text = shown(make_guide(other_pay=(replace(HOURLY, words="$239,200+ USD", cents=23_920_000, period="year"),)))
    assert "Median pay: $239,200+ USD a year" in text


def test_a_related_role_with_pay_by_the_hour_shows_it():
    card = make_card(median_salary=None, other_pay=(HOURLY,))
    document = make_guide(related=(RelatedRole(title="Diver", slug="diver"),))
    assert "Median pay: $18.50 an hour (USD)" in shown(document, neighbors=Neighbors(related={"diver": card}))


def test_other_pay_of_levels_is_a_table_and_part_of_no_chart():
    level = replace(HOURLY, level="Apprentice")
    page = guide_page(make_guide(other_pay=(level,)))
    (block,) = (block for block in page.blocks if block.kind == "salary_outlook")
    assert [part.kind for part in block.parts] == ["other_pay"]
    text = shown(make_guide(other_pay=(level,)))
    assert "Apprentice Median pay $18.50 an hour (USD)" in text
    assert "not part of charts and comparisons" in text


QUALIFIED = Details(
    time_to_qualify="4 years, paid as an apprentice",
    cost_to_qualify="About $300 for the exam",
    licenses=(
        License(name="Electrician license", body="the state", where="varies by state", url="https://example.org/e"),
        License(name="Safety card"),
    ),
    sources=(Source(covers="cost_to_qualify", name="Board of Fees", url="https://example.org/fees", as_of="2026-07"),),
)


def test_time_cost_and_licenses_stand_below_the_education_with_their_sources():
    document = make_guide(details=QUALIFIED, education_requirements=("A diploma",))
    (block,) = (block for block in guide_page(document).blocks if block.kind == "qualifications")
    assert [part.kind for part in block.parts][:2] == ["education", "qualifying"]
    text = shown(document)
    assert "About $300 for the exam Source: Board of Fees, as of July 2026." in text
    assert "Electrician license granted by the state; varies by state Safety card" in text
    assert "Time to qualify, licenses: as the guide’s text says, no source given." in text


def test_a_guide_that_does_not_say_how_to_qualify_has_no_such_part():
    assert "to qualify" not in shown(make_guide(details=Details()))


def test_the_head_has_two_facts_on_how_to_qualify_and_counts_licenses():
    assert [fact.label for fact in guide_page(make_guide(details=QUALIFIED)).qualifying] == [
        "Time to qualify",
        "Cost to qualify",
    ]
    (fact,) = guide_page(make_guide(details=Details(licenses=QUALIFIED.licenses))).qualifying
    assert (fact.label, fact.in_short) == ("Licenses", "2 licenses or certificates")


def test_job_searches_end_how_to_become_and_say_that_there_are_no_vacancies():
    link = SearchLink("Job Bank", "https://example.org/?q=Harbor%20%26%20Sea", "Jobs")
    page = guide_page(make_guide(), searches=(link,))
    (block,) = (block for block in page.blocks if block.kind == "how_to_become")
    assert block.parts[-1].anchor == "where-to-look-for-work"
    html = render_to_string("guides/partials/_job_searches.html", {"part": block.parts[-1]})
    assert '<a class="job-searches__link" href="https://example.org/?q=Harbor%20%26%20Sea" rel="external nof' in html
    assert "This site has no vacancies." in html


def test_examples_and_the_purpose_of_a_technical_skill_are_not_part_of_its_name():
    names = ("Harbor Charts (paper, ENC) for night watches", "Radio (VHF) Operation")
    page = render(make_guide(skills=tuple(Skill(kind="technical", name=name) for name in names)))
    html = " ".join(page.split())
    assert 'Harbor Charts <span class="technical-skills__rest">(paper, ENC) for night watches</span>' in html
    assert "<li>Radio (VHF) Operation </li>" in html
