"""The cover letter: the parts of five situations, without sentences that lack their facts, and its checks."""

from datetime import date

import pytest

from guides.document.material import SampleLetter
from guides.document.shape import Details, Skill
from guides.toolkit.cover_letter.checks import check_letter
from guides.toolkit.cover_letter.form import LetterForm, data_of
from guides.toolkit.cover_letter.letter import Application, Evidence, build_letter, needs_of
from guides.toolkit.cover_letter.page import as_outline, as_text
from guides.toolkit.cover_letter.sample import example_data, sample_page
from guides.toolkit.cover_letter.situations import SITUATIONS
from guides.toolkit.cover_letter.template import template_page
from guides.toolkit.outline import Heading
from guides.toolkit.placeholders import placeholders_in
from guides.toolkit.resume.person import Job, Person
from guides.toolkit.writers import write_plain
from tests.builders import make_document

SHOWN = "In 40 nights of fog I lost no boat."
DETAILS = {
    "name": "Ada Byron",
    "email": "ada@example.org",
    "phone": "555-0101",
    "street": "12 Elm St",
    "place": "Tulsa, OK 74103",
    "date": "November 28, 2026",
    "position": "Keeper",
    "employer": "the Harbor Board",
    "contact": "ms okafor",
    "contact_title": "Harbor Master",
    "employer_street": "4 Quay St",
    "employer_place": "Dover, DE 19901",
    "found": "your website",
    "now": "a helper at the port",
    "why": ("I grew up below your light.",),
    "turn": ("For two years I cared for my mother.",),
    "available": "1 March",
    "needs": (Evidence(need="Patience", shown=(SHOWN,)), Evidence(need="Ropes")),
}
BODY = """\
Dear {},

I have long wanted to keep a light at Dover.

Last winter I kept the stove of the reading room.

Thank you for reading this.

Sincerely,
Maya Torres"""
SAMPLE = SampleLetter(situation="First job", body=BODY.format("Ms. Lind").replace("\n\n", "\n"))


def application(**changes):
    return Application(**{**DETAILS, **changes})


def found(**changes):
    """The findings for an application, by what they say."""
    wanted = application(**changes)
    document = make_document(letters=(SAMPLE,))
    return {finding.what: finding for finding in check_letter(wanted, build_letter(wanted), document)}


def first_paragraph(**known):
    return build_letter(Application(**known)).paragraphs[0]


@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_situation_has_all_own_words_in_whole_sentences(situation):
    page = build_letter(application(situation=situation))
    text = as_text(page)
    for words in (SHOWN, *DETAILS["why"], *DETAILS["turn"], "I can start on March 1.", "I am a helper at the port."):
        assert words in text
    assert "for the position of Keeper at the Harbor Board, which I saw advertised on your website." in text
    assert ".." not in text
    assert placeholders_in(as_outline(page)) == []


def test_a_letter_has_both_addresses_and_the_date():
    assert as_text(build_letter(application())).startswith(
        "Ada Byron\n12 Elm St, Tulsa, OK 74103 · 555-0101 · ada@example.org\n\nNovember 28, 2026\n\n"
        "Ms. Okafor\nHarbor Master\nThe Harbor Board\n4 Quay St\nDover, DE 19901\n\nDear Ms. Okafor,\n\n"
    )


def test_an_email_has_a_subject_and_no_address_and_ends_with_how_to_reach_the_person():
    page = build_letter(application(situation="email"))
    assert (page.subject, page.date, page.recipient) == ("Keeper: Ada Byron", "", ())
    assert "My resume is attached." in page.paragraphs[0]
    assert as_text(page).endswith("Best regards,\n\nAda Byron\n555-0101 · ada@example.org\n")


def test_a_subject_line_that_was_typed_is_used():
    page = build_letter(application(subject="Job 4711"))
    assert Heading("Job 4711") in as_outline(page).blocks


def test_the_situations_order_the_parts():
    def order(situation):
        paragraphs = build_letter(application(situation=situation)).paragraphs
        parts = {SHOWN: "shown", DETAILS["why"][0]: "why", DETAILS["turn"][0]: "turn"}
        return [parts[paragraph] for paragraph in paragraphs if paragraph in parts]

    assert order("career-change") == ["shown", "turn", "why"]
    assert order("returning") == ["turn", "shown", "why"]
    assert order("experienced") == ["shown", "why", "turn"]


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_letter_of_nobody_is_a_greeting_and_an_end_without_gaps(situation):
    page = build_letter(Application(situation=situation))
    text = as_text(page)
    assert text.startswith("Dear Hiring Manager,\n\n")
    assert "\n\n\n" not in text
    assert not set("[]{}") & set(text)


