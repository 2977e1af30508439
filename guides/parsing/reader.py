"""Reads a guide text line by line: a line is blank, a heading that opens a part, or goes to the part that is open."""

import re
from dataclasses import dataclass

from guides.document.errors import GuideError, Problem, quoted
from guides.document.kinds import LONGEST_NAME
from guides.document.lines import Line, Mark, decode, split_lines
from guides.document.rules import validate
from guides.document.shape import SECTION_KINDS, GuideDocument
from guides.document.words import follows_item, read_entry
from guides.parsing import headings
from guides.parsing.draft import Draft, SectionDraft, Warning
from guides.parsing.parts import LEFT_OUT, STRUCTURE, Facts, LeftOut, Part, PayTable, Place, Prose, Questions, part_for

TITLE = re.compile(r"(?:#+ )?+(?:the )?+(?:complete )?+(?P<role>.+) career guide", re.IGNORECASE)
# Some lists end in one more bullet that is the heading of the next list.
BULLET_HEADINGS = (headings.TECHNICAL, headings.SOFT, headings.PROS, headings.CONS)


@dataclass(frozen=True, slots=True)
class LineReport:
    """What became of a non-blank line: `content` at a path (`faqs[2].answer`), `structure` or `left out`."""

    number: int
    kind: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with the class of each line of its text and what a reader of the text should look at."""

    document: GuideDocument
    lines: tuple[LineReport, ...]
    warnings: tuple[Warning, ...]


def parse_guide(source: bytes | str, name: str = "guide") -> GuideDocument:
    """Read a guide text. Raises GuideError with a line `name:line: expected …, found …` for each problem."""
    return read_guide(source, name).document


def read_guide(source: bytes | str, name: str = "guide") -> Reading:
    """As `parse_guide`, with the class of each line and the warnings."""
    text = decode(source, name)
    reader = Reader(split_lines(text), name)
    reader.read()
    return reader.finish(text)


class Reader:
    """One text on its way into a draft: its lines, the part that is open, and where each line went."""

    def __init__(self, lines: list[Line], name: str) -> None:
        self.lines, self.name = lines, name
        self.places: dict[int, Place] = {}
        self.seen: set[str] = set()
        self.hosts: dict[str, SectionDraft] = {}  # the last section of each kind
        self.following = _following(lines)
        self.item: Line | None = None  # the first line of the list item that the line above belongs to
        self.facts: Facts | None = None  # the key facts, while nothing but unknown headings has followed them

    def read(self) -> None:
        first = next(line for line in self.lines if not line.blank)
        self.draft = Draft(self.read_title(first))
        self.part: Part = Prose(self.draft, self.draft.summary)
        self.places[first.number] = "title"
        for line in self.lines[first.number :]:
            if line.blank:
                self.part.blank(line)
                self.item = None
            else:
                place = self.places[line.number] = self.take(line)
                begins_item = line.bullet or read_entry(line)
                self.item = None if place == STRUCTURE else line if begins_item else self.item

    def read_title(self, line: Line) -> str:
        match = None if line.bullet or line.escaped else TITLE.fullmatch(line.text)
        if not match or len(match["role"]) > LONGEST_NAME:
            expected = "a first line such as “Complete ROLE Career Guide”"
            raise GuideError([Problem(line.number, expected, quoted(line.text))], self.name)
        return match["role"]

    def take(self, line: Line) -> Place:
        if self.part.claims(line):
            return self.part.take(line)
        if mark := line.mark:
            place = self.take_mark(mark)
            if place is not None:
                return place
        known = self.known_place(line)
        if known and self.opens(known, line):
            return self.open(known, line.text)
        if self.facts and self.begins_block(line) and self.facts.lacks(line):
            self.part = self.facts
        elif not self.part.due and self.is_unknown_heading(line):
            self.draft.warn(line, f"the heading {quoted(line.text)} is not known, kept as a section of its own")
            return self.open("other", line.text)
        place = self.part.take(line)
        if known and place not in (STRUCTURE, LEFT_OUT) and not self.is_question(line):
            self.draft.warn(line, f"{quoted(line.text)} may be a heading, kept as words because of the lines around it")
        return place

    def take_mark(self, mark: Mark) -> Place | None:
        place = self.part.take_mark(mark)
        if place is None and mark.kind in SECTION_KINDS and mark.argument is None:
            return self.open(mark.kind, mark.heading)
        return place

    def known_place(self, line: Line) -> str | None:
        """The place that a line would open as a heading that is known."""
        place = None if line.escaped else headings.recognise(line.text, exact=line.bullet)
        return None if line.bullet and place not in BULLET_HEADINGS else place

    def opens(self, place: str, line: Line) -> bool:
        """Whether the lines around let a line of known words be a heading."""
        if line.bullet:
            return line.number == len(self.lines) or self.lines[line.number].blank
        if place == headings.SALES:
            return line.alone
        is_own = self.begins_block(line) and headings.is_own(line.text, self.draft.title)
        if self.is_question(line):
            return is_own and place not in self.seen
        return is_own or line.alone or (follows_item(line, self.lines[line.number - 2]) and not line.text[0].islower())

    def is_question(self, line: Line) -> bool:
        """Whether a line asks something in the question section."""
        return isinstance(self.part, Questions) and line.text.endswith("?")

    def begins_block(self, line: Line) -> bool:
        """Whether the line above is none that this one could continue."""
        above = self.lines[line.number - 2]
        return (
            above.blank
            or self.places[above.number] in (STRUCTURE, "title")
            or (self.item is not None and line.indent <= self.item.indent)
            or isinstance(self.part, PayTable)
        )

    def is_unknown_heading(self, line: Line) -> bool:
        """A short line standing alone in front of a block that could not itself be a heading."""
        block = self.following[line.number - 1] if line.short else None
        if block is None or block.short or block.mark:
            return False
        return block.escaped or block.bullet or not headings.recognise(block.text)

    def open(self, place: str, heading: str) -> Place:
        """Begin the part under a heading."""
        self.seen.add(place)
        self.part = part_for(place, self.draft, self.section_for(place, heading))
        if place != "other":
            self.facts = self.part if isinstance(self.part, Facts) else None
        return LEFT_OUT if isinstance(self.part, LeftOut) else STRUCTURE

    def section_for(self, place: str, heading: str) -> SectionDraft:
        """The section of a heading: for a list the last one of the kind that hosts it, else one of its own."""
        kind = headings.HOSTS.get(place, place if place in SECTION_KINDS else "other")
        if place in headings.HOSTS and kind in self.hosts:
            return self.hosts[kind]
        section = self.hosts[kind] = SectionDraft(kind, heading)
        self.draft.sections.append(section)
        return section

    def finish(self, text: str) -> Reading:
        document = self.draft.document(self.draft.currency(text))
        reports = tuple(_report(number, place, self.draft) for number, place in self.places.items())
        problems = self.draft.problems + self.broken_rules(document, reports)
        if problems:
            raise GuideError(problems, self.name)
        return Reading(document, reports, tuple(sorted(self.draft.warnings, key=lambda warning: warning.line)))

    def broken_rules(self, document: GuideDocument, reports: tuple[LineReport, ...]) -> list[Problem]:
        """The rules that the document breaks, each at the first line of the part in question."""
        lines: dict[str, int] = {}
        for report in reversed(reports):
            lines[report.path] = lines[_root(report.path)] = report.number
        return [
            Problem(lines.get(finding.path, lines.get(_root(finding.path), 1)), finding.expected, finding.found)
            for finding in validate(document)
            if not (self.draft.problems and finding.path == "key_facts.currency")  # a refused amount is a gap here
        ]


def _following(lines: list[Line]) -> list[Line | None]:
    """For each line the next one that is not blank."""
    following: list[Line | None] = []
    block = None
    for line in reversed(lines):
        following.append(block)
        block = block if line.blank else line
    return following[::-1]


def _report(number: int, place: Place, draft: Draft) -> LineReport:
    if isinstance(place, SectionDraft):
        path = "summary" if place is draft.summary else f"sections[{place.index}].body"
        return LineReport(number, "content", path)
    return LineReport(number, place) if place in (STRUCTURE, LEFT_OUT) else LineReport(number, "content", place)


def _root(path: str) -> str:
    return path.partition("]")[0]
