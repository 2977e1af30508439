"""The list of guides with its filters, guides coming soon, and the page about the site."""

import html5lib
import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guides.document.other_pay import OtherPay
from guides.document.shape import Details, KeyFacts, OccupationLink, SalaryLevel, Skill
from guides.editing.publishing import unpublish
from guides.finding import browsing
from guides.finding.browsing import SORTS, Browser
from guides.finding.filters import FILTERS, PAY_BOUNDS
from guides.rendering.charts import EDUCATION_LEVELS, overlap
from tests.builders import make_document, make_live, make_live_unedited

pytestmark = pytest.mark.django_db


def make_guide(title, *, category="Coast", level="Certificate", remote="rare", occupations=(), **facts):
    """A live guide with these facts and no others."""
    make_live_unedited(
        make_document(
            title=title,
            slug=title.lower().replace(" ", "-"),
            details=Details(
                category=category, education_level=level, remote_work=remote, occupations=tuple(occupations)
            ),
            key_facts=KeyFacts(**({"currency": "USD"} if "median_salary" in facts else {}) | facts),
            salary_levels=(),
            related=(),
        )
    )


def shown(client, query=""):
    """The titles on the list, in their order."""
    return [row.card.title for row in client.get(f"{reverse('guide_list')}?{query}").context["guides"].rows]


def counts(query):
    """Each filter's choices with their numbers."""
    return {
        filter_.name: {choice.key: choice.number for choice in choices}
        for filter_, choices in Browser.read(query).filters
    }


def parse(response):
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(response.content.decode())


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("category=Sea", "Diver"),
        ("category=not-stated", "Pilot"),
        ("pay=usd-from-40", "Diver"),
        ("pay=usd-40-60", "Diver"),
        ("pay=usd-0-40", "Keeper"),
        ("pay=not-stated", "Pilot"),
        ("education=Bachelor%27s%20degree", "Diver"),
        ("education=not-stated", "Pilot"),
        ("outlook=growing", "Diver"),
        ("outlook=shrinking", "Keeper"),
        ("outlook=not-stated", "Pilot"),
        ("remote=common", "Diver"),
        ("remote=not-stated", "Pilot"),
    ],
)
def test_a_filter_leaves_the_guides_that_state_its_choice(client, query, title):
    make_guide(
        "Diver", category="Sea", level="Bachelor's degree", remote="common", median_salary=40_000, growth_percent=9
    )
    make_guide("Keeper", median_salary=39_999, growth_percent=-1.5)
    make_guide("Pilot", category=None, level=None, remote=None)
    assert shown(client, query) == [title]


def test_filters_narrow_each_other(client):
    make_guide("Diver", category="Sea", remote="common")
    make_guide("Sailor", category="Sea", remote="rare")
    assert shown(client, "category=Sea&remote=rare") == ["Sailor"]
    assert shown(client, "category=Sea&remote=not-stated") == ["Diver", "Sailor"]  # no guide has it: left out


def test_a_choice_is_counted_under_the_other_filters_and_not_under_its_own():
    make_guide("Diver", category="Sea", remote="common")
    make_guide("Sailor", category="Sea", remote="rare")
    make_guide("Keeper", category="Coast", remote="rare")
    found = counts({"category": "Sea"})
    assert found["category"] == {"Coast": 1, "Sea": 2}
    assert found["remote"] == {"common": 1, "rare": 1}


def test_what_is_not_stated_is_counted_and_comes_last():
    make_guide("Diver", category="Sea")
    make_guide("Keeper", category=None)
    assert list(counts({})["category"]) == ["Sea", "not-stated"]


def test_education_is_offered_from_none_to_a_doctorate():
    for number, level in enumerate(reversed(EDUCATION_LEVELS)):
        make_guide(f"Role {number}", level=level)
    assert tuple(counts({})["education"]) == ("no-degree", *EDUCATION_LEVELS)


