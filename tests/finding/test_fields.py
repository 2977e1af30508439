"""The fields of live guides, with their pay and the major group of their occupations."""

import pytest

from guides.document.shape import Details, KeyFacts, OccupationLink
from guides.finding.fields import live_fields
from tests.builders import make_document, make_live_unedited

pytestmark = pytest.mark.django_db


def make_guide(title, field, *occupations, **facts):
    facts = {"currency": "USD"} | facts if facts else {}
    links = tuple(OccupationLink(code=code, level=level) for code, level in occupations)
    make_live_unedited(
        make_document(
            title=title,
            slug=title.lower(),
            details=Details(category=field, occupations=links),
            key_facts=KeyFacts(**facts),
            salary_levels=(),
            related=(),
        )
    )


def test_the_pay_of_a_field_is_from_its_lowest_to_its_highest_with_the_middle_of_the_medians():
    make_guide("A", "Sea", median_salary=50_000, salary_low=20_000, salary_high=60_000)
    make_guide("B", "Sea", median_salary=70_000)
    make_guide("C", "Sea", median_salary=40_000, salary_low=30_000, salary_high=45_000, salary_high_is_open=True)
    make_guide("D", "Sea")
    [field] = live_fields()
    assert (field.guides, field.salary_low, field.median_salary, field.salary_high) == (4, 20_000, 50_000, 70_000)
    assert field.salary_high_is_open


def test_the_middle_of_two_medians_is_between_them():
    make_guide("A", "Sea", median_salary=50_000)
    make_guide("B", "Sea", median_salary=70_000)
    assert live_fields()[0].median_salary == 60_000


def test_a_field_has_the_pay_of_its_most_frequent_currency():
    make_guide("A", "Sea", median_salary=10, currency="EUR")
    make_guide("B", "Sea", median_salary=20, currency="EUR")
    make_guide("C", "Sea", median_salary=30, currency="GBP")
    for title in "DEF":
        make_guide(title, "Sea")
    [field] = live_fields()
    assert (field.guides, field.currency, field.median_salary) == (6, "EUR", 15)


def test_a_field_without_pay_is_listed():
    make_guide("A", "Sea")
    [field] = live_fields()
    assert (field.guides, field.currency, field.median_salary, field.salary_low) == (1, "", None, None)


def test_fields_are_sorted_by_their_guides_then_by_name():
    for title, field in (("A", "Zoo"), ("B", "sea"), ("C", "Coast"), ("D", "Zoo"), ("E", "")):
        make_guide(title, field)
    assert [field.name for field in live_fields()] == ["Zoo", "Coast", "sea"]


def test_the_major_group_of_a_field_is_that_of_most_main_occupations():
    make_guide("A", "Sea", ("53-5011.00", ""), ("11-3071.00", ""))
    make_guide("B", "Sea", ("53-5021.00", ""))
    make_guide("C", "Sea", ("11-3071.00", ""))
    make_guide("D", "Coast", ("11-3071.00", "Captain"))
    assert {field.name: field.group for field in live_fields()} == {"Sea": "53", "Coast": ""}


def test_fields_cost_two_queries_for_any_number_of_guides(django_assert_num_queries):
    for title in "ABC":
        make_guide(title, f"Field {title}", median_salary=50_000)
        with django_assert_num_queries(2):
            live_fields()
