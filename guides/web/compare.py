"""The comparison of jobs, and the page to choose them on."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from guides.finding.comparing import FEWEST, MOST, Job, compare, find_jobs
from guides.finding.comparing.offers import PAGE_SIZE, Offers, like, option_of
from guides.finding.paging import NumberedPaginator
from guides.official.attribution import sources_of

MOST_ASKED = 12  # jobs to look up
LONGEST_WORDS = 200


@require_safe
def compare_jobs(request: HttpRequest) -> HttpResponse:
    """Compare two to four jobs, or show the page to choose them; `find` and `page` list more."""
    asked = request.GET.getlist("roles")
    keys = list(dict.fromkeys(key for value in asked for key in value.split(",") if key))[:MOST_ASKED]
    if any("," in value for value in asked):
        return redirect(f"{reverse('compare')}?{urlencode({'roles': keys}, doseq=True)}")
    chosen, unknown = find_jobs(keys)
    if {"find", "page"} & request.GET.keys() or not FEWEST <= len(chosen) <= MOST:
        return choose(request, chosen, unknown)
    comparison = compare(chosen, request.GET.get("currency"))
    context = {
        "comparison": comparison,
        "query": roles_query(chosen),
        "unknown": unknown,
        "most": MOST,
        "sources": sources_of(comparison.releases, settings.SITE_NAME),
    }
    return render(request, "guides/compare.html", context)


def choose(request: HttpRequest, chosen: list[Job], unknown: list[str]) -> HttpResponse:
    words = request.GET.get("title", "").replace("\0", "")[:LONGEST_WORDS].strip()
    offers = Offers(words, frozenset(job.key for job in chosen))
    page = NumberedPaginator(offers, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "chosen": [option_of(job) for job in chosen],
        "unknown": unknown,
        "similar": like(chosen) if chosen and not words and page.number == 1 else [],
        "page": page,
        "words": words,
        "fewest": FEWEST,
        "most": MOST,
        "too_many": max(len(chosen) - MOST, 0),
    }
    return render(request, "guides/compare_choose.html", context, status=404 if unknown and not chosen else 200)


def roles_query(jobs: list[Job]) -> QueryDict:
    return QueryDict(urlencode({"roles": [job.key for job in jobs]}, doseq=True))
