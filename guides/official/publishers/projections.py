"""Employment Projections of the U.S. Bureau of Labor Statistics: tables 1.2 and 1.12 of its workbook."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from guides.official.importing import Found, Skipped, Source, sha256_of
from guides.official.models import Occupation, OutlookFactor, Projection, Release
from guides.official.reading.cells import NONE, number
from guides.official.reading.errors import FileError
from guides.official.reading.tables import Column, Table, find_table
from guides.official.reading.workbooks import Workbook, open_workbook

THOUSANDS = 1_000  # employment and openings are in thousands of jobs
MATRIX, YEARS = r"(?:20\d\d )?National Employment Matrix", r"20\d\d[-–]\d\d"
CODE = re.compile(r"\d\d-\d{4}")
OUTLOOK = (
    Column("title", f"{MATRIX} title", label="National Employment Matrix title"),
    Column("code", f"{MATRIX} code", label="National Employment Matrix code"),
    Column("type", "Occupation type"),
    Column("base", r"Employment, (20\d\d)", label="Employment, first year"),
    Column("target", r"Employment, (20\d\d)", nth=1, label="Employment, last year"),
    Column("change", f"Employment change, numeric, {YEARS}", label="Employment change, numeric"),
    Column("percent", f"Employment change, percent, {YEARS}", label="Employment change, percent"),
    Column("self_employed", r"Percent self employed, 20\d\d", label="Percent self employed"),
    Column("openings", f"Occupational openings, {YEARS} annual average", label="Occupational openings, annual average"),
    Column("education", "Typical education needed for entry"),
    Column("experience", "Work experience in a related occupation"),
    Column("training", "Typical on-the-job training needed to attain competency in the occupation"),
)
FACTORS = (
    Column("title", f"{MATRIX} occupation title", label="National Employment Matrix occupation title"),
    Column("code", f"{MATRIX} occupation code", label="National Employment Matrix occupation code"),
    Column("industry", f"{MATRIX} industry title", label="National Employment Matrix industry title"),
    Column("words", "Factors affecting occupational utilization"),
)
PASSED_OVER = (
    "Employment distribution.*",
    "Median annual wage.*",
    "Related Occupational Outlook.*",
    ".* industry code",
)


def sources(path: Path) -> Iterator[Source]:
    """The two tables of the workbook, as one source. Raises FileError if one is missing."""
    with open_workbook(path) as workbook:
        outlook, factors = (_table(path, workbook, columns) for columns in (OUTLOOK, FACTORS))
        base, target = (int(outlook.name_of(key)[-4:]) for key in ("base", "target"))
        if target <= base:
            raise FileError(f"{path.name} projects employment from {base} to {target}.")
        unknown = outlook.unknown(PASSED_OVER) + factors.unknown(PASSED_OVER)
        rows = chain(_projections(outlook, base, target), _factors(factors))
        release = f"{base}–{target % 100:02}"
        yield Source(path.name, sha256_of(path), release, base, rows, unknown, renames=False)


def _table(path: Path, workbook: Workbook, columns: Iterable[Column]) -> Table:
    errors = []
    for title in workbook.sheets:
        try:
            return find_table(workbook.rows(title), columns)
        except FileError as error:
            errors.append(str(error))
    raise FileError(f"{path.name} has {min(errors, key=len, default='no sheets')}.")


def _projections(table: Table, base: int, target: int) -> Iterator[Found | Skipped]:
    for row in table:
        if not CODE.fullmatch(row["code"]):
            yield Skipped("a note or a blank line")
            continue
        level = _level(row["code"], is_line=row["type"].lower() == "line item")
        occupation = Occupation(code=row["code"], title=row["title"], level=level)
        projection = Projection(
            occupation_id=row["code"],
            base_year=base,
            target_year=target,
            base_employment=number(row["base"], THOUSANDS),
            target_employment=number(row["target"], THOUSANDS),
            change=number(row["change"], THOUSANDS),
            change_percent=number(row["percent"], 10),
            self_employed_percent=number(row["self_employed"], 10),
            openings=number(row["openings"], THOUSANDS),
            education=_words(row["education"]),
            experience=_words(row["experience"]),
            training=_words(row["training"]),
        )
        yield Found(Release.Table.PROJECTIONS, row["code"], projection, (occupation,), rank=level == "detailed")


def _factors(table: Table) -> Iterator[Found | Skipped]:
    for row in table:
        if not CODE.fullmatch(row["code"]):
            yield Skipped("a note or a blank line")
            continue
        occupation = Occupation(code=row["code"], title=row["title"], level=Occupation.Level.DETAILED)
        factor = OutlookFactor(occupation_id=row["code"], industry=row["industry"], words=row["words"])
        key = (row["code"], row["industry"])
        yield Found(Release.Table.OUTLOOK_FACTORS, key, factor, (occupation,))


def _level(code: str, *, is_line: bool) -> str:
    """The level of a code: line items are detailed, or groups in place of their detailed occupations."""
    if is_line:
        return Occupation.Level.DETAILED
    if code == "00-0000":
        return Occupation.Level.TOTAL
    zeros = len(code) - len(code.rstrip("0"))
    return {4: Occupation.Level.MAJOR, 3: Occupation.Level.MINOR, 2: Occupation.Level.MINOR}.get(zeros, "broad")


def _words(cell: str) -> str:
    """Words as published; "None" (no experience or training needed) stays, a dash is no answer."""
    return "" if cell in NONE else cell
