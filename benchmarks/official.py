"""Import of a full file of metropolitan areas: seconds and memory of the command, against 60 s and 300 MB.

Run it as `.venv/bin/python benchmarks/official.py`. The file has the official layout and synthetic figures.
"""

import os
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

ROWS, AREAS = 198_287, 528
MOST_SECONDS, MOST_MEGABYTES = 60, 300


def main() -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "MSA_M2025_dl.xlsx"
        write_file(path)
        environment = {**os.environ, "DATABASE_URL": f"sqlite:///{folder}/official.sqlite3"}
        run("migrate", "-v0", environment=environment)
        started = time.perf_counter()
        run("import_oews", str(path), environment=environment)
        seconds = time.perf_counter() - started
        megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{ROWS:,} rows, {path.stat().st_size / 1024**2:.0f} MB packed")
        print(f"{seconds:.0f} s, {seconds / MOST_SECONDS:.2f} of {MOST_SECONDS} s")
        print(f"{megabytes:.0f} MB, {megabytes / MOST_MEGABYTES:.2f} of {MOST_MEGABYTES} MB")


def run(*arguments: str, environment: dict[str, str]) -> None:
    subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, check=True)


def write_file(path: Path) -> None:
    """Write a workbook with inline texts, row by row."""
    from tests.official.files import MAIN, column

    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        sheets = '<sheets><sheet name="MSA" r:id="r1"/></sheets>'
        file.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{links}">{sheets}</workbook>')
        target = '<Relationship Id="r1" Target="worksheets/sheet1.xml"/>'
        file.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{target}</Relationships>")
        with file.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            for number, row in enumerate(rows(), start=1):
                cells = "".join(cell(f"{column(at)}{number}", text) for at, text in enumerate(row) if text)
                sheet.write(f'<row r="{number}">{cells}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")


def rows() -> Iterator[list[str]]:
    from tests.official.files import OEWS, wage_row

    yield list(OEWS)
    for number in range(ROWS):
        area, occupation = number % AREAS, number // AREAS
        code = f"{11 + occupation % 43:02}-{1000 + occupation:04}"
        place = {"AREA": str(10_000 + 20 * area), "AREA_TITLE": f"Town {area}"}
        row = wage_row(code, **place, JOBS_1000="1.5", LOC_QUOTIENT="0.9")
        yield [row.get(name, "") for name in OEWS]


def cell(reference: str, text: str) -> str:
    if text.replace(".", "", 1).isdigit():
        return f'<c r="{reference}"><v>{text}</v></c>'
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


if __name__ == "__main__":
    main()
