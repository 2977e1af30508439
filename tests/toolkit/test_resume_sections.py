"""The resume as sections: all that a person says, in the order of their situation, and nothing else."""

from dataclasses import fields, replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document

from guides.document.shape import Skill
from guides.toolkit.outline import Paragraph, outline
from guides.toolkit.placeholders import placeholder, placeholders_in, write_marked_html
from guides.toolkit.resume.keywords import build_keywords
from guides.toolkit.resume.person import Certificate, Job, Person, Profile, Project, Reference, Study, Volunteering
from guides.toolkit.resume.sections import ORDERS, SECTIONS, as_outline, build_resume
from guides.toolkit.writers import write_docx, write_plain
from tests.builders import make_document

ADA = Person(
    name="Ada Byron",
    headline="Keeper",
    email="ada@example.org",
    phone="+44 1",
    place="Dover",
    region="DE",
    postcode="19901",
    url="https://example.org/",
    profiles=(Profile(network="LinkedIn", username="ada", url="https://www.linkedin.com/in/ada"),),
    summary="I keep lights.\n\nAnd logs.",
    jobs=(Job(position="Helper", employer="Port", place="Dover", start="2020-03", highlights=("Lit 40 lamps",)),),
    volunteering=(Volunteering(position="Watch", organization="Sea Rescue", start="2019", end="2020"),),
    projects=(Project(name="Fog horn", description="Fixed one", kind="application", start="Summer 2019"),),
    studies=(Study(degree="Certificate", area="Radio", school="Sea School", start="2018", end="2019", score="3.9"),),
    certificates=(Certificate(name="First aid", issuer="Red Cross", date="2021-05"),),
    skills=("Lamps: Fresnel, LED", "Patience"),
    languages=("English: native",),
    references=(Reference(name="Olaf", words="Reliable."),),
)


def text_of(person):
    return write_plain(as_outline(build_resume(person)))


def test_a_resume_contains_all_input_and_no_placeholder():
    text = text_of(ADA)
    for words in ("Ada Byron", "Helper, Port", "March 2020 – Present · Dover", "Lit 40 lamps", "First aid, Red Cross"):
        assert words in text
    for words in ("Dover, DE 19901", "example.org", "linkedin.com/in/ada", "Sea Rescue", "Summer 2019", "GPA 3.9"):
        assert words in text
    assert placeholders_in(write_plain(as_outline(build_resume(ADA)))) == []


def test_a_resume_of_nobody_is_empty():
    page = build_resume(Person())
    assert (page.contact, page.sections, placeholders_in(write_plain(as_outline(page)))) == ((), (), [])


def test_paragraphs_of_a_text_are_paragraphs():
    assert build_resume(ADA).sections[0].paragraphs == ("I keep lights.", "And logs.")


@pytest.mark.parametrize(
    ("score", "shown"), [("3.9", "GPA 3.9"), ("3.92/4", "GPA 3.92/4"), ("98", "98"), ("cum laude", "cum laude")]
)
def test_a_grade_point_average_says_what_it_is(score, shown):
    study = Study(degree="BA", score=score)
    assert build_resume(Person(studies=(study,))).sections[0].entries[0].place == shown


@pytest.mark.parametrize(
    ("situation", "first"), [("first-job", "studies"), ("career-change", "skills"), ("experience", "jobs")]
)
def test_the_order_of_a_situation_puts_first_what_counts(situation, first):
    page = build_resume(replace(ADA, summary="", order=ORDERS[situation]))
    assert page.sections[0].name == first


def test_a_section_that_the_order_does_not_name_follows():
    names = [section.name for section in build_resume(replace(ADA, order=("languages",))).sections]
    assert names[:2] == ["languages", "summary"]
    assert set(names) == {name for name in SECTIONS if getattr(ADA, name)}


def test_each_section_of_a_person_has_a_place_in_each_order():
    lists = {field.name for field in fields(Person) if isinstance(field.default, tuple)} - {"profiles", "order"}
    assert all({*lists, "summary"} == set(order) for order in ORDERS.values())


def test_points_of_a_job_without_a_title_stay_its_own():
    jobs = (Job(position="Helper", employer="Port", start="2020"), Job(highlights=("Dug wells",)))
    found = build_resume(Person(jobs=jobs)).sections[0].entries
    assert [entry.points for entry in found] == [(), ("Dug wells",)]


def test_an_entry_of_a_title_alone_is_in_every_file():
    studies = (Study(degree="Radio certificate", end="2024"), Study(degree="Swimming badge"))
    assert text_of(Person(studies=studies, references=(Reference(name="Olaf"),))).count("Swimming badge") == 1
    assert "Olaf" in text_of(Person(references=(Reference(name="Olaf"),)))


def test_hostile_words_stay_words_in_word_and_on_the_page():
    page = as_outline(build_resume(replace(ADA, name="<script>\x00 \u202eabc 🍞")))
    assert "<script>" not in write_marked_html(page)
    assert "<script>" in Document(BytesIO(write_docx(page, datetime(2025, 5, 31, tzinfo=UTC)))).paragraphs[0].text


def test_an_address_that_is_no_web_address_is_no_link():
    contact = build_resume(Person(url="javascript:alert(1)")).contact
    assert [link.leads_to for link in contact] == [""]


def test_placeholders_are_marked_on_the_page_and_tags_are_escaped():
    html = write_marked_html(outline("T", [Paragraph(f"<b>[x]</b> {placeholder('your [own] figure')}")]))
    assert '<mark class="sheet__blank">[your (own) figure]</mark>' in html
    assert "<b>" not in html


# Keywords


def test_keywords_are_the_title_then_the_skills_with_the_names_of_tools():
    names = [(keyword.name, keyword.others) for keyword in build_keywords(make_document())]
    assert names == [
        ("Lighthouse Keeper", ("Light Keeper", "Wickie")),
        ("Lamp Maintenance", ("Fresnel lenses",)),
        ("Patience", ()),
    ]


def test_a_keyword_ends_where_its_explanation_begins():
    skill = Skill(kind="technical", name="Phone Systems (Five9, Genesys) for calls in both directions")
    found = build_keywords(make_document(skills=(skill,)))[1]
    assert (found.name, found.others) == ("Phone Systems", ("Five9", "Genesys"))
