"""Uploaded files: stored whole, and removed again if the rows beside them cannot be stored."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.core.files.storage import FileSystemStorage, default_storage
from django.db import transaction

UNFINISHED = ".part"
_stored: ContextVar[list[str] | None] = ContextVar("_stored", default=None)


class WholeFiles(FileSystemStorage):
    """A storage in which a file gets its name once all of its content is written."""

    def _save(self, name, content):
        part = f"{name}{UNFINISHED}"
        try:
            part = super()._save(part, content)
            os.replace(self.path(part), self.path(name))
        except BaseException:
            self.delete(part)
            raise
        if (stored := _stored.get()) is not None:
            stored.append(name)
        return name


@contextmanager
def files_and_rows() -> Iterator[None]:
    """A transaction of the database and of the stored files: if it fails, the files stored in it are deleted."""
    outer, inner = _stored.get(), []
    token = _stored.set(inner)
    try:
        with transaction.atomic():
            yield
    except BaseException:
        for name in inner:
            default_storage.delete(name)
        raise
    finally:
        _stored.reset(token)
    if outer is not None:
        outer.extend(inner)
