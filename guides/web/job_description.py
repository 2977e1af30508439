"""`/guides/<slug>/job-description/`: the form, the job ad to check, download and embed, and the stored versions.

The address contains the whole ad. The button submits by POST, because servers reject long addresses without an
explanation; if the address is short enough, the response redirects to it. Neither method changes data, so CSRF
protection is off.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from guides.document import GuideDocument
from guides.document.numbers import whole_number
from guides.document.tools import JOB_DESCRIPTION
from guides.editing.job_descriptions import VersionRemoved, find_versions
from guides.toolkit.job_description.checks import check
from guides.toolkit.writers import write_html, write_plain
from guides.web.guides import gone, live_revision, redirect_to_current
from guides.web.job_ad import JobAd, form_for
from guides.web.toolkit import render_tool

REMOVED = "version of the job description"


def answering_removed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Make a view of an ad answer 410 for a version that was removed or withdrawn."""

    @wraps(view)
    def wrapped(request: HttpRequest, slug: str, **rest: Any) -> HttpResponse:
        try:
            return view(request, slug, **rest)
        except VersionRemoved:
            return gone(request, REMOVED, live_revision(slug))

    return wrapped


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@answering_removed
def job_description(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the page; `as` downloads the ad in a format, `embed` shows only the ad."""
    data = request.POST if request.method == "POST" else request.GET
    versions = find_versions(slug)
    if versions is None:
        return redirect_to_current(request, slug)
    ad = JobAd.of(request, versions, data)
    if request.method == "POST" and not (ad.is_first or data.get("posted")):
        data = _dated(data)
        ad = JobAd.of(request, versions, data)
    if data.get("embed") == "1" or data.get("as"):
        return _alone(request, ad, data)
    if request.method == "POST" and not ad.is_too_long:
        return redirect(ad.address)
    return page(request, ad, data)


def _dated(data: QueryDict) -> QueryDict:
    """Return what a button sends, with today as the date posted, so that the address keeps it."""
    dated = data.copy()
    dated["posted"] = f"{timezone.localdate()}"
    return dated


def _alone(request: HttpRequest, ad: JobAd, data: QueryDict) -> HttpResponse:
    """Answer with the ad as a file or in a frame; with the page and status 400 while a field is wrong."""
    if unknown_version(ad, data):
        raise Http404
    if wanted := data.get("as"):
        return page(request, ad, data, status=400) if ad.has_mistakes else ad.download(wanted)
    if ad.has_mistakes:
        raise BadRequest
    context = {"sheet": write_html(ad.sheet, top=1), "ad": ad}
    return render(request, "guides/job_description_embed.html", context)


def unknown_version(ad: JobAd, data: QueryDict) -> str:
    """Return the version that the data name, if there is none like it."""
    named = data.get("version", "")
    return "" if not named or whole_number(named) == ad.version.number else named


def page(request: HttpRequest, ad: JobAd, data: QueryDict, *, status: int = 200) -> HttpResponse:
    """Show the ad with its form, or alone for a version under rules 1 or 2, which no form changes any more."""
    context = {
        "ad": ad,
        "sheet": write_html(ad.sheet),
        "text": write_plain(ad.sheet),
        "is_result": ad.form.is_filled or not ad.versions.live,
        "unknown_version": unknown_version(ad, data),
    }
    template = "guides/job_description_kept.html"
    if not ad.is_first:
        template = "guides/job_description.html"
        context |= {"form": ad.form, "findings": check(ad.template, ad.posting)}
    document = GuideDocument(title=ad.template.role, slug=ad.versions.slug)
    response = render_tool(request, template, JOB_DESCRIPTION, document, context)
    response.status_code = status
    return response


@require_safe
@answering_removed
def job_description_version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show a stored version; `?as=data` returns the stored data."""
    versions = find_versions(slug)
    if versions is None:
        return redirect_to_current(request, slug)
    version = versions.version(number)
    if version is None:
        raise Http404
    ad = JobAd(request, versions, version, form_for(version.drawn, QueryDict()))
    if request.GET.get("as") == "data":
        return HttpResponse(version.template, content_type="application/json")
    if wanted := request.GET.get("as"):
        return ad.download(wanted)
    context = {"ad": ad, "sheet": write_html(ad.sheet), "is_result": not versions.live}
    document = GuideDocument(title=ad.template.role, slug=versions.slug)
    return render_tool(request, "guides/job_description_version.html", JOB_DESCRIPTION, document, context)
