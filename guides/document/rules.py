"""The rules of a guide document; `validate` checks them all.

The kind of a field determines its valid values; each rule about several fields, or about the text form, is a function.
"""

from collections.abc import Callable, Iterator

from guides.document import material_rules, shape
from guides.document.choices import IMPORTANCES
from guides.document.errors import quoted
from guides.document.field_rules import FieldError, errors_of
from guides.document.figures import can_be_years, ends_in_amount, read_header, write_header
from guides.document.kinds import values_of
from guides.document.licenses import read_license, write_license
from guides.document.other_pay import OtherPay, amounts_of, is_yearly, read_other_pay
from guides.document.provenance import FIGURES, MEASURES, OEWS, Provenance, read_formula, read_series
from guides.document.shape import CareerStep, GuideDocument, KeyFacts
from guides.document.words import read_provenance, read_source, write_provenance, write_source


def validate(document: GuideDocument) -> list[FieldError]:
    """Every broken rule of a document; none if it can be stored, shown and written as text.

    1. Texts are NFC without control or invisible characters or endless accents; names are one line with single spaces,
       at most 200 characters (questions 300, addresses 500); Markdown bodies have one blank line between blocks and no
       indentation outside list items.
    2. Names, items, section bodies and steps are not empty; missing values are null or "", as the contract defines.
    3. Kinds, currency, remote work and dates have valid values; slugs are `a-z`, `0-9`, `-` and `_`.
    4. Amounts are above 0, the low end of a range is not above its high end, growth is at most 10,000 % with at most
       three decimals, a flag needs its figure, there is a currency exactly when there is an amount, and no title of a
       salary level ends in an amount.
    5. Steps count from 1; the years of a career step are those in its words, or none if the words were not always read.
    6. Essential and useful needs are skills or requirements of the guide, in its order, each with one mark.
    7. Related roles are other roles, each listed once.
    8. A picture has the name of a stored file, a description, and a focus within its edges.
    9. Other pay is what its words state, in their currency, and not what the key facts could state.
    10. Occupations are O*NET codes, each named once for the guide or for a level, and a level has at most one.
    11. Provenance is about a figure of the guide, each once, and has its value. Published and derived figures name a
        series that can be what the figure is, in its currency; the others have a source and a date.
    12. Each id of an interview question is used once. The experience in a resume is jobs with bullets, the lists of a
        job ad are bullets, with at most seven must-haves. The first job ad is for every level, each other one for
        another level. A term has no colon.
    13. A license fits one line of text, and is listed once for the same place.
    """
    return [error for rule in RULES for error in rule(document)]


def _fields(document: GuideDocument) -> Iterator[FieldError]:
    for path, field, value in values_of(document):
        yield from errors_of(path, field, value)


# Rules for several fields


def _schema(document: GuideDocument) -> Iterator[FieldError]:
    if document.schema != shape.SCHEMA:
        yield FieldError("schema", f"{shape.SCHEMA}", f"{document.schema}")


def _written_as_text(document: GuideDocument) -> Iterator[FieldError]:
    """Check values that would change when written as a guide text."""
    details, country = document.details, document.key_facts.country
    for index, title in enumerate(details.alternative_titles):
        if ";" in title:
            yield FieldError(f"details.alternative_titles[{index}]", "a title without a semicolon", quoted(title))
    for index, source in enumerate(details.sources):
        if read_source(write_source(source.name, None, None))[0] != source.name:
            path = f"details.sources[{index}].name"
            yield FieldError(path, "a name that does not end in an address", quoted(source.name))
    for index, level in enumerate(document.salary_levels):
        if ends_in_amount(level.title):
            yield FieldError(f"salary_levels[{index}].title", "a title and two amounts", quoted(level.title))
    if country is not None and read_header(write_header(country)) != (True, country):
        yield FieldError("key_facts.country", "the name of a country in letters", quoted(country))


def _range(document: GuideDocument) -> Iterator[FieldError]:
    facts: KeyFacts = document.key_facts
    low, high = facts.salary_low, facts.salary_high
    if low is not None and high is not None and low > high:
        yield FieldError("key_facts.salary_low", f"a range with the lower amount first, not above {high:,}", f"{low:,}")
    if facts.salary_high_is_open and high is None:
        yield FieldError("key_facts.salary_high_is_open", "an open high end only with an amount", "none")


