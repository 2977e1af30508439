"""Check that comparing two versions of a text takes time proportional to its length.

    python benchmarks/compare_linear.py

Prints for each material the seconds for 50 KB and for 500 KB, and how much longer a byte takes in the long text
(want: about 1).
"""

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["DJANGO_SETTINGS_MODULE"] = "careerguide.settings"

SHORT, LONG = 50_000, 500_000
SEED = 1871


def moved(size: int, chance: random.Random) -> tuple[str, str]:
    """One line, with its words shuffled."""
    words = [f"word{number}" for number in range(size // 9)]
    return " ".join(words), " ".join(chance.sample(words, len(words)))


def repeated(vocabulary: int, length: int) -> Callable[[int, random.Random], tuple[str, str]]:
    """Lines of `length` words from a small vocabulary, all changed, between unchanged lines."""

    def texts(size: int, chance: random.Random) -> tuple[str, str]:
        def text() -> str:
            lines = (" ".join(f"w{chance.randrange(vocabulary)}" for _ in range(length)) for _ in range(count))
            return "\n".join(f"line {number}\n{line}" for number, line in enumerate(lines))

        count = size // (length * 3)
        return text(), text()

    return texts


def lines(size: int, chance: random.Random) -> tuple[str, str]:
    """Short lines, every other one changed."""
    numbers = range(size // 12)
    return "\n".join(f"line {n}" for n in numbers), "\n".join(f"line {n}" + " too" * (n % 2) for n in numbers)


MATERIALS = {
    "words in another order": moved,
    "two words, 300 a line": repeated(2, 300),
    "two words, 1,000 a line": repeated(2, 1000),
    "thirty words, 1,000 a line": repeated(30, 1000),
    "every other line changed": lines,
}


def main() -> None:
    for name, make in MATERIALS.items():
        short, long = (seconds(make(size, random.Random(SEED))) for size in (SHORT, LONG))
        print(
            f"{name:<28} {short:7.3f} s {long:7.3f} s   a byte takes {long / short / (LONG / SHORT):.2f} times as long"
        )


def seconds(texts: tuple[str, str]) -> float:
    import django

    django.setup()
    from guides.document.differences import mark_words

    start = perf_counter()
    mark_words(*texts)
    return perf_counter() - start


if __name__ == "__main__":
    main()
