"""Metadata of a page: address, breadcrumb, JSON-LD."""

from typing import Any

from django import template
from django.core.paginator import Page
from django.http import QueryDict
from django.utils.safestring import SafeString, mark_safe

from guides.pages.structured_data import breadcrumb_data, json_for_script

register = template.Library()


class CaptureNode(template.Node):
    def __init__(self, nodelist: template.NodeList, name: str) -> None:
        self.nodelist, self.name = nodelist, name

    def render(self, context: template.Context) -> str:
        context[self.name] = mark_safe(self.nodelist.render(context).strip())  # strip() drops the mark
        return ""


@register.tag
def capture(parser: template.base.Parser, token: template.base.Token) -> CaptureNode:
    """`{% capture name %}…{% endcapture %}`: store the rendered content under a name for reuse."""
    _, name = token.split_contents()
    nodelist = parser.parse(("endcapture",))
    parser.delete_first_token()
    return CaptureNode(nodelist, name)


@register.simple_tag(takes_context=True)
def page_address(context: template.Context, query: QueryDict | None = None, page: Page | None = None) -> str:
    """The canonical address of this page, with the filters and the page number of a list."""
    parameters = query.copy() if query else QueryDict(mutable=True)
    if page and page.number > 1:
        parameters["page"] = page.number
    path = context.request.path if hasattr(context, "request") else ""
    return _absolute(context, f"{path}?{parameters.urlencode()}" if parameters else path)


@register.simple_tag(takes_context=True)
def breadcrumb(context: template.Context, here: str, *parents: str) -> dict[str, Any]:
    """The breadcrumb as data; `parents` alternates the names and paths of the pages above."""
    pairs = zip(parents[::2], parents[1::2], strict=True)
    return breadcrumb_data([(name, _absolute(context, path)) for name, path in pairs], here)


@register.filter
def json_ld(data: dict[str, Any]) -> SafeString:
    """Data as JSON that is safe inside a script element."""
    return mark_safe(json_for_script(data, separators=(",", ":")))


def _absolute(context: template.Context, path: str) -> str:
    """A full address, or only the path if the page is rendered without a request."""
    return context.request.build_absolute_uri(path) if hasattr(context, "request") else path
