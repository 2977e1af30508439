"""Names with `&`, `'`, `"` and `<` are escaped exactly once on every page and in every file."""

import json
import re
from html import unescape
from io import BytesIO
from urllib.parse import parse_qs, quote, urljoin, urlsplit
from xml.etree import ElementTree

import html5lib
import pytest
from docx import Document

from guides.document import shape
from guides.document.licenses import License
from guides.document.slugs import slugify
from tests.admin_pages import XHTML, admin_pages, make_boss
from tests.builders import make_document, make_live, make_role
from tests.page_types import OPERATOR, PAGES, SPECIALIST

pytestmark = pytest.mark.django_db

SIGNS = """R&D "Lab" <b>'s"""
ENTITY = re.compile(r"&(?:amp|lt|gt|quot|#x27|#39|#34|#x22);")
TWICE = re.compile(r"&amp;(?:amp|lt|gt|quot|#x27|#39|#34|#x22);")
# Types of pages that show no guide or only others.
WITHOUT_TITLE = {
    "corrections",
    "about",
    "skill_list",
    "search_suggestions",
    "occupation_list",
    "occupation",
    "occupation_pay",
    "my_pay",
}


def odd(words: str) -> str:
    return f"{SIGNS} {words}"


TITLE = odd("Chief")


def odd_document(title: str, slug: str, **overrides):
    """A guide with such signs in each of its texts."""
    text = odd("text")
    parts = {
        "title": title,
        "slug": slug,
        "summary": text,
        "details": shape.Details(
            category=odd("Field"),
            alternative_titles=(odd("Boss"), odd("Head")),
            education_level=odd("Degree"),
            sources=(shape.Source(covers="key_facts", name=odd("Board"), url="https://example.org/?a=1&b=2"),),
            time_to_qualify=odd("years"),
            cost_to_qualify=odd("fees"),
            licenses=(License(name=odd("card"), body=odd("office"), where=odd("places")),),
        ),
        "key_facts": shape.KeyFacts(
            currency="USD",
            country="US",
            median_salary=50_000,
            growth_percent=3,
            growth_note=odd("growth"),
            top_industries=(odd("Industry"),),
            typical_education=odd("school"),
        ),
        "sections": tuple(
            shape.Section(kind=kind, heading=odd(kind), body=text) for kind in ("overview", "faq", "other")
        ),
        "responsibilities": (odd("task"),),
        "education_requirements": (odd("license"),),
        "skills": tuple(shape.Skill(kind=kind, name=odd(kind), detail=odd("detail")) for kind in ("technical", "soft")),
        "steps": (shape.Step(number=1, text=text),),
        "salary_levels": (shape.SalaryLevel(title=odd("Level"), median=50_000, average=51_000),),
        "career_path": (
            shape.CareerStep(
                title=odd("Level"), experience="0-2 years", years_min=0, years_max=2, description=text, focus_areas=text
            ),
        ),
        "specializations": (shape.Specialization(name=odd("Niche"), description=text),),
        "pros": (odd("pro"),),
        "cons": (odd("con"),),
        "faqs": (shape.FAQ(question=odd("question?"), answer=text),),
        "resources": (shape.Resource(kind="resume", title=odd("Resume"), blurb=text),),
        "resumes": (
            shape.SampleResume(
                situation=odd("Situation"),
                person=odd("Person"),
                headline=odd("headline"),
                profile=text,
                experience=f"{odd('Job')}; {odd('Firm')}; {odd('Town')}; 2024\n- {text}",
                skills=odd("skill"),
                education=text,
                notes=text,
            ),
        ),
        "letters": (shape.SampleLetter(situation=odd("Situation"), body=text, notes=text),),
        "glossary": (shape.GlossaryTerm(term=odd("Term"), meaning=odd("meaning")),),
        "related": (shape.RelatedRole(title=odd("Draft"), slug="call-center-operator", blurb=text),),
    }
    return make_document(**{**parts, **overrides})


@pytest.fixture
def guides():
    make_live(odd_document(TITLE, OPERATOR))
    make_live(odd_document(odd("Deputy"), SPECIALIST, related=(shape.RelatedRole(title=TITLE, slug=OPERATOR),)))


@pytest.fixture
def pages(client, guides):
    """Every type of page, by the name of its address."""
    addresses = {**PAGES, "skill": [f"/skills/{slugify(odd('technical'))}/"]}
    addresses["search"] = [f"/search/?q={quote(words)}" for words in (TITLE, SIGNS, "Cheif")]
    addresses["search_suggestions"] = [f"/search/suggestions/?q={quote(words)}" for words in ("R&D", "chi")]
    addresses["job_description"] = [
        *PAGES["job_description"],
        f"/guides/{OPERATOR}/job-description/?version=1&employer={quote(TITLE)}&place={quote(SIGNS)}&apply={quote(SIGNS)}",
    ]
    return [
        (name, path, client.get(path, follow=True).content.decode())
        for name, paths in addresses.items()
        for path in paths
    ]


