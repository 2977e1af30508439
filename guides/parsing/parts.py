"""The parts of a guide text: each knows which line is due and says of every line where it went."""

import re
from dataclasses import dataclass
from typing import ClassVar

from guides.document import figures
from guides.document.errors import quoted
from guides.document.lines import LONGEST_QUESTION, Line, Mark
from guides.document.shape import SalaryLevel, Source
from guides.document.words import (
    OPENINGS_NOTE,
    follows_item,
    is_focus_label,
    is_link_words,
    is_number,
    read_detail_label,
    read_entry,
    read_fact_label,
    read_picture,
    read_source,
    read_step_label,
    resource_kind,
)
from guides.parsing import headings
from guides.parsing.draft import Draft, Entry, Item, Rung, SectionDraft

STRUCTURE, LEFT_OUT = "structure", "left out"

# Where a line went: a path in the document, a section's body, structure or left out.
Place = str | SectionDraft


def gap(lines: list[Line], blank: Line) -> None:
    """A blank line between two lines of words; there is none before the first."""
    if lines and not lines[-1].blank:
        lines.append(blank)


class Part:
    """What stands under one heading.

    `due` says that the next line is the part's own, whatever it looks like, and so no heading that nobody knows.
    """

    def __init__(self, draft: Draft, section: SectionDraft) -> None:
        self.draft, self.section = draft, section

    @property
    def due(self) -> bool:
        return False

    def take(self, line: Line) -> Place:
        """Read a line of this part."""
        raise NotImplementedError

    def take_mark(self, mark: Mark) -> Place | None:
        """Read an entry's explicit first line; None where the mark is not for this part."""
        return None

    def claims(self, line: Line) -> bool:
        """Whether a line is this part's although it looks like a heading."""
        return False

    def blank(self, line: Line) -> None:
        gap(self.section.lines, line)

    def words(self, line: Line) -> Place:
        self.section.lines.append(line)
        return self.section

    def stray(self, line: Line) -> Place:
        """Words for which a list has no place: they join its section, and the reader is told."""
        self.draft.warn(line, f"words without a place here, kept under {quoted(self.section.heading)}")
        return self.words(line)


class Prose(Part):
    """Words, kept as Markdown."""

    def take(self, line: Line) -> Place:
        return self.words(line)


class LeftOut(Part):
    """The publisher's sales block, from its first line to the end of the text."""

    due = True

    def take(self, line: Line) -> Place:
        return LEFT_OUT

    def claims(self, line: Line) -> bool:
        return True


@dataclass(slots=True)
class Numbering:
    """Counts the entries of a list that begin `1. text`; a list whose entries begin otherwise has none such."""

    last: int = 0
    indent: int = 0  # of the last entry; what is indented deeper belongs to it
    free: bool = True  # whether an entry may begin at the next line
    used: bool = True

    def entry(self, line: Line) -> Line | None:
        """The words of a line that begins the next entry."""
        number, words = read_entry(line) or (0, None)
        nested = self.last and line.indent > self.indent + 1
        return words if self.used and self.free and number == self.last + 1 and not nested else None

    def take(self, line: Line) -> Line | None:
        """As `entry`, and count it."""
        words = self.entry(line)
        if words:
            self.last, self.indent = self.last + 1, line.indent
        # Words above a first entry lead to it with a colon; under a number that is none of ours more of those follow.
        self.free = bool(words) or line.text.endswith(":") or (self.last > 0 and read_entry(line) is None)
        return words

    def begin_otherwise(self) -> None:
        self.used = self.last > 0


class Items(Part):
    """A list of bullets or of numbered lines; `name` is its key in the document, `kind` a skill's."""

    def __init__(self, draft: Draft, section: SectionDraft, name: str, kind: str = "") -> None:
        super().__init__(draft, section)
        self.name, self.kind = name, kind
        self.items = draft.lists[name]
        self.numbering = Numbering()
        self.wraps = False

    def claims(self, line: Line) -> bool:
        return self.numbering.entry(line) is not None

    def blank(self, line: Line) -> None:
        super().blank(line)
        self.wraps, self.numbering.free = False, True

    def take(self, line: Line) -> Place:
        if line.bullet:
            self.numbering.begin_otherwise()
        item = line if line.bullet else self.numbering.take(line)
        if item:
            self.items.append(Item(item, self.kind))
            self.wraps = True
        elif self.wraps:
            self.items[-1].wrapped.append(line.text)
        else:
            return self.stray(line)
        return f"{self.name}[{len(self.items) - 1}]"


