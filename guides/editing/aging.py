"""How old the figures of guides are, who checked them, and which guides an owner is reminded of.

The figures of a guide are as old as its oldest source says (`as_of`), or as the day on which somebody marked the guide
as checked, whichever is later. A guide whose sources name no date, and that nobody checked, comes before all others.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from guides.models import Revision, Role

YEAR = timedelta(days=365)


def by_age() -> QuerySet[Role]:
    """Guides, those with the oldest figures first; roles in preparation have none."""
    guides = Role.objects.present().filter(pk__in=Revision.objects.values("role"))
    return guides.with_age().order_by("figures_as_of", "title", "pk")


def older_than(guides: QuerySet[Role], age: timedelta) -> QuerySet[Role]:
    """Guides, fetched `with_age()`, whose figures are older than this, or of no known date."""
    return guides.filter(figures_as_of__lt=(timezone.now() - age).date().isoformat())


def mark_checked(role: Role, *, by=None, at: datetime | None = None) -> None:
    """Write down that somebody looked at the figures and found them true."""
    Role.objects.filter(pk=role.pk).update(checked_at=at or timezone.now(), checked_by=by)


def due_by_owner(age: timedelta) -> Iterator[tuple[object, list[Role]]]:
    """Every owner with the guides of theirs whose figures are older than this, oldest first."""
    due: dict[object, list[Role]] = {}
    for role in older_than(by_age().filter(owner__is_active=True), age).select_related("owner"):
        due.setdefault(role.owner, []).append(role)
    yield from due.items()
