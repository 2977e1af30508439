"""Release day: what another release of official figures changes in guides, and accepting its figures.

A guide's figures stay those of the release that they name until a publisher accepts the new ones. That makes one
revision of the guide, in which each figure and how it is known change together.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, groupby

from django.db import transaction

from guides.document import GuideDocument
from guides.document.provenance import Provenance
from guides.editing.aging import mark_checked
from guides.editing.linked_figures import OPEN_FIGURE, Official, asked_for, is_linked, official
from guides.editing.publishing import PublishError, publish
from guides.editing.revisions import lock, replace_document
from guides.editing.rows import read_columns, read_document
from guides.editing.saving import StaleError
from guides.models import Provenance as ProvenanceRow
from guides.models import Revision, Role
from guides.official.models import Release
from guides.official.outlook import growth_note, outlook_band
from guides.official.series import SOURCES, Asked, Missing, Reading, read_series_in_releases


class Change(StrEnum):
    """What a release changes about a figure, the worst first."""

    GONE = "occupation gone"
    WITHHELD = "withheld"
    NOT_APPLICABLE = "not published by the year"
    TOP_CODED = "newly top-coded"
    MERGED = "occupation merged"
    NO_LONGER_TOP_CODED = "no longer top-coded"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


RANKS = {change: rank for rank, change in enumerate(Change)}
CHANGE_OF = {
    Missing.GONE: Change.GONE,
    Missing.WITHHELD: Change.WITHHELD,
    Missing.NOT_APPLICABLE: Change.NOT_APPLICABLE,
    Missing.TOP_CODED: Change.TOP_CODED,
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure of a guide beside another release: `value` is what accepting sets, None if that has to be edited.

    `is_open` and `was_open` say whether a range has an open end then and now.
    """

    known: Provenance
    found: Official
    change: Change
    value: int | float | None
    was_open: bool = False
    is_open: bool = False

    @property
    def is_proposed(self) -> bool:
        """Whether it can be accepted without a further look."""
        return self.value is not None and self.change != Change.MERGED

    @property
    def weight(self) -> tuple[int, float]:
        """Sorts the worst change first: by its kind, then by how much the figure changes."""
        size = abs((self.value or 0) - self.known.value) / (abs(self.known.value) or 1)
        return RANKS[self.change], -size


@dataclass(frozen=True, slots=True)
class GuideFigures:
    """The figures of a guide that are from another release, the worst change first."""

    role: Role
    comparisons: list[Comparison]


@dataclass(frozen=True, slots=True)
class Accepted:
    """What accepting figures did: the new revision, whether it went live, and if it was to, why it did not."""

    revision: Revision | None
    is_live: bool = False
    obstacle: str = ""


def guides_from_other_releases(release: Release) -> list[GuideFigures]:
    """Every guide with figures from another release of the same table, the worst change first; in four queries."""
    rows = ProvenanceRow.objects.filter(source=SOURCES[release.table], role__deleted_at=None)
    rows = rows.exclude(release=release.name).select_related("role").defer("role__summary")
    known = [(row.role, _known(row)) for row in rows.order_by("role__title", "role", "position")]
    linked = [(role, each) for role, each in known if is_linked(each)]
    readings = _readings((each for _, each in linked), release)
    guides = []
    for _, pairs in groupby(linked, key=lambda pair: pair[0].pk):
        own = list(pairs)
        role = own[0][0]
        compared = (compare(each, release, readings, is_open=role.salary_high_is_open) for _, each in own)
        guides.append(GuideFigures(role, sorted(compared, key=lambda item: item.weight)))
    return sorted(guides, key=lambda guide: guide.comparisons[0].weight)


def _known(row: ProvenanceRow) -> Provenance:
    return Provenance(**read_columns(Provenance, row))


def _readings(known: Iterable[Provenance], release: Release) -> dict[Asked, Reading]:
    """The series of figures in their own releases and in another one."""
    known = list(known)
    return read_series_in_releases(chain(asked_for(known), asked_for(known, release.name)))


def compare(
    known: Provenance, release: Release, readings: dict[Asked, Reading], *, is_open: bool = False
) -> Comparison:
    """A figure beside another release; `is_open` is whether the guide's range of pay has an open end."""
    before, now = official(known, readings), official(known, readings, release.name)
    is_open = is_open and known.figure == OPEN_FIGURE
    was_top_coded = is_open and before.missing == Missing.TOP_CODED
    value, will_be_open = now.value, is_open and not was_top_coded
    if now.missing == Missing.TOP_CODED and known.figure == OPEN_FIGURE:
        value, will_be_open = now.least, True
    if now.missing and not (now.missing == Missing.TOP_CODED and was_top_coded):
        change = CHANGE_OF[now.missing]
    elif now.merged and now.merged != before.merged:
        change = Change.MERGED
    elif was_top_coded and not will_be_open:
        change = Change.NO_LONGER_TOP_CODED
    else:
        change = Change.UNCHANGED if value == known.value else Change.CHANGED
    return Comparison(known, now, change, value, is_open, will_be_open)


