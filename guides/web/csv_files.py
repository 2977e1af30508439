"""Tables as CSV files for spreadsheet programs."""

import csv
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

STARTS_OF_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def csv_response(name: str, head: Sequence[str], rows: Iterable[Iterable[object]]) -> HttpResponse:
    """A file with a header and rows, to be saved under a name; no cell of it runs as a formula.

    UTF-8 with a byte order mark, which spreadsheet programs need to recognize it and readers of CSV skip.
    """
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    response = HttpResponse(content_type="text/csv; charset=utf-8", headers=headers)
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(head)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return response


def safe_cell(cell: object) -> object:
    """A cell that no spreadsheet program runs as a formula: one that looks like it starts with an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(STARTS_OF_FORMULAS) else cell
