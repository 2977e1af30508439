"""`manage.py import_oews FILE…`: import pay by occupation and place."""

from pathlib import Path

from guides.official.command import ImportCommand
from guides.official.publishers import oews


class Command(ImportCommand):
    help = (
        "Import files of the Occupational Employment and Wage Statistics (bls.gov/oes/tables.htm): national, by state, "
        "by metropolitan area, or by industry."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="an .xlsx file")
        parser.add_argument("--year", type=int, help="the year of the release, if the file's name does not say it")
        super().add_arguments(parser)

    def handle(self, *, files, year, dry_run, smaller, **options):
        self.import_each(files, lambda path: oews.sources(path, year), dry_run=dry_run, may_shrink=smaller)
