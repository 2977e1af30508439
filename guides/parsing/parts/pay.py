"""The pay table: the pay of each level."""

import re

from guides.document import figures
from guides.document.errors import quoted
from guides.document.lines import Line
from guides.document.markup import is_table_rule
from guides.document.other_pay import read_other_pay
from guides.document.shape import SalaryLevel
from guides.parsing.parts.base import STRUCTURE, Part, Place


class PayTable(Part):
    """A header, then rows of a title and two amounts, up to the first blank line after them; a dash is no average."""

    rows = ended = gapped = False

    def blank(self, line: Line) -> None:
        super().blank(line)
        self.gapped, self.ended = True, self.ended or self.rows

    def claims(self, line: Line) -> bool:
        return not self.ended and self.fits(line)

    def fits(self, line: Line) -> bool:
        """Whether a line is a header or a row."""
        return figures.read_header(line.text)[0] or figures.read_row(line.cells) is not None

    def take(self, line: Line) -> Place:
        if is_table_rule(line):
            return STRUCTURE
        is_header, country = figures.read_header(line.text)
        if self.gapped and not (self.rows or is_header or re.search(r"\d", line.text)):
            self.ended = True
        if not self.rows and not is_header and line.text.endswith((".", ":")) and not self.fits(line):
            self.ended = True
        if self.ended:
            return self.take_stray(line)
        if is_header and not self.rows and not line.escaped:
            self.draft.facts["country"] = country
            self.section.has_items = True
            return STRUCTURE
        self.rows = True
        return self.take_row(line)

    def take_row(self, line: Line) -> Place:
        """Read a row, or refuse it."""
        row = figures.read_row(line.cells)
        if not row:
            return self.refuse(line, line.text)
        title, median, average = row
        amounts = [money for money in (median, average) if money]
        if not all(money.is_yearly and not money.is_open for money in amounts):
            return self.take_other_pay(line, title, median, average)
        self.draft.levels.append(
            SalaryLevel(title=title, median=median.amount, average=average.amount if average else None)
        )
        self.draft.money += [(line, money) for money in amounts]
        return f"salary_levels[{len(self.draft.levels) - 1}]"

    def take_other_pay(self, line: Line, title: str, median: figures.Money, average: figures.Money | None) -> Place:
        """Read a row that is not of whole amounts a year; its amounts stay together."""
        if figures.ends_in_pay(title):
            return self.refuse(line, title)
        pay = {"median": median.words, **({"average": average.words} if average else {})}
        if not all(read_other_pay(figure, words) for figure, words in pay.items()):
            return self.refuse(line, line.text, "a title and two amounts, each with its period")
        first, *_ = (self.draft.add_pay(line, figure, words, level=title) for figure, words in pay.items())
        return first or STRUCTURE

    def refuse(self, line: Line, found: str, usual: str = "a title and two amounts") -> Place:
        self.draft.refuse(line, figures.expected_amount(found, usual), quoted(found))
        return STRUCTURE
