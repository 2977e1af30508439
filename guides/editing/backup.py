"""Archives of the database and the pictures: their format, writing them and verifying them.

An archive is a zip file with `manifest.json`, one `rows/<model>.jsonl` for each table (a line for each row, as Django
serializes it, with its primary key) and the picture files. The manifest lists the SHA-256 of every file and the applied
migrations; the comment of the zip file is the SHA-256 of the manifest. Sessions and counts of wrong passwords are
left out: everybody has to log in again. Columns that are not serialized (a role's lock token) get new values, so open
forms are stale after a restore.
"""

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, time
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from django.apps import apps
from django.contrib.sessions.models import Session
from django.core import serializers
from django.core.files.storage import default_storage
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from guides.editing.private_files import private_file
from guides.models import Picture, Throttle
from guides.rendering.pictures import PictureFile, picture_file

FORMAT = 1
MANIFEST = "manifest.json"
ROWS = "rows/"
LEFT_OUT: tuple[type[models.Model], ...] = (Session, Throttle)
MEGABYTE = 1024 * 1024
AT_ONCE = 100  # rows
LARGEST_FILE = 20 * MEGABYTE  # of a picture, and of the manifest
MOST_ROWS = 2**63
ENCRYPTED = 1  # a bit of the flags of a file in a zip archive
T = TypeVar("T")
Progress = Callable[[int], Any]  # called with the number of rows or files done


class BackupError(Exception):
    """An archive that cannot be created or trusted; the message explains why."""


class _Encoder(DjangoJSONEncoder):
    """Encodes times with microseconds; Django's encoder truncates them to milliseconds."""

    def default(self, value):
        return value.isoformat() if isinstance(value, (datetime, time)) else super().default(value)


def saved_models() -> list[type[models.Model]]:
    """Every table of the site except those left out."""
    return [model for model in apps.get_models(include_auto_created=True) if model not in LEFT_OUT]


def file_of(model: type[models.Model]) -> str:
    """The name of a table in an archive."""
    return f"{ROWS}{model._meta.label_lower}.jsonl"


def applied_migrations() -> list[str]:
    """The migrations of the database, as `app.name`."""
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())


def count_rows() -> int:
    return sum(all_rows(model).count() for model in saved_models())


def count_files() -> int:
    return sum(1 for file in _picture_files())


def in_batches(rows: Iterable[T]) -> Iterator[list[T]]:
    """A few rows at once: those of revisions are large."""
    remaining = iter(rows)
    while batch := list(islice(remaining, AT_ONCE)):
        yield batch


# Backup


def write_backup(path: Path, progress: Progress, *, replace: bool = False) -> list[str]:
    """Write an archive, verify it, and only then give it its name. Returns the names of pictures without a file.

    Raises BackupError if verification fails, and OSError if the disk is full or the name is taken.
    """
    with private_file(path, replace=replace) as file:
        missing = _write(file, progress)
        check_backup(file)
    return missing


