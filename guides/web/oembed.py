"""`/oembed/`: how other sites show a job ad in a frame (https://oembed.com)."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.http import require_safe

from guides.document.numbers import whole_number
from guides.document.tools import JOB_DESCRIPTION
from guides.editing.job_descriptions import VersionRemoved, find_versions
from guides.toolkit.job_description.frame import WIDEST
from guides.web.guides import gone
from guides.web.job_ad import JobAd
from guides.web.job_description import REMOVED, unknown_version
from guides.web.programs import for_programs


@for_programs
@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """Return the oEmbed data of a job ad, which always name its version.

    410 for a removed version, 400 for an ad with a wrong field, 404 for other addresses, 501 for XML.
    """
    if request.GET.get("format", "json") != "json":
        return HttpResponse(status=501)
    try:
        ad = _ad_at(request, request.GET.get("url", ""))
    except VersionRemoved:
        return gone(request, REMOVED)
    if ad.has_mistakes:
        raise BadRequest
    width, highest = (whole_number(request.GET.get(f"max{side}")) for side in ("width", "height"))
    width = min(width or WIDEST, WIDEST)
    frame, height = ad.frame(width, highest)
    about = {"version": "1.0", "type": "rich", "title": ad.title, "provider_name": settings.SITE_NAME}
    provider = request.build_absolute_uri(reverse("home"))
    response = JsonResponse({**about, "provider_url": provider, "html": frame, "width": width, "height": height})
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _ad_at(request: HttpRequest, url: str) -> JobAd:
    """Return the job ad at an address on this site; 404 for other addresses, and versions unknown or not stored.

    Raises VersionRemoved.
    """
    try:
        address = urlsplit(url)
        match = resolve(address.path)
    except (ValueError, Resolver404) as error:
        raise Http404 from error
    is_here = match.view_name == JOB_DESCRIPTION.kind and address.netloc == request.get_host()
    versions = find_versions(match.kwargs["slug"]) if is_here else None
    if versions is None:
        raise Http404
    data = QueryDict(address.query)
    ad = JobAd.of(request, versions, data)
    if unknown_version(ad, data) or not ad.version.number:
        raise Http404
    return ad