class Numbered(Part):
    """Words, then entries that each begin with a number, on a line of its own or before the entry's first words."""

    started = False

    def __init__(self, draft: Draft, section: SectionDraft) -> None:
        super().__init__(draft, section)
        self.numbering = Numbering()

    def claims(self, line: Line) -> bool:
        return is_number(line) or self.numbering.entry(line) is not None

    def blank(self, line: Line) -> None:
        gap(self.target() if self.started else self.section.lines, line)
        self.numbering.free = True

    def take(self, line: Line) -> Place:
        if is_number(line):
            self.start()
            return STRUCTURE
        if words := self.numbering.take(line):
            self.start()
            return self.take_entry(words)
        return self.take_entry(line) if self.started else self.words(line)

    def start(self) -> None:
        """Begin an entry, unless one has just begun."""
        self.numbering.begin_otherwise()
        if not self.started or self.begun():
            self.append()
        self.started = True

    def append(self) -> None:
        raise NotImplementedError

    def begun(self) -> bool:
        raise NotImplementedError

    def take_entry(self, line: Line) -> Place:
        raise NotImplementedError

    def target(self) -> list[Line]:
        raise NotImplementedError


class Steps(Numbered):
    """`1`, `Step 1`, text."""

    @property
    def due(self) -> bool:
        return self.started and not self.begun()

    def claims(self, line: Line) -> bool:
        return super().claims(line) or read_step_label(line) is not None

    def append(self) -> None:
        self.draft.steps.append([])

    def begun(self) -> bool:
        return bool(self.target())

    def target(self) -> list[Line]:
        return self.draft.steps[-1]

    def take(self, line: Line) -> Place:
        label = read_step_label(line)
        if label is None:
            return super().take(line)
        self.start()
        return STRUCTURE if label.blank else self.take_entry(label)

    def take_entry(self, line: Line) -> Place:
        self.target().append(line)
        return f"steps[{len(self.draft.steps) - 1}].text"


class Ladder(Numbered):
    """`1`, title, experience, description, `Key Focus Areas`, focus."""

    @property
    def due(self) -> bool:
        return self.started and self.rung.experience is None

    @property
    def rung(self) -> Rung:
        return self.draft.rungs[-1]

    def claims(self, line: Line) -> bool:
        if self.started and not self.rung.title and not line.mark:  # a title, even “Director of Remote Work”
            return True
        return super().claims(line) or (self.started and self.rung.focus is None and is_focus_label(line))

    def append(self) -> None:
        self.draft.rungs.append(Rung())

    def begun(self) -> bool:
        return bool(self.rung.title)

    def target(self) -> list[Line]:
        return self.rung.description if self.rung.focus is None else self.rung.focus

    def take_mark(self, mark: Mark) -> Place | None:
        if mark.kind != "rung":
            return None
        self.start()
        self.rung.title, self.rung.experience = mark.heading, ""
        return self.path("title")

    def take_entry(self, line: Line) -> Place:
        rung = self.rung
        if not rung.title:
            rung.title = line.text
            return self.path("title")
        if is_focus_label(line) and rung.focus is None:
            rung.experience, rung.focus = rung.experience or "", []
            return STRUCTURE
        if rung.experience is None:
            years = figures.read_years(line.text) != (None, None)
            rung.experience = line.text if years or line.short or line.escaped else ""
            if rung.experience:
                return self.path("experience")
        self.target().append(line)
        return self.path("description" if rung.focus is None else "focus_areas")

    def path(self, name: str) -> str:
        return f"career_path[{len(self.draft.rungs) - 1}].{name}"


