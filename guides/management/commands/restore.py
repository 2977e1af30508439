"""`manage.py restore FILE`: replace everything on the site with an archive of `backup`."""

from pathlib import Path

from django.core.management.base import CommandError
from django.db import DatabaseError, InterfaceError
from django.template.defaultfilters import pluralize
from tqdm import tqdm

from careerguide.commands import BaseCommand, in_words
from guides.editing.backup import BackupError, check_backup, count_rows
from guides.editing.restoring import restore_backup


class Command(BaseCommand):
    help = "Replace everything on the site with an archive made by `backup`: all of it or nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--no-input", action="store_true", help="do not ask for confirmation")

    def handle(self, *, file, no_input, **options):
        try:
            manifest = check_backup(file)
            total = sum(manifest["rows"].values())
            if not no_input:
                self.ask(manifest["made_at"], total)
            files = len(manifest["files"]) - len(manifest["rows"])
            with tqdm(total=total + files, unit=" rows and files", leave=False, disable=None) as bar:
                left = restore_backup(file, bar.update)
        except (BackupError, DatabaseError, InterfaceError, OSError) as error:
            raise CommandError(f"Nothing was changed. {in_words(error)}") from error
        for name in left:
            self.stderr.write(f"The picture {name} is not in the archive and could not be deleted.")
        self.stdout.write(
            f"{file}: {total:,} row{pluralize(total)} restored, with all pictures. Everybody has to log in again."
        )

    def ask(self, made_at: str, total: int) -> None:
        present = count_rows()
        made = made_at[:16].replace("T", " ")
        question = f"Replace {present:,} row{pluralize(present)} with {total:,} from {made} UTC? [y/N] "
        if input(question).strip().lower() not in ("y", "yes"):
            raise CommandError("Nothing was changed.")
