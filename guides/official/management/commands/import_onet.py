"""`manage.py import_onet PATH`: import what the work of occupations is."""

from pathlib import Path

from guides.official.command import ImportCommand
from guides.official.publishers import onet


class Command(ImportCommand):
    help = "Import tables of the O*NET Database (onetcenter.org/database.html), as text or .xlsx files."

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, help="a ZIP file, or a folder of files of one or more releases")
        parser.add_argument("--release", default="", help="the release, such as 30.0, if no file name says it")
        super().add_arguments(parser)

    def handle(self, *, path, release, dry_run, smaller, **options):
        passed_over: list[str] = []
        self.import_each(
            [path],
            lambda path: onet.sources(path, release, pass_over=passed_over.append),
            dry_run=dry_run,
            may_shrink=smaller,
        )
        for name in passed_over:
            self.stdout.write(f"Passed over: {name}")
