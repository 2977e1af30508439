"""The field of a guide: what an editor says, or the major group of its main occupation."""

from guides.document.shape import Details, OccupationLink

CLERK, NURSE = OccupationLink(code="43-4051.00"), OccupationLink(code="29-1141.00")


def test_a_guide_is_in_the_field_of_its_main_occupation():
    assert Details(occupations=(CLERK, NURSE)).field == "Office and Administrative Support"


def test_the_occupation_of_a_level_alone_makes_no_field():
    assert Details(occupations=(OccupationLink(code="43-1011.00", level="Lead"),)).field is None


def test_the_category_of_an_editor_goes_before_the_occupation():
    assert Details(category="Customer Service", occupations=(CLERK,)).field == "Customer Service"


def test_a_group_that_the_classification_does_not_have_is_no_field():
    assert Details(occupations=(OccupationLink(code="99-0000.00"),)).field is None
