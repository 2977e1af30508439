"""Write a whole guide document as readable Markdown, in the order of its text, then material, which no page shows."""

from collections.abc import Callable, Iterable, Iterator

from guides.document.shape import LISTS, CareerStep, Details, GuideDocument, KeyFacts, SalaryLevel, Skill, Source
from guides.pages import READINESS_RESOURCES, qualifying
from guides.pages.blocks import about_figures, blocks_of
from guides.pages.material_as_markdown import material_blocks
from guides.pages.neighbors import NO_NEIGHBORS
from guides.pages.other_pay import PayLine, pay_lines
from guides.pages.part import Part
from guides.pages.provenance import FigureSources, known_figures, notes_in_words, notes_on, sources_in
from guides.parsing.headings import DEFAULT_HEADINGS, PLAIN_LISTS
from guides.rendering.markdown import markdown_words
from guides.rendering.money import format_growth, format_money
from guides.rendering.pictures import markdown_code, picture_file
from guides.rendering.words import REMOTE_WORK_WORDS

Lines = Iterator[str]  # blocks of a text, joined by blank lines later


def write_markdown(document: GuideDocument) -> str:
    """Write a guide as Markdown. Bodies are Markdown already; all other text is escaped."""
    return "\n\n".join(markdown_blocks(document)) + "\n"


def markdown_blocks(document: GuideDocument) -> Lines:
    """Yield the blocks of a guide as Markdown, its title first."""
    yield f"# {markdown_words(document.title)}"
    if document.summary:
        yield document.summary
    if document.picture:
        yield markdown_code(document.picture.alt, picture_file(document.picture.name))
    yield from _bullets("", _facts(document))
    bodies = iter(document.sections)
    kinds_with_section = {section.kind for section in document.sections}
    lists = dict(_LISTS)
    for block in (*blocks_of(document, NO_NEIGHBORS), *about_figures(document)):
        yield f"{'#' * block.level} {markdown_words(block.heading)}"
        if block.kind in kinds_with_section and (body := next(bodies).body):
            yield body
        yield from lists.pop(block.kind, _nothing)(document)
        for part in block.parts:
            if part.kind in PLAIN_LISTS:
                yield from _plain_list(document, part)
    yield from material_blocks(document)


def _item(body: str, mark: str = "- ") -> str:
    """Markdown as an item of a list."""
    return mark + body.replace("\n", "\n" + " " * len(mark)).replace("\n" + " " * len(mark) + "\n", "\n\n")


def _bullets(heading: str, items: Iterable[str]) -> Lines:
    """A list under a heading; nothing without items."""
    lines = "\n".join(map(_item, items))
    if lines and heading:
        yield f"### {heading}"
    if lines:
        yield lines


def _named(name: str, body: str) -> str:
    return f"**{markdown_words(name)}**: {body}" if body else f"**{markdown_words(name)}**"


# Facts


def _facts(document: GuideDocument) -> Lines:
    rows = {**_details(document.details), **_pay(document.key_facts), **_outlook(document.key_facts)}
    for label, value in rows.items():
        if value:
            yield f"{label}: {markdown_words(value)}"
    yield from map(_pay_line, pay_lines(document.other_pay, of_levels=False))
    has_other_pay = any(not pay.level for pay in document.other_pay)
    labelled = sources_in(document).of_facts(document.key_facts, has_other_pay=has_other_pay)
    if labelled:
        yield f"Source of the figures: {markdown_words(notes_in_words(notes_on(labelled)))}"


def _pay_line(pay: PayLine) -> str:
    """`Apprentice, median pay: $18.50 an hour (USD)`."""
    label = f"{pay.level}, {pay.label.lower()}" if pay.level else pay.label
    return f"{markdown_words(label)}: {markdown_words(pay.text)}"


def _details(details: Details) -> dict[str, str | None]:
    return {
        "Also called": ", ".join(details.alternative_titles),
        "Field": details.field,
        "Education level": details.education_level,
        "Remote work": REMOTE_WORK_WORDS.get(details.remote_work or ""),
    }


def _pay(facts: KeyFacts) -> dict[str, str | None]:
    def money(amount: int | None) -> str:
        return "" if amount is None else format_money(amount, facts.currency)

    return {
        "Median pay a year": money(facts.median_salary),
        "Lowest of the pay range": money(facts.salary_low),
        "Highest of the pay range": money(facts.salary_high) + (" and more" if facts.salary_high_is_open else ""),
        "Currency": facts.currency,
        "Country": facts.country,
    }


def _outlook(facts: KeyFacts) -> dict[str, str | None]:
    about = "about " if facts.annual_openings_is_approximate else ""
    return {
        "Job growth": "" if facts.growth_percent is None else format_growth(facts.growth_percent),
        "Job outlook": facts.growth_note,
        "Openings a year": "" if facts.annual_openings is None else f"{about}{facts.annual_openings:,}",
        "Top industries": ", ".join(facts.top_industries),
        "Typical education": facts.typical_education,
    }


# Lists, by the kind of their block


def _responsibilities(document: GuideDocument) -> Lines:
    return _bullets("", map(markdown_words, document.responsibilities))


