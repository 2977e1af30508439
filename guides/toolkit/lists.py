"""Lists in one line, separated by commas."""

import re

# A comma that is not part of a number; brackets.
COMMA = r",(?!(?<=[0-9],)(?<![0-9]{4},)[0-9]{3}(?![0-9]))"
_COMMA_OR_BRACKET = re.compile(rf"{COMMA}|[()\[\]]")


def split_list(words: str) -> list[str]:
    """Split a list at its commas, except those in brackets and numbers: `Office (Word, Excel)`, `10,000 steps`."""
    commas: list[int] = []
    open_brackets: list[int] = []  # each as the number of commas before it
    for found in _COMMA_OR_BRACKET.finditer(words):
        if found[0] == ",":
            commas.append(found.start())
        elif found[0] in "([":
            open_brackets.append(len(commas))
        elif open_brackets:
            del commas[open_brackets.pop() :]
    starts, ends = [0, *(comma + 1 for comma in commas)], [*commas, len(words)]
    parts = (words[start:end].strip() for start, end in zip(starts, ends, strict=True))
    return [part for part in parts if part]
