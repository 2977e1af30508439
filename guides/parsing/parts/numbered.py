"""Numbered entries of several lines: the steps to a role and the levels of its career path."""

from guides.document import figures
from guides.document.lines import Line, Mark
from guides.document.words import is_focus_label, is_number, read_step_label
from guides.parsing.draft import Draft
from guides.parsing.parts.base import STRUCTURE, Part, Place, add_gap
from guides.parsing.parts.lists import Numbering
from guides.parsing.pieces import LevelDraft, SectionDraft


class Numbered(Part):
    """Text, then entries that begin with a number, on its own line or before their first words."""

    started = False

    def __init__(self, draft: Draft, section: SectionDraft) -> None:
        super().__init__(draft, section)
        self.numbering = Numbering()

    def claims(self, line: Line) -> bool:
        return is_number(line) or self.numbering.entry(line) is not None

    def blank(self, line: Line) -> None:
        add_gap(self.body() if self.started else self.section.lines, line)
        self.numbering.free = True

    def take(self, line: Line) -> Place:
        if is_number(line):
            self.start()
            return STRUCTURE
        if words := self.numbering.take(line):
            self.start()
            return self.take_entry(words)
        return self.take_entry(line) if self.started else self.take_words(line)

    def start(self) -> None:
        """Begin an entry, unless the last one is still empty."""
        self.numbering.begin_otherwise()
        if not self.started or self.has_content():
            self.append()
        self.started = True

    def append(self) -> None:
        """Add an empty entry."""
        raise NotImplementedError

    def has_content(self) -> bool:
        """Whether the last entry has its first line."""
        raise NotImplementedError

    def take_entry(self, line: Line) -> Place:
        """Read a line of the last entry."""
        raise NotImplementedError

    def body(self) -> list[Line]:
        """The lines of the last entry's text."""
        raise NotImplementedError


class Steps(Numbered):
    """`1`, `Step 1`, text."""

    @property
    def due(self) -> bool:
        return self.started and not self.has_content()

    def claims(self, line: Line) -> bool:
        return super().claims(line) or read_step_label(line) is not None

    def append(self) -> None:
        self.draft.steps.append([])

    def has_content(self) -> bool:
        return bool(self.body())

    def body(self) -> list[Line]:
        return self.draft.steps[-1]

    def take(self, line: Line) -> Place:
        label = read_step_label(line)
        if label is None:
            return super().take(line)
        self.start()
        return STRUCTURE if label.blank else self.take_entry(label)

    def take_entry(self, line: Line) -> Place:
        self.body().append(line)
        return f"steps[{len(self.draft.steps) - 1}].text"


class CareerPath(Numbered):
    """`1`, title, experience, description, `Key Focus Areas`, focus."""

    @property
    def due(self) -> bool:
        return self.started and self.level.experience is None

    @property
    def level(self) -> LevelDraft:
        """The last level."""
        return self.draft.career_path[-1]

    def claims(self, line: Line) -> bool:
        if self.started and not self.level.title and not line.mark:  # a title, even “Director of Remote Work”
            return True
        return super().claims(line) or (self.started and self.level.focus is None and is_focus_label(line))

    def append(self) -> None:
        self.draft.career_path.append(LevelDraft())

    def has_content(self) -> bool:
        return bool(self.level.title)

    def body(self) -> list[Line]:
        return self.level.description if self.level.focus is None else self.level.focus

    def take_mark(self, mark: Mark) -> Place | None:
        if mark.kind != "rung":
            return None
        self.start()
        self.level.title, self.level.experience = mark.heading, ""
        return self.path("title")

    def take_entry(self, line: Line) -> Place:
        level = self.level
        if not level.title:
            level.title = line.text
            return self.path("title")
        if is_focus_label(line) and level.focus is None:
            level.experience, level.focus = level.experience or "", []
            return STRUCTURE
        if level.experience is None:
            has_years = figures.read_years(line.text) != (None, None)
            level.experience = line.text if has_years or line.short or line.escaped else ""
            if level.experience:
                return self.path("experience")
        self.body().append(line)
        return self.path("description" if level.focus is None else "focus_areas")

    def path(self, name: str) -> str:
        """The place of a field of the last level."""
        return f"career_path[{len(self.draft.career_path) - 1}].{name}"
