"""The page of search results, and suggestions for the search field."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guides.document.figures import CURRENCIES
from guides.finding.fields import live_fields
from guides.finding.occupation_list import TABLES
from guides.finding.occupations import find_occupations
from guides.finding.overview import live_numbers
from guides.finding.paging import NumberedPaginator, query_of
from guides.finding.search import LONGEST_QUERY, PAGE, SearchResults, search, suggest
from guides.finding.search.filtering import ResultFilters
from guides.official.attribution import sources_of
from guides.official.releases import current_releases
from guides.official.summaries import summaries
from guides.pages import list_rows
from guides.pages.home import field_cards
from guides.web.programs import for_programs

MOST_OCCUPATIONS = 5
MOST_FIELDS = 24


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    results = search(request.GET.get("q", ""))
    filters = ResultFilters.read(request.GET, results.revisions) if results.total else None
    kept = filters.revisions if filters else []
    page = NumberedPaginator(kept, PAGE).get_page(request.GET.get("page"))
    hits = results.hits(page.object_list) if kept else ()
    currency = request.GET.get("currency", "")
    rows = list_rows((hit.guide for hit in hits), currency)
    asked = {"q": results.query.text, "currency": currency if currency in CURRENCIES else ""}
    parameters = query_of({**asked, **(filters.chosen if filters else {})})
    context = {
        "results": results,
        "filters": filters,
        "page": page,
        "guides": rows,
        "hits": list(zip(hits, rows.rows, strict=True)),
        "longest": LONGEST_QUERY,
        "parameters": parameters,
        "query": query_of(parameters, page.number),
        **(_occupations(results.query.text) if page.number == 1 and not (filters and filters.chosen) else {}),
        **_ways_on(results),
    }
    return render(request, "guides/search.html", context)


def _occupations(text: str) -> dict[str, object]:
    """The official occupations that are found, below the guides, with the few figures of rows."""
    found = find_occupations(text, MOST_OCCUPATIONS + 1)
    shown = found[:MOST_OCCUPATIONS]
    if not shown:
        return {}
    releases = current_releases()
    rows = {row.code: row for row in summaries(releases, [match.code for match in shown])}
    sources = [releases[table] for table in TABLES if table in releases]
    return {
        "occupations": [(match, rows.get(match.code)) for match in shown],
        "has_more_occupations": len(found) > MOST_OCCUPATIONS,
        "occupation_sources": sources_of(sources, settings.SITE_NAME),
    }


def _ways_on(results: SearchResults) -> dict[str, object]:
    """The fields, if there are no guides to show, and for an empty search which filters find some."""
    if results.total:
        return {}
    fields = live_fields()
    return {
        "fields": field_cards(fields[:MOST_FIELDS]),
        "more_fields": len(fields) > MOST_FIELDS,
        "numbers": None if results.query.words else live_numbers(),
    }


@for_programs
@require_safe
def search_suggestions(request: HttpRequest) -> HttpResponse:
    """Return the options to show under the search field."""
    text = request.GET.get("q", "")
    response = render(request, "guides/suggestions.html", {"text": text.strip(), "found": suggest(text)})
    response["X-Robots-Tag"] = "noindex"
    return response
