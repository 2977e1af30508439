"""Material for applicants and recruiters: rows of labeled fields, and terms with their meanings."""

from dataclasses import replace

from guides.document.errors import quoted
from guides.document.lines import BLANK, Line
from guides.document.markup import strip_markup
from guides.document.material import read_jobs, read_term
from guides.parsing import headings
from guides.parsing.draft import Draft, MaterialRow
from guides.parsing.material import FIRST, GLOSSARY, Label, layout_of, read_label
from guides.parsing.parts.base import STRUCTURE, Part, Place, add_gap
from guides.parsing.pieces import SectionDraft


class Material(Part):
    """Rows of fields, each with a label; further lines belong to the field before them."""

    def __init__(self, draft: Draft, section: SectionDraft, name: str) -> None:
        super().__init__(draft, section)
        self.name, self.rows = name, draft.material[name]
        self.row: MaterialRow | None = None
        self.field, self.layout = "", ""  # of the last label
        self.wraps = False  # whether the next line can continue the last bullet

    @property
    def due(self) -> bool:
        return self.layout == "markdown"

    def claims(self, line: Line) -> bool:
        return self.label(line) is not None

    fits = claims

    def label(self, line: Line) -> Label | None:
        """The label of a line, unless the row has that field already."""
        label = read_label(self.name, line)
        if not label or label.field == FIRST[self.name] or self.row is None or label.field == "experience":
            return label
        return None if self.row.get(label.field) else label

    def blank(self, line: Line) -> None:
        self.wraps = False
        add_gap(self.lines if self.due else self.section.lines, line)

    @property
    def lines(self) -> list[Line]:
        """The lines of the open field."""
        assert self.row is not None
        lines = self.row[self.field]
        assert isinstance(lines, list)
        return lines

    def take(self, line: Line) -> Place:
        if label := self.label(line):
            return self.take_label(label, line)
        if self.due:
            if read_label(self.name, line):
                self.draft.warn(line, "this label was used above, so the line is kept as text")
            self.lines.append(line)
        elif self.layout in ("bullets", "jobs") and line.bullet:
            self.take_bullet(line)
        elif self.wraps:
            self.lines[-1] = replace(self.lines[-1], text=f"{self.lines[-1].text} {line.text}")
        else:
            return self.take_stray(line)
        return self.path

    def take_label(self, label: Label, line: Line) -> Place:
        """Begin a field, and with its first field a row."""
        if label.field == FIRST[self.name] or self.row is None:
            self.row = {"kind": label.kind} if label.kind else {}
            self.rows.append(self.row)
        self.field, self.layout, self.wraps = label.field, layout_of(self.name, label.field), False
        if self.layout == "line":
            self.row[self.field] = label.words
            return self.path
        self.row.setdefault(self.field, [])
        words = replace(line, text=label.words, cells=label.words)
        if self.layout == "jobs":
            return self.take_job(words)
        if not label.words:
            return STRUCTURE
        if self.layout == "bullets":
            self.take_bullet(words)
        else:
            self.lines.append(words)
        return self.path

    def take_bullet(self, line: Line) -> None:
        self.lines.append(replace(line, bullet=True, indent=0))
        self.wraps = True

    def take_job(self, line: Line) -> Place:
        """Read `Title; Employer; Place; Dates`, or refuse it."""
        try:
            read_jobs(line.text)
        except ValueError:
            expected = "a job such as Job: Clerk; Corner Store; Tulsa, OK; 2024 – present"
            self.draft.refuse(line, expected, quoted(line.text))
            return STRUCTURE
        self.lines.extend([BLANK, line] if self.lines else [line])
        return self.path

    @property
    def path(self) -> str:
        """The place of the open field."""
        return f"{self.name}[{len(self.rows) - 1}].{self.field}"


class Glossary(Part):
    """Lines of a term, a colon and its meaning."""

    def claims(self, line: Line) -> bool:
        is_heading = not line.escaped and headings.recognize(line.text)
        return not line.bullet and not line.mark and not is_heading and read_term(line.text) is not None

    def fits(self, line: Line) -> bool:
        return self.claims(line) and strip_markup(line) is line

    def take(self, line: Line) -> Place:
        term = None if line.bullet else read_term(line.text)
        if term is None:
            return self.take_stray(line)
        terms = self.draft.material[GLOSSARY]
        terms.append({"term": term.term, "meaning": term.meaning})
        return f"{GLOSSARY}[{len(terms) - 1}]"
