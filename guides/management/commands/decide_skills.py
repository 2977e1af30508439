"""`manage.py decide_skills FILE`: say which skills are the same and which are different."""

from datetime import datetime
from pathlib import Path

from django.core.management.base import CommandError

from careerguide.commands import BaseCommand
from guides.editing.same_skills import read_decisions


class Command(BaseCommand):
    help = "Apply decisions on skills from a CSV file with the columns decision (same or different), name and other."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--date", type=datetime.fromisoformat, help="the date and time to record instead of now")

    def handle(self, *, file, date, **options):
        try:
            with file.open(encoding="utf-8-sig", newline="") as lines:
                number = read_decisions(lines, at=date)
        except (OSError, UnicodeDecodeError, ValueError) as error:
            raise CommandError(f"{file}: {error}") from error
        self.stdout.write(f"{number} decisions applied.")
