"""Writes the guide's details, its key facts and its pay table."""

from guides.document import figures
from guides.document.licenses import write_license
from guides.document.lines import read_line
from guides.document.other_pay import write_line
from guides.document.shape import GuideDocument, KeyFacts, SalaryLevel
from guides.document.slugs import slugify
from guides.document.words import FACT_LABELS, write_picture, write_provenance, write_source
from guides.parsing import headings
from guides.parsing.writer.layout import Blocks, own_line


def details_blocks(document: GuideDocument) -> Blocks:
    details = document.details
    lines = {
        "Slug": "" if document.slug == slugify(document.title) else document.slug,
        "Category": details.category,
        "Alternative titles": "; ".join(details.alternative_titles),
        "Education level": details.education_level,
        "Remote work": details.remote_work,
        "Time to qualify": details.time_to_qualify,
        "Cost to qualify": details.cost_to_qualify,
    }
    block = [f"{label}: {value}" for label, value in lines.items() if value]
    block += [f"License: {write_license(known)}" for known in details.licenses]
    for source in details.sources:
        covers = source.covers.replace("_", " ")
        block.append(f"Source ({covers}): {write_source(source.name, source.url, source.as_of)}")
    for link in details.occupations:
        block.append(f"Occupation{f' ({link.level})' if link.level else ''}: {link.code}")
    block += map(write_provenance, document.provenance)
    if document.picture:
        block.append(f"Picture: {write_picture(document.picture)}")
    if block:
        yield headings.DEFAULT_HEADINGS[headings.DETAILS]
        yield "\n".join(block)


def fact_blocks(facts: KeyFacts) -> Blocks:
    blocks = [*_pay_facts(facts), *_growth(facts), *_openings(facts), *_industries(facts)]
    if facts.typical_education:
        blocks += [FACT_LABELS["education"], own_line(facts.typical_education)]
    if blocks:
        yield headings.DEFAULT_HEADINGS[headings.KEY_FACTS]
        yield from blocks


def _pay_facts(facts: KeyFacts) -> Blocks:
    low, high, currency = facts.salary_low, facts.salary_high, facts.currency
    blocks = [] if facts.median_salary is None else [figures.write_money(facts.median_salary, currency)]
    if pay_range := figures.write_range(low, high, currency, is_open=facts.salary_high_is_open):
        blocks.append(f"Range: {pay_range}")
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
        yield f"\\{facts.growth_note}" if is_figure else own_line(facts.growth_note)


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
            f"{rank}\n{own_line(name) if not name[0].isdigit() else f'{chr(92)}{name}'}"
            for rank, name in enumerate(facts.top_industries, start=1)
        )


def pay_blocks(document: GuideDocument) -> Blocks:
    facts = document.key_facts
    if document.salary_levels or facts.country:
        yield headings.DEFAULT_HEADINGS[headings.SALARY_LEVELS]
        rows = (_row(level, facts.currency) for level in document.salary_levels)
        yield "\n".join([figures.write_header(facts.country), *rows])
    if document.other_pay:
        yield headings.DEFAULT_HEADINGS[headings.OTHER_PAY]
        yield "\n".join(map(write_line, document.other_pay))


def _row(level: SalaryLevel, currency: str | None) -> str:
    median = figures.write_money(level.median, currency)
    average = figures.NOT_KNOWN[0] if level.average is None else figures.write_money(level.average, currency)
    cells = (level.title, median, average)
    glued = "".join(cells)
    row, line = figures.read_row(glued), read_line(glued)
    plain = row and row[2] and (row[0], row[1].amount, row[2].amount) == (level.title, level.median, level.average)
    if plain and not line.bullet and not line.escaped:
        return glued
    return ("\\" if line.bullet or line.escaped else "") + "\t".join(cells)
