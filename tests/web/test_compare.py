"""Guides side by side."""

from dataclasses import replace

import html5lib
import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guides.document.other_pay import OtherPay
from guides.document.shape import KeyFacts, SalaryLevel, Skill
from guides.editing.publishing import publish, unpublish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.finding.comparing import compare
from guides.models import GuideIndex, Revision
from tests.builders import make_document, make_live, make_live_unedited

pytestmark = pytest.mark.django_db


def make_guide(title, *, skills=("Knots",), **overrides):
    rows = tuple(Skill(kind="technical", name=name) for name in skills)
    return make_live(title=title, slug=title.lower(), skills=rows, related=(), **overrides)


def comparison_of(*titles):
    guides = GuideIndex.objects.live().select_related("revision").prefetch_related("skills__skill")
    return compare([guides.get(title=title) for title in titles])


def cell(comparison, label, place=1):
    return next(fact.cells[place] for fact in comparison.facts if fact.label == label)


def names(skills):
    return [skill.name for skill in skills]


def get(client, *slugs, **more):
    return client.get(reverse("compare"), {"roles": slugs, **more})


def test_the_roles_asked_for_stand_side_by_side_in_their_order(client):
    for title in ("Diver", "Keeper", "Pilot"):
        make_guide(title)
    response = get(client, "pilot", "diver")
    assert response.status_code == 200
    assert response.context["comparison"].titles == ["Pilot", "Diver"]
    assert '<meta name="robots" content="noindex">' in response.content.decode()


@pytest.mark.parametrize("number", [2, 3, 4])
def test_a_comparison_is_valid_html_and_costs_the_same_queries(client, number, django_assert_max_num_queries):
    titles = ["Diver", "Keeper", "Pilot", "Sailor"][:number]
    for title in titles:
        make_guide(title)
    with django_assert_max_num_queries(4):
        response = get(client, *map(str.lower, titles))
    html5lib.HTMLParser(strict=True).parse(response.content.decode())


def test_roles_parted_by_commas_lead_to_the_address_that_a_form_sends(client):
    response = client.get("/compare/?roles=diver,pilot&roles=keeper")
    assert (response.status_code, response["Location"]) == (302, "/compare/?roles=diver&roles=pilot&roles=keeper")


def test_one_role_is_asked_for_another_and_its_nearest_are_offered(client):
    make_guide("Diver", skills=("Knots", "Breath"))
    make_guide("Sailor", skills=("Knots", "Breath"))
    make_guide("Baker", skills=("Dough",))
    response = get(client, "diver")
    assert response.status_code == 200
    assert [guide.title for guide in response.context["offered"]] == ["Sailor"]


def test_without_any_role_guides_are_offered(client):
    make_guide("Diver")
    assert [guide.title for guide in get(client).context["offered"]] == ["Diver"]


def test_roles_are_found_by_words_of_their_title_and_what_is_marked_stays(client):
    for title in ("Diver", "Keeper", "Pilot"):
        make_guide(title)
    response = get(client, "diver", "pilot", title="KEEP", find="")
    assert [guide.title for guide in response.context["offered"]] == ["Keeper"]
    assert [guide.title for guide in response.context["chosen"]] == ["Diver", "Pilot"]


def test_more_than_four_are_too_many(client):
    titles = ("Diver", "Keeper", "Pilot", "Sailor", "Baker")
    for title in titles:
        make_guide(title)
    html = get(client, *map(str.lower, titles)).content.decode()
    assert "You have marked 5; leave out at least 1." in html


def test_a_role_asked_for_twice_is_one(client):
    make_guide("Diver")
    assert get(client, "diver", "diver").context["chosen"][0].title == "Diver"


def test_only_unknown_roles_are_not_found(client):
    response = get(client, "nobody", "nothing")
    assert response.status_code == 404
    assert "“nobody”, “nothing”" in response.content.decode()


def test_an_unknown_role_among_known_ones_is_reported(client):
    make_guide("Diver")
    make_guide("Pilot")
    unpublish(make_guide("Keeper"))
    response = get(client, "diver", "keeper", "pilot")
    assert response.context["comparison"].titles == ["Diver", "Pilot"]
    assert "no published guide under “keeper”" in response.content.decode()


def test_a_former_address_of_a_guide_is_known(client):
    role = make_guide("Diver")
    write_document(role, make_document(title="Diver", slug="frogman", related=()))
    publish(record_revision(role, Revision.Kind.EDIT))
    make_guide("Pilot")
    assert get(client, "diver", "pilot").context["comparison"].titles == ["Diver", "Pilot"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text() | st.just("diver"), max_size=30), st.text())
def test_any_input_is_answered(client, roles, title):
    assert get(client, *roles, title=title, find="").status_code in (200, 302, 404)


def test_differences_are_written_in_words():
    make_guide("Diver", key_facts=KeyFacts(currency="USD", median_salary=50_000, growth_percent=5, annual_openings=100))
    make_guide("Pilot", key_facts=KeyFacts(currency="USD", median_salary=60_000, growth_percent=4, annual_openings=250))
    found = comparison_of("Diver", "Pilot")
    assert cell(found, "Median pay").difference == "$10,000 (20%) more than Diver"
    assert cell(found, "Job outlook").difference == "1 point slower than Diver"
    assert cell(found, "Openings a year").difference == "2.5 times those of Diver"


