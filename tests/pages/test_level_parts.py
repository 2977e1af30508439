"""The levels of a guide: one drawing of their pay and years, and their words; each leads to the other."""

import html5lib
import pytest
from django.template.loader import render_to_string

from guides.document.shape import CareerStep, SalaryLevel
from guides.pages import Neighbors, guide_page
from guides.pages.neighbors import TitleMatch
from tests.builders import make_document

MATE = CareerStep(title="Mate", experience="1-3 years", years_min=1, years_max=3)
CAPTAIN = CareerStep(title="Captain", experience="3+ years", years_min=3)


def paid(title, median, average=None):
    return SalaryLevel(title=title, median=median, average=average)


def parts_of(**parts):
    """The parts of a guide by their kind, with the kind of the block that they are in."""
    page = guide_page(make_document(**parts))
    return {part.kind: (block.kind, part) for block in page.blocks for part in block.parts}


def rows(**parts):
    """Title, years and median of each row of the drawing."""
    levels = parts_of(**parts)["levels"][1].items
    return [(level.title, level.years and level.years.first, level.pay and level.pay.median) for level in levels]


def main_of(*, neighbors=None, preview=False, **parts):
    page = guide_page(make_document(**parts), neighbors=neighbors or Neighbors(slug="keeper"), preview=preview)
    html = render_to_string("guides/guide.html", {"page": page})
    return html5lib.parse(html, namespaceHTMLElements=False).find(".//main")


def words(element):
    return " ".join("".join(element.itertext()).split())


def row_of(main, title):
    (row,) = (row for row in main.iterfind(".//li[@id]") if row.get("id") == f"pay-{title}")
    return row


def test_a_row_has_the_years_and_the_pay_of_one_title_in_any_case():
    assert rows(career_path=(MATE, CAPTAIN), salary_levels=(paid("mate", 20), paid("CAPTAIN", 30))) == [
        ("Mate", 1, 20),
        ("Captain", 3, 30),
    ]


def test_levels_with_pay_alone_follow_the_level_that_they_follow_in_the_pay_table():
    pay = [paid(title, number) for number, title in enumerate(["Trainee", "Mate", "Purser", "mate", "Captain"], 1)]
    assert rows(career_path=(MATE, CAPTAIN), salary_levels=tuple(pay)) == [
        ("Trainee", None, 1),
        ("Mate", 1, 2),
        ("Purser", None, 3),
        ("mate", None, 4),
        ("Captain", 3, 5),
    ]


def test_levels_without_pay_keep_their_place():
    levels = rows(career_path=(MATE, CAPTAIN, CareerStep(title="Owner")), salary_levels=(paid("Captain", 30),))
    assert levels == [("Mate", 1, None), ("Captain", 3, 30), ("Owner", None, None)]


def test_the_drawing_is_with_the_pay_or_without_pay_with_the_career_path():
    assert parts_of()["levels"][0] == "salary_outlook"
    assert parts_of(salary_levels=())["levels"][0] == "career_path"


def test_a_guide_whose_levels_have_neither_pay_nor_years_has_their_words_alone():
    found = parts_of(salary_levels=(), career_path=(CareerStep(title="Mate", description="Steers."),))
    assert "levels" not in found
    assert "career_path" in found


@pytest.mark.parametrize(
    ("years", "shown"),
    [((0, 1), "0–1 year"), ((1, 3), "1–3 years"), ((5, 5), "5 years"), ((18, None), "18+ years"), ((None, 2), "0–2 ")],
)
def test_years_are_written_beside_their_bar(years, shown):
    step = CareerStep(title="Mate", years_min=years[0], years_max=years[1])
    main = main_of(career_path=(step,), salary_levels=(paid("Mate", 20),))
    assert shown in words(row_of(main, "mate"))


def test_a_row_says_what_the_guide_does_not_state():
    main = main_of(career_path=(MATE,), salary_levels=(paid("Captain", 30),))
    assert "pay not stated" in words(row_of(main, "mate"))
    assert "years not stated" in words(row_of(main, "captain"))


def test_a_title_leads_to_its_description_and_the_pay_there_leads_back():
    main = main_of(career_path=(MATE,), salary_levels=(paid("Mate", 20),))
    assert row_of(main, "mate").find(".//a").get("href") == "#level-mate"
    (level,) = (item for item in main.iterfind(".//li[@id]") if item.get("id") == "level-mate")
    assert "#pay-mate" in [link.get("href") for link in level.iterfind(".//a")]


def test_a_level_leads_to_the_guide_with_its_title():
    neighbors = Neighbors(slug="keeper", title_matches={"Mate": (TitleMatch("Mate", "ship-mate", is_guide=True),)})
    main = main_of(neighbors=neighbors, career_path=(MATE,), salary_levels=(paid("Mate", 20),))
    assert "/guides/ship-mate/" in [link.get("href") for link in row_of(main, "mate").iterfind(".//a")]


@pytest.mark.parametrize("salary_levels", [(paid("Mate", 20),), ()])
def test_links_to_the_former_parts_have_their_place(salary_levels):
    anchors = [item.get("id") for item in main_of(career_path=(MATE,), salary_levels=salary_levels).iter()]
    assert [anchors.count(anchor) for anchor in ("ladder", "rungs")] == [1, 1]
    assert anchors.count("pay-by-level") == len(salary_levels)


def test_each_drawing_has_a_table_a_file_and_a_citation():
    main = main_of()
    assert [words(item) for item in main.iterfind(".//summary") if "citation" in words(item)] == [
        "Table, CSV and citation",
        "Table, CSV and citation",
    ]
    assert {link.get("href") for link in main.iterfind(".//a") if words(link) == "Download as CSV"} == {
        "/guides/lighthouse-keeper/figures.csv"
    }
    cited = [words(item) for item in main.iterfind(".//*[@id]") if item.get("id").startswith("cite-")]
    assert cited == [
        "Careerguide, “Lighthouse Keeper: key facts”, #key-facts. Data: Harbor Board, as of May 2025.",
        "Careerguide, “Lighthouse Keeper: pay by level”, #pay-by-level.",
    ]


def test_a_preview_has_the_tables_and_nothing_to_cite():
    main = main_of(preview=True)
    assert "Table" in [words(item) for item in main.iterfind(".//summary")]
    assert "Download as CSV" not in words(main)


def test_the_table_has_the_difference_from_the_level_before():
    main = main_of(
        career_path=(), salary_levels=(paid("A", 40_000), paid("B", 55_000)), key_facts=make_document().key_facts
    )
    assert "+€15,000" in words(main)
