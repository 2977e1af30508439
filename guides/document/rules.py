"""What a guide document must keep to. `validate` is the one place for these rules."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guides.document import shape
from guides.document.errors import quoted
from guides.document.figures import ends_in_amount, read_header, read_years, write_header
from guides.document.lines import LONGEST_QUESTION, is_plain, plain_body, plain_line
from guides.document.shape import CareerStep, Details, GuideDocument, KeyFacts, Source
from guides.document.words import PICTURE_NAME, read_source, write_source

LONGEST_NAME, LONGEST_URL = 200, 500
HIGHEST_AMOUNT = 10**12
HIGHEST_GROWTH, GROWTH_DECIMALS = 10_000, 3
SLUG = re.compile(r"[a-z0-9_-]+")
COVERS = re.compile(r"[a-z]+(?:_[a-z]+)*")
DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
WEB_ADDRESS = re.compile(r"https?://[^\s,]+")


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule: where in the document (`career_path[2].title`), what was expected and what was found."""

    path: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.path}: expected {self.expected}, found {self.found}"


def validate(document: GuideDocument) -> list[Finding]:
    """Every rule that a document breaks; none for one that can be stored, shown and written back as text.

    1. Texts are NFC without control or invisible characters or endless accents; names are one line with single spaces,
       at most 200 characters (questions 300, addresses 500); Markdown bodies have one blank line between blocks and no
       indentation outside list items.
    2. Names, items, section bodies and steps are not empty; what may be missing is null or "", as the contract says.
    3. Kinds, currency, remote work and dates are of their vocabularies; slugs are `a-z`, `0-9`, `-` and `_`.
    4. Amounts are above 0, the range is not upside down, growth is at most 10,000 % and has at most three decimals, a
       flag has its figure, there is a currency exactly when there is an amount, and no title of a salary level ends in
       an amount.
    5. Steps count from 1; the years of a rung are what its words say.
    6. What is marked as essential or useful is a skill or a requirement of the guide, has one mark, and stands in the
       guide's order.
    7. A role is related to others, and to each of them once.
    8. A picture has the name of a stored file, words that say what it shows, and its focus within its edges.
    """
    rules: tuple[Callable[[GuideDocument], Iterator[Finding]], ...] = (
        _texts,
        _vocabularies,
        _slugs,
        _details,
        _figures,
        _currency,
        _steps,
        _ladder,
        _importance,
        _related,
        _picture,
    )
    return [finding for rule in rules for finding in rule(document)]


def check_line(path: str, text: str, *, longest: int | None = LONGEST_NAME, empty: bool = False) -> Iterator[Finding]:
    """The rules for words on one line."""
    if not text:
        if not empty:
            yield Finding(path, "words", "nothing")
    elif not is_plain(text):
        yield Finding(path, "plain text", quoted(ascii(text)))
    elif plain_line(text) != text:
        yield Finding(path, "one line with single spaces in NFC", quoted(text))
    elif longest and len(text) > longest:
        yield Finding(path, f"at most {longest} characters", f"{len(text)}")


def check_body(path: str, text: str, *, empty: bool = True) -> Iterator[Finding]:
    """The rules for Markdown."""
    if not text:
        if not empty:
            yield Finding(path, "words", "nothing")
    elif not is_plain(text):
        yield Finding(path, "plain text", quoted(ascii(text)))
    elif plain_body(text) != text:
        yield Finding(path, "Markdown with one blank line between blocks and indentation in lists alone", quoted(text))


def _texts(document: GuideDocument) -> Iterator[Finding]:
    yield from check_line("title", document.title)
    yield from check_body("summary", document.summary)
    for path, text in _names(document):
        yield from check_line(path, text)
    for path, text in _items(document):
        yield from check_line(path, text, longest=None)
    for path, text, empty in _bodies(document):
        yield from check_body(path, text, empty=empty)
    for index, faq in enumerate(document.faqs):
        yield from check_line(f"faqs[{index}].question", faq.question, longest=LONGEST_QUESTION)
    facts = document.key_facts
    yield from check_line("key_facts.growth_note", facts.growth_note, empty=True)
    yield from check_line("key_facts.typical_education", facts.typical_education, longest=None, empty=True)
    for index, skill in enumerate(document.skills):
        yield from check_line(f"skills[{index}].detail", skill.detail, longest=None, empty=True)
    for index, rung in enumerate(document.career_path):
        yield from check_line(f"career_path[{index}].experience", rung.experience, empty=True)


def _names(document: GuideDocument) -> Iterator[tuple[str, str]]:
    lists = {
        "sections": "heading",
        "skills": "name",
        "salary_levels": "title",
        "career_path": "title",
        "specializations": "name",
        "resources": "title",
        "related": "title",
    }
    for name, field in lists.items():
        for index, part in enumerate(getattr(document, name)):
            yield f"{name}[{index}].{field}", getattr(part, field)
    for index, industry in enumerate(document.key_facts.top_industries):
        yield f"key_facts.top_industries[{index}]", industry
    details = document.details
    for field in ("category", "education_level"):
        if getattr(details, field) is not None:
            yield f"details.{field}", getattr(details, field)
    for index, title in enumerate(details.alternative_titles):
        yield f"details.alternative_titles[{index}]", title
    for index, source in enumerate(details.sources):
        yield f"details.sources[{index}].name", source.name