def _qualifications(document: GuideDocument) -> Lines:
    marks = document.marks
    needs = (_marked(markdown_words(text), marks.get(text)) for text in document.education_requirements)
    yield from _bullets("Education Requirements", needs)
    yield from _bullets(qualifying.HEADING, _qualifying(document.details))
    for heading, kind in (("Technical Skills", "technical"), ("Soft Skills", "soft")):
        skills = (skill for skill in document.skills if skill.kind == kind)
        yield from _bullets(heading, (_marked(_skill(skill), marks.get(skill.name)) for skill in skills))


def _qualifying(details: Details) -> Iterator[str]:
    facts = {"Time to qualify": details.time_to_qualify, "Cost to qualify": details.cost_to_qualify}
    for label, words in facts.items():
        if words:
            yield f"{label}: {markdown_words(words)}"
    for known in details.licenses:
        parts = (markdown_words(known.where), known.body and f"granted by {markdown_words(known.body)}")
        words = ", ".join(filter(None, (*parts, known.url and f"<{known.url}>")))
        yield _named(known.name, words)


def _skill(skill: Skill) -> str:
    return _named(skill.name, markdown_words(skill.detail))


def _marked(need: str, importance: str | None) -> str:
    """A need, marked with its importance if it has one."""
    return f"{need} *({importance})*" if importance else need


def _steps(document: GuideDocument) -> Lines:
    for step in document.steps:
        yield _item(step.text, f"{step.number}. ")


def _pay_levels(document: GuideDocument) -> Lines:
    if document.salary_levels:
        head = "| Level | Median a year | Average a year | Source |\n| --- | --: | --: | --- |"
        known, currency = sources_in(document), document.key_facts.currency
        yield "\n".join([head, *(_pay_level(level, currency, known) for level in document.salary_levels)])
    yield from _bullets(DEFAULT_HEADINGS["other_pay"], map(_pay_line, pay_lines(document.other_pay, of_levels=True)))


def _pay_level(level: SalaryLevel, currency: str | None, known: FigureSources) -> str:
    amounts = ("–" if amount is None else format_money(amount, currency) for amount in (level.median, level.average))
    sources = known.of_level(level.title, has_average=level.average is not None)
    cells = (markdown_words(level.title), *amounts, markdown_words(notes_in_words(notes_on(sources))))
    return f"| {' | '.join(cells)} |"


def _career_path(document: GuideDocument) -> Lines:
    for level in document.career_path:
        yield f"### {markdown_words(level.title)}"
        yield from _bullets("", _level_facts(level))
        if level.description:
            yield level.description
        if level.focus_areas:
            yield "**Focus areas**"
            yield level.focus_areas


def _level_facts(level: CareerStep) -> Lines:
    if level.experience:
        yield f"Experience: {markdown_words(level.experience)}"
    if level.years_min is not None:
        yield f"From year {level.years_min}"
    if level.years_max is not None:
        yield f"To year {level.years_max}"


def _specializations(document: GuideDocument) -> Lines:
    return _bullets("", (_named(item.name, item.description) for item in document.specializations))


def _pros_cons(document: GuideDocument) -> Lines:
    yield from _bullets("Pros", map(markdown_words, document.pros))
    yield from _bullets("Cons", map(markdown_words, document.cons))


def _questions(document: GuideDocument) -> Lines:
    for faq in document.faqs:
        yield f"### {markdown_words(faq.question)}"
        if faq.answer:
            yield faq.answer


def _glossary(document: GuideDocument) -> Lines:
    return _bullets("", (_named(row.term, markdown_words(row.meaning)) for row in document.glossary))


def _plain_list(document: GuideDocument, part: Part) -> Lines:
    field = LISTS[part.kind]
    rows = map(field.name_and_text, getattr(document, part.kind))
    named = (_named(name, text) if field.is_part else markdown_words(name) for name, text in rows)
    return _bullets(part.heading, named)


def _toolkit(document: GuideDocument) -> Lines:
    return _resources(document, is_readiness=False)


def _readiness(document: GuideDocument) -> Lines:
    return _resources(document, is_readiness=True)


def _resources(document: GuideDocument, *, is_readiness: bool) -> Lines:
    items = (item for item in document.resources if (item.kind in READINESS_RESOURCES) is is_readiness)
    return _bullets("", (_named(item.title, item.blurb) for item in items))


def _related(document: GuideDocument) -> Lines:
    return _bullets("", (_named(role.title, role.blurb) for role in document.related))


def _sources(document: GuideDocument) -> Lines:
    known = (
        f"{markdown_words(figure.label)}: {markdown_words('; '.join(filter(None, (figure.words, figure.basis))))}"
        for figure in known_figures(document)
    )
    return _bullets("", (*known, *map(_source, document.details.sources)))


def _source(source: Source) -> str:
    address, date = source.url and f"<{source.url}>", source.as_of and f"as of {markdown_words(source.as_of)}"
    parts = (markdown_words(source.name), address, date)
    return f"{markdown_words(source.covers.replace('_', ' '))}: {', '.join(filter(None, parts))}"


def _nothing(document: GuideDocument) -> Lines:
    return iter(())


_LISTS: dict[str, Callable[[GuideDocument], Lines]] = {
    "responsibilities": _responsibilities,
    "qualifications": _qualifications,
    "how_to_become": _steps,
    "salary_outlook": _pay_levels,
    "career_path": _career_path,
    "emerging_specializations": _specializations,
    "pros_cons": _pros_cons,
    "faq": _questions,
    "glossary": _glossary,
    "toolkit": _toolkit,
    "readiness": _readiness,
    "related": _related,
    "about_figures": _sources,
}
