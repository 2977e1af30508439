"""Licenses and certificates that the work requires, and the line in which a text states one."""

import re
from dataclasses import dataclass

from guides.document.kinds import Name, WebAddress

_LICENSE = re.compile(
    r"(?P<name>[^;]+?)(?: ?; ?granted by (?P<body>[^;]+?))?(?: ?; ?(?P<where>[^;]+?))??(?: ?; ?(?P<url>https?://\S+))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class License:
    """A license or certificate that the work requires: the `body` that grants it, and where it applies, such as
    “varies by state”."""

    name: Name
    body: Name = ""
    where: Name = ""
    url: WebAddress | None = None


def read_license(value: str) -> License | None:
    """Read a license from `name; granted by body; where it applies; https://…`; all but the name may be missing."""
    match = _LICENSE.fullmatch(value)
    if not match:
        return None
    name, body, where, url = match.group("name", "body", "where", "url")
    return License(name=name, body=body or "", where=where or "", url=url)


def write_license(known: License) -> str:
    """`name; granted by body; where it applies; https://…`."""
    parts = (known.name, known.body and f"granted by {known.body}", known.where, known.url)
    return "; ".join(filter(None, parts))
