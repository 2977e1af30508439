"""`/guides/<slug>/job-description/`: drawn up, filled in, checked, taken away, embedded; and its versions.

The form is one for GET: the address is the description. Its button sends by POST, because servers refuse addresses
that are too long before anybody could say so; what fits is led on to its address. Neither method changes anything
here, so neither needs a token against forgery.
"""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import SplitResult, urlencode, urlsplit

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.html import format_html
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from guides.document import GuideDocument
from guides.document.numbers import whole_number
from guides.document.tools import JOB_DESCRIPTION
from guides.editing.job_descriptions import AllRemoved, Versions, find_versions
from guides.models import JobDescription
from guides.toolkit.job_description import exports
from guides.toolkit.job_description.checks import check
from guides.toolkit.job_description.posting import Posting, PostingForm, lines_of
from guides.toolkit.job_description.sheet import draft_sheet
from guides.toolkit.job_description.template import Template, differences
from guides.toolkit.outline import Outline
from guides.toolkit.writers import FORMS, write_html, write_plain
from guides.web.guides import redirect_to_present
from guides.web.toolkit import as_file, download, render_tool

LONGEST_ADDRESS = 3500  # bytes; some servers and mail programs cut longer ones
EMBED_SIZE = {"width": 640, "height": 800}


@dataclass(frozen=True)
class Description:
    """A description for one address: the version it is drawn from, and what was said in the form."""

    request: HttpRequest
    shelf: Versions
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
        return reverse(JOB_DESCRIPTION.kind, args=(self.shelf.slug,))

    @cached_property
    def query(self) -> str:
        """What the address says behind the path; nothing for the plain page."""
        return self.form.query(self.version.number) if self.form.is_filled else ""

    @property
    def address(self) -> str:
        return self.request.build_absolute_uri(f"{self.path}?{self.query}" if self.query else self.path)

    @property
    def is_too_long(self) -> bool:
        return len(self.address.encode()) > LONGEST_ADDRESS

    def with_parameter(self, parameter: str) -> str:
        """The address of the description in another form: of the version, so that the file stays what it was."""
        return f"{self.path}?{self.form.query(self.version.number) or ''}&{parameter}".replace("?&", "?")

    @property
    def embed(self) -> str:
        return self.with_parameter("embed=1")

    @property
    def oembed(self) -> str:
        """Where programs ask how to embed this."""
        return self.request.build_absolute_uri(f"{reverse('oembed')}?{urlencode({'url': self.address})}")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def job_description(request: HttpRequest, slug: str) -> HttpResponse:
    """The page; `as` takes the description away in a form, `embed` shows it alone."""
    data = request.POST if request.method == "POST" else request.GET
    try:
        shelf = find_versions(slug)
    except AllRemoved:
        return removed(request)
    if shelf is None:
        return redirect_to_present(request, slug)
    asked = shelf.version(whole_number(data.get("version")))
    if asked and asked.removed_at:
        return removed(request)
    version = asked or shelf.present
    description = Description(request, shelf, version, _form(version.drawn, data))
    return _answer(request, description, data)


def _answer(request: HttpRequest, description: Description, data: QueryDict) -> HttpResponse:
    if wanted := data.get("as"):
        return take_away(description, wanted)
    if data.get("embed") == "1":
        return embedded(request, description)
    if request.method == "POST" and not description.is_too_long:
        return redirect(description.address)
    return page(request, description, data)


def _form(template: Template, data: QueryDict) -> PostingForm:
    """The form with what an address says, or as it is before anything was said."""
    said = any(name in data for name in (*PostingForm.base_fields, "drop"))
    return PostingForm(template, data if said else None)


def page(request: HttpRequest, description: Description, data: QueryDict) -> HttpResponse:
    version, present, form = description.version, description.shelf.present, description.form
    context = {
        "description": description,
        "form": form,
        "lines": lines_of(description.template, form.dropped),
        "sheet": write_html(description.sheet),
        "text": write_plain(description.sheet),
        "findings": check(description.template, description.posting),
        "forms": _forms(description),
        "job_posting": _as_json(_job_posting(description)) if exports.can_be_posted(description.posting) else "",
        "is_result": form.is_filled or not description.shelf.live,
        "differences": () if version == present else differences(version.drawn, present.drawn),
        "newest": f"{description.path}?{form.query(present.number)}" if version != present else "",
        "unknown_version": data.get("version") if data.get("version") and not _is(version, data) else "",
    }
    document = GuideDocument(title=description.template.role, slug=description.shelf.slug)
    return render_tool(request, "guides/job_description.html", JOB_DESCRIPTION, document, context)


def _is(version: JobDescription, data: QueryDict) -> bool:
    return whole_number(data.get("version")) == version.number


