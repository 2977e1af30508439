"""The pages about the site: who is behind it and how it is made, and what was corrected."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guides.document.field_rules import SLUG
from guides.finding.paging import NumberedPaginator, query_of
from guides.models import Correction, GuideIndex

CORRECTIONS_ON_A_PAGE = 20


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    license_of_texts = {"name": settings.TEXT_LICENSE, "address": settings.TEXT_LICENSE_URL}
    context = {"publisher": settings.PUBLISHER, "license": license_of_texts}
    return render(request, "guides/about.html", {**context, "corrections_email": settings.CORRECTIONS_EMAIL})


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """The log of corrections, the newest first, of all guides or with `?guide=` of one."""
    slug = request.GET.get("guide", "")
    guide = GuideIndex.objects.live().known_as([slug]).first() if SLUG.fullmatch(slug) else None
    rows = Correction.objects.with_address()
    if guide:
        rows = rows.filter(role__revisions=guide.revision_id)
    query = query_of({"guide": guide.slug if guide else ""})
    page = NumberedPaginator(rows, CORRECTIONS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"guide": guide, "page": page, "query": query, "is_unknown": slug and not guide}
    return render(request, "guides/corrections.html", {**context, "corrections_email": settings.CORRECTIONS_EMAIL})
