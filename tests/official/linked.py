"""Guides whose figures are from official releases."""

from dataclasses import replace

from guides.document import GuideDocument
from guides.document.provenance import OEWS, PROJECTIONS, Provenance
from guides.document.shape import Details, KeyFacts, SalaryLevel
from tests.builders import make_document
from tests.official.occupations import CLERK

SOC = CLERK[:7]


def published(figure: str, value: float, measure: str, **more) -> Provenance:
    """A figure of the clerks, by default from May 2025."""
    given = {"kind": "published", "source": OEWS, "release": "May 2025", "series": f"{SOC} {measure}"}
    return Provenance(figure=figure, value=value, **given | more)


MEDIAN = published("median_salary", 42_000, "annual median")
OLD_MEDIAN = replace(MEDIAN, value=39_000, release="May 2024")
OLD_LOW = published("salary_low", 31_200, "annual 25th percentile", release="May 2024")
GROWTH = published("growth_percent", -5.5, "employment change", source=PROJECTIONS, release="2024–34")
DERIVED = published(
    "median",
    46_200,
    "",
    level="Head Keeper",
    kind="derived",
    series="",
    formula=f"midpoint of {SOC} annual median and {SOC} annual 75th percentile",
)
OLD_DERIVED = replace(DERIVED, value=42_900, release="May 2024")
CHECKED = Provenance(figure="annual_openings", value=900, kind="editor", source="Harbor Board", checked="2026-11")


def linked_document(*known: Provenance, **overrides) -> GuideDocument:
    """A guide that has these figures and no others."""
    values = {row.figure: row.value for row in known if not row.level}
    levels = tuple(SalaryLevel(title=row.level, median=row.value, average=row.value) for row in known if row.level)
    has_pay = bool(levels) or not values.keys() <= {"growth_percent", "annual_openings"}
    facts = KeyFacts(currency="USD" if has_pay else None, **values)
    parts = {"key_facts": facts, "salary_levels": levels, "details": Details(), "related": (), "provenance": known}
    return make_document(**parts | overrides)
