"""Finding a guide without a title in mind: home, the list with its filters, and roles whose guide is in preparation."""

from django.db.models import Count, Min
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guides.finding.browsing import PAGE_SIZE, Browser
from guides.finding.paging import NumberedPaginator, query_of
from guides.finding.preparation import preparation_page
from guides.models import GuideIndex, RelatedRoleIndex
from guides.pages import list_rows

MOST_IN_PREPARATION = 60  # named on the list of guides, those first that most guides name


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    page = NumberedPaginator(GuideIndex.objects.live(), PAGE_SIZE).page(1)
    return render(request, "guides/home.html", {"guides": list_rows(page), "total": page.paginator.count})


@require_safe
def guide_list(request: HttpRequest) -> HttpResponse:
    browser = Browser.read(request.GET)
    page = NumberedPaginator(browser.guides(), PAGE_SIZE).get_page(request.GET.get("page"))
    is_start = not browser.active and page.number == 1
    context = {
        "browser": browser,
        "page": page,
        "guides": list_rows(page),
        "in_preparation": roles_in_preparation() if is_start else (),
        "most_in_preparation": MOST_IN_PREPARATION,
        "canonical_query": query_of(browser.query, page.number).urlencode(),
    }
    return render(request, "guides/guide_list.html", context)


def roles_in_preparation() -> list[dict[str, str]]:
    """Roles that live guides name and that have none, by slug and title, those first that most guides name."""
    roles = RelatedRoleIndex.objects.in_preparation().order_by().values("slug")
    return list(roles.annotate(title=Min("title"), guides=Count("pk")).order_by("-guides", "title"))


def role_in_preparation(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a role that live guides name and that has none. Raises Http404 where none names it."""
    page = preparation_page(slug)
    if page is None:
        raise Http404
    return render(request, "guides/preparation.html", {"page": page})
