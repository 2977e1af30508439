"""Regional price parities by state of the U.S. Bureau of Economic Analysis (table SARPP)."""

import re
from collections.abc import Iterator
from pathlib import Path

from guides.official.importing import Found, Skipped, Source, sha256_of
from guides.official.models import Area, PriceLevel, Release
from guides.official.models.places import NATION
from guides.official.reading.cells import number
from guides.official.reading.errors import FileError
from guides.official.reading.tables import Column, comma_separated_rows, find_table

ALL_ITEMS = "5"  # the LineCode of the parity of all items
NOT_PUBLISHED = ("", "(NA)", "(D)", "(L)", "(NM)")
COLUMNS = tuple(Column(name, name) for name in ("GeoFIPS", "GeoName", "LineCode"))
PASSED_OVER = ("Region", "TableName", "IndustryClassification", "Description", "Unit", r"\d{4}")
YEAR = re.compile(r"\d{4}")


def sources(path: Path) -> Iterator[Source]:
    """The newest year of the table. Raises FileError if there is none."""
    with path.open("rb") as file:
        rows = comma_separated_rows(file)
        header = next(rows, [])
        year = max((name for name in header if YEAR.fullmatch(name)), default="")
        if not year:
            raise FileError(f"{path.name} has no column of a year.")
        table = find_table((row for row in (header, *rows)), (*COLUMNS, Column("value", year)))
        yield Source(path.name, sha256_of(path), year, int(year), _rows(table), table.unknown(PASSED_OVER))


def _rows(table) -> Iterator[Found | Skipped]:
    for row in table:
        fips = row["GeoFIPS"].strip()
        if row["LineCode"] != ALL_ITEMS or not re.fullmatch(r"\d\d000", fips):
            yield Skipped("another measure or a note")
            continue
        code = NATION if fips == "00000" else fips[:2]
        kind = Area.Kind.NATION if code == NATION else Area.Kind.STATE
        area = Area(code=code, name=row["GeoName"], kind=kind)
        if row["value"] in NOT_PUBLISHED:
            yield Skipped("no value")
            continue
        level = PriceLevel(area_id=code, parity=number(row["value"], 1000))
        yield Found(Release.Table.STATE_PRICES, code, level, (area,))
