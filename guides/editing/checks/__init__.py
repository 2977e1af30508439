"""Suggestions for editors: plain functions on a guide document, without a database.

`validate()` holds the rules that a document must follow; these checks recommend how to improve it.
`guides/editing/checking.py` reads the site context from the database.
"""

from collections.abc import Callable, Iterator

from guides.document import GuideDocument
from guides.editing.checks import (
    clear,
    complete,
    copied,
    duplicates,
    figures,
    links,
    material,
    official,
    stock_phrases,
)
from guides.editing.checks.suggestion import TOPICS, SiteContext, Suggestion

CHECKS: tuple[Callable[[GuideDocument, SiteContext], Iterator[Suggestion]], ...] = (
    figures.pay_range,
    figures.ladder,
    figures.pay_in_words,
    figures.growth_in_words,
    figures.sources,
    official.differing_figures,
    official.older_releases,
    copied.copied_tasks,
    links.broken_links,
    complete.missing_parts,
    complete.missing_facts,
    complete.names_without_text,
    complete.headings_without_body,
    complete.thin_texts,
    material.missing_material,
    material.questions_without_answer,
    material.unknown_situations,
    material.unfinished_samples,
    duplicates.duplicate_text,
    clear.long_sentences,
    clear.reading_level,
    stock_phrases.stock_phrases,
)


def check_guide(document: GuideDocument, site: SiteContext | None = None) -> list[Suggestion]:
    """All suggestions for a guide, by topic."""
    site = site or SiteContext()
    suggestions = [suggestion for check in CHECKS for suggestion in check(document, site)]
    topics = list(TOPICS)
    return sorted(suggestions, key=lambda suggestion: topics.index(suggestion.topic))


__all__ = ["TOPICS", "SiteContext", "Suggestion", "check_guide"]
