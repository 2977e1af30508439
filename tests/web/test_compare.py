"""Guides and official occupations side by side."""

from dataclasses import replace

import html5lib
import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guides.document.licenses import License
from guides.document.other_pay import OtherPay
from guides.document.shape import CareerStep, Details, KeyFacts, OccupationLink, SalaryLevel, Skill
from guides.editing.publishing import publish, unpublish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.finding.comparing import compare, guide_job
from guides.models import GuideIndex, Revision
from tests.builders import make_document, make_live, make_live_unedited
from tests.official.occupations import ACTOR, CLERK, PARTS, SURGEON, TITLES, load_occupations

pytestmark = pytest.mark.django_db


def make_guide(title, *, skills=("Knots",), **overrides):
    rows = tuple(Skill(kind="technical", name=name) for name in skills)
    return make_live(title=title, slug=title.lower(), skills=rows, related=(), **overrides)


def comparison_of(*titles):
    guides = GuideIndex.objects.live().select_related("revision").prefetch_related("skills__skill")
    return compare([guide_job(guides.get(title=title)) for title in titles])


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


def offered(response, group="page"):
    return [option.title for option in response.context[group]]


def test_one_job_is_asked_for_another_and_similar_ones_are_offered_first(client):
    make_guide("Diver", skills=("Knots", "Breath"))
    make_guide("Sailor", skills=("Knots", "Breath"))
    make_guide("Baker", skills=("Dough",))
    response = get(client, "diver")
    assert response.status_code == 200
    assert offered(response, "similar") == ["Sailor"]
    assert offered(response) == ["Baker", "Sailor"]


def test_without_any_job_guides_are_offered(client):
    make_guide("Diver")
    assert offered(get(client)) == ["Diver"]


def test_jobs_are_found_by_words_of_their_titles_and_what_is_chosen_stays(client):
    make_guide("Diver", details=Details(alternative_titles=("Frogman",)))
    for title in ("Keeper", "Pilot"):
        make_guide(title)
    load_occupations()
    response = get(client, "keeper", "pilot", title="frogman", find="")
    assert offered(response) == ["Diver"]
    assert offered(response, "chosen") == ["Keeper", "Pilot"]
    response = get(client, "keeper", title="clerks", find="")
    assert set(offered(response)) == {TITLES[code] for code in (CLERK, *PARTS)}


def test_every_guide_can_be_chosen_on_some_page(client):
    for number in range(30):
        make_live_unedited(make_document(title=f"Diver {number:02}", slug=f"diver-{number}", related=()))
    pages = [offered(get(client, "diver-0", "diver-1", page=page)) for page in (1, 2)]
    assert [len(page) for page in pages] == [22, 6]
    html = get(client, "diver-0", page=2).content.decode()
    assert '<input type="checkbox" name="roles" value="diver-0" checked>' in html


def test_found_guides_and_occupations_are_counted_over_all_pages(client):
    for number in range(24):
        make_live_unedited(make_document(title=f"Clerk {number:02}", slug=f"clerk-{number}", related=()))
    load_occupations()
    first, second = (get(client, title="clerk", page=page) for page in (1, 2))
    assert first.context["page"].paginator.count == 27
    assert set(offered(second)) == {TITLES[code] for code in (CLERK, *PARTS)}


def test_more_than_four_are_too_many(client):
    titles = ("Diver", "Keeper", "Pilot", "Sailor", "Baker")
    for title in titles:
        make_guide(title)
    html = get(client, *map(str.lower, titles)).content.decode()
    assert "You chose 5. Leave out at least 1: 4 fit side by side." in html


def test_a_job_asked_for_twice_is_one(client):
    make_guide("Diver")
    assert offered(get(client, "diver", "diver"), "chosen") == ["Diver"]


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
    assert "no job under “keeper”" in response.content.decode()


def test_a_former_address_of_a_guide_is_known(client):
    role = make_guide("Diver")
    write_document(role, make_document(title="Diver", slug="frogman", related=()))
    publish(record_revision(role, Revision.Kind.EDIT))
    make_guide("Pilot")
    assert get(client, "diver", "pilot").context["comparison"].titles == ["Diver", "Pilot"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text() | st.sampled_from(["diver", "43-4051", "99-9999.99"]), max_size=30), st.text(), st.text())
def test_any_input_is_answered(client, roles, title, page):
    assert get(client, *roles, title=title, page=page).status_code in (200, 302, 404)


def test_differences_are_written_in_words():
    make_guide("Diver", key_facts=KeyFacts(currency="USD", median_salary=50_000, growth_percent=5, annual_openings=100))
    make_guide("Pilot", key_facts=KeyFacts(currency="USD", median_salary=60_000, growth_percent=4, annual_openings=250))
    found = comparison_of("Diver", "Pilot")
    assert cell(found, "Median pay").difference == "pays $10,000 (20%) more a year"
    assert cell(found, "Outlook").difference == "1 percentage point lower"
    assert cell(found, "Openings a year").difference == "150 more"