def test_no_degree_covers_the_levels_without_one_in_any_spelling(client):
    levels = (*EDUCATION_LEVELS[:4], "high school diploma or equivalent.", *EDUCATION_LEVELS[4:], "Certificate", None)
    for number, level in enumerate(levels):
        make_guide(f"Role {number}", level=level)
    assert shown(client, "education=no-degree") == [f"Role {number}" for number in range(5)]
    assert counts({})["education"]["no-degree"] == 5


def test_pay_is_offered_as_at_least_an_amount_and_a_band_of_an_older_link_still_works(client):
    for title, median in (("Low", 39_999), ("Middle", 60_000), ("High", 120_000)):
        make_guide(title, median_salary=median)
    assert counts({})["pay"] == {"usd-from-40": 2, "usd-from-60": 2, "usd-from-80": 1, "usd-from-120": 1}
    assert shown(client, "pay=usd-from-60") == ["High", "Middle"]
    assert counts({"pay": "usd-60-80"})["pay"]["usd-60-80"] == 1


def test_a_known_filter_that_no_guide_fits_is_not_ignored(client):
    make_guide("Low", median_salary=20_000)
    response = client.get("/guides/?pay=usd-from-60")
    assert response.context["browser"].ignored == ()
    assert b"No guide fits all of these" in response.content


def test_every_count_is_what_the_filter_then_shows(client):
    make_guide("Diver", category="Sea", level=None, median_salary=80_000, growth_percent=1)
    make_guide("Keeper", remote=None, growth_percent=-1)
    make_guide("Pilot", category=None, median_salary=120_000, growth_percent=1.25)
    for name, choices in counts({}).items():
        for key, number in choices.items():
            browser = Browser.read({name: key})
            assert browser.guides().count() == number, (name, key)


@pytest.mark.parametrize("currency", PAY_BOUNDS)
def test_each_amount_is_in_one_band_and_above_the_bounds_up_to_it(currency):
    bounds = PAY_BOUNDS[currency]
    amounts = {1, *(1000 * bound + step for bound in bounds for step in (-1, 0, 1))}
    for amount in amounts:
        make_guide(f"{currency} {amount}", currency=currency, median_salary=amount)
    bands = [f"{currency.lower()}-{low}-{high}" for low, high in zip((0, *bounds), (*bounds, ""), strict=True)]
    in_bands = [Browser.read({"pay": band.rstrip("-")}).guides().count() for band in bands]
    assert sum(in_bands) == len(amounts)
    for place, bound in enumerate(bounds, start=1):
        key = f"{currency.lower()}-from-{bound}"
        assert Browser.read({"pay": key}).guides().count() == counts({})["pay"][key] == sum(in_bands[place:])


@pytest.mark.parametrize("sort", SORTS)
def test_every_order_puts_what_is_not_stated_last(client, sort):
    make_guide("B", median_salary=20_000, growth_percent=2, annual_openings=20)
    make_guide("A", median_salary=10_000, growth_percent=1, annual_openings=10)
    make_guide("C")
    if sort.endswith("title"):
        assert shown(client, f"sort={sort}") == (["A", "B", "C"] if sort == "title" else ["C", "B", "A"])
    else:
        assert shown(client, f"sort={sort}") == (["B", "A", "C"] if sort.startswith("-") else ["A", "B", "C"])


def test_pay_is_sorted_within_each_currency_with_a_note(client):
    make_guide("Low", median_salary=10_000)
    make_guide("Rupees", currency="INR", median_salary=900_000)
    make_guide("High", median_salary=90_000)
    make_guide("None")
    assert shown(client, "sort=-pay") == ["High", "Low", "Rupees", "None"]
    assert "Currencies are not converted" in client.get(reverse("guide_list"), {"sort": "pay"}).content.decode()


def currencies(client, query=""):
    """The currencies in which pay can be drawn, as shown, and the titles whose pay is drawn."""
    response = client.get(f"{reverse('guide_list')}?{query}")
    guides = response.context["guides"]
    choices = [(choice.code, choice.number, choice.is_chosen) for choice in guides.scale.choices]
    return choices, [row.card.title for row in guides.rows if row.pay.strip]


