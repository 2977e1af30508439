"""`manage.py backup FILE`: write the database and the pictures to one archive."""

from pathlib import Path

from django.core.management.base import CommandError
from django.db import DatabaseError, InterfaceError
from tqdm import tqdm

from careerguide.commands import BaseCommand, in_words
from guides.editing.backup import BackupError, count_files, count_rows, write_backup


class Command(BaseCommand):
    help = "Write all data of the site, including pictures, to one archive, and verify it."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the archive to write; it includes accounts, so keep it private")
        parser.add_argument("--replace", action="store_true", help="overwrite an existing archive")

    def handle(self, *, file, replace, **options):
        if file.exists() and not replace:
            raise CommandError(f"{file} already exists. Choose another name or use --replace.")
        try:
            with tqdm(total=count_rows() + count_files(), unit=" rows and files", leave=False, disable=None) as bar:
                missing = write_backup(file, bar.update, replace=replace)
        except (BackupError, DatabaseError, InterfaceError, OSError) as error:
            raise CommandError(f"The backup failed, and {file} was not written. {in_words(error)}") from error
        for name in missing:
            self.stderr.write(f"The picture {name} has no file, so it is not in the archive.")
        self.stdout.write(f"{file}: {file.stat().st_size:,} bytes, written and verified.")
