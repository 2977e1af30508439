"""The pieces of a guide document in progress: its sections, items, entries and career levels."""

from dataclasses import dataclass, field

from guides.document import figures
from guides.document.lines import BLANK, Line, body_text
from guides.document.shape import CareerStep, Skill
from guides.document.words import read_importance, read_skill, split_skill


@dataclass(slots=True, eq=False)
class SectionDraft:
    """A section while it is read; `index` is its position among the sections that have a body.

    The heading of a list begins one too, for words that are no items. They stay under it, except that they join the
    section around a list with items (`host`) unless lists of another meaning are there too (`kind_of_list` is other).
    """

    kind: str
    heading: str
    line: Line = BLANK
    lines: list[Line] = field(default_factory=list)
    index: int | None = None
    host: "SectionDraft | None" = None
    kind_of_list: str = ""
    has_items: bool = False

    @property
    def target(self) -> "SectionDraft":
        """The section that gets the words."""
        return self.host if self.host and self.has_items and self.kind_of_list != "other" else self

    def close(self) -> None:
        """Move the words of a list with items to its host, or give them the kind of the list."""
        if self.has_items and self.kind_of_list:
            self.kind = self.kind_of_list
        if self.target is not self and self.lines:
            if self.target.lines and not self.target.lines[-1].blank:
                self.target.lines.append(BLANK)
            self.target.lines += self.lines
            self.lines = []


@dataclass(slots=True)
class Item:
    """A bullet and the lines it wraps onto; `kind` is for skills."""

    line: Line
    kind: str = ""
    wrapped: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join([self.line.text, *self.wrapped])

    def requirement(self) -> tuple[str, str]:
        """The words and their mark."""
        return read_importance(self.text)

    def skill(self) -> tuple[Skill, str]:
        """The skill and its mark."""
        cells, mark = read_importance(" ".join([self.line.cells, *self.wrapped]))
        words, _ = read_importance(self.text)
        name, detail = split_skill(cells) if self.line.escaped else read_skill(self.kind, words)
        return Skill(kind=self.kind, name=name, detail=detail), mark


@dataclass(slots=True)
class Entry:
    """A name with a text under it; `argument` is a resource's kind or a related role's slug."""

    name: str
    argument: str | None = None
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class LevelDraft:
    """A level of the career path; `experience` is None until it is known, `focus` until its label is read."""

    title: str = ""
    experience: str | None = None
    description: list[Line] = field(default_factory=list)
    focus: list[Line] | None = None

    def career_step(self) -> CareerStep:
        experience = self.experience or ""
        years_min, years_max = figures.read_years(experience)
        return CareerStep(
            title=self.title,
            experience=experience,
            years_min=years_min,
            years_max=years_max,
            description=body_text(self.description),
            focus_areas=body_text(self.focus or ()),
        )
