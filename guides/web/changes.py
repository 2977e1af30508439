"""What changed in a guide: every version that readers could see."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guides.finding.paging import NumberedPaginator, query_of
from guides.models import Correction, LiveInterval
from guides.pages.changes import version
from guides.web.guides import live_revision, redirect_to_current

VERSIONS_ON_A_PAGE = 10


@require_safe
def guide_changes(request: HttpRequest, slug: str) -> HttpResponse:
    """The versions of a live guide, the newest first; withdrawn ones are left out."""
    revision = live_revision(slug)
    if revision is None:
        return redirect_to_current(request, slug)
    intervals = LiveInterval.objects.begun().filter(role=revision.role_id, revision__withdrawal=None)
    intervals = intervals.select_related("revision").order_by("-live_from")
    page = NumberedPaginator(intervals, VERSIONS_ON_A_PAGE).get_page(request.GET.get("page"))
    shown = list(intervals[page.start_index() - 1 : page.end_index() + 1])  # with the one before the last
    earlier = [interval.revision.guide for interval in shown[1:]] + [None]
    versions = [
        version(interval.live_from, interval.live_until, interval.revision.guide, before)
        for interval, before in zip(shown, earlier, strict=True)
    ]
    page.object_list = versions[:VERSIONS_ON_A_PAGE]
    context = {"guide": revision.guide, "corrections": Correction.objects.filter(role=revision.role_id).count()}
    return render(request, "guides/changes.html", {**context, "page": page, "query": query_of({})})