def _forms(description: Description) -> list[tuple[str, str, str]]:
    """Name, label and address of each form in which a description is taken away."""
    labels = {name: form.label for name, form in FORMS.items()} | {"job-schema": "JSON Resume job schema"}
    if exports.can_be_posted(description.posting):
        labels["job-posting"] = "JobPosting (JSON-LD)"
    return [(name, label, description.with_parameter(f"as={name}")) for name, label in labels.items()]


def take_away(description: Description, wanted: str) -> HttpResponse:
    """The description as a file. 404 for a form that is none, or that asks for more than was said."""
    name = f"{description.shelf.slug}-{JOB_DESCRIPTION.path}"
    if wanted in FORMS:
        return download(description.sheet, FORMS[wanted], description.version.revision, name)
    if wanted == "job-schema":
        return as_file(_as_json(_job_schema(description)).encode(), "application/json", f"{name}.json")
    if wanted == "job-posting" and exports.can_be_posted(description.posting):
        return as_file(_as_json(_job_posting(description)).encode(), "application/ld+json", f"{name}.jsonld")
    raise Http404


def _job_schema(description: Description) -> dict[str, Any]:
    version = description.version
    return exports.job_schema(
        description.template,
        description.posting,
        drawn=version.drawn_at,
        address=description.address,
        version=version.number,
    )


def _job_posting(description: Description) -> dict[str, Any]:
    return exports.job_posting(description.template, description.posting, drawn=description.version.drawn_at.date())


def _as_json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


@csp_replace({"frame-ancestors": ["*"]})
@xframe_options_exempt
def embedded(request: HttpRequest, description: Description) -> HttpResponse:
    """The description alone, small, and the one page here that other sites may show in a frame."""
    context = {"sheet": write_html(description.sheet, top=1), "description": description}
    return render(request, "guides/job_description_embed.html", context)


def removed(request: HttpRequest) -> HttpResponse:
    return render(request, "guides/job_description_removed.html", status=410)


# Versions


@require_safe
def job_description_version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What was drawn up once, as it was; `?as=data` is what is stored."""
    try:
        shelf = find_versions(slug)
    except AllRemoved:
        return removed(request)
    if shelf is None:
        return redirect_to_present(request, slug)
    version = shelf.version(number)
    if version is None:
        raise Http404
    if version.removed_at:
        return removed(request)
    description = Description(request, shelf, version, PostingForm(version.drawn))
    if request.GET.get("as") == "data":
        return HttpResponse(version.template, content_type="application/json")
    if wanted := request.GET.get("as"):
        return take_away(description, wanted)
    context = {"description": description, "sheet": write_html(description.sheet), "is_result": not shelf.live}
    document = GuideDocument(title=version.drawn.role, slug=shelf.slug)
    return render_tool(request, "guides/job_description_version.html", JOB_DESCRIPTION, document, context)


# oEmbed


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """https://oembed.com: how to show one of these pages in a frame. 404 for any other address, 501 for XML."""
    if request.GET.get("format", "json") != "json":
        return HttpResponse("Only JSON is spoken here.", status=501, content_type="text/plain; charset=utf-8")
    address, shelf = _address_here(request, request.GET.get("url", ""))
    query = QueryDict(address.query, mutable=True)
    query["embed"] = "1"
    title = f"{shelf.present.drawn.role} job description"
    width, height = (_at_most(request.GET.get(f"max{side}"), size) for side, size in EMBED_SIZE.items())
    source = request.build_absolute_uri(f"{reverse(JOB_DESCRIPTION.kind, args=(shelf.slug,))}?{query.urlencode()}")
    frame = format_html('<iframe src="{}" title="{}" width="{}" height="{}"></iframe>', source, title, width, height)
    about = {"version": "1.0", "type": "rich", "title": title, "provider_name": settings.SITE_NAME}
    provider = request.build_absolute_uri(reverse("home"))
    answer = JsonResponse({**about, "provider_url": provider, "html": frame, "width": width, "height": height})
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def _address_here(request: HttpRequest, url: str) -> tuple[SplitResult, Versions]:
    """The address of a job description on this site and the versions behind it; 404 for any other."""
    try:
        address = urlsplit(url)
        match = resolve(address.path)
        shelf = find_versions(match.kwargs.get("slug", "")) if match.view_name == JOB_DESCRIPTION.kind else None
    except (ValueError, Resolver404, AllRemoved) as error:
        raise Http404 from error
    if shelf is None or address.netloc != request.get_host():
        raise Http404
    return address, shelf


def _at_most(limit: str | None, size: int) -> int:
    return min(whole_number(limit) or size, size)
