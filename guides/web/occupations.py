"""Official occupations: the list, and the page of one."""

import re
from collections.abc import Sequence
from typing import Protocol

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotFound
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from guides.finding.covering import guides_covering
from guides.finding.occupation_list import PAGE_SIZE, OccupationList
from guides.finding.paging import NumberedPaginator, query_of
from guides.official.attribution import sources_of
from guides.official.models import Occupation
from guides.official.occupations import occupation_page
from guides.official.outlook import BANDS
from guides.pages.occupation import occupation_view
from guides.pages.structured_data import occupation_data
from guides.web.csv_files import csv_response
from guides.web.guides import with_query
from guides.web.occupation_files import HEAD, LIST_HEAD, TABLES, list_rows, occupation_rows
from guides.web.programs import for_programs

SOC_CODE = re.compile(r"[0-9]{2}-[0-9]{4}")
CODE = re.compile(rf"{SOC_CODE.pattern}\.[0-9]{{2}}")
TITLES_ON_A_PAGE = 300  # one occupation has thousands of alternate titles


@require_safe
def occupation_list(request: HttpRequest) -> HttpResponse:
    listing = OccupationList.read(request.GET)
    page = NumberedPaginator(listing.rows, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "listing": listing,
        "page": page,
        "sections": listing.sections(page),
        "bands": BANDS,
        "sources": sources_of(listing.sources, settings.SITE_NAME),
    }
    return render(request, "occupations/occupation_list.html", context)


@for_programs
@require_safe
def occupation_list_csv(request: HttpRequest) -> HttpResponse:
    """Return all occupations of the list under its search, filters and sort order."""
    listing = OccupationList.read(request.GET)
    if listing.ignored:
        return unknown_filters(listing)
    return csv_response("occupations", LIST_HEAD, list_rows(listing, request.build_absolute_uri))


class Listing(Protocol):
    """A list as its address says, with what is unknown in it."""

    @property
    def ignored(self) -> Sequence[str]: ...


def unknown_filters(listing: Listing) -> HttpResponse:
    """Refuse a file: unlike a page, it cannot tell that a part of its address was ignored."""
    response = HttpResponseNotFound()
    response.failure = f"Unknown in this address: {', '.join(f'“{words}”' for words in listing.ignored)}."
    return response


@require_safe
def occupation(request: HttpRequest, code: str) -> HttpResponse:
    page = occupation_page(code) if CODE.fullmatch(code) else None
    if page is None:
        return redirect_or_unknown(request, code)
    view = occupation_view(page)
    context = {
        "view": view,
        "guides": guides_covering(code),
        "titles": NumberedPaginator(page.alternate_titles, TITLES_ON_A_PAGE).get_page(request.GET.get("page")),
        "query": query_of({}),
        "structured_data": occupation_data(view, address=request.build_absolute_uri(request.path)),
    }
    return render(request, "occupations/occupation.html", context)


@for_programs
@require_safe
def occupation_csv(request: HttpRequest, code: str) -> HttpResponse:
    """Return the rows of all tables of an occupation's page, or with `table` those of one."""
    table = request.GET.get("table", "")
    page = occupation_page(code)
    if page is None or (table and table not in TABLES):
        raise Http404
    name = "-".join(filter(None, ["occupation", code, table]))
    return csv_response(name, HEAD, occupation_rows(page, table))


def redirect_or_unknown(request: HttpRequest, code: str) -> HttpResponse:
    """Redirect a SOC code, such as 43-4051, to its O*NET occupation, else say that there is none."""
    whole = f"{code}.00"
    if SOC_CODE.fullmatch(code) and Occupation.objects.filter(code=whole, level=Occupation.Level.ONET).exists():
        match = request.resolver_match
        address = reverse(match.view_name, kwargs={**match.kwargs, "code": whole})
        return redirect(with_query(request, address), permanent=True)
    return render(request, "occupations/unknown.html", {"code": code}, status=404)