@pytest.mark.parametrize(
    ("known", "opening"),
    [
        ({"position": "keeper"}, "I am writing to apply for the position of keeper."),
        ({"employer": "Acme Inc."}, "I am writing to apply for a job at Acme Inc."),
        ({"found": "Indeed"}, "I saw this job advertised on Indeed."),
        (
            {"employer": "Port", "found": "Jo told me"},
            "I am writing to apply for a job at Port. Jo told me about this job.",
        ),
        ({"now": "a cook."}, "I am a cook."),
        (
            {"employer": "Port", "found": "Kelly Inc."},
            "I am writing to apply for a job at Port, which I learned about through Kelly Inc.",
        ),
    ],
)
def test_the_first_paragraph_has_the_sentences_whose_facts_are_known(known, opening):
    assert first_paragraph(**known) == opening


def test_own_first_and_last_paragraphs_replace_the_sentences_of_the_letter():
    page = build_letter(application(opening=("My first.", "My second."), ending=("My last.",)))
    assert page.paragraphs[:2] == ("My first.", "My second.")
    assert page.paragraphs[-1] == "My last."
    assert "I can start" not in as_text(page)


def test_a_letter_quotes_neither_the_guide_nor_its_needs():
    form = LetterForm(make_document(), {"needs-0-need": "Lamp Maintenance", "needs-0-shown": "I did it."})
    text = as_text(build_letter(form.application()))
    assert "\n\nI did it.\n\n" in text
    assert "Lamp Maintenance" not in text


def test_braces_of_a_reader_stay_what_they_are():
    text = as_text(build_letter(application(now="a {employer} {0} %s", found="{x}", available="{0}")))
    assert "I am a {employer} {0} %s." in text
    assert "I can start {0}." in text


def test_needs_are_must_haves_first():
    skills = tuple(Skill(kind="technical", name=name) for name in ("Ropes", "Radio", "Charts"))
    document = make_document(skills=skills, details=Details(essential=("Charts",)))
    assert needs_of(document) == ["Charts"]


# Samples and the template


def test_a_sample_is_a_letter_that_says_its_person_is_invented():
    page = sample_page(SAMPLE)
    assert (page.greeting, page.farewell, page.name) == ("Dear Ms. Lind,", "Sincerely,", "Maya Torres")
    assert "Invented person, an example." in page.note
    assert len(page.paragraphs) == 3


def test_a_sample_without_greeting_and_end_loses_no_word():
    body = "One line alone.\n- A point\n- Another"
    page = sample_page(SampleLetter(situation="Experienced", body=body))
    assert page.paragraphs == ("One line alone.", "• A point", "• Another")


def test_a_letter_begun_from_a_sample_has_its_paragraphs_and_not_its_person():
    form = LetterForm(make_document(), example_data(SAMPLE))
    page = build_letter(form.application())
    assert page.paragraphs == sample_page(SAMPLE).paragraphs
    assert (page.name, page.greeting) == ("", "Dear Hiring Manager,")
    assert form.application().situation == "first-job"


def test_the_template_is_a_letter_with_places_to_fill_in():
    text = write_plain(as_outline(template_page("Keeper")))
    assert "I am writing to apply for the position of Keeper at [employer]." in text
    assert "[Your name]" in text


# Checks


def test_a_whole_letter_is_fine_but_for_the_need_that_nothing_shows():
    assert list(found()) == ["Not in the letter: Ropes.", "Nothing is missing."]


@pytest.mark.parametrize(
    ("without", "says", "target"),
    [
        ({"name": ""}, "Your name is missing.", "id_name"),
        ({"email": "", "phone": ""}, "There is no way to reach you.", "id_email"),
        ({"employer": ""}, "The employer is not named.", "id_employer"),
        ({"position": ""}, "The letter does not say which job you want.", "id_position"),
        ({"needs": ()}, "Nothing shows what you have done.", "id_needs-0-shown"),
        ({"why": ()}, "The letter does not say why you want this job.", "id_why"),
        ({"contact": "Hiring Team"}, "The greeting has no name.", "id_contact"),
        (
            {"situation": "career-change", "turn": ()},
            "The letter does not say why you are changing careers.",
            "id_turn",
        ),
        ({"situation": "returning", "turn": ()}, "The letter does not mention your break.", "id_turn"),
    ],
)
def test_what_is_missing_is_reported_at_its_field(without, says, target):
    assert found(**without)[says].target == target


def test_findings_to_fix_come_first():
    states = [finding.state for finding in found(name="", why=()).values()]
    assert states == sorted(states, key=("fix", "note", "good").index)


