"""Each rule of `validate`: a document that breaks it, and the place that is named."""

from dataclasses import replace

import pytest

from guides.document import FieldError, GuideDocument, overlong_lists, validate
from guides.document.licenses import License
from guides.document.other_pay import OtherPay
from guides.document.provenance import OEWS, PROJECTIONS, Provenance
from guides.document.shape import (
    FAQ,
    CareerStep,
    Details,
    KeyFacts,
    OccupationLink,
    Picture,
    RelatedRole,
    Resource,
    SalaryLevel,
    Section,
    Skill,
    Source,
    Step,
)
from tests.builders import make_document

BAKER = GuideDocument(title="Baker", slug="baker")


def facts(**values: object) -> dict:
    return {"key_facts": KeyFacts(**values)}


def source(**values: object) -> dict:
    return {"details": Details(sources=(Source(**{"covers": "pay", "name": "Yearbook"} | values),))}


PICTURE = Picture(name="0f8b6a52-3c1d-4e7f-9a2b-5d6c7e8f9012-1600x1067", alt="A loaf")


def picture(**values: object) -> dict:
    return {"picture": replace(PICTURE, **values)}


HOURLY = OtherPay(figure="median", words="$18.50 an hour", cents=1850, period="hour", currency="USD")


def pay(**values: object) -> dict:
    return {"other_pay": (replace(HOURLY, **values),)}


def occupations(*links: tuple[str, str]) -> dict:
    return {"details": Details(occupations=tuple(OccupationLink(code=code, level=level) for code, level in links))}


def licenses(*known: License) -> dict:
    return {"details": Details(licenses=known)}


MEDIAN = Provenance(
    figure="median_salary", value=44_770, kind="published", source=OEWS, release="May 2025",
    series="43-4051 annual median",
)  # fmt: skip
CHECKED = Provenance(figure="growth_percent", value=5, kind="editor", source="Yearbook", checked="2026-11")


def known(example: Provenance = MEDIAN, **values: object) -> dict:
    changed = replace(example, **values)
    return {
        "key_facts": KeyFacts(currency="USD", median_salary=44_770, growth_percent=5),
        "salary_levels": (SalaryLevel(title="Baker", median=40_000, average=41_000),),
        "provenance": (changed,),
    }