def _items(document: GuideDocument) -> Iterator[tuple[str, str]]:
    for name in ("responsibilities", "education_requirements", "pros", "cons"):
        for index, text in enumerate(getattr(document, name)):
            yield f"{name}[{index}]", text


def _bodies(document: GuideDocument) -> Iterator[tuple[str, str, bool]]:
    lists = (
        ("sections", "body", False),
        ("steps", "text", False),
        ("career_path", "description", True),
        ("career_path", "focus_areas", True),
        ("specializations", "description", True),
        ("faqs", "answer", True),
        ("resources", "blurb", True),
        ("related", "blurb", True),
    )
    for name, field, empty in lists:
        for index, part in enumerate(getattr(document, name)):
            yield f"{name}[{index}].{field}", getattr(part, field), empty


def _vocabularies(document: GuideDocument) -> Iterator[Finding]:
    lists = {
        "sections": shape.SECTION_KINDS,
        "skills": shape.SKILL_KINDS,
        "resources": shape.RESOURCE_KINDS,
    }
    for name, kinds in lists.items():
        for index, part in enumerate(getattr(document, name)):
            yield from _one_of(f"{name}[{index}].kind", part.kind, kinds)
    if document.details.remote_work is not None:
        yield from _one_of("details.remote_work", document.details.remote_work, shape.REMOTE_WORK)
    if document.key_facts.currency is not None:
        yield from _one_of("key_facts.currency", document.key_facts.currency, shape.CURRENCIES)
    if document.schema != shape.SCHEMA:
        yield Finding("schema", f"{shape.SCHEMA}", f"{document.schema}")


def _one_of(path: str, value: str, choices: tuple[str, ...]) -> Iterator[Finding]:
    if value not in choices:
        yield Finding(path, f"one of {', '.join(choices)}", quoted(value))


def _slugs(document: GuideDocument) -> Iterator[Finding]:
    slugs = [("slug", document.slug)]
    slugs += [(f"related[{index}].slug", role.slug) for index, role in enumerate(document.related)]
    for path, slug in slugs:
        if not SLUG.fullmatch(slug) or len(slug) > LONGEST_NAME:
            yield Finding(path, "a slug of a-z, 0-9, - and _", quoted(slug))


def _details(document: GuideDocument) -> Iterator[Finding]:
    details: Details = document.details
    for index, title in enumerate(details.alternative_titles):
        if ";" in title:
            yield Finding(f"details.alternative_titles[{index}]", "a title without a semicolon", quoted(title))
    for index, source in enumerate(details.sources):
        yield from _source(f"details.sources[{index}]", source)


def _source(path: str, source: Source) -> Iterator[Finding]:
    if not COVERS.fullmatch(source.covers) or len(source.covers) > LONGEST_NAME:
        yield Finding(f"{path}.covers", "the name of what it covers, such as key_facts", quoted(source.covers))
    if source.url is not None:
        yield from check_line(f"{path}.url", source.url, longest=LONGEST_URL)
        if not WEB_ADDRESS.fullmatch(source.url):
            yield Finding(f"{path}.url", "an address that begins with https:// and has no comma", quoted(source.url))
    if source.as_of is not None and not DATE.fullmatch(source.as_of):
        yield Finding(f"{path}.as_of", "a date such as 2025, 2025-05 or 2025-05-31", quoted(source.as_of))
    if read_source(write_source(source.name, None, None))[0] != source.name:
        yield Finding(f"{path}.name", "a name that does not end in an address or a date", quoted(source.name))


def _figures(document: GuideDocument) -> Iterator[Finding]:
    for path, amount in _amounts(document):
        if not 0 < amount <= HIGHEST_AMOUNT:
            yield Finding(path, f"an amount from 1 to {HIGHEST_AMOUNT:,}", f"{amount:,}")
    for index, level in enumerate(document.salary_levels):
        if ends_in_amount(level.title):
            yield Finding(f"salary_levels[{index}].title", "a title and two amounts", quoted(level.title))
    facts = document.key_facts
    yield from _range(facts)
    yield from _openings(facts)
    yield from _growth(facts)
    if facts.country is not None:
        yield from check_line("key_facts.country", facts.country, longest=40)
        if read_header(write_header(facts.country)) != (True, facts.country):
            yield Finding("key_facts.country", "the name of a country in letters", quoted(facts.country))


