"""`manage.py build_fixtures`: build fixtures/guides.json.gz from fixtures/texts/*.txt and fixtures/skills.csv."""

import gzip
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError

from careerguide.commands import BaseCommand

FIXTURE = settings.BASE_DIR / "fixtures" / "guides.json.gz"
TEXTS = settings.BASE_DIR / "fixtures" / "texts"
DECISIONS = settings.BASE_DIR / "fixtures" / "skills.csv"
# When the fixtures say they were imported and published: the last change to a text.
MOMENT = "2026-11-28T00:00:00+00:00"


class Command(BaseCommand):
    help = "Build the fixture from the texts in a temporary database; the same texts give the same bytes."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="write nothing; fail if the fixture is outdated")

    def handle(self, *, check, **options):
        fixture = build()
        if not check:
            write_whole(FIXTURE, gzip.compress(fixture, mtime=0))
        elif not FIXTURE.exists() or gzip.decompress(FIXTURE.read_bytes()) != fixture:
            raise CommandError(f"{FIXTURE} does not match {TEXTS}. Run `manage.py build_fixtures`.")


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file once all of its content is written."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def build() -> bytes:
    """The fixture: roles with their rows, live revisions and index, with natural keys."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "guides.json"
        run = _manage(f"sqlite:///{Path(folder) / 'build.sqlite3'}")
        run("migrate", "-v0")
        run("import_guides", str(TEXTS), "--publish", "--date", MOMENT)
        run("decide_skills", str(DECISIONS), "--date", MOMENT)
        run(
            "dumpdata",
            "guides",
            "--exclude=guides.textprints",
            "--natural-foreign",
            "--natural-primary",
            "--indent=1",
            "-o",
            str(output),
            "-v0",
        )
        return output.read_bytes()


def _manage(database_url: str):
    """A function that runs a management command on another database, in its own process."""
    environment = {**os.environ, "DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "careerguide.settings"}

    def run(*arguments: str) -> None:
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise CommandError(f"{arguments[0]} failed: {done.stderr.strip()}")

    return run
