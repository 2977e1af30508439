"""The form of the resume builder: what people type, what it counts as, and what is told at which field."""

import pytest

from guides.toolkit.fields import KEPT, LONGEST_TEXT, MOST_LINES
from guides.toolkit.resume.dates import is_backwards, period, read_when
from guides.toolkit.resume.form import ResumeForm, person_data
from guides.toolkit.resume.person import Award, Job, Person, Profile, Project, Study, Volunteering
from guides.toolkit.resume.sections import ORDERS
from guides.toolkit.rows import MOST_ROW_FIELDS, MOST_ROWS

JOB = {"jobs-0-employer": "Port"}


def person_of(**typed):
    return ResumeForm(typed).person()


def errors_of(typed):
    return {error.target: error.message for error in ResumeForm(typed).errors()}


# Dates


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2021", "2021"),
        ("2021-03", "2021-03"),
        ("03-2021", "2021-03"),
        ("3/2021", "2021-03"),
        ("03.2021", "2021-03"),
        ("3/15/2021", "2021-03-15"),
        ("Mar 2021", "2021-03"),
        ("Sept. 2021", "2021-09"),
        ("March 15 2021", "2021-03-15"),
        ("march 15th, 2021", "2021-03-15"),
        ("15 March 2021", "2021-03-15"),
        ("Summer 2019", "Summer 2019"),
        ("fall of 2020", "Fall 2020"),
        ("  May   2020 ", "2020-05"),
    ],
)
def test_dates_are_read_as_people_write_them(typed, date):
    form = ResumeForm({**JOB, "jobs-0-start": typed})
    assert (form.person().jobs[0].start, form.errors()) == (date, [])


@pytest.mark.parametrize(
    "typed", ["February 30 2021", "13/2021", "2021-13", "Foo 2021", "soon", "٢٠٢١", "0", "present"]
)
def test_a_start_that_is_no_date_is_told_at_its_field_and_counts_as_typed(typed):
    data = {**JOB, "jobs-0-start": typed}
    assert errors_of(data) == {
        "id_jobs-0-start": f"Job 1, Start: “{typed}” is not a date. Write it like March 2021, 03/2021 or 2021."
    }
    assert ResumeForm(data).person().jobs[0].start == typed


@pytest.mark.parametrize("typed", ["present", "Present", "to date", "Current", "now", "(ongoing)", ""])
def test_a_job_whose_end_says_so_goes_on(typed):
    form = ResumeForm({**JOB, "jobs-0-end": typed})
    assert (form.person().jobs[0].end, form.errors()) == ("", [])


def test_a_school_that_goes_on_keeps_the_word():
    assert person_of(**{"studies-0-school": "Sea School", "studies-0-end": "now"}).studies[0].end == "Present"


def test_an_end_before_its_start_is_told_and_counts():
    data = {**JOB, "jobs-0-start": "March 2021", "jobs-0-end": "2020"}
    assert errors_of(data) == {"id_jobs-0-end": "Job 1, End: The end is before the start."}
    assert ResumeForm(data).person().jobs == (Job(employer="Port", start="2021-03", end="2020"),)


@pytest.mark.parametrize(
    ("start", "end", "backwards"),
    [
        ("2020-03", "2020", False),
        ("2020-03", "2020-02", True),
        ("2020-03-05", "2020-03-04", True),
        ("Fall 2020", "Summer 2020", True),
        ("Summer 2020", "2020-07", False),
        ("soon", "2020", False),
        ("2020", "", False),
    ],
)
def test_an_end_is_before_its_start_only_if_that_is_certain(start, end, backwards):
    assert is_backwards(start, end) is backwards


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2020-03", "2021", "March 2020 – 2021"),
        ("2020-03-05", "", "March 2020 – Present"),
        ("2020-03-05", "2021-06-30", "March 2020 – June 2021"),
        ("2020-03-05", "2020-03-20", "March 5, 2020 – March 20, 2020"),
        ("2020-03-05", "soon", "March 2020 – soon"),
        ("Summer 2019", "Fall 2019", "Summer 2019 – Fall 2019"),
        ("2023", "2023", "2023"),
        ("", "2021", "2021"),
        ("", "", ""),
    ],
)
def test_periods_are_formatted_in_words(start, end, words):
    assert period(start, end) == words


