"""What the pages of all tools share: `/guides/<slug>/<tool>/` is a tool for the guide that is live under the slug."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from guides.document import GuideDocument
from guides.document.numbers import whole_number
from guides.document.tools import TOOLS, Tool
from guides.models import Revision
from guides.toolkit.outline import Outline
from guides.toolkit.writers import FORMS, Form
from guides.web.guides import live_revision, redirect_to_present


def for_live_guide(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of (request, revision, …) at an address with a slug: the revision is the one that is live there.

    A former slug leads to the same page under the present one, with query, method and body kept; any other is 404.
    """

    @wraps(view)
    def found(request: HttpRequest, slug: str, **rest: Any) -> HttpResponse:
        revision = live_revision(slug)
        return redirect_to_present(request, slug) if revision is None else view(request, revision, **rest)

    return found


def render_tool(
    request: HttpRequest, template: str, tool: Tool, document: GuideDocument, context: dict[str, Any]
) -> HttpResponse:
    """A page that extends `guides/tool.html`: it takes the names and slug of the guide, and the other tools.

    With `is_result` it is of what somebody said, which no search engine needs to name.
    """
    others = [other for other in TOOLS if other != tool]
    names = {"tool": tool, "role": document.title, "slug": document.slug, "other_tools": others}
    return render(request, template, {**names, **context})


def download(page: Outline, form: Form, revision: Revision, name: str) -> HttpResponse:
    """An outline as a file; its dates are those of the revision that it was made of."""
    return as_file(form.write(page, revision.created_at), form.content_type, f"{name}.{form.name}")


def download_or_404(page: Outline, wanted: str, revision: Revision, name: str) -> HttpResponse:
    """An outline in the form of that name, if there is one."""
    if wanted not in FORMS:
        raise Http404
    return download(page, FORMS[wanted], revision, name)


def as_file(content: bytes, content_type: str, name: str) -> HttpResponse:
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(content, content_type=content_type, headers={"Content-Disposition": disposition})


def kept_revision(request: HttpRequest, live: Revision, name: str = "v") -> tuple[Revision, bool]:
    """The revision that an address says it was made with (its number), if that was ever public; else the live one, and
    whether the address named another in vain."""
    asked = request.GET.get(name, "")
    if asked in ("", str(live.number)):
        return live, False
    number = whole_number(asked)
    if number is None:
        return live, True
    found = Revision.objects.ever_public().filter(role=live.role_id, number=number).first()
    return (found, False) if found else (live, True)