class PayTable(Part):
    """A header, then rows of a title and two amounts, until the first blank line behind them."""

    rows = ended = gapped = False

    def blank(self, line: Line) -> None:
        super().blank(line)
        self.gapped, self.ended = True, self.ended or self.rows

    def claims(self, line: Line) -> bool:
        return not self.ended and self.fits(line)

    @staticmethod
    def fits(line: Line) -> bool:
        return figures.read_header(line.text)[0] or figures.read_row(line.cells) is not None

    def take(self, line: Line) -> Place:
        is_header, country = figures.read_header(line.text)
        if self.gapped and not (self.rows or is_header or re.search(r"\d", line.text)):
            self.ended = True
        if self.ended:
            return self.stray(line)
        if is_header and not self.rows and not line.escaped:
            self.draft.facts["country"] = country
            return STRUCTURE
        self.rows = True
        row = figures.read_row(line.cells)
        if not row:
            self.draft.refuse(line, "a title and two amounts", quoted(line.text))
            return STRUCTURE
        title, median, average = row
        self.draft.levels.append(SalaryLevel(title=title, median=median.amount, average=average.amount))
        self.draft.money += [(line, median), (line, average)]
        return f"salary_levels[{len(self.draft.levels) - 1}]"


class Entries(Part):
    """Words, then entries of a name and a text, each closed by link words where it leads somewhere.

    `due` is always true: a short line is a name here, never a heading that nobody knows.
    """

    due = True
    paths: ClassVar = {"specializations": ("name", "description"), "related": ("title", "blurb")}
    mark_kinds: ClassVar = {"specializations": "specialization", "related": "related", "resources": "resource"}

    def __init__(self, draft: Draft, section: SectionDraft, name: str) -> None:
        super().__init__(draft, section)
        self.name = name
        self.name_field, self.text_field = self.paths.get(name, ("title", "blurb"))
        self.entries = draft.entries[name]
        self.entry: Entry | None = None
        self.closed = False

    def blank(self, line: Line) -> None:
        gap(self.entry.lines if self.entry else self.section.lines, line)

    def take(self, line: Line) -> Place:
        if self.name != "specializations" and is_link_words(line) and (self.entry or self.closed):
            self.entry, self.closed = None, True
            return STRUCTURE
        if line.short and (self.entry is None or self.entry.lines):
            return self.begin(line, Entry(line.text))
        if self.entry:
            self.entry.lines.append(line)
            return f"{self.name}[{len(self.entries) - 1}].{self.text_field}"
        return self.stray(line) if self.closed else self.words(line)

    def begin(self, line: Line, entry: Entry) -> Place:
        return self.append(entry)

    def append(self, entry: Entry) -> Place:
        self.entry, self.closed = entry, False
        self.entries.append(entry)
        return f"{self.name}[{len(self.entries) - 1}].{self.name_field}"

    def take_mark(self, mark: Mark) -> Place | None:
        if mark.kind != self.mark_kinds[self.name] or bool(mark.argument) is (self.name == "specializations"):
            return None
        return self.append(Entry(mark.heading, mark.argument))


class Resources(Entries):
    """Entries whose kind is read off their title; a title that promises nothing known is words."""

    def __init__(self, draft: Draft, section: SectionDraft) -> None:
        super().__init__(draft, section, "resources")

    def begin(self, line: Line, entry: Entry) -> Place:
        entry.argument = resource_kind(entry.name, self.draft.title)
        if entry.argument is None:
            self.entry, self.closed = None, True
            return self.stray(line)
        return self.append(entry)


