"""Backup and restore of the database and the pictures, from SQLite or PostgreSQL to either of them.

An archive is a zip file with `manifest.json`, one `rows/<model>.jsonl` for each table (a line for each row, as Django
serializes it, with its primary key) and the picture files. The manifest lists the SHA-256 of every file and the applied
migrations; the comment of the zip file is the SHA-256 of the manifest. Sessions and counts of wrong passwords are
left out: everybody has to log in again. Columns that are not serialized (a role's lock token) get new values, so open
forms are stale after a restore.
"""

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime, time
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core import serializers
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
from django.db import DatabaseError, connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from guides.models import Picture, Throttle
from guides.rendering.pictures import FOLDER, PictureFile, picture_file

FORMAT = 1
MANIFEST = "manifest.json"
LEFT_OUT: tuple[type[models.Model], ...] = (Session, Throttle)
CHUNK = 1024 * 1024
LARGEST_MANIFEST = 50 * 1024 * 1024
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


def applied_migrations() -> list[str]:
    """The migrations of the database, as `app.name`."""
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())


def count_rows() -> int:
    return sum(_rows(model).count() for model in saved_models())


def count_files() -> int:
    return sum(1 for file in _picture_files())


# Backup


def write_backup(path: Path, progress: Progress) -> list[str]:
    """Write an archive, verify it, and only then move it into place. Returns the names of pictures without a file.

    Raises BackupError if verification fails, and OSError if the disk is full.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")  # readable by its owner only
    os.close(handle)
    try:
        missing = _write(Path(name), progress)
        check_backup(Path(name))
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
    return missing


def _write(path: Path, progress: Progress) -> list[str]:
    files: dict[str, str] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, _snapshot():
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
        super().__enter__()
        if is_outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _rows(model: type[models.Model]) -> models.QuerySet:
    """All rows, including those that the model's managers hide."""
    return models.QuerySet(model).order_by("pk")


def _write_rows(archive: zipfile.ZipFile, model: type[models.Model], files: dict[str, str], progress: Progress) -> int:
    """Write a table into the archive; returns its number of rows."""
    name, digest, count = f"rows/{model._meta.label_lower}.jsonl", hashlib.sha256(), 0
    columns = [field.name for field in model._meta.local_concrete_fields]
    with archive.open(name, "w", force_zip64=True) as file:
        for row in _rows(model).iterator(chunk_size=500):
            line = serializers.serialize("jsonl", [row], fields=columns, cls=_Encoder).encode()
            digest.update(line)
            file.write(line)
            count += 1
            progress(1)
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


def check_backup(path: Path) -> dict[str, Any]:
    """Verify an archive and return its manifest. Raises BackupError if anything in it was changed."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _read_manifest(archive)
            names = archive.namelist()
            if sorted(names) != sorted([*manifest["files"], MANIFEST]):
                raise BackupError("The archive is damaged: its files do not match its manifest.")
            for name, digest in manifest["files"].items():
                if _sha256(archive, name) != digest:
                    raise BackupError(f"The archive is damaged: {name} was changed.")
    except BackupError:
        raise
    except Exception as error:  # damaged zip files fail in many ways
        raise BackupError(f"The archive is damaged or not an archive: {error}") from error
    _check_names(manifest)
    return manifest


def _read_manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    if archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
        raise BackupError("The archive is damaged: its manifest is too large.")
    text = archive.read(MANIFEST)
    if hashlib.sha256(text).hexdigest().encode() != archive.comment:
        raise BackupError("The archive is damaged: its manifest was changed.")
    manifest: dict[str, Any] = json.loads(text)
    if manifest["format"] != FORMAT:
        raise BackupError(f"The archive has format {manifest['format']}; this site reads format {FORMAT}.")
    return manifest


def _sha256(archive: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with archive.open(name) as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _check_names(manifest: dict[str, Any]) -> None:
    """Refuse an archive with anything but pictures and tables of this version of the site."""
    tables = {f"rows/{model}.jsonl" for model in manifest["rows"]}
    for name in manifest["files"].keys() - tables:
        try:
            is_picture = picture_file(Path(name).stem).path == name
        except ValueError:
            is_picture = False
        if not is_picture:
            raise BackupError(f"The archive contains a file that is not a picture: {name}")
    if theirs := set(manifest["migrations"]) ^ set(applied_migrations()):
        raise BackupError(
            "The archive was created by another version of the site. Run that version, or run `migrate`. "
            f"These migrations differ: {', '.join(sorted(theirs))}"
        )


def restore_backup(path: Path, progress: Progress) -> None:
    """Replace everything on the site with an archive, first rows, then pictures: all or nothing.

    Raises BackupError if the archive cannot be trusted or its rows are inconsistent.
    """
    manifest = check_backup(path)
    written: list[str] = []
    try:
        with zipfile.ZipFile(path) as archive, transaction.atomic():
            _replace_rows(archive, manifest, progress)
            _write_files(archive, manifest, written, progress)
    except Exception as error:
        for name in written:
            default_storage.delete(name)
        if isinstance(error, (DatabaseError, serializers.base.DeserializationError)):
            raise BackupError(f"The rows of the archive are inconsistent: {error}") from error
        raise
    _delete_other_pictures(manifest)
    ContentType.objects.clear_cache()
    cache.clear()


def _replace_rows(archive: zipfile.ZipFile, manifest: dict[str, Any], progress: Progress) -> None:
    """Empty every table and fill it from the archive. Foreign keys are checked after all rows are written."""
    for model in [*saved_models(), *LEFT_OUT]:
        _rows(model).order_by()._raw_delete(connection.alias)
    for model in saved_models():
        _fill(archive, model, manifest["rows"][model._meta.label_lower], progress)
    connection.check_constraints()
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), saved_models()):
            cursor.execute(statement)


def _fill(archive: zipfile.ZipFile, model: type[models.Model], count: int, progress: Progress) -> None:
    with archive.open(f"rows/{model._meta.label_lower}.jsonl") as file:
        for row in serializers.deserialize("jsonl", TextIOWrapper(file, "utf-8", newline="\n")):
            if type(row.object) is not model:
                raise BackupError(f"The rows of {model._meta.label} include a row of another table.")
            row.save(force_insert=True)
            progress(1)
    if _rows(model).count() != count:
        raise BackupError(f"{model._meta.label} has a different number of rows than the manifest says.")


def _write_files(archive: zipfile.ZipFile, manifest: dict[str, Any], written: list[str], progress: Progress) -> None:
    """Write pictures that are missing or differ, and record their names in `written`."""
    for name, digest in manifest["files"].items():
        if name.startswith("rows/"):
            continue
        if default_storage.exists(name):
            with default_storage.open(name) as stored:
                if hashlib.sha256(stored.read()).hexdigest() == digest:
                    progress(1)
                    continue
            default_storage.delete(name)
        written.append(name)
        default_storage.save(name, ContentFile(archive.read(name)))
        progress(1)


def _delete_other_pictures(manifest: dict[str, Any]) -> None:
    """Delete pictures that are not in the archive; no row uses them any more."""
    names = default_storage.listdir(FOLDER)[1] if default_storage.exists(FOLDER) else ()
    for name in names:
        if f"{FOLDER}/{name}" not in manifest["files"]:
            default_storage.delete(f"{FOLDER}/{name}")
