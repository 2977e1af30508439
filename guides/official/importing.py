"""Importing files of official figures: each file whole or not at all, into the release that it belongs to."""

import hashlib
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.db import DataError, IntegrityError, models, transaction
from django.utils import timezone

from guides.official.limits import check
from guides.official.models import Area, Element, Release, ReleaseFile
from guides.official.reading.errors import FileError
from guides.official.releases import show, update_occupations

BATCH = 2_000  # rows written at once
SMALLEST_SHARE = 0.8  # of the rows of the release before in the same places
CHUNK = 1024 * 1024

Progress = Callable[[int], object]  # called with the number of rows since the last call


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
    """A file, or the files of one table: the release it belongs to, and its rows.

    `position` orders releases. `unknown_columns` are those of the file that nobody knows. `renames`: titles of
    occupations replace those that are known. `elements`: how many skills or the like a whole table rates. `top_pay`:
    the hourly (cents) and yearly pay (dollars) from which on no figure is published.
    """

    name: str
    sha256: str
    release: str
    position: int
    rows: Iterator[Found | Skipped]
    unknown_columns: list[str] = field(default_factory=list)
    renames: bool = True
    elements: int = 0
    top_pay: tuple[int, int] | None = None


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

    def lines(self) -> Iterator[tuple[str, int, int, int, int, str]]:
        """Lines of the closing table: a name, the rows read, kept, withheld and top-coded, and what else to say."""
        counts = (self.counted["withheld"], self.counted["top-coded"])
        words = "already imported, unchanged" if self.is_known else ", ".join(f"{release}" for release in self.kept)
        yield self.file, self.read, sum(self.kept.values()), *counts, words
        for reason, number in self.passed_over.items():
            yield "", number, 0, 0, 0, f"passed over: {reason}"
        if self.unknown_columns:
            yield "", 0, 0, 0, 0, f"columns not used: {', '.join(self.unknown_columns)}"


class Incomplete(FileError):
    """A table with a part of its content: another release serves it."""


class DryRun(Exception):
    """Rolls back an import after all its checks."""


def import_source(source: Source, *, progress: Progress, dry_run: bool, may_shrink: bool) -> Outcome:
    """Import one table of a file in one transaction. Raises FileError, with nothing imported."""
    outcome = Outcome(source.name, unknown_columns=source.unknown_columns)
    if ReleaseFile.objects.filter(name=source.name, sha256=source.sha256).exists():
        outcome.is_known = True
        return outcome
    try:
        with transaction.atomic():
            writers = _write(source, outcome, progress)
            for writer in writers:
                if not may_shrink:
                    _refuse_shrunk(writer, source.name)
                _note_file(writer, source)
            update_occupations(writer.release.table for writer in writers)
            if dry_run:
                raise DryRun
    except DryRun:
        pass
    return outcome


def _write(source: Source, outcome: Outcome, progress: Progress) -> "list[_Writer]":
    writers: dict[str, _Writer] = {}
    try:
        for found in source.rows:
            outcome.read += 1
            if outcome.read % BATCH == 0:
                progress(BATCH)
            _keep(found, source, writers, outcome)
        for writer in writers.values():
            writer.flush()
    except FileError as error:
        raise FileError(f"{source.name}, near row {outcome.read + 1:,}: {error}") from error
    except (DataError, IntegrityError) as error:
        raise FileError(f"{source.name} has a value that makes no sense near row {outcome.read:,}: {error}") from error
    for writer in writers.values():
        if writer.elements < source.elements:
            found = f"{writer.elements} of the {source.elements}"
            raise Incomplete(f"{source.name} has {found} that its table consists of.")
        outcome.kept[writer.release] = len(writer.ranks)
        outcome.counted += writer.counted
        if writer.doubled:
            outcome.passed_over["the same code twice"] += writer.doubled
    if not outcome.kept:
        raise FileError(f"{source.name} has no rows that can be used.")
    return list(writers.values())


