"""The age of a guide's figures, and reminders for the owners of guides with old ones.

Figures are as old as the oldest source (`as_of`) or the last check by an editor, whichever is later. Guides with
neither come first, unless their figures are from official releases. A guide is behind if a figure is from an earlier
official release than the one on the site; only accepting the newer figures changes that.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils import timezone

from guides.models import Provenance, Revision, Role
from guides.official.models import Release
from guides.official.series import SOURCES, TABLES

YEAR = timedelta(days=365)


def by_age() -> QuerySet[Role]:
    """Guides with `is_behind`: those behind first, then the oldest figures. Drafts without a revision are left out."""
    guides = Role.objects.present().filter(pk__in=Revision.objects.values("role")).with_age()
    guides = guides.annotate(is_behind=Exists(figures_behind().filter(role=OuterRef("pk"))))
    return guides.order_by("-is_behind", "figures_as_of", "title", "pk")


def figures_behind() -> QuerySet[Provenance]:
    """The figures of guides that are from an earlier release than the current one of their source."""
    of_earlier = Q()
    for source, table in TABLES.items():
        releases = Release.objects.filter(table=table)
        newer = ~Q(release__in=releases.not_behind().order_by().values("name"))
        of_earlier |= Q(Exists(releases.current()), newer, source=source)
    return Provenance.objects.filter(of_earlier, role__deleted_at=None).exclude(kind="editor").order_by()


def guides_behind() -> list[tuple[Release, int]]:
    """The current releases that are newer than figures of guides, each with the number of these guides."""
    by_table = Case(*(When(source=source, then=Value(table)) for source, table in TABLES.items()))
    behind = figures_behind().annotate(table=by_table).filter(table=OuterRef("table")).values("table")
    number = Subquery(behind.annotate(number=Count("role", distinct=True)).values("number"))
    found = Release.objects.current().filter(table__in=SOURCES).annotate(guides=number)
    return [(release, release.guides) for release in found if release.guides]


def older_than(guides: QuerySet[Role], age: timedelta) -> QuerySet[Role]:
    """Filter guides fetched `with_age()` to those with older or undated figures."""
    return guides.filter(figures_as_of__lt=(timezone.now() - age).date().isoformat())


def mark_checked(role: Role, *, by=None, at: datetime | None = None) -> None:
    """Record that somebody checked the figures and found them correct."""
    Role.objects.filter(pk=role.pk).update(checked_at=at or timezone.now(), checked_by=by)


def due_by_owner(age: timedelta) -> Iterator[tuple[object, list[Role]]]:
    """Each owner with the guides whose figures are a release behind or older than this, in the order of `by_age`."""
    due: dict[object, list[Role]] = {}
    guides = by_age().filter(owner__is_active=True).select_related("owner")
    for role in guides.filter(is_behind=True) | older_than(guides, age):
        due.setdefault(role.owner, []).append(role)
    yield from due.items()
