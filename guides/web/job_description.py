"""`/guides/<slug>/job-description/`: the form, its result to check, download and embed, and the stored versions.

The address contains the whole description. The button submits by POST, because servers reject long addresses without
an explanation; if the address is short enough, the response redirects to it. Neither method changes data, so CSRF
protection is off.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any
from urllib.parse import SplitResult, urlencode, urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from guides.document import GuideDocument
from guides.document.numbers import whole_number
from guides.document.tools import JOB_DESCRIPTION
from guides.editing.job_descriptions import VersionRemoved, Versions, find_versions
from guides.models import JobDescription
from guides.pages.structured_data import json_for_script
from guides.toolkit.job_description import exports
from guides.toolkit.job_description.checks import check
from guides.toolkit.job_description.job_posting import job_posting, missing_for_job_posting
from guides.toolkit.job_description.posting import Posting, PostingForm, lines_of
from guides.toolkit.job_description.sheet import draft_sheet
from guides.toolkit.job_description.template import Template, differences
from guides.toolkit.outline import Outline
from guides.toolkit.writers import FORMATS, write_html, write_plain
from guides.web.guides import gone, live_revision, redirect_to_current
from guides.web.programs import for_programs
from guides.web.toolkit import as_file, download, render_tool

LONGEST_ADDRESS = 3500  # bytes; some servers and mail programs cut longer ones
EMBED_SIZE = {"width": 640, "height": 800}
REMOVED = "version of the job description"


@dataclass(frozen=True)
class Description:
    """The description at one address: a version of the template and the recruiter's form."""

    request: HttpRequest
    versions: Versions
    version: JobDescription
    form: PostingForm

    @property
    def template(self) -> Template:
        return self.version.drawn

    @cached_property
    def posting(self) -> Posting:
        return self.form.posting()

    @cached_property
    def sheet(self) -> Outline:
        return draft_sheet(self.template, self.posting)

    @property
    def path(self) -> str:
        return reverse(JOB_DESCRIPTION.kind, args=(self.versions.slug,))

    @cached_property
    def query(self) -> str:
        """Return the query string, empty for a blank form."""
        return self.form.query(self.version.number) if self.form.is_filled else ""

    @property
    def address(self) -> str:
        return self.request.build_absolute_uri(f"{self.path}?{self.query}" if self.query else self.path)

    @property
    def is_too_long(self) -> bool:
        return len(self.address.encode()) > LONGEST_ADDRESS

    def with_parameter(self, parameter: str) -> str:
        """Return the address in another format, always with the version, so that its content never changes."""
        return f"{self.path}?{self.form.query(self.version.number) or ''}&{parameter}".replace("?&", "?")

    @property
    def embed(self) -> str:
        return self.with_parameter("embed=1")

    @property
    def oembed(self) -> str:
        """Return the oEmbed address of this description."""
        return self.request.build_absolute_uri(f"{reverse('oembed')}?{urlencode({'url': self.address})}")


