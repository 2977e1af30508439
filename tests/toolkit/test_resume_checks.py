"""What a reader of a resume would fix."""

from dataclasses import replace
from datetime import date

import pytest

from guides.toolkit.resume.checks import check_resume
from guides.toolkit.resume.history import gaps_between_jobs, months_of_work
from guides.toolkit.resume.keywords import Keyword, named_keywords
from guides.toolkit.resume.person import Job, Person, Project, Study, Volunteering
from guides.toolkit.resume.sections import build_resume
from guides.toolkit.row_actions import rows_with_words

TODAY = date(2026, 11, 28)
KEEPER = Job(position="Keeper", employer="Port", start="2020-02", highlights=("Lit 40 lamps",))
ADA = Person(
    name="Ada Byron",
    email="ada@example.org",
    jobs=(KEEPER,),
    studies=(Study(degree="Certificate", school="Sea School", end="2019"),),
    skills=("Radio",),
)


def findings(person, **options):
    return check_resume(person, build_resume(person), TODAY, **options)


def problems(person, **options):
    return [finding.what for finding in findings(person, **options) if finding.state != "good"]


def finding(person, what, **options):
    (found,) = [finding for finding in findings(person, **options) if what in finding.what]
    return found


def with_points(*points):
    return replace(ADA, jobs=(replace(KEEPER, highlights=points),))


def test_a_good_resume_is_told_what_is_good_and_nothing_else():
    assert not problems(ADA)
    assert [finding.what for finding in findings(ADA)] == ["Every point has a figure.", "It fits on one page."]


def test_an_empty_resume_is_told_what_it_needs_first():
    found = findings(Person())
    assert [finding.state for finding in found] == ["fix"] * 3 + ["note"] * 2
    assert [finding.target for finding in found[:2]] == ["id_name", "id_email"]


def test_a_phone_number_is_enough_to_be_reached():
    assert not problems(replace(ADA, email="", phone="555-0100"))


def test_volunteering_and_projects_show_what_a_first_applicant_has_done():
    school_leaver = replace(ADA, jobs=(), volunteering=(Volunteering(position="Greeter", highlights=("Met 60",)),))
    assert not problems(school_leaver)
    assert not problems(replace(ADA, jobs=(), projects=(Project(name="Fog horn", highlights=("Fixed 2",)),)))


@pytest.mark.parametrize(
    ("person", "what"),
    [
        (replace(ADA, studies=()), "No education is listed."),
        (replace(ADA, skills=()), "No skills are listed."),
        (replace(ADA, skills=("CRM software", "Radio", "Customer Relationship Management")), "Skills listed more"),
        (replace(ADA, jobs=(replace(KEEPER, highlights=()),)), "Nothing says what you did as Keeper."),
        (replace(ADA, jobs=(replace(KEEPER, start=""),)), "Job 1 has no dates."),
        (replace(ADA, jobs=(replace(KEEPER, start="soonish"),)), "Job 1: “soonish” is not a date."),
        (replace(ADA, jobs=(replace(KEEPER, start="2028"),)), "Job 1: 2028 is in the future."),
        (
            replace(ADA, jobs=(replace(KEEPER, end="2019-01"),)),
            "Job 1 ends in January 2019, before it starts in February 2020.",
        ),
        (with_points("Lit lamps"), "None of your points has a figure."),
        (with_points("I lit 40 lamps"), "1 point uses “I” or “my”"),
        (with_points("Cleaned 40 lamps in my tower", "Lit 3 lamps while I’d time"), "2 points use “I” or “my”"),
        (with_points("Responsible for 40 lamps"), "1 point names a duty"),
        (with_points("Duties included 4 lamps", "Worked on 2 horns"), "2 points name a duty"),
        (with_points("Lit 40 lamps " * 20), "1 point is longer than two lines"),
        (with_points("Lit 1", "Lit 2", "Lit 3", "Lit 4", "Dug 5"), "4 of 5 points start with “Lit”."),
    ],
)
def test_a_weak_place_is_found(person, what):
    assert finding(person, what).state in ("fix", "note")


