"""The age of a guide's figures, and reminders for the owners of guides with old ones.

Figures are as old as the oldest source (`as_of`) or the last check by an editor, whichever is later. Guides with
neither come first.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from guides.models import Revision, Role

YEAR = timedelta(days=365)


def by_age() -> QuerySet[Role]:
    """Guides, oldest figures first. Drafts without a revision are left out."""
    guides = Role.objects.present().filter(pk__in=Revision.objects.values("role"))
    return guides.with_age().order_by("figures_as_of", "title", "pk")


def older_than(guides: QuerySet[Role], age: timedelta) -> QuerySet[Role]:
    """Filter guides fetched `with_age()` to those with older or undated figures."""
    return guides.filter(figures_as_of__lt=(timezone.now() - age).date().isoformat())


def mark_checked(role: Role, *, by=None, at: datetime | None = None) -> None:
    """Record that somebody checked the figures and found them correct."""
    Role.objects.filter(pk=role.pk).update(checked_at=at or timezone.now(), checked_by=by)


def due_by_owner(age: timedelta) -> Iterator[tuple[object, list[Role]]]:
    """Each owner with the guides whose figures are older than this, oldest first."""
    due: dict[object, list[Role]] = {}
    for role in older_than(by_age().filter(owner__is_active=True), age).select_related("owner"):
        due.setdefault(role.owner, []).append(role)
    yield from due.items()
