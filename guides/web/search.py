"""The page of search results, and suggestions for the search field."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guides.document.figures import CURRENCIES
from guides.document.numbers import whole_number
from guides.finding.paging import NumberedPaginator, query_of
from guides.finding.search import LONGEST_QUERY, PAGE, search, suggest
from guides.pages.pay import pay_views
from guides.web.programs import for_programs

HIGHEST_PAGE = 10_000  # higher numbers in the query string count as this one


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
    }
    return render(request, "guides/search.html", context)


@for_programs
@require_safe
def search_suggestions(request: HttpRequest) -> HttpResponse:
    """Return the options to show under the search field."""
    response = render(request, "guides/suggestions.html", {"suggestions": suggest(request.GET.get("q", ""))})
    response["X-Robots-Tag"] = "noindex"
    return response
