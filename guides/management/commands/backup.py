"""`manage.py backup FILE`: database and pictures as one archive."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from guides.editing.backup import BackupError, count_files, count_rows, write_backup


class Command(BaseCommand):
    help = "Write everything that the site keeps, pictures included, into one archive, and check what was written."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="where the archive goes; it holds accounts: keep it to yourself")
        parser.add_argument("--replace", action="store_true", help="write over an archive that is there already")

    def handle(self, *, file, replace, **options):
        if file.exists() and not replace:
            raise CommandError(f"{file} is there already; give another name, or --replace.")
        try:
            with tqdm(total=count_rows() + count_files(), unit=" rows and files", leave=False, disable=None) as bar:
                missing = write_backup(file, bar.update)
        except (BackupError, OSError) as error:
            raise CommandError(f"There is no backup: {error}") from error
        for name in missing:
            self.stderr.write(f"The picture {name} has no file; it is not in the archive.")
        self.stdout.write(f"{file}: {file.stat().st_size:,} bytes, written and read again.")
