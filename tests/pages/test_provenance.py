"""The sources of figures in words."""

import pytest

from guides.document.provenance import OEWS, PROJECTIONS, Provenance
from guides.document.shape import KeyFacts, Source
from guides.pages.provenance import NOT_STATED, FigureSources, notes_in_words, notes_on, shared_notes, source_of

MEDIAN = Provenance(
    figure="median_salary",
    value=44_770,
    kind="published",
    source=OEWS,
    release="May 2025",
    series="43-4051 annual median",
)
GROWTH = Provenance(
    figure="growth_percent",
    value=-5.5,
    kind="published",
    source=PROJECTIONS,
    release="2024–34",
    series="43-4051 employment change",
)
FACTS = KeyFacts(currency="USD", median_salary=44_770, salary_low=30_000, growth_percent=-5.5)
BOARD = Source(covers="pay", name="Harbor Board", url="https://example.org", as_of="2025-05-31")


def derived(formula):
    return Provenance(
        figure="median", level="Junior", value=1, kind="derived", source=OEWS, release="May 2025", formula=formula
    )


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (MEDIAN, "BLS, May 2025"),
        (GROWTH, "BLS, 2024–34"),
        (derived("43-4051 annual 25th percentile"), "derived: 25th percentile of 43-4051 (BLS, May 2025)"),
        (
            derived("midpoint of 43-4051 annual median and 43-4051 annual 75th percentile"),
            "derived: midpoint of median and 75th percentile of 43-4051 (BLS, May 2025)",
        ),
        (
            derived("midpoint of 43-4051 annual median and 43-1011 annual median"),
            "derived: midpoint of median of 43-4051 and median of 43-1011 (BLS, May 2025)",
        ),
        (
            Provenance(figure="annual_openings", value=9, kind="editor", source="Port Authority", checked="2026-11"),
            "checked by our editors, November 2026: Port Authority",
        ),
    ],
)
def test_each_kind_of_source_has_its_words(known, words):
    assert source_of(known).words == words


def test_a_published_figure_links_to_its_publication_under_its_full_name():
    source = source_of(MEDIAN)
    assert source.url == "https://www.bls.gov/oes/"
    assert source.name == "U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May 2025"


def test_a_figure_without_provenance_has_the_source_that_the_text_names_for_it():
    known = FigureSources((), (BOARD,))
    assert known.of("salary_low").words == "Harbor Board, as of May 31, 2025"
    assert known.of("growth_percent") == NOT_STATED


def test_figures_of_one_source_are_named_together():
    labelled = FigureSources((MEDIAN, GROWTH), (BOARD,)).of_facts(FACTS, has_other_pay=False)
    assert [note.label for note in notes_on(labelled)] == ["median pay", "low end of pay", "outlook"]
    labelled = FigureSources((GROWTH,), (BOARD,)).of_facts(FACTS, has_other_pay=True)
    words = "pay: Harbor Board, as of May 31, 2025; outlook: BLS, 2024–34"
    assert notes_in_words(notes_on(labelled)) == words


def test_one_source_for_all_figures_needs_no_label():
    labelled = FigureSources((), ()).of_facts(FACTS, has_other_pay=False)
    assert [(note.label, note.source) for note in notes_on(labelled)] == [("", NOT_STATED)]


def test_rows_share_notes_unless_one_of_their_figures_has_another_source():
    first, second = {"pay": source_of(MEDIAN)}, {"pay": source_of(MEDIAN), "outlook": source_of(GROWTH)}
    assert [note.label for note in shared_notes([first, second])] == ["pay", "outlook"]
    assert shared_notes([first, {"pay": NOT_STATED}]) == ()
