"""Processes of their own, for what only a process shows: its log, its signals, how it ends."""

import os
import sys
from subprocess import PIPE, Popen
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection


def database_url() -> str:
    """The address of the test database; its tests need `transactional_db`, so that the process sees their rows."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def start(*arguments: str, **environment: str) -> Popen:
    """Start Python on the test database, without the leave that browser tests have to use the ORM beside a loop."""
    inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    return Popen(
        [sys.executable, "-W", "ignore", *arguments],
        cwd=settings.BASE_DIR,
        env={**inherited, "DATABASE_URL": database_url(), **environment},
        stdout=PIPE,
        stderr=PIPE,
        text=True,
    )
