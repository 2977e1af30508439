"""Addresses for programs: guides as data and text, share images, the OpenAPI description, robots.txt, security.txt.

Published guides are public, so scripts from any origin may read the JSON. All formats of a guide link to its page as
the canonical address.
"""

from collections.abc import Callable
from dataclasses import asdict, fields
from datetime import timedelta
from functools import partial, wraps

from django.conf import settings
from django.contrib.sitemaps import views as sitemap_views
from django.core.cache import cache
from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from guides.document.data import to_plain
from guides.finding.occupation_list import OccupationList
from guides.models import PublishedSlug, Revision
from guides.official.occupations import occupation_page
from guides.official.places import pay_of
from guides.pages.as_markdown import write_markdown
from guides.pages.share_images import draw, share_card
from guides.parsing import write_guide
from guides.web.caching import IMMUTABLE, without_validators
from guides.web.catalog import PAGE_SIZE, Catalog, GuideEntry, catalog_guides, guide_entry
from guides.web.csv_files import csv_response
from guides.web.figure_files import HEAD, figure_rows
from guides.web.guides import live_revision, redirect_to_current, with_query
from guides.web.occupation_data import occupation_catalog, occupation_facts, occupation_pay
from guides.web.occupations import unknown_filters
from guides.web.openapi import openapi
from guides.web.programs import for_programs
from guides.web.sitemaps import sitemaps

SECURITY_TXT_AGE = timedelta(days=330)  # from the first of the month


def of_live_guide(view: Callable[[Revision], HttpResponse]):
    """Decorate a view of a live guide: look it up by slug, and redirect former slugs to the current one."""

    @require_safe
    @wraps(view)
    def wrapped(request: HttpRequest, slug: str) -> HttpResponse:
        revision = live_revision(slug)
        if revision is None:
            return redirect_to_current(request, slug)
        response = view(revision)
        response["Link"] = f'<{request.build_absolute_uri(reverse("guide", args=(slug,)))}>; rel="canonical"'
        return response

    return wrapped


@for_programs
@of_live_guide
def guide_json(revision: Revision) -> HttpResponse:
    return _for_any_origin(HttpResponse(revision.document, content_type="application/json"))


@of_live_guide
def guide_text(revision: Revision) -> HttpResponse:
    return HttpResponse(write_guide(revision.guide), content_type="text/plain; charset=utf-8")


@of_live_guide
def guide_markdown(revision: Revision) -> HttpResponse:
    return HttpResponse(write_markdown(revision.guide), content_type="text/markdown; charset=utf-8")


@for_programs
@of_live_guide
def guide_figures(revision: Revision) -> HttpResponse:
    """Return each figure of a guide with its source as a row."""
    guide = revision.guide
    return csv_response(f"{guide.slug}-figures", HEAD, figure_rows(guide))


@for_programs
@require_safe
def guides_json(request: HttpRequest) -> HttpResponse:
    """Return a page of the catalog, or 404 for an invalid page number."""
    try:
        page = Paginator(catalog_guides(), PAGE_SIZE).page(request.GET.get("page", 1))
    except (PageNotAnInteger, EmptyPage) as error:
        raise Http404 from error

    def address(number: int) -> str:
        return request.build_absolute_uri(f"{request.path}?page={number}")

    catalog = Catalog(
        count=page.paginator.count,
        next=address(page.next_page_number()) if page.has_next() else None,
        previous=address(page.previous_page_number()) if page.has_previous() else None,
        guides=tuple(guide_entry(guide, request.build_absolute_uri) for guide in page),
    )
    return _for_any_origin(JsonResponse(asdict(catalog)))


@for_programs
@require_safe
def guides_csv(request: HttpRequest) -> HttpResponse:
    """Return the facts of all live guides, with the addresses of their pages."""
    names = [field.name for field in fields(GuideEntry) if field.name != "addresses"]
    entries = (guide_entry(guide, request.build_absolute_uri) for guide in catalog_guides())
    rows = ([*(getattr(entry, name) for name in names), entry.addresses.page] for entry in entries)
    return csv_response("guides", [*names, "address"], rows)


@for_programs
@require_safe
def occupation_list_json(request: HttpRequest) -> HttpResponse:
    """Return all occupations of the list under its search and filters."""
    listing = OccupationList.read(request.GET)
    if listing.ignored:
        return unknown_filters(listing)
    return _for_any_origin(JsonResponse(to_plain(occupation_catalog(listing, request.build_absolute_uri))))


@for_programs
@require_safe
def occupation_json(request: HttpRequest, code: str) -> HttpResponse:
    """Return the figures of an occupation in the nation."""
    page = occupation_page(code)
    if page is None:
        raise Http404
    return _for_any_origin(JsonResponse(to_plain(occupation_facts(page))))


@for_programs
@require_safe
def occupation_pay_json(request: HttpRequest, code: str) -> HttpResponse:
    """Return the pay of an occupation by place and by industry."""
    pay = pay_of(code)
    if pay is None:
        raise Http404
    return _for_any_origin(JsonResponse(to_plain(occupation_pay(pay))))


@for_programs
@require_safe
def openapi_json(request: HttpRequest) -> HttpResponse:
    return _for_any_origin(JsonResponse(openapi(request.build_absolute_uri("/").rstrip("/"))))


@require_safe
def share_image(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Return the share image of a guide; outdated keys and former slugs redirect to the current one."""
    role = PublishedSlug.objects.at().filter(slug=slug).values("role")
    revision = Revision.objects.live().filter(role__in=role).first()
    if revision is None:
        return redirect_to_current(request, slug)
    card, current = share_card(revision.guide), revision.guide.slug
    if (slug, key) != (current, card.key):
        return redirect(with_query(request, reverse("share_image", args=(current, card.key))))
    image = cache.get_or_set(f"share-{key}", partial(draw, card), timeout=None)
    return HttpResponse(image, content_type="image/png", headers={"Cache-Control": IMMUTABLE})


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List all addresses, or an index of sections and pages if any section has more than one page."""
    sections = sitemaps()
    if any(section.paginator.num_pages > 1 for section in sections.values()):
        return sitemap_views.index(request, sections, sitemap_url_name="sitemap_section")
    return sitemap_views.sitemap(request, sections)


@require_safe
def sitemap_section(request: HttpRequest, section: str) -> HttpResponse:
    return sitemap_views.sitemap(request, sitemaps(), section=section)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    context = {"sitemap": request.build_absolute_uri(reverse("sitemap"))}
    return render(request, "guides/robots.txt", context, content_type="text/plain; charset=utf-8")


@without_validators
@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Tell where to report a vulnerability (RFC 9116). The text expires within a year and changes once a month."""
    month = timezone.now().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    context = {
        "contact": settings.SECURITY_CONTACT,
        "expires": month + SECURITY_TXT_AGE,
        "address": request.build_absolute_uri(request.path),
    }
    return render(request, "guides/security.txt", context, content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Redirect clients that request the icon at its traditional address."""
    return redirect(static("favicon.png"))


def _for_any_origin(response: HttpResponse) -> HttpResponse:
    response["Access-Control-Allow-Origin"] = "*"
    return response