def test_a_sentence_of_the_sample_is_reported_at_its_field():
    shown = ("I kept a shop.", "last winter I kept the stove of the reading  room.")
    findings = found(needs=(Evidence(shown=("My own words, of myself.",)), Evidence(shown=shown)))
    targets = {what.replace("  ", " "): finding.target for what, finding in findings.items()}
    what = "A sentence is still from the example: “last winter I kept the stove of the reading room.”"
    assert targets[what] == "id_needs-1-shown"


def test_a_sentence_that_is_there_twice_is_reported():
    assert f"The letter says this twice: “{SHOWN}”" in found(why=(f"{SHOWN} I liked it.",))


def test_a_placeholder_that_somebody_pasted_is_reported():
    assert found(why=("I love [Company].",))["[Company] is still to be filled in."].state == "fix"


@pytest.mark.parametrize(
    ("situation", "words", "says"), [("experienced", 400, "than one page"), ("email", 200, "long")]
)
def test_a_letter_that_is_too_long_is_reported(situation, words, says):
    assert any(says in what for what in found(situation=situation, why=("word " * words,)))
    assert not any(says in what for what in found(situation=situation, why=("word " * (words - 150),)))


def test_what_an_own_paragraph_leaves_out_is_reported_at_its_field():
    findings = found(opening=("I want to keep your light.",), ending=("Thank you.",))
    assert findings["“What you do now” is not in the letter."].target == "id_now"
    assert findings["“When you can start” is not in the letter."].target == "id_available"


def test_exclamation_marks_are_reported():
    assert "There are 2 exclamation marks." in found(why=("Great! I grew up below your light!",))


def test_sentences_that_all_begin_with_i_are_reported():
    says = "Nearly every sentence begins with “I”."
    assert says in found(why=("I came. I saw. I've won.",), turn=("I left.",))
    assert says not in found(why=("Boats came. Fog fell. I won.",))


# The form


def test_the_form_begins_with_the_needs_of_the_guide():
    form = LetterForm(make_document())
    assert [row["need"].value() for row in form.rows[0].formset.forms] == ["Lamp Maintenance", "Patience"]


def test_a_filled_form_has_only_the_input_and_nothing_from_the_guide():
    form = LetterForm(make_document(), {"name": "Ada", "needs-TOTAL_FORMS": "2", "needs-1-shown": "I did."})
    assert form.is_valid(), form.errors()
    assert form.application() == Application(name="Ada", needs=(Evidence(shown=("I did.",)),))


def test_unchanged_needs_are_read():
    form = LetterForm(make_document(), {"needs-TOTAL_FORMS": "1", "needs-0-need": "Lamp Maintenance"})
    assert form.is_valid(), form.errors()
    assert form.application().needs == (Evidence(need="Lamp Maintenance"),)


def test_each_line_of_own_text_is_a_paragraph():
    form = LetterForm(make_document(), {"why": "One.\n\nTwo."})
    assert form.application().why == ("One.", "Two.")


def test_an_empty_date_becomes_today_and_stays_in_the_form():
    form = LetterForm(make_document(), {"date": " "}, today=date(2026, 11, 28))
    assert form.application().date == form.addresses["date"].value() == "November 28, 2026"


@pytest.mark.parametrize("typed", ["11/28/2026", "2026-11-28", "Nov 28, 2026", "28 November 2026", "Nov. 28th 2026"])
def test_a_date_is_read_as_people_write_it(typed):
    form = LetterForm(make_document(), {"date": typed}, today=date(2020, 1, 1))
    assert form.application().date == "November 28, 2026"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"situation": "loud"}, "Kind of letter: Choose one of the list."),
        ({"date": "February 30, 2027"}, "Date: Write a date, such as November 28, 2026."),
        ({"email": "nobody"}, "Email: Enter a valid email address."),
    ],
)
def test_a_field_that_cannot_be_read_says_so_and_leaves_the_letter(typed, message):
    form = LetterForm(make_document(), {"name": "Ada", **typed})
    assert [error.message for error in form.errors()] == [message]
    assert as_text(build_letter(form.application())).startswith("Ada\n")


def test_rare_fields_are_shown_at_once_when_they_are_filled():
    def are_open(data):
        form = LetterForm(make_document(), data, today=date(2026, 11, 28))
        return form.addresses.is_open, form.own_words.is_open

    assert are_open({"name": "Ada"}) == (False, False)
    assert are_open({"subject": "x", "ending": "y"}) == (True, True)
    assert are_open({"date": "someday"}) == (True, False)


def test_a_person_gives_the_sender_and_the_current_job():
    jobs = (Job(position="Cook", end="2019"), Job(position="Helper", employer="Port"))
    person = Person(name="Ada", email="a@b.c", place="Tulsa", region="OK", postcode="74103", jobs=jobs)
    assert data_of(person) == {"name": "Ada", "email": "a@b.c", "place": "Tulsa, OK 74103", "now": "Helper at Port"}
