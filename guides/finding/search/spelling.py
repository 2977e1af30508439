"""Typos: the known word closest to a misspelled one."""

from collections.abc import Iterable
from itertools import takewhile

SHORTEST = 3  # letters of a word that may have a typo
SHORT = 4  # letters; words up to this length have one typo at most
LONGEST_COMPARED = 30  # letters of words that are compared letter by letter


def may_be_wrong(word: str) -> bool:
    """Return whether a word may have a typo: it is long enough and not a number."""
    return len(word) >= SHORTEST and not word.isdigit()


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that differs by the fewest typos, one or two at most, or None."""
    allowed = 1 if len(word) <= SHORT else 2
    if not may_be_wrong(word):
        return None
    near = [other for other in known if other != word and abs(len(other) - len(word)) <= allowed]
    ranked = min(((distance(word, other), other[0] != word[0], other) for other in near), default=None)
    return ranked[2] if ranked and ranked[0] <= allowed else None


def is_near(word: str, other: str) -> bool:
    """Return whether two words have a similar spelling: most of their letters, or a long start."""
    shortest, longest = sorted((len(word), len(other)))
    if shortest < SHORT or word.isdigit():
        return False
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
    if start >= max(SHORT, longest * 2 // 3):
        return True
    allowed = longest // 3
    return longest <= LONGEST_COMPARED and longest - shortest <= allowed and distance(word, other) <= allowed


def distance(one: str, other: str) -> int:
    """Count the letters to add, drop, replace or swap with their neighbor to turn one word into the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        above, row = row, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(above[j] + 1, row[-1] + 1, above[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before = above
    return row[-1]
