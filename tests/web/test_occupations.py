"""The list of occupations, and the page of one."""

import json
from urllib.parse import urlencode

import html5lib
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guides.document.shape import Details, OccupationLink
from guides.editing.publishing import unpublish
from guides.models import GuideIndex
from guides.official.models import (
    AlternateTitle,
    JobZone,
    Occupation,
    OccupationEntry,
    Projection,
    Release,
    Technology,
    Wage,
)
from guides.official.releases import index_titles, link_occupations
from tests.builders import make_document, make_live_unedited
from tests.official.occupations import (
    ACTOR,
    CLERK,
    OPEN,
    PARTS,
    SKILLS,
    SOLDIER,
    SURGEON,
    TEACHER,
    TITLES,
    load_occupations,
    make_occupation,
    make_release,
    make_wage,
    make_wages_release,
    yearly,
)

pytestmark = pytest.mark.django_db

LIST = "/occupations/"
Table = Release.Table


@pytest.fixture
def releases():
    return load_occupations()


def address(code):
    return f"{LIST}{code}/"


def main_of(response):
    tree = html5lib.parse(response.content.decode(), namespaceHTMLElements=False)
    return next(tree.iter("main"))


def words(client, path, status=200):
    """What a page says, with single spaces."""
    response = client.get(path)
    assert response.status_code == status
    main = main_of(response)
    for parent in main.iter():
        for script in [child for child in parent if child.tag == "script"]:
            script.text = ""
    return " ".join("".join(main.itertext()).split())


def headings(client, path):
    return ["".join(heading.itertext()) for heading in main_of(client.get(path)).iter("h2")]


def listed(client, query):
    """The titles on a page of the list, in their order."""
    return [row.summary.title for row in client.get(f"{LIST}?{query}").context["page"]]


def titles(*codes):
    return [TITLES[code] for code in codes]


def make_many(releases, name, number=60):
    for at in range(number):
        code = f"11-{at:04}.00"
        make_occupation(code, f"{name} {at}")
        OccupationEntry.objects.create(release=releases[Table.OCCUPATIONS], occupation_id=code, title=f"{name} {at}")
    index_titles()


# The list


def test_the_list_starts_with_the_groups_their_numbers_and_their_pay(client, releases):
    found = words(client, LIST)
    assert "Office 3 $45,000" in found
    assert "Arts 1 not published" in found
    assert "Military Specific 1 not published" in found


def test_a_group_without_a_title_goes_by_its_code(client, releases):
    assert "Group 25 1 not published" in words(client, LIST)


def test_a_site_without_official_figures_says_so(client):
    assert "No official figures are loaded yet." in words(client, LIST)


def test_occupations_of_an_older_release_are_not_listed(client, releases):
    older = make_release(Table.OCCUPATIONS, "0.9", position=0, current=False)
    OccupationEntry.objects.filter(occupation=ACTOR).update(release=older)
    assert TITLES[ACTOR] not in listed(client, "q=")


def test_a_search_says_which_alternate_title_it_found(client, releases):
    assert "Also called: Pier Agent" in words(client, f"{LIST}?q=pier+agent")


def test_of_equal_matches_the_one_with_more_openings_comes_first(client, releases):
    assert listed(client, "q=clerks")[0] == TITLES[CLERK]


def test_a_search_without_words_says_so_and_shows_all(client, releases):
    assert len(listed(client, "q=%3F%21")) == len(TITLES)
    assert "“?!” has no words to search for." in words(client, f"{LIST}?q=%3F%21")


@pytest.mark.parametrize("text", ["harbor clerk", "CLERKS harbor", "harbor cle", "pa", "dockside"])
def test_a_search_finds_titles_by_their_words_and_by_the_beginning_of_the_last(client, releases, text):
    assert listed(client, urlencode({"q": text}))[0] == TITLES[CLERK]


def test_a_search_that_finds_nothing_says_so(client, releases):
    assert "No occupation fits all of these." in words(client, f"{LIST}?q=zzzz")


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("group=25", [TEACHER]),
        ("pay=60", [TEACHER]),
        ("pay=120", [SURGEON]),
        ("pay=by-the-hour", [ACTOR]),
        ("pay=not-stated", [SOLDIER]),
        ("outlook=very-fast", [TEACHER]),
        ("outlook=shrinking&q=harbor", [CLERK]),
        ("education=High+school+diploma+or+equivalent&preparation=2", [CLERK]),
        ("preparation=5", [SURGEON]),
    ],
)
def test_a_filter_keeps_what_fits(client, releases, query, codes):
    assert listed(client, query) == titles(*codes)


