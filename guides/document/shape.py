"""The guide document, shared by parser, rows, revisions, JSON, export and templates.

Field names and their order are a public contract. Amounts are whole units of `key_facts.currency` a year, except in
`other_pay`; `growth_percent` is a percentage, years are whole years. `None` means not stated. OPTIONAL keys are newer
than the contract: they are in the data only if they have a value, so that older documents stay the same, byte for byte.
The types define the kind of each field and how rows are identified (`kinds.py`); all other code derives from them.
"""

import hashlib
import json
import typing
from dataclasses import dataclass, field
from typing import Annotated

from guides.document.choices import IMPORTANCES, REMOTE_WORK, RESOURCE_KINDS, SECTION_KINDS, SKILL_KINDS
from guides.document.data import from_plain, to_plain
from guides.document.errors import DocumentError
from guides.document.fields import field_of
from guides.document.figures import CURRENCIES
from guides.document.kinds import (
    Amount,
    Count,
    Country,
    Date,
    Flag,
    Line,
    Markdown,
    Name,
    OccupationCode,
    Percent,
    Place,
    Question,
    Rows,
    Share,
    Slug,
    StoredPicture,
    Subject,
    WebAddress,
    lists_of,
    one_of,
    read_from,
)
from guides.document.licenses import License
from guides.document.material import GlossaryTerm, InterviewQuestion, JobAd, SampleLetter, SampleResume
from guides.document.other_pay import OtherPay
from guides.document.provenance import LEVEL_FIGURES, Provenance

