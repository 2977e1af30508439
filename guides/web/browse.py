"""Browsing guides: the list with its filters, and drafts."""

from dataclasses import replace

from django.db.models import Count, Min
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guides.finding.browsing import PAGE_SIZE, Browser
from guides.finding.drafts import draft_page
from guides.finding.fields import live_fields
from guides.finding.filters import NOT_STATED
from guides.finding.paging import NumberedPaginator, query_of
from guides.models import RelatedRoleIndex
from guides.pages import field_view, list_rows
from guides.pages.lists import FieldView

MOST_DRAFTS = 60  # on the list of guides


@require_safe
def guide_list(request: HttpRequest) -> HttpResponse:
    browser = Browser.read(request.GET)
    page = NumberedPaginator(browser.guides(), PAGE_SIZE).get_page(request.GET.get("page"))
    is_start = not browser.active and page.number == 1
    context = {
        "browser": browser,
        "field": _field(browser),
        "page": page,
        "guides": list_rows(page, browser.currency),
        "drafts": drafts() if is_start else (),
        "most_drafts": MOST_DRAFTS,
        "query": query_of(browser.query, page.number),
        "canonical": replace(browser, currency="").query,
    }
    return render(request, "guides/guide_list.html", context)


def _field(browser: Browser) -> FieldView | None:
    """The field that the list is filtered by."""
    name = browser.chosen.get("category", NOT_STATED)
    fields = live_fields() if name != NOT_STATED else ()
    return next((field_view(field) for field in fields if field.name == name), None)


def drafts() -> list[dict[str, str]]:
    """Return the slugs and titles of related roles without a live guide, those in the most guides first."""
    roles = RelatedRoleIndex.objects.drafts().order_by().values("slug")
    return list(roles.annotate(title=Min("title"), guides=Count("pk")).order_by("-guides", "title"))


def draft(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the page of a role without a live guide. Raises Http404 if no live guide lists it as related."""
    page = draft_page(slug)
    if page is None:
        raise Http404
    return render(request, "guides/preparation.html", {"page": page})