def test_a_choice_counts_what_the_other_filters_leave(client, releases):
    listing = client.get(f"{LIST}?q=clerk&preparation=2").context["listing"]
    counts = {filter_.name: {choice.key: choice.number for choice in choices} for filter_, choices in listing.choices}
    assert counts["preparation"] == {"2": 1, "not-stated": 2}
    assert counts["group"] == {"43": 1}


def test_unknown_filters_are_named_and_ignored(client, releases):
    found = words(client, f"{LIST}?group=00&sort=up&color=red")
    assert "unknown and were ignored: “color”, “00”, “up”." in found
    assert len(listed(client, "group=00&sort=up&color=red")) == len(TITLES)


@pytest.mark.parametrize("sort", ["pay", "-pay"])
def test_pay_that_is_no_exact_figure_a_year_is_not_ranked(client, releases, sort):
    assert listed(client, f"q=&sort={sort}")[-3:] == titles(SURGEON, ACTOR, SOLDIER)
    found = words(client, f"{LIST}?q=&sort={sort}")
    assert "Top pay, not ranked" in found
    assert "$239,200 or more median" in found


@pytest.mark.parametrize(
    ("sort", "first"), [("-pay", TEACHER), ("-outlook", TEACHER), ("outlook", CLERK), ("-openings", TEACHER)]
)
def test_the_list_is_sorted_by_a_figure(client, releases, sort, first):
    Projection.objects.filter(occupation=TEACHER[:7]).update(openings=9_000)
    assert listed(client, f"q=&sort={sort}&pay=&outlook=")[0] in (TITLES[first], TITLES[PARTS[0]])


def test_a_long_list_has_pages_of_fifty(client, releases):
    make_many(releases, "Buoy Maker")
    assert (len(listed(client, "q=buoy")), len(listed(client, "q=buoy&page=2"))) == (50, 10)
    assert "page 2 of 2" in words(client, f"{LIST}?q=buoy&page=2")


def test_the_list_costs_the_same_queries_for_any_number_of_occupations(client, releases, django_assert_num_queries):
    with django_assert_num_queries(5):
        client.get(f"{LIST}?q=clerk")
    make_many(releases, "Clerk")
    with django_assert_num_queries(5):
        client.get(f"{LIST}?q=clerk")


# The page of an occupation


def test_a_page_has_its_sections_in_order(client, releases):
    assert headings(client, address(CLERK)) == [
        "Pay in the United States",
        "Median pay over the years",
        "Outlook, 2024–34",
        "What the work is",
        "Technologies",
        "Skills",
        "Knowledge",
        "Preparation",
        "Interests",
        "Related occupations",
        "Other job titles",
        "Download",
        "Sources",
    ]


def test_what_no_release_has_leaves_no_heading(client, releases):
    assert headings(client, address(SOLDIER)) == [
        "Pay in the United States",
        "Other job titles",
        "Download",
        "Sources",
    ]


def test_pay_is_shown_by_the_year_the_month_and_the_hour(client, releases):
    found = words(client, address(CLERK))
    assert "Median: half earn less than $42,000 $3,500 $20.19" in found
    assert "A month is the year divided by 12, our calculation." in found
    assert "Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May 2025." in found


def test_the_error_of_employment_is_explained(client, releases):
    assert "a relative standard error of 1.4%: the true number is probably within about 2.8% of it" in words(
        client, address(CLERK)
    )


def test_pay_by_the_year_alone_says_why_there_is_none_by_the_hour(client, releases):
    found = words(client, address(TEACHER))
    assert "No pay by the hour is published" in found
    assert "An hour" not in found


def test_pay_by_the_hour_alone_says_why_there_is_none_by_the_year(client, releases):
    found = words(client, address(ACTOR))
    assert "$29.05 an hour, median" in found
    assert "Only pay by the hour is published" in found
    assert "A month" not in found


def test_top_coded_pay_is_at_least_an_amount(client, releases):
    found = words(client, address(SURGEON))
    assert "$239,200 or more a year, median" in found
    assert "$115.00 or more" in found


def test_withheld_pay_says_so(client, releases):
    Wage.objects.filter(occupation=ACTOR[:7]).delete()
    make_wage(releases[Table.NATIONAL_WAGES], ACTOR, annual_flags="*" * 6, hourly_flags="*" * 6)
    assert "The publisher withholds the pay of this occupation." in words(client, address(ACTOR))


@pytest.mark.parametrize("code", PARTS)
def test_a_part_of_an_occupation_shows_the_pay_of_the_whole_and_says_so(client, releases, code):
    found = words(client, address(code))
    assert "This is the pay of all Harbor Clerks (43-4051)." in found
    assert "This is the outlook of Harbor Clerks (43-4051)." in found


def test_pay_of_a_merged_code_says_so(client, releases):
    make_occupation("29-2011.00", "Tide Analysts")
    make_occupation("29-2010", "Water Analysts", Occupation.Level.DETAILED)
    make_wage(releases[Table.NATIONAL_WAGES], "29-2010", **yearly(50_000))
    link_occupations()
    assert "This is the pay of Water Analysts (29-2010)." in words(client, address("29-2011.00"))


