"""Pay of an occupation by place: the page, and the table as a file for spreadsheets."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guides.finding.pay_by_place import FEWEST_JOBS, PlaceTables
from guides.official.attribution import attribution_of, sources_of
from guides.official.places import MOST_INDUSTRIES, pay_of
from guides.web.csv_files import csv_response
from guides.web.occupations import redirect_or_unknown
from guides.web.pay_files import HEAD, TABLES, pay_rows
from guides.web.programs import for_programs
from guides.web.sorting import sortable

LABELS = {
    "place": "Place",
    "median": "Median",
    "prices": "Median at average US prices",
    "jobs": "Jobs",
    "common": "How common",
}


@require_safe
def occupation_pay(request: HttpRequest, code: str) -> HttpResponse:
    pay = pay_of(code)
    if pay is None:
        return redirect_or_unknown(request, code)
    tables = PlaceTables(pay, request.GET)
    columns = [sortable(key, label, tables.sort, down_first=key != "place") for key, label in LABELS.items()]
    context = {
        "pay": pay,
        "tables": tables,
        "columns": {column.key: column for column in columns},
        "fewest_jobs": FEWEST_JOBS,
        "most_industries": MOST_INDUSTRIES,
        "attributions": {table: attribution_of(release) for table, release in pay.releases.items()},
        "sources": sources_of(pay.shown_releases, settings.SITE_NAME),
    }
    return render(request, "occupations/pay.html", context)


@for_programs
@require_safe
def occupation_pay_csv(request: HttpRequest, code: str) -> HttpResponse:
    """Return all rows in all units, or with `table` those of one table."""
    table = request.GET.get("table", "")
    pay = pay_of(code)
    if pay is None or (table and table not in TABLES):
        raise Http404
    name = "-".join(filter(None, ["pay", code, table]))
    return csv_response(name, HEAD, pay_rows(pay, table))
