"""Failures that are nobody's mistake: a database or a disk that cannot be used now."""

import errno
import sqlite3

from django.db import InterfaceError, OperationalError

BUSY = "the database is busy"
DAMAGED = "the database file is damaged"
FULL = "the disk is full"
READ_ONLY = "the database or the disk is read-only"
UNREACHABLE = "the database cannot be reached"

_SQLITE = {
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
}
_POSTGRESQL = {
    "25006": READ_ONLY,
    "40001": BUSY,
    "40P01": BUSY,
    "55P03": BUSY,
    "53100": FULL,
}
_FILES = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,
    errno.EROFS: READ_ONLY,
}


def cause_of(error: BaseException | None) -> str:
    """The cause of an outage in plain words; empty if an error is none."""
    driver = getattr(error, "__cause__", None)
    if isinstance(error, OSError):
        return _FILES.get(error.errno, "")
    if isinstance(driver, sqlite3.Error) and hasattr(driver, "sqlite_errorcode"):
        code = driver.sqlite_errorcode & 0xFF  # the rest of an extended code tells where it happened
        return _SQLITE.get(code, "" if code == sqlite3.SQLITE_ERROR else _unless_known(error))
    return _POSTGRESQL.get(getattr(driver, "sqlstate", None) or "", _unless_known(error))


def _unless_known(error: BaseException | None) -> str:
    return UNREACHABLE if isinstance(error, (InterfaceError, OperationalError)) else ""


def sentence(cause: str) -> str:
    return f"{cause[0].upper()}{cause[1:]}."
