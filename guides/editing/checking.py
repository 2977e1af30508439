"""Running the checks of `guides.editing.checks` with the site context from the database."""

import struct
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from guides.document import GuideDocument
from guides.editing.checks import SiteContext, Suggestion, check_guide
from guides.editing.checks.duplicates import index_prints, prints_of
from guides.editing.linked_figures import asked_for, linked
from guides.models import (
    GuideIndex,
    PublishedSlug,
    RelatedRoleIndex,
    Revision,
    SalaryLevelIndex,
    Skill,
    TextPrints,
)
from guides.official.occupations import tasks_of
from guides.official.series import newest_names, read_series_in_releases
from guides.rendering import charts

Progress = Callable[[Iterable], Iterable]


def latest_revisions() -> QuerySet[Revision]:
    """The latest revision of every role that has one and is not deleted, by title."""
    newer = Revision.objects.filter(role=OuterRef("role")).order_by("-number").values("pk")
    revisions = Revision.objects.filter(pk=Subquery(newer[:1]), role__deleted_at=None)
    return revisions.select_related("role").order_by("role__title", "pk")


def check_one(document: GuideDocument, role_id: int | None = None) -> list[Suggestion]:
    """The suggestions for one document, saved or not, compared with the latest revisions of all other roles."""
    update_prints()
    own = prints_of(document)
    others = ((slug, own.intersection(prints)) for role, slug, prints in stored_prints() if role != role_id)
    return check_guide(document, _site_context(others, [document]))


def check_all(revisions: Iterable[Revision], progress: Progress = iter) -> Iterator[tuple[Revision, list[Suggestion]]]:
    """The suggestions for each revision, in time linear in the text of all guides."""
    revisions = list(revisions)
    update_prints(progress)
    shared = _shared([(slug, prints) for _, slug, prints in stored_prints()])
    site = _site_context(shared, (revision.guide for revision in revisions))
    for revision in progress(revisions):
        yield revision, check_guide(revision.guide, site)


@dataclass(frozen=True, slots=True)
class CrowdedAxis:
    """An axis that is too short for the pay in its currency: `beyond` of the `amounts` do not fit on it."""

    currency: str
    end: int
    amounts: int
    beyond: int


def crowded_axes() -> list[CrowdedAxis]:
    """The axes that are too short for the pay of the live guides."""
    guides = GuideIndex.objects.live().order_by()
    of_roles = guides.values_list("currency", "median_salary", "salary_low", "salary_high")
    of_levels = SalaryLevelIndex.objects.filter(guide__in=guides).order_by()
    stated: Counter[str] = Counter()
    beyond: Counter[str] = Counter()
    for currency, *amounts in chain(of_roles, of_levels.values_list("currency", "median", "average")):
        known = [amount for amount in amounts if amount is not None]
        stated[currency] += len(known)
        beyond[currency] += sum(amount > charts.AXIS_ENDS.get(currency, amount) for amount in known)
    return [
        CrowdedAxis(currency, end, stated[currency], beyond[currency])
        for currency, end in charts.AXIS_ENDS.items()
        if charts.is_crowded(stated[currency], beyond[currency])
    ]


def update_prints(progress: Progress = iter) -> None:
    """Store the prints of roles whose latest revision has none yet."""
    known = TextPrints.objects.filter(role=OuterRef("role")).values("sha256")
    stale = latest_revisions().annotate(known=Subquery(known)).filter(Q(known=None) | ~Q(known=F("sha256")))
    for revision in progress(list(stale.only("role", "sha256", "document", "role__slug"))):
        write_prints(revision)


def write_prints(revision: Revision) -> None:
    prints = sorted(prints_of(revision.guide))
    values = {"sha256": revision.sha256, "prints": struct.pack(f"<{len(prints)}q", *prints)}
    TextPrints.objects.update_or_create(role_id=revision.role_id, defaults=values)


def stored_prints() -> Iterator[tuple[int, str, tuple[int, ...]]]:
    """The key, the slug and the stored prints of each role."""
    stored = TextPrints.objects.filter(role__deleted_at=None).order_by("role")
    for role, slug, prints in stored.values_list("role", "role__slug", "prints"):
        yield role, slug, struct.unpack(f"<{len(prints) // 8}q", prints)


def _shared(guides: list[tuple[str, tuple[int, ...]]]) -> Iterator[tuple[str, set[int]]]:
    """The prints that more than one guide has; the others would only fill the memory."""
    seen: set[int] = set()
    shared: set[int] = set()
    for _, prints in guides:
        shared.update(seen.intersection(prints))
        seen.update(prints)
    for slug, prints in guides:
        yield slug, shared.intersection(prints)


def _site_context(prints: Iterable[tuple[str, Iterable[int]]], documents: Iterable[GuideDocument]) -> SiteContext:
    """What the checks of these documents need to know."""
    live = Revision.objects.live().values("role")
    guides = {*PublishedSlug.objects.filter(role__in=live).values_list("slug", flat=True)}
    guides.update(RelatedRoleIndex.objects.drafts().order_by().values_list("slug", flat=True))
    skills = Skill.objects.values_list("slug", flat=True)
    documents = list(documents)
    codes = {link.code for document in documents for link in document.details.occupations}
    known = [known for document in documents for _, known in linked(document)]
    context = SiteContext(index_prints(prints), frozenset(guides), frozenset(skills), tasks=tasks_of(codes))
    if not known:
        return context
    return replace(context, readings=read_series_in_releases(asked_for(known)), releases=newest_names())
