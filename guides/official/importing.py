"""Importing files of official figures: each file whole or not at all, into the release that it belongs to."""

import hashlib
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.db import models, transaction

from guides.official.models import Area, Release
from guides.official.reading.errors import FileError

BATCH = 2_000  # rows written at once
SMALLEST_SHARE = 0.8  # of the rows of the release before in the same places
CHUNK = 1024 * 1024

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is passed over, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """A row of a table, unsaved, with what it refers to: `parts` are saved first.

    `key` names the row in its release; of two rows with one key, the one with the higher `rank` is kept. `counted`
    has what the closing table counts beside the kept rows.
    """

    table: str
    key: Hashable
    row: models.Model
    parts: tuple[models.Model, ...]
    counted: Iterable[str] = ()
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """A table of a file: the release it belongs to, its columns that nobody knows, and its rows."""

    name: str
    release: str
    position: int
    unknown_columns: list[str]
    rows: Iterator[Found | Skipped]


@dataclass(slots=True)
class Outcome:
    """What an import did with a file: for the closing table."""

    file: str
    read: int = 0
    kept: Counter[Release] = field(default_factory=Counter)
    counted: Counter[str] = field(default_factory=Counter)
    passed_over: Counter[str] = field(default_factory=Counter)
    unknown_columns: list[str] = field(default_factory=list)
    is_known: bool = False


class DryRun(Exception):
    """Rolls back an import after all its checks."""


def import_source(path: Path, source: Source, *, progress: Progress, dry_run: bool, may_shrink: bool) -> Outcome:
    """Import one table of a file in one transaction. Raises FileError, with nothing imported."""
    outcome = Outcome(source.name, unknown_columns=source.unknown_columns)
    digest = sha256_of(path)
    known = Release.objects.filter(name=source.release, files__sha256=digest, files__name=source.name)
    if known.exists():
        outcome.is_known = True
        return outcome
    try:
        with transaction.atomic():
            _write(source, outcome, progress)
            _check(outcome, may_shrink=may_shrink)
            for release, kept in outcome.kept.items():
                release.files.create(name=source.name, sha256=digest, rows=kept)
                make_current_if_first(release)
            if dry_run:
                raise DryRun
    except DryRun:
        pass
    return outcome


def _write(source: Source, outcome: Outcome, progress: Progress) -> None:
    writers: dict[str, _Writer] = {}
    for found in source.rows:
        outcome.read += 1
        if outcome.read % BATCH == 0:
            progress(outcome.read)
        if isinstance(found, Skipped):
            outcome.passed_over[found.reason] += 1
            continue
        if found.table not in writers:
            writers[found.table] = _Writer(_release_for(found.table, source))
        writers[found.table].add(found)
    for writer in writers.values():
        writer.flush()
        outcome.kept[writer.release] = len(writer.ranks)
        outcome.counted += writer.counted
        if writer.doubled:
            outcome.passed_over["the same code twice"] += writer.doubled
    if not outcome.kept:
        raise FileError(f"{source.name} has no rows that can be used.")


def _release_for(table: str, source: Source) -> Release:
    return Release.objects.get_or_create(
        table=table, name=source.release, defaults={"position": source.position}
    )[0]


class _Writer:
    """Writes the rows of one release in batches; of two rows with one key, the one with the higher rank stays."""

    def __init__(self, release: Release) -> None:
        self.release = release
        self.ranks: dict[Hashable, int] = {}
        self.counted: Counter[str] = Counter()
        self.doubled = 0
        self._is_newest = not Release.objects.filter(table=release.table, position__gt=release.position).exists()
        self._rows: dict[Hashable, models.Model] = {}
        self._parts: dict[tuple[type, str], models.Model] = {}
        self._saved: dict[tuple[type, str], int] = {}

    def add(self, found: Found) -> None:
        known = self.ranks.get(found.key)
        if known is not None:
            self.doubled += 1
            if known >= found.rank:
                return
        else:
            self.counted.update(found.counted)
        self.ranks[found.key] = found.rank
        found.row.release = self.release
        self._rows[found.key] = found.row
        for part in found.parts:
            key = (type(part), part.pk)
            if self._saved.get(key, -1) < found.rank:
                self._saved[key] = found.rank
                self._parts[key] = part
        if len(self._rows) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write the rows so far. What they refer to keeps the names of the newest release."""
        parts = list(self._parts.values())
        for model in dict.fromkeys(map(type, parts)):
            own = [part for part in parts if type(part) is model]
            if self._is_newest:
                save_all(own, (model._meta.pk.name,))
            else:
                model._default_manager.bulk_create(own, ignore_conflicts=True)
        self._parts.clear()
        if self._rows:
            rows = list(self._rows.values())
            unique = next(item for item in rows[0]._meta.constraints if isinstance(item, models.UniqueConstraint))
            save_all(rows, unique.fields)
        self._rows.clear()


def save_all(rows: list[models.Model], unique_fields: Iterable[str]) -> None:
    """Insert rows, or update those that are there already under the unique fields."""
    unique = list(unique_fields)
    model = type(rows[0])
    others = [item.name for item in model._meta.concrete_fields if item.name not in unique and not item.primary_key]
    model._default_manager.bulk_create(rows, update_conflicts=True, unique_fields=unique, update_fields=others)


def _check(outcome: Outcome, *, may_shrink: bool) -> None:
    """Refuse a file that has far fewer rows than the release before has in the same places."""


def make_current_if_first(release: Release) -> None:
    if not Release.objects.current().filter(table=release.table).exists():
        release.is_current = True
        release.save(update_fields=("is_current",))


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
