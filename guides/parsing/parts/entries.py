"""Entries of a name and a text: specializations, related roles, resources and questions."""

from dataclasses import replace
from typing import ClassVar

from guides.document.lines import LONGEST_QUESTION, Line, Mark
from guides.document.markup import strip_markup
from guides.document.shape import LISTS
from guides.document.words import follows_item, is_link_words, resource_kind, split_answer, split_question
from guides.parsing import headings
from guides.parsing.draft import Draft
from guides.parsing.parts.base import STRUCTURE, Part, Place, add_gap
from guides.parsing.pieces import Entry, SectionDraft


class Entries(Part):
    """Words, then entries of a name and a text; the words of a link (`View examples`) end an entry.

    `due` is always true: a short line is a name here, never an unknown heading.
    """

    due = True
    links: ClassVar = ("related", "resources")  # lists whose entries end with a link

    def __init__(self, draft: Draft, section: SectionDraft, name: str) -> None:
        super().__init__(draft, section)
        self.name = name
        self.field = LISTS[name]
        self.entries = draft.entries[name]
        self.entry: Entry | None = None  # the entry that the next line of words belongs to
        self.closed = False  # whether link words have ended the last entry

    def blank(self, line: Line) -> None:
        add_gap(self.entry.lines if self.entry else self.section.lines, line)

    def take(self, line: Line) -> Place:
        if self.name in self.links and is_link_words(line) and (self.entry or self.closed):
            self.entry, self.closed = None, True
            return STRUCTURE
        if line.short and (self.entry is None or self.entry.lines):
            return self.begin(line)
        if self.entry:
            self.entry.lines.append(line)
            return self.path(self.field.text_field)
        return self.take_stray(line) if self.closed else self.take_words(line)

    def begin(self, line: Line) -> Place:
        """Begin an entry with a line that looks like a name."""
        return self.append(Entry(line.text))

    def append(self, entry: Entry) -> Place:
        """Add an entry and return the place of its name."""
        self.entry, self.closed = entry, False
        self.entries.append(entry)
        return self.path(self.field.name_field)

    def path(self, name: str) -> str:
        return f"{self.name}[{len(self.entries) - 1}].{name}"

    def take_mark(self, mark: Mark) -> Place | None:
        is_entry = mark.kind == headings.ENTRY_MARKS.get(self.name, self.name)
        if not is_entry or bool(mark.argument) is not (self.name in self.links):
            return None
        return self.append(Entry(mark.heading, mark.argument))


class Resources(Entries):
    """Entries whose title shows their kind (`Baker Resume Examples`); any other title is plain text."""

    def __init__(self, draft: Draft, section: SectionDraft) -> None:
        super().__init__(draft, section, "resources")

    def begin(self, line: Line) -> Place:
        kind = resource_kind(line.text, self.draft.title)
        if kind is None:
            self.entry, self.closed = None, True
            return self.take_stray(line)
        return self.append(Entry(line.text, kind))


def is_labeled(label: str) -> bool:
    """Whether the label of a question says so by a letter, which a number alone does not."""
    return label[:1].casefold() == "q"


class Questions(Part):
    """Words, then questions with their answers."""

    def __init__(self, draft: Draft, section: SectionDraft) -> None:
        super().__init__(draft, section)
        self.entry: Entry | None = None
        self.above: Line | None = None  # the line above in the same block
        self.wraps = False  # whether the question continues to the end of its block

    @property
    def due(self) -> bool:
        return self.entry is not None and not self.entry.lines

    def claims(self, line: Line) -> bool:
        return self.wraps

    def fits(self, line: Line) -> bool:
        return line.text.endswith("?") and "\t" not in line.cells and strip_markup(line) is line

    def blank(self, line: Line) -> None:
        add_gap(self.entry.lines if self.entry else self.section.lines, line)
        self.above, self.wraps = None, False

    def take(self, line: Line) -> Place:
        above, self.above = self.above, line
        label, question = split_question(line)
        begins = above is None or follows_item(line, above) or is_labeled(label)
        if begins and (not self.due or is_labeled(label)) and self.asks(line):
            self.wraps = not line.text.endswith("?")
            return self.append(question)
        if not self.entry:
            return self.take_words(line)
        if self.wraps:
            self.entry.name += f" {line.text}"
            return self.path("question")
        return self.take_answer(line)

    def take_answer(self, line: Line) -> Place:
        """Read a line of the answer; its first line may begin with a label such as `A:`."""
        assert self.entry
        label, words = ("", "") if self.entry.lines else split_answer(line)
        self.entry.lines.append(replace(line, text=words, cells=words) if label else line)
        return self.path("answer")

    @staticmethod
    def asks(line: Line) -> bool:
        """Whether a line is a question or the start of one."""
        short = line.text.endswith("?") and len(line.text) <= LONGEST_QUESTION
        return line.asks or (short and not line.bullet and not line.escaped)

    def take_mark(self, mark: Mark) -> Place | None:
        return self.append(mark.heading) if mark.kind == "question" else None

    def append(self, question: str) -> Place:
        """Add a question and return its place."""
        self.entry = Entry(question)
        self.draft.entries["faqs"].append(self.entry)
        return self.path("question")

    def path(self, name: str) -> str:
        """The place of a field of the last question."""
        return f"faqs[{len(self.draft.entries['faqs']) - 1}].{name}"
