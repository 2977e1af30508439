"""Sample resumes and letters: which one an address shows, and what its files say."""

import json
from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document

from guides.document.material import SampleLetter, SampleResume
from guides.toolkit.cover_letter import sample as letters
from guides.toolkit.cover_letter import template as letter_template
from guides.toolkit.cover_letter.page import as_outline
from guides.toolkit.outline import Paragraph
from guides.toolkit.placeholders import placeholders_in
from guides.toolkit.resume import sample as resumes
from guides.toolkit.resume import template as resume_template
from guides.toolkit.resume.form import ResumeForm, as_data
from guides.toolkit.resume.json_resume import read_resume, write_resume
from guides.toolkit.resume.person import Job, Person, Study
from guides.toolkit.resume.sections import as_outline as resume_outline
from guides.toolkit.samples import INVENTED_SAMPLE, blocks_of, choose_sample
from guides.toolkit.writers import FORMATS, write_plain
from tests.builders import make_document

EDITED = datetime(2025, 5, 31, tzinfo=UTC)
MAYA = SampleResume(
    situation="First job",
    person="Maya Torres",
    headline="Helper at the pier",
    profile="Two summers at **the pier**.",
    experience="Pier Helper; Fairview Pier; Cobh; May 2024 – present\n- Helped 60 boats\n- Kept the log\n\n"
    "Cashier; Harbor \\*Cafe\\*; Cobh; 2023\n\nGuide; Fort; Cork; Summer 2022 – last fall",
    skills="Radio; Knots (bowline, hitch)",
    education="Radio Certificate, Sea School, Cobh, 2024\nSwimming badge",
    notes="- It is short.",
)
LETTER = SampleLetter(situation="First job", body="Dear Ms. Lind,\nI kept 40 lights.\n- One\n- Two\nSincerely,\nMaya")
SITUATIONS = ("First job", "Career change", "Assistant Keeper", "Lighthouse Keeper")


def samples(*situations):
    return [SampleResume(situation=situation) for situation in situations]


def situation_for(*situations, **address):
    return choose_sample(samples(*situations), make_document(), **address).sample.situation


# Which one is shown


@pytest.mark.parametrize(
    ("address", "situation"),
    [
        ({}, "First job"),
        ({"situation": "career-change"}, "Career change"),
        ({"situation": "career-change", "level": "2"}, "Career change"),
        ({"level": "1"}, "Lighthouse Keeper"),
        ({"level": "2"}, "Assistant Keeper"),
        ({"level": "3"}, "Assistant Keeper"),
        ({"level": "99"}, "Assistant Keeper"),
        ({"level": "0"}, "First job"),
        ({"level": "abc"}, "First job"),
        ({"level": "9" * 5000}, "First job"),
    ],
)
def test_an_address_shows_its_situation_or_the_sample_nearest_to_its_level(address, situation):
    assert situation_for(*SITUATIONS, **address) == situation


def test_a_first_job_is_the_sample_of_the_first_level_and_other_situations_of_the_usual_one():
    document = make_document(title="Principal Keeper")  # the second level
    letters_of = samples("First job", "Experienced", "Career change")
    found = [choose_sample(letters_of, document, level=level).sample.situation for level in ("1", "2")]
    assert found == ["First job", "Experienced"]


def test_a_career_change_is_shown_for_a_level_only_if_there_is_nothing_else():
    assert situation_for("Career change", "First job", level="3") == "First job"
    assert situation_for("Career change", level="3") == "Career change"


@pytest.mark.parametrize("situation", ["nothing", "\0", "FIRST JOB", "x" * 5000])
def test_an_unknown_situation_shows_the_first_sample_and_is_reported(situation):
    choice = choose_sample(samples(*SITUATIONS), make_document(), situation)
    assert (choice.sample.situation, choice.is_unknown, choice.key) == ("First job", True, "first-job")


def test_two_samples_of_one_situation_have_two_addresses():
    choice = choose_sample(samples("First job", "First job"), make_document(), "first-job-2")
    assert [(situation.key, situation.is_chosen) for situation in choice.situations] == [
        ("first-job", False),
        ("first-job-2", True),
    ]


def test_a_guide_without_samples_has_no_choice():
    choice = choose_sample((), make_document(), "first-job", "2")
    assert (choice.sample, choice.situations, choice.is_unknown, choice.key) == (None, (), False, "")


# What it says


def page_of(resume):
    return resume_outline(resumes.sample_page(resume))


