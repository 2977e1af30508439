"""What an editor should look at in a guide: plain functions on a guide document, without a database.

`validate()` says what a document may not be; these checks say what it should not be. `guides/checking.py` reads the
surroundings out of the database.
"""

from collections.abc import Callable, Iterator

from guides.document import GuideDocument
from guides.editing.checks import clear, complete, doubled, figures, links
from guides.editing.checks.remark import TOPICS, Remark, Surroundings

CHECKS: tuple[Callable[[GuideDocument, Surroundings], Iterator[Remark]], ...] = (
    figures.pay_range,
    figures.ladder,
    figures.pay_in_words,
    figures.growth_in_words,
    figures.sources,
    links.broken_links,
    complete.missing_parts,
    complete.missing_facts,
    complete.names_without_words,
    complete.headings_without_body,
    complete.thin_texts,
    doubled.doubled_text,
    clear.long_sentences,
    clear.reading_level,
)


def check_guide(document: GuideDocument, around: Surroundings | None = None) -> list[Remark]:
    """All remarks on a guide, topic by topic."""
    around = around or Surroundings()
    remarks = [remark for check in CHECKS for remark in check(document, around)]
    topics = list(TOPICS)
    return sorted(remarks, key=lambda remark: topics.index(remark.topic))


__all__ = ["TOPICS", "Remark", "Surroundings", "check_guide"]
