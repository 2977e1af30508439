"""The results of importing texts, one for each text."""

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from guides.document.merging import Difference, Verdict
from guides.models import Role

MOST_REPORTED = 100


class Status(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    CONFLICT = "in conflict"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result for one text: problems and warnings (`name:line: …`), a summary, and every difference.

    `is_held_back`: not published, because the guide has neither a list nor a figure. `open_conflicts` counts the
    conflicts that are not resolved yet, from this text or an earlier one. `former_title` is the title of a guide that
    the text renames to `title` without naming its address.
    """

    name: str
    status: Status
    slug: str = ""
    role: Role | None = None
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    summary: str = ""
    is_held_back: bool = False
    differences: tuple[Difference, ...] = ()
    open_conflicts: int = 0
    published: bool = False
    title: str = ""
    former_title: str = ""

    def count(self, verdict: Verdict) -> int:
        return Counter(difference.verdict for difference in self.differences)[verdict]

    def report(self) -> dict[str, Any]:
        """The outcome as plain data to store and show; a new guide lists no differences."""
        shown = () if self.status == Status.CREATED else self.differences[:MOST_REPORTED]
        return {
            "status": str(self.status),
            "slug": self.slug,
            "role": self.role.pk if self.role else None,
            "problems": list(self.problems),
            "warnings": list(self.warnings),
            "summary": self.summary,
            "counts": {str(verdict): self.count(verdict) for verdict in Verdict},
            "open_conflicts": self.open_conflicts,
            "published": self.published,
            "title": self.title,
            "former_title": self.former_title,
            "differences": [
                {"verdict": str(found.verdict), "words": found.format(found.place.label)} for found in shown
            ],
            "not_shown": 0 if self.status == Status.CREATED else len(self.differences) - len(shown),
        }


def refused(read: Outcome | str, why: str) -> Outcome:
    """The outcome of a refused text, or of a file that could not be read."""
    read = Outcome(read, Status.REFUSED) if isinstance(read, str) else read
    return replace(read, status=Status.REFUSED, problems=(f"{read.name}:1: {why}",))
