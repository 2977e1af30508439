"""The state of the site: everything that public pages depend on, except their addresses.

It combines the running release with named sources, one for each kind of change that readers can see. It covers the
whole site because pages list, count and rank other guides. It excludes the editors' rows, which no public page reads.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.dispatch import receiver
from django.utils import timezone
from django.utils.autoreload import file_changed

from guides.models.correction import correction_state
from guides.models.job_description import job_description_state
from guides.models.job_search import job_search_state
from guides.models.revision import publication_state
from guides.models.role import deletion_state
from guides.models.vocabulary import skill_state
from guides.models.withdrawal import withdrawal_state
from guides.official.models.release import release_state

# To add a source, list it here; `guides/models/state.py` explains what a source is.
SOURCES = {
    "publications": publication_state,
    "deletions": deletion_state,
    "withdrawals": withdrawal_state,
    "skills": skill_state,
    "job descriptions": job_description_state,
    "job searches": job_search_state,
    "corrections": correction_state,
    "official figures": release_state,
}
RELEASED = ("careerguide", "guides", "templates", "static")
SETTINGS_SHOWN = ("CORRECTIONS_EMAIL", "PUBLISHER", "TEXT_LICENSE", "TEXT_LICENSE_URL")


@dataclass(frozen=True, slots=True)
class Release:
    """The code, templates, static files and settings behind the pages: their hash and the time of the last change."""

    name: str
    changed_at: datetime


@cache
def current_release() -> Release:
    """Return the running release, read once per process, and again by the development server after a change."""
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
    """A name that changes with any public page, and the time of the last change."""

    name: str
    changed_at: datetime


def site_state(at: datetime | None = None) -> SiteState:
    """Return the public state at a moment, by default now, in one query however long the history."""
    moment, release = at or timezone.now(), current_release()
    values = {f"{source}: {name}": value for source, state in SOURCES.items() for name, value in state(moment).items()}
    # Each value is a subquery. A query needs a table, and this one always has a row.
    found = ContentType.objects.order_by().values_list(*values.values())[:1].get()
    dates = [value for value in found if isinstance(value, datetime)]
    named = dict(zip(values, found, strict=True))
    return SiteState(repr((release.name, named)), max([release.changed_at, *dates]))