def _range(facts: KeyFacts) -> Iterator[Finding]:
    low, high = facts.salary_low, facts.salary_high
    if low is not None and high is not None and low > high:
        yield Finding("key_facts.salary_low", f"a range with the lower amount first, not above {high:,}", f"{low:,}")
    if facts.salary_high_is_open and high is None:
        yield Finding("key_facts.salary_high_is_open", "an upper amount that is open", "none")


def _openings(facts: KeyFacts) -> Iterator[Finding]:
    if facts.annual_openings is None:
        if facts.annual_openings_is_approximate:
            yield Finding("key_facts.annual_openings_is_approximate", "a count that is approximate", "none")
    elif not 0 <= facts.annual_openings <= HIGHEST_AMOUNT:
        yield Finding("key_facts.annual_openings", f"a count up to {HIGHEST_AMOUNT:,}", f"{facts.annual_openings:,}")


def _growth(facts: KeyFacts) -> Iterator[Finding]:
    growth = facts.growth_percent
    if growth is None:
        return
    if not abs(growth) <= HIGHEST_GROWTH:  # nor is it NaN
        limits = f"a percentage from {-HIGHEST_GROWTH:,} to {HIGHEST_GROWTH:,}"
        yield Finding("key_facts.growth_percent", limits, f"{growth}")
    elif round(growth, GROWTH_DECIMALS) != growth:
        yield Finding("key_facts.growth_percent", "a percentage with at most three decimals", f"{growth}")
    if isinstance(growth, float) and growth.is_integer():
        yield Finding("key_facts.growth_percent", "a whole number written as an integer", f"{growth}")


def _amounts(document: GuideDocument) -> Iterator[tuple[str, int]]:
    facts = document.key_facts
    for name in ("median_salary", "salary_low", "salary_high"):
        if (amount := getattr(facts, name)) is not None:
            yield f"key_facts.{name}", amount
    for index, level in enumerate(document.salary_levels):
        yield f"salary_levels[{index}].median", level.median
        yield f"salary_levels[{index}].average", level.average


def _currency(document: GuideDocument) -> Iterator[Finding]:
    amount = next(_amounts(document), None)
    if amount and document.key_facts.currency is None:
        yield Finding("key_facts.currency", f"a currency for {amount[0]}", "none")
    if not amount and document.key_facts.currency is not None:
        yield Finding("key_facts.currency", "no currency where there is no amount", document.key_facts.currency)


def _steps(document: GuideDocument) -> Iterator[Finding]:
    for index, step in enumerate(document.steps):
        if step.number != index + 1:
            yield Finding(f"steps[{index}].number", f"{index + 1}", f"{step.number}")


def _ladder(document: GuideDocument) -> Iterator[Finding]:
    for index, rung in enumerate(document.career_path):
        yield from _years(f"career_path[{index}]", rung)


def _years(path: str, rung: CareerStep) -> Iterator[Finding]:
    years = (rung.years_min, rung.years_max)
    if years != read_years(rung.experience):
        yield Finding(f"{path}.years_min", f"the years in {quoted(rung.experience)}", f"{years[0]} and {years[1]}")
    if rung.years_min is not None and rung.years_max is not None and rung.years_min > rung.years_max:
        yield Finding(f"{path}.experience", "years with the lower number first", quoted(rung.experience))


def _importance(document: GuideDocument) -> Iterator[Finding]:
    needs, details = document.needs, document.details
    for mark in shape.IMPORTANCES:
        marked = getattr(details, mark)
        strangers = [name for name in marked if name not in needs]
        for name in strangers:
            yield Finding(f"details.{mark}", "skills and requirements of the guide", quoted(name))
        if not strangers and marked != tuple(need for need in needs if need in marked):
            yield Finding(f"details.{mark}", "the order of the guide, each once", quoted(", ".join(marked)))
    for name in set(details.essential) & set(details.useful):
        yield Finding(_place_of(document, name), "one mark", f"essential and useful for {quoted(name)}")


def _place_of(document: GuideDocument, need: str) -> str:
    """Where in the document a need stands first."""
    if need in document.education_requirements:
        return f"education_requirements[{document.education_requirements.index(need)}]"
    places = (index for index, skill in enumerate(document.skills) if skill.name == need)
    return f"skills[{next(places, 0)}].name"


def _related(document: GuideDocument) -> Iterator[Finding]:
    seen = {document.slug}
    for index, role in enumerate(document.related):
        if role.slug in seen:
            yield Finding(f"related[{index}].title", "another role, named once", quoted(role.title))
        seen.add(role.slug)


def _picture(document: GuideDocument) -> Iterator[Finding]:
    picture = document.picture
    if picture is None:
        return
    if not PICTURE_NAME.fullmatch(picture.name):
        yield Finding("picture.name", "the name of a stored picture", quoted(picture.name))
    yield from check_line("picture.alt", picture.alt)
    for name in ("focus_x", "focus_y"):
        if not 0 <= getattr(picture, name) <= 100:
            yield Finding(f"picture.{name}", "a percentage from 0 to 100", f"{getattr(picture, name)}")
