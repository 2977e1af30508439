"""The base of the commands that import official files: one closing table, one way to refuse a file."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from django.core.management.base import CommandError
from django.template.defaultfilters import pluralize
from tqdm import tqdm

from careerguide.commands import BaseCommand
from guides.official.importing import Incomplete, Outcome, Source, import_source
from guides.official.models import Release
from guides.official.reading.errors import FileError


class ImportCommand(BaseCommand):
    """Imports sources one after another; a refused one does not stop the others."""

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="read and check everything, and write nothing")
        parser.add_argument(
            "--smaller", action="store_true", help="also import a table much smaller than that of the release before"
        )

    def import_each(self, paths: Iterable[Path], sources: Callable[[Path], Iterator[Source]], **options: bool) -> None:
        """Import all sources of the paths and print the closing table. Raises CommandError if any was refused."""
        outcomes: list[Outcome] = []
        refused: list[str] = []
        for path in paths:
            try:
                for source in sources(path):
                    self.import_one(source, outcomes, refused, **options)
            except (FileError, OSError) as error:
                self.refuse(error, refused)
        self.close(outcomes, dry_run=options["dry_run"])
        if refused:
            raise CommandError(f"{len(refused)} refused; nothing of {pluralize(refused, 'it,them')} was written.")

    def import_one(self, source: Source, outcomes: list[Outcome], refused: list[str], **options: bool) -> None:
        try:
            with tqdm(desc=source.name, unit=" rows", leave=False, disable=None) as bar:
                outcomes.append(import_source(source, progress=bar.update, **options))
        except Incomplete as error:
            self.stderr.write(f"Passed over: {error}")
        except FileError as error:
            self.refuse(error, refused)

    def refuse(self, error: Exception, refused: list[str]) -> None:
        refused.append(str(error))
        self.stderr.write(f"Refused: {error}")

    def close(self, outcomes: list[Outcome], *, dry_run: bool) -> None:
        """Print what was read, kept and passed over."""
        lines = [line for outcome in outcomes for line in outcome.lines()]
        width = max((len(line[0]) for line in lines), default=0)
        numbers = ("read", "kept", "withheld", "top-coded")
        self.stdout.write(f"{'':<{width}}  " + "  ".join(f"{name:>9}" for name in numbers))
        for name, *counts, words in lines:
            self.stdout.write(f"{name:<{width}}  " + "  ".join(f"{count:>9,}" for count in counts) + f"  {words}")
        if dry_run:
            self.stdout.write("Nothing was written.")
            return
        tables = {release.table for outcome in outcomes for release in outcome.kept}
        for release in Release.objects.current().filter(table__in=tables):
            self.stdout.write(f"The site shows {release}.")
