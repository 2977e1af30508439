"""A pasted job ad: what it asks for, how much, and whether a text has it."""

import time

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from guides.toolkit.ad_match import AdForm, build_vocabulary, match_ad

VOCABULARY = build_vocabulary(
    (("Help Desk Ticketing", "Ticketing Systems"),),
    (("Zendesk", "Help Desk Ticketing"), ("Microsoft Excel", "Spreadsheet software"), ("R", "Statistics software")),
)
AD = """Customer Service Representative, Acme (Tulsa, OK)

About us
Acme is a dynamic company of team players. We speak French and love Python.

Responsibilities
• Answer inbound calls and live chat
• Keep our values in mind

Requirements
• High school diploma or GED required; associate degree preferred
• 2+ years of customer service experience
• Experience with CRM software and Zendesk
• Knowledge of harbor radar
• Must be able to work weekends and evenings
• Fast-paced environment, positive attitude, hard-working

Nice to have
• Bilingual English/Spanish
• Microsoft Excel

Benefits
• 401(k), paid time off, SQL training

Acme is an equal opportunity employer without regard to race or skills in Java.
"""


def terms(ad, text="", **options):
    return {term.name: term for term in match_ad(ad, text, VOCABULARY, **options).terms}


def only(ad, text="", **options):
    (term,) = terms(ad, text, **options).values()
    return term


def test_an_ad_is_read_into_skills_and_conditions_with_how_much_each_is_needed():
    found = {(term.name, term.kind, term.need) for term in terms(AD).values()}
    assert found == {
        ("inbound calls", "skill", ""),
        ("live chat", "skill", ""),
        ("High school diploma or GED", "degree", "must"),
        ("associate degree", "degree", "nice"),
        ("2+ years of customer service experience", "years", "must"),
        ("customer service", "skill", "must"),
        ("CRM", "skill", "must"),
        ("Zendesk", "skill", "must"),
        ("harbor radar", "skill", "must"),
        ("weekends and evenings", "hours", "must"),
        ("Spanish", "language", "nice"),
        ("Microsoft Excel", "skill", "nice"),
    }


@pytest.mark.parametrize(
    ("ad", "name", "need"),
    [
        ("Must know SQL. Python is a plus.", "SQL", "must"),
        ("Must know SQL. Python is a plus.", "Python", "nice"),
        ("Must have SQL and Python is a plus.", "SQL", "must"),
        ("Must have SQL and Python is a plus.", "Python", "nice"),
        ("SQL required, Python preferred", "SQL", "must"),
        ("SQL required, Python preferred", "Python", "nice"),
        ("Requirements: SQL. Preferred: Python.", "SQL", "must"),
        ("Requirements: SQL. Preferred: Python.", "Python", "nice"),
        ("What you'll need\nSQL", "SQL", "must"),
        ("Bonus points if you have\nSQL", "SQL", "nice"),
        ("Requirements\nSQL (not required)", "SQL", "nice"),
        ("What you will do\nWrite reports in SQL", "SQL", ""),
        ("## Minimum Qualifications\n* SQL", "SQL", "must"),
        ("Nice to have: SQL\nRequirements: SQL", "SQL", "must"),
    ],
)
def test_the_heading_or_the_nearest_mark_says_how_much_a_skill_is_needed(ad, name, need):
    assert terms(ad)[name].need == need


@pytest.mark.parametrize(
    ("ad", "text", "state"),
    [
        ("CRM required", "Kept the customer relationship management up to date", "named"),
        ("Customer relationship management required", "CRM", "named"),
        ("Coaching required", "Coached new hires", "named"),
        ("Help desk experience required", "Worked at the helpdesk", "named"),
        ("E-mail support required", "email support", "named"),
        ("Customer service required", "Three years in customer support", "other"),
        ("Ticketing systems required", "Help desk ticketing", "other"),
        ("Required: harbor radar", "Watched the radar of the harbor", "other"),
        ("Communication required", "Ran community events", "missing"),
        ("Accounting required", "Opened customer accounts", "missing"),
        ("Experience in R required", "Assisted R. Miller", "named"),
        ("Experience with Excel required", "I excel at sales", "missing"),
        ("Java required", "Wrote JavaScript", "missing"),
        ("SQL required", "", "missing"),
    ],
)
def test_a_skill_is_found_by_its_forms_and_its_other_names(ad, text, state):
    assert only(ad, text).state == state


def test_other_words_for_a_skill_are_shown():
    assert only("Customer service required", "Three years in customer support").found == "customer support"


@pytest.mark.parametrize(
    ("ad", "text", "state"),
    [
        ("2 years of experience in retail stores", "Worked for 3 years", "named"),
        ("At least two years of experience", "Eleven years at sea", "named"),
        ("5+ years of experience", "Two years at sea", "missing"),
        ("Bachelor's degree required", "Master of Science", "named"),
        ("Bachelor's degree required", "High School Diploma", "missing"),
        ("High school diploma required", "Tutored high school students", "missing"),
        ("High school diploma, GED, or bachelor's degree", "GED, 2019", "named"),
        ("Valid driver’s license", "Driver's license, class C", "named"),
        ("Forklift certification required", "Drove a forklift", "missing"),
        ("RN license required", "Registered Nurse, St. Mary", "other"),
        ("CDL required", "Commercial driver's license", "other"),
        ("Fluent in Spanish and English", "Spanish: native", "named"),
        ("Bilingual candidates preferred", "French", "named"),
        ("Must be available nights and weekends", "Available on weekends", "missing"),
        ("Must be available nights and weekends", "Available nights and weekends", "named"),
        ("Travel up to 25%", "Happy to travel", "named"),
    ],
)
def test_conditions_are_read_from_the_ad_and_found_in_the_text(ad, text, state):
    found = [term for term in terms(ad, text).values() if term.kind != "skill"]
    assert [term.state for term in found] == [state]