def words_in(html: str):
    """The text and the attributes of a page, and the strings in its data."""
    for element in html5lib.parse(html).iter():
        yield from element.attrib.values()
        yield element.tail or ""
        if element.tag == f"{XHTML}script" and "json" in element.get("type", ""):
            yield from strings_in(json.loads(element.text))
        else:
            yield element.text or ""


def strings_in(data):
    if isinstance(data, dict | list):
        for item in data.values() if isinstance(data, dict) else data:
            yield from strings_in(item)
    elif isinstance(data, str):
        yield from words_in(data) if data.startswith("<p>") else [data]  # a JobPosting describes the job in HTML


EMBED_CODE = re.compile(r'(?<=id="embed-code" readonly>)[^<]*')  # HTML to copy, so it is escaped once more


def escaped_twice(html: str) -> list[str]:
    html = EMBED_CODE.sub(lambda code: unescape(code[0]).replace("<", "&lt;"), html)
    return TWICE.findall(html) + [words for words in words_in(html) if ENTITY.search(words)]


def test_no_page_escapes_twice_or_not_at_all(pages):
    assert {path: found for _, path, html in pages if (found := escaped_twice(html))} == {}
    assert [path for _, path, html in pages if "R&D" in html or "<b>'s" in html] == []


def test_every_page_about_a_guide_shows_its_title_as_it_is(pages):
    firsts = {name: html for name, _, html in reversed(pages) if name not in WITHOUT_TITLE}
    missing = [name for name, html in firsts.items() if not any(TITLE in words for words in words_in(html))]
    assert missing == []


def test_the_title_of_the_page_and_its_metadata_have_the_title_as_it_is(client, guides):
    page = html5lib.parse(client.get(f"/guides/{OPERATOR}/").content.decode())
    metas = {meta.get("property") or meta.get("name"): meta.get("content") for meta in page.iter(f"{XHTML}meta")}
    assert page.find(f".//{XHTML}title").text.startswith(TITLE)
    assert metas["og:title"].startswith(TITLE)
    assert metas["og:image:alt"].startswith(TITLE)
    assert metas["description"] == metas["og:description"] == odd("text")


def test_every_file_has_the_names_as_they_are(client, pages):
    links = {
        urljoin(path, link.get("href"))
        for _, path, html in pages
        for link in html5lib.parse(html).iter(f"{XHTML}a")
        if (asked := parse_qs(urlsplit(link.get("href", "")).query).get("as")) and asked != ["pdf"]
    }  # the tests of PDF files read those
    kinds = set()
    for link in sorted(links):
        response = client.get(link)
        kinds.add(response["Content-Type"].partition(";")[0])
        words = text_of(response)
        assert not ENTITY.search(words), link
        assert SIGNS in words or "markdown" in response["Content-Type"], link
    assert {"text/plain", "text/markdown", "application/json"} < kinds


def text_of(response) -> str:
    kind = response["Content-Type"]
    if "wordprocessingml" in kind:
        document = Document(BytesIO(response.content))
        return "\n".join(paragraph.text for paragraph in document.paragraphs)
    words = response.content.decode()
    if "json" in kind:
        return "\n".join(strings_in(json.loads(words)))
    return "\n".join(words_in(words)) if "html" in kind else words


def test_data_for_programs_has_the_names_as_they_are(client, guides):
    oembed = f"/oembed/?url={quote(f'http://testserver/guides/{OPERATOR}/job-description/')}"
    for path in (f"/guides/{OPERATOR}.json", "/guides.json", oembed, f"/guides/{OPERATOR}.txt"):
        response = client.get(path)
        words = text_of(response)
        assert TITLE in words or path == oembed
        assert not ENTITY.search(re.sub(r"<iframe .*>", "", words)), path
    frame = html5lib.parse(client.get(oembed).json()["html"]).find(f".//{XHTML}iframe")
    assert frame.get("title").startswith(TITLE)
    assert client.get(oembed).json()["title"].startswith(TITLE)


def test_the_feed_and_the_sitemap_have_the_names_as_they_are(client, guides):
    feed = ElementTree.fromstring(client.get("/guides/feed.atom").content)
    atom = "{http://www.w3.org/2005/Atom}"
    entries = list(feed.iter(f"{atom}entry"))
    assert TITLE in {entry.find(f"{atom}title").text for entry in entries}
    assert {entry.find(f"{atom}category").get("term") for entry in entries} == {odd("Field")}
    for entry in entries:
        assert list(words_in(entry.find(f"{atom}summary").text)).count(odd("text")) == 1
    assert "&amp;amp;" not in client.get("/sitemap-guides.xml").content.decode()


def test_no_page_of_the_admin_escapes_twice(client, guides):
    make_role(odd_document(odd("Draft"), "draft", related=()))
    client.force_login(make_boss())
    shown = 0
    for path, _ in admin_pages(client):
        html = client.get(path, follow=True).content.decode()
        assert not escaped_twice(html), path
        shown += TITLE in "".join(words_in(html))
    assert shown >= 5
