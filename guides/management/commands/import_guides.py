"""`manage.py import_guides PATH…`: import guide texts into the database."""

from collections import Counter
from datetime import datetime
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.template.defaultfilters import pluralize
from tqdm import tqdm

from guides.document.merging import Verdict
from guides.editing.import_outcomes import Outcome, Status
from guides.editing.importing import Importer, Options
from guides.editing.text_files import find_texts


class Command(BaseCommand):
    help = "Import guide texts from files and from the .txt files in folders. A refused text does not stop the others."

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
        # None: a bar on a terminal, nothing where the output goes elsewhere.
        outcomes = [importer.import_file(path) for path in tqdm(files, unit="guide", leave=False, disable=None)]
        for outcome in outcomes:
            self.report(outcome, dry_run=dry_run)
        self.table(outcomes, dry_run=dry_run)
        refused = sum(outcome.status == Status.REFUSED for outcome in outcomes)
        if not outcomes:
            raise CommandError("There are no texts to import.")
        if refused:
            raise CommandError(f"{refused} of {len(outcomes)} text{pluralize(outcomes)} refused.")
        if thin := [outcome.slug for outcome in outcomes if outcome.is_held_back]:
            raise CommandError(f"Not published, without any list or figure: {', '.join(thin)}.")

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

    def table(self, outcomes: list[Outcome], *, dry_run: bool) -> None:
        """Write one line for each text: its status and the number of differences of each kind."""
        width = max((len(outcome.name) for outcome in outcomes), default=0)
        self.stdout.write(f"{'':<{width}}  {'':<11}  taken  kept  agreed  conflicts")
        for outcome in outcomes:
            counts = f"{outcome.count(Verdict.TAKEN):5}  {outcome.count(Verdict.KEPT):4}  "
            counts += f"{outcome.count(Verdict.AGREED):6}  {outcome.open_conflicts:9}"
            self.stdout.write(f"{outcome.name:<{width}}  {outcome.status:<11}  {counts}  {outcome.slug}")
        counts = Counter(outcome.status for outcome in outcomes)
        total = ", ".join(f"{counts[status]} {status}" for status in Status)
        self.stdout.write(f"{'Nothing written. Would be: ' if dry_run else ''}{total}")
