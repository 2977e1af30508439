"""Pay of an occupation by place: the page, and the table as a file for spreadsheets."""

import csv

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from guides.finding.pay_by_place import FEWEST_JOBS, PlaceTables
from guides.official.attribution import attribution_of
from guides.official.models import Occupation
from guides.official.places import PayByPlace
from guides.official.words import PER
from guides.web.guides import with_query
from guides.web.pay_files import HEAD, TABLES, pay_rows
from guides.web.sorting import sortable

LABELS = {
    "place": "Place",
    "median": "Median",
    "prices": "Median at average US prices",
    "jobs": "Jobs",
    "common": "How common",
}


def pay_of(code: str) -> PayByPlace:
    """Return the pay of an O*NET occupation. Raises Http404."""
    occupations = Occupation.objects.filter(level=Occupation.Level.ONET).select_related("paid_as")
    occupation = occupations.filter(code=code).first()
    if occupation is None:
        raise Http404
    return PayByPlace(occupation)


@require_safe
def occupation_pay(request: HttpRequest, code: str) -> HttpResponse:
    """Show pay by place; a SOC code redirects to its O*NET occupation."""
    if "." not in code:
        return redirect(with_query(request, reverse("occupation_pay", args=(f"{code}.00",))), permanent=True)
    pay = pay_of(code)
    tables = PlaceTables(pay, request.GET)
    columns = [sortable(key, label, tables.sort, down_first=key != "place") for key, label in LABELS.items()]
    context = {
        "pay": pay,
        "tables": tables,
        "columns": {column.key: column for column in columns},
        "per": PER[tables.unit],
        "fewest_jobs": FEWEST_JOBS,
        "attributions": {table: attribution_of(release) for table, release in pay.releases.items()},
    }
    return render(request, "occupations/pay.html", context)


@require_safe
def occupation_pay_csv(request: HttpRequest, code: str) -> HttpResponse:
    """Return all rows in all units, or with `table` those of one table.

    UTF-8 with a byte order mark, which spreadsheet programs need to recognize it and readers of CSV skip.
    """
    table = request.GET.get("table", "")
    if table and table not in TABLES:
        raise Http404
    name = "-".join(filter(None, ["pay", code, table]))
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    response = HttpResponse(content_type="text/csv; charset=utf-8", headers=headers)
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(HEAD)
    writer.writerows(pay_rows(pay_of(code), table))
    return response
