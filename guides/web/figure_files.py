"""The figures of a guide as rows of a spreadsheet."""

from collections.abc import Iterator

from guides.document import GuideDocument
from guides.document.shape import FACT_FIGURES
from guides.pages.provenance import LEVEL_FIGURES, PAY_FIGURES, PUBLICATIONS, FigureSources, sources_in

HEAD = (
    *("figure", "level", "value", "unit", "currency", "flag"),
    *("known_as", "source", "period", "series", "source_address"),
)
IN_TEXT = "stated"  # by the guide, which may name a source
UNITS = {
    **dict.fromkeys((*PAY_FIGURES, *LEVEL_FIGURES), "a year"),
    "growth_percent": "percent",
    "annual_openings": "a year",
}


def figure_rows(document: GuideDocument) -> Iterator[list[object]]:
    """A row for each figure that a guide states: its key facts, the pay and years of its levels, and other pay."""
    facts, known = document.key_facts, sources_in(document)
    flags = {
        "salary_high": "or more" if facts.salary_high_is_open else "",
        "annual_openings": "about" if facts.annual_openings_is_approximate else "",
    }
    stated = [(name, "", getattr(facts, name)) for name in FACT_FIGURES]
    stated += [(name, level.title, getattr(level, name)) for level in document.salary_levels for name in LEVEL_FIGURES]
    for name, title, value in stated:
        if value is not None:
            currency = facts.currency if name in PAY_FIGURES | LEVEL_FIGURES else ""
            yield [name, title, value, UNITS[name], currency, flags.get(name, ""), *_source(known, name, title)]
    for pay in document.other_pay:
        yield [pay.figure, pay.level, pay.words, "in words", pay.currency, "", *_source(known, "other_pay", "")]
    for step in document.career_path:
        for name, years in (("experience_from", step.years_min), ("experience_to", step.years_max)):
            if years is not None:
                yield [name, step.title, years, "years", "", "", IN_TEXT, "", "", "", ""]


def _source(known: FigureSources, figure: str, level: str) -> list[object]:
    """How a figure is known, its source and period, its series or formula, and the address of the source."""
    if (row := known.known.get((figure, level))) is None:
        source = known.in_text(figure)
        return [IN_TEXT, source and source.name, source and source.as_of, "", source and source.url]
    if row.kind == "editor":
        return [row.kind, row.source, row.checked, "", row.url]
    publication = PUBLICATIONS[row.source]
    name = f"{publication.publisher}, {publication.product}"
    return [row.kind, name, row.release, row.formula or row.series, row.url or publication.address]