def _openings(document: GuideDocument) -> Iterator[FieldError]:
    facts: KeyFacts = document.key_facts
    if facts.annual_openings is None and facts.annual_openings_is_approximate:
        yield FieldError("key_facts.annual_openings_is_approximate", "an approximate count only with a count", "none")


def _currency(document: GuideDocument) -> Iterator[FieldError]:
    amount = next((path for path, field, _ in values_of(document) if field.kind.form == "amount"), None)
    if amount and document.key_facts.currency is None:
        yield FieldError("key_facts.currency", f"a currency for {amount}", "none")
    if not amount and document.key_facts.currency is not None:
        yield FieldError("key_facts.currency", "no currency where there is no amount", document.key_facts.currency)


def _other_pay(document: GuideDocument) -> Iterator[FieldError]:
    for index, pay in enumerate(document.other_pay):
        yield from _pay(f"other_pay[{index}]", pay)


def _pay(path: str, pay: OtherPay) -> Iterator[FieldError]:
    read, low, high = read_other_pay(pay.figure, pay.words), pay.cents, pay.cents_high
    if read is None:
        yield FieldError(f"{path}.words", "pay such as $18.50 an hour", quoted(pay.words))
    elif not pay.level and is_yearly(pay.figure, pay.words):
        yield FieldError(f"{path}.words", "pay that is not a whole amount a year", quoted(pay.words))
    elif any(getattr(pay, name) != value for name, value in read.items()):
        yield FieldError(f"{path}.cents", f"the pay in {quoted(pay.words)}", f"{low} and {high} cents per {pay.period}")
    if low is not None and high is not None and low > high:
        yield FieldError(f"{path}.words", "a range with the lower amount first", quoted(pay.words))
    if not all(money.may_be(pay.currency) for money in amounts_of(pay.figure, pay.words) if money):
        yield FieldError(f"{path}.currency", f"the currency in {quoted(pay.words)}", quoted(pay.currency))


def _steps(document: GuideDocument) -> Iterator[FieldError]:
    for index, step in enumerate(document.steps):
        if step.number != index + 1:
            yield FieldError(f"steps[{index}].number", f"{index + 1}", f"{step.number}")


def _career_path(document: GuideDocument) -> Iterator[FieldError]:
    for index, step in enumerate(document.career_path):
        yield from _years(f"career_path[{index}]", step)


def _years(path: str, step: CareerStep) -> Iterator[FieldError]:
    years = (step.years_min, step.years_max)
    if not can_be_years(years, step.experience):
        yield FieldError(f"{path}.years_min", f"the years in {quoted(step.experience)}", f"{years[0]} and {years[1]}")
    if step.years_min is not None and step.years_max is not None and step.years_min > step.years_max:
        yield FieldError(f"{path}.experience", "years with the lower number first", quoted(step.experience))


def _importance(document: GuideDocument) -> Iterator[FieldError]:
    needs, details, places = document.needs, document.details, _places_of_needs(document)
    for mark in IMPORTANCES:
        marked: tuple[str, ...] = getattr(details, mark)
        unknown, known = [name for name in marked if name not in places], set(marked)
        for name in unknown:
            yield FieldError(f"details.{mark}", "skills and requirements of the guide", quoted(name))
        if not unknown and marked != tuple(need for need in needs if need in known):
            yield FieldError(f"details.{mark}", "the order of the guide, each once", quoted(", ".join(marked)))
    for name in set(details.essential) & set(details.useful):
        yield FieldError(places.get(name, "skills"), "one mark", f"essential and useful for {quoted(name)}")


def _places_of_needs(document: GuideDocument) -> dict[str, str]:
    """The path of each need's first occurrence."""
    words = [(text, f"education_requirements[{index}]") for index, text in enumerate(document.education_requirements)]
    names = [(skill.name, f"skills[{index}].name") for index, skill in enumerate(document.skills)]
    return dict(reversed([*words, *names]))


def _related(document: GuideDocument) -> Iterator[FieldError]:
    seen = {document.slug}
    for index, role in enumerate(document.related):
        if role.slug in seen:
            yield FieldError(f"related[{index}].title", "another role, listed once", quoted(role.title))
        seen.add(role.slug)


