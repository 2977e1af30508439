"""Occupational Employment and Wage Statistics of the U.S. Bureau of Labor Statistics.

The layout of its files is described in each file on the sheet “Field Descriptions”.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

from django.utils import timezone

from guides.official.importing import Found, Skipped, Source, sha256_of
from guides.official.models import Area, Industry, Occupation, Release, Wage
from guides.official.models.places import NATION
from guides.official.models.wages import ALL_INDUSTRIES, NOT_APPLICABLE, PUBLISHED, TOP_CODED, WITHHELD
from guides.official.reading.cells import number
from guides.official.reading.errors import FileError
from guides.official.reading.tables import Column, Table, find_table
from guides.official.reading.workbooks import Workbook, open_workbook

MEASURES = ("MEAN", "PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90")
HOURLY, ANNUAL = (tuple(f"{unit}_{measure}" for measure in MEASURES) for unit in "HA")
COLUMNS = (
    *(Column(name, name) for name in ("AREA", "AREA_TITLE", "NAICS", "NAICS_TITLE", "OCC_CODE", "OCC_TITLE")),
    *(Column(name, name) for name in ("O_GROUP", "TOT_EMP", "EMP_PRSE", "MEAN_PRSE", *HOURLY, *ANNUAL)),
    *(Column(name, name, optional=True) for name in ("PRIM_STATE", "OWN_CODE", "JOBS_1000", "LOC_QUOTIENT")),
    *(Column(name, name, optional=True) for name in ("ANNUAL", "HOURLY")),
)
PASSED_OVER = ("AREA_TYPE", "I_GROUP", "PCT_TOTAL", "PCT_RPT")
NOT_RELEASED = (WITHHELD, "**", "~")  # pay, employment, a share too small to be shown: in whatever column
ALL_PRIVATE = "000001"
LEVELS = {level.value for level in Occupation.Level} - {Occupation.Level.ONET}
ALL_OWNERS = "1235"  # private, federal, state and local
FIELDS = ("mean", "p10", "p25", "p50", "p75", "p90")
FIRST_NONMETRO = 100_000  # AREA_TYPE is not reliable
TOP_PAY = re.compile(r"equal to or greater than \$([\d.,]+) per hour or \$([\d,]+) per year")
TOP_PAY_BEFORE_2022, TOP_PAY_SINCE_2022 = (100_00, 208_000), (115_00, 239_200)  # for files without notes
LONGEST_NOTES = 100  # rows
NOTED_YEAR = re.compile(r"May (20\d\d)\b")
FIRST_YEAR = 2000
CODE = re.compile(r"\d\d-\d{4}")
YEAR = re.compile(r"M(20\d\d)|(?:^|\D)(20\d\d)(?:\D|$)")


def sources(path: Path, year: int | None = None) -> Iterator[Source]:
    """The table of a workbook, on whichever sheet it is. Raises FileError if there is none."""
    year = _year_of(path) if year is None else year
    if not FIRST_YEAR <= year <= timezone.now().year:
        raise FileError(f"{path.name} would be a release of May {year}, and there is none.")
    with open_workbook(path) as workbook:
        top_pay = _top_pay(path, workbook, year)
        errors = []
        for title in workbook.sheets:
            try:
                table = find_table(workbook.rows(title), COLUMNS)
            except FileError as error:
                errors.append(f"{title}: {error}")
                continue
            yield Source(
                name=path.name,
                sha256=sha256_of(path),
                release=f"May {year}",
                position=year * 100 + 5,
                rows=_rows(table),
                unknown_columns=table.unknown(PASSED_OVER),
                top_pay=top_pay,
            )
            return
    raise FileError(f"{path.name} has no sheet of figures. {errors[0] if errors else 'It has no sheets.'}")


def _top_pay(path: Path, workbook: Workbook, year: int) -> tuple[int, int]:
    """The hourly pay in cents and the yearly pay from which on a file has `#`: by its own notes, else by its year.

    Raises FileError if the notes are about another year.
    """
    for title in workbook.sheets:
        for row in islice(workbook.rows(title), LONGEST_NOTES):
            if (noted := NOTED_YEAR.match(row[0])) and int(noted[1]) != year:
                raise FileError(f"{path.name} is about May {noted[1]} by its notes, not about May {year}.")
            if match := TOP_PAY.search(" ".join(row)):
                return number(match[1], 100) or 0, number(match[2]) or 0
    return TOP_PAY_BEFORE_2022 if year < 2022 else TOP_PAY_SINCE_2022


def _year_of(path: Path) -> int:
    match = YEAR.search(path.stem)
    if match is None:
        raise FileError(f"{path.name} does not say its year in its name; give it with --year.")
    return int(match[1] or match[2])


def _rows(table: Table) -> Iterator[Found | Skipped]:
    for row in table:
        if not row["OCC_CODE"]:
            yield Skipped("no occupation code")
        elif row.get("OWN_CODE", ALL_OWNERS) not in (ALL_OWNERS, "") or row["NAICS"] == ALL_PRIVATE:
            yield Skipped("not all owners")
        elif row["O_GROUP"].lower() not in LEVELS:
            yield Skipped("an unknown group of occupations")
        elif not CODE.fullmatch(row["OCC_CODE"]):
            raise FileError(f"“{row['OCC_CODE'][:40]}” is no occupation code")
        else:
            yield _found(row)


def _found(row: dict[str, str]) -> Found:
    area = _area(row["AREA"], row["AREA_TITLE"], row.get("PRIM_STATE", "")[:2])
    occupation = _occupation(row["OCC_CODE"], row["OCC_TITLE"], row["O_GROUP"].lower())
    industry = row["NAICS"] or ALL_INDUSTRIES
    annual_only, hourly_only = row.get("ANNUAL", "").upper() == "TRUE", row.get("HOURLY", "").upper() == "TRUE"
    hourly, hourly_flags = _pay(row, HOURLY, 100, not_applicable=annual_only)
    annual, annual_flags = _pay(row, ANNUAL, 1, not_applicable=hourly_only)
    wage = Wage(
        area_id=area.code,
        industry_id=industry,
        occupation_id=occupation.code,
        employment=_count(row["TOT_EMP"]),
        employment_error=_count(row["EMP_PRSE"], 10),
        jobs_per_1000=_count(row.get("JOBS_1000", ""), 1000),
        location_quotient=_count(row.get("LOC_QUOTIENT", ""), 100),
        mean_error=_count(row["MEAN_PRSE"], 10),
        hourly_flags=hourly_flags,
        annual_flags=annual_flags,
        **{f"hourly_{field}": value for field, value in zip(FIELDS, hourly, strict=True)},
        **{f"annual_{field}": value for field, value in zip(FIELDS, annual, strict=True)},
    )
    flags = hourly_flags + annual_flags
    told = [name for sign, name in ((WITHHELD, "withheld"), (TOP_CODED, "top-coded")) if sign in flags]
    key = (occupation.code, area.code, industry)
    rank = 1 if occupation.level == Occupation.Level.DETAILED else 0
    parts = (occupation, area, _industry(industry, row["NAICS_TITLE"]))
    return Found(_table_of(area, industry), key, wage, parts, told, rank)


def _table_of(area: Area, industry: str) -> str:
    if industry != ALL_INDUSTRIES:
        return Release.Table.INDUSTRY_WAGES
    if area.kind in (Area.Kind.METRO, Area.Kind.NONMETRO):
        return Release.Table.METRO_WAGES
    return Release.Table.NATIONAL_WAGES if area.kind == Area.Kind.NATION else Release.Table.STATE_WAGES


# The same few hundred occupations, areas and industries are named in every row of a file.
@lru_cache(maxsize=4096)
def _occupation(code: str, title: str, level: str) -> Occupation:
    return Occupation(code=code, title=title, level=level)


@lru_cache(maxsize=4096)
def _industry(code: str, title: str) -> Industry:
    return Industry(code=code, title=title)


@lru_cache(maxsize=4096)
def _area(cell: str, name: str, state: str) -> Area:
    """The area of a row, whose code may be text or a number: 6, 6.0, `06`, 41860, `0041860`."""
    code = number(cell)
    if code is None or not 0 < code < 10_000_000:
        raise FileError(f"“{cell[:40]}” is no area code")
    if code == int(NATION):
        return Area(code=NATION, name=name, kind=Area.Kind.NATION)
    if code < int(NATION):
        return Area(code=f"{code:02}", name=name, kind=Area.Kind.STATE, state=state)
    kind = Area.Kind.METRO if code < FIRST_NONMETRO else Area.Kind.NONMETRO
    return Area(code=f"{code:07}", name=name, kind=kind, state=state)


def _pay(
    row: dict[str, str], columns: tuple[str, ...], scale: int, *, not_applicable: bool
) -> tuple[list[int | None], str]:
    """The figures of one unit of pay and their flags. A blank means not applicable: some files have no columns for
    it and leave the unit out in which an occupation is not paid."""
    values: list[int | None] = []
    flags = ""
    for name in columns:
        cell = WITHHELD if row[name] in NOT_RELEASED else row[name]
        is_figure = cell not in (WITHHELD, TOP_CODED, "")
        values.append(number(cell, scale) if is_figure else None)
        if values[-1] is not None:
            flags += PUBLISHED
        elif cell == WITHHELD and not not_applicable:
            flags += WITHHELD
        else:
            flags += TOP_CODED if cell == TOP_CODED else NOT_APPLICABLE
    return values, "" if flags == PUBLISHED * len(columns) else flags


def _count(cell: str, scale: int = 1) -> int | None:
    """An employment figure or an error of one."""
    return None if cell in NOT_RELEASED or cell == TOP_CODED else number(cell, scale)
