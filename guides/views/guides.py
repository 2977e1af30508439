"""The public pages: home, the list of guides, a guide and its document."""

from datetime import datetime

from django.db.models import F, OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from guides.models import GuideIndex, LiveInterval, PublishedSlug, RelatedRoleIndex, Revision
from guides.pages import guide_page, list_rows
from guides.parsing import GuideDocument


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "guides/home.html", {"guides": list_rows(list(GuideIndex.objects.live()))})


@require_safe
def guide_list(request: HttpRequest) -> HttpResponse:
    titles = {row.slug: row.title for row in RelatedRoleIndex.objects.in_preparation()}
    context = {"guides": list_rows(list(GuideIndex.objects.live())), "in_preparation": sorted(titles.values())}
    return render(request, "guides/guide_list.html", context)


@require_safe
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    revision = live_revision(slug)
    if revision is None:
        return redirect_to_present(request, slug)
    return render_guide(request, revision.guide, published=revision.published, revised=revision.live_since)


@require_safe
def guide_json(request: HttpRequest, slug: str) -> HttpResponse:
    revision = live_revision(slug)
    if revision is None:
        return redirect_to_present(request, slug)
    return HttpResponse(revision.document, content_type="application/json")


def render_guide(
    request: HttpRequest,
    document: GuideDocument,
    *,
    published: datetime | None = None,
    revised: datetime | None = None,
    preview: bool = False,
) -> HttpResponse:
    """A guide page: of a live revision, or with `preview` of what is not public."""
    page = guide_page(
        document, live_related=live_related(document), published=published, revised=revised, preview=preview
    )
    return render(request, "guides/guide.html", {"page": page})


def live_revision(slug: str) -> Revision | None:
    """The revision that the public sees under an address, with `published` (first) and `live_since` (this one)."""
    intervals = LiveInterval.objects.filter(role=OuterRef("role"))
    return (
        Revision.objects.live()
        .filter(index__slug=slug)
        .annotate(
            published=Subquery(intervals.order_by("live_from").values("live_from")[:1]),
            live_since=Subquery(intervals.at(timezone.now()).values("live_from")[:1]),
        )
        .first()
    )


def live_related(document: GuideDocument) -> dict[str, GuideIndex]:
    """The related roles that have a live guide, by the slug that the document knows them by."""
    slugs = [role.slug for role in document.related]
    guides = (
        GuideIndex.objects.live()
        .filter(revision__role__published_slugs__slug__in=slugs)
        .annotate(known_as=F("revision__role__published_slugs__slug"))
        .prefetch_related("skills")
    )
    return {guide.known_as: guide for guide in guides}


def redirect_to_present(request: HttpRequest, slug: str) -> HttpResponse:
    """To the same page of the guide's present address, if it was published under this one before; else 404."""
    role = PublishedSlug.objects.filter(slug=slug).values("role")
    present = Revision.objects.live().filter(role__in=role).values_list("index__slug", flat=True).first()
    if present is None:
        raise Http404
    address = reverse(request.resolver_match.view_name, args=(present,))
    query = request.META["QUERY_STRING"]
    return redirect(f"{address}?{query}" if query else address, permanent=True)