def test_a_condition_is_a_must_unless_the_ad_says_otherwise():
    assert [only(ad).need for ad in ("Travel up to 25%.", "Spanish is a plus.")] == ["must", "nice"]


def test_years_are_met_by_the_dates_of_the_jobs():
    ad = "3 years of experience needed"
    assert [only(ad, months=months).state for months in (35, 36)] == ["missing", "named"]


@pytest.mark.parametrize(
    "ad",
    [
        "Requirements\nTeam player\nDynamic\nFast-paced environment\nPositive attitude\nSelf-starter",
        "You must be at least 18 years old.",
        "We have served families for over 30 years.",
        "Benefits\nPython training, paid holidays off, dental",
        "We offer Excel courses.",
        "We’re hiring!",
        "Restock shelves, clean tables and report problems.",
        "You will excel at this. Go home early.",
        "Fluent in English",
        "",
        "()\n\n•\n:::",
    ],
)
def test_words_that_ask_for_nothing_are_left_out(ad):
    assert not terms(ad)


def test_the_sentence_of_a_long_paragraph_is_shortened_around_the_word():
    term = only(f"{'We like birds and boats ' * 30}and need Zendesk {'every single day ' * 30}")
    assert term.name in term.where
    assert len(term.where) < 160


def test_missing_must_haves_come_first_and_are_counted():
    match = match_ad(AD, "Inbound calls, live chat, Zendesk", VOCABULARY)
    assert [term.is_must for term in match.terms][: match.missing_musts] == [True] * match.missing_musts
    assert (match.named, match.missing_musts) == (3, 6)


def test_more_terms_than_a_page_can_show_are_counted():
    match = match_ad("Requirements\n" + "\n".join(f"Harbor{n} radar" for n in range(50)), "", VOCABULARY)
    assert (len(match.terms), match.left_out) == (40, 10)


def test_a_missing_product_comes_with_the_line_where_it_may_have_been_used():
    term = only("Zendesk required", "Cooked soup\nClosed 40 help desk tickets a day")
    assert (term.line, term.is_product) == ("Closed 40 help desk tickets a day", True)


def test_a_missing_skill_comes_with_the_line_that_may_be_about_it():
    assert only("Requirements\nHarbor management", "Cooked\nSwept the harbor").line == "Swept the harbor"


def test_a_missing_skill_comes_with_the_step_of_the_guide_about_it():
    step = "Take a free course in Zendesk."
    assert only("Zendesk required", path=["Go to school.", step]).step == step


def test_nothing_is_suggested_for_a_skill_without_support():
    term = only("Zendesk required", "Cooked soup for customers", path=["Go to school."])
    assert (term.line, term.step) == ("", "")


@pytest.mark.parametrize(
    "piece",
    [
        *("must have ", "experience with ", "a, ", "5 years of ", "Valid Class A ", "travel up to ", "requirements: "),
        *("high school ", "Abc Abd ", "must work nights ", "(", "'", "e\u0301", "x{} y{}\n"),
    ],
)
def test_hostile_ads_and_texts_take_linear_time(piece):
    text = "Requirements\n" + "".join(piece.replace("{}", str(n)) for n in range(50_000 // len(piece)))
    start = time.perf_counter()
    match_ad(text, text, VOCABULARY)
    assert time.perf_counter() - start < 10  # quadratic time would be minutes


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_can_be_matched(ad, text):
    for term in match_ad(f"Requirements\n{ad}", text, VOCABULARY).terms:
        assert term.name.strip()


# The field and the table


def test_the_field_keeps_the_lines_of_the_ad():
    assert AdForm({"ad": "Must  have\r\n\u200bSQL\x00"}).words == "Must have\nSQL"


def test_an_ad_that_is_too_long_is_told_and_kept_in_the_field():
    form = AdForm({"ad": "x" * 20_001})
    assert form.words == ""
    assert "At most 20,000 characters" in form.errors["ad"][0]
    assert len(form["ad"].value()) == 20_001


def test_a_form_without_an_ad_has_no_words():
    assert AdForm().words == AdForm({}).words == ""


def render(ad, text, **options):
    match = match_ad(ad, text, VOCABULARY, **options)
    return " ".join(render_to_string("guides/partials/_ad_match.html", {"match": match, "made": "resume"}).split())


def test_the_table_begins_with_the_numbers():
    html = render("Must know SQL, Python and Zendesk.", "SQL")
    assert "Your resume has 1 of 3 things that this ad asks for. 2 must-haves are missing." in html


def test_the_table_never_advises_to_claim_a_skill():
    html = render("Zendesk required", "Closed help desk tickets")
    assert "If you used Zendesk there, name it." in html
    assert "Add only what is true." in html


def test_the_table_says_what_the_dates_add_up_to():
    assert "The dates of your jobs add up to about 2 years." in render("5 years of experience", "", months=30)


def test_the_table_escapes_the_words_of_the_ad():
    assert "<script>" not in render("Requirements\n<script>alert(1)</script> radar", "")


def test_an_ad_without_requirements_is_told():
    assert "We found no skills or requirements" in render("Hello", "")