def _keep(found: Found | Skipped, source: Source, writers: "dict[str, _Writer]", outcome: Outcome) -> None:
    if isinstance(found, Skipped):
        outcome.passed_over[found.reason] += 1
        return
    if found.table not in writers:
        writers[found.table] = _Writer(_release_for(found.table, source), source)
    writers[found.table].add(found)


def _note_file(writer: "_Writer", source: Source) -> None:
    """Note the file at its release, which is shown if it is the first of its table."""
    release = writer.release
    release.files.create(name=source.name, sha256=source.sha256, rows=writer.count_rows() - writer.rows_before)
    release.imported_at = timezone.now()
    release.save(update_fields=("imported_at",))
    if not Release.objects.current().filter(table=release.table).exists():
        show(release)


def _release_for(table: str, source: Source) -> Release:
    top_hourly, top_annual = source.top_pay or (None, None)
    given = {"position": source.position, "top_hourly": top_hourly, "top_annual": top_annual}
    return Release.objects.get_or_create(table=table, name=source.release, defaults=given)[0]


class _Writer:
    """Writes the rows of one release in batches; of two rows with one key, the one with the higher rank stays."""

    def __init__(self, release: Release, source: Source) -> None:
        self.release = release
        self.ranks: dict[Hashable, int] = {}
        self.counted: Counter[str] = Counter()
        self.doubled = 0
        self.model: type[models.Model] | None = None
        self.rows_before = 0
        newer = Release.objects.filter(table=release.table, position__gt=release.position)
        self._renames = source.renames and not newer.exists()
        self._rows: dict[Hashable, models.Model] = {}
        self._parts: dict[tuple[type, str], models.Model] = {}
        self._saved: dict[tuple[type, str], int] = {}

    def add(self, found: Found) -> None:
        if self.model is None:
            self.model = type(found.row)
            self.rows_before = self.count_rows()
        known = self.ranks.get(found.key)
        if known is not None:
            self.doubled += 1
            if known >= found.rank:
                return
        else:
            self.counted.update(found.counted)
        check(found.row)
        self.ranks[found.key] = found.rank
        found.row.release = self.release
        self._rows[found.key] = found.row
        for part in found.parts:
            key = (type(part), part.pk)
            if self._saved.get(key, -1) < found.rank:
                check(part)
                self._saved[key] = found.rank
                self._parts[key] = part
        if len(self._rows) >= BATCH:
            self.flush()

    def count_rows(self) -> int:
        """How many rows the release has; other files may have brought some of them."""
        return self.model._default_manager.filter(release=self.release).count() if self.model else 0

    @property
    def elements(self) -> int:
        return sum(model is Element for model, _ in self._saved)

    @property
    def areas(self) -> list[str]:
        return [code for model, code in self._saved if model is Area]

    def flush(self) -> None:
        """Write the rows so far. What they refer to keeps the names of the newest release."""
        parts = list(self._parts.values())
        for model in dict.fromkeys(map(type, parts)):
            own = [part for part in parts if type(part) is model]
            if self._renames:
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


def _refuse_shrunk(writer: "_Writer", name: str) -> None:
    """Refuse a file that has far fewer rows than the release before has in the same places."""
    release, kept = writer.release, len(writer.ranks)
    earlier = Release.objects.filter(table=release.table, position__lt=release.position).first()
    if earlier is None or writer.model is None:
        return
    rows = writer.model._default_manager.filter(release=earlier)
    before = (rows.filter(area__in=writer.areas) if writer.areas else rows).count()
    if kept < before * SMALLEST_SHARE:
        words = f"{name} has {kept:,} rows for “{release}”; {earlier.name} has {before:,} in the same places"
        raise FileError(f"{words}. If that is right, import it with --smaller.")


def sha256_of(*paths: Path) -> str:
    """The SHA-256 of the bytes of one or more files."""
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
    return digest.hexdigest()
