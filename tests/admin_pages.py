"""Every type of page that the admin links to, found by following the links."""

from urllib.parse import urljoin, urlsplit

import html5lib
from django.contrib.auth import get_user_model
from django.urls import Resolver404, resolve

XHTML = "{http://www.w3.org/1999/xhtml}"
LEAVE_ALONE = ("logout", "jsi18n", "autocomplete", "app_list")


def make_boss():
    return get_user_model().objects.create_superuser("boss", password="a keeper of the light")


def admin_pages(client, *, starts=("/admin/",)):
    """Address and parsed page of the first of each type, for somebody who may do everything."""
    seen, waiting = set(), list(starts)
    while waiting:
        path = waiting.pop(0)
        name = _type_of(path)
        if name is None or name in seen:
            continue
        seen.add(name)
        response = client.get(path, follow=True)
        assert response.status_code == 200, path
        if not response["Content-Type"].startswith("text/html"):
            continue
        page = html5lib.parse(response.content.decode())
        yield path, page
        waiting += [urljoin(path, link.get("href")) for link in page.iter(f"{XHTML}a") if link.get("href")]


def _type_of(path):
    """The name of the address, of none that is outside the admin or ends the session."""
    parts = urlsplit(path)
    if parts.netloc or not parts.path.startswith("/admin/"):
        return None
    try:
        match = resolve(parts.path)
    except Resolver404:
        return None
    if match.url_name in LEAVE_ALONE:
        return None
    return match.url_name, match.kwargs.get("app_label", "")


def inline_code(page):
    """What a strict content security policy forbids: styles and scripts that stand in the page."""
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.rpartition("}")[2]
        if tag == "style" or (tag == "script" and not element.get("src") and "json" not in element.get("type", "")):
            yield f"<{tag}>"
        for name, value in element.attrib.items():
            if name == "style" or name.startswith("on") or value.strip().lower().startswith("javascript:"):
                yield f"{tag} {name}={value!r}"