def test_more_education_and_less_remote_work_are_differences():
    make_guide("Diver", details=Details(education_level="High school diploma or equivalent", remote_work="common"))
    make_guide("Pilot", details=Details(education_level="Bachelor's degree", remote_work="rare"))
    found = comparison_of("Diver", "Pilot")
    assert cell(found, "Education").difference == "asks for more education"
    assert cell(found, "Remote work").difference == "less often remote"


def test_amounts_of_two_currencies_are_not_compared():
    make_guide("Diver", key_facts=KeyFacts(currency="USD", median_salary=50_000))
    make_guide("Pilot", key_facts=KeyFacts(currency="EUR", median_salary=60_000))
    found = comparison_of("Diver", "Pilot")
    assert cell(found, "Median pay").difference == "paid in another currency"


def test_amounts_of_two_countries_are_not_compared():
    make_guide("Diver", key_facts=KeyFacts(currency="EUR", country="IE", median_salary=50_000))
    make_guide("Pilot", key_facts=KeyFacts(currency="EUR", country="DE", median_salary=60_000))
    found = comparison_of("Diver", "Pilot")
    assert cell(found, "Median pay").difference == "these figures are for another country"


def test_what_a_guide_does_not_state_has_no_difference():
    make_guide("Diver")
    make_guide("Pilot", key_facts=KeyFacts(), salary_levels=())
    found = comparison_of("Diver", "Pilot")
    assert {(fact.cells[1].words, fact.cells[1].difference) for fact in found.facts[:4]} == {(None, "")}


def test_time_cost_and_licenses_are_compared_where_a_guide_states_them():
    licensed = Details(time_to_qualify="4 years", licenses=(License(name="Pilotage"), License(name="Radio")))
    make_guide("Diver", details=Details(cost_to_qualify="$900"))
    make_guide("Pilot", details=licensed)
    words = {fact.label: [cell.words for cell in fact.cells] for fact in comparison_of("Diver", "Pilot").facts}
    assert words["Time to qualify"] == [None, "4 years"]
    assert words["Cost to qualify"] == ["$900", None]
    assert words["Licenses"] == [None, "Pilotage, Radio"]


def test_what_is_the_same_in_all_is_folded_and_what_none_states_is_named(client):
    for title, growth in (("Diver", 5), ("Pilot", 6)):
        facts = KeyFacts(currency="USD", median_salary=50_000, growth_percent=growth, typical_education="A license")
        make_guide(title, key_facts=facts, details=Details(), salary_levels=())
    found = comparison_of("Diver", "Pilot")
    assert [fact.label for fact in found.different] == ["Median pay", "Outlook"]
    assert [fact.label for fact in found.same] == ["Education in detail", "What they do"]
    assert "Pay range" in found.unstated
    assert "The same in both (2)" in get(client, "diver", "pilot").content.decode()


def test_a_level_of_ladder_and_pay_is_one_level():
    path = (CareerStep(title="Diver", experience="0-2 years"), CareerStep(title="Boss"))
    pay = (SalaryLevel(title="DIVER", median=50_000), SalaryLevel(title="Owner", median=90_000))
    make_guide("Diver", career_path=path, salary_levels=pay)
    make_guide("Pilot")
    levels = comparison_of("Diver", "Pilot").columns[0].levels
    assert [(level.title, level.years, level.median) for level in levels] == [
        ("Diver", "0-2 years", 50_000),
        ("Boss", "", None),
        ("Owner", "", 90_000),
    ]


def test_three_pros_and_cons_lead_to_the_others(client):
    make_guide("Diver", pros=("Fish", "Wrecks", "Silence", "Salt"), cons=("Cold",))
    make_guide("Pilot")
    column = comparison_of("Diver", "Pilot").columns[0]
    assert (column.pros.first, column.pros.total, column.cons.total) == (("Fish", "Wrecks", "Silence"), 4, 1)
    html = get(client, "diver", "pilot").content.decode()
    assert '<a href="/guides/diver/#pros-cons">All 4 pros' in html
    assert "Salt" not in html


def test_jobs_are_removed_swapped_and_added_by_links(client):
    for title in ("Diver", "Keeper", "Pilot"):
        make_guide(title)
    html = get(client, "diver", "keeper", "pilot").content.decode()
    for query in ("roles=diver&amp;roles=pilot", "roles=keeper&amp;roles=diver&amp;roles=pilot"):
        assert f'href="?{query}"' in html
    assert 'href="?roles=diver&amp;roles=keeper&amp;roles=pilot&amp;find="' in html


def test_pay_in_one_currency_is_drawn_on_one_scale():
    make_guide("Diver", salary_levels=(SalaryLevel(title="Diver", median=50_000, average=50_000),))
    make_guide("Pilot", salary_levels=(SalaryLevel(title="Pilot", median=100_000, average=100_000),))
    assert [column.levels[-1].strip.level.end for column in comparison_of("Diver", "Pilot").columns] == [31.25, 62.5]


def make_two_currencies():
    make_guide("Diver", key_facts=KeyFacts(currency="USD", median_salary=50_000))
    make_guide("Pilot", key_facts=KeyFacts(currency="EUR", median_salary=60_000))


