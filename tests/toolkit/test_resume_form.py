"""The resume: one's own as JSON Resume and back, and what is wrong with a file."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document
from guides.toolkit.resume.own import draft_resume
from hypothesis import given
from hypothesis import strategies as st

from guides.document.shape import Details, Skill
from guides.toolkit.fields import read_month
from guides.toolkit.outline import Paragraph, outline
from guides.toolkit.placeholders import placeholder, placeholders_in, write_marked_html
from guides.toolkit.resume.checks import check_resume
from guides.toolkit.resume.form import ResumeForm, as_data
from guides.toolkit.resume.json_resume import LARGEST_FILE, ResumeFileError, read_resume, write_resume
from guides.toolkit.resume.keywords import build_keywords, contains
from guides.toolkit.resume.person import Certificate, Job, Person, Project, Study, is_backwards, period
from guides.toolkit.writers import write_docx, write_plain
from tests.builders import make_document

ADA = Person(
    name="Ada Byron",
    headline="Keeper",
    email="ada@example.org",
    phone="+44 1",
    place="Dover",
    url="https://example.org",
    summary="I keep lights.",
    jobs=(Job(position="Helper", employer="Port", place="Dover", start="2020-03", highlights=("Lit 40 lamps",)),),
    projects=(Project(name="Fog horn", description="Mended one"),),
    studies=(Study(degree="Certificate", area="Radio", school="Sea School", start="2018", end="2019"),),
    certificates=(Certificate(name="First aid", issuer="Red Cross", date="2021-05"),),
    skills=("Lamps: Fresnel, LED", "Patience"),
    languages=("English: native",),
)


def read_into_form(content):
    return ResumeForm(as_data(read_resume(content)))


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


@pytest.mark.parametrize(("text", "expected"), [("fresnel LENSES!", True), ("LAMP-maintenance", True), ("lamp", False)])
def test_a_text_contains_a_keyword_as_whole_words_in_any_case(text, expected):
    assert contains(text, build_keywords(make_document())[1]) is expected


# One's own


def test_a_resume_contains_all_input_and_no_placeholder():
    page = draft_resume(ADA)
    text = write_plain(page)
    for words in ("Ada Byron", "Helper, Port", "Since March 2020", "Lit 40 lamps", "First aid, Red Cross, May 2021"):
        assert words in text
    assert placeholders_in(page) == []


def test_a_resume_of_nobody_is_a_name_and_a_contact_to_fill_in():
    assert placeholders_in(draft_resume(Person())) == ["Your name", "email, telephone, town"]


def test_points_of_a_job_without_a_title_stay_its_own():
    jobs = (Job(position="Helper", employer="Port", start="2020"), Job(highlights=("Dug wells",)))
    text = write_plain(draft_resume(replace(ADA, jobs=jobs)))
    assert "[position], [employer]\n\n[from when to when]\n\n• Dug wells" in text


def test_hostile_words_stay_words_in_word_and_on_the_page():
    page = draft_resume(replace(ADA, name="<script>\x00 \u202eabc 🍞"))
    assert "<script>" not in write_marked_html(page)
    assert "<script>" in Document(BytesIO(write_docx(page, datetime(2025, 5, 31, tzinfo=UTC)))).paragraphs[0].text


def test_missing_parts_are_findings_with_a_reason():
    document = make_document(details=Details(essential=("Lamp Maintenance", "Patience")))
    found = [finding.what for finding in check_resume(document, Person(skills=("patience",)), draft_resume(Person()))]
    assert found[0] == "Still to be filled in: Your name, email, telephone, town."
    assert "Not named: Lamp Maintenance, Patience." in found


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2020-03", "2021", "March 2020 – 2021"),
        ("2020-03-05", "", "since 5 March 2020"),
        ("", "2021", "until 2021"),
        ("", "", ""),
    ],
)
def test_periods_are_formatted_in_words(start, end, words):
    assert period(start, end) == words


@pytest.mark.parametrize(("start", "end", "backwards"), [("2020-03", "2020", False), ("2020-03", "2020-02", True)])
def test_an_end_before_its_beginning_is_noticed_as_far_as_both_say(start, end, backwards):
    assert is_backwards(start, end) is backwards


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2021", "2021"),
        ("2021-3", "2021-03"),
        ("03/2021", "2021-03"),
        ("Mar 2021", "2021-03"),
        ("september, 2021", "2021-09"),
        ("2021-13", None),
        ("Foo 2021", None),
        ("0", None),
        ("٢٠٢١", None),
    ],
)
def test_months_are_read_as_people_write_them(words, iso):
    assert read_month(words) == iso


# JSON Resume


def test_a_resume_comes_back_from_its_file_whole():
    form = read_into_form(write_resume(ADA))
    assert form.is_valid(), form.errors()
    assert form.person() == ADA


WORDS = st.text(st.characters(codec="utf-8"), max_size=40).map(lambda text: " ".join(text.split()))


@given(st.lists(st.builds(Job, position=WORDS, employer=WORDS), max_size=12), WORDS)
def test_whatever_is_typed_comes_back_from_its_file(jobs, name):
    typed = ResumeForm(
        {"name": name, "jobs-TOTAL_FORMS": f"{len(jobs)}"}
        | {f"jobs-{place}-position": job.position for place, job in enumerate(jobs)}
        | {f"jobs-{place}-employer": job.employer for place, job in enumerate(jobs)}
    )
    assert typed.is_valid(), typed.errors()
    again = read_into_form(write_resume(typed.person()))
    assert again.is_valid(), again.errors()
    assert again.person() == typed.person()


def test_a_file_of_an_older_version_and_of_other_programs_is_read():
    data = {
        "basics": {"name": "A", "website": "https://a.example", "profiles": [{"network": "x"}]},
        "work": [{"company": "Port", "summary": "Light.", "highlights": ["One"], "endDate": "Present", "url": "x"}],
        "skills": [{"name": "Lamps", "level": "Master", "keywords": ["LED"]}, "Ropes"],
        "awards": [{"title": "Best"}],
    }
    resume = read_resume(json.dumps(data).encode())
    person = ResumeForm(as_data(resume))
    assert person.is_valid(), person.errors()
    assert person.person().jobs == (Job(employer="Port", highlights=("Light.", "One")),)
    assert person.person().skills == ("Lamps: LED", "Ropes")
    assert resume.left_out == ["basics.profiles", "work: url", "skills: level", "awards"]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"\xff\xfe", "The file is not text, so it is no JSON Resume."),
        (b"", "The file is no JSON: it cannot be read from line 1, column 1 on."),
        (b'{"a":\n 1,}', "The file is no JSON: it cannot be read from line 2, column 4 on."),
        (b"[" * 150_000, "The file is no JSON Resume: it is nested too deeply, or a number is too long."),
        (b"9" * 5000, "The file is no JSON Resume: it is nested too deeply, or a number is too long."),
        (b"[]", "The file should hold an object; it holds a list."),
        (b" " * (LARGEST_FILE + 1), "The file is larger than 200 KB."),
        (b'{"basics": []}', "basics: expected an object, found a list."),
        (b'{"basics": {"name": 5}}', "basics.name: expected words, found a number."),
        (b'{"work": "x"}', "work: expected a list, found words."),
        (b'{"work": [3]}', "work[0]: expected an object, found a number."),
        (
            b'{"work": [{}, {"highlights": [true]}]}',
            "work[1].highlights[0]: expected words, found true",
        ),
        (b'{"skills": [{"keywords": {}}]}', "skills[0].keywords: expected a list, found an object."),
        (b'{"basics": {"location": "x"}}', "basics.location: expected an object, found words."),
        (b'{"work": [' + b"{}," * 12 + b"{}]}", "work: at most 12 entries can be taken; the file has 13."),
    ],
)
def test_errors_of_a_file_name_their_place(content, error):
    with pytest.raises(ResumeFileError) as raised:
        read_resume(content)
    assert raised.value.errors[0].startswith(error)


def test_characters_that_are_no_text_are_left_out_of_a_file():
    resume = read_resume(b'{"basics": {"name": "A\\u0000\\ud800B"}, "\\ud800": 1}')
    assert resume.fields["name"] == "A B"
    assert "".join(resume.left_out).encode() == b""


def test_hidden_fields_that_say_nonsense_lose_no_row():
    for number in ("abc", "-5", "99999999999", "", "9" * 5000):
        form = ResumeForm({"jobs-TOTAL_FORMS": number, "jobs-INITIAL_FORMS": "7", "jobs-0-position": "Helper"})
        assert form.is_valid()
        assert [job.position for job in form.person().jobs] == ["Helper"]
