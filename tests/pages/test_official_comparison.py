"""A guide's figures beside the publisher's: the sentence for each case, those that differ most first."""

from dataclasses import replace

import pytest

from guides.document.provenance import OEWS, PROJECTIONS, Provenance
from guides.document.shape import GuideDocument, KeyFacts
from guides.official.pay import Amount, Flag, Pay, Unit
from guides.pages.official_comparison import Official, OfficialComparison

CODE = "43-4051"


def pay(*dollars, flag=Flag.PUBLISHED):
    return Pay(Unit.YEAR, *(Amount(None if amount is None else amount * 100, flag) for amount in dollars))


OFFICIAL = Official(
    paid_as=CODE,
    pay=pay(46_590, 31_750, 36_870, 44_770, 51_780, 63_590),
    pay_period="May 2025",
    projected_as=CODE,
    growth=-5.5,
    openings=341_700,
    outlook_period="2024–34",
)


def compare(official=OFFICIAL, provenance=(), **facts):
    facts = KeyFacts(**{"currency": "USD", "country": "US", **facts})
    document = GuideDocument(title="Clerk", slug="clerk", key_facts=facts, provenance=provenance)
    return list(OfficialComparison(document, official).sentences)


def published(figure, value, release, source=OEWS, measure="annual median", code=CODE):
    return Provenance(
        figure=figure, value=value, kind="published", source=source, release=release, series=f"{code} {measure}"
    )


def test_the_figure_that_differs_most_comes_first():
    sentences = compare(median_salary=39_120, growth_percent=5, annual_openings=330_000)
    assert [sentence.split()[3] for sentence in sentences] == ["growth", "median", "330,000"]


def test_figures_that_differ_stand_side_by_side():
    assert compare(median_salary=39_120) == [
        "This guide says median pay is $39,120 a year. The Bureau of Labor Statistics gives $44,770 for May 2025."
    ]
    assert compare(growth_percent=-2) == [
        "This guide says growth −2%. The Bureau of Labor Statistics projects −5.5% for 2024–34."
    ]


@pytest.mark.parametrize(
    ("stated", "projected", "jobs"), [(5, -5.5, "fewer jobs, not more"), (-2, 3.1, "more jobs, not fewer")]
)
def test_growth_against_decline_is_said(stated, projected, jobs):
    [sentence] = compare(replace(OFFICIAL, growth=projected), growth_percent=stated)
    assert sentence.endswith(f"for 2024–34: {jobs}.")


def test_no_change_is_not_the_opposite_of_decline():
    assert compare(growth_percent=0) == [
        "This guide says growth 0%. The Bureau of Labor Statistics projects −5.5% for 2024–34."
    ]


def test_the_same_figure():
    assert compare(median_salary=44_770) == [
        "This guide says median pay is $44,770 a year, and so does the Bureau of Labor Statistics for May 2025."
    ]


@pytest.mark.parametrize(("stated", "is_near"), [(43_875, True), (43_874, False), (45_665, True), (45_666, False)])
def test_figures_within_two_percent_are_nearly_the_same(stated, is_near):
    [sentence] = compare(median_salary=stated)
    assert ("nearly the same as the $44,770 of the Bureau of Labor Statistics for May 2025" in sentence) == is_near


def test_growth_in_whole_percent_is_nearly_the_same():
    assert "nearly the same as the −5.5%" in compare(growth_percent=-6)[0]
    assert "nearly the same" not in compare(growth_percent=-5.2)[0]


def test_an_approximate_figure_is_said_to_be_one():
    approximate = {"annual_openings_is_approximate": True}
    assert compare(annual_openings=330_000, **approximate) == [
        "This guide says about 330,000 openings a year. The Bureau of Labor Statistics projects 341,700 for 2024–34."
    ]
    assert compare(annual_openings=340_000, **approximate) == [
        "This guide says about 340,000 openings a year, nearly the same as the 341,700 of the "
        "Bureau of Labor Statistics for 2024–34."
    ]