class Questions(Part):
    """Words, then questions with their answers."""

    def __init__(self, draft: Draft, section: SectionDraft) -> None:
        super().__init__(draft, section)
        self.entry: Entry | None = None
        self.above: Line | None = None  # the line above in the same block
        self.wraps = False  # whether the question goes on to the end of its block

    @property
    def due(self) -> bool:
        return self.entry is not None and not self.entry.lines

    def claims(self, line: Line) -> bool:
        return self.wraps

    def blank(self, line: Line) -> None:
        gap(self.entry.lines if self.entry else self.section.lines, line)
        self.above, self.wraps = None, False

    def take(self, line: Line) -> Place:
        above, self.above = self.above, line
        begins = above is None or follows_item(line, above)
        if begins and not self.due and self.asks(line):
            self.wraps = not line.text.endswith("?")
            return self.append(line.text)
        if not self.entry:
            return self.words(line)
        if self.wraps:
            self.entry.name += f" {line.text}"
            return self.path("question")
        self.entry.lines.append(line)
        return self.path("answer")

    @staticmethod
    def asks(line: Line) -> bool:
        short = line.text.endswith("?") and len(line.text) <= LONGEST_QUESTION
        return line.asks or (short and not line.bullet and not line.escaped)

    def take_mark(self, mark: Mark) -> Place | None:
        return self.append(mark.heading) if mark.kind == "question" else None

    def append(self, question: str) -> Place:
        self.entry = Entry(question)
        self.draft.entries["faqs"].append(self.entry)
        return self.path("question")

    def path(self, name: str) -> str:
        return f"faqs[{len(self.draft.entries['faqs']) - 1}].{name}"


class Facts(Part):
    """Key facts: a label, its value, in some cases a note; words that fit nowhere become a section."""

    FIGURES = {"median": "median_salary", "growth": "growth_percent", "openings": "annual_openings"}
    label = ""
    filled = 0  # the value is 1, a note behind it 2
    ranked = awaits_industry = same_block = False

    def __init__(self, draft: Draft, section: SectionDraft) -> None:
        super().__init__(draft, section)
        self.labels: set[str] = set()

    @property
    def due(self) -> bool:
        return bool(self.label) and self.filled < (2 if self.label == "growth" else 1)

    def claims(self, line: Line) -> bool:
        return read_fact_label(line)[0] is not None

    def lacks(self, line: Line) -> bool:
        """Whether a line is the label of a fact that has not been given yet."""
        label = read_fact_label(line)[0]
        return label is not None and label not in self.labels

    def blank(self, line: Line) -> None:
        super().blank(line)
        self.same_block = False

    def take(self, line: Line) -> Place:
        label, value = read_fact_label(line)
        if label:
            if self.FIGURES.get(label) in self.draft.facts:
                return self.refuse(line, "each key figure once")
            self.label, self.filled = label, 0
            self.labels.add(label)
            self.ranked = self.awaits_industry = self.same_block = False
            if value is None:
                return STRUCTURE
            line = value
        place = self.take_value(line) if self.label else None
        if place is None:
            return self.stray(line)
        self.same_block = True
        return place

    def take_value(self, line: Line) -> Place | None:
        """Read a line under the label that stands above it; None where that has no place for it."""
        takers = {
            "median": self.take_median,
            "growth": self.take_growth,
            "openings": self.take_openings,
            "industries": self.take_industries,
            "education": self.take_education,
        }
        return takers[self.label](line)

    def take_median(self, line: Line) -> Place | None:
        if self.filled or re.match(r"range\b", line.text, re.IGNORECASE):
            return self.take_range(line)
        self.filled = 1
        money = figures.read_money(line.text)
        if not money or money.is_open:
            return self.refuse(line, "an amount such as $39,120 USD")
        self.draft.facts["median_salary"] = money.amount
        self.draft.money.append((line, money))
        return "key_facts.median_salary"

    def take_range(self, line: Line) -> Place | None:
        if self.filled == 2:
            return None
        self.filled = 2
        bounds = figures.read_range(line.text)
        if not bounds:
            return self.refuse(line, "a range such as Range: $29k - $56k+ USD")
        low, high = bounds
        self.draft.money += [(line, money) for money in bounds if money]
        self.draft.facts |= {
            "salary_low": low.amount if low else None,
            "salary_high": high.amount if high else None,
            "salary_high_is_open": bool(high and high.is_open),
        }
        return "key_facts.salary_low"

    def take_growth(self, line: Line) -> Place | None:
        note = self.draft.fact_words["growth_note"]
        if not self.filled and not line.escaped:
            # A bullet may have been a minus: `- 2.5%` says neither 2.5 nor -2.5.
            percent = None if line.bullet else figures.read_percent(line.text)
            if percent:
                self.draft.facts["growth_percent"] = percent[0]
                note += [percent[1]] if percent[1] else []
                self.filled = 2 if note else 1
                return "key_facts.growth_percent"
            if re.search(r"\d", line.text):
                self.filled = 1
                return self.refuse(line, "a percentage such as 5% or -2.5%")
        if self.filled == 2 and not self.same_block:
            return None
        self.filled = 2
        note.append(line.text)
        return "key_facts.growth_note"

    def take_openings(self, line: Line) -> Place | None:
        if OPENINGS_NOTE.fullmatch(line.text):
            return STRUCTURE
        if self.filled:
            return None
        self.filled = 1
        count = figures.read_count(line.text)
        if count is None:
            return self.refuse(line, "a count such as ≈330k or 330,000")
        self.draft.facts["annual_openings"], self.draft.facts["annual_openings_is_approximate"] = count
        return "key_facts.annual_openings"

    def take_industries(self, line: Line) -> Place | None:
        if is_number(line):
            self.ranked = self.awaits_industry = True
            return STRUCTURE
        if self.ranked and not self.awaits_industry:
            return None
        words = line.text if line.escaped else re.sub(r"^\d{1,2}[.)] ", "", line.text)
        self.filled, self.awaits_industry = 1, False
        industries = self.draft.fact_words["top_industries"]
        industries.append(words)
        return f"key_facts.top_industries[{len(industries) - 1}]"

    def take_education(self, line: Line) -> Place | None:
        if self.filled and not self.same_block:
            return None
        self.filled = 1
        self.draft.fact_words["typical_education"].append(line.text)
        return "key_facts.typical_education"

    def refuse(self, line: Line, expected: str) -> Place:
        self.draft.refuse(line, expected, quoted(line.text))
        return STRUCTURE


