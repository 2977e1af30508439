"""Check that a form takes time proportional to the length of what is typed into it, however odd.

    python benchmarks/forms_linear.py

Prints for each kind of text the processor's milliseconds for 8,000 characters in each field and for 64,000, and how
much longer a character takes in the long one (want: at most about 1).
"""

import os
import sys
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["DJANGO_SETTINGS_MODULE"] = "careerguide.settings"

SHORT, LONG = 8_000, 64_000
# A text of each kind repeats the first part, then the second.
KINDS = {
    "accents in two runs": ("\u0301", "\u0316"),
    "vowel signs of two accents": ("\u0f73", "\u0f75"),
    "accents and invisible signs": ("\u0301\u200b", "\u0316\u200b"),
    "Hangul in parts": ("\u1100\u1161", "\u11a8"),
    "spaces": (" ", "\u00a0"),
    "lines": ("a\n", "\r\n"),
    "brackets": ("[(", ")]"),
    "quotes and backslashes": ('"', "\\"),
    "digits and commas": ("1,", "$1"),
}


def main() -> None:
    import django

    django.setup()
    for name, (first, second) in KINDS.items():
        short, long = (milliseconds(f"a{first * (size // 2)}{second * (size // 2)}"[:size]) for size in (SHORT, LONG))
        ratio = long / short / (LONG / SHORT)
        print(f"{name:<28} {short:7.2f} ms {long:7.2f} ms   a character takes {ratio:.2f} times as long")


def milliseconds(text: str) -> float:
    from guides.document.lines import plain_body
    from guides.toolkit.resume.form import ResumeForm

    start = process_time()
    plain_body(text)
    ResumeForm({"name": text, "skills": text, "jobs-0-start": text, "url": text, "email": text}).is_valid()
    return (process_time() - start) * 1000


if __name__ == "__main__":
    main()