BROKEN = [
    ("title", {"title": ""}),
    ("title", {"title": "Head  Baker"}),
    ("title", {"title": "Cafe\u0301 Owner"}),
    ("title", {"title": "B" * 201}),
    ("title", {"title": "Ba\x00ker"}),
    ("title", {"title": "B" + "\u0323" * 31}),
    ("summary", {"summary": "Bread.\n\n\nRolls."}),
    ("summary", {"summary": "  Bread."}),
    ("summary", {"summary": "* Bread"}),
    ("slug", {"slug": ""}),
    ("slug", {"slug": "Bäcker"}),
    ("schema", {"schema": 2}),
    ("responsibilities[1]", {"responsibilities": ("Mix", "")}),
    ("pros[0]", {"pros": ("two\nlines",)}),
    ("sections[0].kind", {"sections": (Section(kind="bread", heading="Bread", body="Rye."),)}),
    ("sections[0].body", {"sections": (Section(kind="other", heading="Bread", body=""),)}),
    ("sections[0].heading", {"sections": (Section(kind="other", heading="", body="Rye."),)}),
    ("skills[0].kind", {"skills": (Skill(kind="hard", name="Mixing"),)}),
    ("skills[0].detail", {"skills": (Skill(kind="soft", name="Calm", detail=" always"),)}),
    ("steps[0].number", {"steps": (Step(number=2, text="Mix."),)}),
    ("steps[0].text", {"steps": (Step(number=1, text=""),)}),
    ("faqs[0].question", {"faqs": (FAQ(question="?" * 301),)}),
    ("resources[0].kind", {"resources": (Resource(kind="poem", title="Ode to Bread"),)}),
    ("salary_levels[0].median", {"salary_levels": (SalaryLevel(title="Baker", median=0, average=1),)}
     | facts(currency="EUR")),
    ("career_path[0].years_min", {"career_path": (CareerStep(title="Baker", experience="5 years"),)}),
    ("career_path[0].experience",
     {"career_path": (CareerStep(title="Baker", experience="5-3 years", years_min=5, years_max=3),)}),
    ("related[0].title", {"related": (RelatedRole(title="Baker", slug="baker"),)}),
    ("related[1].title",
     {"related": (RelatedRole(title="Miller", slug="miller"), RelatedRole(title="Grinder", slug="miller"))}),
    ("related[0].slug", {"related": (RelatedRole(title="Miller", slug="the miller"),)}),
    ("details.category", {"details": Details(category="")}),
    ("details.alternative_titles[0]", {"details": Details(alternative_titles=("Baker; Cook",))}),
    ("details.remote_work", {"details": Details(remote_work="Common")}),
    ("details.sources[0].covers", source(covers="Key Facts")),
    ("details.sources[0].covers", source(covers="key__facts")),
    ("details.sources[0].name", source(name="Yearbook, https://example.org")),
    ("details.sources[0].url", source(url="ftp://example.org")),
    ("details.sources[0].url", source(url="https://example.org/e\u0301")),
    ("details.sources[0].as_of", source(as_of="2025-13")),
    ("details.sources[0].as_of", source(as_of="٢٠٢٥")),
    ("key_facts.currency", facts(median_salary=30_000)),
    ("key_facts.currency", facts(currency="EUR")),
    ("key_facts.currency", facts(currency="CHF", median_salary=30_000)),
    ("key_facts.median_salary", facts(currency="EUR", median_salary=-1)),
    ("key_facts.salary_low", facts(currency="EUR", salary_low=2, salary_high=1)),
    ("key_facts.salary_high_is_open", facts(currency="EUR", salary_low=2, salary_high_is_open=True)),
    ("key_facts.annual_openings", facts(annual_openings=-1)),
    ("key_facts.annual_openings_is_approximate", facts(annual_openings_is_approximate=True)),
    ("key_facts.growth_percent", facts(growth_percent=0.0001)),
    ("key_facts.growth_percent", facts(growth_percent=5.0)),
    ("key_facts.growth_percent", facts(growth_percent=float("nan"))),
    ("key_facts.growth_percent", facts(growth_percent=float("inf"))),
    ("key_facts.country", facts(country="U5")),
    ("key_facts.growth_note", facts(growth_note="slow ")),
    ("details.essential", {"details": Details(essential=("Kneading",))}),
    ("details.useful", {"education_requirements": ("A", "B"), "details": Details(useful=("B", "A"))}),
    ("details.useful", {"education_requirements": ("A",), "details": Details(useful=("A", "A"))}),
    ("skills[0].name",
     {"skills": (Skill(kind="soft", name="Calm"),), "details": Details(useful=("Calm",), essential=("Calm",))}),
    ("key_facts.top_industries[0]", facts(top_industries=("",))),
    ("details.sources[0].as_of", source(as_of="2025-02-30")),
    ("details.sources[0].as_of", source(as_of="2025-02-29")),
    ("details.sources[0].as_of", source(as_of="May 2025")),
    ("details.sources[0].as_of", source(as_of="0000")),
    ("other_pay[0].words", pay(words="much")),
    ("other_pay[0].words", pay(words="$18.50")),
    ("other_pay[0].words", pay(words="$0 an hour", cents=0)),
    ("other_pay[0].words", pay(words="$39,120", cents=3_912_000, period="year")),
    ("other_pay[0].words",
     pay(figure="range", words="$29k - $56k+", cents=2_900_000, cents_high=5_600_000, is_open=True, period="year")),
    ("other_pay[0].words", pay(figure="range", words="$25 - $18 an hour", cents=2_500, cents_high=1_800)),
    ("other_pay[0].cents", pay(cents=1_851)),
    ("other_pay[0].cents", pay(period="day")),
    ("other_pay[0].cents", pay(is_open=True)),
    ("other_pay[0].cents", pay(cents_high=1_900)),
    ("other_pay[0].currency", pay(currency="EUR")),
    ("other_pay[0].currency", pay(currency="CHF")),
    ("other_pay[0].figure", pay(figure="mode")),
    ("other_pay[0].level", pay(level="B" * 201)),
    ("details.occupations[0].code", occupations(("43-4051", ""))),
    ("details.occupations[0].level", occupations(("43-4051.00", "Master"))),
    ("details.occupations[1].code", occupations(("43-4051.00", ""), ("43-4051.00", ""))),
    ("details.time_to_qualify", {"details": Details(time_to_qualify="")}),
    ("details.cost_to_qualify", {"details": Details(cost_to_qualify="a " * 200)}),
    ("details.licenses[0].name", licenses(License(name=""))),
    ("details.licenses[0].name", licenses(License(name="Ovens; mills"))),
    ("details.licenses[0].name", licenses(License(name="Ovens", where="granted by the town"))),
    ("details.licenses[0].name", licenses(License(name="Ovens", where="https://example.org"))),
    ("details.licenses[0].url", licenses(License(name="Ovens", url="ftp://example.org"))),
    ("details.licenses[1].name", licenses(License(name="Ovens", body="Town"), License(name="Ovens", body="State"))),
    ("provenance[0].figure", known(figure="annual_openings", series="43-4051 annual openings", source=PROJECTIONS)),
    ("provenance[0].figure", known(figure="median", level="Miller")),
    ("provenance[0].figure", known(figure="mode")),
    ("provenance[1].figure", {**known(), "provenance": (MEDIAN, MEDIAN)}),
    ("provenance[0].value", known(value=44_771)),
    ("provenance[0].value", known(value=44_770.0)),
    ("provenance[0].kind", known(kind="guessed")),
    ("provenance[0].kind", known(formula="43-4051 annual median")),
    ("provenance[0].kind", known(checked="2026")),
    ("provenance[0].kind", known(CHECKED, release="May 2025")),
    ("provenance[0].source", known(source="Yearbook")),
    ("provenance[0].source", {**known(), "key_facts": KeyFacts(currency="EUR", median_salary=44_770)}),
    ("provenance[0].release", known(release="")),
    ("provenance[0].series", known(series="43-4051 employment change")),
    ("provenance[0].series", known(series="midpoint of 43-4051 annual median and 43-4051 annual mean")),
    ("provenance[0].formula", known(kind="derived", series="", formula="43-4051 annual median × 2")),
    ("provenance[0].formula", known(kind="derived", series="", formula="midpoint of 43-4051 annual median")),
    ("provenance[0].checked", known(CHECKED, checked=None)),
    ("provenance[0].source", known(CHECKED, source="")),
    ("picture.name", picture(name="bread.webp")),
    ("picture.name", picture(name=f"../{PICTURE.name}")),
    ("picture.alt", picture(alt="")),
    ("picture.focus_x", picture(focus_x=101)),
    ("picture.focus_y", picture(focus_y=-1)),
]  # fmt: skip