class DetailLines(Part):
    """`Guide Details`: lines of a label, a colon and a value."""

    def claims(self, line: Line) -> bool:
        return read_detail_label(line)[0] is not None

    def take(self, line: Line) -> Place:
        label, value, covers = read_detail_label(line)
        if label == "source":
            name, url, as_of = read_source(value)
            self.draft.sources.append(Source(covers=covers, name=name, url=url, as_of=as_of))
            return f"details.sources[{len(self.draft.sources) - 1}]"
        if label == "picture" and self.draft.picture is None:
            return self.take_picture(line, value)
        if label in (None, "picture") or label in self.draft.details:
            return self.stray(line)
        self.draft.details[label] = value
        return "slug" if label == "slug" else f"details.{label}"

    def take_picture(self, line: Line, value: str) -> Place:
        self.draft.picture = read_picture(value)
        if self.draft.picture is None:
            self.draft.refuse(line, "the name of a picture, a colon and what it shows", quoted(line.text))
            return STRUCTURE
        return "picture"


LISTS = {
    headings.RESPONSIBILITIES: ("responsibilities",),
    headings.EDUCATION: ("education_requirements",),
    headings.TECHNICAL: ("skills", "technical"),
    headings.SOFT: ("skills", "soft"),
    headings.PROS: ("pros",),
    headings.CONS: ("cons",),
}
ENTRIES = {"emerging_specializations": "specializations", "related": "related"}
PARTS: dict[str, type[Part]] = {
    headings.KEY_FACTS: Facts,
    headings.DETAILS: DetailLines,
    headings.SALES: LeftOut,
    headings.SALARY_LEVELS: PayTable,
    "how_to_become": Steps,
    "career_path": Ladder,
    "toolkit": Resources,
    "readiness": Resources,
    "faq": Questions,
}


def part_for(place: str, draft: Draft, section: SectionDraft) -> Part:
    """The part that a heading opens; every place without a list is prose."""
    if place in LISTS:
        return Items(draft, section, *LISTS[place])
    if place in ENTRIES:
        return Entries(draft, section, ENTRIES[place])
    return PARTS.get(place, Prose)(draft, section)