@pytest.mark.parametrize(("currency", "drawn"), [(None, "Diver"), ("EUR", "Pilot"), ("XXX", "Diver")])
def test_pay_of_two_currencies_is_never_drawn_on_one_scale(client, currency, drawn):
    make_two_currencies()
    comparison = get(client, "diver", "pilot", **({"currency": currency} if currency else {})).context["comparison"]
    assert [column.job.title for column in comparison.columns if column.levels[-1].strip] == [drawn]
    strips = [cell.strip for cell in comparison.facts[0].cells]
    assert [title for title, strip in zip(comparison.titles, strips, strict=True) if strip] == [drawn]


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
    assert [shared.skill.name for shared in found.shared_by_all if not shared.names] == ["Knots"]
    assert [(shared.skill.name, shared.titles) for shared in found.shared_by_some] == [("Stars", ("Sailor", "Pilot"))]
    assert [names(column.own_skills) for column in found.columns] == [["Breath", "Swimming"], [], ["Radio"]]


def test_a_skill_that_guides_name_differently_is_in_both_in_other_words(client):
    make_guide("Diver", skills=("CRM Software Proficiency", "Knots"))
    make_guide("Sailor", skills=("Customer Relationship Management (CRM) Software", "knots"))
    (shared,) = (shared for shared in comparison_of("Diver", "Sailor").shared_by_all if shared.names)
    assert shared.skill.name == "Customer Relationship Management (CRM)"
    assert shared.names == ("CRM Software Proficiency", "Customer Relationship Management (CRM) Software")
    html = get(client, "diver", "sailor").text
    assert "Skills in both (2)" in html
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


# Official occupations


@pytest.fixture
def official(db):
    return load_occupations()


def test_an_occupation_is_compared_by_its_official_figures(client, official):
    make_guide("Diver", key_facts=KeyFacts(currency="USD", country="US", median_salary=50_000))
    response = get(client, "diver", "43-4051")
    comparison = response.context["comparison"]
    assert comparison.titles == ["Diver", "Harbor Clerks"]
    assert cell(comparison, "Median pay").words == "$42,000 a year"
    assert cell(comparison, "Median pay").difference == "pays $8,000 (16%) less a year"
    assert cell(comparison, "Median pay").strip.range
    assert cell(comparison, "Pay range").words == "$29,400 to $58,800 a year"
    assert cell(comparison, "Outlook").words == "−5.5%, shrinking, 2024–34"
    assert cell(comparison, "Openings a year").words == "1,400"
    assert cell(comparison, "Education").words == "High school diploma or equivalent"
    html = response.content.decode()
    assert "No guide yet" in html
    assert "Occupational Employment and Wage Statistics, May 2025" in html
    html5lib.HTMLParser(strict=True).parse(html)


@pytest.mark.parametrize("codes", [("43-4051", CLERK), (CLERK, "43-4051.00")])
def test_both_codes_of_an_occupation_are_one_job(client, official, codes):
    assert offered(get(client, *codes), "chosen") == ["Harbor Clerks"]


def test_a_definition_is_shown_with_the_attribution_of_its_publisher(client, official):
    html = get(client, "43-4051", SURGEON).content.decode()
    assert "What they do" in html
    assert "O*NET® is a trademark" in html


@pytest.mark.parametrize(("code", "words"), [(SURGEON, "$239,200+ a year"), (ACTOR, "$29.05 an hour")])
def test_pay_that_is_no_amount_a_year_is_compared_in_words(client, official, code, words):
    comparison = get(client, "43-4051", code).context["comparison"]
    assert words in cell(comparison, "Median pay").words
    assert cell(comparison, "Median pay").difference == ""


def test_an_occupation_offers_the_guide_about_it_and_stays_what_was_asked(client, official):
    make_guide("Diver")
    make_guide("Clerk", details=Details(occupations=(OccupationLink(code=CLERK),)))
    response = get(client, "diver", "43-4051")
    assert response.context["comparison"].titles == ["Diver", "Harbor Clerks"]
    assert '<a href="?roles=diver&amp;roles=clerk">Use our guide: Clerk</a>' in response.content.decode()
    assert "Use our guide" not in get(client, "clerk", "43-4051").content.decode()


def test_an_occupation_is_asked_for_another_and_its_guide_and_related_ones_are_offered(client, official):
    make_guide("Clerk", details=Details(occupations=(OccupationLink(code=CLERK),)))
    assert offered(get(client, "43-4051"), "similar")[0] == "Clerk"


def test_unknown_occupations_are_reported(client, official):
    response = get(client, "99-9999", "43-4051.99")
    assert response.status_code == 404
    assert "“99-9999”, “43-4051.99”" in response.content.decode()


def test_a_mixed_comparison_costs_the_same_queries_for_any_number_of_jobs(client, official, django_assert_num_queries):
    for title in ("Diver", "Pilot"):
        make_guide(title)
    for keys in (("diver", "43-4051"), ("diver", "pilot", CLERK, SURGEON)):
        with django_assert_num_queries(8):
            get(client, *keys)
