"""Measure how the time for each kind of input grows with its size, and mark what grows faster than linearly.

    python benchmarks/growth.py [WORDS …]

Runs the cases (`cases.py`) whose name contains one of the words, by default all, with inputs of size n, 2n, 4n and 8n.
Prints the processor time for each size, how many times longer the last takes than the first (linear: 8), and the
exponent: 1 is linear, 2 quadratic. Exponents above HIGHEST are marked. The database is a temporary SQLite file, or a
test database on the server of DATABASE_URL if that is PostgreSQL.
"""

import gc
import math
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

HIGHEST = 1.2
TIMES = (1, 2, 4, 8)
TRIES, ENOUGH = 5, 0.2  # of each size, until they take that many seconds together


def main(words: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
            os.environ["DATABASE_URL"] = f"sqlite:///{folder}/growth.sqlite3"
        os.environ["DJANGO_SETTINGS_MODULE"] = "careerguide.settings"
        os.environ["MEDIA_ROOT"] = f"{folder}/media"
        import django

        django.setup()
        from django.db import connection
        from django.test.utils import setup_test_environment

        setup_test_environment()  # gives the test client the context of a page, with its forms
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = f"{folder}/test.sqlite3"
        name = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            report(words)
        finally:
            connection.creation.destroy_test_db(name, verbosity=0)


def report(words: list[str]) -> None:
    from cases import CASES

    gc.disable()  # it takes longer the more objects there are; `seconds` collects between the runs
    print(f"{'seconds for input of size':<40} {'n':>8} {'2n':>8} {'4n':>8} {'8n':>8} {'8n/n':>7} {'exponent':>8}")
    for name, (n, prepare) in CASES.items():
        if words and not any(word in name for word in words):
            continue
        try:
            spent = [seconds(prepare(n * times)) for times in TIMES]
        except Exception as error:
            print(f"{name:<40} failed: {type(error).__name__}: {str(error)[:80]}", flush=True)
            continue
        power = exponent(spent)
        columns = " ".join(f"{each:8.4f}" for each in spent)
        mark = "  <-- faster than linear" if power > HIGHEST else ""
        print(f"{name:<40} {columns} {spent[-1] / spent[0]:7.1f} {power:8.2f}{mark}", flush=True)


def seconds(run: Callable[[], object]) -> float:
    """The processor time of a run with empty caches: the best of several tries, because other programs run too."""
    from guides.rendering.markdown import render_markdown
    from guides.rendering.passages import passages

    spent: list[float] = []
    while len(spent) < TRIES and sum(spent) < ENOUGH:
        render_markdown.cache_clear()
        passages.cache_clear()
        gc.collect()
        start = time.process_time()
        run()
        spent.append(time.process_time() - start)
    return max(min(spent), 1e-6)


def exponent(spent: Sequence[float]) -> float:
    """The slope of the line through the logarithms of sizes and times."""
    points = [(math.log(size), math.log(each)) for size, each in zip(TIMES, spent, strict=True)]
    x_mean, y_mean = (sum(values) / len(points) for values in zip(*points, strict=True))
    return sum((x - x_mean) * (y - y_mean) for x, y in points) / sum((x - x_mean) ** 2 for x, _ in points)


if __name__ == "__main__":
    main(sys.argv[1:])
