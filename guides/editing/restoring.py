"""Restoring an archive of `guides.editing.backup`, on SQLite or PostgreSQL, whichever it was written on."""

import hashlib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.core.cache import cache
from django.core.files import File
from django.core.files.storage import default_storage
from django.core.management.color import no_style
from django.db import connection, models

from careerguide.failures import cause_of
from guides.editing.backup import (
    LEFT_OUT,
    MEGABYTE,
    ROWS,
    BackupError,
    Progress,
    all_rows,
    check_archive,
    file_of,
    in_batches,
    opened_archive,
    saved_models,
    shown,
)
from guides.editing.files import files_and_rows
from guides.rendering.pictures import FOLDER

LONGEST_ROW = 64 * MEGABYTE


def restore_backup(path: Path, progress: Progress) -> list[str]:
    """Replace everything on the site with an archive, first rows, then pictures: all or nothing.

    Returns the files of other pictures that could not be deleted. Raises BackupError if the archive cannot be trusted
    or its rows are inconsistent, and DatabaseError or OSError if the database or the disk cannot be used.
    """
    with opened_archive(path) as archive:
        manifest = check_archive(archive)
        with files_and_rows():
            with _consistent_rows():
                _replace_rows(archive, manifest, progress)
            _write_files(archive, manifest, progress)
    ContentType.objects.clear_cache()
    cache.clear()
    return _delete_other_pictures(manifest)


@contextmanager
def _consistent_rows() -> Iterator[None]:
    """Turn the many ways in which odd rows fail into BackupError; an outage is no fault of the rows."""
    try:
        yield
    except Exception as error:
        if isinstance(error, BackupError) or cause_of(error):
            raise
        raise BackupError(f"The rows of the archive are inconsistent: {shown(str(error))}") from error


def _replace_rows(archive: zipfile.ZipFile, manifest: dict[str, Any], progress: Progress) -> None:
    """Empty every table and fill it from the archive. Foreign keys are checked after all rows are written."""
    for model in [*saved_models(), *LEFT_OUT]:
        all_rows(model).order_by()._raw_delete(connection.alias)
    for model in saved_models():
        _fill(archive, model, manifest["rows"][model._meta.label_lower], progress)
    connection.check_constraints()
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), saved_models()):
            cursor.execute(statement)


def _fill(archive: zipfile.ZipFile, model: type[models.Model], count: int, progress: Progress) -> None:
    with archive.open(file_of(model)) as file:
        for rows in in_batches(serializers.deserialize("jsonl", _lines(file))):
            if any(type(row.object) is not model for row in rows):
                raise BackupError(f"The rows of {model._meta.label} include a row of another table.")
            _insert(model, [row.object for row in rows])
            progress(len(rows))
    if all_rows(model).count() != count:
        raise BackupError(f"{model._meta.label} has a different number of rows than the manifest says.")


def _insert(model: type[models.Model], rows: list[models.Model]) -> None:
    """Insert rows as they are: unlike `bulk_create`, without new values for columns such as times of creation."""
    columns = [column for column in model._meta.local_concrete_fields if not column.generated]
    size = max(1, connection.ops.bulk_batch_size(columns, rows))
    for start in range(0, len(rows), size):
        all_rows(model)._insert(rows[start : start + size], fields=columns, using=connection.alias, raw=True)


def _lines(file: IO[bytes]) -> Iterator[str]:
    while line := file.readline(LONGEST_ROW + 1):
        if len(line) > LONGEST_ROW:
            raise BackupError("The archive is damaged: a row is too long.")
        yield line.decode()


def _write_files(archive: zipfile.ZipFile, manifest: dict[str, Any], progress: Progress) -> None:
    """Write the pictures that are missing or differ."""
    for name, digest in manifest["files"].items():
        if name.startswith(ROWS):
            continue
        if not _is_stored(name, digest):
            default_storage.delete(name)
            with archive.open(name) as file:
                default_storage.save(name, File(file))
        progress(1)


def _is_stored(name: str, digest: str) -> bool:
    if not default_storage.exists(name):
        return False
    with default_storage.open(name) as stored:
        return hashlib.file_digest(stored.file, "sha256").hexdigest() == digest


def _delete_other_pictures(manifest: dict[str, Any]) -> list[str]:
    """Delete pictures that are not in the archive; no row uses them any more. Returns those that cannot be deleted."""
    left = []
    names = default_storage.listdir(FOLDER)[1] if default_storage.exists(FOLDER) else ()
    for name in names:
        if f"{FOLDER}/{name}" not in manifest["files"]:
            try:
                default_storage.delete(f"{FOLDER}/{name}")
            except OSError:
                left.append(name)
    return left
