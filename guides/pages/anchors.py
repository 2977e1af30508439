"""Anchors within a page."""

from itertools import count

from django.utils.text import slugify

LONGEST_ANCHOR = 60


class Anchors:
    """Unique anchors: `career-path`, then `career-path-2` for the same words."""

    def __init__(self) -> None:
        self.taken: set[str] = {"main", "key-facts", "about-the-figures"}

    def take(self, words: str) -> str:
        base = slugify(words.replace("_", "-"))[:LONGEST_ANCHOR].strip("-") or "section"
        names = (base if number == 1 else f"{base}-{number}" for number in count(1))
        name = next(name for name in names if name not in self.taken)
        self.taken.add(name)
        return name
