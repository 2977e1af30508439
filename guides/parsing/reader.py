"""Reads a guide text line by line: a heading opens a part, any other line goes to the open part."""

from collections.abc import Callable
from typing import ClassVar

from guides.document.choices import SECTION_KINDS
from guides.document.errors import GuideError, LineError, quoted
from guides.document.field_rules import FieldError
from guides.document.kinds import LONGEST_NAME
from guides.document.lines import BLANK, Line, decode, split_lines
from guides.document.markup import strip_markup, unescape
from guides.document.material import MATERIAL
from guides.document.plain_text import find_entity, read_as_plain
from guides.document.rules import validate
from guides.document.shape import GuideDocument
from guides.document.words import follows_item, read_entry
from guides.parsing import headings
from guides.parsing.draft import Draft
from guides.parsing.labels import label_owner
from guides.parsing.material import FIRST_LINES, begins_row
from guides.parsing.parts import LEFT_OUT, STRUCTURE, Facts, LeftOut, Part, PayTable, Place, Prose, Questions, part_for
from guides.parsing.pieces import SectionDraft
from guides.parsing.reports import LineReport, Reading, report_line
from guides.parsing.titles import has_markdown_mark, read_title


def parse_guide(source: bytes | str, name: str = "guide") -> GuideDocument:
    """Read a guide text. Raises GuideError with a line `name:line: expected …, found …` for each error."""
    return read_guide(source, name).document


def read_guide(source: bytes | str, name: str = "guide") -> Reading:
    """Read a guide text like `parse_guide`, with the report of each line and the warnings."""
    text = decode(source, name)
    reader = Reader(split_lines(text), name)
    reader.read()
    return reader.finish(text)


