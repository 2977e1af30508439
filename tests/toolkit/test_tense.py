"""The past of points of jobs that have ended: offered for sure verbs, and never made unasked."""

import re
from datetime import date

import pytest

from guides.toolkit.resume.tense import apply_offer, in_past, past, tense_offers

TODAY = date(2026, 11, 28)


PASTS = """
plan planned, apply applied, coordinate coordinated, staff staffed, stop stopped, fix fixed, develop developed
edit edited, travel traveled, cancel canceled, submit submitted, refer referred, visit visited, play played
supply supplied, equip equipped, program programmed, offer offered, focus focused, tag tagged, ship shipped
clean cleaned, audit audited, agree agreed, transfer transferred, lead led, run ran, teach taught, build built
write wrote, oversee oversaw, cut cut, sell sold, keep kept, draw drew, speak spoke, withdraw withdrew, bring brought
"""


@pytest.mark.parametrize(("verb", "expected"), re.findall(r"(\w+) (\w+)", PASTS))
def test_verbs_have_their_past(verb, expected):
    assert past(verb) == expected


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        ("Manage a team of 5", "Managed a team of 5"),
        ("Manages a team of 5", "Managed a team of 5"),
        ("Leads the daily work", "Led the daily work"),
        ("Teaches 4th grade", "Taught 4th grade"),
        ("Carries trays", "Carried trays"),
        ("Plan events and greet guests", "Planned events and greeted guests"),
        ("Open and close the store", "Opened and closed the store"),
        ("Write and edit copy", "Wrote and edited copy"),
        (
            "Handles cash, opens the store, and trains new staff",
            "Handled cash, opened the store, and trained new staff",
        ),
        (
            "Greet 60 to 80 families, check them in, and explain how the line works",
            "Greeted 60 to 80 families, checked them in, and explained how the line works",
        ),
        ("Help the staff to plan and run events", "Helped the staff to plan and run events"),
        ("Make sure that guests wait and pay", "Made sure that guests wait and pay"),
        ("• Answer 50 calls a day", "• Answered 50 calls a day"),
        ("manage budgets", "managed budgets"),
        ("RUN the shop", "RAN the shop"),
    ],
)
def test_a_point_in_the_present_is_told_in_the_past(point, expected):
    assert in_past(point) == expected


@pytest.mark.parametrize(
    "point",
    [
        *("Lead teller", "Cash handling", "Team lead", "Staff training", "Support specialist", "Help desk support"),
        *(
            "Process improvement",
            "Record keeping",
            "Sales associate",
            "Managing editor",
            "Plant manager",
            "Host",
            "Cook",
        ),
        *(
            "Led a team",
            "Managed a team",
            "Cut costs",
            "Direct care of patients",
            "Project planning",
            "Supply chain work",
        ),
        *("I manage a team", "Answering phones", "Follow-up with clients", "Lead-free work", "", "•", "50 calls a day"),
        *("Set the tables", "Read the meters", "Lead's helper", "Manage", "Árbol", "Research and development"),
        "Give reviews, greet new staff, and deal early with problems",
    ],
)
def test_a_point_is_left_alone_when_unsure(point):
    assert in_past(point) == ""


def offers(highlights, end="2020", part="jobs"):
    data = {f"{part}-0-end": end, f"{part}-0-highlights": highlights}
    return [(offer.name, offer.changed) for offer in tense_offers(data, TODAY)]


def test_points_of_ended_work_are_offered_in_the_past():
    assert offers("Lit lamps\r\nGreet guests") == [("tense-jobs-0-1", "Greeted guests")]
    assert offers("Greet guests", part="volunteering") == [("tense-volunteering-0-0", "Greeted guests")]


@pytest.mark.parametrize("end", ["", "present", "2027", "November 2026", "someday", "31/31/2020"])
def test_nothing_is_offered_unless_the_job_has_certainly_ended(end):
    assert not offers("Greet guests", end)


def test_one_past_point_of_a_current_job_is_offered_in_the_present_among_present_ones():
    points = "Greet guests\nHandle cash\nManaged the bar"
    assert offers(points, "") == [("tense-jobs-0-2", "Manage the bar")]


@pytest.mark.parametrize(
    "points",
    [
        "Greet guests\nHandle cash\nTrained four servers",
        "Greet guests\nManaged the bar",
        "Greet guests\nHandle cash\nManaged the bar\nPlanned parties",
    ],
)
def test_results_of_a_current_job_stay_in_the_past(points):
    assert not offers(points, "")


def test_a_taken_offer_changes_one_line_and_nothing_else():
    data = {"name": "Ada", "jobs-0-end": "2020", "jobs-0-highlights": "Greet guests\r\nHandle cash\r\n"}
    changed = apply_offer(data, "tense-jobs-0-1")
    assert changed == {**data, "jobs-0-highlights": "Greet guests\r\nHandled cash\r\n"}


@pytest.mark.parametrize(
    "name", ["tense-jobs-0-9", "tense-jobs-7-0", "tense-studies-0-0", "tense-jobs-0-٣", "tense-jobs-0-", "add-jobs", ""]
)
def test_an_unknown_offer_changes_nothing(name):
    data = {"jobs-0-highlights": "Greet guests"}
    assert apply_offer(data, name) == data


def test_an_offer_names_the_field_of_its_point():
    (offer,) = tense_offers({"jobs-3-end": "2020", "jobs-3-highlights": "Greet guests"}, TODAY)
    assert offer.target == "id_jobs-3-highlights"
