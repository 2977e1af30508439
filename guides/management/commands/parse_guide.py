"""`manage.py parse_guide FILE`: print the document of a guide text as JSON."""

import json
import sys
from pathlib import Path

from django.core.management.base import CommandError

from careerguide.commands import BaseCommand
from guides.parsing import GuideError, read_guide, summarize


class Command(BaseCommand):
    help = "Read a guide text and print its document as JSON; warnings, errors and a summary go to standard error."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file, **options):
        try:
            reading = read_guide(file.read_bytes(), str(file))
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        except GuideError as error:
            self.stderr.write(str(error))
            sys.exit(1)
        for warning in reading.warnings:
            self.stderr.write(f"{file}:{warning.line}: {warning.message}")
        self.stderr.write(f"{file}: {summarize(reading.document)}")
        self.stdout.write(json.dumps(reading.document.to_dict(), ensure_ascii=False, indent=2))
