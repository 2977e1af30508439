"""`manage.py import_projections FILE`: import outlook and openings."""

from pathlib import Path

from guides.official.command import ImportCommand
from guides.official.publishers import projections


class Command(ImportCommand):
    help = "Import the workbook of the Employment Projections by occupation (bls.gov/emp/tables.htm)."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="XLSX")
        super().add_arguments(parser)

    def handle(self, *, file, dry_run, smaller, **options):
        self.import_each([file], projections.sources, dry_run=dry_run, may_shrink=smaller)
