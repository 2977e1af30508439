"""Figures of one guide that contradict each other, that are old, or that nobody can look up."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from guides.document import GuideDocument
from guides.document.figures import Money, find_amounts, find_percents
from guides.document.shape import KEY_FACT_NAMES, Source
from guides.editing.checks.remark import Remark, Surroundings
from guides.rendering.passages import Passage, excerpt, passages

YEAR = timedelta(days=365)
TOLERANCE = 0.03  # what rounding to thousands may cost: $39k is $39,120
KEY_FIGURES = ("median_salary", "salary_low", "salary_high", "growth_percent", "annual_openings")
PAY_NAMES = KEY_FACT_NAMES | {"salary_levels", "salary_outlook"}
DISAGREE = "Readers cannot know which of the two is right."
# Passages that speak of the pay of this guide; other sections tell of other countries and other work.
ABOUT_PAY = re.compile(r"summary|faqs\[\d+\]\.answer")
PAY_SECTIONS = ("overview", "salary_outlook", "market_commentary")
_PAY = re.compile(r"\b(?:median|average|typical|salar(?:y|ies)|earn(?:s|ings?)?|pays?|paid|wages?)\b", re.IGNORECASE)
_OTHER_UNIT = re.compile(
    r"\b(?:hour|hourly|month|monthly|weekly|week|bonus\w*|tuition|cost\w*|fees?|scholarship\w*|overtime|more|less"
    r"|additional|extra|million|billion|raise|premium|stipend)\b",
    re.IGNORECASE,
)
_GROWTH = re.compile(
    r"\b(?:employment|jobs?|openings|demand)\b.*\b(?:grow\w*|increase|decline|shrink)\b", re.IGNORECASE
)


def pay_range(document: GuideDocument, around: Surroundings) -> Iterator[Remark]:
    """A median, or the pay of a level, outside the range of the facts. An open upper end bounds nothing."""
    facts = document.key_facts
    low, high = facts.salary_low or 0, facts.salary_high
    top = float("inf") if high is None or facts.salary_high_is_open else high
    amounts = [("key_facts.median_salary", "The median", facts.median_salary)]
    for index, level in enumerate(document.salary_levels):
        amounts.append((f"salary_levels[{index}].median", f"The median of {excerpt(level.title)}", level.median))
    for path, name, amount in amounts:
        if amount is not None and not low <= amount <= top:
            bound = f"begins at {low:,}" if amount < low else f"ends at {high:,}"
            yield Remark("figures", path, f"{name} is {amount:,}, but the pay range {bound}.", DISAGREE)


def ladder(document: GuideDocument, around: Surroundings) -> Iterator[Remark]:
    """Pay that falls from one level to the next, and rungs that ask for fewer years than the one below."""
    for index, (lower, upper) in enumerate(pairwise(document.salary_levels), start=1):
        for name in ("median", "average"):
            before, after = getattr(lower, name), getattr(upper, name)
            if after < before:
                what = f"{excerpt(upper.title)} pays {after:,} ({name}), the level below it {before:,}."
                yield Remark("figures", f"salary_levels[{index}].{name}", what, "A step up that pays less looks wrong.")
    for index, (lower, upper) in enumerate(pairwise(document.career_path), start=1):
        if None not in (lower.years_min, upper.years_min) and upper.years_min < lower.years_min:
            what = f"{excerpt(upper.title)} asks for {upper.experience}, the rung below it for {lower.experience}."
            yield Remark("figures", f"career_path[{index}].experience", what, "A higher rung comes later.")


def pay_in_words(document: GuideDocument, around: Surroundings) -> Iterator[Remark]:
    """Amounts in the summary, the answers and the sections about pay that are none of the guide's figures."""
    known = _known_amounts(document)
    currency = document.key_facts.currency
    for passage, sentence in _pay_sentences(document) if known and currency else ():
        for money in find_amounts(sentence):
            if money.may_be(currency) and not _is_known(money, known):
                what = f"{money.amount:,} is none of the guide's figures: {excerpt(sentence)}"
                yield Remark("figures", passage.path, what, DISAGREE)


def _pay_sentences(document: GuideDocument) -> Iterator[tuple[Passage, str]]:
    for passage in _about_pay(document):
        for sentence in passage.sentences:
            if _PAY.search(sentence) and not _OTHER_UNIT.search(sentence):
                yield passage, sentence


def _about_pay(document: GuideDocument) -> Iterator[Passage]:
    paths = {f"sections[{i}].body" for i, section in enumerate(document.sections) if section.kind in PAY_SECTIONS}
    return (passage for passage in passages(document) if passage.path in paths or ABOUT_PAY.fullmatch(passage.path))


def _known_amounts(document: GuideDocument) -> set[int]:
    facts = document.key_facts
    amounts = {facts.median_salary, facts.salary_low, facts.salary_high}
    amounts |= {amount for level in document.salary_levels for amount in (level.median, level.average)}
    return {amount for amount in amounts if amount is not None}


def _is_known(money: Money, known: set[int]) -> bool:
    return any(abs(money.amount - amount) <= TOLERANCE * amount for amount in known)


def growth_in_words(document: GuideDocument, around: Surroundings) -> Iterator[Remark]:
    """A growth of jobs in words that is not that of the facts."""
    growth = document.key_facts.growth_percent
    for passage in _about_pay(document) if growth is not None else ():
        for sentence in filter(_GROWTH.search, passage.sentences):
            stated = find_percents(sentence)
            if stated and abs(growth) not in map(abs, stated):
                what = f"The facts say {growth}% growth, the text {stated[0]}%: {excerpt(sentence)}"
                yield Remark("figures", passage.path, what, DISAGREE)


def sources(document: GuideDocument, around: Surroundings) -> Iterator[Remark]:
    """Figures without a source, and sources without a date or more than a year old."""
    covered = {source.covers for source in document.details.sources}
    why = "Figures that cannot be looked up cannot be trusted; the page says “source not stated”."
    figure = next((name for name in KEY_FIGURES if getattr(document.key_facts, name) is not None), None)
    if figure and not covered & KEY_FACT_NAMES:
        yield Remark("sources", "details.sources", "The key facts have no source.", why)
    if document.salary_levels and not covered & PAY_NAMES:
        yield Remark("sources", "details.sources", "The pay table has no source.", why)
    for index, source in enumerate(document.details.sources):
        yield from _age(f"details.sources[{index}].as_of", source, around.today)


def _age(path: str, source: Source, today: date) -> Iterator[Remark]:
    if not source.as_of:
        yield Remark("sources", path, f"{excerpt(source.name)} has no date.", "Pay of an unknown year says little.")
    elif (end := _last_day(source.as_of)) is not None and today - end > YEAR:
        what = f"{excerpt(source.name)} is of {source.as_of}, more than a year ago."
        yield Remark("sources", path, what, "Readers plan with these figures: look for newer ones.")


def _last_day(as_of: str) -> date | None:
    """The last day that a year, a month or a day means; None for what is no date of the calendar."""
    parts = [int(part) for part in as_of.split("-") if part.isdecimal()]
    try:
        year, month = parts[0], parts[1] if len(parts) > 1 else 12
        return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])
    except (IndexError, ValueError):
        return None
