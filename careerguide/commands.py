"""The base of all commands."""

import signal
import sys

from django.core.management import base
from django.core.management.base import CommandError
from django.db import DatabaseError, InterfaceError

from careerguide.failures import cause_of, sentence

STOPPED = 128 + signal.SIGINT  # the exit code of a command that was stopped, as in shells


class BaseCommand(base.BaseCommand):
    """A command that ends with one plain sentence where the database, a disk or a person stops it.

    `--traceback` shows where that was.
    """

    def run_from_argv(self, argv) -> None:
        """End on SIGTERM as on Ctrl+C, so that temporary files are removed."""
        signal.signal(signal.SIGTERM, lambda *arguments: sys.exit(128 + signal.SIGTERM))
        super().run_from_argv(argv)

    def execute(self, *args, **options):
        try:
            return super().execute(*args, **options)
        except KeyboardInterrupt as error:
            raise CommandError("Stopped.", returncode=STOPPED) from error
        except (DatabaseError, InterfaceError, OSError) as error:
            raise CommandError(in_words(error)) from error


def in_words(error: Exception) -> str:
    """What stopped a command: the cause in plain words where it is known, and what the database or system said."""
    cause = cause_of(error)
    said = str(error).strip().split("\n")[0]
    return sentence(f"{cause} ({said})") if cause else said