def test_a_long_word_for_a_date_takes_no_time():
    assert read_when("March " * 100_000) is None


# Other fields


@pytest.mark.parametrize(
    ("typed", "point"),
    [
        ("- Lit lamps", "Lit lamps"),
        ("* Lit lamps", "Lit lamps"),
        ("• Lit lamps", "Lit lamps"),
        ("•Lit lamps", "Lit lamps"),
        ("– Lit lamps", "Lit lamps"),
        ("o\tLit lamps", "Lit lamps"),
        ("-\u00a0Lit lamps", "Lit lamps"),
        ("  1. Lit lamps", "Lit lamps"),
        ("2) Lit lamps", "Lit lamps"),
        ("2019 was my first year", "2019 was my first year"),
        ("2019. A good year", "2019. A good year"),
        ("3 years of nights", "3 years of nights"),
        ("24/7 watch", "24/7 watch"),
        ("1.5 million flashes", "1.5 million flashes"),
        ("-5% oil", "-5% oil"),
        ("C++", "C++"),
        ("-", "-"),
    ],
)
def test_a_bullet_or_number_before_a_point_is_taken_off(typed, point):
    assert person_of(**{"jobs-0-highlights": f"First\n{typed}"}).jobs[0].highlights == ("First", point)


def test_a_bullet_in_a_line_of_its_own_belongs_to_the_next_line():
    assert person_of(skills="•\nRopes\n•\nLamps").skills == ("Ropes", "Lamps")


def test_paragraphs_of_a_text_stay_apart():
    assert person_of(summary=" One \r\n\r\n\r\nTwo\r\nThree\n\n").summary == "One\n\nTwo\nThree"


@pytest.mark.parametrize(
    ("typed", "address"),
    [("imke.example/me", "https://imke.example/me"), ("http://imke.example", "http://imke.example"), ("", "")],
)
def test_an_address_on_the_web_needs_no_scheme(typed, address):
    form = ResumeForm({"url": typed})
    assert (form.person().url, form.errors()) == (address, [])


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("email", "imke at dahl"),
        ("url", "upon request"),
        ("url", "javascript:alert(1)"),
        ("url", "mailto:a@b.example"),
        ("url", "a@b.example"),
    ],
)
def test_a_wrong_address_is_told_at_its_field_and_counts_as_typed(field, typed):
    assert list(errors_of({field: typed})) == [f"id_{field}"]
    assert getattr(person_of(**{field: typed}), field) == typed


# What counts in spite of errors


@pytest.mark.parametrize(
    ("field", "typed", "counts"),
    [
        ("name", "x" * 250, "x" * 200),
        ("name", "x" * 100_000, "x" * 200),
        ("name", "Imke\x00\u202e Dahl", "Imke Dahl"),
        ("summary", "word " * 2_000, ("word " * 800).strip()),
        ("skills", "a\n" * (MOST_LINES + 1), ("a",) * MOST_LINES),
        ("skills", "a" * (LONGEST_TEXT + 1), ("a" * LONGEST_TEXT,)),
        ("name", "Imke" + "\u0301" * 31 + " Dahl", "Imk"),
    ],
)
def test_a_field_with_an_error_counts_as_its_words_up_to_its_length(field, typed, counts):
    person = person_of(**{field: typed})
    found = getattr(person, field)
    assert found == counts or found.startswith(counts)


def test_a_text_that_is_too_long_says_how_much():
    assert errors_of({"name": "x" * 250}) == {"id_name": "Your name: At most 200 characters; these are 250."}


def test_all_that_was_typed_stays_in_a_field_with_too_many_lines():
    form = ResumeForm({"skills": "a\n" * 50})
    assert [error.message for error in form.errors()] == ["Skills and tools: At most 40 lines; these are 50."]
    assert form.knowledge["skills"].value() == "a\n" * 50


def test_a_field_that_is_far_too_long_shows_its_beginning():
    assert len(ResumeForm({"name": "x" * 100_000}).person_form["name"].value()) == KEPT * 200 + 1


def test_one_wrong_field_leaves_all_others_as_they_are():
    typed = {"email": "wrong", "name": "Imke", **JOB, "jobs-0-start": "soon", "jobs-0-end": "2021-05"}
    assert ResumeForm(typed).person() == Person(
        name="Imke", email="wrong", jobs=(Job(employer="Port", start="soon", end="2021-05"),)
    )


