"""The page of a guide."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from guides.document import GuideDocument
from guides.editing.publishing import publication_dates
from guides.finding.job_searches import job_searches
from guides.finding.neighbors import neighbors_of
from guides.finding.official_figures import official_figures
from guides.models import GuideIndex, PublishedSlug, Revision
from guides.pages import guide_page
from guides.pages.share_images import share_card
from guides.pages.structured_data import guide_data
from guides.rendering.pictures import picture_file
from guides.web.browse import draft
from guides.web.indentation import without_indentation


@require_safe
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    revision = live_revision(slug)
    if revision is None:
        try:
            return redirect_to_current(request, slug)
        except Http404:
            return draft(request, slug)
    return render_guide(request, revision.guide, published=revision.published, revised=revision.live_since)


def render_guide(
    request: HttpRequest,
    document: GuideDocument,
    *,
    published: datetime | None = None,
    revised: datetime | None = None,
    preview: bool = False,
    revision: Revision | None = None,
) -> HttpResponse:
    """Render a guide page: a live revision, or with `preview` a revision or the working copy before publication."""
    page = guide_page(
        document,
        neighbors=neighbors_of(document, preview=preview),
        published=published,
        revised=revised,
        preview=preview,
        official=None if preview else official_figures(document, request.GET),
        searches=job_searches(document),
    )
    private = {"page": page, "previewed": revision}
    context = private if preview else {"page": page, **metadata_context(request, document, published, revised)}
    return without_indentation(render(request, "guides/guide.html", context))


def metadata_context(
    request: HttpRequest, document: GuideDocument, published: datetime, revised: datetime
) -> dict[str, object]:
    """Return the metadata in the head of a guide page: share image and structured data."""
    card = share_card(document)
    image = request.build_absolute_uri(reverse("share_image", args=(document.slug, card.key)))
    address = request.build_absolute_uri(request.path)
    images = [image]
    if document.picture:
        images.append(request.build_absolute_uri(picture_file(document.picture.name).address))
    data = guide_data(document, address=address, images=images, published=published, revised=revised)
    return {"share": {"card": card, "address": image}, "structured_data": data}


def live_revision(slug: str) -> Revision | None:
    """Return the live revision of a slug, annotated with the first publication and with `live_since`."""
    return Revision.objects.live().filter(index__slug=slug).annotate(**publication_dates("role")).first()


def redirect_to_current(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """Redirect a former slug to the same page under the guide's current slug, else raise Http404.

    A guide that is deleted or withdrawn answers 410, and so does the withdrawn revision with a `number`. The address of
    an alternative title leads to its guide for now, as a guide of its own may follow. After a redirected POST, the
    browser sends its data again.
    """
    known = PublishedSlug.objects.at().filter(slug=slug).select_related("role").with_guide(number or 0).first()
    if known and not known.current and (known.role.deleted_at or known.withdrawal):
        return gone(request)
    former = known.current if known else None
    current = former or _slug_called(slug)
    if not current:
        raise Http404
    match = request.resolver_match
    address = with_query(request, reverse(match.view_name, kwargs={**match.kwargs, "slug": current}))
    return redirect(address, permanent=bool(former), preserve_request=request.method not in ("GET", "HEAD"))


def _slug_called(slug: str) -> str | None:
    """Return the slug of the live guide with this alternative title, the first by title."""
    return GuideIndex.objects.live().called([slug]).values_list("slug", flat=True).first()


def gone(request: HttpRequest, what: str = "guide", live: Revision | None = None) -> HttpResponse:
    """Answer that something was withdrawn, and lead to the live revision of the guide, if there is one."""
    return render(request, "410.html", {"what": what, "live": live}, status=410)


def with_query(request: HttpRequest, address: str) -> str:
    """Append the query string of the request to an address."""
    query = request.META["QUERY_STRING"]
    return f"{address}?{query}" if query else address
