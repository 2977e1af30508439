"""Check that the time to import a guide does not depend on the number of guides.

    python benchmarks/import_linear.py [HOW_MANY]

Imports and publishes copies of a guide of fixtures/texts under other titles into an empty SQLite file, then imports
changed texts of all of them, each after an editor's own change and with one conflict. For both, prints the processor
time per guide of the first and of the last tenth, and their ratio (want: about 1).
"""

import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TITLE = "Customer Service Specialist"


def main(how_many: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/benchmark.sqlite3"
        os.environ["DJANGO_SETTINGS_MODULE"] = "careerguide.settings"
        sys.path.insert(0, str(ROOT))
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        report("imported", import_copies(how_many))
        report("merged", merge_copies(how_many))


def report(what: str, seconds: list[float]) -> None:
    tenth = max(1, len(seconds) // 10)
    first, last = sum(seconds[:tenth]) / tenth, sum(seconds[-tenth:]) / tenth
    times = f"first tenth {first * 1000:.1f} ms a guide, last tenth {last * 1000:.1f} ms"
    print(f"{len(seconds)} guides {what}: {times}, ratio {last / first:.2f}")


def import_copies(how_many: int) -> list[float]:
    from guides.editing.importing import Importer, Options, Status

    importer, seconds = Importer(Options(publish=True)), []
    for number in range(how_many):
        copy = text_of(number)
        start = time.process_time()
        outcome = importer.import_text(copy, f"{number}.txt")
        seconds.append(time.process_time() - start)
        assert outcome.status == Status.CREATED, outcome
    return seconds


def merge_copies(how_many: int) -> list[float]:
    from guides.editing.importing import Importer, Options, Status
    from guides.editing.revisions import record_revision
    from guides.models import Revision, Role

    importer, seconds = Importer(Options()), []
    for number in range(how_many):
        role = Role.objects.get(import_key=f"specialist-{number}")
        Role.objects.filter(pk=role.pk).update(summary="An editor's words.", growth_note="an editor's note")
        record_revision(role, Revision.Kind.EDIT)
        copy = text_of(number).replace(b"A Specialist", b"Any Specialist").replace(b"\n\n", b"\n\nA new text. ", 1)
        start = time.process_time()
        outcome = importer.import_text(copy, f"{number}.txt")
        seconds.append(time.process_time() - start)
        assert outcome.status == Status.CONFLICT, outcome
    return seconds


def text_of(number: int) -> bytes:
    text = (ROOT / "fixtures" / "texts" / "customer-service-specialist.txt").read_text(encoding="utf-8")
    return text.replace(TITLE, f"Specialist {number}").encode()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
