"""Writes a guide document back as text in the publishers' layout, with marks only where plain layout would mislead."""

from collections.abc import Callable, Collection, Iterator
from itertools import groupby, takewhile

from guides.document import figures
from guides.document.lines import Line, is_short, read_line
from guides.document.shape import CareerStep, GuideDocument, KeyFacts, Resource, SalaryLevel, Section, Skill
from guides.document.words import (
    FACT_LABELS,
    FOCUS_LABEL,
    RELATED_LINK,
    RESOURCE_LINK,
    RESOURCE_LINKS,
    is_focus_label,
    is_link_words,
    is_number,
    read_detail_label,
    read_entry,
    read_fact_label,
    read_skill,
    read_step_label,
    resource_kind,
    slugify,
    write_importance,
    write_picture,
    write_source,
)
from guides.parsing import headings
from guides.parsing.reader import BULLET_HEADINGS

# A text is a list of blocks with one blank line between them; a block is one or more lines.
Blocks = Iterator[str]


def write_guide(document: GuideDocument) -> str:
    """The text of a document; `parse_guide` of it is the document again, if `validate` finds nothing in it."""
    return "\n\n".join(_blocks(document)) + "\n"


def _blocks(document: GuideDocument) -> Blocks:
    yield f"Complete {document.title} Career Guide"
    if document.summary:
        yield _body(document.summary)
    yield from _details(document)
    yield from _facts(document.key_facts)
    lists = _lists(document)
    written: set[str] = set()
    for kind, section in _order(document, lists):
        yield _heading(document, kind, section, written)
        if section:
            yield _body(section.body, questions=kind == "faq", entries=kind in ("how_to_become", "career_path"))
        if kind in lists and kind not in written:
            yield from lists[kind]()
        written.add(kind)


def _order(document: GuideDocument, lists: Collection[str]) -> Iterator[tuple[str, Section | None]]:
    """The sections in their order, and among them, where the texts have them, lists whose section has no words."""
    kinds = {section.kind for section in document.sections}
    bare = [kind for kind in headings.KIND_ORDER if kind in lists and kind not in kinds]
    for section in document.sections:
        while bare and headings.KIND_ORDER[bare[0]] < headings.KIND_ORDER[section.kind]:
            yield bare.pop(0), None
        yield section.kind, section
    for kind in bare:
        yield kind, None


def _lists(document: GuideDocument) -> dict[str, Callable[[], Blocks]]:
    """What stands under the heading of a section besides its words, by the section's kind; only what is not empty."""
    facts, toolkit, readiness = document.key_facts, *_split_resources(document)
    lists: dict[str, tuple[object, Callable[[], Blocks]]] = {
        "responsibilities": (document.responsibilities, lambda: _responsibilities(document)),
        "qualifications": (
            document.education_requirements or document.skills,
            lambda: _qualifications(document),
        ),
        "how_to_become": (document.steps, lambda: _steps(document)),
        "salary_outlook": (document.salary_levels or facts.country, lambda: _pay(document.salary_levels, facts)),
        "career_path": (document.career_path, lambda: _ladder(document.career_path)),
        "emerging_specializations": (document.specializations, lambda: _specializations(document)),
        "toolkit": (toolkit, lambda: _resources(toolkit, document.title)),
        "pros_cons": (document.pros or document.cons, lambda: _pros_cons(document)),
        "faq": (document.faqs, lambda: _faqs(document)),
        "related": (document.related, lambda: _related(document)),
        "readiness": (readiness, lambda: _resources(readiness, document.title)),
    }
    return {kind: blocks for kind, (content, blocks) in lists.items() if content}


def _split_resources(document: GuideDocument) -> tuple[list[Resource], list[Resource]]:
    """Resources for toolkit and readiness: the one that stands first takes those of its own kinds that lead."""
    hosts = ("toolkit", "readiness")
    readiness_first = next(kind for kind, _ in _order(document, hosts) if kind in hosts) == "readiness"
    first = list(takewhile(lambda resource: (resource.kind in RESOURCE_LINKS) is readiness_first, document.resources))
    second = list(document.resources[len(first) :])
    return (second, first) if readiness_first else (first, second)


def _heading(document: GuideDocument, kind: str, section: Section | None, written: set[str]) -> str:
    """A heading as it is where every part would read it as a heading of this kind, else with a mark."""
    heading = section.heading if section else headings.default_heading(kind, document.title)
    line = read_line(heading)
    plain = (
        headings.recognise(heading) == kind
        and not (line.bullet or line.escaped or line.mark or _is_label(line) or read_entry(line))
        and not (read_detail_label(line)[0] or figures.read_header(heading)[0] or figures.read_row(heading))
        and not ("faq" in written and heading.endswith("?"))
    )
    return heading if plain else _mark(heading, kind)


