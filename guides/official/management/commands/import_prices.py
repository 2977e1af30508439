"""`manage.py import_prices FILE`: import price levels by state."""

from pathlib import Path

from guides.official.command import ImportCommand
from guides.official.publishers import prices


class Command(ImportCommand):
    help = "Import the regional price parities by state, table SARPP (bea.gov/data/prices-inflation)."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="CSV")
        super().add_arguments(parser)

    def handle(self, *, file, dry_run, smaller, **options):
        self.import_each([file], prices.sources, dry_run=dry_run, may_shrink=smaller)
