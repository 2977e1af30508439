"""HTTP caching: browsers and proxies may store public pages and must revalidate them on each request.

`guides/urls.py` marks addresses as public. Their pages look the same to every reader, so they have validators, and a
client with the current version gets 304 after one query, before the view runs. All other pages are private: they have
no validators and must not be stored. Static files are outside of this.
"""

import hashlib
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.urls import URLPattern, URLResolver
from django.utils import timezone
from django.utils.cache import has_vary_header
from django.utils.http import http_date, parse_etags

from guides.web.site_state import current_release, site_state

logger = logging.getLogger(__name__)

IMMUTABLE = "public, max-age=31536000, immutable"
REVALIDATE = "no-cache"
PRIVATE = "private, no-store"
PUBLIC_STATUSES = (200, 301, 302, 304, 404, 410)  # other responses depend on the request or report a failure
SECOND = timedelta(seconds=1)  # the resolution of HTTP dates


def public(patterns: Iterable[URLPattern]) -> list[URLPattern]:
    """Mark addresses whose pages look the same to every reader."""
    marked = list(patterns)
    for pattern in marked:
        pattern.is_public = True
        pattern.callback = _public_view(pattern.callback)
    return marked


def private(patterns: Iterable[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    """Mark addresses, or all below a prefix, whose pages depend on the user or are secret."""
    marked = list(patterns)
    for pattern in marked:
        pattern.is_public = False
    return marked


def without_validators(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Mark a view whose pages do not depend on the site's data, so they need no validators and no query for them."""
    view.needs_validators = False
    return view


def _public_view(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Return a marked copy of a view, so that the view itself can also be used at a private address."""

    @wraps(view)
    def marked(*args, **kwargs) -> HttpResponse:
        return view(*args, **kwargs)

    marked.is_public = True
    return marked


@dataclass(frozen=True, slots=True)
class Validators:
    """The validators of one address. `last_modified` is empty within a second of the last change."""

    etag: str
    last_modified: str

    @classmethod
    def of(cls, request: HttpRequest) -> "Validators":
        now = timezone.now()
        state = site_state(now)
        digest = hashlib.sha256(f"{state.name}\0{request.build_absolute_uri()}".encode()).hexdigest()
        is_settled = now - state.changed_at >= SECOND
        return cls(f'W/"{digest[:24]}"', http_date(state.changed_at.timestamp()) if is_settled else "")

    def match(self, request: HttpRequest) -> bool:
        """Return whether the client has the current version.

        Dates must be equal, because unpublishing a guide can move the date of the last change back.
        """
        if etags := request.headers.get("If-None-Match"):
            return self.etag in parse_etags(etags)
        return bool(self.last_modified) and request.headers.get("If-Modified-Since") == self.last_modified

    def write(self, response: HttpResponse) -> None:
        response["ETag"] = self.etag
        del response["Last-Modified"]  # feeds and sitemaps set one that ignores releases
        if self.last_modified:
            response["Last-Modified"] = self.last_modified


class ConditionalRequests:
    """Middleware: validators and 304 for public addresses, `private, no-store` for everything else."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response
        current_release()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not _is_public(request):
            _keep_private(request, response)
        elif depends_on_user(request, response):
            _make_private(request, response)
        elif response.status_code in PUBLIC_STATUSES:
            _write_public(request, response)
        else:
            response.headers.setdefault("Cache-Control", PRIVATE)
        return response

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        if not _is_public(request) or not getattr(view, "needs_validators", True):
            return None
        request.validators = Validators.of(request)
        return HttpResponseNotModified() if request.validators.match(request) else None


def _is_public(request: HttpRequest) -> bool:
    """Return whether a request reads a public address. The response to a POST is only for its sender."""
    view = request.resolver_match and request.resolver_match.func
    return getattr(view, "is_public", False) and request.method in ("GET", "HEAD")


def depends_on_user(request: HttpRequest, response: HttpResponse) -> bool:
    """Return whether a response depends on the user: on the session, the CSRF token or messages.

    Django reads these from cookies and adds `Vary`, except if it looked for messages and found none. Views that read a
    cookie themselves need `vary_on_cookie`. A streamed response can still depend on the user later.
    """
    messages = getattr(request, "_messages", None)
    return (
        has_vary_header(response, "Cookie")
        or bool(response.cookies)
        or hasattr(messages, "_loaded_data")
        or response.streaming
    )


def _write_public(request: HttpRequest, response: HttpResponse) -> None:
    validators = getattr(request, "validators", None)
    if validators and response.status_code in (200, 304):
        validators.write(response)
    if response.status_code == 304:
        del response["Content-Length"]  # it describes the body that is not sent
    response.headers.setdefault("Cache-Control", REVALIDATE)


def _keep_private(request: HttpRequest, response: HttpResponse) -> None:
    if request.resolver_match:
        response["Cache-Control"] = PRIVATE
        response.headers.setdefault("X-Robots-Tag", "noindex")
    else:
        response.headers.setdefault("Cache-Control", PRIVATE)  # static files have their own


def _make_private(request: HttpRequest, response: HttpResponse) -> None:
    """Make the response of a public address private, and log the error."""
    logger.error("%s is marked public but depends on the user.", request.resolver_match.route)
    del response["ETag"], response["Last-Modified"]
    response["Cache-Control"] = PRIVATE
