"""Broken links within the site."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from guides.document import GuideDocument
from guides.editing.checks.suggestion import SiteContext, Suggestion
from guides.rendering.markdown import render_markdown
from guides.rendering.passages import markdown_texts

_HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"')


def broken_links(document: GuideDocument, site: SiteContext) -> Iterator[Suggestion]:
    """Links in Markdown to addresses of this site that do not exist."""
    for path, text in markdown_texts(document):
        for link in map(unescape, _HREF.findall(render_markdown(text) if "](" in text else "")):
            if why := _fault(link, site):
                yield Suggestion("links", path, f"The link to “{link}” is broken.", why)


def _fault(link: str, site: SiteContext) -> str:
    """Why a link is broken; empty if it works or leads to another site."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return "This is not a valid address."
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    if not parts.path.startswith("/"):
        return "Start links to this site with a slash, such as /guides/, and links to other sites with https://."
    try:
        match = resolve(parts.path)
    except Resolver404:
        return "This page doesn't exist."
    known = {"guide": site.guides, "skill": site.skills}.get((match.url_name or "").partition("_")[0])
    slug = match.kwargs.get("slug")
    if known is not None and slug is not None and slug not in known:
        return "This guide isn't published." if known is site.guides else "This skill doesn't exist."
    return ""