def make_two_currencies():
    make_guide("Baker", median_salary=40_000)
    make_guide("Diver", median_salary=50_000)
    make_guide("Pilot", currency="GBP", median_salary=60_000)


def test_pay_is_drawn_in_the_most_frequent_currency(client):
    make_two_currencies()
    assert currencies(client) == ([("USD", 2, True), ("GBP", 1, False)], ["Baker", "Diver"])


def test_pay_is_drawn_in_the_currency_asked_for(client):
    make_two_currencies()
    assert currencies(client, "currency=GBP") == ([("USD", 2, False), ("GBP", 1, True)], ["Pilot"])
    assert [row.pay.median for row in client.get("/", {"currency": "GBP"}).context["guides"].rows if row.pay.strip] == [
        "£60,000"
    ]


def test_pay_in_another_currency_is_written(client):
    make_two_currencies()
    assert "<strong><span data-figure>£60,000</span></strong>" in client.get(reverse("guide_list")).content.decode()


def test_the_switch_of_currencies_keeps_the_state_of_the_list_and_filters_keep_the_currency(client):
    make_two_currencies()
    links = {a.get("href") for a in parse(client.get("/guides/?category=Coast&sort=-pay&currency=USD")).iter("a")}
    assert "?category=Coast&sort=-pay&currency=GBP" in links
    assert "/guides/?sort=-pay&currency=USD" in links


def test_a_list_in_one_currency_has_no_switch(client):
    make_guide("Baker", median_salary=40_000)
    assert b"Show pay in" not in client.get(reverse("guide_list")).content


def test_a_currency_without_guides_is_ignored_with_a_note(client):
    make_two_currencies()
    assert currencies(client, "currency=INR") == currencies(client)
    assert "INR" in client.get("/guides/?currency=INR").context["browser"].ignored


def test_the_currency_of_the_drawings_is_not_part_of_the_canonical_address(client):
    make_two_currencies()
    html = client.get("/guides/?sort=-pay&currency=GBP").content.decode()
    assert '<link rel="canonical" href="http://testserver/guides/?sort=-pay">' in html


def test_a_list_sorted_by_pay_starts_with_the_currency_asked_for(client):
    make_two_currencies()
    assert shown(client, "sort=-pay&currency=GBP") == ["Pilot", "Diver", "Baker"]


HOURLY = OtherPay(figure="median", words="$18.50 an hour", cents=1850, period="hour", currency="USD")


@pytest.mark.parametrize("path", ["/", "/guides/", "/search/?q=actor", "/compare/"])
def test_lists_show_pay_by_the_hour_in_words(client, path):
    make_live(title="Actor", slug="actor", key_facts=KeyFacts(), salary_levels=(), other_pay=(HOURLY,))
    html = client.get(path).content.decode()
    assert "$18.50 an hour (USD)" in html
    assert "Pay not stated" not in html


def test_guides_come_in_pages_and_a_page_beyond_the_last_is_the_last(client):
    for number in range(browsing.PAGE_SIZE + 1):
        make_guide(f"Role {number:02}")
    assert len(shown(client)) == browsing.PAGE_SIZE
    assert shown(client, "page=2") == shown(client, "page=99") == [f"Role {browsing.PAGE_SIZE}"]
    assert shown(client, "page=x") == shown(client)


def test_links_to_pages_keep_the_filters(client):
    for number in range(browsing.PAGE_SIZE + 1):
        make_guide(f"Role {number:02}", category="Sea & Shore")
    html = client.get(reverse("guide_list"), {"category": "Sea & Shore", "sort": "-title"}).content.decode()
    assert "?category=Sea+%26+Shore&amp;sort=-title&amp;page=2" in html


def test_a_filter_that_is_set_can_be_removed_by_a_link_that_keeps_the_others(client):
    make_guide("Diver", category="Sea", remote="common")
    links = {link.get("href") for link in parse(client.get("/guides/?category=Sea&remote=common&page=1")).iter("a")}
    assert {"/guides/?category=Sea", "/guides/?remote=common"} <= links