# Rows


def test_each_kind_of_row_becomes_its_entry():
    person = person_of(
        **{
            "volunteering-0-organization": "Sea Rescue",
            "projects-0-name": "Horn",
            "studies-0-score": "3.9",
            "awards-0-title": "Bell",
            "profiles-0-network": "LinkedIn",
        }
    )
    assert person == Person(
        volunteering=(Volunteering(organization="Sea Rescue"),),
        projects=(Project(name="Horn"),),
        studies=(Study(score="3.9"),),
        awards=(Award(title="Bell"),),
        profiles=(Profile(network="LinkedIn"),),
    )


def test_empty_rows_are_left_out_and_hidden_words_fill_none():
    data = {
        "jobs-TOTAL_FORMS": "3",
        "jobs-0-rest": '{"pinned":1}',
        "jobs-1-position": "  ",
        "jobs-2-position": "Keeper",
    }
    assert ResumeForm(data).person().jobs == (Job(position="Keeper"),)


@pytest.mark.parametrize("number", ["abc", "-5", "99999999999", "", "9" * 5000])
def test_hidden_fields_that_say_nonsense_lose_no_row(number):
    form = ResumeForm({"jobs-TOTAL_FORMS": number, "jobs-INITIAL_FORMS": "7", "jobs-0-position": "Helper"})
    assert [job.position for job in form.person().jobs] == ["Helper"]


def test_a_part_is_full_at_its_most_rows_and_takes_no_more():
    full = ResumeForm({"jobs-TOTAL_FORMS": f"{MOST_ROWS}"}, add_to="jobs")
    jobs = next(rows for rows in full.rows if rows.part.name == "jobs")
    assert (len(jobs.formset.forms), jobs.is_full) == (MOST_ROWS, True)


def test_all_rows_together_have_room_in_one_request():
    form = ResumeForm({f"{part.name}-TOTAL_FORMS": "99" for part in ResumeForm.parts}, add_to="references")
    assert sum(len(inner.fields) for rows in form.rows for inner in rows.formset.forms) <= MOST_ROW_FIELDS
    assert all(rows.is_full for rows in form.rows if len(rows.part.form.base_fields) > 5)


def test_a_row_that_is_added_takes_no_other_row_away():
    counts = {"jobs": 30, "volunteering": 30, "projects": 29, "references": 2}
    data = {f"{name}-TOTAL_FORMS": f"{count}" for name, count in counts.items()}
    before = {rows.part.name: len(rows.formset.forms) for rows in ResumeForm(data).rows}
    after = {rows.part.name: len(rows.formset.forms) for rows in ResumeForm(data, add_to="profiles").rows}
    assert all(after[name] >= count for name, count in before.items())


def test_details_that_few_need_are_open_if_they_have_words():
    form = ResumeForm({**JOB, "jobs-0-about": "A harbor"})
    job = next(rows for rows in form.rows if rows.part.name == "jobs").formset.forms[0]
    assert (job.has_more, form.person_form.has_more) == (True, False)
    assert [field.name for field in job.more_fields] == ["summary", "about", "url"]


# The order of sections


@pytest.mark.parametrize(
    ("typed", "order"),
    [
        ({}, ()),
        ({"situation": "experience"}, ()),
        ({"situation": "first-job"}, ORDERS["first-job"]),
        ({"situation": "first-job", "order": "skills,jobs"}, ("skills", "jobs")),
        ({"order": "skills, nothing,jobs,skills,<b>"}, ("skills", "jobs")),
        ({"situation": "unknown"}, ()),
    ],
)
def test_a_situation_gives_the_order_unless_it_was_made_by_hand(typed, order):
    assert ResumeForm(typed).person().order == order


@pytest.mark.parametrize("order", [(), *ORDERS.values(), ("skills", "jobs")])
def test_a_person_is_form_data_and_comes_back(order):
    person = Person(
        name="Imke",
        jobs=(Job(employer="Port"), Job(employer="Quay", highlights=("A", "B"))),
        skills=("C",),
        order=order,
    )
    again = ResumeForm(person_data(person)).person()
    assert again.jobs == person.jobs
    assert again.order == (() if order == ORDERS["experience"] else order)


def test_an_empty_form_begins_with_the_job_applied_for():
    assert ResumeForm(headline="Keeper").person() == Person(headline="Keeper")