def test_a_sample_resume_is_complete_and_says_that_its_person_is_invented():
    text = write_plain(page_of(MAYA))
    for words in ("Helper at the pier", "Two summers at the pier.", "Pier Helper, Fairview Pier", "• Helped 60 boats"):
        assert words in text
    for words in ("May 2024 – Present · Cobh", "Cashier, Harbor *Cafe*", "Knots (bowline, hitch)", "Swimming"):
        assert words in text
    assert "Summer 2022 – last fall" in text
    assert INVENTED_SAMPLE in text
    assert placeholders_in(text) == []


def test_a_sample_resume_of_a_situation_alone_has_a_page():
    page = page_of(SampleResume(situation="Career change"))
    assert (page.title, page.blocks) == ("Sample resume: Career change", (Paragraph(resumes.ABOUT),))


def test_the_words_of_a_sample_without_the_name_fill_the_form():
    form = ResumeForm(resumes.example_data(MAYA))
    person = form.person()
    assert (person.name, person.headline, person.summary) == ("", "Helper at the pier", "Two summers at the pier.")
    assert person.jobs[0].highlights == ("Helped 60 boats", "Kept the log")
    assert [error.target for error in form.errors()] == ["id_jobs-2-end"]


def test_words_that_are_still_those_of_a_sample_are_found():
    person = ResumeForm(
        resumes.example_data(MAYA) | {"jobs-0-employer": "My Own Pier", "jobs-0-highlights": "kept  THE log"}
    )
    assert resumes.still_from_example(person.person(), MAYA) == [
        *("Two summers at the pier.", "Harbor *Cafe*", "Fort", "Sea School, Cobh", "kept THE log")
    ]


def test_ones_own_words_are_not_those_of_a_sample():
    own = Person(headline="Helper at the pier", skills=("Radio",), jobs=(Job(position="Cashier", employer="Cafe Uno"),))
    assert resumes.still_from_example(own, MAYA) == []


def test_a_sample_letter_keeps_its_lines_and_lists_and_says_that_its_person_is_invented():
    page = as_outline(letters.sample_page(LETTER))
    assert INVENTED_SAMPLE in page.blocks[0].text
    lines = ("Dear Ms. Lind,", "I kept 40 lights.", "• One", "• Two", "Sincerely,\nMaya")
    assert page.blocks[1:] == tuple(map(Paragraph, lines))


def test_an_empty_text_has_no_blocks():
    assert list(blocks_of("")) == []


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("page", [page_of(MAYA), as_outline(letters.sample_page(LETTER))])
def test_each_file_says_that_the_person_is_invented(name, page):
    content = FORMATS[name].write(page, EDITED)
    if name == "docx":
        content = "\n".join(line.text for line in Document(BytesIO(content)).paragraphs).encode()
    assert INVENTED_SAMPLE in content.decode()


def test_a_sample_as_json_resume_says_so_where_programs_show_it():
    data = json.loads(write_resume(resumes.sample_person(MAYA)))
    assert data["basics"]["summary"] == f"{INVENTED_SAMPLE} Two summers at the pier."


def test_a_sample_as_json_resume_can_be_read_into_the_form():
    form = ResumeForm(as_data(read_resume(write_resume(resumes.sample_person(MAYA)))))
    person = form.person()
    assert person == resumes.sample_person(MAYA)
    assert person.jobs == (
        Job(
            position="Pier Helper",
            employer="Fairview Pier",
            place="Cobh",
            start="2024-05",
            highlights=("Helped 60 boats", "Kept the log"),
        ),
        Job(position="Cashier", employer="Harbor *Cafe*", place="Cobh", start="2023", end="2023"),
        Job(position="Guide", employer="Fort", place="Cork", start="Summer 2022", end="last fall"),
    )
    assert person.studies == (
        Study(degree="Radio Certificate", school="Sea School, Cobh", end="2024"),
        Study(degree="Swimming badge"),
    )
    assert person.skills == ("Radio", "Knots (bowline, hitch)")


# Templates


def test_a_resume_template_is_called_a_template_and_has_few_gaps():
    page = resume_template.draft_template("Diver")
    assert "Template" in write_plain(page)
    assert len(placeholders_in(write_plain(page))) <= 7


def test_a_letter_template_is_called_a_template_and_has_few_gaps():
    page = as_outline(letter_template.template_page("Diver"))
    assert "Template" in write_plain(page)
    assert "for the position of Diver at [employer]" in write_plain(page)
    assert len(placeholders_in(write_plain(page))) <= 6