SCHEMA = 1
OPTIONAL = {"optional": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The source of figures: `covers` is their part (`key_facts`), `as_of` is YYYY, YYYY-MM or YYYY-MM-DD."""

    covers: Subject
    name: Name
    url: WebAddress | None = None
    as_of: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationLink:
    """An official occupation under its O*NET code that the guide covers, or that one of its levels belongs to.

    The first one without a level is the main occupation.
    """

    code: OccupationCode
    level: Name = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """Details about the guide; `essential` and `useful` are the needs with that mark, in the guide's order."""

    category: Name | None = None
    alternative_titles: Annotated[tuple[Name, ...], Rows(by_name_alone=True)] = ()
    education_level: Name | None = None
    remote_work: Annotated[str, one_of(REMOTE_WORK, longest=10)] | None = None
    sources: Annotated[tuple[Source, ...], Rows("name", second="covers")] = ()
    essential: tuple[str, ...] = field(default=(), metadata=OPTIONAL)
    useful: tuple[str, ...] = field(default=(), metadata=OPTIONAL)
    occupations: Annotated[tuple[OccupationLink, ...], Rows("code", second="level")] = field(
        default=(), metadata=OPTIONAL
    )
    time_to_qualify: Name | None = field(default=None, metadata=OPTIONAL)
    cost_to_qualify: Name | None = field(default=None, metadata=OPTIONAL)
    licenses: Annotated[tuple[License, ...], Rows("name", second="body")] = field(default=(), metadata=OPTIONAL)

    @property
    def occupation(self) -> str | None:
        """The code of the main occupation."""
        return next((link.code for link in self.occupations if not link.level), None)

    @property
    def field(self) -> str | None:
        """The category, or without one the field of the main occupation."""
        return self.category or field_of(self.occupation)


def marked_needs(marks: typing.Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Build `essential` and `useful` of Details from pairs of a need and its mark (or none) in the guide's order."""
    pairs = list(marks)
    return {wanted: tuple(dict.fromkeys(need for need, mark in pairs if mark == wanted)) for wanted in IMPORTANCES}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFacts:
    currency: Annotated[str, one_of(CURRENCIES, longest=3)] | None = None
    country: Country | None = None
    median_salary: Amount | None = None
    salary_low: Amount | None = None
    salary_high: Amount | None = None
    salary_high_is_open: Flag = False
    growth_percent: Percent | None = None
    growth_note: Name = ""
    annual_openings: Count | None = None
    annual_openings_is_approximate: Flag = False
    top_industries: Annotated[tuple[Name, ...], Rows(by_name_alone=True)] = ()
    typical_education: Line = ""


FACT_FIGURES = ("median_salary", "salary_low", "salary_high", "growth_percent", "annual_openings")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of the text; `body` is Markdown."""

    kind: Annotated[str, one_of(SECTION_KINDS, longest=30)]
    heading: Name
    body: Markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    kind: Annotated[str, one_of(SKILL_KINDS, longest=10)]
    name: Name
    detail: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    number: Place
    text: Markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class SalaryLevel:
    """Pay of one level, in whole units of the guide's currency a year; the average may be unknown."""

    title: Name
    median: Amount
    average: Amount | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerStep:
    """A level of the career path; its years are read from `experience`."""

    title: Name
    experience: Name = ""
    years_min: Annotated[int, read_from("experience")] | None = None
    years_max: Annotated[int, read_from("experience")] | None = None
    description: Markdown = ""
    focus_areas: Markdown = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Specialization:
    name: Name
    description: Markdown = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FAQ:
    question: Question
    answer: Markdown = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    kind: Annotated[str, one_of(RESOURCE_KINDS, longest=20)]
    title: Name
    blurb: Markdown = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedRole:
    title: Name
    slug: Slug
    blurb: Markdown = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The lead picture: the stored file `<uuid>-<width>x<height>` and its focus in percent from left and top."""

    name: StoredPicture
    alt: Name
    focus_x: Share = 50
    focus_y: Share = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideDocument:
    schema: int = SCHEMA
    title: Name
    slug: Slug
    summary: Markdown = ""
    details: Details = Details()
    key_facts: KeyFacts = KeyFacts()
    sections: Annotated[tuple[Section, ...], Rows("heading", second="kind")] = ()
    responsibilities: tuple[Line, ...] = ()
    education_requirements: Annotated[tuple[Line, ...], Rows(can_be_marked=True)] = ()
    skills: Annotated[tuple[Skill, ...], Rows("name", can_be_marked=True)] = ()
    steps: tuple[Step, ...] = ()
    salary_levels: Annotated[tuple[SalaryLevel, ...], Rows("title", by_name_alone=True)] = ()
    career_path: Annotated[tuple[CareerStep, ...], Rows("title")] = ()
    specializations: Annotated[tuple[Specialization, ...], Rows("name")] = ()
    pros: tuple[Line, ...] = ()
    cons: tuple[Line, ...] = ()
    faqs: Annotated[tuple[FAQ, ...], Rows("question")] = ()
    resources: Annotated[tuple[Resource, ...], Rows("title", second="kind")] = ()
    related: Annotated[tuple[RelatedRole, ...], Rows("title", key="slug", by_name_alone=True)] = ()
    picture: Picture | None = field(default=None, metadata=OPTIONAL)
    other_pay: Annotated[tuple[OtherPay, ...], Rows("words", key="level")] = field(default=(), metadata=OPTIONAL)
    provenance: Annotated[tuple[Provenance, ...], Rows("figure", second="level")] = field(default=(), metadata=OPTIONAL)
    interview: Annotated[tuple[InterviewQuestion, ...], Rows("question", id="id")] = field(
        default=(), metadata=OPTIONAL
    )
    resumes: Annotated[tuple[SampleResume, ...], Rows("situation", second="person")] = field(
        default=(), metadata=OPTIONAL
    )
    letters: Annotated[tuple[SampleLetter, ...], Rows("situation")] = field(default=(), metadata=OPTIONAL)
    job_ads: Annotated[tuple[JobAd, ...], Rows("level", by_name_alone=True)] = field(default=(), metadata=OPTIONAL)
    glossary: Annotated[tuple[GlossaryTerm, ...], Rows("term")] = field(default=(), metadata=OPTIONAL)

    @property
    def has_content(self) -> bool:
        """Whether there is more than a title and its address."""
        return self != GuideDocument(title=self.title, slug=self.slug)

    @property
    def needs(self) -> tuple[str, ...]:
        """The needs of the role, each once: the words of requirements, then the names of skills."""
        return tuple(dict.fromkeys([*self.education_requirements, *(skill.name for skill in self.skills)]))

    @property
    def figures(self) -> dict[tuple[str, str], int | float]:
        """The figures of the key facts and of the levels by name and level, without those that are not stated.

        Of levels with the same title, the first one counts.
        """
        values = {(name, ""): getattr(self.key_facts, name) for name in FACT_FIGURES}
        for level in self.salary_levels:
            for name in LEVEL_FIGURES:
                values.setdefault((name, level.title), getattr(level, name))
        return {of: value for of, value in values.items() if value is not None}

    @property
    def marks(self) -> dict[str, str]:
        """The mark of each marked need: `essential` or `useful`."""
        return {need: mark for mark in reversed(IMPORTANCES) for need in getattr(self.details, mark)}

    def to_dict(self) -> dict[str, typing.Any]:
        """The document as plain dicts and tuples, keys in the contract's order."""
        data: dict[str, typing.Any] = to_plain(self)
        return data

    def canonical(self) -> str:
        """The canonical JSON of this state, which is stored and hashed."""
        return json.dumps(self.to_dict(), ensure_ascii=False, separators=(",", ":"))

    def sha256(self) -> str:
        """The hash that identifies this state: 64 hexadecimal digits."""
        return hashlib.sha256(self.canonical().encode()).hexdigest()

    @classmethod
    def from_json(cls, text: str) -> "GuideDocument":
        """Read a stored document. Raises DocumentError if it is not a document of a known schema."""
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise DocumentError(f"not JSON: {error}") from error
        return cls.from_dict(data)

    @classmethod
    def from_dict(cls, data: object) -> "GuideDocument":
        """Build a document from plain data. Raises DocumentError if a key or type is not in the contract."""
        if isinstance(data, dict) and data.get("schema") != SCHEMA:
            raise DocumentError(f"schema: expected {SCHEMA}, found {data.get('schema')!r}")
        document: GuideDocument = from_plain(cls, data, "document")
        return document


# The lists of a document by path. Essential and useful needs are marks on the rows of other lists.
MARKS = tuple(f"details.{mark}" for mark in IMPORTANCES)
LISTS = {path: field for path, field in lists_of(GuideDocument) if path not in MARKS}
