"""`manage.py official_extract`: write the official figures that the project ships."""

from pathlib import Path

from careerguide.commands import BaseCommand
from guides.official.extract import FOLDER, write_extract


class Command(BaseCommand):
    help = "Write the current releases to compressed files, without the publishers' sentences."

    def add_arguments(self, parser):
        parser.add_argument("--folder", type=Path, default=FOLDER)
        parser.add_argument(
            "--details",
            nargs="*",
            default=[],
            metavar="CODE",
            help="SOC codes with pay by metropolitan area and industry",
        )

    def handle(self, *, folder, details, **options):
        total = 0
        for path in write_extract(folder, details):
            size = path.stat().st_size
            total += size
            self.stdout.write(f"{path.name}: {size:,} bytes")
        self.stdout.write(f"{total:,} bytes in all.")