@transaction.atomic
def accept(
    role: Role,
    release: Release,
    chosen: Collection[tuple[str, str]],
    *,
    lock_token: str,
    by=None,
    and_publish: bool = False,
) -> Accepted:
    """Accept figures of a guide, by name and level, from a release, as one revision.

    Figures without a value there are left alone. A guide without other figures counts as checked. With `and_publish`
    the revision goes live if the guide was live as it was saved. Raises StaleError if the guide changed since
    `lock_token`, InvalidDocument and ConflictError.
    """
    role = lock(role, with_parts=True)
    if str(role.lock_token) != lock_token:
        raise StaleError
    document = read_document(role)
    obstacle = _obstacle(role, document) if and_publish else ""
    known = [each for each in document.provenance if each.of in chosen and _is_of_another(each, release)]
    readings, is_open = _readings(known, release), document.key_facts.salary_high_is_open
    compared = [compare(each, release, readings, is_open=is_open) for each in known]
    accepted = with_figures(document, [item for item in compared if item.value is not None], release)
    comment = f"Figures from {SOURCES[release.table]}, {release.name}"
    revision = replace_document(role, accepted, Revision.Kind.EDIT, by=by, comment=comment, current=document)
    if accepted.figures.keys() <= {each.of for each in accepted.provenance if is_linked(each)}:
        mark_checked(role, by=by)
    if revision is None or obstacle or not and_publish:
        return Accepted(revision, obstacle=obstacle)
    try:
        publish(revision, by=by)
    except PublishError as error:
        return Accepted(revision, obstacle=str(error))
    return Accepted(revision, is_live=True)


def _is_of_another(known: Provenance, release: Release) -> bool:
    return known.source == SOURCES[release.table] and known.release != release.name and is_linked(known)


def _obstacle(role: Role, document: GuideDocument) -> str:
    """Why a new revision of a role does not go live at once; empty if it was live as it was saved."""
    state = Role.objects.with_state().only("pk").get(pk=role.pk)
    if state.in_review:
        return f"“{role}” is in review."
    if state.live_sha256 is None:
        return f"“{role}” is not live."
    return "" if state.live_sha256 == document.sha256() else f"“{role}” has other changes that are not published."


def with_figures(document: GuideDocument, accepted: Iterable[Comparison], release: Release) -> GuideDocument:
    """A document with accepted figures of a release, each together with how it is known."""
    facts: dict[str, int | float | bool | str] = {}
    levels: dict[str, dict[str, int | float]] = {}
    renewed: dict[tuple[str, str], Provenance] = {}
    for item in accepted:
        figure, level = item.known.of
        renewed[figure, level] = _renewed(item, release)
        (levels.setdefault(level, {}) if level else facts)[figure] = item.value
        if figure == OPEN_FIGURE:
            facts["salary_high_is_open"] = item.is_open
        if figure == "growth_percent" and document.key_facts.growth_note:
            facts["growth_note"] = _growth_note(document.key_facts.growth_note, item, release)
    # Of levels with the same title, the first one is meant.
    salaries = tuple(replace(level, **levels.pop(level.title, {})) for level in document.salary_levels)
    return replace(
        document,
        key_facts=replace(document.key_facts, **facts),
        salary_levels=salaries,
        provenance=tuple(renewed.get(known.of, known) for known in document.provenance),
    )


def _growth_note(note: str, item: Comparison, release: Release) -> str:
    """The note beside a new growth: the same words if they still fit, with the release that they name brought up."""
    before, now = round(item.known.value * 10), round((item.value or 0) * 10)
    if outlook_band(before) != outlook_band(now):
        return growth_note(now, release.name)
    return note.replace(item.known.release, release.name)


def _renewed(item: Comparison, release: Release) -> Provenance:
    """How an accepted figure is known: its series under the codes that have them now."""
    series, formula = item.known.series, item.known.formula
    for code, covering in item.found.merged.items():
        series, formula = series.replace(code, covering), formula.replace(code, covering)
    return replace(item.known, value=item.value, release=release.name, series=series, formula=formula)