def _occupations(document: GuideDocument) -> Iterator[FieldError]:
    titles = {"", *(level.title for level in document.salary_levels), *(step.title for step in document.career_path)}
    seen = set()
    for index, link in enumerate(document.details.occupations):
        path = f"details.occupations[{index}]"
        if link.level not in titles:
            yield FieldError(f"{path}.level", "the title of a level of the guide", quoted(link.level))
        key = link.level or link.code
        if key in seen:
            expected = "a level with one occupation" if link.level else "each occupation once"
            yield FieldError(f"{path}.code", expected, quoted(link.code))
        seen.add(key)


def _licenses(document: GuideDocument) -> Iterator[FieldError]:
    seen = set()
    for index, known in enumerate(document.details.licenses):
        path = f"details.licenses[{index}]"
        line = write_license(known)
        if read_license(line) != known:
            yield FieldError(f"{path}.name", "a license whose name, body and place have no semicolon", quoted(line))
        if (known.name, known.where) in seen:
            yield FieldError(f"{path}.name", "each license once for the same place", quoted(known.name))
        seen.add((known.name, known.where))


def _provenance(document: GuideDocument) -> Iterator[FieldError]:
    figures, seen = document.figures, set()
    for index, known in enumerate(document.provenance):
        path = f"provenance[{index}]"
        value = figures.get(known.of)
        if value is None:
            yield FieldError(f"{path}.figure", "a figure of the guide", quoted(_name_of(known)))
        elif value != known.value:
            yield FieldError(f"{path}.value", f"the {_name_of(known)} of the guide, {value:,}", f"{known.value:,}")
        if known.of in seen:
            yield FieldError(f"{path}.figure", "each figure once", quoted(_name_of(known)))
        seen.add(known.of)
        yield from (_from_editor if known.kind == "editor" else _from_series)(path, known, document)


def _from_editor(path: str, known: Provenance, document: GuideDocument) -> Iterator[FieldError]:
    if known.checked is None:
        yield FieldError(f"{path}.checked", "the date on which an editor checked the source", "none")
    yield from _written(path, known)


def _from_series(path: str, known: Provenance, document: GuideDocument) -> Iterator[FieldError]:
    allowed = [measure for measure in MEASURES.get(known.source, ()) if measure in FIGURES.get(known.figure, ())]
    name, words = ("formula", known.formula) if known.kind == "derived" else ("series", known.series)
    inputs = read_formula(words) if known.kind == "derived" else tuple(filter(None, [read_series(words)]))
    if known.source not in MEASURES:
        yield FieldError(f"{path}.source", f"one of {', '.join(MEASURES)}", quoted(known.source))
    elif not inputs or any(series.measure not in allowed for series in inputs):
        example = f"43-4051 {allowed[0]}" if allowed else "another source"
        yield FieldError(f"{path}.{name}", f"a series such as {example}", quoted(words))
    elif known.source == OEWS and document.key_facts.currency not in (None, "USD"):
        yield FieldError(f"{path}.source", "pay in US dollars", quoted(document.key_facts.currency or ""))
    if not known.release:
        yield FieldError(f"{path}.release", "the name of a release such as May 2025", "nothing")
    yield from _written(path, known)


def _written(path: str, known: Provenance) -> Iterator[FieldError]:
    """Check that a line of text can hold it, and nothing that does not belong to its kind."""
    line = write_provenance(known)
    if read_provenance(line) != known:
        yield FieldError(
            f"{path}.kind", f"only what belongs to the kind {known.kind}, in one line of text", quoted(line)
        )


def _name_of(known: Provenance) -> str:
    name = known.figure.replace("_", " ")
    return f"{name} of {known.level}" if known.level else name


RULES: tuple[Callable[[GuideDocument], Iterator[FieldError]], ...] = (
    _schema,
    _fields,
    _written_as_text,
    _range,
    _openings,
    _currency,
    _other_pay,
    _steps,
    _career_path,
    _importance,
    _related,
    _occupations,
    _licenses,
    _provenance,
    material_rules.interview,
    material_rules.job_ads,
    material_rules.glossary,
)
