"""The base class of the parts of a guide text, and the two simplest parts."""

from guides.document.lines import Line, Mark
from guides.parsing.draft import Draft
from guides.parsing.pieces import SectionDraft

STRUCTURE, LEFT_OUT = "structure", "left out"

# Where a line went: a path in the document, a section's body, structure or left out.
Place = str | SectionDraft


def add_gap(lines: list[Line], blank: Line) -> None:
    """Keep one blank line between two lines of words, and none before the first."""
    if lines and not lines[-1].blank:
        lines.append(blank)


class Part:
    """The lines under one heading.

    A part reads one line at a time and returns its place: where the line went in the document.
    """

    def __init__(self, draft: Draft, section: SectionDraft) -> None:
        self.draft, self.section = draft, section

    @property
    def due(self) -> bool:
        """Whether the part needs the next line, for example a value after its label.

        Such a line is never read as an unknown heading.
        """
        return False

    def take(self, line: Line) -> Place:
        """Read a line of this part."""
        raise NotImplementedError

    def take_mark(self, mark: Mark) -> Place | None:
        """Read the marked first line of an entry; None if the mark is not for this part."""
        return None

    def claims(self, line: Line) -> bool:
        """Whether a line belongs to this part even if it looks like a heading."""
        return False

    def fits(self, line: Line) -> bool:
        """Whether a line, without Markdown around it, is structure of this part."""
        return False

    def blank(self, line: Line) -> None:
        """Read a blank line."""
        add_gap(self.section.lines, line)

    def take_words(self, line: Line) -> Place:
        """Add a line to the section's body."""
        self.section.lines.append(line)
        return self.section

    def take_stray(self, line: Line) -> Place:
        """Add a line that no list can use to the section's body, with a warning."""
        self.draft.add_stray(line, self.section)
        return self.take_words(line)


class Prose(Part):
    """Text, kept as Markdown."""

    def take(self, line: Line) -> Place:
        return self.take_words(line)


class LeftOut(Part):
    """The publisher's sales block, from its first line to the end of the text."""

    due = True

    def take(self, line: Line) -> Place:
        return LEFT_OUT

    def claims(self, line: Line) -> bool:
        return True