def answering_removed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Make a view of a description answer 410 for a version that was removed or withdrawn."""

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
    """Show the page; `as` downloads the description in a format, `embed` shows only the description."""
    data = _dated(request.POST) if request.method == "POST" else request.GET
    versions = find_versions(slug)
    if versions is None:
        return redirect_to_current(request, slug)
    version = versions.version(whole_number(data.get("version"))) or versions.present
    description = Description(request, versions, version, _form(version.drawn, data))
    return _respond(request, description, data)


def _dated(data: QueryDict) -> QueryDict:
    """Return what a button sends, with today as the date posted if none is stated, so that the address keeps it."""
    if data.get("posted"):
        return data
    dated = data.copy()
    dated["posted"] = f"{timezone.localdate()}"
    return dated


def _respond(request: HttpRequest, description: Description, data: QueryDict) -> HttpResponse:
    if wanted := data.get("as"):
        return download_description(description, wanted)
    if data.get("embed") == "1":
        return embedded(request, description)
    if request.method == "POST" and not description.is_too_long:
        return redirect(description.address)
    return page(request, description, data)


def _form(template: Template, data: QueryDict) -> PostingForm:
    """Return the form with the data of an address, blank if the data have none of its fields."""
    is_filled = any(name in data for name in (*PostingForm.base_fields, "drop"))
    return PostingForm(template, data if is_filled else None)


def page(request: HttpRequest, description: Description, data: QueryDict) -> HttpResponse:
    version, present, form = description.version, description.versions.present, description.form
    context = {
        "description": description,
        "form": form,
        "lines": lines_of(description.template, form.dropped),
        "sheet": write_html(description.sheet),
        "text": write_plain(description.sheet),
        "findings": check(description.template, description.posting),
        "formats": _formats(description),
        "job_posting": _job_posting(description),
        "missing": missing_for_job_posting(description.posting),
        "is_result": form.is_filled or not description.versions.live,
        "differences": () if version == present else differences(version.drawn, present.drawn),
        "newest": f"{description.path}?{form.query(present.number)}" if version != present else "",
        "unknown_version": data.get("version") if data.get("version") and not _is(version, data) else "",
    }
    document = GuideDocument(title=description.template.role, slug=description.versions.slug)
    return render_tool(request, "guides/job_description.html", JOB_DESCRIPTION, document, context)


def _is(version: JobDescription, data: QueryDict) -> bool:
    return whole_number(data.get("version")) == version.number


def _formats(description: Description) -> list[tuple[str, str, str]]:
    """List the name, label and address of each download format."""
    labels = {name: file_format.label for name, file_format in FORMATS.items()}
    labels["job-schema"] = "JSON Resume job schema"
    if not missing_for_job_posting(description.posting):
        labels["job-posting"] = "JobPosting (JSON-LD)"
    return [(name, label, description.with_parameter(f"as={name}")) for name, label in labels.items()]


def download_description(description: Description, wanted: str) -> HttpResponse:
    """Return the description as a file; 404 for an unknown format, or for one that needs missing details."""
    name = f"{description.versions.slug}-{JOB_DESCRIPTION.path}"
    if wanted in FORMATS:
        return download(description.sheet, FORMATS[wanted], description.version.revision, name)
    if wanted == "job-schema":
        return as_file(_job_schema(description).encode(), "application/json", f"{name}.json")
    if wanted == "job-posting" and (posting := _job_posting(description)):
        return as_file(posting.encode(), "application/ld+json", f"{name}.jsonld")
    raise Http404


def _job_schema(description: Description) -> str:
    version = description.version
    data = exports.job_schema(
        description.template,
        description.posting,
        created=version.drawn_at,
        address=description.address,
        version=version.number,
    )
    return json.dumps(data, ensure_ascii=False, indent=2)


def _job_posting(description: Description) -> str:
    """Return the JobPosting, ready for a script element; empty if details are missing."""
    if missing_for_job_posting(description.posting):
        return ""
    return json_for_script(job_posting(description.template, description.posting), indent=2)


def embedded(request: HttpRequest, description: Description) -> HttpResponse:
    """Show only the description; the only page that other sites may embed in a frame (`guides.web.headers`)."""
    context = {"sheet": write_html(description.sheet, top=1), "description": description}
    return render(request, "guides/job_description_embed.html", context)


# Versions


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
    description = Description(request, versions, version, PostingForm(version.drawn))
    if request.GET.get("as") == "data":
        return HttpResponse(version.template, content_type="application/json")
    if wanted := request.GET.get("as"):
        return download_description(description, wanted)
    context = {"description": description, "sheet": write_html(description.sheet), "is_result": not versions.live}
    document = GuideDocument(title=version.drawn.role, slug=versions.slug)
    return render_tool(request, "guides/job_description_version.html", JOB_DESCRIPTION, document, context)


# oEmbed


@for_programs
@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """Return the oEmbed data (https://oembed.com) of a job description; 410 for a removed version, 404 for other
    addresses, 501 for XML."""
    if request.GET.get("format", "json") != "json":
        return HttpResponse(status=501)
    try:
        address, versions = _address_here(request, request.GET.get("url", ""))
        query = QueryDict(address.query, mutable=True)
        versions.version(whole_number(query.get("version")))
    except VersionRemoved:
        return gone(request, REMOVED)
    query["embed"] = "1"
    title = f"{versions.present.drawn.role} job description"
    width, height = (_at_most(request.GET.get(f"max{side}"), size) for side, size in EMBED_SIZE.items())
    source = request.build_absolute_uri(f"{reverse(JOB_DESCRIPTION.kind, args=(versions.slug,))}?{query.urlencode()}")
    frame = format_html('<iframe src="{}" title="{}" width="{}" height="{}"></iframe>', source, title, width, height)
    about = {"version": "1.0", "type": "rich", "title": title, "provider_name": settings.SITE_NAME}
    provider = request.build_absolute_uri(reverse("home"))
    response = JsonResponse({**about, "provider_url": provider, "html": frame, "width": width, "height": height})
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _address_here(request: HttpRequest, url: str) -> tuple[SplitResult, Versions]:
    """Return the address of a job description on this site and its versions; 404 for any other address.

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
    return address, versions


def _at_most(limit: str | None, size: int) -> int:
    return min(whole_number(limit) or size, size)
