"""The page of search results, and suggestions for the search field."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from guides.document.numbers import whole_number
from guides.finding.paging import NumberedPaginator
from guides.finding.search import LONGEST_QUERY, PAGE, search, suggest
from guides.web.programs import for_programs

HIGHEST_PAGE = 10_000  # higher numbers in the query string count as this one


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    number = min(whole_number(request.GET.get("page")) or 1, HIGHEST_PAGE)
    results = search(request.GET.get("q", ""), offset=(number - 1) * PAGE)
    page = NumberedPaginator(range(results.total), PAGE).get_page(number)
    parameters = QueryDict(urlencode({"q": results.query.text}))
    context = {"results": results, "page": page, "longest": LONGEST_QUERY, "parameters": parameters}
    return render(request, "guides/search.html", context)


@for_programs
@require_safe
def search_suggestions(request: HttpRequest) -> HttpResponse:
    """Return the options to show under the search field."""
    response = render(request, "guides/suggestions.html", {"suggestions": suggest(request.GET.get("q", ""))})
    response["X-Robots-Tag"] = "noindex"
    return response
