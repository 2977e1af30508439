"""Small files in the shapes in which publishers hand out theirs."""

import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

OEWS = (
    *("AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE", "OCC_CODE"),
    *("OCC_TITLE", "O_GROUP", "TOT_EMP", "EMP_PRSE", "JOBS_1000", "LOC_QUOTIENT", "PCT_TOTAL", "PCT_RPT", "H_MEAN"),
    *("A_MEAN", "MEAN_PRSE", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90", "A_PCT10", "A_PCT25", "A_MEDIAN"),
    *("A_PCT75", "A_PCT90", "ANNUAL", "HOURLY"),
)


def column(at: int) -> str:
    """The letters of a column: A, B, …, Z, AA."""
    return chr(65 + at) if at < 26 else column(at // 26 - 1) + chr(65 + at % 26)


def workbook(path: Path, sheets: dict[str, Iterable[Sequence[str]]], *, shared: bool = False) -> Path:
    """Write a workbook whose cells are texts, shared or inline, or numbers where they look like some.

    Blank cells are left out, as spreadsheet programs do.
    """
    texts: dict[str, int] = {}

    def cell(row: int, at: int, text: str) -> str:
        reference = f'r="{column(at)}{row}"'
        if text.replace(".", "", 1).isdigit() and not text.startswith("0"):
            return f"<c {reference}><v>{text}</v></c>"
        if shared:
            return f'<c {reference} t="s"><v>{texts.setdefault(text, len(texts))}</v></c>'
        return f'<c {reference} t="inlineStr"><is><t>{escape(text)}</t></is></c>'

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        names = "".join(f'<sheet name="{escape(name)}" r:id="r{at}"/>' for at, name in enumerate(sheets))
        file.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{names}</sheets></workbook>'
        )
        links = "".join(f'<Relationship Id="r{at}" Target="worksheets/sheet{at}.xml"/>' for at in range(len(sheets)))
        file.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{links}</Relationships>")
        for number, rows in enumerate(sheets.values()):
            body = "".join(
                f'<row r="{at}">{"".join(cell(at, place, text) for place, text in enumerate(row) if text)}</row>'
                for at, row in enumerate(rows, start=1)
            )
            sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'
            file.writestr(f"xl/worksheets/sheet{number}.xml", sheet)
        if texts:
            items = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
            file.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{items}</sst>')
    return path


TOP_PAY = "#  = indicates a wage equal to or greater than $120.00 per hour or $249,600 per year"
TITLES = {"AREA_TITLE": "U.S.", "NAICS_TITLE": "Cross-industry", "I_GROUP": "cross-industry"}
HOURLY = {"H_MEAN": "21.5", "H_PCT10": "15", "H_PCT25": "17.5", "H_MEDIAN": "20", "H_PCT75": "25", "H_PCT90": "30.25"}
ANNUAL = {
    "A_MEAN": "44720",
    "A_PCT10": "31200",
    "A_PCT25": "36400",
    "A_MEDIAN": "41600",
    "A_PCT75": "52000",
    "A_PCT90": "62920",
}


def wage_row(code: str = "43-4051", **cells: str) -> dict[str, str]:
    """A row of a pay file in the nation; `cells` replace some of it. Percentiles lie around $20 an hour."""
    keys = {"AREA": "99", "AREA_TYPE": "1", "PRIM_STATE": "US", "NAICS": "000000", "OWN_CODE": "1235"}
    occupation = {"OCC_CODE": code, "OCC_TITLE": f"Title of {code}", "O_GROUP": "detailed"}
    employment = {"TOT_EMP": "1200", "EMP_PRSE": "0.4", "MEAN_PRSE": "0.2"}
    return keys | TITLES | occupation | employment | HOURLY | ANNUAL | cells


def wages_file(path: Path, *rows: dict[str, str], columns: Sequence[str] = OEWS, shared: bool = False) -> Path:
    """A pay file with its notes, on the year of its name, on a second sheet."""
    year = re.search(r"20\d\d|$", path.name)[0]
    table = [columns, *([row.get(name, "") for name in columns] for row in rows)]
    return workbook(
        path, {"data": table, "Field Descriptions": [[f"May {year} OEWS Estimates"], [TOP_PAY]]}, shared=shared
    )


def tab_delimited(*rows: Sequence[str]) -> str:
    return "".join("\t".join(row) + "\n" for row in rows)
