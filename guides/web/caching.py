"""What browsers and proxies may keep: public pages, as long as they ask each time whether there is a newer version.

An address is public if `guides/urls.py` marks it so. Its pages look the same to every reader, so they carry validators,
and a reader who has the present version gets 304 for one query, before the view runs. Everything else is private: it
carries no validators, and nobody may store it unless its view says otherwise.
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

FOR_GOOD = "public, max-age=31536000, immutable"
ASK_EACH_TIME = "no-cache"
PRIVATE = "private, no-store"
SAME_FOR_ALL = (200, 301, 302, 304, 404, 410)  # other answers are about the request or about a failure
SECOND = timedelta(seconds=1)  # what an HTTP date can tell apart


def public(patterns: Iterable[URLPattern]) -> list[URLPattern]:
    """Mark addresses whose pages look the same to every reader."""
    marked = list(patterns)
    for pattern in marked:
        pattern.is_public = True
        pattern.callback = _public_view(pattern.callback)
    return marked


def private(patterns: Iterable[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    """Mark addresses, or all below a prefix, whose pages depend on who asks or are secret."""
    marked = list(patterns)
    for pattern in marked:
        pattern.is_public = False
    return marked


def never_changes(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Mark a view whose addresses show the same forever: it needs no validators, so its answers cost no query."""
    view.needs_validators = False
    return view


def _public_view(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Return a marked copy of a view, so that the view itself can also be used at a private address."""

    @wraps(view)
    def shown_to_all(*args, **kwargs) -> HttpResponse:
        return view(*args, **kwargs)

    shown_to_all.is_public = True
    return shown_to_all


@dataclass(frozen=True, slots=True)
class Validators:
    """The validators of one address. `last_modified` is empty while the second of the last change is not over."""

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
        """Whether the reader has what is shown now.

        Only a date that is exactly ours counts: an unpublished guide can take the date of the last change backwards.
        """
        if etags := request.headers.get("If-None-Match"):
            return self.etag in parse_etags(etags)
        return bool(self.last_modified) and request.headers.get("If-Modified-Since") == self.last_modified

    def write(self, response: HttpResponse) -> None:
        response["ETag"] = self.etag
        del response["Last-Modified"]  # that of a feed or a sitemap knows nothing of the release
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
        elif looks_at_reader(request, response):
            _withdraw(request, response)
        elif response.status_code in SAME_FOR_ALL:
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
    """Return whether a request reads a public address. The answer to a POST belongs to its sender alone."""
    view = request.resolver_match and request.resolver_match.func
    return getattr(view, "is_public", False) and request.method in ("GET", "HEAD")


def looks_at_reader(request: HttpRequest, response: HttpResponse) -> bool:
    """Return whether an answer depends on who asks: on the session and its user, the form token or the messages.

    Django reads all of these from cookies and says so in `Vary`, unless it looked for messages and found none. A view
    that reads a cookie itself needs `vary_on_cookie`. A streamed answer can still look at the reader later.
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
        del response["Content-Length"]  # it would be that of the answer that is not sent
    response.headers.setdefault("Cache-Control", ASK_EACH_TIME)


def _keep_private(request: HttpRequest, response: HttpResponse) -> None:
    response.headers.setdefault("Cache-Control", PRIVATE)
    if request.resolver_match:
        response.headers.setdefault("X-Robots-Tag", "noindex")


def _withdraw(request: HttpRequest, response: HttpResponse) -> None:
    """Make an answer private although its address is marked public, and report the mistake."""
    logger.error("%s is marked public but looks at who reads it.", request.resolver_match.route)
    del response["ETag"], response["Last-Modified"]
    response["Cache-Control"] = PRIVATE
