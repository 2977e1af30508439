"""What was read from a text: its document, and where each of its lines went."""

from dataclasses import dataclass

from guides.document.shape import GuideDocument
from guides.parsing.draft import Draft, LineWarning
from guides.parsing.parts import LEFT_OUT, STRUCTURE, Place
from guides.parsing.pieces import SectionDraft


@dataclass(frozen=True, slots=True)
class LineReport:
    """Where a non-blank line went: `content` at a path (`faqs[2].answer`), `structure` or `left out`."""

    number: int
    kind: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, where each line of its text went, the warnings, and the slugs that were made from titles."""

    document: GuideDocument
    lines: tuple[LineReport, ...]
    warnings: tuple[LineWarning, ...]
    derived_slugs: frozenset[str]

    def line_of(self, path: str) -> int:
        """The first line of a list or another part of the document."""
        return next((line.number for line in self.lines if line.path.startswith(path)), 1)


def report_line(number: int, place: Place, draft: Draft) -> LineReport:
    """The report of a line that went to a place."""
    if isinstance(place, SectionDraft):
        place = place.target
        path = "summary" if place is draft.summary else f"sections[{place.index}].body"
        return LineReport(number, "content", path)
    return LineReport(number, place) if place in (STRUCTURE, LEFT_OUT) else LineReport(number, "content", place)