def test_an_occupation_without_pay_says_so(client, releases):
    make_occupation("11-1031.00", "Mayors")
    assert "No pay is published for this occupation." in words(client, address("11-1031.00"))


def test_the_armed_forces_have_no_pay(client, releases):
    assert "The official figures cover civilian jobs only" in words(client, address(SOLDIER))


def test_the_history_has_both_ends_and_each_year(client, releases):
    found = words(client, address(CLERK))
    assert "2023: $36,000 2025: $42,000" in found
    assert "2024 $39,000 0.3%" in found


def test_a_figure_after_a_top_coded_one_is_not_growth(client, releases):
    make_wage(make_wages_release(2022), CLERK, annual_flags=OPEN)
    view = client.get(address(CLERK)).context["view"]
    assert [point.year for point in view.history.chart.points] == [2023, 2024, 2025]
    found = words(client, address(CLERK))
    assert "No longer top-coded: for 2022 the publisher only said “$239,200 or more”, for 2023" in found
    assert "2022 $239,200 or more" in found


def test_one_year_of_pay_has_no_history(client, releases):
    assert "Median pay over the years" not in headings(client, address(TEACHER))


def test_the_outlook_has_a_band_and_numbers_that_include_the_self_employed(client, releases):
    found = words(client, address(CLERK))
    assert "−5.5% shrinking" in found
    assert "“Shrinking” is our own band: −1.1% or less." in found
    assert "include the self-employed, who hold 0.8% of the jobs" in found
    assert "Fewer ferries run." in found


def test_technologies_in_demand_come_before_hot_ones_and_the_rest_is_folded(client, releases):
    found = words(client, address(CLERK))
    assert found.index("Ticket Desk") < found.index("Sheets") < found.index("Old Ledger")
    folded = list(main_of(client.get(address(CLERK))).iter("details"))
    assert "Old Ledger" in "".join(folded[0].itertext())


def test_core_tasks_come_first_and_those_not_rated_last(client, releases):
    found = words(client, address(CLERK))
    assert found.index("Sell tickets.") < found.index("Count the ferries.") < found.index("Ring the bell.")


def test_skills_have_bars_with_numbers_and_all_of_them_are_there(client, releases):
    view = client.get(address(CLERK)).context["view"]
    assert (view.skills.first[0].value, view.skills.first[0].width) == (4.9, 97.5)
    assert len(view.skills.first) + len(view.skills.rest) == SKILLS
    assert "2 more" in words(client, address(CLERK))


def test_related_occupations_keep_their_order_and_show_pay_and_outlook(client, releases):
    found = words(client, address(CLERK))
    related = found[found.index("Related occupations") :]
    assert related.index(TITLES[TEACHER]) < related.index(TITLES[ACTOR]) < related.index(TITLES[SOLDIER])
    assert "$63,970 a year" in related
    assert "+12% growing very fast" in related


def test_thousands_of_alternate_titles_have_pages(client, releases):
    AlternateTitle.objects.bulk_create(
        AlternateTitle(release=releases[Table.ALTERNATE_TITLES], occupation_id=ACTOR, title=f"Mime {number:03}")
        for number in range(301)
    )
    assert "Mime 300" not in words(client, address(ACTOR))
    assert "Mime 300" in words(client, f"{address(ACTOR)}?page=2")


def test_sources_name_the_releases_of_o_net_once_and_that_the_site_changed_it(client, releases):
    JobZone.objects.update(release=make_release(Table.JOB_ZONES, "0.9", position=2, current=False))
    Release.objects.filter(table=Table.SKILLS).update(name="29.3")
    found = words(client, address(CLERK))
    assert found.count("This page includes information from the O*NET 1.0 and 29.3 Database") == 1
    assert "Careerguide has modified all or some of this information." in found


def test_a_page_costs_the_same_queries_for_few_and_for_many_rows(client, releases):
    def queries():
        with CaptureQueriesContext(connection) as found:
            client.get(address(CLERK))
        return len(found)

    before = queries()
    Technology.objects.bulk_create(
        Technology(
            release=releases[Table.TECHNOLOGIES],
            occupation_id=CLERK,
            name=f"Tool {number}",
            category="Tools",
            is_hot=number % 2 == 0,
            is_in_demand=False,
        )
        for number in range(200)
    )
    for year in range(2010, 2020):
        make_wage(make_wages_release(year), CLERK, **yearly(30_000))
    assert queries() == before == 13


# Addresses


def test_a_soc_code_redirects_to_its_occupation(client, releases):
    response = client.get(f"{address('43-4051')}?page=2")
    assert (response.status_code, response["Location"]) == (301, f"{address(CLERK)}?page=2")


