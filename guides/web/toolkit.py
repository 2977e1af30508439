"""Shared parts of the tool pages: `/guides/<slug>/<tool>/` is a tool for the live guide with that slug."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from guides.document import GuideDocument
from guides.document.numbers import whole_number
from guides.document.tools import TOOLS, Tool
from guides.models import Revision
from guides.toolkit.outline import Outline
from guides.toolkit.writers import FORMATS, Format
from guides.web.guides import gone, live_revision, redirect_to_current


class RevisionWithdrawn(Exception):
    """A request for a withdrawn revision of a guide; `live` is the one to read now."""

    def __init__(self, live: Revision) -> None:
        self.live = live


def for_live_guide(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Turn a view of (request, revision, …) into one of (request, slug, …) for the live revision at the slug.

    A former slug redirects to the same page under the current one, with query, method and body; any other is 404.
    The address of a result that was made with a withdrawn revision answers 410.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, slug: str, **rest: Any) -> HttpResponse:
        revision = live_revision(slug)
        if revision is None:
            return redirect_to_current(request, slug, whole_number(request.GET.get("v")))
        try:
            return view(request, revision, **rest)
        except RevisionWithdrawn as withdrawn:
            return gone(request, "version of the guide", withdrawn.live)

    return wrapped


def render_tool(
    request: HttpRequest, template: str, tool: Tool, document: GuideDocument, context: dict[str, Any]
) -> HttpResponse:
    """Render a page that extends `guides/tool.html`, with the names that the template needs.

    Pages with `is_result` show a person's input, so search engines must not index them.
    """
    others = [other for other in TOOLS if other != tool]
    names = {"tool": tool, "role": document.title, "slug": document.slug, "other_tools": others}
    return render(request, template, {**names, **context})


def download(page: Outline, file_format: Format, revision: Revision, name: str) -> HttpResponse:
    """Return an outline as a file, dated with the creation of its revision."""
    content = file_format.write(page, revision.created_at)
    return as_file(content, file_format.content_type, f"{name}.{file_format.name}")


def download_or_404(page: Outline, wanted: str, revision: Revision, name: str) -> HttpResponse:
    """Return an outline in the requested format; 404 for an unknown one."""
    if wanted not in FORMATS:
        raise Http404
    return download(page, FORMATS[wanted], revision, name)


def as_file(content: bytes, content_type: str, name: str) -> HttpResponse:
    disposition = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(content, content_type=content_type, headers={"Content-Disposition": disposition})


def requested_revision(request: HttpRequest, live: Revision, name: str = "v") -> tuple[Revision, bool]:
    """Return the revision requested by number, if it was ever public, else the live one; and whether the address
    requests an unknown revision. Raises RevisionWithdrawn."""
    requested = request.GET.get(name, "")
    if requested in ("", str(live.number)):
        return live, False
    number = whole_number(requested)
    if number is None:
        return live, True
    asked = Revision.objects.ever_public().filter(role=live.role_id, number=number)
    found = asked.select_related("withdrawal").first()
    if found and found.is_withdrawn:
        raise RevisionWithdrawn(live)
    return (found, False) if found else (live, True)


def requested_rules(request: HttpRequest, newest: int) -> tuple[int, bool]:
    """Return the number of the rules in the address, which is 1 where it has none; and whether the address has an
    unknown one, which stands for the newest."""
    number = whole_number(request.GET.get("rules", "1"))
    is_known = number is not None and 1 <= number <= newest
    return (number, False) if is_known else (newest, True)
