"""A guide document in progress: what the parts of its text have found so far."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from guides.document import figures
from guides.document.errors import LineError, quoted
from guides.document.licenses import License
from guides.document.lines import Line, body_text
from guides.document.material import MATERIAL
from guides.document.other_pay import OtherPay, amounts_of, read_other_pay
from guides.document.provenance import Provenance
from guides.document.shape import (
    LISTS,
    Details,
    GuideDocument,
    KeyFacts,
    OccupationLink,
    Picture,
    RelatedRole,
    Resource,
    SalaryLevel,
    Section,
    Source,
    Step,
    marked_needs,
)
from guides.document.slugs import DistinctSlugs, slugify
from guides.parsing.material import text_of
from guides.parsing.pieces import Entry, Item, LevelDraft, SectionDraft

# Lists whose rows have more than a name and a text, so that their parts build them.
OTHER_LISTS = {
    "sections",
    "education_requirements",
    "skills",
    "steps",
    "salary_levels",
    "career_path",
    "resources",
    "related",
    "other_pay",
    "provenance",
    *MATERIAL,
}
SIMPLE_LISTS = tuple(name for name in LISTS if "." not in name and name not in OTHER_LISTS)
MaterialRow = dict[str, str | list[Line]]  # by field: its words, or the lines of its Markdown


@dataclass(frozen=True, slots=True)
class LineWarning:
    """A line that was read but looks odd."""

    line: int
    message: str


class Draft:
    """Everything read so far, with errors and warnings."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.summary = SectionDraft("summary", title)
        self.sections: list[SectionDraft] = []
        self.details: dict[str, str] = {}
        self.sources: list[Source] = []
        self.occupations: list[OccupationLink] = []
        self.licenses: list[License] = []
        self.provenance: list[Provenance] = []
        self.picture: Picture | None = None
        self.facts: dict[str, Any] = {}
        self.growth_period = ""
        self.fact_words: dict[str, list[str]] = {"growth_note": [], "typical_education": [], "top_industries": []}
        self.lists: dict[str, list[Item]] = defaultdict(list)
        self.steps: list[list[Line]] = []
        self.career_path: list[LevelDraft] = []
        self.levels: list[SalaryLevel] = []
        self.other_pay: list[tuple[Line, OtherPay]] = []
        self.money: list[tuple[Line, figures.Money]] = []
        self.entries: dict[str, list[Entry]] = defaultdict(list)
        self.material: dict[str, list[MaterialRow]] = defaultdict(list)
        self.derived_slugs: set[str] = set()  # slugs made from titles
        self.errors: list[LineError] = []
        self.warnings: list[LineWarning] = []
        self.warned: set[int] = set()
        self.strays: list[tuple[Line, SectionDraft]] = []  # words among the items of a list

    def warn(self, line: Line, message: str) -> None:
        """Add a warning; only the first one of a line counts."""
        if line.number not in self.warned:
            self.warned.add(line.number)
            self.warnings.append(LineWarning(line.number, message))

    def add_stray(self, line: Line, section: SectionDraft) -> None:
        """Note words among the items of a list, for a warning once it is known where they are kept."""
        self.warned.add(line.number)
        self.strays.append((line, section))

    def warn_of_strays(self) -> None:
        for line, section in self.strays:
            self.warnings.append(
                LineWarning(line.number, f"unexpected text, kept under {quoted(section.target.heading)}")
            )

    def refuse(self, line: Line, expected: str, found: str) -> None:
        """Add an error, so that the whole text is refused."""
        self.errors.append(LineError(line.number, expected, found))

    def empty_sections(self) -> list[SectionDraft]:
        """The sections whose heading has neither words nor items under it, nor under a list that belongs to it."""
        full = {id(section) for section in self.sections if section.has_items or section.lines}
        hosts = {id(section.host) for section in self.sections if section.host and section.has_items}
        return [section for section in self.sections if id(section) not in full | hosts]

    def add_pay(self, line: Line, figure: str, words: str, level: str = "", currency: str = "") -> str | None:
        """Add pay that is not a whole amount a year and return its place; None if the words state no pay.

        Without a currency of its own it is in that of the guide.
        """
        read = read_other_pay(figure, words)
        if read is None:
            return None
        if not currency:
            found = [money for money in amounts_of(figure, words) if money]
            self.money += [(line, money) for money in found]
            currency = next((money.code for money in found if money.code), "")
        pay = OtherPay(level=level, figure=figure, words=words, currency=currency, **read)
        self.other_pay.append((line, pay))
        return f"other_pay[{len(self.other_pay) - 1}]"

    def currency(self, text: str) -> str | None:
        """The one currency of all amounts; a bare `$` or number takes the code of another amount."""
        if not self.money:
            return None
        code = next((money.code for _, money in self.money if money.code), None)
        if code is None:
            return self._currency_in_words(text)
        others = {line.number: line for line, money in self.money if not money.may_be(code)}
        for line in others.values():
            self.refuse(line, f"amounts in {code} as elsewhere in this guide", quoted(line.text))
        return code

    def _currency_in_words(self, text: str) -> str | None:
        """The currency in the words of the text, if all amounts have a bare `$` and just one dollar code is there."""
        codes = set(re.findall(rf"\b(?:{figures.CODE})\b", text)) & set(figures.DOLLARS)
        line, money = min(self.money, key=lambda pair: pair[1].dollar)  # a bare number first, if there is one
        if not money.dollar or len(codes) != 1:
            self.refuse(line, "a currency code such as USD with the amounts", quoted(line.text))
            return None
        code: str = codes.pop()
        self.warn(line, f"no amount has a currency code, so $ is read as {code}, the only dollar in the text")
        return code

    def document(self, currency: str | None) -> GuideDocument:
        """The document; also numbers the sections that have a body."""
        requirements = [item.requirement() for item in self.lists["education_requirements"]]
        skills = [item.skill() for item in self.lists["skills"]]
        marks = [*requirements, *((skill.name, mark) for skill, mark in skills)]
        for section in self.sections:
            section.close()
        bodies = [(section, body) for section in self.sections if (body := body_text(section.lines))]
        for index, (section, _) in enumerate(bodies):
            section.index = index
        simple: dict[str, Any] = {name: tuple(self._rows(name)) for name in SIMPLE_LISTS}
        material: dict[str, Any] = {name: tuple(self._material(name)) for name in MATERIAL}
        slug = self._slug()
        return GuideDocument(
            title=self.title,
            slug=slug,
            summary=body_text(self.summary.lines),
            details=self._details(marks),
            key_facts=self._key_facts(currency),
            sections=tuple(Section(kind=section.kind, heading=section.heading, body=body) for section, body in bodies),
            education_requirements=tuple(words for words, _ in requirements),
            skills=tuple(skill for skill, _ in skills),
            steps=self._steps(),
            salary_levels=tuple(self.levels),
            career_path=tuple(level.career_step() for level in self.career_path if level.title),
            resources=tuple(
                Resource(kind=entry.argument or "", title=entry.name, blurb=body_text(entry.lines))
                for entry in self.entries["resources"]
            ),
            related=tuple(self._related(slug)),
            picture=self.picture,
            other_pay=tuple(replace(pay, currency=pay.currency or currency or "") for _, pay in self.other_pay),
            provenance=tuple(self.provenance),
            **simple,
            **material,
        )

    def _rows(self, name: str) -> Iterator[Any]:
        """The rows of a list of words, or of names with a text."""
        field = LISTS[name]
        if field.is_part:
            yield from (field.build_row(entry.name, body_text(entry.lines)) for entry in self.entries[name])
        else:
            yield from (item.text for item in self.lists[name])

    def _material(self, name: str) -> Iterator[Any]:
        """The rows of material; all their fields are texts."""
        field = LISTS[name]
        for row in self.material[name]:
            texts = {key: value if isinstance(value, str) else text_of(name, key, value) for key, value in row.items()}
            yield field.type(**dict.fromkeys(field.parts, "") | texts)

    def _slug(self) -> str:
        """The slug in the details; otherwise one made from the title."""
        if slug := self.details.get("slug"):
            return slug
        slug = slugify(self.title)
        self.derived_slugs.add(slug)
        return slug

    def _related(self, own: str) -> Iterator[RelatedRole]:
        """The related roles. Slugs that are not given are made from the titles; other titles get other slugs."""
        entries = self.entries["related"]
        distinct = DistinctSlugs([own, *(entry.argument for entry in entries if entry.argument)])
        slugs: dict[str, str] = {}  # by title
        for entry in entries:
            derived = slugify(entry.name)
            if entry.argument in (None, derived) and entry.name not in slugs:
                is_own = derived == own == slugify(self.title)
                slugs[entry.name] = derived if is_own or entry.argument else distinct.take(derived)
            slug = entry.argument or slugs[entry.name]
            if not entry.argument:
                self.derived_slugs.add(slug)
            yield RelatedRole(title=entry.name, slug=slug, blurb=body_text(entry.lines))

    def _steps(self) -> tuple[Step, ...]:
        texts = filter(None, map(body_text, self.steps))
        return tuple(Step(number=number, text=text) for number, text in enumerate(texts, start=1))

    def _details(self, marks: Iterable[tuple[str, str]]) -> Details:
        alternative = self.details.get("alternative_titles", "").split(";")
        return Details(
            category=self.details.get("category"),
            alternative_titles=tuple(title.strip() for title in alternative if title.strip()),
            education_level=self.details.get("education_level"),
            remote_work=self.details.get("remote_work"),
            sources=tuple(self.sources),
            occupations=tuple(self.occupations),
            time_to_qualify=self.details.get("time_to_qualify"),
            cost_to_qualify=self.details.get("cost_to_qualify"),
            licenses=tuple(self.licenses),
            **marked_needs(marks),
        )

    def _key_facts(self, currency: str | None) -> KeyFacts:
        amounts = (self.facts.get(name) for name in ("median_salary", "salary_low", "salary_high"))
        has_amounts = self.levels or any(amount is not None for amount in amounts)
        return KeyFacts(
            currency=currency if has_amounts else None,
            **self.facts,
            growth_note=", ".join(filter(None, (" ".join(self.fact_words["growth_note"]), self.growth_period))),
            top_industries=tuple(self.fact_words["top_industries"]),
            typical_education=" ".join(self.fact_words["typical_education"]),
        )