@pytest.mark.parametrize("code", ["99-9999.00", "43-4051.09", "99-9999", "clerk", "43-0000", "%00"])
def test_an_unknown_code_is_not_found_and_leads_to_the_list(client, releases, code):
    response = client.get(address(code))
    assert response.status_code == 404
    assert f'href="{LIST}"'.encode() in response.content


def test_home_and_every_page_lead_to_the_list(client):
    assert client.get("/").content.count(f'href="{LIST}"'.encode()) == 2


# Structured data


def data_of(client, code):
    scripts = html5lib.parse(client.get(address(code)).content.decode(), namespaceHTMLElements=False).iter("script")
    found = [json.loads(script.text) for script in scripts if script.get("type") == "application/ld+json"]
    return {thing["@type"]: thing for thing in found}


def test_the_data_of_a_page_are_an_occupation_with_its_percentiles_and_a_breadcrumb(client, releases):
    found = data_of(client, CLERK)
    assert set(found) == {"Occupation", "BreadcrumbList"}
    assert found["Occupation"]["estimatedSalary"] == [
        {
            "@type": "MonetaryAmountDistribution",
            "name": "base",
            "currency": "USD",
            "duration": "P1Y",
            "percentile10": 29_400,
            "percentile25": 33_600,
            "percentile75": 50_400,
            "percentile90": 58_800,
            "median": 42_000,
        }
    ]


def test_the_data_give_hourly_pay_as_such(client, releases):
    salary = data_of(client, ACTOR)["Occupation"]["estimatedSalary"][0]
    assert (salary["duration"], salary["median"]) == ("PT1H", 29.05)


@pytest.mark.parametrize("code", [SURGEON, SOLDIER])
def test_the_data_have_no_pay_that_is_not_published(client, releases, code):
    assert "estimatedSalary" not in data_of(client, code)["Occupation"]


def test_the_data_repeat_what_the_page_shows(client, releases):
    occupation, shown = data_of(client, CLERK)["Occupation"], words(client, address(CLERK))
    values = [occupation["name"], occupation["occupationalCategory"], occupation["description"]]
    values += [*occupation["skills"], *occupation["responsibilities"], occupation["educationRequirements"]]
    assert [value for value in values if value not in shown] == []


# -- guides --


def make_guide(title, *links, **details):
    occupations = tuple(OccupationLink(code=code, level=level) for code, level in links)
    slug = title.lower().replace(" ", "-")
    document = make_document(title=title, slug=slug, related=(), details=Details(occupations=occupations, **details))
    return make_live_unedited(document)


def guides_on(client, code=CLERK):
    page = html5lib.parse(client.get(f"/occupations/{code}/").content.decode(), namespaceHTMLElements=False)
    items = page.findall(".//section[@aria-labelledby='guides']//li")
    return [" ".join("".join(item.itertext()).split()) for item in items]


def test_an_occupation_lists_the_guides_that_cover_it_main_ones_first(client, releases):
    make_guide("Head Clerk", (TEACHER, ""), (CLERK, "Principal Keeper"))
    make_guide("Ferry Guide", (TEACHER, ""), (CLERK, ""))
    make_guide("Pier Agent", (CLERK, ""), (TEACHER, ""))
    assert guides_on(client) == [
        "Pier Agent",
        "Ferry Guide (also covers this occupation)",
        "Head Clerk (Principal Keeper)",
    ]


def test_an_occupation_without_guides_and_one_whose_guide_is_unpublished_list_none(client, releases):
    revision = make_guide("Pier Agent", (CLERK, ""))
    unpublish(revision.role)
    assert guides_on(client) == guides_on(client, SOLDIER) == []


def test_a_published_guide_changes_the_validators_of_its_occupation(client, releases):
    address = f"/occupations/{CLERK}/"
    tag = client.get(address)["ETag"]
    make_guide("Pier Agent", (CLERK, ""))
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_the_guides_of_an_occupation_cost_one_query(client, releases):
    def queries():
        with CaptureQueriesContext(connection) as found:
            client.get(f"/occupations/{CLERK}/")
        return len(found)

    make_guide("Pier Agent", (CLERK, ""))
    before = queries()
    for number in range(5):
        make_guide(f"Pier Agent {number}", (CLERK, ""))
    assert queries() == before


def test_lists_of_guides_have_a_guide_in_the_field_of_its_occupation(releases):
    make_guide("Pier Agent", (CLERK, ""))
    make_guide("Ferry Guide", (CLERK, ""), category="Ferries")
    fields = dict(GuideIndex.objects.values_list("title", "category"))
    assert fields == {"Pier Agent": "Office and Administrative Support", "Ferry Guide": "Ferries"}