def test_amounts_of_two_currencies_are_not_compared():
    make_guide("Diver", key_facts=KeyFacts(currency="USD", median_salary=50_000))
    make_guide("Pilot", key_facts=KeyFacts(currency="EUR", median_salary=60_000))
    found = comparison_of("Diver", "Pilot")
    assert cell(found, "Median pay").difference == "in another currency than Diver"


def test_amounts_of_two_countries_are_not_compared():
    make_guide("Diver", key_facts=KeyFacts(currency="EUR", country="IE", median_salary=50_000))
    make_guide("Pilot", key_facts=KeyFacts(currency="EUR", country="DE", median_salary=60_000))
    found = comparison_of("Diver", "Pilot")
    assert cell(found, "Median pay").difference == "in another country than Diver"


def test_what_a_guide_does_not_state_has_no_difference():
    make_guide("Diver")
    make_guide("Pilot", key_facts=KeyFacts(), salary_levels=())
    found = comparison_of("Diver", "Pilot")
    assert {(fact.cells[1].words, fact.cells[1].difference) for fact in found.facts[:4]} == {(None, "")}


def test_pay_in_one_currency_is_drawn_on_one_scale():
    make_guide("Diver", salary_levels=(SalaryLevel(title="Diver", median=50_000, average=50_000),))
    make_guide("Pilot", salary_levels=(SalaryLevel(title="Pilot", median=100_000, average=100_000),))
    assert [column.levels[0].strip.level.end for column in comparison_of("Diver", "Pilot").columns] == [31.25, 62.5]


def make_two_currencies():
    make_guide("Diver", key_facts=KeyFacts(currency="USD", median_salary=50_000))
    make_guide("Pilot", key_facts=KeyFacts(currency="EUR", median_salary=60_000))


@pytest.mark.parametrize(("currency", "drawn"), [(None, "Diver"), ("EUR", "Pilot"), ("XXX", "Diver")])
def test_pay_of_two_currencies_is_never_drawn_on_one_scale(client, currency, drawn):
    make_two_currencies()
    comparison = get(client, "diver", "pilot", **({"currency": currency} if currency else {})).context["comparison"]
    assert [column.title for column in comparison.columns if column.levels[0].strip] == [drawn]
    assert [fact.title for fact in comparison.facts[0].cells if fact.strip] == [drawn]


def test_the_comparison_can_be_switched_to_the_other_currency(client):
    make_two_currencies()
    html = get(client, "diver", "pilot").content.decode()
    assert '<a href="?roles=diver&amp;roles=pilot&amp;currency=EUR">EUR (1)</a>' in html


def test_pay_by_the_hour_is_compared_in_words():
    hourly = OtherPay(figure="median", words="$18.50 an hour", cents=1850, period="hour", currency="USD")
    average = replace(hourly, figure="average", words="$20 an hour")
    of_level = replace(hourly, level="Extra")
    make_guide("Diver")
    make_guide("Actor", key_facts=KeyFacts(), salary_levels=(), other_pay=(hourly, average, of_level))
    found = comparison_of("Diver", "Actor")
    assert cell(found, "Median pay").words == "$18.50 an hour (USD); average $20 an hour (USD)"
    assert [(pay.level, pay.text) for pay in found.columns[1].other_pay] == [("Extra", "$18.50 an hour (USD)")]


def test_skills_are_grouped_by_the_roles_that_need_them():
    make_guide("Diver", skills=("Knots", "Breath", "Swimming"))
    make_guide("Sailor", skills=("knots", "Stars"))
    make_guide("Pilot", skills=("KNOTS", "Stars", "Radio"))
    found = comparison_of("Diver", "Sailor", "Pilot")
    assert names(found.in_same_words) == ["Knots"]
    assert [(shared.skill.name, shared.titles) for shared in found.shared_by_some] == [("Stars", ("Sailor", "Pilot"))]
    assert [names(column.own_skills) for column in found.columns] == [["Breath", "Swimming"], [], ["Radio"]]


def test_a_skill_that_guides_name_differently_is_in_both_in_other_words(client):
    make_guide("Diver", skills=("CRM Software Proficiency", "Knots"))
    make_guide("Sailor", skills=("Customer Relationship Management (CRM) Software", "knots"))
    (shared,) = comparison_of("Diver", "Sailor").in_other_words
    assert shared.skill.name == "Customer Relationship Management (CRM)"
    assert shared.names == ("CRM Software Proficiency", "Customer Relationship Management (CRM) Software")
    html = get(client, "diver", "sailor").text
    assert "In both, in other words" in html
    assert "“CRM Software Proficiency”, “Customer Relationship Management (CRM) Software”" in html


def test_every_guide_leads_to_its_comparison(client):
    make_guide("Diver")
    assert "/compare/?roles=diver" in client.get(reverse("guide", args=("diver",))).content.decode()


def test_guides_with_any_number_of_skills_can_be_compared(client):
    for title in ("Diver", "Pilot"):
        make_live_unedited(make_long_guide(title, 1_100))
    comparison = get(client, "diver", "pilot").context["comparison"]
    assert [len(column.own_skills) for column in comparison.columns] == [1_100, 1_100]


def make_long_guide(title, number):
    rows = tuple(Skill(kind="technical", name=f"{title} {each}") for each in range(number))
    return make_document(title=title, slug=title.lower(), skills=rows, related=())