def test_a_title_and_a_slug_are_enough():
    assert validate(BAKER) == []


@pytest.mark.parametrize(("path", "values"), BROKEN, ids=lambda value: value if isinstance(value, str) else "")
def test_a_broken_rule_is_found_where_it_is_broken(path: str, values: dict):
    assert path in [error.path for error in validate(replace(BAKER, **values))]


@pytest.mark.parametrize("name", ["Yearbook, as of 2025", "Yearbook, as of May 14, 2025", "Yearbook, as of 3 June"])
def test_a_source_may_have_a_date_in_its_name(name):
    assert validate(replace(BAKER, **source(name=name))) == []


def test_other_pay_needs_no_currency_of_the_key_facts_and_may_be_in_another():
    assert validate(replace(BAKER, **pay())) == []
    assert validate(replace(BAKER, **pay(), **facts(currency="EUR", median_salary=30_000))) == []


def test_a_whole_amount_a_year_may_be_other_pay_of_a_level_beside_its_hourly_pay():
    assert validate(replace(BAKER, **pay(level="Owner", words="$39k", cents=3_900_000, period="year"))) == []


def with_duties(number: int) -> GuideDocument:
    return make_document(responsibilities=tuple(f"Trim wick {each}." for each in range(number)))


def test_a_list_that_grows_has_at_most_five_hundred_rows():
    assert not list(overlong_lists(with_duties(500)))
    assert list(overlong_lists(with_duties(501), with_duties(499))) == [
        FieldError("responsibilities", "at most 500 rows under “Responsibilities”", "501")
    ]


def test_a_longer_list_may_stay_as_long_as_it_was():
    assert not list(overlong_lists(with_duties(501), with_duties(502)))
    assert list(overlong_lists(with_duties(503), with_duties(502)))


@pytest.mark.parametrize(
    "example",
    [
        MEDIAN,
        CHECKED,
        replace(CHECKED, source="Yearbook, 2nd edition", url="https://example.org/a;b", checked="2026-11-28"),
        replace(MEDIAN, figure="median", level="Baker", value=40_000),
        replace(
            MEDIAN, figure="average", level="Baker", value=41_000, kind="derived", series="",
            formula="midpoint of 43-4051 annual 25th percentile and 43-4051 annual median",
        ),
    ],
    ids=("published", "editor", "editor with an address", "of a level", "derived"),
)  # fmt: skip
def test_a_figure_may_say_how_it_is_known(example):
    assert validate(replace(BAKER, **known(example))) == []
