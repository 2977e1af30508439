"""What a check says, and what it may know besides the guide."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

# Topics in the order in which editors see them, with the words above each.
TOPICS = {
    "figures": "Figures that disagree",
    "sources": "Sources and dates",
    "links": "Links",
    "complete": "Missing or thin",
    "doubled": "Text of other guides",
    "clear": "Hard to read",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """What an editor should look at: the topic, where in the document (`faqs[2].answer`), what is wrong and why.

    A path without a field (`faqs`) means the whole list.
    """

    topic: str
    path: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The rest of the site as plain data, read once for any number of guides.

    `prints` leads from the print of a run of words to the slugs of guides that have it. `guides` and `skills` are the
    slugs that answer; None means that nobody knows, and no link to them is doubted. `today` decides what is old.
    """

    prints: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    guides: frozenset[str] | None = None
    skills: frozenset[str] | None = None
    today: date = field(default_factory=lambda: datetime.now(UTC).date())
