"""Does the time to import a guide stay the same however many there are already?

    python benchmarks/import_linear.py [HOW_MANY]

Imports and publishes copies of a guide of fixtures/texts under other titles into an empty SQLite file, and compares the
time a guide of the last tenth with that of the first: a ratio of about 1 is linear.
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
        seconds = import_copies(how_many)
    tenth = max(1, how_many // 10)
    first, last = sum(seconds[:tenth]) / tenth, sum(seconds[-tenth:]) / tenth
    print(f"{how_many} guides: first tenth {first * 1000:.1f} ms a guide, last tenth {last * 1000:.1f} ms")
    print(f"ratio {last / first:.2f}")


def import_copies(how_many: int) -> list[float]:
    from guides.importing import Importer, Options, Status

    text = (ROOT / "fixtures" / "texts" / "customer-service-specialist.txt").read_text(encoding="utf-8")
    importer, seconds = Importer(Options(publish=True)), []
    for number in range(how_many):
        copy = text.replace(TITLE, f"Specialist {number}").encode()
        start = time.perf_counter()
        outcome = importer.import_text(copy, f"{number}.txt")
        seconds.append(time.perf_counter() - start)
        assert outcome.status == Status.CREATED, outcome
    return seconds


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