def _mark(words: str, kind: str, argument: str = "") -> str:
    return f"# {words} {{{f'{kind} {argument}' if argument else kind}}}"


def _is_structure(words: str) -> bool:
    """Whether a line of words would be read as a heading, a label or a number somewhere in a text."""
    line = read_line(words)
    return bool(line.escaped or line.mark or _is_label(line) or (not line.bullet and headings.recognise(words)))


def _is_label(line: Line) -> bool:
    return bool(
        is_number(line)
        or read_step_label(line)
        or is_link_words(line)
        or is_focus_label(line)
        or read_fact_label(line)[0]
    )


def _line(words: str) -> str:
    """Words on a line of their own where such a line is due."""
    return f"\\{words}" if _is_structure(words) or read_line(words).bullet else words


def _bullet(words: str) -> str:
    is_heading = headings.recognise(words, exact=True) in BULLET_HEADINGS
    return f"• \\{words}" if is_heading or words.startswith("\\") else f"• {words}"


def _bullets(items: tuple[str, ...]) -> str:
    return "\n".join(map(_bullet, items))


def _body(text: str, *, questions: bool = False, entries: bool = False) -> str:
    """Markdown as lines of the text; where `questions` or numbered `entries` may begin, what looks so is marked."""
    out = []
    for block in text.split("\n\n"):
        lines = block.split("\n")
        for raw in lines:
            words = raw.lstrip()
            pad = raw[: len(raw) - len(words)]
            misleads = (
                _is_structure(words)
                or (len(lines) == 1 and is_short(words))
                or (questions and (words.endswith("?") or block.endswith("?")))
                or (entries and (read_entry(read_line(words)) or (0,))[0] == 1)
            )
            if words.startswith("- ") and len(words) > 2:
                out.append(pad + _bullet(words[2:]))
            else:
                out.append(f"{pad}\\{words}" if misleads else raw)
        out.append("")
    return "\n".join(out[:-1])


def _details(document: GuideDocument) -> Blocks:
    details = document.details
    lines = {
        "Slug": "" if document.slug == slugify(document.title) else document.slug,
        "Category": details.category,
        "Alternative titles": "; ".join(details.alternative_titles),
        "Education level": details.education_level,
        "Remote work": details.remote_work,
    }
    block = [f"{label}: {value}" for label, value in lines.items() if value]
    for source in details.sources:
        covers = source.covers.replace("_", " ")
        block.append(f"Source ({covers}): {write_source(source.name, source.url, source.as_of)}")
    if document.picture:
        block.append(f"Picture: {write_picture(document.picture)}")
    if block:
        yield headings.DEFAULT_HEADINGS[headings.DETAILS]
        yield "\n".join(block)


def _facts(facts: KeyFacts) -> Blocks:
    blocks = [*_pay_facts(facts), *_growth(facts), *_openings(facts), *_industries(facts)]
    if facts.typical_education:
        blocks += [FACT_LABELS["education"], _line(facts.typical_education)]
    if blocks:
        yield headings.DEFAULT_HEADINGS[headings.KEY_FACTS]
        yield from blocks


def _pay_facts(facts: KeyFacts) -> Blocks:
    low, high, currency = facts.salary_low, facts.salary_high, facts.currency
    blocks = [] if facts.median_salary is None else [figures.write_money(facts.median_salary, currency)]
    if low is not None and high is not None:
        blocks.append(f"Range: {figures.write_range(low, high, currency, is_open=facts.salary_high_is_open)}")
    elif low is not None:
        blocks.append(f"Range: from {figures.write_money(low, currency)}")
    elif high is not None:
        blocks.append(f"Range: up to {figures.write_money(high, currency, is_open=facts.salary_high_is_open)}")
    yield from [FACT_LABELS["median"], *blocks] if blocks else []


def _growth(facts: KeyFacts) -> Blocks:
    if facts.growth_percent is None and not facts.growth_note:
        return
    yield FACT_LABELS["growth"]
    if facts.growth_percent is not None:
        yield f"{facts.growth_percent}%"
    if facts.growth_note:
        has_digit = any(character.isdigit() for character in facts.growth_note)
        is_figure = facts.growth_percent is None and has_digit
        yield f"\\{facts.growth_note}" if is_figure else _line(facts.growth_note)


def _openings(facts: KeyFacts) -> Blocks:
    if facts.annual_openings is not None:
        yield FACT_LABELS["openings"]
        sign = "≈" if facts.annual_openings_is_approximate else ""
        yield sign + figures.write_amount(facts.annual_openings)
        yield "openings annually"


def _industries(facts: KeyFacts) -> Blocks:
    if facts.top_industries:
        yield FACT_LABELS["industries"]
        yield "\n".join(
            f"{rank}\n{_line(name) if not name[0].isdigit() else f'{chr(92)}{name}'}"
            for rank, name in enumerate(facts.top_industries, start=1)
        )


