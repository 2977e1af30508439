"""Links within the site that lead nowhere."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from guides.document import GuideDocument
from guides.editing.checks.remark import Remark, Surroundings
from guides.rendering.markdown import render_markdown
from guides.rendering.passages import markdown_texts

_HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"')


def broken_links(document: GuideDocument, around: Surroundings) -> Iterator[Remark]:
    """Addresses of this site in Markdown that no page answers."""
    for path, text in markdown_texts(document):
        for link in map(unescape, _HREF.findall(render_markdown(text) if "](" in text else "")):
            if why := _fault(link, around):
                yield Remark("links", path, f"The link to “{link}” leads nowhere.", why)


def _fault(link: str, around: Surroundings) -> str:
    """Why an address of this site does not answer; empty for one that does and for those of other sites."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return "It is no address."
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    if not parts.path.startswith("/"):
        return "Addresses of this site begin with a slash, such as /guides/; those of others with https://."
    try:
        match = resolve(parts.path)
    except Resolver404:
        return "The site has no such address."
    known = {"guide": around.guides, "skill": around.skills}.get((match.url_name or "").partition("_")[0])
    slug = match.kwargs.get("slug")
    if known is not None and slug is not None and slug not in known:
        return "No guide is published there." if known is around.guides else "There is no such skill."
    return ""
