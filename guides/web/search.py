"""The page of search results, and suggestions for the search field."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guides.document.figures import CURRENCIES
from guides.document.numbers import whole_number
from guides.finding.occupations import find_occupations
from guides.finding.paging import NumberedPaginator, query_of
from guides.finding.search import LONGEST_QUERY, PAGE, search, suggest
from guides.official.attribution import onet_attribution
from guides.official.models import Release
from guides.official.releases import WITH_TITLES
from guides.pages.pay import pay_views
from guides.web.programs import for_programs

HIGHEST_PAGE = 10_000  # higher numbers in the query string count as this one
MOST_OCCUPATIONS, MOST_SUGGESTED_OCCUPATIONS = 5, 3


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    number = min(whole_number(request.GET.get("page")) or 1, HIGHEST_PAGE)
    results = search(request.GET.get("q", ""), offset=(number - 1) * PAGE)
    page = NumberedPaginator(range(results.total), PAGE).get_page(number)
    currency = request.GET.get("currency")
    scale, pays = pay_views((hit.guide for hit in results.hits), currency)
    parameters = query_of({"q": results.query.text, "currency": currency if currency in CURRENCIES else ""})
    context = {
        "results": results,
        "hits": list(zip(results.hits, pays, strict=True)),
        "scale": scale,
        "page": page,
        "longest": LONGEST_QUERY,
        "parameters": parameters,
        "query": query_of(parameters, page.number),
        **(_occupations(results.query.text) if number == 1 else {}),
    }
    return render(request, "guides/search.html", context)


def _occupations(text: str) -> dict[str, object]:
    """The official occupations that are found, below the guides."""
    found = find_occupations(text, MOST_OCCUPATIONS + 1)
    if not found:
        return {}
    releases = Release.objects.current().filter(table__in=WITH_TITLES)
    return {
        "occupations": found[:MOST_OCCUPATIONS],
        "has_more_occupations": len(found) > MOST_OCCUPATIONS,
        "occupation_source": onet_attribution(releases, settings.SITE_NAME),
    }


@for_programs
@require_safe
def search_suggestions(request: HttpRequest) -> HttpResponse:
    """Return the options to show under the search field."""
    text = request.GET.get("q", "")
    context = {"suggestions": suggest(text), "occupations": find_occupations(text, MOST_SUGGESTED_OCCUPATIONS)}
    response = render(request, "guides/suggestions.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response
