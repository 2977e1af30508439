"""`manage.py load_official`: load the official figures that the project ships."""

from pathlib import Path

from django.core.management.base import CommandError
from tqdm import tqdm

from careerguide.commands import BaseCommand
from guides.official.extract import FOLDER, load_extract
from guides.official.models import Release


class Command(BaseCommand):
    help = "Load the official figures in fixtures/official/ into a database without any."

    def add_arguments(self, parser):
        parser.add_argument("--folder", type=Path, default=FOLDER)

    def handle(self, *, folder, **options):
        if Release.objects.exists():
            raise CommandError("The database already has official figures. Import newer ones from their files.")
        with tqdm(unit=" rows", leave=False, disable=None) as bar:
            number = load_extract(folder, bar.update)
        self.stdout.write(f"{number} occupations with official figures loaded.")