class Reader:
    """Reads one text into a draft; knows its lines, the open part, and where each line went."""

    def __init__(self, lines: list[Line], name: str) -> None:
        self.lines, self.name = lines, name
        self.places: dict[int, Place] = {}
        self.seen: set[str] = set()
        self.hosts: dict[str, SectionDraft] = {}  # the last section of each kind
        self.following = _following(lines)
        self.item: Line | None = None  # the first line of the list item that the line above belongs to
        self.facts: Facts | None = None  # the key facts, until another known heading follows them
        self.is_markdown = False  # whether the first line marks the bodies as Markdown

    def read(self) -> None:
        """Read all lines into the draft."""
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
        """The role in the first line. Raises GuideError if there is none."""
        title = read_title(line)
        self.is_markdown = has_markdown_mark(line)
        if title is None or len(title) > LONGEST_NAME:
            expected = "a first line such as “Complete ROLE Career Guide”"
            raise GuideError([LineError(line.number, expected, quoted(line.text))], self.name)
        return title

    def take_claimed(self, line: Line) -> Place | None:
        """A line that the open part claims, even if it looks like a heading."""
        return self.part.take(line) if self.part.claims(line) else None

    def take_marked(self, line: Line) -> Place | None:
        """A line with a mark: an entry of the open part, or the heading of a section."""
        mark = line.mark
        if not mark:
            return None
        place = self.part.take_mark(mark)
        if place is None and mark.kind in (*SECTION_KINDS, *MATERIAL) and mark.argument is None:
            return self.open(mark.kind, line, mark.heading)
        return place

    def take_known_heading(self, line: Line) -> Place | None:
        """A known heading, if the lines around it allow one."""
        known = self.known_place(line)
        return self.open(known, line, unescape(line.text)) if known and self.opens(known, line) else None

    def take_material_heading(self, line: Line) -> Place | None:
        """The heading of material, if a row of it follows."""
        name = self.material_under(line)
        return self.open(name, line, unescape(line.text)) if name else None

    def take_missing_fact(self, line: Line) -> Place | None:
        """The label of a missing key fact, after words that were read as an unknown heading."""
        if not (self.facts and self.begins_block(line) and self.facts.lacks(line)):
            return None
        self.part = self.facts
        return self.take_content(line)

    def take_unknown_heading(self, line: Line) -> Place | None:
        """A line that looks like a heading, unless the open part needs it."""
        if self.part.due or not self.is_unknown_heading(line):
            return None
        self.warn_misplaced(line)
        begins = FIRST_LINES.get(headings.material_of(line.text) or "")
        why = f", because no line such as “{begins}” follows" if begins else ""
        self.draft.warn(line, f"unknown heading {quoted(line.text)}, kept as a section of its own{why}")
        return self.open("other", line, line.text)

    def take_content(self, line: Line) -> Place:
        """Any other line: content of the open part, with a warning if it has the words of a known heading."""
        if isinstance(self.part, Prose):
            self.warn_misplaced(line)
        place = self.part.take(line)
        if place not in (STRUCTURE, LEFT_OUT) and not self.is_question(line) and self.known_place(line):
            self.draft.warn(line, f"{quoted(line.text)} may be a heading, kept as text because of the lines around it")
        return place

    def warn_misplaced(self, line: Line) -> None:
        """Warn of a label that belongs under another heading."""
        if owner := label_owner(strip_markup(line)):
            self.draft.warn(line, f"{quoted(line.text)} belongs under “{owner}”, kept as text")

    # The grammar: the first rule that takes a line decides where it goes; the last rule takes every line.
    rules: ClassVar[tuple[Callable[["Reader", Line], Place | None], ...]] = (
        take_claimed,
        take_marked,
        take_known_heading,
        take_material_heading,
        take_missing_fact,
        take_unknown_heading,
        take_content,
    )

    def take(self, line: Line) -> Place:
        """Read a line that is not blank."""
        if line.is_lone_bullet and line.number < len(self.lines) and not self.lines[line.number].blank:
            return STRUCTURE
        line = self.without_markup(line)
        place = next(place for rule in self.rules if (place := rule(self, line)) is not None)
        self.part.section.has_items |= isinstance(place, str) and place != STRUCTURE
        return place

    def without_markup(self, line: Line) -> Line:
        """A structure line without the Markdown around it; any other line as it is."""
        bare = strip_markup(line)
        if bare is line or self.part.fits(line) or label_owner(line):
            return line
        is_heading = self.known_place(bare) or self.material_under(bare)
        has_words = "\t" not in bare.cells and (bare.short or is_heading)
        return bare if has_words or self.part.fits(bare) or label_owner(bare) else line

    def known_place(self, line: Line) -> str | None:
        """The place whose heading has the words of a line, if any."""
        place = None if line.escaped else headings.recognize(line.text, exact=line.bullet)
        return None if line.bullet and place not in headings.BULLETS else place

    def material_under(self, line: Line) -> str | None:
        """The list of material that a heading names and whose rows follow."""
        name = None if line.bullet or line.escaped else headings.material_of(line.text)
        if name is None or not self.begins_block(line):
            return None
        first = self.following[line.number - 1] or BLANK
        second = (first.number and self.following[first.number - 1]) or BLANK
        return name if begins_row(name, first, second) else None

    def opens(self, place: str, line: Line) -> bool:
        """Whether the lines around a line allow it to be the heading of a place."""
        if line.bullet:
            return line.number == len(self.lines) or self.lines[line.number].blank
        if place == headings.SALES:
            return line.alone
        is_own = self.begins_block(line) and headings.is_own(line.text, self.draft.title)
        if headings.is_long_list(line.text, place):
            return is_own
        if self.is_question(line):
            return is_own and place not in self.seen
        return is_own or line.alone or (follows_item(line, self.lines[line.number - 2]) and not line.text[0].islower())

    def is_question(self, line: Line) -> bool:
        """Whether a line is a question inside the question section."""
        return isinstance(self.part, Questions) and line.text.endswith("?")

    def begins_block(self, line: Line) -> bool:
        """Whether a line cannot continue the line above."""
        above = self.lines[line.number - 2]
        return (
            above.blank
            or self.places[above.number] in (STRUCTURE, "title")
            or (self.item is not None and line.indent <= self.item.indent)
            or isinstance(self.part, PayTable)
        )

    def is_unknown_heading(self, line: Line) -> bool:
        """Whether a line is short, alone, and followed by a block that cannot be a heading itself."""
        block = self.following[line.number - 1] if line.short else None
        if block is None or block.short or block.mark:
            return False
        return block.escaped or block.bullet or not headings.recognize(block.text)

    def open(self, place: str, line: Line, heading: str) -> Place:
        """Begin the part under a heading."""
        self.seen.add(place)
        self.part = part_for(place, self.draft, self.section_for(place, SectionDraft("other", heading, line)))
        if place != "other":
            self.facts = self.part if isinstance(self.part, Facts) else None
        return LEFT_OUT if isinstance(self.part, LeftOut) else STRUCTURE

    def section_for(self, place: str, section: SectionDraft) -> SectionDraft:
        """Give a section its kind; the section of a list belongs to the last one of the kind around it."""
        if kind := headings.HOSTS.get(place):
            section.host = self.hosts.get(kind)
            section.kind_of_list = "other" if place in headings.BULLETS else kind
        else:
            section.kind = place if place in SECTION_KINDS else "other"
            self.hosts[section.kind] = section
        self.draft.sections.append(section)
        return section

    def finish(self, text: str) -> Reading:
        """The document of the draft. Raises GuideError with all errors."""
        for section in self.draft.empty_sections():
            self.draft.warn(section.line, f"there is nothing under {quoted(section.heading)}, so it is left out")
        document = self.draft.document(self.draft.currency(text))
        self.draft.warn_of_strays()
        if not self.is_markdown:
            document = read_as_plain(document)
            self.warn_of_entities()
        reports = tuple(report_line(number, place, self.draft) for number, place in self.places.items())
        errors = self.draft.errors + self.rule_errors(document, reports)
        if errors:
            raise GuideError(errors, self.name)
        warnings = tuple(sorted(self.draft.warnings, key=lambda warning: warning.line))
        return Reading(document, reports, warnings, frozenset(self.draft.derived_slugs))

    def warn_of_entities(self) -> None:
        """Add a warning at the first line that has an HTML entity."""
        for line in self.lines:
            entity = find_entity(line.text) if self.places.get(line.number) != LEFT_OUT else None
            if entity:
                self.draft.warn(line, f"HTML entities such as {entity} are shown as written")
                return

    def rule_errors(self, document: GuideDocument, reports: tuple[LineReport, ...]) -> list[LineError]:
        """The errors of the document, each at the first line of its part."""
        lines = {f"other_pay[{index}": line.number for index, (line, _) in enumerate(self.draft.other_pay)}
        for report in reversed(reports):
            lines[report.path] = lines[_root(report.path)] = report.number
        return [
            LineError(lines.get(error.path, lines.get(_root(error.path), 1)), error.expected, error.found)
            for error in validate(document)
            if not (self.draft.errors and _is_about_no_currency(error))  # an amount was refused
        ]


def _following(lines: list[Line]) -> list[Line | None]:
    """For each line, the next line that is not blank."""
    following: list[Line | None] = []
    block = None
    for line in reversed(lines):
        following.append(block)
        block = block if line.blank else line
    return following[::-1]


def _is_about_no_currency(error: FieldError) -> bool:
    return error.path == "key_facts.currency" or (error.path.endswith(".currency") and error.found == quoted(""))


def _root(path: str) -> str:
    return path.partition("]")[0]
