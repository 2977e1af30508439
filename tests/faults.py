"""Faults of a database and a disk: each function gives a context in which it holds."""

import resource
import signal
import sqlite3
from contextlib import closing, contextmanager

from django.db import connection


@contextmanager
def unreachable():
    """Let the database be where there is none."""
    nowhere = {"NAME": "/nowhere/db.sqlite3"} if connection.vendor == "sqlite" else {"HOST": "127.0.0.1", "PORT": "1"}
    before = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update(nowhere)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(before)


@contextmanager
def locked():
    """Let another program write to the database and not end."""
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as other, limited("busy_timeout = 20"):
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def limited(pragma: str):
    """Let a limit of SQLite hold for the connection of the site."""
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
    try:
        yield
    finally:
        connection.close()


@contextmanager
def full():
    """Let the file of the database not grow."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
    with limited("max_page_count = 1"):
        yield


@contextmanager
def full_disk(size: int = 100):
    """Let no file grow beyond some bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
