"""The guide document: the one shape that parser, rows, revisions, JSON, export and templates share.

Field names and their order are a public contract. Amounts are whole units of `key_facts.currency` a year,
`growth_percent` is a percentage, years are whole years. `None` means that the text says nothing. A key that is OPTIONAL
came later than the contract: it stands in the data only where the guide says something there, so that documents
without it stay what they were, byte for byte.
"""

import hashlib
import json
import types
import typing
from dataclasses import dataclass, field, fields, is_dataclass

SCHEMA = 1
OPTIONAL = {"optional": True}

CURRENCIES = ("USD", "EUR", "GBP", "CAD", "AUD", "INR")
REMOTE_WORK = ("common", "possible", "rare")
SKILL_KINDS = ("technical", "soft")
IMPORTANCES = ("essential", "useful")
RESOURCE_KINDS = ("resume", "cover_letter", "interview", "job_description", "skills_gap", "readiness")
SECTION_KINDS = (
    "overview",
    "responsibilities",
    "work_environment",
    "tools",
    "qualifications",
    "how_to_become",
    "education_training",
    "salary_outlook",
    "market_commentary",
    "career_path",
    "diversity",
    "inclusive_hiring",
    "workplace_culture",
    "support_networks",
    "global_opportunities",
    "global_salaries",
    "remote_work",
    "visa_immigration",
    "market_reality",
    "current_challenges",
    "growth_opportunities",
    "market_trends",
    "emerging_specializations",
    "toolkit",
    "pros_cons",
    "faq",
    "related",
    "readiness",
    "other",
)


class DocumentError(ValueError):
    """Data that does not have the shape of a guide document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where figures are from: `covers` names them (`key_facts`), `as_of` is YYYY, YYYY-MM or YYYY-MM-DD."""

    covers: str
    name: str
    url: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is said about the guide. `essential` and `useful` are the names of skills and the words of requirements
    that an editor marked so, in the guide's order."""

    category: str | None = None
    alternative_titles: tuple[str, ...] = ()
    education_level: str | None = None
    remote_work: str | None = None
    sources: tuple[Source, ...] = ()
    essential: tuple[str, ...] = field(default=(), metadata=OPTIONAL)
    useful: tuple[str, ...] = field(default=(), metadata=OPTIONAL)


