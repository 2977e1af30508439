"""Lists of bullets or of numbered lines: responsibilities, requirements, skills, pros and cons."""

from dataclasses import dataclass

from guides.document.lines import Line
from guides.document.words import read_entry
from guides.parsing.draft import Draft
from guides.parsing.parts.base import Part, Place
from guides.parsing.pieces import Item, SectionDraft


@dataclass(slots=True)
class Numbering:
    """A count of the entries that begin with the next number and words (`1. text`)."""

    last: int = 0
    indent: int = 0  # of the last entry; a line indented deeper belongs to it
    free: bool = True  # whether an entry may begin on the next line
    used: bool = True  # False once the list has begun without such a number

    def entry(self, line: Line) -> Line | None:
        """The words of a line that begins the next entry, else None."""
        number, words = read_entry(line) or (0, None)
        nested = self.last and line.indent > self.indent + 1
        return words if self.used and self.free and number == self.last + 1 and not nested else None

    def take(self, line: Line) -> Line | None:
        """Return the same as `entry`, and count the entry."""
        words = self.entry(line)
        if words:
            self.last, self.indent = self.last + 1, line.indent
        # Another entry may follow an entry, a line that ends in a colon, or a later line without any number.
        self.free = bool(words) or line.text.endswith(":") or (self.last > 0 and read_entry(line) is None)
        return words

    def begin_otherwise(self) -> None:
        """Stop counting if the list begins with anything but `1. text`."""
        self.used = self.last > 0


class Items(Part):
    """A list of bullets or of numbered lines; `name` is its key in the document, `kind` is for skills."""

    def __init__(self, draft: Draft, section: SectionDraft, name: str, kind: str = "") -> None:
        super().__init__(draft, section)
        self.name, self.kind = name, kind
        self.items = draft.lists[name]
        self.numbering = Numbering()
        self.nested = Numbering()  # of numbered lines below an item, indented deeper
        self.indent = 0  # of the last item that is not below another one
        self.wraps = False  # whether the next line can continue the last item

    def claims(self, line: Line) -> bool:
        return self.numbering.entry(line) is not None

    def take_nested(self, line: Line) -> Line | None:
        """The words of a numbered line below an item, indented deeper: an item of its own."""
        words = self.nested.take(line) if self.wraps and line.indent > self.indent + 1 else None
        self.numbering.free = self.numbering.free or words is not None
        return words

    def take_item(self, line: Line) -> Line | None:
        """The words of a bullet or of the next numbered line."""
        item = line if line.bullet else self.numbering.take(line)
        if item:
            self.nested, self.indent = Numbering(), line.indent
        return item

    def blank(self, line: Line) -> None:
        super().blank(line)
        self.wraps, self.numbering.free = False, True

    def take(self, line: Line) -> Place:
        if line.bullet:
            self.numbering.begin_otherwise()
        item = self.take_item(line) or self.take_nested(line)
        if item:
            self.items.append(Item(item, self.kind))
            self.wraps = True
        elif self.wraps:
            self.items[-1].wrapped.append(line.text)
        else:
            return self.take_stray(line)
        return f"{self.name}[{len(self.items) - 1}]"
