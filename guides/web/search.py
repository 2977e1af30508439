"""The page of search results, and suggestions for the search field."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guides.finding.fields import live_fields
from guides.finding.occupation_list import TABLES, Row
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
    filters = ResultFilters.read(request.GET, results)
    page = NumberedPaginator(filters.revisions, PAGE).get_page(request.GET.get("page"))
    hits = results.hits(page.object_list)
    guides = list_rows((hit.guide for hit in hits), filters.parameters["currency"])
    context = {
        "results": results,
        "filters": filters,
        "page": page,
        "guides": guides,
        "hits": list(zip(hits, guides.rows, strict=True)),
        "longest": LONGEST_QUERY,
        "query": query_of(filters.query, page.number),
        **(_occupations(results.query.text) if page.number == 1 and not filters.chosen else {}),
        **({} if results.total else _ways_on(results)),
    }
    return render(request, "guides/search.html", context)


def _occupations(text: str) -> dict[str, object]:
    """The official occupations that are found, below the guides."""
    found = find_occupations(text, MOST_OCCUPATIONS + 1)
    shown = {match.code: match for match in found[:MOST_OCCUPATIONS]}
    if not shown:
        return {}
    releases = current_releases()
    summarized = {summary.code: summary for summary in summaries(releases, shown)}
    sources = [releases[table] for table in TABLES if table in releases]
    return {
        "occupations": [Row(summarized[code], match) for code, match in shown.items() if code in summarized],
        "has_more_occupations": len(found) > MOST_OCCUPATIONS,
        "occupation_sources": sources_of(sources, settings.SITE_NAME),
    }


def _ways_on(results: SearchResults) -> dict[str, object]:
    """The fields, and for an empty search the numbers of guides for examples of filters."""
    fields = live_fields()
    return {
        "fields": field_cards(fields[:MOST_FIELDS]),
        "field_number": len(fields),
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