def test_a_range_stands_beside_the_middle_of_the_pay():
    assert compare(salary_low=29_000, salary_high=56_000, salary_high_is_open=True) == [
        "This guide gives a range of pay from $29,000 to $56,000 and more a year. Officially, the "
        "middle 80% earn $31,750 to $63,590 (Bureau of Labor Statistics, May 2025)."
    ]
    assert compare(salary_low=32_000, salary_high=63_000)[0].endswith("May 2025), which is nearly the same.")
    assert compare(salary_low=29_000) == []


def test_a_guide_about_another_country_is_not_compared():
    assert compare(country="Ireland", currency="EUR", median_salary=41_000, growth_percent=-2.5) == [
        "This guide’s figures are not for the US: the country is Ireland. They cannot be compared with these."
    ]
    assert "amounts are in euros" in compare(country=None, currency="EUR", median_salary=41_000)[0]


def test_pay_in_another_currency_is_not_compared_but_the_outlook_is():
    sentences = compare(currency="EUR", median_salary=41_000, growth_percent=5)
    assert sentences[0].startswith("This guide says growth +5%.")
    assert sentences[1] == "This guide’s pay is in euros, so it cannot be compared with these US dollars."
    assert "a currency that it does not name" in compare(currency=None, median_salary=41_000)[0]


def test_a_top_coded_median_is_a_lower_bound():
    top = replace(OFFICIAL, pay=pay(*[239_200] * 6, flag=Flag.TOP_CODED))
    assert compare(top, median_salary=200_000) == [
        "This guide says median pay is $200,000 a year. The Bureau of Labor Statistics gives $239,200 or more "
        "for May 2025."
    ]
    assert compare(top, median_salary=300_000) == [
        "This guide says median pay is $300,000 a year. The Bureau of Labor Statistics gives no exact figure "
        "for May 2025, only “$239,200 or more”, which it fits."
    ]


def test_pay_that_is_withheld_or_only_by_the_hour_is_said_to_be_so():
    withheld = replace(OFFICIAL, pay=pay(*[None] * 6, flag=Flag.WITHHELD))
    assert compare(withheld, median_salary=39_120) == [
        "This guide says median pay is $39,120 a year. The Bureau of Labor Statistics releases no median for May 2025."
    ]
    hourly = replace(OFFICIAL, pay=pay(*[None] * 6, flag=Flag.NOT_APPLICABLE))
    assert "publishes it by the hour only" in compare(hourly, median_salary=39_120)[0]


def test_figures_of_the_current_release_are_named_and_not_compared():
    own = [
        published("median_salary", 44_770, "May 2025"),
        published("growth_percent", -5.5, "2024–34", PROJECTIONS, "employment change"),
    ]
    assert compare(provenance=own, median_salary=44_770, growth_percent=-5.5) == [
        "This guide’s median pay and growth are from the Bureau of Labor Statistics too: May 2025 and 2024–34."
    ]


def test_a_figure_of_an_older_release_is_said_to_be_one():
    older = [published("median_salary", 42_830, "May 2024")]
    assert compare(provenance=older, median_salary=42_830) == [
        "This guide says median pay is $42,830 a year, the figure for May 2024. "
        "For May 2025, the Bureau of Labor Statistics gives $44,770."
    ]
    unchanged = [published("median_salary", 44_770, "May 2024")]
    assert compare(provenance=unchanged, median_salary=44_770)[0].endswith("gives $44,770 too.")


def test_a_figure_of_another_occupation_is_compared():
    other = [published("median_salary", 50_000, "May 2025", code="43-1011")]
    assert compare(provenance=other, median_salary=50_000) == [
        "This guide says median pay is $50,000 a year. The Bureau of Labor Statistics gives $44,770 for May 2025."
    ]


def test_without_figures_on_either_side_there_is_no_sentence():
    assert compare() == []
    assert compare(Official(), median_salary=39_120, growth_percent=5, annual_openings=9) == []