def test_unknown_filters_are_reported_and_ignored(client):
    make_guide("Diver")
    html = client.get("/guides/?category=%3Cb%3EMoon&sort=random").content.decode()
    assert "Some filters in this link are unknown and were ignored: “&lt;b&gt;Moon”, “random”." in html
    assert "<strong>1</strong> guide</p>" in html


def test_a_link_above_the_list_sets_a_filter_and_keeps_the_others(client):
    make_guide("Diver", level=EDUCATION_LEVELS[0], remote="common", median_salary=70_000)
    links = {
        " ".join("".join(a.itertext()).split()): a.get("href")
        for a in parse(client.get("/guides/?remote=common&sort=-pay")).iter("a")
    }
    assert links["Show only No degree"] == "/guides/?education=no-degree&remote=common&sort=-pay"
    assert links["Show only Over $60,000"] == "/guides/?pay=usd-from-60&remote=common&sort=-pay"
    assert links["Remove the filter Remote ×"] == "/guides/?sort=-pay"


def test_a_link_that_no_guide_fits_is_left_out(client):
    make_guide("Diver", remote="common")
    assert [link.words for link in client.get("/guides/").context["browser"].quick] == ["Remote"]


def test_guides_of_an_industry_are_listed_under_its_name_and_filters_keep_it(client):
    make_guide("Diver", top_industries=("Ships & Boats", "Ports"))
    make_guide("Pilot", top_industries=("Ports",))
    response = client.get("/guides/?industry=ships-boats")
    assert [row.card.title for row in response.context["guides"].rows] == ["Diver"]
    assert [(chosen.label, chosen.words) for chosen in response.context["browser"].active] == [
        ("Industry", "Ships & Boats")
    ]
    assert b'<input type="hidden" name="industry" value="ships-boats">' in response.content
    assert shown(client, "industry=ports") == ["Diver", "Pilot"]
    assert sum(counts({"industry": "ships-boats"})["category"].values()) == 1


@pytest.mark.parametrize("slug", ["mines", "Not a slug", "\0", "x" * 300])
def test_an_industry_that_no_guide_names_is_ignored_with_a_note(client, slug):
    make_guide("Diver", top_industries=("Ports",))
    response = client.get("/guides/", {"industry": slug})
    assert [row.card.title for row in response.context["guides"].rows] == ["Diver"]
    assert len(response.context["browser"].ignored) == 1


def test_the_list_of_a_field_shows_its_pay_and_its_official_occupations(client):
    code = OccupationLink(code="43-4051.00")
    make_guide("Diver", category="Sea", median_salary=50_000, salary_low=30_000, salary_high=60_000, occupations=[code])
    make_guide("Sailor", category="Sea", median_salary=40_000)
    response = client.get("/guides/?category=Sea")
    html = response.content.decode()
    assert parse(response).find(".//h1").text == "Sea jobs"
    assert '<link rel="canonical" href="http://testserver/guides/?category=Sea">' in html
    assert "$45,000" in html
    assert "$30,000 to $60,000" in html
    assert 'href="/occupations/?group=43"' in html
    assert "group-drawing" in html


def test_guides_without_a_field_have_no_page_of_a_field(client):
    make_guide("Diver", category=None)
    assert "<h1>All guides</h1>" in client.get("/guides/?category=not-stated").content.decode()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from([*(filter_.name for filter_ in FILTERS), "sort", "page", "x"]),
        st.text() | st.sampled_from(["not-stated", "no-degree", "\0", "-", "1e9", "-title", "usd-0-40", "usd-from-60"]),
    )
)
def test_no_query_string_breaks_the_list(client, query):
    assert client.get(reverse("guide_list"), query).status_code == 200


def test_a_list_that_nothing_fits_says_so(client):
    make_guide("Diver", category="Sea", remote="common")
    make_guide("Keeper", category="Coast", remote="rare")
    assert "No guide fits" in client.get("/guides/?category=Sea&remote=rare").content.decode()


