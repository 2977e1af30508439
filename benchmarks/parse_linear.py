"""Check that reading a guide text takes time proportional to its length.

    python benchmarks/parse_linear.py

Prints for each material the seconds for 50 KB and for 5 MB, and how much longer a byte takes in the long text
(want: about 1).
"""

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from guides.parsing import GuideError, read_guide  # noqa: E402

SHORT, LONG = 50_000, 5_000_000
TITLE = "Complete Baker Career Guide\n\n"
SENTENCE = "Dough is mixed before dawn, rests while the ovens heat, and is shaped by hand in the hours that follow. "

# A start, and a piece that is repeated until the text is long enough.
MATERIALS = {
    "prose": ("", SENTENCE * 5 + "\n\n"),
    "headings only": ("", "Work Environment\n\nCareer Path\n\nBread\n\n"),
    "unknown headings": ("", "On Flour\n\n" + SENTENCE + "\n\n"),
    "almost headings": ("", "career path for " * 9 + "a?\n\n"),
    "bullets only": ("Key Responsibilities\n\n", "• Shape loaves\n"),
    "wrapped bullet": ("Key Responsibilities\n\n• Shape loaves\n", "and rolls\n"),
    "one endless line": ("", SENTENCE),
    "control characters": ("", "\b"),
    "endless bullet": ("Technical Skills\n\n• ", "Mixing (e.g., "),
    "blank lines": ("", "\n"),
    "tabs and spaces": ("", " \t"),
    "numbers": ("Career Path\n\n", "1\n\n"),
    "numbered steps": ("How to Become a Baker\n\n", "1\n\nStep 1\n\nMix.\n\n"),
    "pay rows": ("Salary by Experience Level\n\nLevelUS MedianUS Average\n", "Baker$36k USD$38k USD\n"),
    "refused pay rows": ("Salary by Experience Level\n\nLevelUS MedianUS Average\n", "Baker$36k\n"),
    "endless pay row": ("Salary by Experience Level\n\nLevelUS MedianUS Average\n", "1,000 $1k "),
    "digits": ("Salary by Experience Level\n\nLevelUS MedianUS Average\n", "1" * 400 + "\n"),
    "parentheses": ("Technical Skills\n\n• Mixing ", "("),
    "closed parentheses": ("Technical Skills\n\n• Mixing ", ")"),
    "backslashes": ("", "\\"),
    "marks": ("", "# Bread {other}\n\n"),
    "braces": ("", "# {a {"),
    "questions": ("FAQ\n\n", "Why bake at night?\n\nBecause people eat bread in the morning.\n\n"),
    "resources": ("Job Application Toolkit\n\n", "Baker Resume Examples\n\nShow your bread.\n\nView examples\n\n"),
    "sources": ("Guide Details\n\n", "Source (key facts): Census of ovens, https://example.org, as of 2025-05\n"),
    "endless source": ("Guide Details\n\nSource (key facts): Census", ", https://example.org, as of 2025-05"),
    "accents": ("", "e\u0323\u0301"),
    "endless accents": ("", "\u0301\u0323"),
    "stars": ("", "*"),
    "star pairs": ("", "*a* "),
    "brackets": ("", "[a]("),
    "angle brackets": ("", "<a:"),
    "ampersands": ("", "&amp;"),
    "backticks": ("", "`a``b"),
    "table rows": ("", "|-|\n"),
    "nested list": ("", "• Flour\n  • Rye\n    • Wholemeal\n"),
}


def text_of(start: str, piece: str, size: int) -> str:
    """A guide of about `size` bytes: the start, then the repeated piece."""
    return TITLE + start + piece * (size // len(piece.encode()))


def layout(size: int) -> str:
    """The project's own guides, one after another under one title."""
    texts = [path.read_text() for path in sorted((ROOT / "fixtures/texts").glob("*.txt"))]
    body = "".join(text.partition("\n")[2] for text in texts) or SENTENCE
    return TITLE + (body * (size // len(body.encode()) + 1))[:size]


def seconds(text: str) -> float:
    """The seconds to read a text, whether it is accepted or refused."""
    start = perf_counter()
    with suppress(GuideError):
        read_guide(text)
    return perf_counter() - start


def rows(names: list[str]) -> Iterator[str]:
    for name in names:
        short, long = (
            layout(size) if name == "real layout" else text_of(*MATERIALS[name], size) for size in (SHORT, LONG)
        )
        fast, slow = min(seconds(short) for _ in range(5)), seconds(long)
        yield f"{name:<20} {fast:>8.4f} {slow:>8.2f} {slow / len(long) * len(short) / fast:>6.2f}"


if __name__ == "__main__":
    print(f"{'material':<20} {'50 KB':>8} {'5 MB':>8} {'ratio':>6}")
    for row in rows(sys.argv[1:] or [*MATERIALS, "real layout"]):
        print(row, flush=True)