def _write(file: BinaryIO, progress: Progress) -> list[str]:
    files: dict[str, str] = {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, _snapshot():
        rows = {model._meta.label_lower: _write_rows(archive, model, files, progress) for model in saved_models()}
        missing = _write_pictures(archive, files, progress)
        manifest = json.dumps(
            {
                "format": FORMAT,
                "made_at": timezone.now().isoformat(),
                "migrations": applied_migrations(),
                "rows": rows,
                "files": files,
            }
        )
        archive.writestr(MANIFEST, manifest)
        archive.comment = hashlib.sha256(manifest.encode()).hexdigest().encode()
    return missing


class _snapshot(transaction.Atomic):
    """A transaction that sees the database at one point in time, while others keep writing."""

    def __init__(self) -> None:
        super().__init__(using=None, savepoint=True, durable=False)

    def __enter__(self) -> None:
        is_outermost = not connection.in_atomic_block
        connection.ensure_connection()
        if is_outermost and connection.vendor == "sqlite":
            mode, connection.transaction_mode = connection.transaction_mode, "DEFERRED"
            super().__enter__()
            connection.transaction_mode = mode
            return
        super().__enter__()
        if is_outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def all_rows(model: type[models.Model]) -> models.QuerySet:
    """All rows, including those that the model's managers hide."""
    return models.QuerySet(model).order_by("pk")


def _write_rows(archive: zipfile.ZipFile, model: type[models.Model], files: dict[str, str], progress: Progress) -> int:
    """Write a table into the archive; returns its number of rows."""
    name, digest, count = file_of(model), hashlib.sha256(), 0
    columns = [field.name for field in model._meta.local_concrete_fields]
    with archive.open(name, "w", force_zip64=True) as file:
        for rows in in_batches(all_rows(model).iterator(AT_ONCE)):
            lines = serializers.serialize("jsonl", rows, fields=columns, cls=_Encoder).encode()
            digest.update(lines)
            file.write(lines)
            count += len(rows)
            progress(len(rows))
    files[name] = digest.hexdigest()
    return count


def _write_pictures(archive: zipfile.ZipFile, files: dict[str, str], progress: Progress) -> list[str]:
    """Write the picture files without compressing them again; returns the names of missing files."""
    missing = []
    for file in _picture_files():
        try:
            with default_storage.open(file.path) as stored:
                content = stored.read()
        except FileNotFoundError:
            missing.append(file.name)
            continue
        archive.writestr(file.path, content, zipfile.ZIP_STORED)
        files[file.path] = hashlib.sha256(content).hexdigest()
        progress(1)
    return missing


def _picture_files() -> Iterator[PictureFile]:
    for picture in Picture.objects.order_by("pk").iterator():
        yield from picture.file.sizes()


# Restore


def check_backup(file: Path | BinaryIO) -> dict[str, Any]:
    """Verify an archive and return its manifest. Raises BackupError if anything in it was changed."""
    with opened_archive(file) as archive:
        return check_archive(archive)


@contextmanager
def opened_archive(file: Path | BinaryIO) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(file)
    except OSError as error:
        raise BackupError(f"{file} cannot be read: {error.strerror}.") from error
    except Exception as error:  # damaged zip files fail in many ways
        raise BackupError(f"The archive is damaged or not an archive: {error}") from error
    with archive:
        yield archive


def check_archive(archive: zipfile.ZipFile) -> dict[str, Any]:
    try:
        _check_entries(archive)
        manifest = _read_manifest(archive)
        if sorted(archive.namelist()) != sorted([*manifest["files"], MANIFEST]):
            raise BackupError("The archive is damaged: its files do not match its manifest.")
        for name, digest in manifest["files"].items():
            if _sha256(archive, name) != digest:
                raise BackupError(f"The archive is damaged: {shown(name)} was changed.")
    except BackupError:
        raise
    except Exception as error:
        raise BackupError(f"The archive is damaged: {error}") from error
    _check_names(manifest)
    return manifest


def _check_entries(archive: zipfile.ZipFile) -> None:
    """Refuse what no backup writes and what could fill the memory when it is read."""
    for entry in archive.infolist():
        if entry.flag_bits & ENCRYPTED:
            raise BackupError(f"The archive is damaged: {shown(entry.filename)} is encrypted.")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise BackupError(f"The archive is damaged: {shown(entry.filename)} is compressed in another way.")
        if not entry.filename.startswith(ROWS) and entry.file_size > LARGEST_FILE:
            raise BackupError(f"The archive is damaged: {shown(entry.filename)} is too large.")


def _read_manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    text = archive.read(MANIFEST)
    if hashlib.sha256(text).hexdigest().encode() != archive.comment:
        raise BackupError("The archive is damaged: its manifest was changed.")
    manifest = json.loads(text)
    number = manifest.get("format") if isinstance(manifest, dict) else None
    if isinstance(number, int) and number != FORMAT:
        raise BackupError(f"The archive has format {number}; this site reads format {FORMAT}.")
    if number is None or not _has_shape(manifest):
        raise BackupError("The archive is damaged: its manifest is not one of a backup.")
    return manifest


def _has_shape(manifest: dict[str, Any]) -> bool:
    """Whether everything in a manifest is of its type. Raises ValueError if its date is none."""
    kinds = {"format": int, "made_at": str, "migrations": list, "rows": dict, "files": dict}
    return (
        all(isinstance(manifest.get(key), kind) for key, kind in kinds.items())
        and bool(datetime.fromisoformat(manifest["made_at"]))
        and all(isinstance(name, str) for name in manifest["migrations"])
        and all(isinstance(count, int) and 0 <= count < MOST_ROWS for count in manifest["rows"].values())
        and all(isinstance(digest, str) for digest in manifest["files"].values())
    )


def _sha256(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def shown(name: str) -> str:
    """A name from an archive, quoted and cut, so that a terminal shows it and does nothing else."""
    return ascii(name[:100])


def _check_names(manifest: dict[str, Any]) -> None:
    """Refuse an archive with anything but pictures and tables of this version of the site."""
    if theirs := set(manifest["migrations"]) ^ set(applied_migrations()):
        names = ", ".join(map(shown, sorted(theirs)[:10]))
        raise BackupError(
            "The archive was created by another version of the site. Run that version, or run `migrate`. "
            f"These migrations differ: {names}"
        )
    tables = {file_of(model) for model in saved_models()}
    if not tables <= manifest["files"].keys() or {f"{ROWS}{name}.jsonl" for name in manifest["rows"]} != tables:
        raise BackupError("The archive is damaged: its tables are not those of the site.")
    for name in manifest["files"].keys() - tables:
        try:
            is_picture = picture_file(Path(name).stem).path == name
        except ValueError:
            is_picture = False
        if not is_picture:
            raise BackupError(f"The archive contains a file that is not a picture: {shown(name)}")