def test_marked_roles_are_sent_to_the_comparison(client):
    make_guide("Diver")
    for name in ("home", "guide_list"):
        tree = parse(client.get(reverse(name)))
        form = next(form for form in tree.iter("form") if form.get("id") == "compare")
        mark = next(field for field in tree.iter("input") if field.get("name") == "roles")
        assert (form.get("action"), mark.get("form"), mark.get("value")) == (reverse("compare"), "compare", "diver")


# Guides coming soon


def test_a_draft_has_a_page_of_what_guides_say_about_it(client):
    make_live()
    response = client.get(reverse("guide", args=("harbor-pilot",)))
    html = response.content.decode()
    assert response.status_code == 200
    assert "Goes out to the ships." in html
    assert reverse("guide", args=("lighthouse-keeper",)) in html
    assert '<meta name="robots" content="noindex">' in html


def test_a_draft_shows_the_skills_that_two_of_its_guides_share(client):
    make_live()
    make_live(
        title="Diver", slug="diver", skills=(Skill(kind="soft", name="Patience"), Skill(kind="soft", name="Nerve"))
    )
    html = client.get(reverse("guide", args=("harbor-pilot",))).content.decode()
    assert "Patience" in html
    assert "Nerve" not in html


def test_a_role_that_no_live_guide_names_has_no_page(client):
    role = make_live()
    unpublish(role)
    assert client.get(reverse("guide", args=("harbor-pilot",))).status_code == 404


def test_the_page_of_a_draft_becomes_its_guide(client):
    make_live()
    make_live(title="Harbor Pilot", slug="harbor-pilot", related=())
    assert "coming soon" not in client.get(reverse("guide", args=("harbor-pilot",))).content.decode()


def test_a_draft_costs_the_same_queries_for_any_number_of_guides(client, django_assert_num_queries):
    for number in range(3):
        make_live(title=f"Role {number}", slug=f"role-{number}")
        with django_assert_num_queries(6):
            client.get(reverse("guide", args=("harbor-pilot",)))


# Ladders that meet, the outlook among all


def guide_html(client, slug="lighthouse-keeper"):
    return client.get(reverse("guide", args=(slug,))).content.decode()


def test_a_level_links_to_the_guide_with_its_title_and_to_career_paths_with_it(client):
    make_live()
    make_live(title="Principal Keeper", slug="principal", skills=(), salary_levels=(), related=())
    level = (SalaryLevel(title="Principal Keeper", median=1000, average=1000),)
    make_live(title="Buoy Keeper", slug="buoy-keeper", skills=(), salary_levels=level, career_path=(), related=())
    html = guide_html(client)
    assert 'Guide: <a href="/guides/principal/">' in html
    assert 'Also a level of <a href="/guides/buoy-keeper/">' in html


def test_the_outlook_is_compared_from_eight_guides_up(client):
    make_live()
    for number in range(6):
        make_guide(f"Role {number}", growth_percent=number - 4)
    assert "of the jobs here" not in guide_html(client)
    make_guide("Eighth", growth_percent=9)
    assert "of the jobs here" in guide_html(client)


def test_the_overlap_of_skills_is_drawn_in_its_place():
    both = overlap(6, 2, 4)
    assert (both.start, both.width) == (50.0, 25.0)
    assert overlap(0, 0, 0) is None


# About


def test_the_page_about_names_the_address_for_corrections_and_every_footer_links_it(client, settings):
    settings.CORRECTIONS_EMAIL = "fix@example.net"
    assert "mailto:fix@example.net" in client.get(reverse("about")).content.decode()
    for name in ("home", "guide_list", "skill_list", "salary_list", "compare", "about"):
        assert f'href="{reverse("about")}"' in client.get(reverse(name)).content.decode()


def test_readers_get_no_cookie(client):
    make_live()
    for name in ("home", "guide_list", "skill_list", "salary_list", "compare", "about"):
        assert not client.get(reverse(name)).cookies


def test_titles_are_sorted_whatever_their_case(client):
    for title in ("iOS Developer", "Diver", "Zoologist"):
        make_guide(title)
    assert shown(client) == ["Diver", "iOS Developer", "Zoologist"]