@pytest.mark.parametrize(
    "points",
    [
        ("Ran 2 labs for Chemistry I and Chemistry II",),
        ("Trained six keepers", "Doubled the light"),
        ("Myanmar: lit 3 lamps",),
        ("Took responsibility for 4 lamps",),
        ("Lit 1", "Lit 2", "Lit 3", "Dug 4", "Sold 5", "Cut 6"),
    ],
)
def test_a_good_point_is_left_alone(points):
    assert not problems(with_points(*points))


def test_words_of_the_example_are_told():
    assert finding(ADA, "Still from the example: “Lit 40 lamps”", example=["Lit 40 lamps"]).state == "fix"


def test_a_finding_leads_to_the_field_of_its_row():
    person = replace(ADA, jobs=(KEEPER, replace(KEEPER, start="soonish")))
    rows = rows_with_words({"jobs-0-position": " ", "jobs-1-position": "Keeper", "jobs-4-start": "soonish", "x": "y"})
    assert finding(person, "soonish", rows=rows).target == "id_jobs-4-start"


# Length


def test_one_page_is_usual_under_ten_years():
    assert "Your resume is longer than one page." in problems(ADA, pages=2)


def test_ten_years_have_room_for_two_pages_and_not_for_three():
    manager = replace(ADA, jobs=(replace(KEEPER, start="2010"),))
    assert "It fits on two pages." in [finding.what for finding in findings(manager, pages=2)]
    assert "Your resume is longer than two pages." in problems(manager, pages=3)


def test_the_pages_are_estimated_where_nothing_is_printed():
    many = with_points(*(f"{verb} {number} lamps" for number in range(30) for verb in ("Lit", "Dug", "Sold", "Cut")))
    assert "Your resume is longer than one page." in problems(many)


# Gaps


def jobs(*spans, **others):
    return Person(jobs=tuple(Job(position="Keeper", start=start, end=end) for start, end in spans), **others)


def gaps(person):
    return [gap.words for gap in gaps_between_jobs(person, TODAY)]


def test_a_gap_between_jobs_is_named_by_its_months():
    assert gaps(jobs(("2020-02", ""), ("2015-06", "2019-03"))) == ["April 2019 to January 2020"]


def test_a_gap_is_told_at_the_job_after_it():
    hand = Job(position="Hand", start="2015", end="2018-12", summary="Ropes")
    person = replace(ADA, jobs=(KEEPER, hand), studies=(Study(degree="Diploma", end="2014"),))
    assert finding(person, "No job from January 2019 to January 2020.").target == "id_jobs-0-start"


@pytest.mark.parametrize(
    "person",
    [
        jobs(("2019-10", ""), ("2015-06", "2019-03")),
        jobs(("2020", ""), ("2015", "2019")),
        jobs(("2018", ""), ("2015-06", "2019-03")),
        jobs(("2020-02", ""), ("2015-06", "2019-03"), ("2010", "someday")),
        jobs(("2020-02", ""), ("2015-06", "2019-03"), studies=(Study(degree="BA", start="2019-05", end="2019-12"),)),
        jobs(("2020-02", ""), ("2015-06", "2019-03"), studies=(Study(degree="BA", end="2020"),)),
        jobs(("2020-02", ""), ("2015-06", "2019-03"), volunteering=(Volunteering(start="Summer 2019", end="2020"),)),
        jobs(("2015", "2019")),
        Person(studies=(Study(end="2001"), Study(start="2015", end="2019"))),
        Person(),
    ],
)
def test_half_a_year_school_volunteering_and_unknown_dates_are_no_gap(person):
    assert not gaps(person)


def test_jobs_at_the_same_time_count_once():
    assert months_of_work(jobs(("2020-01", "2020-12"), ("2020-07", "2021-06")), TODAY) == 18


def test_without_dates_nobody_knows_the_months_of_work():
    assert months_of_work(jobs(("", "")), TODAY) is None


# Words recruiters look for


def test_keywords_are_found_in_any_form_of_their_words():
    keyword = Keyword("Lamp Coaching", (), "soft", "")
    assert named_keywords([keyword], "Coached keepers\nLamps coached") == [(keyword, True)]
    assert named_keywords([keyword], "Lamp\nCoaching") == [(keyword, False)]


def test_a_keyword_is_found_by_its_other_names_and_its_acronym():
    keyword = Keyword("Customer Relationship Management", ("Zendesk",), "technical", "")
    assert [named_keywords([keyword], text)[0][1] for text in ("CRM", "Zendesk", "Customers")] == [True, True, False]
