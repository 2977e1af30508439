"""Suggestions, and what checks know about the rest of the site."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from guides.official.series import Asked, Reading

# Topics in the order of the panel, with their headings.
TOPICS = {
    "figures": "Contradicting figures",
    "sources": "Sources and dates",
    "links": "Links",
    "complete": "Missing or too short",
    "duplicates": "Text shared with other guides",
    "clear": "Hard to read",
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggestion: its topic, its path in the document (`faqs[2].answer`), what to improve and why.

    A path without a field (`faqs`) means the whole list.
    """

    topic: str
    path: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class SiteContext:
    """The rest of the site as plain data, read once for any number of guides.

    `prints` maps the print of a run of words to the slugs of guides that have it. `guides` and `skills` are the known
    slugs; None means unknown, so links to them are not checked. `tasks` are the tasks of occupations in the words of
    their publisher, by code. `readings` has the published figures that the guides name, None if they are unknown, and
    `releases` the current release of each source, then those after it. `today` decides which sources are old.
    """

    prints: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    guides: frozenset[str] | None = None
    skills: frozenset[str] | None = None
    tasks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    readings: Mapping[Asked, Reading] | None = None
    releases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    today: date = field(default_factory=lambda: datetime.now(UTC).date())
