"""Conditional requests: every public answer carries validators, and one that a reader has already costs one query.

What a page shows depends on four things: its address, the release that is running, the set of live intervals, and the
skills that these share. Pages name their neighbours, count them and rank them, so the validators cover the whole set
instead of asking each page what it used. Editors' rows are no part of it: no public page reads them.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, wraps

from django.conf import settings
from django.db.models import Count, Q, QuerySet, Subquery, Value
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.autoreload import file_changed
from django.utils.http import http_date, parse_etags

from guides.models import JobDescription, LiveInterval, Role, Skill

RELEASED = ("careerguide", "guides", "templates", "static")
SETTINGS_SHOWN = ("CORRECTIONS_EMAIL",)
FOR_GOOD = "public, max-age=31536000, immutable"
SECOND = timedelta(seconds=1)  # what an HTTP date can tell apart


@dataclass(frozen=True, slots=True)
class Release:
    """The code, templates, static files and settings that make the pages: their hash, and when the newest changed."""

    name: str
    changed_at: datetime


@cache
def current_release() -> Release:
    """Read once a process; the development server has it read anew after a change."""
    files = sorted(
        path
        for folder in RELEASED
        for path in (settings.BASE_DIR / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    )
    digest = hashlib.sha256(repr([getattr(settings, name, None) for name in SETTINGS_SHOWN]).encode())
    for path in files:
        digest.update(f"\0{path.relative_to(settings.BASE_DIR)}\0".encode())
        digest.update(path.read_bytes())
    newest = max(path.stat().st_mtime for path in files)
    return Release(digest.hexdigest(), datetime.fromtimestamp(newest, UTC))


@receiver(file_changed)
def _forget_release(**kwargs) -> None:
    current_release.cache_clear()


@dataclass(frozen=True, slots=True)
class SiteState:
    """What all public pages together depend on: a name that changes with any of it, and when it last changed."""

    name: str
    changed_at: datetime


def site_state(at: datetime | None = None) -> SiteState:
    """The state that the public sees at a moment, by default now: one query, however long the history.

    A new interval has a higher key than all before it, one that begins or ends by itself has the latest date, and one
    that is ended or removed is one fewer of those that have not ended. A skill that is renamed or merged says when. A
    guide that is deleted, or brought back, answers otherwise than one that was only taken off the site; so does a
    version of a job description that was removed.
    """
    moment, release = at or timezone.now(), current_release()
    intervals = LiveInterval.objects.order_by()
    not_ended = intervals.filter(Q(live_until__gt=moment) | Q(live_until=None)).annotate(one=Value(1)).values("one")
    deleted = Role.objects.order_by().exclude(deleted_at=None).annotate(one=Value(1)).values("one")
    removed = JobDescription.objects.order_by().exclude(removed_at=None).annotate(one=Value(1)).values("one")
    found = intervals.values_list(
        _first(intervals.order_by("-pk"), "pk"),
        Subquery(not_ended.annotate(number=Count("pk")).values("number")),
        Subquery(deleted.annotate(number=Count("pk")).values("number")),
        _first(JobDescription.objects.order_by("-pk"), "pk"),
        Subquery(removed.annotate(number=Count("pk")).values("number")),
        _first(intervals.filter(live_from__lte=moment).order_by("-live_from"), "live_from"),
        _first(intervals.filter(live_until__lte=moment).order_by("-live_until"), "live_until"),
        _first(Skill.objects.exclude(changed_at=None).order_by("-changed_at"), "changed_at"),
        _first(Role.objects.exclude(deleted_at=None).order_by("-deleted_at"), "deleted_at"),
        _first(JobDescription.objects.exclude(removed_at=None).order_by("-removed_at"), "removed_at"),
    )
    state = found.first() or ()
    dates = [date for date in state[5:] if date is not None]
    return SiteState(repr((release.name, state)), max([release.changed_at, *dates]))


def _first(queryset: QuerySet, column: str) -> Subquery:
    return Subquery(queryset.values(column)[:1])


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


def private(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view outside the admin that shows what is not public: no validators, kept by nobody, named by no search."""

    @wraps(view)
    def kept_nowhere(*args, **kwargs) -> HttpResponse:
        response = view(*args, **kwargs)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex"
        return response

    kept_nowhere.has_no_validators = True
    return kept_nowhere


def never_changes(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view whose addresses show the same for ever: it needs no validators, so its answers cost no query."""
    view.has_no_validators = True
    return view


class ConditionalRequests:
    """Middleware: validators on whatever the public reads, and 304 before a view runs.

    It covers every address outside the admin, so that a new page has validators without asking for them. Browsers and
    proxies keep pages but ask each time; a view that knows better sets Cache-Control itself.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response
        current_release()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        validators = getattr(request, "validators", None)
        if validators is None:
            return response
        if response.status_code in (200, 304):
            validators.write(response)
        if response.status_code == 304:
            del response["Content-Length"]  # it would be that of the answer that is not sent
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-cache"
        return response

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        if request.method not in ("GET", "HEAD") or "admin" in request.resolver_match.app_names:
            return None
        if getattr(view, "has_no_validators", False):
            return None
        request.validators = Validators.of(request)
        return HttpResponseNotModified() if request.validators.match(request) else None
