"""Anchors within a page."""

from guides.document.slugs import DistinctSlugs, legacy_slugify

LONGEST_ANCHOR = 60
JOB_SEARCHES = "where-to-look-for-work"


class Anchors:
    """Unique anchors: `career-path`, then `career-path-2` for the same words. Readers link to them, so they stay."""

    def __init__(self) -> None:
        self.slugs = DistinctSlugs({"main", "key-facts", "about-the-figures", "official-figures", JOB_SEARCHES})

    def take(self, words: str) -> str:
        return self.slugs.take(legacy_slugify(words.replace("_", "-"))[:LONGEST_ANCHOR].strip("-") or "section")