def _responsibilities(document: GuideDocument) -> Blocks:
    yield headings.DEFAULT_HEADINGS[headings.RESPONSIBILITIES]
    yield _bullets(document.responsibilities)


def _qualifications(document: GuideDocument) -> Blocks:
    if document.education_requirements:
        yield headings.DEFAULT_HEADINGS[headings.EDUCATION]
        yield "\n".join(
            write_importance(_bullet(words), document.importance(words)) for words in document.education_requirements
        )
    for kind, skills in groupby(document.skills, key=lambda skill: skill.kind):
        yield headings.DEFAULT_HEADINGS[kind]
        yield "\n".join(write_importance(_skill(skill), document.importance(skill.name)) for skill in skills)


def _skill(skill: Skill) -> str:
    """`Name (detail)` or `Name: detail`; where that would be read otherwise an escaped name, a tab and the detail."""
    if skill.kind == "soft":
        words = f"{skill.name}: {skill.detail}" if skill.detail else skill.name
    else:
        words = f"{skill.name} ({skill.detail})" if skill.detail else skill.name
    bullet = f"• {words}"
    line = read_line(bullet)
    is_heading = headings.recognise(words, exact=True) in BULLET_HEADINGS
    if not is_heading and not line.escaped and read_skill(skill.kind, line.text) == (skill.name, skill.detail):
        return bullet
    return f"• \\{skill.name}" + (f"\t{skill.detail}" if skill.detail else "")


def _steps(document: GuideDocument) -> Blocks:
    for step in document.steps:
        yield f"{step.number}"
        yield f"Step {step.number}"
        yield _body(step.text)


def _pay(levels: tuple[SalaryLevel, ...], facts: KeyFacts) -> Blocks:
    yield headings.DEFAULT_HEADINGS[headings.SALARY_LEVELS]
    rows = (_row(level, facts.currency) for level in levels)
    yield "\n".join([figures.write_header(facts.country), *rows])


def _row(level: SalaryLevel, currency: str | None) -> str:
    cells = (level.title, figures.write_money(level.median, currency), figures.write_money(level.average, currency))
    glued = "".join(cells)
    row, line = figures.read_row(glued), read_line(glued)
    plain = row and (row[0], row[1].amount, row[2].amount) == (level.title, level.median, level.average)
    if plain and not line.bullet and not line.escaped:
        return glued
    return ("\\" if line.bullet or line.escaped else "") + "\t".join(cells)


def _ladder(rungs: tuple[CareerStep, ...]) -> Blocks:
    for number, rung in enumerate(rungs, start=1):
        if rung.experience:
            yield f"{number}"
            yield _line(rung.title)
            yield _line(rung.experience) if is_short(rung.experience) else f"\\{rung.experience}"
        else:
            yield _mark(rung.title, "rung")
        if rung.description:
            yield _body(rung.description)
        if rung.focus_areas:
            yield FOCUS_LABEL
            yield _body(rung.focus_areas)


def _is_plain_name(name: str) -> bool:
    return is_short(name) and not _is_structure(name) and not read_line(name).bullet


def _specializations(document: GuideDocument) -> Blocks:
    name_is_due = True
    for entry in document.specializations:
        plain = name_is_due and _is_plain_name(entry.name)
        yield entry.name if plain else _mark(entry.name, "specialization")
        if entry.description:
            yield _body(entry.description)
        name_is_due = bool(entry.description)


def _resources(resources: list[Resource], role: str) -> Blocks:
    for resource in resources:
        plain = _is_plain_name(resource.title) and resource_kind(resource.title, role) == resource.kind
        yield resource.title if plain else _mark(resource.title, "resource", resource.kind)
        if resource.blurb:
            yield _body(resource.blurb)
        yield RESOURCE_LINKS.get(resource.kind, RESOURCE_LINK)


def _pros_cons(document: GuideDocument) -> Blocks:
    for place, items in ((headings.PROS, document.pros), (headings.CONS, document.cons)):
        if items:
            yield headings.DEFAULT_HEADINGS[place]
            yield _bullets(items)


def _faqs(document: GuideDocument) -> Blocks:
    answer_is_due = False
    for faq in document.faqs:
        asks = faq.question.endswith("?") and not _is_structure(faq.question) and not read_line(faq.question).bullet
        yield faq.question if asks and not answer_is_due else _mark(faq.question, "question")
        if faq.answer:
            yield _body(faq.answer, questions=True)
        answer_is_due = not faq.answer


def _related(document: GuideDocument) -> Blocks:
    for role in document.related:
        plain = _is_plain_name(role.title) and slugify(role.title) == role.slug
        yield role.title if plain else _mark(role.title, "related", role.slug)
        if role.blurb:
            yield _body(role.blurb)
        yield RELATED_LINK