def marked_needs(marks: typing.Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """`essential` and `useful` of Details, out of pairs of a need and its mark (or none) in the guide's order."""
    pairs = list(marks)
    return {wanted: tuple(dict.fromkeys(need for need, mark in pairs if mark == wanted)) for wanted in IMPORTANCES}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFacts:
    currency: str | None = None
    country: str | None = None
    median_salary: int | None = None
    salary_low: int | None = None
    salary_high: int | None = None
    salary_high_is_open: bool = False
    growth_percent: int | float | None = None
    growth_note: str = ""
    annual_openings: int | None = None
    annual_openings_is_approximate: bool = False
    top_industries: tuple[str, ...] = ()
    typical_education: str = ""


KEY_FACT_NAMES = {"key_facts", "pay", "growth", "outlook", "openings", "education", "industries"} | set(
    KeyFacts.__dataclass_fields__
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the text in words; `body` is Markdown."""

    kind: str
    heading: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    kind: str
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    number: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SalaryLevel:
    """Pay of one rung, whole units of the guide's currency a year."""

    title: str
    median: int
    average: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerStep:
    """One rung of the ladder; the years are read off the words in `experience`."""

    title: str
    experience: str = ""
    years_min: int | None = None
    years_max: int | None = None
    description: str = ""
    focus_areas: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Specialization:
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FAQ:
    question: str
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    kind: str
    title: str
    blurb: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedRole:
    title: str
    slug: str
    blurb: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The lead picture: `name` is that of the stored file (`<uuid>-<width>x<height>`), `focus_x` and `focus_y` are
    where its point of interest is, in percent from the left and from the top."""

    name: str
    alt: str
    focus_x: int = 50
    focus_y: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideDocument:
    schema: int = SCHEMA
    title: str
    slug: str
    summary: str = ""
    details: Details = Details()
    key_facts: KeyFacts = KeyFacts()
    sections: tuple[Section, ...] = ()
    responsibilities: tuple[str, ...] = ()
    education_requirements: tuple[str, ...] = ()
    skills: tuple[Skill, ...] = ()
    steps: tuple[Step, ...] = ()
    salary_levels: tuple[SalaryLevel, ...] = ()
    career_path: tuple[CareerStep, ...] = ()
    specializations: tuple[Specialization, ...] = ()
    pros: tuple[str, ...] = ()
    cons: tuple[str, ...] = ()
    faqs: tuple[FAQ, ...] = ()
    resources: tuple[Resource, ...] = ()
    related: tuple[RelatedRole, ...] = ()
    picture: Picture | None = field(default=None, metadata=OPTIONAL)

    @property
    def has_content(self) -> bool:
        """Whether there is more than a title and its address."""
        return self != GuideDocument(title=self.title, slug=self.slug)

    @property
    def needs(self) -> tuple[str, ...]:
        """What the role asks of a person, each once: the words of requirements, then the names of skills."""
        return tuple(dict.fromkeys([*self.education_requirements, *(skill.name for skill in self.skills)]))

    def importance(self, need: str) -> str:
        """`essential` or `useful` as an editor marked a need, else nothing."""
        return next((mark for mark in IMPORTANCES if need in getattr(self.details, mark)), "")

    def to_dict(self) -> dict[str, typing.Any]:
        """The document as plain dicts and tuples, keys in the contract's order."""
        data: dict[str, typing.Any] = _plain(self)
        return data

    def canonical(self) -> str:
        """The one text form of this state, the form that is stored and hashed."""
        return json.dumps(self.to_dict(), ensure_ascii=False, separators=(",", ":"))

    def sha256(self) -> str:
        """The name of this state: 64 hexadecimal digits."""
        return hashlib.sha256(self.canonical().encode()).hexdigest()

    @classmethod
    def from_json(cls, text: str) -> "GuideDocument":
        """Read a stored document. Raises DocumentError where text is no document of a schema known here."""
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise DocumentError(f"not JSON: {error}") from error
        return cls.from_dict(data)

    @classmethod
    def from_dict(cls, data: object) -> "GuideDocument":
        """Build a document out of plain data. Raises DocumentError where key or type is not the contract's."""
        if isinstance(data, dict) and data.get("schema") != SCHEMA:
            raise DocumentError(f"schema: expected {SCHEMA}, found {data.get('schema')!r}")
        document: GuideDocument = _build(cls, data, "document")
        return document


def _plain(value: typing.Any) -> typing.Any:
    """A part of a document as plain data, without the optional keys that say nothing."""
    if is_dataclass(value):
        said = ((part, getattr(value, part.name)) for part in fields(value))
        return {part.name: _plain(item) for part, item in said if item or not part.metadata}
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _build(kind: typing.Any, data: object, path: str) -> typing.Any:
    """Data as `kind` says: a dataclass, a tuple of something, a plain type or a union of those."""
    if is_dataclass(kind):
        return _build_dataclass(kind, data, path)
    if typing.get_origin(kind) is tuple:
        if not isinstance(data, (list, tuple)):
            raise DocumentError(f"{path}: expected a list, found {type(data).__name__}")
        item = typing.get_args(kind)[0]
        return tuple(_build(item, value, f"{path}[{index}]") for index, value in enumerate(data))
    allowed = typing.get_args(kind) if isinstance(kind, types.UnionType) else (kind,)
    if is_dataclass(allowed[0]) and data is not None:
        return _build_dataclass(allowed[0], data, path)
    if type(data) not in allowed:  # not isinstance: True is no amount
        raise DocumentError(f"{path}: unexpected {type(data).__name__}")
    return data


def _build_dataclass(kind: typing.Any, data: object, path: str) -> typing.Any:
    names = [part.name for part in fields(kind)]
    required = {part.name for part in fields(kind) if not part.metadata}
    if not isinstance(data, dict) or not required <= set(data) <= set(names):
        raise DocumentError(f"{path}: expected an object with {', '.join(names)}")
    hints = typing.get_type_hints(kind)
    return kind(**{name: _build(hints[name], data[name], f"{path}.{name}") for name in names if name in data})
