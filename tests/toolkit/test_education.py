"""Degrees in the words of requirements, and what is asked of a beginner."""

import pytest

from guides.document.shape import Details, GuideDocument
from guides.toolkit.readiness.education import Degree, read_line, read_requirements, unmet
from guides.toolkit.skills_gap import skill_key

DEGREES = {
    "High school diploma or GED": Degree.HIGH_SCHOOL,
    "A high school diploma, or a GED as its equivalent": Degree.HIGH_SCHOOL,
    "Secondary school, any subject": Degree.HIGH_SCHOOL,
    "Some college courses in psychology, to understand people better": Degree.SOME_COLLEGE,
    "Post-secondary certificate in bookkeeping": Degree.SOME_COLLEGE,
    "Associate's degree in nursing": Degree.ASSOCIATE,
    "An associate or bachelor’s degree": Degree.ASSOCIATE,
    "A.A.S. or two-year degree": Degree.ASSOCIATE,
    "Bachelor of Science in Nursing (BSN)": Degree.BACHELOR,
    "Bachelors degree": Degree.BACHELOR,
    "A four-year college degree": Degree.BACHELOR,
    "B.A. in any subject": Degree.BACHELOR,
    "Bachelor's degree (master's preferred)": Degree.BACHELOR,
    "Master of Social Work (MSW)": Degree.MASTER,
    "A graduate degree such as an MBA": Degree.MASTER,
    "PhD in physics": Degree.DOCTORATE,
    "Doctor of Nursing Practice": Degree.DOCTORATE,
    "Certified Scrum Master": Degree.NONE,
    "Certification in customer service": Degree.NONE,
    "Work as a sales associate in Boston, MA": Degree.NONE,
    "Advanced cooking and mastery of knives": Degree.NONE,
}
ASKED = {
    "High school diploma or GED, which is the usual minimum": True,
    "High school diploma for entry-level roles": True,
    "High school diploma required; bachelor's degree preferred": True,
    "Bachelor's degree (master's preferred)": True,
    "Experience with help desk software": True,
    "A bachelor's degree in management": True,
    "Bachelor's degree in a related subject, for specialized or supervisory roles": False,
    "Bachelor's degree preferred": False,
    "Bachelor's degree, preferred by many": False,
    "A driver's license helps": False,
    "A certificate can shorten the way": False,
    "No formal degree is required": False,
    "": False,
}


@pytest.mark.parametrize(("text", "degree"), DEGREES.items())
def test_the_lowest_degree_of_a_line_is_read_from_its_words(text, degree):
    assert read_line(text).degree == degree


@pytest.mark.parametrize(("text", "is_asked"), ASKED.items())
def test_what_is_preferred_or_for_later_levels_is_not_asked_of_a_beginner(text, is_asked):
    assert read_line(text).is_asked == is_asked


def requirements(*texts, essential=(), useful=()):
    details = Details(essential=essential, useful=useful)
    return read_requirements(
        GuideDocument(title="Keeper", slug="keeper", education_requirements=texts, details=details)
    )


def asked(read):
    return [requirement.text for requirement in read if requirement.is_asked]


def open_lines(read, *has):
    return [requirement.text for requirement in unmet(read, {skill_key(text) for text in has})]


def test_of_several_degrees_the_lowest_is_asked_and_of_other_lines_what_is_required():
    read = requirements(
        "Bachelor's degree", "High school diploma", "State license", "Sea legs", "Tug license preferred"
    )
    assert asked(read) == ["High school diploma", "State license"]


def test_where_the_guide_marks_essential_ones_these_alone_are_asked():
    read = requirements("Diploma of a high school", "Sea legs", "License", essential=("Sea legs",), useful=("License",))
    assert asked(read) == ["Sea legs"]


def test_what_is_marked_as_useful_is_not_asked():
    assert asked(requirements("High school diploma", "Bachelor's degree", useful=("High school diploma",))) == [
        "Bachelor's degree"
    ]


def test_a_higher_degree_includes_the_lower_ones():
    read = requirements("High school diploma", "Some college", "Associate's degree", "Master's degree", "Sea legs")
    assert open_lines(read, "Master's degree") == ["Sea legs"]
    assert open_lines(read, "Some college") == ["Associate's degree", "Master's degree", "Sea legs"]


def test_experience_instead_of_a_degree_proves_no_degree():
    read = requirements("High school diploma", "Bachelor's degree or equivalent experience")
    assert open_lines(read, "Bachelor's degree or equivalent experience") == ["High school diploma"]


def test_what_employers_accept_instead_of_a_degree_takes_the_place_of_the_one_asked():
    instead = "Experience, often accepted instead of a formal degree"
    assert open_lines(requirements("Bachelor's degree", "Master's degree", instead), instead) == ["Master's degree"]
    assert open_lines(requirements("High school diploma", instead), instead) == ["High school diploma"]
