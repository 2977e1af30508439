"""The key facts: median pay and range, growth, openings, industries, education."""

import re
from dataclasses import replace
from typing import ClassVar

from guides.document import figures
from guides.document.errors import quoted
from guides.document.lines import Line
from guides.document.markup import is_table_rule, strip_emphasis
from guides.document.words import OPENINGS_NOTE, is_number, read_fact_label, read_fact_period
from guides.parsing.draft import Draft
from guides.parsing.parts.base import STRUCTURE, Part, Place
from guides.parsing.pieces import SectionDraft


class Facts(Part):
    """Facts, each with a label, a value and sometimes a note; other text joins the section."""

    FIGURES: ClassVar = {"median": "median_salary", "growth": "growth_percent", "openings": "annual_openings"}
    label = ""  # of the open fact
    filled = 0  # 1 after its value, 2 after the note
    ranked = awaits_industry = same_block = False

    def __init__(self, draft: Draft, section: SectionDraft) -> None:
        super().__init__(draft, section)
        self.labels: set[str] = set()  # seen so far

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
            self.open(label)
            self.take_period(line, label)
            if value is None:
                return STRUCTURE
            line = value
        if is_table_rule(line):
            return STRUCTURE
        if not line.escaped:
            line = replace(line, text=strip_emphasis(line.text))
        place = self.take_value(line) if self.label else None
        if place is None:
            return self.take_stray(line)
        self.same_block = True
        return place

    def take_period(self, line: Line, label: str) -> None:
        """Read the year or period in a label: part of the growth note, and for other facts to be stated as a source."""
        period = read_fact_period(line)
        if period and label == "growth":
            self.draft.growth_period = period.replace("-", "–")
        elif period:
            self.draft.warn(line, f"“{period}” is not kept; state it as “Source (key facts): NAME, as of {period[:4]}”")

    def open(self, label: str) -> None:
        """Begin the fact of a label."""
        self.label, self.filled = label, 0
        self.labels.add(label)
        self.ranked = self.awaits_industry = self.same_block = False

    def take_value(self, line: Line) -> Place | None:
        """Read a line of the open fact; None if it does not belong to the fact."""
        takers = {
            "median": self.take_median,
            "growth": self.take_growth,
            "openings": self.take_openings,
            "industries": self.take_industries,
            "education": self.take_education,
        }
        return takers[self.label](line)

    def take_median(self, line: Line) -> Place | None:
        """Read `$39,120 USD` or `$18.50 an hour`; the next lines are the range, or pay by another period."""
        money = figures.read_amount(line.text)
        if (
            money
            and (money.is_open or not money.is_yearly)
            and (place := self.draft.add_pay(line, "median", line.text))
        ):
            self.filled = self.filled or 1
            return place
        if self.filled or re.match(r"range\b", line.text, re.IGNORECASE):
            return self.take_range(line)
        self.filled = 1
        if not money or money.is_open or not money.is_yearly:
            return self.refuse(line, figures.expected_amount(line.text, "an amount such as $39,120 USD"))
        self.draft.facts["median_salary"] = money.amount
        self.draft.money.append((line, money))
        return "key_facts.median_salary"

    def take_range(self, line: Line) -> Place | None:
        """Read `Range: $29k - $56k+ USD` or `Range: $18.50 - $25 an hour`."""
        bounds = figures.read_range(line.text)
        if not bounds and (place := self.draft.add_pay(line, "range", figures.without_label(line.text))):
            self.filled = self.filled or 1
            return place
        if self.filled == 2:
            return None
        self.filled = 2
        if not bounds:
            return self.refuse(line, figures.expected_amount(line.text, "a range such as Range: $29k - $56k+ USD"))
        low, high = bounds
        self.draft.money += [(line, money) for money in bounds if money]
        self.draft.facts |= {
            "salary_low": low.amount if low else None,
            "salary_high": high.amount if high else None,
            "salary_high_is_open": bool(high and high.is_open),
        }
        return "key_facts.salary_low"

    def take_growth(self, line: Line) -> Place | None:
        """Read `5%`, a note, or both: `5% (as fast as average)`."""
        note = self.draft.fact_words["growth_note"]
        if not self.filled and not line.escaped:
            # A bullet may have been a minus sign: `- 2.5%` could be 2.5 or -2.5.
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
        """Read `≈330k`, then maybe `openings annually`."""
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
        """Read a rank or an industry; after a first rank, each industry needs one."""
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
        """Read the lines of one block."""
        if self.filled and not self.same_block:
            return None
        self.filled = 1
        self.draft.fact_words["typical_education"].append(line.text)
        return "key_facts.typical_education"

    def refuse(self, line: Line, expected: str) -> Place:
        self.draft.refuse(line, expected, quoted(line.text))
        return STRUCTURE
