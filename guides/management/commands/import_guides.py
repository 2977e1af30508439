"""`manage.py import_guides PATH…`: import guide texts into the database."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.core.management.base import CommandError
from django.db import DatabaseError, InterfaceError
from django.template.defaultfilters import pluralize

from careerguide.commands import BaseCommand, in_words
from guides.document.merging import Verdict
from guides.editing.import_outcomes import Outcome, Status
from guides.editing.importing import Importer, Options
from guides.editing.text_files import find_texts


class Command(BaseCommand):
    help = (
        "Import guide texts from files and from the .txt files in folders. A refused text does not stop the others. "
        "If the database or the disk fails, the import stops at that text, nothing of which is imported; run the "
        "command again to import the rest."
    )

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--dry-run", action="store_true", help="show what would change, field by field")
        parser.add_argument("--publish", action="store_true", help="publish the imported guides")
        parser.add_argument("--publish-thin", action="store_true", help="publish guides without any list or figure too")
        parser.add_argument("--overwrite", action="store_true", help="use the text even if an editor changed the guide")
        parser.add_argument("--date", type=datetime.fromisoformat, help="the date and time to record instead of now")

    def handle(self, *, paths, dry_run, publish, publish_thin, overwrite, date, **options):
        if date and date.tzinfo is None:
            raise CommandError("--date needs an offset, such as 2025-11-02T09:00:00+00:00.")
        importer = Importer(
            Options(
                publish=publish or publish_thin,
                publish_thin=publish_thin,
                overwrite=overwrite,
                dry_run=dry_run,
                at=date,
            )
        )
        files = find_texts(paths)
        if not files:
            raise CommandError("There are no texts to import.")
        outcomes = list(self.import_all(importer, files))
        self.total(outcomes, dry_run=dry_run)
        refused = sum(outcome.status == Status.REFUSED for outcome in outcomes)
        if refused:
            raise CommandError(f"{refused} of {len(outcomes)} text{pluralize(outcomes)} refused.")
        if thin := [outcome.slug for outcome in outcomes if outcome.is_held_back]:
            raise CommandError(f"Not published, without any list or figure: {', '.join(thin)}.")

    def import_all(self, importer: Importer, files: list[Path]) -> Iterator[Outcome]:
        """Import the texts one by one, and report each as soon as it is done."""
        width = max(len(str(path)) for path in files)
        self.stdout.write(f"{'':<{width}}  {'':<11}  taken  kept  agreed  conflicts")
        for number, path in enumerate(files):
            try:
                outcome = importer.import_file(path)
            except (DatabaseError, InterfaceError, OSError) as error:
                stopped = f"The import stopped at {path}, of which nothing is imported."
                done = f"{number} of {len(files)} text{pluralize(len(files))} were done before it."
                raise CommandError(f"{stopped} {in_words(error)} {done}") from error
            self.report(outcome, dry_run=importer.options.dry_run)
            self.row(outcome, width)
            yield outcome

    def report(self, outcome: Outcome, *, dry_run: bool) -> None:
        for line in (*outcome.problems, *outcome.warnings):
            self.stderr.write(line)
        if outcome.summary:
            self.stderr.write(f"{outcome.name}: {outcome.summary}")
        shown = [found for found in outcome.differences if dry_run or found.verdict == Verdict.CONFLICT]
        if shown and outcome.status != Status.CREATED:
            self.stdout.write(f"{outcome.slug} ({outcome.status})")
            for difference in shown:
                self.stdout.write(f"  {difference}")

    def row(self, outcome: Outcome, width: int) -> None:
        """Write the status of a text and the number of differences of each kind."""
        counts = f"{outcome.count(Verdict.TAKEN):5}  {outcome.count(Verdict.KEPT):4}  "
        counts += f"{outcome.count(Verdict.AGREED):6}  {outcome.open_conflicts:9}"
        self.stdout.write(f"{outcome.name:<{width}}  {outcome.status:<11}  {counts}  {outcome.slug}")
        self.stdout.flush()

    def total(self, outcomes: list[Outcome], *, dry_run: bool) -> None:
        counts = Counter(outcome.status for outcome in outcomes)
        total = ", ".join(f"{counts[status]} {status}" for status in Status)
        self.stdout.write(f"{'Nothing written. Would be: ' if dry_run else ''}{total}")
